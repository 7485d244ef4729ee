"""Reads what the journal holds, record by record, whichever version of the program wrote it.

An entry may stand for a run of records with consecutive keys; here each record has its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, and_, cast, select

from app.domain.journal import ChangeEntry, Operation
from app.store.journal import LONGEST_RUN
from app.store.reader import Reader

Image = dict[str, Any]

_TOGETHER = 500
_change: Any = ChangeEntry
_COLUMNS = tuple(
    getattr(_change, name)
    for name in ("id", "change_set_id", "entity", "pk", "operation", "before", "after", "last")
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What was done to one record.

    Attributes:
        number: The change set.
        before: The fields that changed as they were, or all of them; ``None`` if it was made.
        after: How they were left; ``None`` if that is to be found out from what came later.
    """

    id: int
    number: int
    entity: str
    pk: str
    operation: Operation
    before: Image | None = None
    after: Image | None = None


def entries_of_set(reader: Reader, number: int, *, limit: int | None = None) -> list[Entry]:
    """Return what one change set did, in the order in which it was written; or only the first."""
    rows = reader.execute(
        select(*_COLUMNS).where(_change.change_set_id == number).order_by(_change.id).limit(limit)
    )
    return [entry for row in rows for entry in _entries(row)]


def entries_of_records(
    reader: Reader, entity: str, keys: Iterable[str], *, since: int = 0
) -> dict[str, list[Entry]]:
    """Return what was done to records of one kind, of each in order.

    Args:
        reader: The workspace.
        entity: The kind.
        keys: The records.
        since: Only what change sets after this one did.
    """
    wanted = sorted(set(keys))
    found: dict[int, Any] = {}
    for begin in range(0, len(wanted), _TOGETHER):
        named = _change.pk.in_(wanted[begin : begin + _TOGETHER])
        found.update(_rows(reader, entity, named, since=since))
    for first, last in _stretches(sorted(int(key) for key in wanted if key.isdecimal())):
        begins = cast(_change.pk, Integer)
        ends = and_(_change.last >= first, _change.last < last + LONGEST_RUN)
        found.update(_rows(reader, entity, ends, begins <= last, since=since))
    asked = set(wanted)
    entries: dict[str, list[Entry]] = defaultdict(list)
    for key in sorted(found):
        for entry in _entries(found[key]):
            if entry.pk in asked:
                entries[entry.pk].append(entry)
    return entries


def _rows(reader: Reader, entity: str, *where: Any, since: int) -> Iterator[tuple[int, Any]]:
    statement = select(*_COLUMNS).where(
        _change.entity == entity, *where, _change.change_set_id > since
    )
    return ((row.id, row) for row in reader.execute(statement))


def _stretches(keys: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield from where to where keys lie near to one another."""
    begin = 0
    for at in range(1, len(keys) + 1):
        if at == len(keys) or keys[at] - keys[at - 1] > LONGEST_RUN:
            yield keys[begin], keys[at - 1]
            begin = at


def _entries(row: Any) -> Iterator[Entry]:
    keys: tuple[str, ...] = (row.pk,)
    if row.last is not None:
        keys = tuple(str(key) for key in range(int(row.pk), row.last + 1))
    for key in keys:
        yield Entry(
            row.id, row.change_set_id, row.entity, key, row.operation, row.before, row.after
        )
