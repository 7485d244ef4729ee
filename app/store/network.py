"""Recognises network drives, where file locks are unreliable and two writers can ruin a file."""

import subprocess
import sys
from pathlib import Path

from app.domain.errors import Misfortune

_SHARED = frozenset(
    {"afs", "cifs", "davfs", "fuse.davfs2", "fuse.rclone", "fuse.sshfs", "ncpfs", "nfs", "nfs4"}
    | {"afpfs", "smb3", "smbfs", "webdav"}
)
"""What Linux and macOS call the file systems of other computers."""

_REMOTE_DRIVE = 4
"""What ``GetDriveTypeW`` answers for a network drive."""


class OnNetworkDrive(Misfortune):
    """A workspace was to be written on a network drive."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” lies on a network drive, where it cannot be written safely.",
            "Keep it on this computer; copies of it may lie on the network drive.",
        )
        self.path = path


def is_on_network(path: Path) -> bool:
    """Return whether ``path`` is known to lie on another computer."""
    absolute = path.resolve()
    if sys.platform == "win32":
        return _is_windows_share(absolute)
    return _file_system_of(absolute, _mounts()) in _SHARED


def read_mountinfo(told: str) -> dict[Path, str]:
    """Return the kind of file system at each place that Linux's ``mountinfo`` lists."""
    mounts: dict[Path, str] = {}
    for line in told.splitlines():
        places, _, rest = line.partition(" - ")
        fields = places.split()
        if len(fields) > 4 and rest:
            place = fields[4].encode().decode("unicode_escape").encode("latin-1").decode()
            mounts[Path(place)] = rest.split()[0]
    return mounts


def read_mount_list(told: str) -> dict[Path, str]:
    """Return the same from what ``mount`` prints on macOS: ``//x on /Volumes/y (smbfs, …)``."""
    mounts: dict[Path, str] = {}
    for line in told.splitlines():
        place, _, kind = line.partition(" on ")[2].rpartition(" (")
        if place:
            mounts[Path(place)] = kind.partition(",")[0].rstrip(")")
    return mounts


def _file_system_of(path: Path, mounts: dict[Path, str]) -> str:
    for place in (path, *path.parents):
        if place in mounts:
            return mounts[place]
    return ""


def _mounts() -> dict[Path, str]:
    listed = Path("/proc/self/mountinfo")
    if listed.exists():
        return read_mountinfo(listed.read_text("utf-8", "surrogateescape"))
    if sys.platform == "darwin":
        told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
        return read_mount_list(told.stdout)
    return {}


def _is_windows_share(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    drive = path.drive
    return drive.startswith("\\\\") or (
        ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
    )
