"""Tells what records are and where they belong, a few dozen at a time, for lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlmodel import col

from app.domain.body import Body
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.rules import Provision, ProvisionRevision, ProvisionText, RuleDocument
from app.store.finding.facts import subquery_of
from app.store.reader import Reader
from app.texts.query.asked import Kind

Ref = tuple[Kind, UUID]
_BELOW = "__"


@dataclass(frozen=True)
class Card:
    """What a record is called, and where it belongs.

    Attributes:
        id: Its key; of a provision, its number written as one.
        code: Its number, symbol or code; nothing where the title says it all.
        body, meeting: What these are called, for whoever reads.
        day, due: As exactly as they are known, such as ``2025`` or ``2025-05-27``.
        document_id, eid: Of a provision, where it stands.
        above: Of a provision below an article, the number of that article.
    """

    kind: Kind
    id: UUID
    title: str
    code: str = ""
    body_id: UUID | None = None
    body: str = ""
    meeting_id: UUID | None = None
    meeting: str = ""
    day: str = ""
    due: str = ""
    status: str = ""
    document_id: UUID | None = None
    eid: str = ""
    above: str = ""


def describe(reader: Reader, refs: Iterable[Ref], *, language: str) -> dict[Ref, Card]:
    """Return what is known of records; those that are gone are left out."""
    wanted: dict[Kind, list[UUID]] = {}
    for kind, key in refs:
        wanted.setdefault(kind, []).append(key)
    bodies = _body_names(reader, language)
    meetings = _meeting_codes(reader, language)
    cards: dict[Ref, Card] = {}
    for kind, keys in wanted.items():
        if kind is Kind.PROVISION:
            rows: Iterable[Card] = _provisions(reader, keys, bodies, language)
        else:
            rows = _records(reader, kind, keys, bodies, meetings, language)
        cards.update({(kind, card.id): card for card in rows})
    return cards


def card_of(
    kind: Kind, row: Any, bodies: Mapping[UUID, str], meetings: Mapping[UUID, str], language: str
) -> Card:
    """Return the card of a row of facts."""
    title = in_language(row.names or {}, language) or row.code
    return Card(
        kind=kind,
        id=row.id,
        title=" ".join(title.split()),
        code=row.code if row.code != title else "",
        body_id=row.body_id,
        body=bodies.get(row.body_id, "") if kind is not Kind.BODY else "",
        meeting_id=row.meeting_id,
        meeting=meetings.get(row.meeting_id, "") if kind is not Kind.MEETING else "",
        day=row.day or "",
        due=row.due or "",
        status=row.status or "",
    )


def names_of_places(reader: Reader, language: str) -> tuple[Mapping[UUID, str], Mapping[UUID, str]]:
    """Return what bodies and meetings are called in short."""
    return _body_names(reader, language), _meeting_codes(reader, language)


def _records(
    reader: Reader,
    kind: Kind,
    keys: list[UUID],
    bodies: Mapping[UUID, str],
    meetings: Mapping[UUID, str],
    language: str,
) -> list[Card]:
    facts = subquery_of(kind)
    rows = reader.execute(select(facts).where(facts.c.id.in_(keys)))
    return [card_of(kind, row, bodies, meetings, language) for row in rows]


def _provisions(
    reader: Reader, keys: list[UUID], bodies: Mapping[UUID, str], language: str
) -> list[Card]:
    rows = reader.execute(
        select(
            col(Provision.id),
            col(Provision.eid),
            col(ProvisionRevision.label),
            col(ProvisionText.heading),
            col(RuleDocument.id).label("document_id"),
            col(RuleDocument.titles),
            col(RuleDocument.body_id),
        )
        .join(ProvisionRevision, col(ProvisionRevision.provision_id) == col(Provision.id))
        .join(ProvisionText, col(ProvisionText.revision_id) == col(ProvisionRevision.id))
        .join(RuleDocument, col(RuleDocument.id) == col(Provision.document_id))
        .where(col(Provision.id).in_([key.int for key in keys]))
        .order_by(col(ProvisionRevision.v_from), col(ProvisionText.language) == language)
    )
    latest = {row.id: row for row in rows}
    above = _articles_above(reader, latest.values())
    return [
        Card(
            kind=Kind.PROVISION,
            id=UUID(int=row.id),
            title=provision_title(above.get(row.id, ""), row.label, row.heading) or row.eid,
            body_id=row.body_id,
            body=bodies.get(row.body_id, ""),
            meeting=in_language(row.titles, language),
            document_id=row.document_id,
            eid=row.eid,
            above=above.get(row.id, ""),
        )
        for row in latest.values()
    ]


def provision_title(above: str, label: str, heading: str) -> str:
    """Return what a provision is called: ``Article 7 2.``, ``Article 7 Meetings``."""
    return " ".join(f"{above} {label} {heading}".split())


def _articles_above(reader: Reader, rows: Iterable[Any]) -> dict[int, str]:
    """Return the number of the article that a paragraph or an item belongs to."""
    roots = {(row.document_id, row.eid.partition(_BELOW)[0]) for row in rows if _BELOW in row.eid}
    if not roots:
        return {}
    found = reader.execute(
        select(
            col(Provision.document_id),
            col(Provision.eid),
            col(ProvisionRevision.label),
        )
        .join(ProvisionRevision, col(ProvisionRevision.provision_id) == col(Provision.id))
        .where(tuple_(col(Provision.document_id), col(Provision.eid)).in_(roots))
        .order_by(col(ProvisionRevision.v_from))
    )
    labels = {(row.document_id, row.eid): row.label for row in found}
    return {
        row.id: labels.get((row.document_id, row.eid.partition(_BELOW)[0]), "")
        for row in rows
        if _BELOW in row.eid
    }


def _body_names(reader: Reader, language: str) -> dict[UUID, str]:
    rows = reader.execute(select(col(Body.id), col(Body.short_names), col(Body.names)))
    return {row.id: in_language(row.short_names or row.names, language) for row in rows}


def _meeting_codes(reader: Reader, language: str) -> dict[UUID, str]:
    rows = reader.execute(select(col(Meeting.id), col(Meeting.code), col(Meeting.titles)))
    return {row.id: row.code or in_language(row.titles, language) for row in rows}
