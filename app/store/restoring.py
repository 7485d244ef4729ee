"""Brings back what a change set deleted, though its neighbours have moved up or moved on since.

``undoing`` takes a change set back to the letter. Whoever takes an agenda item out of the trash a
week later wants the item with all that hung on it, in its old place among what is there now.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Table, UniqueConstraint
from sqlmodel import SQLModel

from app.domain.checked import Checked, kind_of
from app.domain.journal import Operation
from app.domain.minutes import SEALED_MINUTES, Minutes, MinutesParagraph
from app.store.images import field_names, key_from, value_in
from app.store.journal import key_of
from app.store.journal_entries import Entry, entries_of_records, entries_of_set
from app.store.past_images import model_of
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork

Ref = tuple[str, str]
Image = dict[str, Any]
_PLACE = "ordinal"
_FOLLOWS = frozenset({_PLACE, "label"})
"""What a neighbour of something that goes is given anew: its place and its number."""
_MOVE_UP = frozenset({"agenda_item"})
"""Kinds of which the neighbours move up when one goes; of the others a place is left empty."""
_ASIDE = 1_900_000_000


class Deletion:
    """What a change set deleted, and what it did to others on the way.

    Attributes:
        number: The change set.
        gone: What every record that it deleted held, in the order in which they went.
        changed: The fields of others that it changed, as they were.
        made: Whether it also made something.
    """

    def __init__(self, number: int, entries: Iterable[Entry]) -> None:
        self.number = number
        self.gone: dict[Ref, Image] = {}
        self.changed: dict[Ref, Image] = {}
        fresh: set[Ref] = set()
        for entry in entries:
            ref = (entry.entity, entry.pk)
            if entry.operation is Operation.INSERT:
                if self.gone.pop(ref, None) is None:
                    fresh.add(ref)
            elif entry.operation is Operation.UPDATE:
                self.changed[ref] = {**(entry.before or {}), **self.changed.get(ref, {})}
            elif ref in fresh:
                fresh.discard(ref)
            else:
                self.gone[ref] = {**(entry.before or {}), **self.changed.pop(ref, {})}
        self.made = bool(fresh)

    @classmethod
    def of(cls, reader: Reader, number: int) -> "Deletion":
        """Read what a change set deleted."""
        return cls(number, entries_of_set(reader, number))

    def roots(self, kind: str) -> tuple[Ref, ...]:
        """Return what went of a kind, but for what went with another of the same kind."""
        return tuple(
            ref
            for ref, image in self.gone.items()
            if ref[0] == kind and (kind, str(image.get("parent_id"))) not in self.gone
        )

    def place_of(self, record: Checked, *, default: int) -> int:
        """Return the place that a neighbour had before the deletion moved it up."""
        before = self.changed.get((kind_of(type(record)), key_of(record)), {})
        return int(before.get(_PLACE) or default)

    @property
    def is_pure(self) -> bool:
        """Whether all else that was done follows from the deleting itself."""
        return not self.made and all(
            name in _FOLLOWS or self.lets_go(ref, name)
            for ref, before in self.changed.items()
            for name in before
        )

    def lets_go(self, ref: Ref, name: str) -> bool:
        """Return whether a field of another record named one of those that went."""
        target = _target(model_of(ref[0]), name)
        return bool(target) and (target, str(self.changed[ref][name])) in self.gone


def bring_back(work: UnitOfWork, deletion: Deletion) -> None:
    """Make again what was deleted: in its place, and named again by those that named it.

    Raises:
        RuleBroken: if a rule of the workspace refuses it.
        Sealed: if it would change what was adopted or signed.
    """
    made = [_made_again(work, deletion, ref) for ref in reversed(deletion.gone)]
    _make_room(work, deletion, [record for record in made if hasattr(record, _PLACE)])
    for record in made:
        work.add(record)
    work.flush()
    for ref, before in deletion.changed.items():
        other = _find(work, ref)
        if other is None or _is_sealed(work, other):
            continue
        for name in before:
            if deletion.lets_go(ref, name) and getattr(other, name) is None:
                setattr(other, name, value_in(type(other), before, name))
    work.flush()


def missing_for(reader: Reader, deletion: Deletion) -> tuple[Ref, ...]:
    """Return the records without which what was deleted cannot come back."""
    wanted: dict[Ref, None] = {}
    for (kind, _key), image in deletion.gone.items():
        model = model_of(kind)
        for name, value in image.items():
            target = _target(model, name)
            if target and value is not None and not _may_be_empty(model, name):
                wanted[target, str(value)] = None
    return tuple(ref for ref in wanted if ref not in deletion.gone and _find(reader, ref) is None)


def _made_again(work: UnitOfWork, deletion: Deletion, ref: Ref) -> Checked:
    model, image = model_of(ref[0]), deletion.gone[ref]
    values = {name: value_in(model, image, name) for name in field_names(model) if name in image}
    for name in values:
        target = _target(model, name)
        other = (target, str(image[name]))
        lost = bool(target) and other not in deletion.gone and _find(work, other) is None
        if lost and _may_be_empty(model, name):
            values[name] = None
    made: Checked = model(**values)
    return made


def _make_room(work: UnitOfWork, deletion: Deletion, records: Sequence[Checked]) -> None:
    """Move those aside that have since taken the places of records that come again."""
    coming: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for record in records:
        beside = _beside(type(record))
        if beside is not None:
            where = tuple((name, getattr(record, name)) for name in beside)
            coming[type(record), where].append(record)
    for (model, where), group in coming.items():
        there = sorted(work.find(model, **dict(where)), key=lambda each: each.ordinal)
        line = _line_up(work, deletion, there, sorted(group, key=lambda each: each.ordinal))
        _give_places(work, line, fresh=group)


def _line_up(
    work: UnitOfWork, deletion: Deletion, there: list[Any], coming: list[Any]
) -> list[Any]:
    """Return all in order: what comes stands where it stood among those that were there then."""
    line = list(there)
    if not coming or kind_of(type(coming[0])) not in _MOVE_UP:
        for record in coming:
            later = [at for at, each in enumerate(line) if each.ordinal >= record.ordinal]
            line.insert(min(later, default=len(line)), record)
        return line
    past = _Past(work, deletion, there)
    for record in coming:
        before = [at for at, each in enumerate(line) if past.stood_before(each, record)]
        behind = [at for at, each in enumerate(line) if past.stood_behind(each, record)]
        place = max(before, default=-1) + 1
        for at in range(place, min(behind, default=len(line))):
            if past.went_before(line[at], record):
                place = at + 1
        line.insert(place, record)
        past.came_again(record)
    return line


class _Past:
    """Knows how neighbours stood to one another when each of them was deleted."""

    def __init__(self, work: UnitOfWork, deletion: Deletion, there: Sequence[Checked]) -> None:
        self._work = work
        self._deletion = deletion
        self._kind = kind_of(type(there[0])) if there else ""
        self._back: set[str] = set()
        keys = [key_of(record) for record in there]
        told = entries_of_records(work, self._kind, keys) if keys else {}
        self._last = {
            key: earlier[-1]
            for key, entries in told.items()
            if (earlier := [each for each in entries if each.number < deletion.number])
        }

    def came_again(self, record: Checked) -> None:
        """Note that a record which went at the same time stands in its place."""
        self._back.add(key_of(record))

    def stood_before(self, neighbour: Checked, record: Any) -> bool:
        """Return whether a neighbour that was there then did not move up."""
        if key_of(neighbour) in self._back:
            return True
        return self._was_there(neighbour) and not self.stood_behind(neighbour, record)

    def stood_behind(self, neighbour: Checked, record: Any) -> bool:
        """Return whether a neighbour moved up when the record went."""
        return bool(self._deletion.place_of(neighbour, default=0) > record.ordinal)

    def went_before(self, neighbour: Checked, record: Checked) -> bool:
        """Return whether a neighbour that had gone by then had stood before the record."""
        last = self._last.get(key_of(neighbour))
        if last is None or last.operation is not Operation.DELETE:
            return False
        then = Deletion.of(self._work, last.number)
        return then.place_of(record, default=0) > 0

    def _was_there(self, neighbour: Checked) -> bool:
        last = self._last.get(key_of(neighbour))
        return last is not None and last.operation is not Operation.DELETE


def _give_places(work: UnitOfWork, line: list[Any], *, fresh: list[Any]) -> None:
    """Give each its own place, or the next one that is free behind the one before."""
    last = 0
    moved: list[tuple[Any, int]] = []
    for record in line:
        last = max(last + 1, record.ordinal)
        if record.ordinal != last:
            moved.append((record, last))
    for number, (record, _place) in enumerate(moved):
        if not any(record is each for each in fresh):
            record.ordinal = _ASIDE + number
    work.flush()
    for record, place in moved:
        record.ordinal = place
    work.flush()


def _beside(model: type[SQLModel]) -> tuple[str, ...] | None:
    """Return the fields that say among whom a record has its place; ``None`` if it has none."""
    table: Table = model.__table__  # type: ignore[attr-defined]
    for rule in table.constraints:
        if isinstance(rule, UniqueConstraint):
            names = [column.name for column in rule.columns]
            if _PLACE in names:
                return tuple(name for name in names if name != _PLACE)
    return None


def _target(model: type[SQLModel], name: str) -> str:
    """Return the kind of record that a field refers to; nothing if it refers to none."""
    table: Table = model.__table__  # type: ignore[attr-defined]
    if name not in table.columns:
        return ""
    return next((key.column.table.name for key in table.columns[name].foreign_keys), "")


def _may_be_empty(model: type[SQLModel], name: str) -> bool:
    """Return whether a reference is emptied when what it refers to goes."""
    table: Table = model.__table__  # type: ignore[attr-defined]
    return any(key.ondelete == "SET NULL" for key in table.columns[name].foreign_keys)


def _find(reader: Reader, ref: Ref) -> Checked | None:
    model = model_of(ref[0])
    found: Checked | None = reader.first(model, **key_from(model, ref[1]))
    return found


def _is_sealed(work: UnitOfWork, record: Checked) -> bool:
    """Return whether a record stands in signed minutes, which say no more than they said then."""
    return isinstance(record, MinutesParagraph) and (
        work.get(Minutes, record.minutes_id).status in SEALED_MINUTES
    )
