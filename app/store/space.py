"""Looks for room on the disk before work that needs a second copy of the workspace."""

import shutil
from pathlib import Path

from app.store.faults import DiskFull

_COPIES = 2
"""A backup or a migration holds a second copy while it works, and a journal nearly as large."""


def require_space(workspace: Path, *, folder: Path, beyond: int = 0) -> None:
    """Refuse to begin unless ``folder`` has room for twice the workspace and ``beyond`` bytes.

    Raises:
        DiskFull: naming what is needed and what is free.
    """
    needed = _COPIES * workspace.stat().st_size + beyond
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise DiskFull(folder, needed, free)
