"""Takes a change set back: every record it touched stands again as before, or nothing is changed.

A value is put back only where the present one is still the one that the change set left: what was
changed since is never overwritten. What was adopted or signed is refused by the guard, as ever.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Integer, Table, UniqueConstraint, select
from sqlmodel import SQLModel

from app.domain.checked import Checked, kind_of
from app.domain.errors import Misfortune, RuleBroken, Sealed
from app.domain.project import Quantity
from app.domain.source import Statement
from app.store.change_set import ChangeSet
from app.store.images import equals, field_names, value_in
from app.store.journal import key_of
from app.store.journal_entries import entries_of_set
from app.store.net_changes import Image, NetChange, sum_up
from app.store.past_images import fill_in, model_of, present_records
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
    changes = sum_up(fill_in(work, entries_of_set(work, number)))
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
        present = self._present(changes)
        updated = [
            (change, self._standing(change, present)) for change in changes if _is_update(change)
        ]
        doomed = [self._standing(change, present) for change in changes if change.before is None]
        gone = [change for change in changes if change.after is None]
        for change in gone:
            if (change.entity, change.key) in present:
                raise ChangedSince(self._use_case, change.entity)
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
        self._take_places(list(reversed(updated)), places)

    def _take_places(
        self,
        updated: list[tuple[NetChange, Checked]],
        places: Mapping[int, dict[str, Any]],
    ) -> None:
        """Give back the fields of which no two records may have the same value.

        Those that stepped aside cannot meet one another on the way, so that they go together.
        """
        in_turn = []
        for change, record in updated:
            if _must_wait_its_turn(change, record):
                in_turn.append((change, record))
            else:
                _take_place(record, change, places.get(id(record), {}))
        self._work.flush()
        for change, record in in_turn:
            _take_place(record, change, places.get(id(record), {}))
            self._work.flush()

    def _remove(self, doomed: list[Checked]) -> None:
        """Remove records, whichever of them nobody refers to any more, until all have gone."""
        self._require_unnamed(doomed)
        while doomed:
            left: list[Checked] = []
            for kind in dict.fromkeys(type(record) for record in doomed):
                some = [record for record in doomed if type(record) is kind]
                left += self._work.remove_unnamed(some)
            if len(left) == len(doomed):
                raise ChangedSince(self._use_case, kind_of(type(left[0])))
            doomed = left

    def _present(self, changes: Sequence[NetChange]) -> dict[tuple[str, str], Checked]:
        """Return the records concerned that are there."""
        found: dict[tuple[str, str], Checked] = {}
        for entity in dict.fromkeys(change.entity for change in changes):
            keys = [change.key for change in changes if change.entity == entity]
            records = present_records(self._work, entity, keys)
            found |= {(entity, key): record for key, record in records.items()}
        return found

    def _standing(self, change: NetChange, present: Mapping[tuple[str, str], Checked]) -> Checked:
        """Return the record as it stands, if it stands as the change set left it."""
        record = present.get((change.entity, change.key))
        after = change.after or {}
        names = field_names(model_of(change.entity)) if change.before is None else after
        if record is None or not all(equals(record, after, name) for name in names):
            raise ChangedSince(self._use_case, change.entity)
        return record

    def _require_unnamed(self, doomed: Sequence[Checked]) -> None:
        """Refuse if a record names one of these by kind and key, as statements of sources do."""
        gone = {(kind_of(type(record)), key_of(record)) for record in doomed}
        kinds = {entity for entity, _ in gone}
        for naming in (Statement, Quantity):
            model: Any = naming
            named = select(model.id, model.entity, model.pk).where(model.entity.in_(kinds))
            for own, entity, key in self._work.execute(named):
                if (entity, key) in gone and (kind_of(naming), str(own)) not in gone:
                    raise ChangedSince(self._use_case, entity)


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


def _must_wait_its_turn(change: NetChange, record: Checked) -> bool:
    """Return whether a field that must be unlike others could not step aside, such as a symbol."""
    columns = _table(type(record)).columns
    changed = _alone(type(record)) & set(change.before or {})
    return any(not isinstance(columns[name].type, Integer) for name in changed)


def _take_place(record: Checked, change: NetChange, place: Mapping[str, Any]) -> None:
    for name, value in place.items():
        setattr(record, name, value)
    _put_back(record, change, _alone(type(record)))


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
