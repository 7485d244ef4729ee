"""Verbs for a ministry's own Word forms: keep them, look through them, fill them for a meeting."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.attachment import Attachment
from app.domain.body import Body
from app.domain.errors import Misfortune
from app.domain.own_form import OwnForm
from app.services import attachments, disk, incoming_files
from app.services.form_filling import (
    fill,
    issue,
    issue_to,
    list_fields,
    open_form,
    suggest_name,
)
from app.store.change_set import ChangeSet
from app.store.reader import Reader
from app.store.workspace import Workspace

if TYPE_CHECKING:
    from app.documents.forms.findings import Finding
    from app.documents.gate import Removed

__all__ = [
    "FormReport",
    "FormWithoutFields",
    "OwnFormRow",
    "adopt",
    "change",
    "check",
    "export",
    "fill",
    "issue",
    "issue_to",
    "list_fields",
    "list_forms",
    "look_into",
    "remove",
    "replace",
    "suggest_name",
]


class FormWithoutFields(Misfortune):
    """A Word file was to be kept as a form that has nothing in it to be filled."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” has no fields, so there is nothing in it to fill.",
            "Write fields such as {{ meeting.title }} where the facts shall stand, and save it.",
            field="path",
        )
        self.name = name


@dataclass(frozen=True)
class OwnFormRow:
    """A form in a list.

    Attributes:
        id: Its key.
        name: What staff call it.
        language: The language of its wording.
        body_id: The body whose it is; ``None`` for every body.
        file_name: The name of the file that it came from.
        size: How many bytes it has.
        note: What staff noted of it.
    """

    id: UUID
    name: str
    language: str
    body_id: UUID | None
    file_name: str
    size: int
    note: str


@dataclass(frozen=True)
class FormReport:
    """What was found in a form.

    Attributes:
        fields: What it prints, each once, in its order.
        findings: What keeps it from being filled.
        missing: What is not known yet of the meeting that it was tried with.
        removed: What was taken out of the file before it was kept.
    """

    fields: tuple[str, ...]
    findings: "tuple[Finding, ...]"
    missing: "tuple[Finding, ...]" = ()
    removed: "tuple[Removed, ...]" = ()

    @property
    def can_be_filled(self) -> bool:
        """Whether nothing stands in the way, but for what is not known yet."""
        return not self.findings


def list_forms(workspace: Workspace) -> tuple[OwnFormRow, ...]:
    """Return the forms of the workspace by name, those of every body first."""
    with workspace.read() as reader:
        rows = [_row(reader, form) for form in reader.find(OwnForm)]
    return tuple(
        sorted(rows, key=lambda row: (str(row.body_id or ""), row.name.casefold(), str(row.id)))
    )


def adopt(
    workspace: Workspace,
    *,
    path: Path,
    name: str,
    language: str = "en",
    body_id: UUID | None = None,
    note: str = "",
) -> ChangeSet:
    """Keep the Word file at ``path`` as a form; what could do harm in it is left out.

    Its fields need not be right yet: ``check`` says what is wrong with them.

    Raises:
        WordFileRefused: It is no Word file, or one that is not let in.
        FormWithoutFields: There is nothing in it to fill.
        FileNotRead: It cannot be read.
    """
    content = _read(path, language=language)
    with workspace.write("Add Word form") as work:
        if body_id is not None:
            work.get(Body, body_id)
        kept = attachments.keep(work, content, file_name=path.name)
        form = work.add(
            OwnForm(
                name=name.strip(),
                language=language,
                body_id=body_id,
                attachment_id=kept.id,
                note=note,
            )
        )
        return work.commit(subject=form.id)


