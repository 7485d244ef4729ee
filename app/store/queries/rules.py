"""The text of rules on any day, in any language, and the versions it went through."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    Date,
    Integer,
    LargeBinary,
    Select,
    String,
    Table,
    and_,
    bindparam,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlmodel import col

from app.domain.columns import HexBytes
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
    parent_id: UUID | None = None


@dataclass(frozen=True)
class VersionRow:
    """A version, with the decision that adopted it.

    Attributes:
        ad_referendum: Whether the decision still needs the consent of the capitals, or needed it
            until ``confirmed_on``.
    """

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
    decision_id: UUID | None = None
    published_on: date | None = None
    applies_to: str = ""
    is_provisional: bool = False
    ad_referendum: bool = False
    confirmed_on: date | None = None


class ProvisionRow(NamedTuple):
    """A provision as it stands in one version and language; ``language`` is that of the text.

    A tuple with names, as a text of some hundred is read at every look at it.
    """

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
    """What one decision did to one provision; no decision where it is not known which."""

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
                parent_id=document.parent_id,
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
    found = reader.execute(_in_force(), {"document": document_id, "day": on})
    return found[0][0] if found else None


def read_version(
    reader: Reader, *, document_id: UUID, number: int, language: str, fallback: str = "en"
) -> tuple[ProvisionRow, ...]:
    """Return a version's provisions in order, each in ``language`` or else in ``fallback``.

    Of several corrections of one text the highest is read. A provision that has neither language
    is read in one that it has; one that has no words at all still holds those below it together.
    """
    read: dict[str, ProvisionRow] = {}
    wordless: dict[int, str] = {}
    asked = {"document": document_id, "number": number, "one": language, "other": fallback}
    for revision_id, *values in reader.execute(_provisions(), asked):
        row = ProvisionRow._make(values)
        there = read.get(row.eid)
        if there is None or row.language in (language, there.language):
            read[row.eid] = row
        if not row.language:
            wordless[revision_id] = row.eid
    for revision_id, text in _any_texts(reader, tuple(wordless)).items():
        eid = wordless[revision_id]
        read[eid] = read[eid]._replace(
            heading=text.heading,
            text=text.text,
            language=text.language,
            status=text.status.value,
            sha256=text.sha256,
        )
    return tuple(read.values())


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
        .outerjoin(Decision, col(Decision.id) == col(Amendment.decision_id))
        .where(col(RuleVersion.document_id) == document_id)
        .order_by(col(RuleVersion.number), col(Provision.eid))
    )
    return tuple(
        AmendmentRow(version=number, eid=eid, kind=kind.value, decision=symbol or "")
        for number, eid, kind, symbol in reader.execute(statement)
    )


# Both are made once: they are asked at every look at a text, and making them takes longer than
# finding the answer.
@cache
def _in_force() -> Select[*tuple[Any, ...]]:
    version = _table(RuleVersion).c
    starts, ends = version.in_force_from, version.in_force_to
    day = bindparam("day", type_=Date)
    return (
        select(version.number)
        .where(
            version.document_id == bindparam("document"),
            *(version.status != status for status in _NOT_LAW),
            starts <= day,
            or_(ends.is_(None), ends > day),
        )
        .order_by(starts.desc())
        .limit(1)
    )


@cache
def _provisions() -> Select[*tuple[Any, ...]]:
    """Ask the tables and not the records: what stands in a row is read here and not changed."""
    number = bindparam("number", type_=Integer)
    provision, revision, text = (
        _table(model).c for model in (Provision, ProvisionRevision, ProvisionText)
    )
    languages = or_(text.language == bindparam("one"), text.language == bindparam("other"))
    return (
        select(
            revision.id.label("revision_id"),
            provision.eid,
            type_coerce(provision.kind, String).label("kind"),
            revision.parent_eid,
            revision.depth,
            revision.label,
            func.coalesce(text.heading, "").label("heading"),
            func.coalesce(text.text, "").label("text"),
            func.coalesce(text.language, "").label("language"),
            func.coalesce(type_coerce(text.status, String), "").label("status"),
            type_coerce(
                func.coalesce(type_coerce(text.sha256, LargeBinary), literal(b"", LargeBinary)),
                HexBytes,
            ).label("sha256"),
        )
        .join(_table(Provision), provision.id == revision.provision_id)
        .outerjoin(_table(ProvisionText), and_(text.revision_id == revision.id, languages))
        .where(
            revision.document_id == bindparam("document"),
            revision.v_from <= number,
            or_(revision.v_to.is_(None), revision.v_to > number),
        )
        .order_by(revision.ordinal, text.correction)
    )


def _table(model: Any) -> Table:
    table: Table = model.__table__
    return table


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
        decision_id=version.decision_id,
        published_on=version.published_on,
        applies_to=in_language(version.applies_to, language),
        is_provisional=version.is_provisional,
        ad_referendum=decision.ad_referendum if decision else False,
        confirmed_on=decision.confirmed_on if decision else None,
    )


def texts_in(
    reader: Reader, *, document_id: UUID, number: int, language: str
) -> tuple[tuple[SealedText, ProvisionText], ...]:
    """Return the texts of a version in one language in reading order, as they would be sealed."""
    code = reader.get(RuleDocument, document_id).code
    statement = (
        select(col(Provision.eid), col(ProvisionRevision.label), ProvisionText)
        .join(ProvisionRevision, col(ProvisionRevision.provision_id) == col(Provision.id))
        .join(ProvisionText, col(ProvisionText.revision_id) == col(ProvisionRevision.id))
        .where(
            col(ProvisionRevision.document_id) == document_id,
            col(ProvisionRevision.v_from) <= number,
            or_(col(ProvisionRevision.v_to).is_(None), col(ProvisionRevision.v_to) > number),
            col(ProvisionText.language) == language,
            col(ProvisionText.correction) == 0,
        )
        .order_by(col(ProvisionRevision.ordinal))
    )
    return tuple(
        (SealedText(code, number, eid, language, label, text.heading, text.text), text)
        for eid, label, text in reader.execute(statement)
    )


def latest_texts(
    reader: Reader, *, document_id: UUID, number: int, language: str
) -> dict[str, ProvisionText]:
    """Return the texts of a version in one language by provision, each in its last correction."""
    statement = (
        select(col(Provision.eid), ProvisionText)
        .join(ProvisionRevision, col(ProvisionRevision.provision_id) == col(Provision.id))
        .join(ProvisionText, col(ProvisionText.revision_id) == col(ProvisionRevision.id))
        .where(
            col(ProvisionRevision.document_id) == document_id,
            col(ProvisionRevision.v_from) <= number,
            or_(col(ProvisionRevision.v_to).is_(None), col(ProvisionRevision.v_to) > number),
            col(ProvisionText.language) == language,
        )
        .order_by(col(ProvisionText.correction))
    )
    return {row.eid: row.ProvisionText for row in reader.execute(statement)}


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
