"""Writes who changed what in the same transaction as the change itself.

An image holds ids and values, never objects: of a change the fields that differ as they were, of a
deletion the whole record. What was put in their place is not written down: it is in the record, or
in the change that replaced it since (``app.store.past_images``). A long text is kept once that way.
"""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, inspect, select
from sqlalchemy.orm import InstanceState, Mapper
from sqlmodel import SQLModel

from app.domain.checked import kind_of
from app.domain.journal import ChangeEntry, ChangeSetEntry, Operation

LONGEST_RUN = 500
"""No run of records is longer: those with a key in them end within so many keys after it."""

_WIDEST = 20
"""No whole-number key has more digits, so that padded ones stand in order."""

KEPT_OUT = frozenset({"row_version", "updated_at"})
"""They change with every write: an image with them would never equal the present values."""


@dataclass
class Journal:
    """The journal of one transaction.

    Attributes:
        number: The number of the change set, once something was changed.
        kinds: The kinds of record changed so far.
        told: Of each record changed so far the fields that the journal has as they were before;
            ``None`` of a record that was not there before, of which no value was.
    """

    use_case: str
    actor: str
    at: datetime
    undo_of: int | None = None
    number: int | None = None
    kinds: set[str] = field(default_factory=set)
    told: dict[tuple[str, str], frozenset[str] | None] = field(default_factory=dict)

    def record(
        self,
        connection: Connection,
        *,
        new: Iterable[SQLModel],
        changed: Iterable[SQLModel],
        deleted: Iterable[SQLModel],
    ) -> None:
        """Write down a flush; called after it, when every key is known."""
        self._write(connection, [_entry(record, Operation.INSERT) for record in new])
        self._write(
            connection,
            [
                _entry(record, Operation.UPDATE, before=replaced_image(record))
                for record in sorted(changed, key=lambda record: kind_of(type(record)))
            ],
        )
        self._write(
            connection,
            [
                _entry(record, Operation.DELETE, before=whole_image(record, keep_bytes=True))
                for record in deleted
            ],
        )

    def begin(self, connection: Connection) -> None:
        """Open the change set even if nothing will be in it, as after an undo without effect."""
        if self.number is None:
            self.number = self._open(connection)

    def _write(self, connection: Connection, rows: list[dict[str, Any]]) -> None:
        if not rows:
            return
        self.begin(connection)
        self.kinds.update(row["entity"] for row in rows)
        kept = [row for row in rows if self._is_news(row)]
        if kept:
            lines = [row | {"change_set_id": self.number} for row in _in_runs(kept)]
            connection.execute(insert(ChangeEntry), lines)

    def _is_news(self, row: dict[str, Any]) -> bool:
        """Leave out what stood only within this change set; return whether anything is left."""
        key = (row["entity"], row["pk"])
        if row["operation"] is not Operation.UPDATE:
            self.told[key] = None
            return True
        told = self.told.get(key, frozenset())
        if told is None:
            return False
        row["before"] = {name: old for name, old in row["before"].items() if name not in told}
        self.told[key] = told | row["before"].keys()
        return bool(row["before"])

    def _open(self, connection: Connection) -> int:
        made = connection.execute(
            insert(ChangeSetEntry).values(
                at=self.at, actor=self.actor, use_case=self.use_case, undo_of=self.undo_of
            )
        )
        key = made.inserted_primary_key
        assert key is not None
        return int(key[0])


def replaced_image(record: SQLModel) -> dict[str, Any]:
    """Return the fields of ``record`` that this flush changes, as they were."""
    state = state_of(record)
    before: dict[str, Any] = {}
    for name in _field_names(state.mapper):
        history = state.attrs[name].history
        if history.has_changes() and name not in KEPT_OUT:
            before[name] = plain(history.deleted[0] if history.deleted else None, keep_bytes=True)
    return before


def whole_image(record: SQLModel, *, keep_bytes: bool = False) -> dict[str, Any]:
    """Return every field of ``record`` that has a value."""
    values = {name: getattr(record, name) for name in _field_names(state_of(record).mapper)}
    return {
        name: plain(value, keep_bytes=keep_bytes)
        for name, value in values.items()
        if value is not None and name not in KEPT_OUT
    }


def load_replaced_values(connection: Connection, record: SQLModel) -> None:
    """Fetch what a changed field replaces where it was assigned without having been read."""
    state = state_of(record)
    blind = [
        name
        for name in _field_names(state.mapper)
        if state.attrs[name].history.added and not state.attrs[name].history.deleted
    ]
    if not blind or state.identity is None:
        return
    table = state.mapper.local_table
    keys = zip(state.mapper.primary_key, state.identity, strict=True)
    stored = connection.execute(
        select(*(table.c[name] for name in blind)).where(*(column == key for column, key in keys))
    ).one_or_none()
    if stored is not None:
        state.committed_state.update(zip(blind, stored, strict=True))


def key_of(record: SQLModel) -> str:
    """Return the primary key of ``record`` as text; the parts of a double key joined by a slash."""
    columns = state_of(record).mapper.primary_key
    return "/".join(str(getattr(record, column.name)) for column in columns)


def plain(value: Any, *, keep_bytes: bool = False) -> Any:
    """Return ``value`` as JSON can hold it.

    Bytes are kept whole only where the journal would otherwise be the last to have them.
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, bytes):
        told = {"size": len(value), "sha256": hashlib.sha256(value).hexdigest()}
        return told | ({"base64": base64.b64encode(value).decode()} if keep_bytes else {})
    return value


def state_of(record: SQLModel) -> InstanceState[Any]:
    """Return what SQLAlchemy knows of ``record``."""
    state: InstanceState[Any] = inspect(record)
    return state


def _entry(record: SQLModel, operation: Operation, **images: dict[str, Any]) -> dict[str, Any]:
    # An image that is not there is left out: a JSON column would hold the word null.
    return {
        "entity": kind_of(type(record)),
        "pk": key_of(record),
        "operation": operation,
        **images,
    }


def _in_runs(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return entries with those joined that do the same to records whose keys follow each other.

    A text of three hundred provisions is then one entry, and not as many. Kinds stay in the order
    in which they came, and records of a kind stand in that of their keys, as they are written.
    """
    kinds = {entity: place for place, entity in enumerate(dict.fromkeys(map(_entity, rows)))}
    joined: list[dict[str, Any]] = []
    for row in sorted(rows, key=lambda row: (kinds[row["entity"]], row["pk"].rjust(_WIDEST))):
        if joined and _goes_on(joined[-1], row):
            joined[-1]["last"] = int(row["pk"])
        else:
            joined.append(row | {"last": None})
    return joined


def _goes_on(run: dict[str, Any], row: dict[str, Any]) -> bool:
    if run["entity"] != row["entity"] or not (run["pk"].isdecimal() and row["pk"].isdecimal()):
        return False
    key, first = int(row["pk"]), int(run["pk"])
    is_next = key == (run["last"] or first) + 1 and key - first < LONGEST_RUN
    return is_next and run.get("before") == row.get("before")


def _entity(row: dict[str, Any]) -> str:
    return str(row["entity"])


def _field_names(mapper: Mapper[Any]) -> list[str]:
    return [attribute.key for attribute in mapper.column_attrs]
