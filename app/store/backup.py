"""Makes verified copies of a workspace beside it, and lets the oldest go.

Kept are the five newest, of each of the last fourteen days with a backup the newest, and the three
newest made before a migration or a restore. A copy counts only when it passed SQLite's full check
and is on the disk: it is written under another name and renamed last.
"""

import os
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as driver

from app.clock import Clock
from app.domain.errors import Misfortune
from app.store.backup_folder import (
    BackupFile,
    Reason,
    backup_files,
    backup_path,
    require_short_name,
)
from app.store.engine import Access, connect
from app.store.faults import CannotWrite, WorkspaceDamaged, translated
from app.store.health import Check, passes, read_head, way_back
from app.store.space import require_space

KEPT_NEWEST = 5
KEPT_DAYS = 14
KEPT_BEFORE_CHANGES = 3
_BEFORE_CHANGES = frozenset({Reason.BEFORE_MIGRATION, Reason.BEFORE_RESTORE, Reason.REPLACED})
_COUNTED = ("body", "meeting", "decision", "rule_document", "action_item")


@dataclass(frozen=True)
class Backup:
    """A backup and what it holds, to be shown before anything is restored.

    Attributes:
        counts: How many records of the main kinds, by kind; empty if it cannot be read.
        last_change: The number of its newest change set; 0 if there is none.
        last_change_at, last_change_by, last_use_case: The newest change in it.
        is_readable: Whether it can be opened at all.
    """

    path: Path
    taken_at: datetime
    reason: Reason
    size: int
    counts: dict[str, int]
    last_change: int = 0
    last_change_at: datetime | None = None
    last_change_by: str = ""
    last_use_case: str = ""
    is_readable: bool = True


def back_up(workspace: Path, *, reason: Reason, clock: Clock) -> Path:
    """Make a verified backup of ``workspace`` and return its path.

    Raises:
        DiskFull: if there is no room.
        CannotWrite: if the folder cannot be written.
        WorkspaceMissing, NotAWorkspace: if there is none at ``workspace``.
        WorkspaceDamaged: if the workspace does not pass the full check.
    """
    read_head(workspace)
    require_short_name(workspace)
    target = backup_path(workspace, taken_at=clock.now(), reason=reason)
    with translated(target):
        target.parent.mkdir(exist_ok=True)
        require_space(workspace, folder=target.parent)
    copy_verified(workspace, target)
    remove_old(workspace, now=clock.now())
    return target


def back_up_if_changed(
    workspace: Path, *, reason: Reason, clock: Clock, older_than: timedelta = timedelta(0)
) -> Path | None:
    """Make a backup if the workspace holds changes that the newest one does not.

    Args:
        workspace: The workspace.
        reason: Why the backup is made.
        clock: Dates it.
        older_than: Only if the newest backup is at least so old.
    """
    kept = [file for file in backup_files(workspace) if file.reason is not Reason.REPLACED]
    if kept:
        if clock.now() - kept[0].taken_at < older_than:
            return None
        if last_change(workspace, access=Access.READ_ONLY) == _last_change_of(kept[0]):
            return None
    elif last_change(workspace, access=Access.READ_ONLY) is None:
        return None
    return back_up(workspace, reason=reason, clock=clock)


def copy_verified(workspace: Path, target: Path) -> None:
    """Write a whole, checked copy of ``workspace`` to ``target``, which must not exist.

    Raises:
        CannotWrite: if there is a file at ``target`` or its folder cannot be written.
        DiskFull: if there is no room.
        WorkspaceDamaged: if the workspace does not pass the full check.
    """
    if target.exists():
        raise CannotWrite(target)
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        with translated(target):
            unfinished.unlink(missing_ok=True)
        _copy(workspace, unfinished)
        if not passes(unfinished, check=Check.FULL, access=Access.IMMUTABLE):
            raise WorkspaceDamaged(workspace, way_back(workspace))
        with translated(target):
            put_on_disk(unfinished)
            unfinished.rename(target)
            put_on_disk(target.parent)
    finally:
        with translated(target):
            unfinished.unlink(missing_ok=True)


def list_backups(workspace: Path) -> tuple[Backup, ...]:
    """Return the backups of ``workspace`` with what each holds, newest first."""
    return tuple(describe(file) for file in backup_files(workspace))


def describe(file: BackupFile) -> Backup:
    """Return what a backup holds."""
    size = file.path.stat().st_size
    try:
        read_head(file.path)
        with (
            translated(file.path),
            closing(connect(file.path, access=Access.IMMUTABLE)) as connection,
        ):
            counts = _counts(connection)
            number, at, actor, use_case = _last_entry(connection)
    except (Misfortune, driver.DatabaseError):
        return Backup(file.path, file.taken_at, file.reason, size, {}, is_readable=False)
    changed_at = datetime.fromisoformat(at).replace(tzinfo=UTC) if at else None
    return Backup(
        file.path,
        file.taken_at,
        file.reason,
        size,
        counts,
        last_change=number,
        last_change_at=changed_at,
        last_change_by=actor,
        last_use_case=use_case,
    )


def last_change(path: Path, *, access: Access) -> tuple[int, str] | None:
    """Return the number and time of the newest change set in a file, if there is one.

    The number alone would not do: after a restore the same numbers are given again.
    """
    with translated(path), closing(connect(path, access=access)) as connection:
        row = connection.execute(
            "SELECT id, at FROM change_set ORDER BY id DESC LIMIT 1"
        ).fetchone()
    return (int(row[0]), str(row[1])) if row else None


def remove_old(workspace: Path, *, now: datetime) -> tuple[Path, ...]:
    """Delete the backups that need not be kept, and return their paths."""
    files = backup_files(workspace)
    keep = {file.path for file in files[:KEPT_NEWEST]}
    before_changes = [file for file in files if file.reason in _BEFORE_CHANGES]
    keep.update(file.path for file in before_changes[:KEPT_BEFORE_CHANGES])
    newest_of_day: dict[Any, Path] = {}
    for file in files:
        if now - file.taken_at < timedelta(days=KEPT_DAYS):
            newest_of_day.setdefault(file.taken_at.date(), file.path)
    keep.update(newest_of_day.values())
    gone = tuple(file.path for file in files if file.path not in keep)
    for path in gone:
        with translated(path):
            path.unlink(missing_ok=True)
    return gone


def put_on_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk itself."""
    if path.is_dir() and os.name == "nt":
        return  # Windows has no such thing for folders; its renames are journalled
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _copy(workspace: Path, target: Path) -> None:
    try:
        with translated(workspace), closing(connect(workspace, access=Access.READ_ONLY)) as source:
            source.execute("VACUUM INTO ?", (str(target),))
    except WorkspaceDamaged as damage:
        raise WorkspaceDamaged(workspace, way_back(workspace)) from damage


def _last_change_of(file: BackupFile) -> tuple[int, str] | None:
    try:
        return last_change(file.path, access=Access.IMMUTABLE)
    except (Misfortune, driver.DatabaseError):
        return None  # unreadable, or from before there was a journal: a new backup is due


def _counts(connection: Any) -> dict[str, int]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    there = [kind for kind in _COUNTED if (kind,) in rows]
    return {
        kind: int(connection.execute(f"SELECT count(*) FROM {kind}").fetchone()[0])
        for kind in there
    }


def _last_entry(connection: Any) -> tuple[int, str | None, str, str]:
    try:
        row = connection.execute(
            "SELECT id, at, actor, use_case FROM change_set ORDER BY id DESC LIMIT 1"
        ).fetchone()
    except driver.OperationalError:
        row = None  # a file from before there was a journal
    return row or (0, None, "", "")
