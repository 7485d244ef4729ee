"""What was done in the workspace, newest first, a page at a time: there may be 100,000 intentions.

A page is asked for by the change set before which it begins, never by how many came before it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, Text, and_, cast, exists, func, or_, select

from app.domain.journal import ChangeEntry, ChangeSetEntry, Operation
from app.store.queries.record_marks import MARKS, rank_of
from app.store.queries.record_names import Ref
from app.store.reader import Reader

_TOGETHER = 400
_FIRST = 3
_HEXADECIMAL = frozenset("0123456789abcdef-")
_SHORTEST_WORD = 3
_change: Any = ChangeEntry
_set: Any = ChangeSetEntry


@dataclass(frozen=True)
class Wanted:
    """Which change sets are looked for; each condition that is given must hold.

    Attributes:
        words: Words of what was done, or of what was replaced or deleted.
        named: Change sets that touched a record which is called so.
        actor: Who did it.
        kinds: Kinds of record of which it touched one.
        since, until: From when on, and before when.
        numbers: Only these.
    """

    words: tuple[str, ...] = ()
    named: frozenset[int] = frozenset()
    actor: str | None = None
    kinds: frozenset[str] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    numbers: frozenset[int] | None = None


@dataclass(frozen=True)
class Backwards:
    """What took a change set back."""

    number: int
    at: datetime
    actor: str
    use_case: str


@dataclass(frozen=True)
class SetRow:
    """One intention.

    Attributes:
        number: The change set.
        undo_of: The one that it took back.
        undone_by: What took it back in its turn.
    """

    number: int
    at: datetime
    actor: str
    use_case: str
    undo_of: int | None
    undone_by: Backwards | None


@dataclass
class Touched:
    """What an intention was about.

    Attributes:
        refs: The first records of the most telling kind.
        count: How many of that kind there are.
        kinds: How many records of which kind it touched.
    """

    refs: list[Ref] = field(default_factory=list)
    count: int = 0
    kinds: dict[str, int] = field(default_factory=dict)


def list_sets(
    reader: Reader, wanted: Wanted, *, before: int | None = None, limit: int = 200
) -> tuple[SetRow, ...]:
    """Return the newest change sets that are wanted, of those before one."""
    found: list[Any] = []
    for some in _chunks(wanted.numbers, before):
        statement = _statement(wanted, before).limit(limit - len(found))
        if some is not None:
            statement = statement.where(_set.id.in_(some))
        found += reader.execute(statement)
        if len(found) >= limit:
            break
    undone = _undone(reader, [row.id for row in found])
    return tuple(
        SetRow(row.id, row.at, row.actor, row.use_case, row.undo_of, undone.get(row.id))
        for row in found
    )


def show_set(reader: Reader, number: int) -> SetRow | None:
    """Return one change set; ``None`` if there is none of that number."""
    return next(iter(list_sets(reader, Wanted(numbers=frozenset({number})), limit=1)), None)


def list_actors(reader: Reader) -> tuple[str, ...]:
    """Return everybody who has ever changed something."""
    return tuple(reader.scalars(select(_set.actor).distinct().order_by(_set.actor)))


def list_kinds(reader: Reader) -> frozenset[str]:
    """Return the kinds of record that were ever changed."""
    return frozenset(reader.scalars(select(_change.entity).distinct()))


def describe_sets(reader: Reader, numbers: Sequence[int]) -> dict[int, Touched]:
    """Return what change sets were about."""
    touched = {number: Touched() for number in numbers}
    by_kind: dict[int, dict[str, dict[bool, int]]] = defaultdict(lambda: defaultdict(dict))
    for number, kind, is_update, count in _grouped(reader, numbers):
        by_kind[number][kind][is_update] = count
        kinds = touched[number].kinds
        kinds[kind] = kinds.get(kind, 0) + count
    telling: dict[int, tuple[str, bool]] = {}
    for number, kinds_of_set in by_kind.items():
        kind = min(kinds_of_set, key=rank_of)
        is_update = False not in kinds_of_set[kind]  # what came or went tells more
        telling[number] = (kind, is_update)
        touched[number].count = kinds_of_set[kind][is_update]
    for number, key in _first_keys(reader, telling):
        touched[number].refs.append((telling[number][0], key))
    return touched


def numbers_of(reader: Reader, refs: Iterable[Ref]) -> frozenset[int]:
    """Return the change sets that touched one of some records."""
    keys: dict[str, list[str]] = defaultdict(list)
    for kind, key in refs:
        keys[kind].append(key)
    found: set[int] = set()
    for kind, some in keys.items():
        for begin in range(0, len(some), _TOGETHER):
            named = _change.pk.in_(some[begin : begin + _TOGETHER])
            statement = select(_change.change_set_id).where(_change.entity == kind, named)
            found.update(reader.scalars(statement.distinct()))
        found.update(_of_runs(reader, kind, some))
    return frozenset(found)


def _of_runs(reader: Reader, kind: str, keys: Collection[str]) -> set[int]:
    """Return the change sets that did the same to a run of records with one of these keys."""
    numbers = {int(key) for key in keys if key.isdecimal()}
    if not numbers:
        return set()
    rows = reader.execute(
        select(_change.change_set_id, cast(_change.pk, Integer), _change.last).where(
            _change.entity == kind, _change.last.is_not(None), _change.last >= min(numbers)
        )
    )
    return {
        number
        for number, first, last in rows
        if any(key in numbers for key in range(first, last + 1))
    }


def _chunks(numbers: frozenset[int] | None, before: int | None) -> Iterable[Sequence[int] | None]:
    if numbers is None:
        yield None
        return
    kept = sorted((each for each in numbers if before is None or each < before), reverse=True)
    for begin in range(0, len(kept), _TOGETHER):
        yield kept[begin : begin + _TOGETHER]


def _statement(wanted: Wanted, before: int | None) -> Any:
    statement = select(_set.id, _set.at, _set.actor, _set.use_case, _set.undo_of)
    conditions = [
        _set.id < before if before is not None else None,
        _set.actor == wanted.actor if wanted.actor is not None else None,
        _set.at >= wanted.since if wanted.since is not None else None,
        _set.at < wanted.until if wanted.until is not None else None,
        _touches(_change.entity.in_(wanted.kinds)) if wanted.kinds else None,
        _has_words(wanted) if wanted.words else None,
    ]
    kept = [condition for condition in conditions if condition is not None]
    return statement.where(*kept).order_by(_set.id.desc())


def _has_words(wanted: Wanted) -> Any:
    ways = [and_(*(_set.use_case.icontains(word, autoescape=True) for word in wanted.words))]
    if wanted.named:
        ways.append(_set.id.in_(sorted(wanted.named, reverse=True)[: _TOGETHER * 10]))
    if all(_may_be_a_value(word) for word in wanted.words):
        values = cast(_change.before, Text)
        said = (values.icontains(word, autoescape=True) for word in wanted.words)
        ways.append(_touches(*said))
    return or_(*ways)


def _may_be_a_value(word: str) -> bool:
    """Return whether a word is not just as likely a part of some record's key."""
    return len(word) >= _SHORTEST_WORD and not set(word.casefold()) <= _HEXADECIMAL


