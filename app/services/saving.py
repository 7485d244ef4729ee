"""Verbs for files that are saved: write a document as Word, and remember what was written where."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.domain.attachment import Attachment
from app.domain.issued import IssuedDocument
from app.services import attachments, disk, house_styles
from app.services.hand_changes import DiskState, IfChanged
from app.services.kept_choices import choices_of
from app.services.wanted import Wanted, body_of, compose, list_originals
from app.services.written_files import look_on_disk, note_path, settle
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.blocks import Document


@dataclass(frozen=True)
class SavedFile:
    """A Word file that was written, and the record of it, where one could be kept."""

    path: Path
    document_id: UUID | None
    sha256: str


def save(
    workspace: Workspace,
    wanted: Wanted,
    *,
    path: Path,
    if_changed: IfChanged = IfChanged.ASK,
) -> SavedFile:
    """Write a document as Word and remember what was written where.

    Args:
        workspace: The workspace.
        wanted: Which document.
        path: The file, or the folder in which it gets its own name.
        if_changed: What to do where there is a file that is not as JWG Desk wrote it.

    Raises:
        ChangedByHand: There is such a file, and nobody said what to do.
        FileNotWritten: naming the file and the reason.
    """
    made = compose(workspace, wanted)
    target = path / made.file_name if disk.is_folder(path) else path
    return _save(workspace, wanted, made.document, path=target, if_changed=if_changed)


def save_originals(workspace: Workspace, wanted: Wanted, *, folder: Path) -> tuple[SavedFile, ...]:
    """Write the original of every side as Word into a folder, each under a name that is free.

    All of them are there in the end, or none. A workspace that can only be read writes the files
    and remembers nothing.

    Raises:
        FileNotWritten: naming the file and the reason.
    """
    made = [(each, compose(workspace, each)) for each in list_originals(workspace, wanted)]
    named = [
        (each, disk.free_name(folder / one.file_name), _write(workspace, one.document))
        for each, one in made
    ]
    if workspace.read_only:
        disk.write_files({path: content for _, path, content in named})
        return tuple(
            SavedFile(path, None, attachments.hash_of(content)) for _, path, content in named
        )
    with workspace.write("Save originals as Word") as work:
        records = [
            _keep_draft(work, each, content, path=path, workspace=workspace)
            for each, path, content in named
        ]
        work.flush()
        disk.write_files({path: content for _, path, content in named})
        work.commit(subject=records[0].id)
    return tuple(
        SavedFile(path, record.id, record.sha256)
        for (_, path, _), record in zip(named, records, strict=True)
    )


def save_where_chosen(workspace: Workspace, wanted: Wanted, *, folder_or_path: Path) -> Path:
    """Write a document into a folder under a free name, or to the path that the user has chosen.

    The user was asked about a file that is there, but could not know that somebody has changed it.
    A workspace that can only be read writes the file and remembers nothing.

    Raises:
        ChangedByHand: It was saved there before, and changed since.
        FileNotWritten: naming the file and the reason.
    """
    made = compose(workspace, wanted)
    if workspace.read_only:
        content = _write(workspace, made.document)
        return disk.write_file(folder_or_path, content, name=made.file_name)
    path, if_changed = folder_or_path, IfChanged.ASK
    if disk.is_folder(path):
        path = disk.free_name(path / made.file_name)
    elif look_on_disk(workspace, path=path) is DiskState.UNKNOWN:
        if_changed = IfChanged.REPLACE
    return _save(workspace, wanted, made.document, path=path, if_changed=if_changed).path


def make_record(
    reader: Reader,
    wanted: Wanted,
    kept: Attachment,
    *,
    name: str,
    workspace: Workspace,
    is_draft: bool = False,
) -> IssuedDocument:
    """Return the record of a document that is kept."""
    return IssuedDocument(
        **wanted.fields,
        body_id=body_of(reader, wanted),
        is_draft=is_draft,
        issued_at=workspace.clock.now(),
        file_name=name,
        sha256=kept.sha256,
        attachment_id=kept.id,
        choices=choices_of(wanted),
    )


def _save(
    workspace: Workspace, wanted: Wanted, document: Document, *, path: Path, if_changed: IfChanged
) -> SavedFile:
    content = _write(workspace, document)
    with workspace.write("Save as Word") as work:
        target = settle(work, path, content, if_changed)
        record = _keep_draft(work, wanted, content, path=target, workspace=workspace)
        work.flush()
        disk.write_file(target, content)  # last: what cannot be written is not remembered
        work.commit(subject=record.id)
    return SavedFile(target, record.id, record.sha256)


def _write(workspace: Workspace, document: Document) -> bytes:
    from app.documents import word

    return word.write(document, house_style=house_styles.current(workspace))


def _keep_draft(
    work: UnitOfWork, wanted: Wanted, content: bytes, *, path: Path, workspace: Workspace
) -> IssuedDocument:
    """Keep what was made; at its place on the disk it follows on the draft before it."""
    kept = attachments.keep(work, content, file_name=path.name)
    fresh = make_record(work, wanted, kept, name=path.name, workspace=workspace, is_draft=True)
    fresh.written_to = place = note_path(path)
    for before in work.find(IssuedDocument, **wanted.fields, is_draft=True, written_to=place):
        if before.returned_attachment_id is None:
            before.attachment_id, before.sha256 = kept.id, kept.sha256
            before.issued_at, before.choices = fresh.issued_at, fresh.choices
            return before
    return work.add(fresh)
