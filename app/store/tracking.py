"""Notices a change inside a dictionary or a list, such as one more language in a title.

SQLAlchemy by itself sees only that a field is given another value: ``body.names["ko"] = "…"`` would
be accepted and never be written.
"""

from functools import cache
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.orm import Mapper

from app.domain.checked import Checked
from app.domain.tables import METADATA
from app.store.deletion import models_below


@cache
def track_changes_inside() -> None:
    """Have every dictionary and list of every table watched from now on."""
    for model in models_below(Checked):
        if model.__table__.metadata is METADATA:
            _watch(model)


def _watch(model: Any) -> None:
    mapper: Mapper[Any] = model.__mapper__
    for column in mapper.local_table.columns:
        if isinstance(column.type, JSON):
            kind = (
                MutableList
                if model.model_fields[column.name].default_factory is list
                else MutableDict
            )
            kind.associate_with_attribute(getattr(model, column.name))