def _touches(*conditions: Any) -> Any:
    return exists().where(_change.change_set_id == _set.id, *conditions)


def _undone(reader: Reader, numbers: Sequence[int]) -> Mapping[int, Backwards]:
    found: dict[int, Backwards] = {}
    for begin in range(0, len(numbers), _TOGETHER):
        some = numbers[begin : begin + _TOGETHER]
        rows = reader.execute(
            select(_set.undo_of, _set.id, _set.at, _set.actor, _set.use_case).where(
                _set.undo_of.in_(some)
            )
        )
        found.update(
            {row.undo_of: Backwards(row.id, row.at, row.actor, row.use_case) for row in rows}
        )
    return found


def _grouped(reader: Reader, numbers: Sequence[int]) -> Iterable[tuple[int, str, bool, int]]:
    length = func.coalesce(_change.last - cast(_change.pk, Integer) + 1, 1)
    for begin in range(0, len(numbers), _TOGETHER):
        rows = reader.execute(
            select(_change.change_set_id, _change.entity, _change.operation, func.sum(length))
            .where(_change.change_set_id.in_(numbers[begin : begin + _TOGETHER]))
            .group_by(_change.change_set_id, _change.entity, _change.operation)
        )
        counts: dict[tuple[int, str, bool], int] = defaultdict(int)
        for number, kind, operation, count in rows:
            counts[number, kind, operation is Operation.UPDATE] += int(count)
        for (number, kind, is_update), count in counts.items():
            if kind in MARKS:
                yield number, kind, is_update, count


def _first_keys(
    reader: Reader, telling: Mapping[int, tuple[str, bool]]
) -> Iterable[tuple[int, str]]:
    """Yield the keys of the first records of the kind that tells most of each change set."""
    numbers = sorted(telling)
    for begin in range(0, len(numbers), _TOGETHER):
        some = numbers[begin : begin + _TOGETHER]
        is_update = (_change.operation == Operation.UPDATE).label("is_update")
        place = func.row_number().over(
            partition_by=(_change.change_set_id, _change.entity, is_update.element),
            order_by=_change.id,
        )
        ranked = (
            select(
                _change.change_set_id, _change.entity, _change.pk, is_update, place.label("place")
            )
            .where(_change.change_set_id.in_(some))
            .subquery()
        )
        rows = reader.execute(
            select(ranked).where(ranked.c.place <= _FIRST).order_by(ranked.c.place)
        )
        for number, kind, key, changed, _place in rows:
            if telling[number] == (kind, bool(changed)):
                yield number, key
