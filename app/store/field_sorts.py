"""Tells what sort of value a field of a record holds, so that it can be said in words."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, Date, DateTime, Enum, Time

from app.domain.tables import METADATA


class FieldSort(StrEnum):
    """What a field holds."""

    ANY = "any"
    CHOICE = "choice"
    DAY = "day"
    HOUR = "hour"
    MOMENT = "moment"
    YES_NO = "yes-no"


_SORTS: tuple[tuple[type[Any], FieldSort], ...] = (
    (Boolean, FieldSort.YES_NO),
    (Enum, FieldSort.CHOICE),
    (DateTime, FieldSort.MOMENT),
    (Time, FieldSort.HOUR),
    (Date, FieldSort.DAY),
)


def sort_of(kind: str, name: str) -> FieldSort:
    """Return what a field of a kind of record holds; of one that is gone, anything."""
    table = METADATA.tables.get(kind)
    column = table.columns.get(name) if table is not None else None
    if column is None:
        return FieldSort.ANY
    return next((sort for told, sort in _SORTS if isinstance(column.type, told)), FieldSort.ANY)
