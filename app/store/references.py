"""Moves everything that refers to one record over to another, when two records prove to be one."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import SQLModel

from app.domain.checked import Checked, Record, kind_of
from app.store.deletion import models_below
from app.store.unit_of_work import UnitOfWork


def move_references(work: UnitOfWork, model: type[SQLModel], *, old: UUID, new: UUID) -> None:
    """Let every record that refers to ``old`` refer to ``new``; the journal sees each of them.

    Records that name others by kind and key, such as the statements of a source, are moved too.

    Raises:
        Sealed: if one of them was signed or adopted.
        RuleBroken: if one of them would then be there twice.
    """
    target = kind_of(model)
    for other in models_below(Checked):
        for name in _fields_that_point_to(other, target):
            for record in work.scalars(select(other).where(getattr(other, name) == old)):
                setattr(record, name, new)
    for other in models_below(Record):  # not the journal: that tells of the past
        if {"entity", "pk"} <= set(other.model_fields):
            named = select(other).where(other.entity == target, other.pk == str(old))
            for record in work.scalars(named):
                record.pk = str(new)
    work.flush()


def _fields_that_point_to(model: Any, target: str) -> list[str]:
    return [
        key.parent.name for key in model.__table__.foreign_keys if key.column.table.name == target
    ]
