"""Verbs for what is on record about a rule document: its titles, its place in a set, its scope."""

from dataclasses import dataclass, field, fields
from uuid import UUID

from app.domain.errors import Misfortune
from app.domain.instrument import Instrument
from app.domain.names import Names, in_language
from app.domain.rules import SEALED_VERSIONS, RuleDocument, RuleKind, RuleVersion
from app.store.change_set import ChangeSet
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["Choice", "DocumentForm", "DocumentRefused", "RuleKind", "RuleSheet", "change", "enter"]


class DocumentRefused(Misfortune):
    """A rule document cannot be entered or changed as it was asked for; ``field`` names why."""


@dataclass(frozen=True, kw_only=True)
class RuleSheet:
    """What is on record about a rule document.

    Attributes:
        parent_id: The set of rules that it belongs to.
        instrument_id: The agreement on which it rests.
        scope_notes: To what it applies, where not to everything.
    """

    code: str = ""
    titles: Names = field(default_factory=dict)
    kind: RuleKind = RuleKind.RULE_SET
    parent_id: UUID | None = None
    instrument_id: UUID | None = None
    scope_notes: Names = field(default_factory=dict)
    authentic_languages: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Choice:
    """A record that can be chosen."""

    id: UUID
    name: str


@dataclass(frozen=True)
class DocumentForm:
    """A sheet with what can be chosen in it.

    Attributes:
        document_id: Which document; ``None`` for a new one.
        is_sealed: Whether a version is sealed, so that the short name is part of a seal.
    """

    sheet: RuleSheet
    document_id: UUID | None
    is_sealed: bool
    parents: tuple[Choice, ...]
    instruments: tuple[Choice, ...]


def show(
    workspace: Workspace,
    *,
    body_id: UUID | None,
    document_id: UUID | None = None,
    language: str = "en",
) -> DocumentForm:
    """Return what is on record about a document, or an empty sheet for a new one of the body."""
    with workspace.read() as reader:
        sheet, is_sealed = RuleSheet(), False
        if document_id is not None:
            document = reader.get(RuleDocument, document_id)
            body_id = document.body_id
            sheet = RuleSheet(
                **{each.name: getattr(document, each.name) for each in fields(RuleSheet)}
                | {"authentic_languages": tuple(document.authentic_languages)}
            )
            is_sealed = _is_sealed(reader, document_id)
        below = _below(reader, document_id) if document_id else frozenset()
        parents = [
            Choice(row.id, in_language(row.titles, language))
            for row in reader.find(RuleDocument, body_id=body_id)
            if row.id not in below
        ]
        instruments = [
            Choice(row.id, in_language(row.titles, language)) for row in reader.find(Instrument)
        ]
    return DocumentForm(
        sheet=sheet,
        document_id=document_id,
        is_sealed=is_sealed,
        parents=tuple(sorted(parents, key=lambda each: each.name)),
        instruments=tuple(sorted(instruments, key=lambda each: each.name)),
    )


def enter(workspace: Workspace, *, body_id: UUID, sheet: RuleSheet) -> ChangeSet:
    """Enter a rule document of a body; its text comes later, or never where it is not public.

    Raises:
        DocumentRefused: if it has no short name or no title.
        RuleBroken: if another document has this short name.
    """
    with workspace.write("Enter rules") as work:
        _require(sheet)
        document = RuleDocument(code=sheet.code.strip(), body_id=body_id, kind=sheet.kind)
        work.add(document)
        _write(work, document, sheet)
        return work.commit(subject=document.id)


def change(workspace: Workspace, *, document_id: UUID, sheet: RuleSheet) -> ChangeSet:
    """Change what is on record about a rule document.

    Raises:
        DocumentRefused: if it has no title, would stand below itself, or its short name is part of
            a seal.
    """
    with workspace.write("Change rules") as work:
        _require(sheet)
        document = work.get(RuleDocument, document_id)
        code = sheet.code.strip()
        if code != document.code:
            if _is_sealed(work, document_id):
                raise DocumentRefused(
                    f"The short name {document.code} is part of the seal of an adopted version.",
                    "It stays; the title can be changed.",
                    field="code",
                )
            document.code = code
        if sheet.parent_id in _below(work, document_id):
            raise DocumentRefused(
                "Rules cannot belong to themselves or to what belongs to them.",
                "Choose another set of rules.",
                field="parent_id",
            )
        document.kind = sheet.kind
        _write(work, document, sheet)
        return work.commit(subject=document_id)


def _require(sheet: RuleSheet) -> None:
    if not sheet.code.strip():
        raise DocumentRefused("Rules need a short name.", field="code")
    if not any(title.strip() for title in sheet.titles.values()):
        raise DocumentRefused("Rules need a title.", field="titles")


def _write(work: UnitOfWork, document: RuleDocument, sheet: RuleSheet) -> None:
    if sheet.parent_id is not None:
        work.get(RuleDocument, sheet.parent_id)
    document.titles = dict(sheet.titles)
    document.parent_id = sheet.parent_id
    document.instrument_id = sheet.instrument_id
    document.scope_notes = dict(sheet.scope_notes)
    document.authentic_languages = list(sheet.authentic_languages)
    document.note = sheet.note


def _is_sealed(reader: Reader, document_id: UUID) -> bool:
    versions = reader.find(RuleVersion, document_id=document_id)
    return any(row.status in SEALED_VERSIONS and row.content_root for row in versions)


def _below(reader: Reader, document_id: UUID) -> frozenset[UUID]:
    """Return a document and everything that belongs to it."""
    found = {document_id}
    waiting = [document_id]
    while waiting:
        for child in reader.find(RuleDocument, parent_id=waiting.pop()):
            if child.id not in found:
                found.add(child.id)
                waiting.append(child.id)
    return frozenset(found)
