"""Answers a search: the records found, the best first, each with why it was found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import nsmallest
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select, tuple_
from sqlmodel import col

from app.domain.rules import Provision, ProvisionRevision, ProvisionText
from app.domain.workspace_facts import SearchEntry
from app.store.finding.cards import (
    Card,
    Ref,
    describe,
    provision_title,
)
from app.store.finding.conditions import meeting, narrows
from app.store.finding.entries import COUNTED_UP_TO, Lookup, look_up
from app.store.finding.ground import Grounds
from app.store.finding.leads import LEADS
from app.store.finding.scope import resolve
from app.store.reader import Reader
from app.store.search import Scope as Versions
from app.store.search_index import words_of
from app.store.searchable import SEARCHABLE
from app.texts.highlight import Excerpt, Span, excerpt, find_spans
from app.texts.query.asked import Asked, Kind, Problem
from app.texts.segments import Term

_RECORDS = "search_misc"
# A reference to another provision is kept as its identity, which says nothing to a reader.
_REFERENCE = re.compile(r"\{ref:[^\s{}]{1,200}\}")
_NO_EXCERPT = Excerpt("", ())


@dataclass(frozen=True)
class Record:
    """A record that was found.

    Attributes:
        card: What it is and where it belongs.
        title_spans: The places in its title to mark.
        field: The field of which table the words stand in, such as ``decision_text.text``;
            nothing where the title says it.
        excerpt: Where the words stand.
        language: The language of the text, of a provision.
    """

    card: Card
    title_spans: tuple[Span, ...] = ()
    field: str = ""
    excerpt: Excerpt = _NO_EXCERPT
    language: str = ""


@dataclass(frozen=True)
class Answer:
    """The answer to a search.

    Attributes:
        count: In how many texts the words stand, or how many records meet the conditions.
        is_more: There are more than were counted.
        problem: Why nothing could be looked for.
    """

    records: tuple[Record, ...] = ()
    count: int = 0
    is_more: bool = False
    problem: Problem | None = None


def find(
    reader: Reader,
    asked: Asked,
    *,
    body_id: UUID | None,
    today: date,
    language: str,
    limit: int,
    versions: Versions = Versions.NOW,
    titles_first: bool = False,
    grounds: Grounds | None = None,
) -> Answer:
    """Return the records that hold the words and meet the conditions.

    Args:
        reader: The workspace.
        asked: What is looked for.
        body_id: The body in hand, for “the last meeting”.
        today: The present day.
        language: For the names of what is found.
        limit: How many are returned.
        versions: Rules as they stand today, or every version of them.
        titles_first: Records that are called so come before those that only speak of it.
        grounds: Keeps what conditions are about from one search to the next.
    """
    if asked.is_empty or asked.problem is not None:
        return Answer(problem=asked.problem)
    scope = resolve(reader, asked, body_id=body_id, today=today)
    if scope.problem is not None:
        return Answer(problem=scope.problem)
    kept = grounds or Grounds()
    lookup = Lookup(asked, scope, today, ground=lambda: kept.of(reader))
    if not asked.words:
        return _listed(reader, lookup, language=language, limit=limit)
    texts = look_up(reader, lookup, _RECORDS)
    rules = look_up(reader, lookup, *versions.indexes)
    keys = texts.keys[:limit]
    if titles_first and texts.count > limit and not narrows(asked.conditions):
        named = look_up(reader, replace(lookup, titles_only=True), _RECORDS)
        keys = tuple(dict.fromkeys((*named.keys[:limit], *keys)))
    records = _records(reader, keys[:limit], asked.words, language)
    # Neither crowds the other out: of each at least half, if there are as many.
    most = max(limit // 2, limit - len(records))
    provisions = _provisions(reader, rules.keys[:limit], asked.words, language, most=most)
    counted = texts.count + rules.count
    return Answer(
        records=(*records[: limit - len(provisions)], *provisions),
        count=min(counted, COUNTED_UP_TO),
        is_more=texts.is_more or rules.is_more or counted > COUNTED_UP_TO,
    )


def _listed(reader: Reader, lookup: Lookup, *, language: str, limit: int) -> Answer:
    """Return the records that meet conditions alone, the latest first."""
    ground = lookup.ground()
    places = meeting(reader, ground, lookup.asked.conditions, lookup.scope, today=lookup.today)
    refs = [(ground.kinds[at], UUID(ground.ids[at])) for at in nsmallest(limit, places)]
    cards = describe(reader, refs, language=language)
    return Answer(
        records=tuple(Record(cards[ref]) for ref in refs if ref in cards),
        count=min(len(places), COUNTED_UP_TO),
        is_more=len(places) > COUNTED_UP_TO,
    )


def _records(
    reader: Reader, keys: Sequence[int], wanted: Sequence[Term], language: str
) -> list[Record]:
    """Return the records that texts of the index lead to, each once."""
    if not keys:
        return []
    entries = {row.id: row for row in _entries(reader, keys)}
    leads = _leads(reader, entries.values())
    cards = describe(reader, set(leads.values()), language=language)
    rows = _rows(reader, entries.values())
    found: dict[Ref, Record] = {}
    for key in keys:
        ref = leads.get(key)
        if ref is None or ref in found or ref not in cards:
            continue
        entry = entries[key]
        found[ref] = _record(cards[ref], entry.entity, rows[entry.entity, entry.pk], wanted)
    return list(found.values())


def _entries(reader: Reader, keys: Sequence[int]) -> Sequence[Any]:
    columns = (col(SearchEntry.id), col(SearchEntry.entity), col(SearchEntry.pk))
    return reader.execute(select(*columns).where(columns[0].in_(keys)))


def _leads(reader: Reader, entries: Any) -> dict[int, Ref]:
    """Return the record that each text leads to."""
    of_entity: dict[str, dict[UUID, list[int]]] = {}
    for entry in entries:
        first = UUID(entry.pk.partition("/")[0])  # a key of several parts begins with it
        of_entity.setdefault(entry.entity, {}).setdefault(first, []).append(entry.id)
    found: dict[int, Ref] = {}
    for entity, keys in of_entity.items():
        lead = LEADS.get(entity)
        if lead is None:
            continue
        for key, target in lead.followed(reader, keys):
            found |= dict.fromkeys(keys[key], (lead.kind, target))
    return found


def _rows(reader: Reader, entries: Any) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the records that hold the texts, as they are stored."""
    of_entity: dict[str, list[str]] = {}
    for entry in entries:
        of_entity.setdefault(entry.entity, []).append(entry.pk)
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for entity, keys in of_entity.items():
        table: Any = inspect(SEARCHABLE[entity].model).local_table
        columns = list(table.primary_key.columns)
        typed = [tuple(map(UUID, key.split("/"))) for key in keys]
        for row in reader.execute(select(table).where(tuple_(*columns).in_(typed))):
            values = dict(zip(table.columns.keys(), row, strict=True))
            found[entity, "/".join(str(values[column.name]) for column in columns)] = values
    return found


