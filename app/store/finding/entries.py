"""Asks the index which texts hold the words, narrowed to the records that meet the conditions."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    false,
    func,
    literal_column,
    select,
    table,
    text,
    type_coerce,
)
from sqlmodel import col

from app.domain.rules import ProvisionRevision, ProvisionText, RuleDocument
from app.domain.workspace_facts import SearchEntry
from app.store.finding.conditions import adopted_at, meeting, seated, wanted_kinds
from app.store.finding.ground import Ground
from app.store.finding.leads import LEADS
from app.store.finding.pairs import spell
from app.store.finding.scope import Scope
from app.store.match import Spelt, exact_match, wide_match
from app.store.reader import Reader
from app.store.searchable import SEARCHABLE
from app.texts.query.asked import Asked, Condition, Field, Kind

COUNTED_UP_TO = 1000
_MOST = COUNTED_UP_TO + 1
_FIRST_PART = 4_000
_FEW = 2_500
_ALL = select(col(RuleDocument.id))
_RECORDS = "search_misc"
# Without the plus sign SQLite would look up each key in the index instead of reading it once.
_KEY: Any = literal_column("+rowid")
_LEADS_NOWHERE = sorted(set(SEARCHABLE) - set(LEADS))
_HIDDEN = select(col(SearchEntry.id)).where(col(SearchEntry.entity).in_(_LEADS_NOWHERE))


@dataclass(frozen=True)
class Lookup:
    """A search that is ready to be asked.

    Attributes:
        ground: The facts that conditions are about, read when there are conditions.
        titles_only: Look only at what records are called.
    """

    asked: Asked
    scope: Scope
    today: date
    ground: Callable[[], Ground]
    titles_only: bool = False

    def matches(self, spelt: Spelt | None = None) -> str:
        """Return what the index is asked, every form of the words."""
        return self._written(wide_match(self.asked.words, spelt=spelt), spelt)

    def exactly(self) -> str:
        """Return what the index is asked for the words as they were typed."""
        return self._written(exact_match(self.asked.words))

    def _written(self, wide: str, spelt: Spelt | None = None) -> str:
        without = " OR ".join(wide_match((term,), spelt=spelt) for term in self.asked.without)
        whole = f"({wide}) NOT ({without})" if without else wide
        return f"{{title}} : ({whole})" if self.titles_only else whole


@dataclass(frozen=True)
class Hits:
    """The texts of one index that were found.

    Attributes:
        keys: The best first; of too many to be ranked, the newest.
        count: How many there are, up to a thousand.
        is_more: There are more than that.
    """

    keys: tuple[int, ...] = ()
    count: int = 0
    is_more: bool = False


def look_up(reader: Reader, lookup: Lookup, *indexes: str) -> Hits:
    """Return the texts of indexes that hold the words and meet the conditions.

    Of several indexes each text stands in one only.
    """
    found: dict[str, Sequence[int]] = {}
    for index in indexes:
        if index == _RECORDS:
            found[index] = _newest_records(reader, lookup)
        else:
            found[index] = _newest_provisions(reader, lookup, index)
    keys = sorted((key for some in found.values() for key in some), reverse=True)
    if len(keys) > COUNTED_UP_TO:
        return Hits(tuple(keys[:COUNTED_UP_TO]), COUNTED_UP_TO, is_more=True)
    return Hits(_ranked(reader, lookup, found), len(keys))


def _ranked(reader: Reader, lookup: Lookup, found: Mapping[str, Sequence[int]]) -> tuple[int, ...]:
    """Return few enough keys in order: the words as they were typed first, then the rank."""
    wide, exact = lookup.matches(), lookup.exactly()
    places: list[tuple[bool, float, int]] = []
    for index, keys in found.items():
        ranks = _matching(reader, index, wide, keys)
        typed = set(_matching(reader, index, exact, keys)) if wide != exact and ranks else set()
        places += [(key not in typed, ranks.get(key, 0.0), key) for key in keys]
    return tuple(place[-1] for place in sorted(places, key=lambda place: place[:-1]))


def _matching(reader: Reader, index: str, wanted: str, keys: Sequence[int]) -> dict[int, float]:
    """Return which of a few keys match, and how well."""
    if not keys:
        return {}
    # As one value: a statement with a thousand would take longer to write than to answer.
    told = func.json_each(json.dumps(list(keys))).table_valued("value")
    found: Any = select(literal_column("rowid"), literal_column("rank")).select_from(table(index))
    found = found.where(text(f"{index} MATCH :wanted"), _KEY.in_(select(told.c.value)))
    return {row[0]: row[1] for row in reader.execute(found, {"wanted": wanted})}


def _newest_records(reader: Reader, lookup: Lookup) -> Sequence[int]:
    """Return the newest texts of records, one more than are counted if there are so many."""
    found = _holding(_RECORDS)
    if not lookup.asked.conditions:
        return reader.scalars(found.where(_KEY.not_in(_HIDDEN)).limit(_MOST), _wide(lookup))
    places = meeting(
        reader, lookup.ground(), lookup.asked.conditions, lookup.scope, today=lookup.today
    )
    if not places:
        return ()
    place_of_entry = lookup.ground().place_of_entry
    keys: list[int] = []
    before: int | None = None
    part: int | None = _FIRST_PART
    while len(keys) < _MOST:  # twice at most: what is common is found at once
        read = _read(reader, found, lookup, before=before, part=part)
        keys += [key for key in read if place_of_entry.get(key) in places]
        if len(read) < _FIRST_PART or part is None:
            break
        before, part = read[-1], None
    return keys[:_MOST]


def _read(
    reader: Reader, found: Select[Any], lookup: Lookup, *, before: int | None, part: int | None
) -> list[int]:
    """Return the keys of texts, read as one value: a row for each would take four times as long."""
    if before is not None:
        found = found.where(literal_column("rowid") < before)
    some = found.limit(part).subquery()
    told = func.aggregate_strings(type_coerce(some.c.rowid, String), ",")
    whole = reader.scalar(select(told), _wide(lookup))
    return sorted(map(int, whole.split(",")), reverse=True) if whole else []


def _newest_provisions(reader: Reader, lookup: Lookup, index: str) -> Sequence[int]:
    """Return the newest texts of provisions, one more than are counted if there are so many."""
    documents = _documents(lookup)
    if documents is None:
        return ()
    found = _holding(index).limit(_MOST)
    if documents is not _ALL:
        found = found.where(_stands_in(reader, documents, index))
    wide = lookup.matches(spell(reader, lookup.asked, index))
    return reader.scalars(found, {"wide": wide})


def _stands_in(reader: Reader, documents: Select[Any], index: str) -> ColumnElement[bool]:
    """Return whether a text stands in one of the documents, asked in the quicker way."""
    is_theirs = col(ProvisionRevision.document_id).in_(documents)
    some = select(col(ProvisionRevision.id)).where(is_theirs).limit(_FEW + 1).subquery()
    texts = select(col(ProvisionText.id)).join(
        ProvisionRevision, col(ProvisionRevision.id) == col(ProvisionText.revision_id)
    )
    key: Any = literal_column(f"+{index}.rowid")
    count = reader.scalar(select(func.count()).select_from(some))
    if count == 0:
        return false()
    if count <= _FEW:
        few: ColumnElement[bool] = key.in_(texts.where(is_theirs))
        return few
    # Asked of each text in turn, so that reading ends with the thousandth that is found.
    return texts.where(is_theirs, col(ProvisionText.id) == key).exists()


def _holding(index: str) -> Select[Any]:
    """Return the SELECT of the texts that hold the words.

    Read backwards the index gives the newest first, and nothing has to be counted or sorted.
    """
    found: Select[Any] = select(literal_column("rowid")).select_from(table(index))
    return found.where(text(f"{index} MATCH :wide")).order_by(text("rowid DESC"))


def _wide(lookup: Lookup) -> dict[str, str]:
    return {"wide": lookup.matches()}


def _documents(lookup: Lookup) -> Select[Any] | None:
    """Return the documents whose provisions meet the conditions; ``None`` if none can.

    A provision has no state or owner of its own; body, party and meeting are its document's.
    """
    if Kind.PROVISION not in wanted_kinds(lookup.asked.conditions):
        return None
    clauses: list[Any] = []
    for condition in lookup.asked.conditions:
        if condition.field is Field.TYPE:
            continue
        clause = _of_document(condition, lookup.scope)
        if clause is None and not condition.is_not:
            return None
        if clause is not None:
            clauses.append(~func.coalesce(clause, false()) if condition.is_not else clause)
    return select(col(RuleDocument.id)).where(*clauses) if clauses else _ALL


def _of_document(condition: Condition, scope: Scope) -> Any:
    keys = scope.keys.get(condition, frozenset())
    if condition.field is Field.BODY:
        return col(RuleDocument.body_id).in_(keys)
    if condition.field is Field.PARTY:
        return col(RuleDocument.body_id).in_(seated(keys))
    if condition.field is Field.MEETING:
        return col(RuleDocument.id).in_(adopted_at(keys))
    return None
