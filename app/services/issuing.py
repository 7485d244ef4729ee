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
from app.services.checks.readiness import NotReady, SignaturesOmitted, require_ready
from app.services.hand_changes import ChangedByHand, DiskState, IfChanged
from app.services.saving import (
    SavedFile,
    make_record,
    save,
    save_originals,
    save_where_chosen,
)
from app.services.wanted import Wanted, compose, list_originals
from app.services.written_files import look_on_disk, note_path, settle
from app.store.change_set import ChangeSet
from app.store.queries import issued as queries
from app.store.queries.issued import IssuedRow
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.blocks import Document

__all__ = [
    "ChangedByHand",
    "DiskState",
    "IfChanged",
    "IssuedRow",
    "NotReady",
    "SavedFile",
    "SignaturesOmitted",
    "Wanted",
    "issue",
    "issue_originals",
    "issue_to",
    "list_for_meeting",
    "list_originals",
    "look_on_disk",
    "read_stored",
    "save",
    "save_originals",
    "save_where_chosen",
    "write_issued",
]


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
        SignaturesOmitted: The signature block is left out.
        ChangedByHand: A changed copy of the last one came back and nobody said what to do.
    """
    prepared = _prepare(workspace, wanted)
    with workspace.write("Issue document") as work:
        record = _keep_issued(work, workspace, prepared, if_changed)
        return work.commit(subject=record.id)


def issue_originals(
    workspace: Workspace, wanted: Wanted, *, if_changed: IfChanged = IfChanged.ASK
) -> ChangeSet:
    """Issue the original of every side at once; none of them if one is not in order.

    Raises:
        NotReady, SignaturesOmitted, ChangedByHand: as ``issue``.
    """
    prepared = [_prepare(workspace, each) for each in list_originals(workspace, wanted)]
    with workspace.write("Issue originals") as work:
        records = [_keep_issued(work, workspace, each, if_changed) for each in prepared]
        return work.commit(subject=records[0].id)


def issue_to(
    workspace: Workspace,
    wanted: Wanted,
    *,
    path: Path,
    if_changed: IfChanged = IfChanged.ASK,
) -> SavedFile:
    """Issue a document and write it to the disk: both of it, or nothing.

    Of a file that is there and that this workspace did not write, the user was asked already.

    Raises:
        NotReady, SignaturesOmitted: as ``issue``.
        ChangedByHand: The file was changed by hand, or a changed copy came back.
        FileNotWritten: naming the file and the reason; nothing was issued.
    """
    prepared = _prepare(workspace, wanted)
    is_foreign = look_on_disk(workspace, path=path) is DiskState.UNKNOWN
    with workspace.write("Issue document") as work:
        record = _keep_issued(work, workspace, prepared, if_changed)
        deed = IfChanged.REPLACE if is_foreign else if_changed
        target = settle(work, path, prepared.content, deed)
        record.written_to = note_path(target)
        work.flush()
        disk.write_file(target, prepared.content)
        work.commit(subject=record.id)
    return SavedFile(target, record.id, record.sha256)


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
        target = settle(work, target, content, if_changed)
        record.written_to = note_path(target)
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


@dataclass(frozen=True)
class _Prepared:
    """A document that is in order, as it will be kept."""

    wanted: Wanted
    name: str
    content: bytes


def _prepare(workspace: Workspace, wanted: Wanted) -> _Prepared:
    made = compose(workspace, wanted)
    require_ready(workspace, made.document, wanted=wanted)
    final = replace(made.document, draft=False, for_circulation=False)
    name = made.file_name.replace(" (draft).docx", ".docx")
    return _Prepared(wanted, name, _write_dated(workspace, final))


def _keep_issued(
    work: UnitOfWork, workspace: Workspace, prepared: _Prepared, if_changed: IfChanged
) -> IssuedDocument:
    if if_changed is IfChanged.ASK:
        _require_nothing_came_back(work, prepared.wanted)
    kept = attachments.keep(work, prepared.content, file_name=prepared.name)
    record = make_record(work, prepared.wanted, kept, name=prepared.name, workspace=workspace)
    return work.add(record)


def _require_nothing_came_back(reader: Reader, wanted: Wanted) -> None:
    for record in reader.find(IssuedDocument, **wanted.fields):
        if record.returned_attachment_id is None:
            continue
        returned = reader.get(Attachment, record.returned_attachment_id)
        if returned.sha256 != record.sha256:
            raise ChangedByHand(record.file_name, path=None, document_id=record.id)
