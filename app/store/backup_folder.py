"""Where backups lie and what their names say: in a folder beside the workspace, plain to find."""

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from app.store.faults import NameTooLong

LONGEST_NAME = 255
"""Bytes, or on Windows letters, that a name may have on every disk in common use."""


class Reason(StrEnum):
    """Why a backup was made."""

    CLOSING = "closing"
    DAILY = "daily"
    ASKED = "asked"
    BEFORE_MIGRATION = "before migration"
    BEFORE_RESTORE = "before restore"
    REPLACED = "replaced as it was"
    """A plain copy of a file that was too damaged for a checked backup, put aside by a restore."""


@dataclass(frozen=True)
class BackupFile:
    """A backup as its name describes it."""

    path: Path
    taken_at: datetime
    reason: Reason


_WRITTEN = "%Y-%m-%d %H.%M.%S"
_NAME = re.compile(r"(?P<at>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)(?P<again> \d+)? (?P<reason>[a-z ]+)")


def backup_folder(workspace: Path) -> Path:
    """Return the folder that holds the backups of ``workspace``."""
    return workspace.with_name(f"{workspace.stem} backups")


def require_short_name(workspace: Path) -> None:
    """Refuse a name that leaves no room for the names of backups, before there is work to lose.

    Raises:
        NameTooLong: naming the file.
    """
    reason = max(Reason, key=len)
    longest = f"{workspace.stem} 2026-03-02 12.00.00 99 {reason}{workspace.suffix}.unfinished"
    length = len(longest) if os.name == "nt" else len(os.fsencode(longest))
    if length > LONGEST_NAME:
        raise NameTooLong(workspace)


def backup_path(workspace: Path, *, taken_at: datetime, reason: Reason) -> Path:
    """Return a free path for a backup taken at ``taken_at``."""
    at = taken_at.astimezone(UTC).strftime(_WRITTEN)
    path = backup_folder(workspace) / f"{workspace.stem} {at} {reason.value}{workspace.suffix}"
    again = 1
    while path.exists():
        again += 1
        path = path.with_name(f"{workspace.stem} {at} {again} {reason.value}{workspace.suffix}")
    return path


def backup_files(workspace: Path) -> tuple[BackupFile, ...]:
    """Return the backups of ``workspace``, newest first, judged by their names alone."""
    folder = backup_folder(workspace)
    if not folder.is_dir():
        return ()
    files = [_described(path, workspace) for path in folder.iterdir()]
    known = [file for file in files if file is not None]
    return tuple(sorted(known, key=lambda file: (file.taken_at, file.path.name), reverse=True))


def _described(path: Path, workspace: Path) -> BackupFile | None:
    if path.suffix != workspace.suffix or not path.name.startswith(f"{workspace.stem} "):
        return None
    found = _NAME.fullmatch(path.stem.removeprefix(f"{workspace.stem} "))
    if found is None:
        return None
    try:
        taken_at = datetime.strptime(found["at"], _WRITTEN).replace(tzinfo=UTC)
        return BackupFile(path, taken_at, Reason(found["reason"]))
    except ValueError:
        return None  # a file of somebody's own with a similar name
