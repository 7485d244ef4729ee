"""Finds out how records stood at any time, from how they stand and what was changed since.

The journal keeps what a change replaced and not what it put there: that is in the record itself,
or in the change that replaced it in its turn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import inspect, select, tuple_

from app.domain.checked import Checked, kind_of
from app.domain.journal import Operation
from app.store.deletion import models_below
from app.store.images import key_from
from app.store.journal import key_of, whole_image
from app.store.journal_entries import Entry, Image, entries_of_records
from app.store.reader import Reader

_TOGETHER = 300


@cache
def model_of(kind: str) -> Any:
    """Return the model of a kind of record."""
    return next(model for model in models_below(Checked) if kind_of(model) == kind)


def fill_in(reader: Reader, entries: Iterable[Entry]) -> list[Entry]:
    """Return entries of the journal with the values that were put there, in the same order."""
    given = list(entries)
    filled: dict[tuple[int, str], Entry] = {}
    for entity in dict.fromkeys(entry.entity for entry in given):
        some = [entry for entry in given if entry.entity == entity]
        keys = {entry.pk for entry in some}
        since = min(entry.number for entry in some) - 1
        later = entries_of_records(reader, entity, keys, since=since)
        present = present_images(reader, entity, keys)
        for key in keys:
            for entry in walk_back(present.get(key), later.get(key, ())):
                filled[entry.id, entry.pk] = entry
    return [filled.get((entry.id, entry.pk), entry) for entry in given]


def walk_back(present: Image | None, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries of one record with what each left, the latest first.

    Args:
        present: The record as it stands; ``None`` if it is gone.
        entries: Everything that was done to it from some moment on, in order.
    """
    image = present
    filled = []
    for entry in reversed(entries):
        before = entry.before or {}
        if entry.operation is Operation.DELETE:
            filled.append(replace(entry, after=None))
            image = dict(before)
        elif entry.operation is Operation.UPDATE:
            left = {name: (image or {}).get(name) for name in before}
            filled.append(replace(entry, after=left if entry.after is None else entry.after))
            image = {**(image or {}), **before}
        else:
            left = {name: value for name, value in (image or {}).items() if value is not None}
            filled.append(replace(entry, after=left if entry.after is None else entry.after))
            image = None
    return filled


def present_images(reader: Reader, entity: str, keys: Iterable[str]) -> dict[str, Image]:
    """Return how records of one kind stand, as the journal would write them."""
    records = present_records(reader, entity, keys)
    return {key: whole_image(record) for key, record in records.items()}


def present_records(reader: Reader, entity: str, keys: Iterable[str]) -> dict[str, Checked]:
    """Return the records of one kind with the given keys, as far as they are there."""
    model = model_of(entity)
    columns = list(inspect(model).primary_key)
    wanted = sorted(set(keys))
    found: dict[str, Checked] = {}
    for begin in range(0, len(wanted), _TOGETHER):
        some = [tuple(key_from(model, key).values()) for key in wanted[begin : begin + _TOGETHER]]
        if len(columns) == 1:
            which = columns[0].in_([key for (key,) in some])
        else:
            which = tuple_(*columns).in_(some)
        for record in reader.scalars(select(model).where(which)):
            found[key_of(record)] = record
    return found
