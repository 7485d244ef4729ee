"""Saved searches: what a secretariat looks for again and again, under a name of its own."""

from sqlmodel import Field

from app.domain.checked import Record
from app.domain.columns import table, unique


class SavedSearch(Record, table=True):
    """A search line that is kept at the side of the window.

    Attributes:
        line: What is typed to make it.
    """

    __tablename__ = "saved_search"
    __table_args__ = table(
        unique("name", sentence="There is already a saved search with this name.", field="name"),
    )
    name: str = Field(min_length=1, max_length=60)
    line: str = Field(min_length=1, max_length=400)
    ordinal: int = Field(default=1, ge=1)
