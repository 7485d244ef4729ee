"""Verbs for documents that leave the house: issue one, save a draft, and never lose a hand's work.

Whatever is made is kept in the workspace with its hash, and where on the disk it was put. So a copy
that a person has changed is noticed, and is compared, kept or replaced as that person says.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from app.domain.attachment import Attachment
from app.domain.issued import IssuedDocument
from app.services import attachments, disk, house_styles
from app.services.checks.readiness import NotReady, require_ready
from app.services.hand_changes import (
    ChangedByHand,
    DiskState,
    IfChanged,
)
from app.services.wanted import Wanted, body_of, compose
from app.store.change_set import ChangeSet
from app.store.queries import issued as queries
from app.store.queries.issued import IssuedRow
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.blocks import Document

__all__ = [
    "IssuedRow",
    "NotReady",
    "SavedFile",
    "Wanted",
    "issue",
    "list_for_meeting",
    "look_on_disk",
    "read_stored",
    "save",
    "save_where_chosen",
    "write_issued",
]


@dataclass(frozen=True)
class SavedFile:
    """A Word file that was written, and the record of it."""

    path: Path
    document_id: UUID
    sha256: str


def list_for_meeting(workspace: Workspace, *, meeting_id: UUID) -> tuple[IssuedRow, ...]:
    """Return the documents that were issued or saved for a meeting, the latest first."""
    with workspace.read() as reader:
        return queries.list_for_meeting(reader, meeting_id=meeting_id)


def issue(
    workspace: Workspace, wanted: Wanted, *, if_changed: IfChanged = IfChanged.ASK
) -> ChangeSet:
    """Issue a document: keep its bytes in the workspace for good; ``write_issued`` puts it on disk.

    Every issue is a record of its own, so an earlier one is never lost.

    Raises:
        NotReady: A fact is missing or a check fails.
        ChangedByHand: A changed copy of the last one came back and nobody said what to do.
    """
    made = compose(workspace, wanted)
    require_ready(workspace, made.document, wanted=wanted)
    content = _write_dated(workspace, replace(made.document, draft=False))
    with workspace.write("Issue document") as work:
        if if_changed is IfChanged.ASK:
            _require_nothing_came_back(work, wanted)
        name = made.file_name.replace(" (draft).docx", ".docx")
        kept = attachments.keep(work, content, file_name=name)
        record = work.add(_record(work, wanted, kept, name=name, workspace=workspace))
        return work.commit(subject=record.id)


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


def write_issued(
    workspace: Workspace,
    *,
    document_id: UUID,
    path: Path,
    if_changed: IfChanged = IfChanged.ASK,
) -> SavedFile:
    """Write the stored bytes of an issued document to the disk, as they were issued.

    Raises:
        ChangedByHand: There is a file that is not as JWG Desk wrote it.
        AttachmentDamaged: The stored copy is not what was issued.
    """
    with workspace.write("Write issued document") as work:
        record = work.get(IssuedDocument, document_id)
        content = attachments.read(work, record.attachment_id)
        target = path / record.file_name if disk.is_folder(path) else path
        target = _settle(work, target, content, if_changed)
        record.written_to = _note(target)
        work.flush()
        disk.write_file(target, content)
        work.commit(subject=document_id)
    return SavedFile(target, document_id, record.sha256)


def read_stored(workspace: Workspace, *, document_id: UUID) -> bytes:
    """Return the stored bytes of a document.

    Raises:
        AttachmentDamaged: They are not what was stored.
    """
    with workspace.read() as reader:
        record = reader.get(IssuedDocument, document_id)
        return attachments.read(reader, record.attachment_id)


def look_on_disk(workspace: Workspace, *, path: Path) -> DiskState:
    """Return how the file at ``path`` stands to what this workspace wrote there."""
    with workspace.read() as reader:
        return _look(path, _written_to(reader, path))


def _save(
    workspace: Workspace, wanted: Wanted, document: Document, *, path: Path, if_changed: IfChanged
) -> SavedFile:
    content = _write(workspace, document)
    with workspace.write("Save as Word") as work:
        target = _settle(work, path, content, if_changed)
        record = _keep_draft(work, wanted, content, path=target, workspace=workspace)
        work.flush()
        disk.write_file(target, content)  # last: what cannot be written is not remembered
        work.commit(subject=record.id)
    return SavedFile(target, record.id, record.sha256)


def _write(workspace: Workspace, document: Document) -> bytes:
    from app.documents import word

    return word.write(document, house_style=house_styles.current(workspace))


def _write_dated(workspace: Workspace, document: Document) -> bytes:
    """Return an issued document: with its day and hour, and pages in its table of contents."""
    from app.documents import word
    from app.documents.page_numbers import write_with_pages
    from app.documents.pdf import NotLaidOut

    style, now = house_styles.current(workspace), workspace.clock.now()
    try:
        return write_with_pages(document, house_style=style, written_at=now)
    except NotLaidOut:  # Word then counts the pages, as it does where there is no LibreOffice
        return word.write(document, house_style=style, written_at=now)


def _require_nothing_came_back(reader: Reader, wanted: Wanted) -> None:
    for record in reader.find(IssuedDocument, **wanted.fields):
        if record.returned_attachment_id is None:
            continue
        returned = reader.get(Attachment, record.returned_attachment_id)
        if returned.sha256 != record.sha256:
            raise ChangedByHand(record.file_name, path=None, document_id=record.id)


def _keep_draft(
    work: UnitOfWork, wanted: Wanted, content: bytes, *, path: Path, workspace: Workspace
) -> IssuedDocument:
    """Keep what was made; at its place on the disk it follows on the draft before it."""
    kept = attachments.keep(work, content, file_name=path.name)
    fresh = _record(work, wanted, kept, name=path.name, workspace=workspace, is_draft=True)
    fresh.written_to = _note(path)
    for before in work.find(IssuedDocument, **wanted.fields, is_draft=True, written_to=_note(path)):
        if before.returned_attachment_id is None:
            before.attachment_id, before.sha256 = kept.id, kept.sha256
            before.issued_at = fresh.issued_at
            return before
    return work.add(fresh)


def _record(
    reader: Reader,
    wanted: Wanted,
    kept: Attachment,
    *,
    name: str,
    workspace: Workspace,
    is_draft: bool = False,
) -> IssuedDocument:
    return IssuedDocument(
        **wanted.fields,
        body_id=body_of(reader, wanted),
        is_draft=is_draft,
        issued_at=workspace.clock.now(),
        file_name=name,
        sha256=kept.sha256,
        attachment_id=kept.id,
    )


def _settle(reader: Reader, path: Path, content: bytes, if_changed: IfChanged) -> Path:
    """Return where to write: ``path``, or beside it where a changed file is to be kept.

    Raises:
        ChangedByHand: There is a file that is not as JWG Desk wrote it, and nobody said what to do.
    """
    record = _written_to(reader, path)
    state = _look(path, record)
    if state in {DiskState.ABSENT, DiskState.AS_WRITTEN} or if_changed is IfChanged.REPLACE:
        return path
    if attachments.hash_of(disk.read_file(path)) == attachments.hash_of(content):
        return path
    if if_changed is IfChanged.KEEP_BOTH:
        return disk.free_name(path)
    raise ChangedByHand(path.name, path=path, document_id=record.id if record else None)


def _look(path: Path, record: IssuedDocument | None) -> DiskState:
    if not path.exists():
        return DiskState.ABSENT
    if record is None:
        return DiskState.UNKNOWN
    same = attachments.hash_of(disk.read_file(path)) == record.sha256
    return DiskState.AS_WRITTEN if same else DiskState.CHANGED


def _written_to(reader: Reader, path: Path) -> IssuedDocument | None:
    """Return what was written to ``path`` last."""
    found = reader.find(IssuedDocument, written_to=_note(path))
    return max(found, key=lambda record: record.updated_at or record.issued_at, default=None)


def _note(path: Path) -> str:
    return str(path.absolute())
