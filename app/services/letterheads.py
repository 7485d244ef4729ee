"""Verbs for letterheads: what a party prints at the head of its letters, for one body or all."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.domain.attachment import Attachment
from app.domain.body import Body
from app.domain.errors import Misfortune
from app.domain.letterhead import Letterhead
from app.domain.names import Names
from app.domain.party import Party
from app.services import attachments, disk
from app.store.change_set import ChangeSet
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

_MOST_LINES = 8
_LONGEST_LINE = 200


class NoLetterhead(Misfortune):
    """A letterhead was to be changed that the party does not have."""

    def __init__(self, party: str) -> None:
        super().__init__(f"{party} has no letterhead yet.", "Enter its lines first.")


class LinesUnusable(Misfortune):
    """The lines of a letterhead are none, too many or too long for the head of a page."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"This letterhead {problem}.",
            f"Enter up to {_MOST_LINES} lines, one below the other: the name of the office first.",
            field="lines",
        )


@dataclass(frozen=True)
class LetterheadRow:
    """A letterhead in a list.

    Attributes:
        id: Its key.
        party_id: Whose it is.
        body_id: The body for whose letters it is; ``None`` for all that have none of their own.
        lines: What is on it, one text to a language.
        logo_id: The picture on it, which is an attachment.
        logo_name: The name of the file that the picture came from.
    """

    id: UUID
    party_id: UUID
    body_id: UUID | None
    lines: Names
    logo_id: UUID | None
    logo_name: str


def list_letterheads(workspace: Workspace) -> tuple[LetterheadRow, ...]:
    """Return all letterheads, those for all bodies first."""
    with workspace.read() as reader:
        rows = [_row(reader, each) for each in reader.find(Letterhead)]
    return tuple(sorted(rows, key=lambda row: (str(row.party_id), str(row.body_id or ""))))


def show(
    workspace: Workspace, *, party_id: UUID, body_id: UUID | None = None
) -> LetterheadRow | None:
    """Return what a party prints on its letters in a body: the body's own, else that for all."""
    with workspace.read() as reader:
        reader.get(Party, party_id)
        found = letterhead_for(reader, party_id=party_id, body_id=body_id)
        return _row(reader, found) if found else None


def save(
    workspace: Workspace, *, party_id: UUID, body_id: UUID | None = None, lines: Names
) -> ChangeSet:
    """Give a party a letterhead, or change the lines of the one that it has.

    Raises:
        LinesUnusable: There are none, or more than the head of a page takes.
    """
    kept = {tag: _trim(text) for tag, text in lines.items() if text.strip()}
    _require_usable(kept)
    with workspace.write("Save letterhead") as work:
        work.get(Party, party_id)
        if body_id is not None:
            work.get(Body, body_id)
        held = work.first(Letterhead, party_id=party_id, body_id=body_id)
        if held is None:
            held = work.add(Letterhead(party_id=party_id, body_id=body_id, lines=kept))
        else:
            held.lines = kept
        return work.commit(subject=held.id)


def set_logo(
    workspace: Workspace, *, party_id: UUID, body_id: UUID | None = None, path: Path | None
) -> ChangeSet:
    """Put the picture at ``path`` on a letterhead; take the one that is there away for ``None``.

    Raises:
        NoLetterhead: The party has none.
        PictureUnusable: The file is no PNG or JPEG picture, damaged, or too large.
        FileNotRead: It cannot be read.
    """
    content = b"" if path is None else disk.read_file(path)
    media_type = _media_type(content) if path is not None else ""
    with workspace.write("Set logo of letterhead") as work:
        held = _held(work, party_id, body_id)
        if path is None:
            held.logo_id = None
        else:
            name = path.name
            kept = attachments.keep(work, content, file_name=name, media_type=media_type)
            held.logo_id = kept.id
        return work.commit(subject=held.id)


def read_logo(workspace: Workspace, *, logo_id: UUID) -> bytes:
    """Return the picture of a letterhead.

    Raises:
        AttachmentDamaged: It is not what was stored.
    """
    with workspace.read() as reader:
        return attachments.read(reader, logo_id)


def clear(workspace: Workspace, *, party_id: UUID, body_id: UUID | None = None) -> ChangeSet:
    """Take a letterhead away; letters then bear that for all bodies, or the office's name alone.

    Raises:
        NoLetterhead: There is none.
    """
    with workspace.write("Remove letterhead") as work:
        held = _held(work, party_id, body_id)
        work.delete(held)
        return work.commit(subject=held.id)


def letterhead_for(reader: Reader, *, party_id: UUID, body_id: UUID | None) -> Letterhead | None:
    """Return the letterhead of a party for a body's letters, within one reading."""
    own = reader.first(Letterhead, party_id=party_id, body_id=body_id) if body_id else None
    return own or reader.first(Letterhead, party_id=party_id, body_id=None)


def _held(work: UnitOfWork, party_id: UUID, body_id: UUID | None) -> Letterhead:
    party = work.get(Party, party_id)
    held = work.first(Letterhead, party_id=party_id, body_id=body_id)
    if held is None:
        raise NoLetterhead(party.names.get("en") or party.code)
    return held


def _trim(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines() if line.strip())


def _require_usable(lines: Names) -> None:
    if not lines:
        raise LinesUnusable("has no lines")
    for text in lines.values():
        each = text.split("\n")
        if len(each) > _MOST_LINES:
            raise LinesUnusable(f"has {len(each)} lines, which is more than fit on a page's head")
        if any(len(line) > _LONGEST_LINE for line in each):
            raise LinesUnusable(f"has a line of more than {_LONGEST_LINE} characters")


def _media_type(content: bytes) -> str:
    from app.documents.pictures import read_picture

    return read_picture(content).media_type


def _row(reader: Reader, letterhead: Letterhead) -> LetterheadRow:
    logo = reader.get(Attachment, letterhead.logo_id) if letterhead.logo_id else None
    return LetterheadRow(
        id=letterhead.id,
        party_id=letterhead.party_id,
        body_id=letterhead.body_id,
        lines=dict(letterhead.lines),
        logo_id=letterhead.logo_id,
        logo_name=logo.file_name if logo else "",
    )