def _record(card: Card, entity: str, row: dict[str, Any], wanted: Sequence[Term]) -> Record:
    spans = find_spans(card.title, wanted)
    searchable = SEARCHABLE[entity]
    passages = [
        (name, passage, find_spans(passage, wanted))
        for name in (*searchable.texts, *searchable.titles)
        for passage in words_of(row[name]).split("\n")
        if passage
    ]
    name, passage, places = max(
        passages, key=lambda each: (len(each[2]), each[1] != card.title), default=("", "", ())
    )
    if not places or (spans and " ".join(passage.split()) == card.title):
        return Record(card, spans)
    return Record(card, spans, f"{entity}.{name}", excerpt(passage, places))


def _provisions(
    reader: Reader, keys: Sequence[int], wanted: Sequence[Term], language: str, *, most: int
) -> list[Record]:
    rows = reader.execute(
        select(
            col(ProvisionText.id),
            col(ProvisionText.language),
            col(ProvisionText.heading),
            col(ProvisionText.text),
            col(ProvisionRevision.label),
            col(Provision.id).label("provision_id"),
        )
        .join(ProvisionRevision, col(ProvisionRevision.id) == col(ProvisionText.revision_id))
        .join(Provision, col(Provision.id) == col(ProvisionRevision.provision_id))
        .where(col(ProvisionText.id).in_(keys))
    )
    of_key = {row.id: row for row in rows}
    refs = {(Kind.PROVISION, UUID(int=row.provision_id)) for row in of_key.values()}
    cards = describe(reader, refs, language=language) if refs else {}
    found: dict[UUID, Record] = {}
    for key in keys:
        row = of_key.get(key)
        if len(found) == most:
            break
        if row is None or UUID(int=row.provision_id) in found:
            continue
        card = cards[Kind.PROVISION, UUID(int=row.provision_id)]
        title = provision_title(card.above, row.label, row.heading) or card.title
        text = _REFERENCE.sub("…", row.text)
        found[card.id] = Record(
            card=replace(card, title=title),
            title_spans=find_spans(title, wanted),
            field="provision_text.text",
            excerpt=excerpt(text, find_spans(text, wanted)),
            language=row.language,
        )
    return list(found.values())
