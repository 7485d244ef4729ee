"""Notices a change inside a dictionary or a list, such as one more language in a title.

SQLAlchemy by itself sees only that a field is given another value: ``body.names["ko"] = "…"`` would
be accepted and never be written.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import JSON, inspect
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import SQLModel

from app.store.journal import state_of


@dataclass
class InnerChanges:
    """The records that a transaction has read or written, and what stood inside their fields.

    It also keeps them alive: a record that nobody holds would take its changes with it.
    """

    _seen: dict[int, tuple[SQLModel, dict[str, str]]] = field(default_factory=dict)
    _plain: dict[int, SQLModel] = field(default_factory=dict)

    def see(self, records: Iterable[SQLModel]) -> None:
        """Remember what stands in ``records`` now, as it stands in the store."""
        for record in records:
            if _structured_fields(type(record)):
                self._seen[id(record)] = (record, _told(record))
            else:  # nothing inside to change: of a long text there are tens of thousands
                self._plain[id(record)] = record

    def flag(self) -> None:
        """Mark the fields whose inside has changed since, so that they are written."""
        for record, before in self._seen.values():
            if not state_of(record).persistent:
                continue
            for name, value in _told(record).items():
                if before.get(name) != value:
                    flag_modified(record, name)

    def flag_all(self, record: SQLModel) -> None:
        """Mark each such field of a record from elsewhere; what is equal stays unwritten."""
        for name in _told(record):
            flag_modified(record, name)


def _told(record: SQLModel) -> dict[str, str]:
    # What has been dropped from memory since is read again when it is asked for: left out here.
    values = record.__dict__
    return {
        name: json.dumps(values[name], sort_keys=True)
        for name in _structured_fields(type(record))
        if name in values
    }


@cache
def _structured_fields(model: type[Any]) -> tuple[str, ...]:
    columns = inspect(model).local_table.columns
    return tuple(column.name for column in columns if isinstance(column.type, JSON))
