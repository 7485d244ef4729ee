"""One intention of the user as one transaction: whole or not at all, journalled and indexed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, SessionTransaction
from sqlmodel import SQLModel

from app.clock import Clock
from app.domain.checked import Record
from app.domain.errors import Mistake
from app.store.broken_rules import BrokenReference, refers_to_nothing
from app.store.change_set import ChangeSet
from app.store.deletion import delete_together, delete_with_dependents, find_named
from app.store.faults import translated
from app.store.guard import Guard
from app.store.journal import Journal, load_replaced_values, state_of
from app.store.reader import Reader
from app.store.search_index import PendingIndex
from app.store.tracking import InnerChanges

Model = TypeVar("Model", bound=SQLModel)


@dataclass
class Ledger:
    """What one transaction keeps track of beside the records themselves."""

    journal: Journal
    clock: Clock
    guard: Guard = field(default_factory=Guard)
    index: PendingIndex = field(default_factory=PendingIndex)
    inner_changes: InnerChanges = field(default_factory=InnerChanges)

    def watch(self, session: Session) -> None:
        """Have every flush of ``session`` stamped, guarded, journalled and noted for search."""
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._after_flush)
        event.listen(session, "loaded_as_persistent", self._after_loading)

    def finish(self, session: Session) -> None:
        """Bring the search index up to date, as the last thing before the commit."""
        self.index.write(session.connection(), today=self.clock.now().date())

    def _before_flush(self, session: Session, _context: Any, _instances: Any) -> None:
        connection = session.connection()
        for record in session.dirty:
            load_replaced_values(connection, record)
        changed = _changed(session)
        self.guard.check(
            connection, new=list(session.new), changed=changed, deleted=list(session.deleted)
        )
        now = self.journal.at
        for record in session.new:
            if isinstance(record, Record):
                record.created_at = record.created_at or now
                record.updated_at = now
        for record in changed:
            if isinstance(record, Record):
                record.updated_at = now

    def _after_flush(self, session: Session, _context: Any) -> None:
        new, changed, deleted = list(session.new), _changed(session), list(session.deleted)
        self.journal.record(session.connection(), new=new, changed=changed, deleted=deleted)
        self.index.note([*new, *changed])
        self.index.note(deleted, gone=True)
        self.inner_changes.see([*new, *changed])

    def _after_loading(self, _session: Session, record: SQLModel) -> None:
        self.inner_changes.see([record])


class UnitOfWork(Reader):
    """A transaction that is rolled back unless ``commit`` is called.

    Begun while another one is open in the same thread it becomes a part of it: its ``commit``
    writes, and the outer one decides. Rolled back, it takes only its own part with it.
    """

    def __init__(
        self,
        session: Session,
        path: Path,
        *,
        ledger: Ledger,
        closed: Callable[["UnitOfWork"], None],
        outer: "UnitOfWork | None" = None,
    ) -> None:
        super().__init__(session, path)
        self._ledger = ledger
        self._outer = outer
        self._closed = closed
        self._is_committed = False
        self._savepoint: SessionTransaction | None = None
        self._kept_index = ledger.index.copy()
        self._kept_number = ledger.journal.number
        self._kept_kinds = set(ledger.journal.kinds)
        self._kept_told = dict(ledger.journal.told) if outer is not None else {}
        with translated(path):
            if outer is None:
                session.connection()  # BEGIN IMMEDIATE: wait for the lock now and not later
            else:
                self._savepoint = session.begin_nested()

    @classmethod
    def begin(
        cls, engine: Engine, path: Path, *, ledger: Ledger, closed: Callable[["UnitOfWork"], None]
    ) -> "UnitOfWork":
        """Begin a transaction; ``closed`` is called when it is over."""
        session = Session(engine, expire_on_commit=False)
        ledger.watch(session)
        return cls(session, path, ledger=ledger, closed=closed)

    def begin_inner(self, *, closed: Callable[["UnitOfWork"], None]) -> "UnitOfWork":
        """Begin a unit of work that is a part of this one."""
        return UnitOfWork(self._session, self._path, ledger=self._ledger, closed=closed, outer=self)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if not self._is_committed:
                self._roll_back()
            if self._outer is None:
                self._session.close()
        finally:
            self._closed(self)

    def add(self, record: Model) -> Model:
        """Have ``record`` written with this unit of work; returns it."""
        self._require_open()
        comes_from_elsewhere = state_of(record).detached
        self._session.add(record)
        if comes_from_elsewhere:
            self._ledger.inner_changes.flag_all(record)
        return record

    def delete(self, record: SQLModel) -> None:
        """Delete ``record`` with everything that belongs to it.

        Raises:
            StillInUse: if other records refer to it.
            Sealed: if it, or what belongs to it, was adopted or signed.
        """
        self._require_open()
        with translated(self._path):
            delete_with_dependents(self._session, record)

    def delete_together(self, records: Sequence[SQLModel]) -> None:
        """Delete many records of one kind: of a long text one by one would take minutes.

        Raises:
            StillInUse: if other records refer to one of them.
            Sealed: if one of them was adopted or signed.
        """
        self._require_open()
        with translated(self._path):
            delete_together(self._session, records)

    def remove_unnamed(self, records: Sequence[Model]) -> list[Model]:
        """Delete those of ``records`` that no other refers to, and return those that are left.

        They are all of one kind, and what belongs to one of them refers to it too. For
        ``app.store`` alone.

        Raises:
            Sealed: if one of them was adopted or signed.
        """
        self.flush()
        with translated(self._path):
            left = find_named(self._session, records)
            kept = set(map(id, left))
            for record in records:
                if id(record) not in kept:
                    self._session.delete(record)
            self._session.flush()
        return left

    def begin_change_set(self) -> None:
        """Enter this unit of work into the journal even if it changes nothing in the end."""
        self._require_open()
        self._ledger.journal.begin(self._session.connection())

    def flush(self) -> None:
        """Write what was added and changed so far, so that keys are given and rules are tried.

        Raises:
            RuleBroken: if a rule of the workspace refuses it.
            Conflict: if a record was changed elsewhere since it was read.
        """
        self._require_open()
        self._ledger.inner_changes.flag()
        with translated(self._path):
            self._session.flush()

    def commit(self, subject: UUID | int | None = None) -> ChangeSet:
        """Make everything lasting and return what changed.

        Raises:
            RuleBroken: if a rule of the workspace refuses it; nothing is then changed.
            Conflict: if a record was changed elsewhere since it was read.
            DiskFull: if there is no room; nothing is then changed.
        """
        self.flush()
        with translated(self._path):
            if self._savepoint is not None:
                self._savepoint.commit()
            else:
                self._ledger.finish(self._session)
                self._commit_transaction()
        self._is_committed = True
        journal = self._ledger.journal
        return ChangeSet(journal.number, journal.use_case, frozenset(journal.kinds), subject)

    def _commit_transaction(self) -> None:
        connection = self._session.connection()
        try:
            connection.exec_driver_sql("COMMIT")
        except DBAPIError as error:
            if "FOREIGN KEY" in str(error.orig):
                raise self._broken_reference() from error
            raise
        self._session.commit()

    def _broken_reference(self) -> BrokenReference:
        """The transaction is still open then, and can be asked which reference is broken."""
        connection = self._session.connection()
        row = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        return refers_to_nothing(*(str(row[0]), str(row[2])) if row else ("record", "record"))

    def _roll_back(self) -> None:
        if self._savepoint is None:
            self._session.expunge_all()  # records that were read stay readable
            self._session.rollback()
            return
        self._savepoint.rollback()
        self._ledger.index = self._kept_index
        self._ledger.journal.number = self._kept_number
        self._ledger.journal.kinds = self._kept_kinds
        self._ledger.journal.told = self._kept_told

    def _require_open(self) -> None:
        if self._is_committed:
            raise Mistake("This unit of work was committed; begin another one.")


def _changed(session: Session) -> list[SQLModel]:
    return [record for record in session.dirty if session.is_modified(record)]
