"""Asks the index which texts hold the words, narrowed to the records that meet the conditions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, false, func, literal_column, select, table, text, union_all
from sqlmodel import col

from app.domain.rules import ProvisionRevision, ProvisionText, RuleDocument
from app.domain.workspace_facts import SearchEntry
from app.store.finding.conditions import (
    adopted_at,
    allowed,
    may_meet,
    narrows,
    of_bodies,
    wanted_kinds,
)
from app.store.finding.leads import LEADS
from app.store.finding.scope import Scope
from app.store.match import exact_match, wide_match
from app.store.reader import Reader
from app.texts.query.asked import Asked, Condition, Field, Kind

COUNTED_UP_TO = 1000
_RECORDS = "search_misc"
# Without the plus sign SQLite would look up each key in the index instead of reading it once.
_KEY: Any = literal_column("+rowid")
_HIDDEN = select(col(SearchEntry.id)).where(col(SearchEntry.entity).not_in(LEADS))


@dataclass(frozen=True)
class Lookup:
    """A search that is ready to be asked.

    Attributes:
        titles_only: Look only at what records are called.
    """

    asked: Asked
    scope: Scope
    today: date
    titles_only: bool = False

    def matches(self) -> str:
        """Return what the index is asked, every form of the words."""
        return self._written(wide_match(self.asked.words))

    def exactly(self) -> str:
        """Return what the index is asked for the words as they were typed."""
        return self._written(exact_match(self.asked.words))

    def _written(self, wide: str) -> str:
        without = " OR ".join(wide_match((term,)) for term in self.asked.without)
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


def look_up(reader: Reader, lookup: Lookup, index: str) -> Hits:
    """Return the texts of an index that hold the words and meet the conditions."""
    found = _found(lookup, index)
    if found is None:
        return Hits()
    # Read backwards the index gives the newest first, and nothing has to be counted or sorted.
    newest = found.order_by(text("rowid DESC")).limit(COUNTED_UP_TO + 1)
    keys = reader.scalars(newest, {"wide": lookup.matches()})
    if len(keys) > COUNTED_UP_TO:
        return Hits(tuple(keys[:-1]), COUNTED_UP_TO, is_more=True)
    return Hits(_ranked(reader, lookup, index, keys), len(keys))


def _ranked(reader: Reader, lookup: Lookup, index: str, keys: Sequence[int]) -> tuple[int, ...]:
    """Return few enough keys in order: the words as they were typed first, then the rank."""
    wide, exact = lookup.matches(), lookup.exactly()
    wanted = set(keys)
    ranks = _matching(reader, index, wide, wanted)
    as_typed = set(_matching(reader, index, exact, wanted)) if wide != exact and ranks else set()
    return tuple(sorted(keys, key=lambda key: (key not in as_typed, ranks.get(key, 0.0))))


def _matching(reader: Reader, index: str, wanted: str, keys: set[int]) -> dict[int, float]:
    """Return which of a few keys match, and how well."""
    if not keys:
        return {}
    found: Any = select(literal_column("rowid"), literal_column("rank")).select_from(table(index))
    found = found.where(text(f"{index} MATCH :wanted"), _KEY.in_(keys))
    return {row[0]: row[1] for row in reader.execute(found, {"wanted": wanted})}


def _found(lookup: Lookup, index: str) -> Select[Any] | None:
    """Return the SELECT of the texts found; ``None`` where there can be none."""
    kinds = wanted_kinds(lookup.asked.conditions)
    narrowing: Any
    if index == _RECORDS:
        narrowing = _narrowed_records(lookup, kinds)
    else:
        narrowing = _narrowed_provisions(lookup) if Kind.PROVISION in kinds else None
    if narrowing is None:
        return None
    found: Select[Any] = select(literal_column("rowid")).select_from(table(index))
    return found.where(text(f"{index} MATCH :wide"), *narrowing)


def _narrowed_records(lookup: Lookup, kinds: frozenset[Kind]) -> tuple[Any, ...] | None:
    if kinds == frozenset(Kind) and not narrows(lookup.asked.conditions):
        return (_KEY.not_in(_HIDDEN),)
    entries = list(_entries(lookup, kinds))
    return (_KEY.in_(union_all(*entries)),) if entries else None


def _entries(lookup: Lookup, kinds: frozenset[Kind]) -> Iterator[Select[Any]]:
    conditions = lookup.asked.conditions
    leads = [lead for lead in LEADS.values() if lead.kind in kinds]
    if not narrows(conditions):
        names = [lead.entity for lead in leads]
        if names:
            yield select(col(SearchEntry.id)).where(col(SearchEntry.entity).in_(names))
        return
    for kind in sorted({lead.kind for lead in leads if may_meet(lead.kind, conditions)}):
        facts = allowed(kind, conditions, lookup.scope, today=lookup.today)
        keys = facts.with_only_columns(facts.selected_columns.id)
        for lead in leads:
            if lead.kind is kind:
                targets = lead.targets
                yield select(targets.c.entry_id).where(targets.c.target_id.in_(keys))


def _narrowed_provisions(lookup: Lookup) -> tuple[Any, ...] | None:
    """A provision has no state or owner of its own; body, party and meeting are its document's."""
    document: Any = RuleDocument
    clauses: list[Any] = []
    for condition in lookup.asked.conditions:
        if condition.field is Field.TYPE:
            continue
        clause = _of_document(condition, lookup.scope)
        if clause is None and not condition.is_not:
            return None
        if clause is not None:
            clauses.append(~func.coalesce(clause, false()) if condition.is_not else clause)
    if not clauses:
        return ()
    texts = (
        select(col(ProvisionText.id))
        .join(ProvisionRevision, col(ProvisionRevision.id) == col(ProvisionText.revision_id))
        .join(document, col(document.id) == col(ProvisionRevision.document_id))
        .where(*clauses)
    )
    return (_KEY.in_(texts),)


def _of_document(condition: Condition, scope: Scope) -> Any:
    keys = scope.keys.get(condition, frozenset())
    if condition.field is Field.BODY:
        return col(RuleDocument.body_id).in_(keys)
    if condition.field is Field.PARTY:
        return of_bodies(keys, col(RuleDocument.body_id))
    if condition.field is Field.MEETING:
        return col(RuleDocument.id).in_(adopted_at(keys))
    return None
