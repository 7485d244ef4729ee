"""Which records belong to a record, those that are gone as well: its history is theirs too."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import inspect, select
from sqlmodel import col

from app.domain.checked import Checked, kind_of
from app.domain.journal import ChangeEntry, Operation
from app.store.deletion import models_below
from app.store.images import key_from
from app.store.journal import plain
from app.store.past_images import model_of
from app.store.queries.record_marks import MARKS
from app.store.queries.record_names import Ref
from app.store.reader import Reader

_TOGETHER = 400
_DEEPEST = 6
_BESIDES = frozenset(
    {
        ("rule_document", "rule_version"),
        ("rule_document", "provision"),
        ("provision", "provision_revision"),
        ("provision_revision", "provision_text"),
    }
)
"""What belongs to a record though it is not deleted along with it."""
_BY_KIND_AND_KEY = ("quantity", "statement")


def family_of(reader: Reader, kind: str, key: str) -> frozenset[Ref]:
    """Return a record and everything that belongs to it or did, however deep it lies."""
    found: set[Ref] = {(kind, key)}
    fresh: dict[str, list[str]] = {kind: [key]}
    for _depth in range(_DEEPEST):
        below: dict[str, list[str]] = defaultdict(list)
        for owner, keys in fresh.items():
            for child, name in _children(owner):
                for ref in _present(reader, child, name, owner, keys) | _gone(
                    reader, child, name, keys
                ):
                    if ref not in found:
                        found.add(ref)
                        below[ref[0]].append(ref[1])
        if not below:
            break
        fresh = below
    return frozenset(found | _said_of(reader, kind, key))


@cache
def _children(kind: str) -> tuple[tuple[str, str], ...]:
    """Return the kinds that belong to a kind, each with the field that says to which."""
    found = []
    for model in models_below(Checked):
        child = kind_of(model)
        for key in model.__table__.foreign_keys:
            owned = key.ondelete == "CASCADE" or (kind, child) in _BESIDES
            if key.column.table.name == kind and owned and child in MARKS:
                found.append((child, key.parent.name))
    return tuple(found)


def _present(
    reader: Reader, child: str, name: str, owner: str, keys: Sequence[str]
) -> frozenset[Ref]:
    model = model_of(child)
    values = [next(iter(key_from(model_of(owner), key).values())) for key in keys]
    primary = inspect(model).primary_key
    found: set[Ref] = set()
    for begin in range(0, len(values), _TOGETHER):
        some = getattr(model, name).in_(values[begin : begin + _TOGETHER])
        for row in reader.execute(select(*primary).where(some)):
            found.add((child, "/".join(str(plain(value)) for value in row)))
    return frozenset(found)


def _gone(reader: Reader, child: str, name: str, keys: Sequence[str]) -> frozenset[Ref]:
    before: Any = col(ChangeEntry.before)
    numbered = all(key.isdecimal() for key in keys)
    value = before[name].as_integer() if numbered else before[name].as_string()
    wanted = [int(key) for key in keys] if numbered else keys
    found: set[Ref] = set()
    for begin in range(0, len(keys), _TOGETHER):
        rows = reader.scalars(
            select(col(ChangeEntry.pk)).where(
                col(ChangeEntry.entity) == child,
                col(ChangeEntry.operation) == Operation.DELETE,
                value.in_(wanted[begin : begin + _TOGETHER]),
            )
        )
        found.update((child, key) for key in rows)
    return frozenset(found)


def _said_of(reader: Reader, kind: str, key: str) -> set[Ref]:
    """Return the figures of a record and what sources say of it."""
    found: set[Ref] = set()
    for child in _BY_KIND_AND_KEY:
        model = model_of(child)
        mine: Iterable[Any] = reader.scalars(
            select(model.id).where(model.entity == kind, model.pk == key)
        )
        found.update((child, str(each)) for each in mine)
    return found
