"""Answers a query: how many records hold its words, and the best of them with the places shown.

Ranking a common word costs a microsecond or two for each record that has it. So first it is
counted, up to a thousand and one; beyond a thousand the newest come first instead of the best.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select, text, tuple_
from sqlmodel import col

from app.domain.names import Names, in_language
from app.domain.rules import (
    Provision,
    ProvisionKind,
    ProvisionRevision,
    ProvisionText,
    RuleDocument,
)
from app.store.match import exact_match, wide_match
from app.store.reader import Reader
from app.store.search_index import NOW, REST, words_of
from app.store.searchable import SEARCHABLE, Searchable
from app.texts.highlight import Excerpt, Span, excerpt, find_spans
from app.texts.segments import Term, terms

RANKED_UP_TO = 1000
"""More than so many are counted as “more than 1,000” and are not ranked."""


class Scope(StrEnum):
    """Which provisions are looked through."""

    NOW = "now"
    """Those that stand today."""
    ALL_VERSIONS = "all versions"

    @property
    def indexes(self) -> tuple[str, ...]:
        """The tables of the index that hold them."""
        return (NOW,) if self is Scope.NOW else (NOW, REST)


@dataclass(frozen=True)
class ProvisionHit:
    """A provision that was found, in one language and revision.

    Attributes:
        v_from, v_to: The versions that show this text: from the first up to the second.
        heading_spans: The places in ``heading`` to mark.
        excerpt: A part of the text with the places to mark in it.
    """

    text_id: int
    provision_id: int
    document_id: UUID
    document_code: str
    document_title: str
    eid: str
    kind: ProvisionKind
    label: str
    language: str
    v_from: int
    v_to: int | None
    heading: str
    heading_spans: tuple[Span, ...]
    excerpt: Excerpt


@dataclass(frozen=True)
class RecordHit:
    """Any other record that was found.

    Attributes:
        entity, key: The kind and key of the record that holds the words.
        owner_field, owner_key: The record to lead to, if it is another: a field of this record
            such as ``body_id``, and its value.
        title: What it is called, in the wanted language; may be empty.
        excerpt: Where the words stand.
    """

    entity: str
    key: str
    owner_field: str
    owner_key: str
    title: str
    title_spans: tuple[Span, ...]
    excerpt: Excerpt


@dataclass(frozen=True)
class Found:
    """The answer to a query.

    Attributes:
        count: How many were found; no more than ``RANKED_UP_TO`` are counted.
        is_more: Whether there are more than were counted.
        provisions, records: The best, or if there are more than were counted the newest.
    """

    count: int = 0
    is_more: bool = False
    provisions: tuple[ProvisionHit, ...] = ()
    records: tuple[RecordHit, ...] = ()


def count_provisions(reader: Reader, *, query: str, scope: Scope = Scope.NOW) -> int:
    """Return how many provisions hold the words of ``query``: ``RANKED_UP_TO`` + 1 is “more”."""
    wanted = terms(query)
    return _count(reader, scope.indexes, wanted) if wanted else 0


def find_provisions(
    reader: Reader, *, query: str, scope: Scope = Scope.NOW, language: str = "en", limit: int = 50
) -> Found:
    """Return the provisions that hold all the words of ``query``.

    Args:
        reader: The workspace.
        query: Words, and passages in quotation marks.
        scope: The text of today or of every version.
        language: For the titles of the documents.
        limit: How many are returned.
    """
    wanted = terms(query)
    if not wanted:
        return Found()
    count = _count(reader, scope.indexes, wanted)
    keys = _best(reader, scope.indexes, wanted, count=count, limit=limit)
    hits = _provision_hits(reader, keys, wanted, language)
    return Found(min(count, RANKED_UP_TO), count > RANKED_UP_TO, provisions=hits)


def find_records(reader: Reader, *, query: str, language: str = "en", limit: int = 50) -> Found:
    """Return the records other than provisions that hold all the words of ``query``.

    Args:
        reader: The workspace.
        query: Words, and passages in quotation marks.
        language: For the titles of the records.
        limit: How many are returned.
    """
    wanted = terms(query)
    if not wanted:
        return Found()
    count = _count(reader, ("search_misc",), wanted)
    keys = _best(reader, ("search_misc",), wanted, count=count, limit=limit)
    hits = _record_hits(reader, keys, wanted, language)
    return Found(min(count, RANKED_UP_TO), count > RANKED_UP_TO, records=hits)


def _count(reader: Reader, tables: Sequence[str], wanted: Sequence[Term]) -> int:
    """Return how many are found; a text stands in one of the tables only."""
    values = {"wide": wide_match(wanted), "most": RANKED_UP_TO + 1}
    counts = (
        f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH :wide LIMIT :most)"
        for table in tables
    )
    found = sum(int(reader.scalar(text(statement), values)) for statement in counts)
    return min(found, RANKED_UP_TO + 1)


def _best(
    reader: Reader, tables: Sequence[str], wanted: Sequence[Term], *, count: int, limit: int
) -> list[int]:
    """Return the keys of the best of each table, in one order."""
    found: list[tuple[Any, ...]] = []
    for table in tables:
        found += _best_of(reader, table, wanted, is_ranked=count <= RANKED_UP_TO, limit=limit)
    found.sort(key=lambda row: row[:-1])
    return [int(row[-1]) for row in found[:limit]]


def _best_of(
    reader: Reader, table: str, wanted: Sequence[Term], *, is_ranked: bool, limit: int
) -> Sequence[tuple[Any, ...]]:
    """Return the best of a table, each as what it is sorted by and its key."""
    wide, exact = wide_match(wanted), exact_match(wanted)
    as_typed, rank, order = "0", "rank", "rank"
    if not is_ranked:
        rank, order = "-rowid", "rowid DESC"
    elif wide != exact:
        as_typed = f"rowid NOT IN (SELECT rowid FROM {table} WHERE {table} MATCH :exact)"
        order = f"{as_typed}, rank"
    statement = text(
        f"SELECT {as_typed}, {rank}, rowid FROM {table} WHERE {table} MATCH :wide"
        f" ORDER BY {order} LIMIT :most"
    )
    values = {"wide": wide, "most": limit} | ({"exact": exact} if as_typed != "0" else {})
    return [tuple(row) for row in reader.execute(statement, values)]


def _provision_hits(
    reader: Reader, keys: list[int], wanted: Sequence[Term], language: str
) -> tuple[ProvisionHit, ...]:
    rows = reader.execute(
        select(
            col(ProvisionText.id),
            col(ProvisionText.language),
            col(ProvisionText.heading),
            col(ProvisionText.text),
            col(ProvisionRevision.label),
            col(ProvisionRevision.v_from),
            col(ProvisionRevision.v_to),
            col(Provision.id).label("provision_id"),
            col(Provision.eid),
            col(Provision.kind),
            col(RuleDocument.id).label("document_id"),
            col(RuleDocument.code),
            col(RuleDocument.titles),
        )
        .join(ProvisionRevision, col(ProvisionRevision.id) == col(ProvisionText.revision_id))
        .join(Provision, col(Provision.id) == col(ProvisionRevision.provision_id))
        .join(RuleDocument, col(RuleDocument.id) == col(ProvisionRevision.document_id))
        .where(col(ProvisionText.id).in_(keys))
    )
    of_key = {row.id: row for row in rows}
    return tuple(_provision_hit(of_key[key], wanted, language) for key in keys if key in of_key)


def _provision_hit(row: Any, wanted: Sequence[Term], language: str) -> ProvisionHit:
    return ProvisionHit(
        text_id=row.id,
        provision_id=row.provision_id,
        document_id=row.document_id,
        document_code=row.code,
        document_title=in_language(row.titles, language),
        eid=row.eid,
        kind=row.kind,
        label=row.label,
        language=row.language,
        v_from=row.v_from,
        v_to=row.v_to,
        heading=row.heading,
        heading_spans=find_spans(row.heading, wanted),
        excerpt=excerpt(row.text, find_spans(row.text, wanted)),
    )


def _record_hits(
    reader: Reader, keys: list[int], wanted: Sequence[Term], language: str
) -> tuple[RecordHit, ...]:
    if not keys:
        return ()
    marks = ",".join(str(key) for key in keys)
    entries = reader.execute(text(f"SELECT id, entity, pk FROM search_entry WHERE id IN ({marks})"))
    place = {entry.id: (entry.entity, entry.pk) for entry in entries}
    hits: dict[tuple[str, str], RecordHit] = {}
    for entity in {entity for entity, _ in place.values()}:
        searchable = SEARCHABLE[entity]
        wanted_keys = [key for kind, key in place.values() if kind == entity]
        for key, record in _records(reader, searchable, wanted_keys):
            hits[entity, key] = _record_hit(record, key, searchable, wanted, language)
    return tuple(hits[place[key]] for key in keys if place.get(key) in hits)


def _records(
    reader: Reader, searchable: Searchable, keys: list[str]
) -> list[tuple[str, dict[str, Any]]]:
    table: Any = inspect(searchable.model).local_table
    columns = list(table.primary_key.columns)
    typed = [tuple(map(UUID, key.split("/"))) for key in keys]
    rows = reader.execute(select(table).where(tuple_(*columns).in_(typed)))
    found = []
    for row in rows:
        values = dict(zip(table.columns.keys(), row, strict=True))
        found.append(("/".join(str(values[column.name]) for column in columns), values))
    return found


def _record_hit(
    record: dict[str, Any],
    key: str,
    searchable: Searchable,
    wanted: Sequence[Term],
    language: str,
) -> RecordHit:
    title = next(
        (told for told in (_shown(record[name], language) for name in searchable.titles) if told),
        "",
    )
    passage, spans = _passage(record, searchable, wanted)
    return RecordHit(
        entity=searchable.entity,
        key=key,
        owner_field=searchable.owner,
        owner_key=str(record[searchable.owner]) if searchable.owner else key,
        title=title,
        title_spans=find_spans(title, wanted),
        excerpt=excerpt(passage, spans),
    )


def _passage(
    record: dict[str, Any], searchable: Searchable, wanted: Sequence[Term]
) -> tuple[str, tuple[Span, ...]]:
    """Return the text of the record with the most places found in it."""
    passages = [
        passage
        for name in (*searchable.texts, *searchable.titles)
        for passage in words_of(record[name]).split("\n")
        if passage
    ]
    found = [(passage, find_spans(passage, wanted)) for passage in passages]
    return max(found, key=lambda pair: len(pair[1]), default=("", ()))


def _shown(value: str | Names, language: str) -> str:
    return in_language(value, language) if isinstance(value, dict) else str(value or "")
