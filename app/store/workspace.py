"""The workspace: the one file that holds everything, opened safely and closed with a backup."""

import threading
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from app.clock import Clock
from app.domain.errors import Misfortune, Mistake
from app.store.backup import back_up_if_changed, copy_verified
from app.store.backup_folder import Reason, require_short_name
from app.store.engine import Access, Begin, open_engine
from app.store.faults import CannotWrite, NameTooLong, translated
from app.store.health import TooNew, check_sound, read_head, remove_empty_journal
from app.store.index_upkeep import keep_index_current
from app.store.journal import Journal
from app.store.lock import Holder, WorkspaceInUse, WorkspaceLock
from app.store.network import OnNetworkDrive, is_on_network
from app.store.older_copy import OlderCopy
from app.store.packs.opening import OpenedPack
from app.store.reader import Reader
from app.store.schema import create_fresh, migrate, oldest_reader
from app.store.space import require_space
from app.store.unit_of_work import Ledger, UnitOfWork
from app.store.version import SCHEMA_VERSION

_DAY = timedelta(days=1)


class WorkspaceExists(Misfortune):
    """There is a file already where a new workspace was to be made."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is already a file at “{path}”; it was not touched.", "Choose another name."
        )
        self.path = path


class OpenedReadOnly(Misfortune):
    """A change was asked of a workspace that can only be read at the moment."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"“{path.name}” is open for reading only, so this was not saved. {why}",
            "Open it again when that is no longer so, or save a copy and work in the copy.",
        )
        self.path = path
        self.why = why


