"""Who changed what and when, with the values before and after: of a record, or of one intention."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, cast, func, select

from app.domain.journal import ChangeEntry, ChangeSetEntry, Operation
from app.store.journal_entries import Entry, Image, entries_of_records, entries_of_set
from app.store.past_images import fill_in, present_images, walk_back
from app.store.reader import Reader

_TOGETHER = 500
_change: Any = ChangeEntry
_set: Any = ChangeSetEntry


@dataclass(frozen=True)
class RecordChange:
    """What was done to one record.

    Attributes:
        number: The change set: everything that was done in one go.
        use_case: What was done, in the user's words.
        undo_of: The change set that this one took back.
        entity, key: The record's kind and key.
        before: The changed fields as they were, of a deleted record all; ``None`` of a new one.
        after: The same as they were left, of a new record all; ``None`` of a deleted one.
    """

    number: int
    at: datetime
    actor: str
    use_case: str
    undo_of: int | None
    entity: str
    key: str
    operation: Operation
    before: Image | None
    after: Image | None


def list_record_changes(reader: Reader, *, entity: str, key: str) -> tuple[RecordChange, ...]:
    """Return everything that was ever done to one record, oldest first."""
    entries = entries_of_records(reader, entity, [key]).get(key, [])
    present = present_images(reader, entity, [key]).get(key)
    return _told(reader, walk_back(present, entries)[::-1])


def list_set_changes(reader: Reader, *, number: int) -> tuple[RecordChange, ...]:
    """Return everything that one change set did, in the order in which it was done."""
    return _told(reader, fill_in(reader, entries_of_set(reader, number)))


def count_set_changes(reader: Reader, *, numbers: Sequence[int]) -> dict[int, dict[str, int]]:
    """Return how many records of which kind change sets touched."""
    first, last = cast(_change.pk, Integer), _change.last
    touched = func.sum(func.coalesce(last - first + 1, 1))
    counted: dict[int, dict[str, int]] = {number: {} for number in numbers}
    for begin in range(0, len(numbers), _TOGETHER):
        rows = reader.execute(
            select(_change.change_set_id, _change.entity, touched)
            .where(_change.change_set_id.in_(numbers[begin : begin + _TOGETHER]))
            .group_by(_change.change_set_id, _change.entity)
        )
        for number, entity, count in rows:
            counted[number][entity] = int(count)
    return counted


def _told(reader: Reader, entries: Sequence[Entry]) -> tuple[RecordChange, ...]:
    numbers = sorted({entry.number for entry in entries})
    sets: dict[int, Any] = {}
    for begin in range(0, len(numbers), _TOGETHER):
        wanted = _set.id.in_(numbers[begin : begin + _TOGETHER])
        rows = reader.execute(
            select(_set.id, _set.at, _set.actor, _set.use_case, _set.undo_of).where(wanted)
        )
        sets.update({row.id: row for row in rows})
    return tuple(
        RecordChange(
            entry.number,
            sets[entry.number].at,
            sets[entry.number].actor,
            sets[entry.number].use_case,
            sets[entry.number].undo_of,
            entry.entity,
            entry.pk,
            entry.operation,
            entry.before,
            entry.after,
        )
        for entry in entries
    )