def replace(workspace: Workspace, *, form_id: UUID, path: Path) -> ChangeSet:
    """Have a form be the Word file at ``path`` from now on, as it was changed in Word.

    Raises:
        WordFileRefused: It is no Word file, or one that is not let in.
        FormWithoutFields: There is nothing in it to fill.
    """
    with workspace.read() as reader:
        language = reader.get(OwnForm, form_id).language
    content = _read(path, language=language)
    with workspace.write("Replace Word form") as work:
        form = work.get(OwnForm, form_id)
        form.attachment_id = attachments.keep(work, content, file_name=path.name).id
        return work.commit(subject=form.id)


def change(
    workspace: Workspace,
    *,
    form_id: UUID,
    name: str,
    language: str,
    body_id: UUID | None = None,
    note: str = "",
) -> ChangeSet:
    """Say otherwise what a form is called, in which language it is, and for which body."""
    with workspace.write("Change Word form") as work:
        form = work.get(OwnForm, form_id)
        if body_id is not None:
            work.get(Body, body_id)
        form.name, form.language = name.strip(), language
        form.body_id, form.note = body_id, note
        return work.commit(subject=form.id)


def remove(workspace: Workspace, *, form_id: UUID) -> ChangeSet:
    """Take a form away; the letters that were written with it stay."""
    with workspace.write("Remove Word form") as work:
        work.delete(work.get(OwnForm, form_id))
        return work.commit(subject=form_id)


def export(workspace: Workspace, *, form_id: UUID, path: Path) -> Path:
    """Write the Word file of a form to ``path``, or into that folder, to be looked at in Word.

    Raises:
        AttachmentDamaged: It is not what was stored.
        FileNotWritten: naming the file and the reason.
    """
    with workspace.read() as reader:
        form = reader.get(OwnForm, form_id)
        kept = reader.get(Attachment, form.attachment_id)
        content = attachments.read(reader, form.attachment_id)
    return disk.write_file(path, content, name=kept.file_name)


def check(workspace: Workspace, *, form_id: UUID, meeting_id: UUID | None = None) -> FormReport:
    """Return what a form asks for, what is wrong with it, and what a meeting does not say yet.

    Args:
        workspace: The workspace.
        form_id: Which form.
        meeting_id: The meeting to try it with; without one only the form itself is looked at.

    Raises:
        AttachmentDamaged: It is not what was stored.
        NoBody: The meeting belongs to no body.
    """
    from app.documents.forms.filling import fill_form
    from app.services.facts.forms import form_facts

    with workspace.read() as reader:
        form = reader.get(OwnForm, form_id)
        language = form.language
        opened = open_form(reader, form)
        wanted = meeting_id if not opened.findings else None
        facts = (
            form_facts(reader, workspace, meeting_id=wanted, language=language) if wanted else None
        )
    fields, findings = opened.fields, opened.findings
    missing = fill_form(opened, facts, language=language).missing if facts else ()
    return FormReport(fields, findings, missing, opened.file.removed)


def look_into(path: Path, *, language: str = "en") -> FormReport:
    """Return what a Word file asks for and what was taken out of it, before it is kept.

    Raises:
        WordFileRefused: It is no Word file, or one that is not let in.
        FileNotRead: It cannot be read.
    """
    from app.documents.forms.reading import read_form
    from app.documents.gate import let_in

    file = let_in(incoming_files.read(path), name=path.name)
    form = read_form(file, language=language)
    return FormReport(form.fields, form.findings, (), file.removed)


def _read(path: Path, *, language: str) -> bytes:
    """Return the Word file at ``path`` as it may be kept."""
    from app.documents.forms.reading import read_form
    from app.documents.gate import let_in

    file = let_in(incoming_files.read(path), name=path.name)
    form = read_form(file, language=language)
    if not form.tags and not form.findings:
        raise FormWithoutFields(path.name)
    return file.to_bytes()


def _row(reader: Reader, form: OwnForm) -> OwnFormRow:
    kept = reader.get(Attachment, form.attachment_id)
    return OwnFormRow(
        id=form.id,
        name=form.name,
        language=form.language,
        body_id=form.body_id,
        file_name=kept.file_name,
        size=kept.size,
        note=form.note,
    )
