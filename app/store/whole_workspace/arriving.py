"""Fills a new workspace beside its place, and puts it there only when all of it stands.

The records come with their history, as they were: they pass neither the journal nor the guard, but
every rule of the tables, and every reference is followed before the file becomes a workspace.
"""

import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Insert,
    Table,
    bindparam,
    delete,
    insert,
    literal_column,
    select,
)
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from app.clock import Clock
from app.domain.errors import Misfortune
from app.domain.tables import METADATA
from app.domain.workspace_facts import PROGRAM_FACTS, StoreMeta
from app.store.backup import put_on_disk
from app.store.backup_folder import require_short_name
from app.store.engine import Access, Begin, open_engine
from app.store.faults import DiskFull, translated
from app.store.index_upkeep import keep_index_current
from app.store.lock import WorkspaceLock
from app.store.network import OnNetworkDrive, is_on_network
from app.store.schema import create_fresh
from app.store.whole_workspace.numbers import set_last_numbers
from app.store.workspace import WorkspaceExists

_TOGETHER = 500
_AT_ONCE = 1 << 20
"""How many bytes of kept files are held in the memory before they are written."""

_OVERHEAD = 3
"""How many times the records' own length a file with its indexes may need while it is filled."""

Arrival = tuple[str, Mapping[str, Any]]
"""Where a record stands, in words, and its values by field."""


class Unplaced(Misfortune):
    """A record breaks a rule of the workspace, or refers to one that is not there."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(
            f"{where}: {what}",
            "Nothing was taken over. Export the workspace again, or ask for another copy.",
        )
        self.where = where


class ArrivingWorkspace:
    """A workspace that is being filled; used with ``with``, it leaves nothing if it fails.

    Attributes:
        path: The file while it is filled, in a folder of its own beside its place.
    """

    def __init__(self, target: Path, *, size: int, clock: Clock, actor: str) -> None:
        """Take the place at ``target`` and begin a file.

        Args:
            target: Where it shall be.
            size: How many bytes come, at most.
            clock: Tells the time.
            actor: Who does it.

        Raises:
            WorkspaceExists: There is a file already.
            NameTooLong, OnNetworkDrive, CannotWrite, DiskFull: It cannot be there.
        """
        require_short_name(target)
        if target.exists():
            raise WorkspaceExists(target)
        if is_on_network(target):
            raise OnNetworkDrive(target)
        _require_room(target, size)
        self._target = target
        self._clock = clock
        with translated(target):
            self._lock = WorkspaceLock.take(target, user=actor, clock=clock)
        try:
            if target.exists():  # somebody made it while we asked
                raise WorkspaceExists(target)
            with translated(target):
                self._folder = Path(
                    tempfile.mkdtemp(dir=target.parent, prefix=".jwg-", suffix=".part")
                )
        except BaseException:
            self._lock.release()
            raise
        self.path = self._folder / "arriving.jwg"
        self._engine = open_engine(self.path, access=Access.CREATE, begin=Begin.WRITING)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self._engine.dispose()
            shutil.rmtree(self._folder, ignore_errors=True)
        finally:
            self._lock.release()

    def fill(
        self, kinds: Mapping[str, Iterable[Arrival]], *, last_numbers: Mapping[str, int]
    ) -> None:
        """Write all records in one transaction.

        Args:
            kinds: The records of each kind; they may come in any order.
            last_numbers: The last number that was given, by kind.

        Raises:
            Unplaced: naming the record.
            NumbersDoNotFit: naming the kind.
        """
        with translated(self.path):
            create_fresh(self._engine, now=self._clock.now())
            with self._engine.begin() as connection:
                connection.execute(
                    delete(StoreMeta).where(col(StoreMeta.key).not_in(PROGRAM_FACTS))
                )
                for kind, arrivals in kinds.items():
                    _insert_all(connection, METADATA.tables[kind], arrivals)
                _require_references(connection)
                set_last_numbers(connection, last_numbers)
                # Empty: the search index is made on the first opening, which comes next.
                connection.exec_driver_sql(
                    "UPDATE store_meta SET value = '' WHERE key = 'segmenter_version'"
                )

    def make_searchable(self) -> None:
        """Make the search index."""
        with translated(self.path):
            keep_index_current(self._engine, today=self._clock.now().date())
        self._engine.dispose()

    def take_place(self) -> Path:
        """Put the finished workspace where it shall be, in one step; return its path.

        Raises:
            WorkspaceExists: if there is a file meanwhile.
        """
        self._engine.dispose()
        with translated(self._target):
            put_on_disk(self.path)
            if self._target.exists():
                raise WorkspaceExists(self._target)
            self.path.rename(self._target)
            put_on_disk(self._target.parent)
        return self._target


def _require_room(target: Path, size: int) -> None:
    with translated(target):
        free = shutil.disk_usage(target.parent).free
    if free < _OVERHEAD * size:
        raise DiskFull(target.parent, _OVERHEAD * size, free)


def _insert_all(connection: Connection, table: Table, arrivals: Iterable[Arrival]) -> None:
    statement = _insertion(table)
    together: list[Arrival] = []
    size = 0
    for arrival in arrivals:
        together.append(arrival)
        size += sum(len(value) for value in arrival[1].values() if isinstance(value, bytes))
        if len(together) == _TOGETHER or size > _AT_ONCE:
            _insert(connection, statement, together)
            together, size = [], 0
    if together:
        _insert(connection, statement, together)


def _insert(connection: Connection, statement: Insert, arrivals: Sequence[Arrival]) -> None:
    savepoint = connection.begin_nested()
    try:
        connection.execute(statement, [dict(values) for _, values in arrivals])
        savepoint.commit()
    except IntegrityError:
        savepoint.rollback()
        _insert_one_by_one(connection, statement, arrivals)


def _insert_one_by_one(
    connection: Connection, statement: Insert, arrivals: Sequence[Arrival]
) -> None:
    """Find out which record is refused, and say why."""
    for where, values in arrivals:
        try:
            with translated(Path(where)):
                connection.execute(statement, dict(values))
        except Misfortune as refused:
            raise Unplaced(where, refused.sentence) from refused


def _insertion(table: Table) -> Insert:
    """Return the statement that inserts rows; in a field of JSON nothing is nothing, not null."""
    return insert(table).values(
        {column.name: bindparam(column.name, type_=_stored_as(column)) for column in table.columns}
    )


def _stored_as(column: Column[Any]) -> Any:
    return JSON(none_as_null=True) if type(column.type) is JSON else column.type


def _require_references(connection: Connection) -> None:
    """Follow every reference.

    Raises:
        Unplaced: naming the record whose reference leads nowhere.
    """
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is None:
        return
    kind, row, target, number = broken
    table = METADATA.tables[kind]
    links = connection.exec_driver_sql(f'PRAGMA foreign_key_list("{kind}")').all()
    field = next(link[3] for link in links if link[0] == number)
    keys = list(table.primary_key)
    statement = select(*keys, table.c[field]).where(literal_column("rowid") == row)
    *key, named = connection.execute(statement).one()
    raise Unplaced(
        f"The record “{'/'.join(map(str, key))}” of the kind “{kind}”",
        f"its “{field}” refers to a {target.replace('_', ' ')} “{named}” that is not there.",
    )
