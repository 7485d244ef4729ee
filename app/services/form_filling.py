"""Verbs that fill a ministry's own Word form for a meeting, and keep what was written with it."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.documents.fields import Field
from app.domain.issued import IssuedDocument
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.own_form import OwnForm
from app.services import attachments, disk
from app.services.hand_changes import DiskState, IfChanged
from app.services.safe_names import safe_name
from app.services.saving import SavedFile
from app.services.written_files import look_on_disk, note_path, settle
from app.store.change_set import ChangeSet
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

if TYPE_CHECKING:
    from app.documents.forms.filling import Filled
    from app.documents.forms.reading import Form

KIND = "own-form"
"""What an issued document records as its kind where one of these forms made it."""


def suggest_name(workspace: Workspace, *, form_id: UUID, meeting_id: UUID) -> str:
    """Return the name of the file that a form makes for a meeting once it is issued."""
    with workspace.read() as reader:
        form = reader.get(OwnForm, form_id)
        return _file_name(reader, form, meeting_id, is_draft=False)


def list_fields(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[Field, ...]:
    """Return what a form may print of a meeting, as forms write it, with what is there now.

    Raises:
        NoBody: The meeting belongs to no body.
    """
    from app.documents.fields import list_form_fields
    from app.services.facts.forms import form_facts

    with workspace.read() as reader:
        facts = form_facts(reader, workspace, meeting_id=meeting_id, language=language)
    return list_form_fields(facts)


def fill(
    workspace: Workspace,
    *,
    form_id: UUID,
    meeting_id: UUID,
    path: Path,
    if_changed: IfChanged = IfChanged.ASK,
) -> SavedFile:
    """Fill a form for a meeting and write it as a draft; what is not known stands in amber.

    Args:
        workspace: The workspace.
        form_id: Which form.
        meeting_id: Which meeting.
        path: The file, or the folder in which it gets its own name.
        if_changed: What to do where there is a file that is not as JWG Desk wrote it.

    Raises:
        FormRefused: Something is wrong with its fields; the error lists it with its place.
        FormRunsAway: It takes too long or prints too much.
        ChangedByHand: There is a changed file, and nobody said what to do.
        FileNotWritten: naming the file and the reason.
    """
    with workspace.read() as reader:
        form = reader.get(OwnForm, form_id)
        filled = _fill(reader, workspace, form, meeting_id)
        name = _file_name(reader, form, meeting_id, is_draft=bool(filled.missing))
    target = path / name if disk.is_folder(path) else path
    if workspace.read_only:
        written = disk.write_file(target, filled.content)
        return SavedFile(written, None, attachments.hash_of(filled.content))
    with workspace.write("Fill Word form") as work:
        target = settle(work, target, filled.content, if_changed)
        record = _keep_draft(work, workspace, form_id, meeting_id, filled.content, path=target)
        work.flush()
        disk.write_file(target, filled.content)  # last: what cannot be written is not remembered
        work.commit(subject=record.id)
    return SavedFile(target, record.id, record.sha256)


def issue(workspace: Workspace, *, form_id: UUID, meeting_id: UUID) -> ChangeSet:
    """Fill a form for a meeting and keep it for good; ``issuing.write_issued`` puts it on disk.

    Raises:
        FormRefused: Something is wrong with its fields, or a fact is not known yet.
        FormRunsAway: It takes too long or prints too much.
    """
    with workspace.write("Issue Word form") as work:
        record, _content = _keep_issued(work, workspace, form_id, meeting_id)
        return work.commit(subject=record.id)


def issue_to(
    workspace: Workspace,
    *,
    form_id: UUID,
    meeting_id: UUID,
    path: Path,
    if_changed: IfChanged = IfChanged.ASK,
) -> SavedFile:
    """Fill a form for a meeting, keep it for good and write it to the disk: all of it, or nothing.

    Of a file that is there and that this workspace did not write, the user was asked already.

    Raises:
        FormRefused: Something is wrong with its fields, or a fact is not known yet.
        FormRunsAway: It takes too long or prints too much.
        ChangedByHand: There is a file that was changed by hand, and nobody said what to do.
        FileNotWritten: naming the file and the reason; nothing was issued.
    """
    is_foreign = look_on_disk(workspace, path=path) is DiskState.UNKNOWN
    with workspace.write("Issue Word form") as work:
        record, content = _keep_issued(work, workspace, form_id, meeting_id)
        target = path / record.file_name if disk.is_folder(path) else path
        deed = IfChanged.REPLACE if is_foreign and target == path else if_changed
        target = settle(work, target, content, deed)
        record.written_to = note_path(target)
        work.flush()
        disk.write_file(target, content)  # last: what cannot be written is not issued
        work.commit(subject=record.id)
    return SavedFile(target, record.id, record.sha256)


def open_form(reader: Reader, form: OwnForm) -> "Form":
    """Return a form that is kept, read and looked through.

    Raises:
        AttachmentDamaged: It is not what was stored.
    """
    from app.documents.forms.reading import read_form
    from app.documents.gate import let_in

    content = attachments.read(reader, form.attachment_id)
    return read_form(let_in(content, name=form.name), language=form.language)


def _fill(reader: Reader, workspace: Workspace, form: OwnForm, meeting_id: UUID) -> "Filled":
    from app.documents.forms.filling import fill_form
    from app.services.facts.forms import form_facts

    facts = form_facts(reader, workspace, meeting_id=meeting_id, language=form.language)
    return fill_form(open_form(reader, form), facts, language=form.language)


def _keep_issued(
    work: UnitOfWork, workspace: Workspace, form_id: UUID, meeting_id: UUID
) -> tuple[IssuedDocument, bytes]:
    from app.documents.forms.findings import FormRefused

    form = work.get(OwnForm, form_id)
    filled = _fill(work, workspace, form, meeting_id)
    if filled.missing:
        raise FormRefused(form.name, filled.missing)
    name = _file_name(work, form, meeting_id, is_draft=False)
    record = _record(work, workspace, form, meeting_id, filled.content, name=name)
    record.is_draft = False
    return work.add(record), filled.content


def _keep_draft(
    work: UnitOfWork,
    workspace: Workspace,
    form_id: UUID,
    meeting_id: UUID,
    content: bytes,
    *,
    path: Path,
) -> IssuedDocument:
    """Keep what was written; at its place on the disk it follows on the draft before it."""
    form = work.get(OwnForm, form_id)
    fresh = _record(work, workspace, form, meeting_id, content, name=path.name)
    fresh.written_to = note_path(path)
    like = {"kind": KIND, "meeting_id": meeting_id, "is_draft": True}
    for before in work.find(IssuedDocument, **like, written_to=fresh.written_to):
        if before.returned_attachment_id is None:
            before.attachment_id, before.sha256 = fresh.attachment_id, fresh.sha256
            before.issued_at, before.template = fresh.issued_at, fresh.template
            return before
    return work.add(fresh)


def _record(
    work: UnitOfWork,
    workspace: Workspace,
    form: OwnForm,
    meeting_id: UUID,
    content: bytes,
    *,
    name: str,
) -> IssuedDocument:
    kept = attachments.keep(work, content, file_name=name)
    return IssuedDocument(
        kind=KIND,
        template=form.name,
        language=form.language,
        meeting_id=meeting_id,
        body_id=work.get(Meeting, meeting_id).body_id,
        is_draft=True,
        issued_at=workspace.clock.now(),
        file_name=name,
        sha256=kept.sha256,
        attachment_id=kept.id,
    )


def _file_name(reader: Reader, form: OwnForm, meeting_id: UUID, *, is_draft: bool) -> str:
    """Return a name such as “Letter of invitation - JWG-1 (draft).docx”."""
    meeting = reader.get(Meeting, meeting_id)
    whose = meeting.code or in_language(meeting.titles, form.language)
    return safe_name(f"{form.name} - {whose}{' (draft)' if is_draft else ''}.docx")
