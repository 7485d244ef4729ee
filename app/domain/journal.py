"""The journal: who changed what and when, with the values before and after."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index
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
    """One row that was changed: only the fields that differ, before and after."""

    __tablename__ = "change"
    __table_args__ = table(Index(None, "entity", "pk"), sqlite_autoincrement=True)
    id: int | None = number_key()
    change_set_id: int = reference("change_set.id")
    entity: str
    pk: str
    operation: Operation = choice(Operation, "operation")
    before: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    after: dict[str, Any] | None = Field(default=None, sa_type=JSON)
