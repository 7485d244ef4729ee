"""Puts a backup in the place of the workspace, and what was there among the backups first."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from app.clock import Clock
from app.domain.errors import Misfortune
from app.store.backup import back_up, copy_verified, put_on_disk
from app.store.backup_folder import Reason, backup_folder, backup_path
from app.store.engine import Access
from app.store.faults import WorkspaceDamaged, translated
from app.store.health import Check, NotAWorkspace, check_sound, passes, read_head
from app.store.lock import WorkspaceLock
from app.store.space import require_space


@dataclass(frozen=True)
class Restored:
    """What a restore did.

    Attributes:
        workspace: The workspace, now as the backup was.
        kept_aside: Where the workspace as it was before is kept; None if there was none.
    """

    workspace: Path
    kept_aside: Path | None


class BackupDamaged(Misfortune):
    """A backup does not pass the full check."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The backup “{path.name}” is damaged; nothing was changed.", "Choose another one."
        )
        self.path = path


def restore(workspace: Path, *, backup: Path, user: str, clock: Clock) -> Restored:
    """Make ``workspace`` what ``backup`` holds.

    The backup is checked first, the present file is kept aside, and the exchange is one step: at
    any moment there is a whole workspace under the name. Show what the backup holds before
    (``app.store.backup.list_backups``).

    Raises:
        WorkspaceInUse: if somebody has the workspace open for writing.
        BackupDamaged: if the backup does not pass the full check.
        DiskFull: if there is no room.
    """
    _check_backup(backup)
    with translated(workspace):
        require_space(backup, folder=workspace.parent)
        lock = WorkspaceLock.take(workspace, user=user, clock=clock)
    try:
        kept = _keep_aside(workspace, clock=clock) if workspace.exists() else None
        _exchange(workspace, backup)
    finally:
        lock.release()
    return Restored(workspace, kept)


def _check_backup(backup: Path) -> None:
    head = read_head(backup)
    whole = head.length >= head.expected_length
    if not whole or not passes(backup, check=Check.FULL, access=Access.IMMUTABLE):
        raise BackupDamaged(backup)


def _keep_aside(workspace: Path, *, clock: Clock) -> Path:
    """Keep the present file: as a checked backup or, if it is too damaged for one, as it is."""
    try:
        check_sound(workspace)
        return back_up(workspace, reason=Reason.BEFORE_RESTORE, clock=clock)
    except (WorkspaceDamaged, NotAWorkspace):
        target = backup_path(workspace, taken_at=clock.now(), reason=Reason.REPLACED)
        with translated(target):
            backup_folder(workspace).mkdir(exist_ok=True)
            require_space(workspace, folder=target.parent)
            shutil.copyfile(workspace, target)
            journal = _journal(workspace)
            if journal.exists() and journal.stat().st_size:
                shutil.copyfile(journal, _journal(target))
            put_on_disk(target)
        return target


def _exchange(workspace: Path, backup: Path) -> None:
    arriving = workspace.with_name(f"{workspace.name}.arriving")
    try:
        with translated(workspace):
            arriving.unlink(missing_ok=True)
        copy_verified(backup, arriving)
        with translated(workspace):
            # A journal that is left over would be played back into the restored file.
            _journal(workspace).unlink(missing_ok=True)
            os.replace(arriving, workspace)
            put_on_disk(workspace.parent)
    finally:
        with translated(workspace):
            arriving.unlink(missing_ok=True)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")
