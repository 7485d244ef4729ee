"""Lets one program at a time write a workspace, and tells the second one who holds it.

The lock is the operating system's own lock on a small file beside the workspace. The system lets go
of it when the process dies, however it dies, so that no lock is ever left to be cleared by hand.
"""

import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from app.clock import Clock
from app.domain.errors import Misfortune

_LOCKED_BYTE = 1 << 20
"""Where Windows locks: beyond the text, so that others can still read who holds the lock."""


@dataclass(frozen=True)
class Holder:
    """Who has a workspace open for writing."""

    user: str
    host: str
    pid: int
    since: datetime | None

    def __str__(self) -> str:
        since = f", since {self.since:%Y-%m-%d %H:%M} UTC" if self.since else ""
        return f"{self.user} on {self.host} (process {self.pid}{since})"


NOBODY_KNOWN = Holder(user="somebody", host="an unknown computer", pid=0, since=None)


class WorkspaceInUse(Misfortune):
    """Another program has the workspace open for writing."""

    def __init__(self, path: Path, holder: Holder) -> None:
        super().__init__(
            f"“{path.name}” is being written by {holder}.",
            "You can read it now; to change it, wait until it is closed there.",
        )
        self.path = path
        self.holder = holder


class WorkspaceLock:
    """A held lock; ``release`` gives it back."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def take(cls, workspace: Path, *, user: str, clock: Clock) -> "WorkspaceLock":
        """Take the lock on ``workspace``.

        Raises:
            WorkspaceInUse: naming who holds it.
            OSError: where no file can be made beside the workspace.
        """
        path = lock_path(workspace)
        descriptor = _open_and_lock(path)
        if descriptor is None:
            raise WorkspaceInUse(workspace, read_holder(workspace))
        holder = Holder(user=user, host=socket.gethostname(), pid=os.getpid(), since=clock.now())
        _write_holder(descriptor, holder)
        return cls(path, descriptor)

    def release(self) -> None:
        """Give the lock back and take its file away."""
        if sys.platform == "win32":  # an open file cannot be removed there
            os.close(self._descriptor)
            _remove_unless_taken(self._path)
        else:
            # Removed while still locked: a newcomer that waits on this file finds it gone.
            self._path.unlink(missing_ok=True)
            os.close(self._descriptor)


def lock_path(workspace: Path) -> Path:
    """Return the path of the lock file beside ``workspace``."""
    return workspace.with_name(f"{workspace.name}.lock")


def read_holder(workspace: Path) -> Holder:
    """Return who is written in the lock file; ``NOBODY_KNOWN`` if that cannot be read."""
    try:
        told = json.loads(lock_path(workspace).read_text("utf-8"))
        since = datetime.fromisoformat(told["since"])
        return Holder(str(told["user"]), str(told["host"]), int(told["pid"]), since)
    except (OSError, ValueError, KeyError, TypeError):
        # The other program is just writing it, or its folder has gone; the lock stands.
        return NOBODY_KNOWN


def _open_and_lock(path: Path) -> int | None:
    """Return a locked descriptor of the file that ``path`` names, or None if another has it."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        if not _lock(descriptor):
            os.close(descriptor)
            return None
        if _is_still_named(descriptor, path):
            return descriptor
        os.close(descriptor)  # its holder removed it between our opening and our locking


def _is_still_named(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _write_holder(descriptor: int, holder: Holder) -> None:
    told = asdict(holder) | {"since": holder.since.isoformat() if holder.since else None}
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(told, ensure_ascii=False).encode())


def _remove_unless_taken(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        return  # another program opened it first: it is theirs now


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
