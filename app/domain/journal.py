"""The journal: who changed what and when, with the values before and after."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, text
from sqlmodel import Field

from app.domain.checked import Checked
from app.domain.columns import choice, number_key, reference, table, unique


class Operation(StrEnum):
    """What happened to a row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class ChangeSetEntry(Checked, table=True):
    """One intention of one person: everything that was changed in one transaction."""

    __tablename__ = "change_set"
    __table_args__ = table(
        unique("undo_of", sentence="This change was already undone."), sqlite_autoincrement=True
    )
    id: int | None = number_key()
    at: datetime
    actor: str = ""
    use_case: str = Field(min_length=1)
    undo_of: int | None = Field(default=None, foreign_key="change_set.id")


class ChangeEntry(Checked, table=True):
    """What was done to one record, or the same thing done to a run of records.

    Attributes:
        before: The fields that changed as they were; of a record that was deleted all of them.
        after: Only in entries of the first two versions of the file: the fields as they were left.
            Whoever wants to know finds it in what was changed next, or in the record itself.
        last: The last key of a run: of records of one kind with the keys from ``pk`` up to it.
    """

    __tablename__ = "change"
    __table_args__ = table(
        Index(None, "entity", "pk"),
        Index(
            None,
            "entity",
            "last",
            sqlite_where=text("last IS NOT NULL"),
            info={"where": "last IS NOT NULL"},
        ),
        sqlite_autoincrement=True,
    )
    id: int | None = number_key()
    change_set_id: int = reference("change_set.id")
    entity: str
    pk: str
    operation: Operation = choice(Operation, "operation")
    before: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    after: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    last: int | None = None
