"""Takes a change set back: every record it touched stands again as before, or nothing is changed.

A value is put back only where the present one is still the one that the change set left: what was
changed since is never overwritten. What was adopted or signed is refused by the guard, as ever.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Integer, Table, UniqueConstraint, select
from sqlmodel import SQLModel, col

from app.domain.checked import Checked, kind_of
from app.domain.errors import Misfortune, RuleBroken, Sealed
from app.domain.journal import ChangeEntry
from app.domain.project import Quantity
from app.domain.source import Statement
from app.store.broken_rules import StillInUse
from app.store.change_set import ChangeSet
from app.store.deletion import models_below
from app.store.images import equals, field_names, key_from, value_in
from app.store.journal import key_of
from app.store.net_changes import Image, NetChange, sum_up
from app.store.unit_of_work import UnitOfWork

_ASIDE = 2_000_000_000
"""Places count from one: a row that waits for its place stands far behind all others."""


class ChangedSince(Misfortune):
    """What shall be taken back was changed again in the meantime."""

    def __init__(self, use_case: str, kind: str) -> None:
        super().__init__(
            f"“{use_case}” was not taken back: the {kind.replace('_', ' ')} was changed since.",
            "Undo the later change first, or correct it by hand.",
        )
        self.kind = kind


class CannotBeUndone(Misfortune):
    """What shall be taken back was adopted, signed or sent out."""

    def __init__(self, use_case: str, reason: Sealed) -> None:
        super().__init__(f"“{use_case}” cannot be undone. {reason.sentence}", reason.remedy)


def take_back(work: UnitOfWork, *, number: int, use_case: str) -> ChangeSet:
    """Take back the change set ``number`` and commit.

    Raises:
        ChangedSince: if something it touched was changed since, or is used now.
        CannotBeUndone: if it adopted or signed something, or touched what was.
    """
    # As rows: records of the journal would be looked through again at each of many flushes.
    entries = work.execute(
        select(
            col(ChangeEntry.entity),
            col(ChangeEntry.pk),
            col(ChangeEntry.operation),
            col(ChangeEntry.before),
            col(ChangeEntry.after),
        )
        .where(col(ChangeEntry.change_set_id) == number)
        .order_by(col(ChangeEntry.id))
    )
    changes = sum_up(entries)
    work.begin_change_set()
    try:
        _Inverse(work, use_case).apply(changes)
        return work.commit()
    except Sealed as sealed:
        raise CannotBeUndone(use_case, sealed) from sealed
    except RuleBroken as broken:
        kind = getattr(broken, "kind", changes[0].entity if changes else "record")
        raise ChangedSince(use_case, str(kind)) from broken


class _Inverse:
    """Puts records back in an order in which no rule of the store is broken on the way.

    First records step out of their places; then come the fields that say where a record belongs,
    deletions, records that come again, and last, one by one, the fields of which no two records may
    have the same value.
    """

    def __init__(self, work: UnitOfWork, use_case: str) -> None:
        self._work = work
        self._use_case = use_case

    def apply(self, changes: Sequence[NetChange]) -> None:
        updated = [(change, self._record(change)) for change in changes if _is_update(change)]
        doomed = [self._record(change) for change in changes if change.before is None]
        gone = [change for change in changes if change.after is None]
        for change in gone:
            self._require_absent(change)
        kinds = Counter(change.entity for change in changes)
        places = {
            id(record): _step_aside(record, change, aside=_ASIDE - place)
            for place, (change, record) in enumerate(updated)
            if _moves(record, change, is_alone=kinds[change.entity] == 1)
        }
        self._work.flush()
        for change, record in updated:
            _put_back(record, change, frozenset(change.before or {}) - _alone(type(record)))
        self._work.flush()
        self._remove(list(reversed(doomed)))
        for change in reversed(gone):
            self._work.add(_record_again(change))
        self._work.flush()
        for change, record in reversed(updated):
            for name, value in places.get(id(record), {}).items():
                setattr(record, name, value)
            _put_back(record, change, _alone(type(record)))
            self._work.flush()

    def _remove(self, doomed: list[Checked]) -> None:
        """Remove records, whichever of them nobody refers to any more, until all have gone."""
        while doomed:
            left = []
            for record in doomed:
                self._require_unnamed(record)
                try:
                    self._work.remove(record)
                except StillInUse:
                    left.append(record)
            if len(left) == len(doomed):
                raise ChangedSince(self._use_case, kind_of(type(left[0])))
            doomed = left

    def _record(self, change: NetChange) -> Checked:
        """Return the record as it stands, if it stands as the change set left it."""
        model = model_of(change.entity)
        record: Checked | None = self._work.first(model, **key_from(model, change.key))
        after = change.after or {}
        names = field_names(model) if change.before is None else after
        if record is None or not all(equals(record, after, name) for name in names):
            raise ChangedSince(self._use_case, change.entity)
        return record

    def _require_absent(self, change: NetChange) -> None:
        model = model_of(change.entity)
        if self._work.first(model, **key_from(model, change.key)) is not None:
            raise ChangedSince(self._use_case, change.entity)

    def _require_unnamed(self, record: Checked) -> None:
        """Refuse if a record names this one by its kind and key, as statements of sources do."""
        kind = kind_of(type(record))
        for model in (Statement, Quantity):
            if self._work.first(model, entity=kind, pk=key_of(record)) is not None:
                raise ChangedSince(self._use_case, kind)


@cache
def model_of(kind: str) -> Any:
    """Return the model of a kind of record."""
    return next(model for model in models_below(Checked) if kind_of(model) == kind)


def _is_update(change: NetChange) -> bool:
    return change.before is not None and change.after is not None


def _record_again(change: NetChange) -> SQLModel:
    model = model_of(change.entity)
    image: Image = change.before or {}
    values = {name: value_in(model, image, name) for name in field_names(model) if name in image}
    made: SQLModel = model(**values)
    return made


def _step_aside(record: Checked, change: NetChange, *, aside: int) -> dict[str, Any]:
    """Move a record out of its place, so that others can have it; return its place.

    One that stays where it belongs leaves no more of its place than it has changed: the version
    with which a revision began is sealed, and nothing may touch it even for a moment.
    """
    table = _table(type(record))
    changed = set(change.before or {})
    stays = changed.isdisjoint(_references(type(record)))
    numbers = (
        name
        for name in _alone(type(record))
        if isinstance(table.columns[name].type, Integer) and (name in changed or not stays)
    )
    kept = {name: getattr(record, name) for name in numbers}
    for name in kept:
        setattr(record, name, aside)
    return kept


def _moves(record: Checked, change: NetChange, *, is_alone: bool) -> bool:
    """Return whether a record goes to a place that may still be taken; ``is_alone`` of its kind."""
    moved = _unlike_others(type(record)) & set(change.before or {})
    return bool(moved and not is_alone) or not moved.isdisjoint(_references(type(record)))


def _put_back(record: Checked, change: NetChange, names: frozenset[str]) -> None:
    before = change.before or {}
    for name in (change.after or {}).keys() | before.keys():
        if name in names:
            setattr(record, name, value_in(type(record), before, name))


def _alone(model: type[SQLModel]) -> frozenset[str]:
    """Return the fields of which no two records may have the same value, references left out."""
    return _unlike_others(model) - _references(model)


@cache
def _unlike_others(model: type[SQLModel]) -> frozenset[str]:
    """Return the fields by which each record must differ from others."""
    table = _table(model)
    rules = (rule for rule in table.constraints if isinstance(rule, UniqueConstraint))
    unique = {column.name for rule in rules for column in rule.columns}
    for index in table.indexes:
        if index.unique:
            unique |= {column.name for column in index.columns}
            condition = re.findall(r"\w+", index.info.get("where", ""))
            unique |= set(condition) & set(table.columns.keys())
    return frozenset(unique)


def _references(model: type[SQLModel]) -> frozenset[str]:
    return frozenset(key.parent.name for key in _table(model).foreign_keys)


def _table(model: type[SQLModel]) -> Table:
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table
