"""Finds what must go with a record that is deleted, so that the journal sees every row of it.

The database would delete dependent rows by itself, but then neither the journal nor the search
index nor the guard of adopted texts would know.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Column, ForeignKey, Table, func, select
from sqlalchemy.orm import Session  # noqa: TID251  (the unit of work's own)
from sqlmodel import SQLModel

from app.domain.checked import Checked, kind_of
from app.store.broken_rules import StillInUse

Model = TypeVar("Model", bound=SQLModel)

_TOGETHER = 500


def delete_with_dependents(session: Session, record: SQLModel) -> None:
    """Delete ``record`` and what belongs to it, innermost first.

    Raises:
        StillInUse: if records that do not belong to it refer to it.
    """
    session.flush()
    doomed = _doomed(session, record)
    _refuse_if_used(session, record, doomed)
    for gone in doomed:
        _let_go(session, gone)
    session.flush()
    for gone in reversed(doomed):
        session.delete(gone)
        session.flush()  # one by one: a parent must not go before its children


def delete_together(session: Session, records: Sequence[SQLModel]) -> None:
    """Delete records of one kind; those that nobody refers to all at once.

    Raises:
        StillInUse: if records that do not belong to them refer to one of them.
    """
    if not records:
        return
    session.flush()
    named = _named_keys(session, records)
    for record in records:
        if _key(record) not in named:
            session.delete(record)
    session.flush()
    for record in records:
        if _key(record) in named:
            delete_with_dependents(session, record)


def _named_keys(session: Session, records: Sequence[SQLModel]) -> set[Any]:
    """Return the keys of those to which any record refers."""
    keys = [_key(record) for record in records]
    named: set[Any] = set()
    for reference in _references_to(type(records[0])):
        column: Column[Any] = reference.parent
        for begin in range(0, len(keys), _TOGETHER):
            some = column.in_(keys[begin : begin + _TOGETHER])
            named.update(session.scalars(select(column).where(some).distinct()))
    return named


def _key(record: SQLModel) -> Any:
    return getattr(record, "id", None)


def models_below(base: Any) -> Iterator[Any]:
    """Yield every table that derives from ``base``."""
    for model in base.__subclasses__():
        if hasattr(model, "__table__"):
            yield model
        yield from models_below(model)


def find_named(session: Session, records: Sequence[Model]) -> list[Model]:
    """Return those of ``records``, all of one kind, to which any record refers.

    One that would go with it refers to it as well.
    """
    if not records:
        return []
    found: set[int] = set()
    for reference in _references_to(type(records[0])):
        column: Column[Any] = reference.parent
        of_value = {getattr(record, reference.column.name): record for record in records}
        values = list(of_value)
        for begin in range(0, len(values), _TOGETHER):
            some = column.in_(values[begin : begin + _TOGETHER])
            named = session.scalars(select(column).where(some).distinct())
            found.update(id(of_value[value]) for value in named)
    return [record for record in records if id(record) in found]


def _doomed(session: Session, record: SQLModel) -> list[SQLModel]:
    """Return ``record`` and everything that belongs to it, parents first."""
    found: list[SQLModel] = [record]
    seen = {id(record)}
    for owner in found:  # grows while it is walked
        for key in _references_to(type(owner)):
            children = _referring(session, key, owner) if key.ondelete == "CASCADE" else []
            found.extend(child for child in children if id(child) not in seen)
            seen.update(map(id, children))
    return found


def _refuse_if_used(session: Session, record: SQLModel, doomed: list[SQLModel]) -> None:
    users: Counter[str] = Counter()
    going = set(map(id, doomed))
    for gone in doomed:
        for key in _references_to(type(gone)):
            if key.ondelete not in {"CASCADE", "SET NULL"}:
                users[key.parent.table.name] += sum(
                    1 for user in _referring(session, key, gone) if id(user) not in going
                )
    used_by = tuple(sorted((kind, count) for kind, count in users.items() if count))
    if used_by:
        raise StillInUse(kind_of(type(record)), used_by)


def _let_go(session: Session, gone: SQLModel) -> None:
    """Empty the fields of others that point at ``gone`` without belonging to it."""
    for key in _references_to(type(gone)):
        if key.ondelete == "SET NULL":
            for other in _referring(session, key, gone):
                setattr(other, key.parent.name, None)


def _references_to(model: type[SQLModel]) -> list[ForeignKey]:
    table: Table = model.__table__  # type: ignore[attr-defined]
    return [
        key
        for other in Checked.metadata.tables.values()
        for key in other.foreign_keys
        if key.column.table is table
    ]


def _referring(session: Session, key: ForeignKey, owner: SQLModel) -> list[Any]:
    """Return the records whose ``key`` points at ``owner``."""
    column: Column[Any] = key.parent
    value = getattr(owner, key.column.name)
    if not session.execute(select(func.count()).where(column == value)).scalar():
        return []
    return list(session.scalars(select(_model_of(column.table)).where(column == value)))


def _model_of(table: Table) -> Any:
    return next(model for model in models_below(Checked) if model.__table__ is table)
