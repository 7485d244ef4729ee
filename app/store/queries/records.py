"""Counts of records, whatever their kind."""

from sqlalchemy import func
from sqlmodel import SQLModel, select

from app.store.reader import Reader


def count_records(reader: Reader, model: type[SQLModel]) -> int:
    """Return how many records of a kind the workspace holds."""
    return int(reader.scalar(select(func.count()).select_from(model)))