class Workspace:
    """An open workspace.

    Attributes:
        path: The file.
        clock: Tells the time of every change.
        actor: Who makes the changes, as the journal names them.
        why_read_only: Why nothing can be written; empty if it can.
        holder: Who else is writing the file, if that is why.
    """

    def __init__(
        self,
        path: Path,
        *,
        clock: Clock,
        actor: str,
        lock: WorkspaceLock | None,
        why_read_only: str = "",
        holder: Holder | None = None,
        stored: OlderCopy | OpenedPack | None = None,
    ) -> None:
        self.path = path
        self.clock = clock
        self.actor = actor
        self.why_read_only = why_read_only
        self.holder = holder
        self._lock = lock
        self._copy = stored
        self._read_from = stored.path if stored is not None else path
        access = Access.READ_WRITE if lock else Access.READ_ONLY
        self._reading = open_engine(self._read_from, access=access, begin=Begin.READING)
        self._writing = open_engine(self._read_from, access=access, begin=Begin.WRITING)
        self._one_writer = threading.RLock()
        self._of_thread = threading.local()

    @classmethod
    def create(cls, path: Path, *, clock: Clock, actor: str) -> Self:
        """Make a new, empty workspace at ``path`` and open it.

        Raises:
            WorkspaceExists: if there is a file already.
            CannotWrite: if the folder cannot be written.
            NameTooLong: if there would be no room for the names of its backups.
            OnNetworkDrive: if the folder is on another computer.
        """
        require_short_name(path)
        if path.exists():
            raise WorkspaceExists(path)
        if is_on_network(path):
            raise OnNetworkDrive(path)
        with translated(path):
            lock = WorkspaceLock.take(path, user=actor, clock=clock)
        if path.exists():  # somebody made it while we asked
            lock.release()
            raise WorkspaceExists(path)
        try:
            _create_file(path, clock=clock)
            return cls(path, clock=clock, actor=actor, lock=lock)
        except BaseException:
            for left in (path, path.with_name(f"{path.name}-journal")):
                left.unlink(missing_ok=True)
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, *, clock: Clock, actor: str, read_only: bool = False) -> Self:
        """Open the workspace at ``path``, after looking whether it is sound.

        Where it cannot be written, because somebody else is writing it, its folder is closed or on
        another computer, or it is of a newer version, it is opened for reading and
        ``why_read_only`` says why. One of an older version is then read from a copy.

        Raises:
            WorkspaceMissing, WorkspaceUnreadable, NotAWorkspace: if there is none to open.
            TooNew: if a newer JWG Desk wrote it in a way that this one cannot read.
            WorkspaceDamaged: naming the newest good backup.
        """
        version = read_head(path).version
        if version > SCHEMA_VERSION:
            return cls._open_newer(path, version=version, clock=clock, actor=actor)
        if read_only:
            why = "It was opened for reading."
            return cls._open_to_read(path, why=why, clock=clock, actor=actor)
        try:
            require_short_name(path)
            if is_on_network(path):
                raise OnNetworkDrive(path)
            with translated(path):
                lock = WorkspaceLock.take(path, user=actor, clock=clock)
        except WorkspaceInUse as taken:
            return cls._open_to_read(
                path, why=taken.sentence, clock=clock, actor=actor, holder=taken.holder
            )
        except (CannotWrite, NameTooLong, OnNetworkDrive) as refused:
            return cls._open_to_read(path, why=refused.sentence, clock=clock, actor=actor)
        try:
            check_sound(path)
            if version < SCHEMA_VERSION:
                migrate(path, clock=clock)
            opened = cls(path, clock=clock, actor=actor, lock=lock)
            with translated(path):
                keep_index_current(opened._writing, today=opened.today())
            return opened
        except BaseException:
            lock.release()
            raise

    @classmethod
    def of_pack(cls, pack: OpenedPack, *, clock: Clock, actor: str, why: str) -> Self:
        """Return the records of an opened pack, which nobody can change; closing closes both."""
        return cls(
            pack.original,
            clock=clock,
            actor=actor,
            lock=None,
            why_read_only=why,
            stored=pack,
        )

    @classmethod
    def _open_to_read(
        cls, path: Path, *, why: str, clock: Clock, actor: str, holder: Holder | None = None
    ) -> Self:
        check_sound(path)
        is_older = read_head(path).version < SCHEMA_VERSION
        return cls(
            path,
            clock=clock,
            actor=actor,
            lock=None,
            why_read_only=why,
            holder=holder,
            stored=OlderCopy(path, today=clock.now().date()) if is_older else None,
        )

    @classmethod
    def _open_newer(cls, path: Path, *, version: int, clock: Clock, actor: str) -> Self:
        check_sound(path)
        needed = oldest_reader(path)
        if needed is None or needed > SCHEMA_VERSION:
            raise TooNew(path, version)
        why = "It was written by a newer JWG Desk; install that one to change it."
        return cls(path, clock=clock, actor=actor, lock=None, why_read_only=why)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._lock is None

    @property
    def is_pack(self) -> bool:
        """Whether these are the records of a pack, which hold only what was chosen for it."""
        return isinstance(self._copy, OpenedPack)

    def today(self) -> date:
        """Return the present day in UTC."""
        return self.clock.now().date()

    def read(self) -> Reader:
        """Begin a reading; inside a unit of work of the same thread it sees what that wrote."""
        open_work = self._open_work()
        return open_work[-1].view() if open_work else Reader.of(self._reading, self.path)

    def write(self, use_case: str, *, undo_of: int | None = None) -> UnitOfWork:
        """Begin a unit of work; inside another one of the same thread it becomes a part of it.

        Args:
            use_case: What the user does, in the user's words; the undo menu shows it.
            undo_of: The number of the change set that this one takes back.

        Raises:
            OpenedReadOnly: if the workspace cannot be written.
        """
        if self.read_only:
            raise OpenedReadOnly(self.path, self.why_read_only)
        self._one_writer.acquire()
        try:
            return self._begin(use_case, undo_of)
        except BaseException:
            self._one_writer.release()
            raise

    def back_up_if_due(self) -> Path | None:
        """Make the daily backup if the newest is a day old and something has changed since."""
        if self.read_only:
            return None
        return back_up_if_changed(self.path, reason=Reason.DAILY, clock=self.clock, older_than=_DAY)

    def save_copy(self, target: Path) -> None:
        """Write a whole, checked copy of the workspace to ``target``.

        Raises:
            WorkspaceExists: if there is a file already.
            NameTooLong: if there would be no room for the names of its backups.
            DiskFull: if there is no room.
        """
        require_short_name(target)
        if target.exists():
            raise WorkspaceExists(target)
        with translated(target):
            require_space(self.path, folder=target.parent)
        copy_verified(self.path, target)

    def photograph(self, target: Path) -> None:
        """Write what can be read here now to ``target``, to be read at leisure.

        It has this program's version, unlike ``save_copy``, which leaves the file as it is.

        Raises:
            DiskFull: if there is no room.
        """
        with translated(target):
            require_space(self._read_from, folder=target.parent)
        copy_verified(self._read_from, target)

    def close(self) -> None:
        """Close the workspace, with a backup if something changed since the last one."""
        self._reading.dispose()
        self._writing.dispose()
        if self._copy is not None:
            self._copy.close()
        lock, self._lock = self._lock, None
        if lock is None:
            return
        self.why_read_only = "It was closed."
        try:
            back_up_if_changed(self.path, reason=Reason.CLOSING, clock=self.clock)
            remove_empty_journal(self.path)
        finally:
            lock.release()

    def _begin(self, use_case: str, undo_of: int | None) -> UnitOfWork:
        work = self._open_work()
        if work:
            begun = work[-1].begin_inner(closed=self._closed)
        else:
            journal = Journal(use_case, self.actor, self.clock.now(), undo_of)
            begun = UnitOfWork.begin(
                self._writing, self.path, ledger=Ledger(journal, self.clock), closed=self._closed
            )
        work.append(begun)
        return begun

    def _closed(self, finished: UnitOfWork) -> None:
        work = self._open_work()
        if not work or work.pop() is not finished:
            raise Mistake("Units of work must be closed in the reverse order of their opening.")
        self._one_writer.release()

    def _open_work(self) -> list[UnitOfWork]:
        """Return the units of work that are open in this thread, the outermost first."""
        if not hasattr(self._of_thread, "work"):
            self._of_thread.work = []
        work: list[UnitOfWork] = self._of_thread.work
        return work


def _create_file(path: Path, *, clock: Clock) -> None:
    engine = open_engine(path, access=Access.CREATE, begin=Begin.WRITING)
    try:
        with translated(path):
            create_fresh(engine, now=clock.now())
    finally:
        engine.dispose()
