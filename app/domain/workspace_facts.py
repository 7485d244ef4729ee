"""What a workspace knows of itself, and the entries of its search index."""

from sqlmodel import Field

from app.domain.checked import Checked
from app.domain.columns import number_key, table, text_field, unique
from app.domain.names import LanguageTag

PROGRAM_FACTS = frozenset({"oldest_reader", "search_day", "segmenter_version"})
"""Facts about the file that the program finds out for each file anew."""


class StoreMeta(Checked, table=True):
    """A fact about the workspace file itself, such as the segmenter its index was built with."""

    __tablename__ = "store_meta"
    __table_args__ = table()
    key: str = Field(primary_key=True)
    value: str = text_field()


class SearchEntry(Checked, table=True):
    """The whole-number key under which one text of one record stands in the search index."""

    __tablename__ = "search_entry"
    __table_args__ = table(
        unique("entity", "pk", "language", sentence="This text is already in the index."),
        sqlite_autoincrement=True,
    )
    id: int | None = number_key()
    entity: str
    pk: str
    language: LanguageTag
