"""Verbs that send a reader's notes to the secretariat: those that are meant for it, no others."""

from dataclasses import dataclass
from pathlib import Path

from app.domain.body import Body
from app.domain.names import in_language
from app.domain.pack_note import NotesLetter, SentNote
from app.domain.party import Party
from app.domain.workspace_facts import StoreMeta
from app.exchange.notes.writing import SUFFIX, write_letter
from app.exchange.packs.manifest import Manifest, ManifestUnreadable, read_manifest
from app.services import disk
from app.services.notes import notebook
from app.services.notes.notebook import notes_of
from app.services.notes.refusals import AuthorUnnamed, NothingToSend
from app.services.notes.sheets import make_sheet
from app.services.safe_names import safe_name
from app.store.packs.writing import MANIFEST
from app.store.reader import Reader
from app.store.workspace import Workspace

__all__ = ["SUFFIX", "OutCount", "SavedNotes"]


@dataclass(frozen=True)
class OutCount:
    """How many notes would be sent, and how many stay where they are."""

    for_secretariat: int
    private: int


@dataclass(frozen=True)
class SavedNotes:
    """Notes that were written into a file to be sent.

    Attributes:
        count: How many are in it.
        kept_private: How many are not, as they are nobody else's business.
    """

    path: Path
    count: int
    kept_private: int


def count(workspace: Workspace) -> OutCount:
    """Return how many notes would be sent."""
    with workspace.read() as reader:
        notes = notes_of(reader).notes
    ours = sum(note.for_secretariat for note in notes)
    return OutCount(ours, len(notes) - ours)


def write_file(workspace: Workspace, *, folder_or_path: Path) -> SavedNotes:
    """Write the notes for the secretariat into a small file that it merges into its workspace.

    Raises:
        NothingToSend: None is marked for it.
        AuthorUnnamed: Nobody says whose they are.
        FileNotWritten: naming the file and the reason.
    """
    letter, kept = gather(workspace)
    name = safe_name(f"{_title(letter, 'Notes')}{SUFFIX}")
    path = disk.write_file(folder_or_path, write_letter(letter), name=name)
    return SavedNotes(path, len(letter.notes), kept)


def write_sheet(workspace: Workspace, *, folder_or_path: Path, language: str = "en") -> SavedNotes:
    """Write the notes for the secretariat as a Word table with a column for its answers.

    Raises:
        NothingToSend: None is marked for it.
        AuthorUnnamed: Nobody says whose they are.
        FileNotWritten: naming the file and the reason.
    """
    from app.documents import comment_sheet

    letter, kept = gather(workspace)
    with workspace.read() as reader:
        sheet = make_sheet(reader, letter, language=language, today=workspace.today())
    content = comment_sheet.write_sheet(sheet, language=language, written_at=letter.written_at)
    name = safe_name(f"{_title(letter, 'Comments')}.docx")
    path = disk.write_file(folder_or_path, content, name=name)
    return SavedNotes(path, len(letter.notes), kept)


def gather(workspace: Workspace) -> tuple[NotesLetter, int]:
    """Return the notes for the secretariat with whose they are, and how many stay private.

    Raises:
        NothingToSend: None is marked for it.
        AuthorUnnamed: Nobody says whose they are.
    """
    with workspace.read() as reader:
        kept = notes_of(reader)
        ours = [note for note in kept.notes if note.for_secretariat]
        if not ours:
            raise NothingToSend
        author = notebook.author_of(kept, workspace.actor)
        if not notebook.is_a_name(author):
            raise AuthorUnnamed
        side_id = notebook.side_of(kept)
        side = reader.first(Party, id=side_id) if side_id else None
        body = reader.find(Body)[0]
        manifest = _manifest(reader)
    sent = (
        SentNote(
            note=note,
            author=author,
            side_id=side.id if side else None,
            side=side.code if side else "",
        )
        for note in ours
    )
    letter = NotesLetter(
        body_id=body.id,
        body=body.code,
        body_name=in_language(body.names, "en"),
        pack_root=manifest.root if manifest else "",
        pack_title=manifest.title if manifest else "",
        pack_on=manifest.on if manifest else "",
        written_at=workspace.clock.now(),
        notes=tuple(sent),
    )
    return letter, len(kept.notes) - len(ours)


def _manifest(reader: Reader) -> Manifest | None:
    told = reader.first(StoreMeta, key=MANIFEST)
    try:
        return read_manifest(told.value) if told else None
    except ManifestUnreadable:  # such a pack proves nothing, but can be read and commented on
        return None


def _title(letter: NotesLetter, what: str) -> str:
    """Return what a file of notes is called: the body, the author and the day."""
    author = letter.notes[0].author
    return f"{what} {letter.body} {author} {letter.written_at.date().isoformat()}"
