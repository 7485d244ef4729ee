"""The text of rules on any day, in any language, and the versions it went through."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, or_, select
from sqlmodel import col

from app.domain.decision import Decision
from app.domain.names import in_language
from app.domain.provenance import Provenance
from app.domain.rules import (
    Amendment,
    Provision,
    ProvisionRevision,
    ProvisionText,
    RuleDocument,
    RuleVersion,
    VersionStatus,
)
from app.domain.sealing import SealedText
from app.store.reader import Reader

_NOT_LAW = (VersionStatus.DRAFT, VersionStatus.WITHDRAWN)


@dataclass(frozen=True)
class RuleDocumentRow:
    """A rule document in a list, with the label of its latest version."""

    id: UUID
    body_id: UUID | None
    code: str
    title: str
    kind: str
    scope_note: str
    provenance: Provenance
    provenance_note: str
    latest: str


@dataclass(frozen=True)
class VersionRow:
    """A version, with the decision that adopted it."""

    id: UUID
    number: int
    label: str
    status: str
    decision: str
    adopted_on: date | None
    in_force_from: date | None
    in_force_to: date | None
    change_note: str
    content_root: str
    text_held: bool
    provenance: Provenance


@dataclass(frozen=True)
class ProvisionRow:
    """A provision as it stands in one version and language; ``language`` is that of the text."""

    eid: str
    kind: str
    parent_eid: str | None
    depth: int
    label: str
    heading: str
    text: str
    language: str
    status: str
    sha256: str


@dataclass(frozen=True)
class AmendmentRow:
    """What one decision did to one provision."""

    version: int
    eid: str
    kind: str
    decision: str


def list_documents(
    reader: Reader, *, body_id: UUID | None, language: str
) -> tuple[RuleDocumentRow, ...]:
    """Return the rule documents of a body; of the whole workspace for ``None``."""
    wanted = {"body_id": body_id} if body_id else {}
    rows = []
    for document in reader.find(RuleDocument, **wanted):
        versions = sorted(
            reader.find(RuleVersion, document_id=document.id), key=lambda made: made.number
        )
        rows.append(
            RuleDocumentRow(
                id=document.id,
                body_id=document.body_id,
                code=document.code,
                title=in_language(document.titles, language),
                kind=document.kind.value,
                scope_note=in_language(document.scope_notes, language),
                provenance=document.provenance,
                provenance_note=document.provenance_note,
                latest=versions[-1].label if versions else "",
            )
        )
    return tuple(sorted(rows, key=lambda row: row.code))


def list_versions(reader: Reader, *, document_id: UUID, language: str) -> tuple[VersionRow, ...]:
    """Return the versions of a document, the earliest first."""
    versions = sorted(
        reader.find(RuleVersion, document_id=document_id), key=lambda made: made.number
    )
    return tuple(_version(reader, version, language) for version in versions)


def version_in_force(reader: Reader, *, document_id: UUID, on: date) -> int | None:
    """Return the number of the version in force on a day, or ``None``."""
    statement = (
        select(col(RuleVersion.number))
        .where(
            col(RuleVersion.document_id) == document_id,
            col(RuleVersion.status).not_in(_NOT_LAW),
            col(RuleVersion.in_force_from) <= on,
            or_(col(RuleVersion.in_force_to).is_(None), col(RuleVersion.in_force_to) > on),
        )
        .order_by(col(RuleVersion.in_force_from).desc())
        .limit(1)
    )
    found = reader.execute(statement)
    return found[0][0] if found else None


def read_version(
    reader: Reader, *, document_id: UUID, number: int, language: str, fallback: str = "en"
) -> tuple[ProvisionRow, ...]:
    """Return a version's provisions in order, each in ``language`` or else in ``fallback``.

    Of several corrections of one text the highest is read. A provision that has neither language
    is read in one that it has; one that has no words at all still holds those below it together.
    """
    chosen: dict[str, ProvisionRow] = {}
    wordless: dict[int, ProvisionRow] = {}
    for row in reader.execute(_provisions(document_id, number, (language, fallback))):
        read = _provision(row)
        if not read.language:
            wordless[row.revision_id] = read
        if read.language == language or chosen.get(read.eid, read).language == read.language:
            chosen[read.eid] = read
    for revision_id, text in _any_texts(reader, tuple(wordless)).items():
        eid = wordless[revision_id].eid
        chosen[eid] = replace(
            chosen[eid],
            heading=text.heading,
            text=text.text,
            language=text.language,
            status=text.status.value,
            sha256=text.sha256,
        )
    return tuple(chosen.values())


def list_languages(reader: Reader, *, document_id: UUID) -> tuple[str, ...]:
    """Return the languages in which some text of a document is held."""
    statement = (
        select(col(ProvisionText.language))
        .join(ProvisionRevision, col(ProvisionRevision.id) == col(ProvisionText.revision_id))
        .where(col(ProvisionRevision.document_id) == document_id)
        .distinct()
    )
    return tuple(sorted(row[0] for row in reader.execute(statement)))


def list_amendments(reader: Reader, *, document_id: UUID) -> tuple[AmendmentRow, ...]:
    """Return what every decision did to every provision of a document."""
    statement = (
        select(
            col(RuleVersion.number),
            col(Provision.eid),
            col(Amendment.kind),
            col(Decision.symbol),
        )
        .join(RuleVersion, col(RuleVersion.id) == col(Amendment.version_id))
        .join(Provision, col(Provision.id) == col(Amendment.provision_id))
        .join(Decision, col(Decision.id) == col(Amendment.decision_id))
        .where(col(RuleVersion.document_id) == document_id)
        .order_by(col(RuleVersion.number), col(Provision.eid))
    )
    return tuple(
        AmendmentRow(version=number, eid=eid, kind=kind.value, decision=symbol or "")
        for number, eid, kind, symbol in reader.execute(statement)
    )


def _provisions(
    document_id: UUID, number: int, languages: tuple[str, ...]
) -> Select[*tuple[Any, ...]]:
    texts = and_(
        col(ProvisionText.revision_id) == col(ProvisionRevision.id),
        col(ProvisionText.language).in_(languages),
    )
    return (
        select(
            col(ProvisionRevision.id).label("revision_id"),
            col(Provision.eid),
            col(Provision.kind),
            col(ProvisionRevision.parent_eid),
            col(ProvisionRevision.depth),
            col(ProvisionRevision.label),
            col(ProvisionText.heading),
            col(ProvisionText.text),
            col(ProvisionText.language),
            col(ProvisionText.status),
            col(ProvisionText.sha256),
        )
        .join(Provision, col(Provision.id) == col(ProvisionRevision.provision_id))
        .outerjoin(ProvisionText, texts)
        .where(
            col(ProvisionRevision.document_id) == document_id,
            col(ProvisionRevision.v_from) <= number,
            or_(col(ProvisionRevision.v_to).is_(None), col(ProvisionRevision.v_to) > number),
        )
        .order_by(col(ProvisionRevision.ordinal), col(ProvisionText.correction))
    )


def _provision(row: Any) -> ProvisionRow:
    return ProvisionRow(
        eid=row.eid,
        kind=row.kind.value,
        parent_eid=row.parent_eid,
        depth=row.depth,
        label=row.label,
        heading=row.heading or "",
        text=row.text or "",
        language=row.language or "",
        status=row.status.value if row.status else "",
        sha256=row.sha256 or "",
    )


def _any_texts(reader: Reader, revision_ids: tuple[int, ...]) -> dict[int, ProvisionText]:
    """Return a text of each revision that has one, of its last correction."""
    if not revision_ids:
        return {}
    statement = (
        select(ProvisionText)
        .where(col(ProvisionText.revision_id).in_(revision_ids))
        .order_by(col(ProvisionText.language).desc(), col(ProvisionText.correction))
    )
    return {text.revision_id: text for text in reader.scalars(statement)}


def _version(reader: Reader, version: RuleVersion, language: str) -> VersionRow:
    decision = reader.get(Decision, version.decision_id) if version.decision_id else None
    return VersionRow(
        id=version.id,
        number=version.number,
        label=version.label,
        status=version.status.value,
        decision=(decision.symbol or decision.temporary_symbol) if decision else "",
        adopted_on=version.adopted_on,
        in_force_from=version.in_force_from,
        in_force_to=version.in_force_to,
        change_note=in_language(version.change_notes, language),
        content_root=version.content_root,
        text_held=version.text_held,
        provenance=version.provenance,
    )


def unsealed_texts(reader: Reader, *, document_id: UUID, number: int) -> list[ProvisionText]:
    """Return the texts of a version that no adoption has sealed yet."""
    statement = (
        select(ProvisionText)
        .join(ProvisionRevision, col(ProvisionRevision.id) == col(ProvisionText.revision_id))
        .where(
            col(ProvisionRevision.document_id) == document_id,
            col(ProvisionRevision.v_from) <= number,
            or_(col(ProvisionRevision.v_to).is_(None), col(ProvisionRevision.v_to) > number),
            col(ProvisionText.correction) == 0,
            col(ProvisionText.sealed_from).is_(None),
        )
    )
    return list(reader.scalars(statement))


def sealed_texts(reader: Reader, *, document_id: UUID, number: int) -> tuple[SealedText, ...]:
    """Return the texts that the seal of a version covers, in the order in which they enter it."""
    code = reader.get(RuleDocument, document_id).code
    statement = (
        select(
            col(Provision.eid),
            col(ProvisionRevision.label),
            col(ProvisionText.language),
            col(ProvisionText.heading),
            col(ProvisionText.text),
        )
        .join(Provision, col(Provision.id) == col(ProvisionRevision.provision_id))
        .join(ProvisionText, col(ProvisionText.revision_id) == col(ProvisionRevision.id))
        .where(
            col(ProvisionRevision.document_id) == document_id,
            col(ProvisionRevision.v_from) <= number,
            or_(col(ProvisionRevision.v_to).is_(None), col(ProvisionRevision.v_to) > number),
            col(ProvisionText.correction) == 0,
            col(ProvisionText.sealed_from) <= number,
        )
        .order_by(col(ProvisionRevision.ordinal), col(ProvisionText.language))
    )
    return tuple(
        SealedText(
            document=code,
            version=number,
            eid=eid,
            language=language,
            label=label,
            heading=heading,
            text=text,
        )
        for eid, label, language, heading, text in reader.execute(statement)
    )
