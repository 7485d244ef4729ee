"""A folder that this process may not write, whoever runs the tests."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """Close a folder for as long as a ``with`` lasts."""
    if os.name == "nt":
        pytest.skip("a folder's read-only mark does not bind on Windows")
    is_root = os.geteuid() == 0
    if is_root:  # to whom no mark applies: be nobody for a while
        for parent in (folder, *folder.parents):
            if parent.stat().st_mode & 0o005 != 0o005:
                parent.chmod(0o755)
        os.seteuid(65534)
    else:
        folder.chmod(0o555)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        else:
            folder.chmod(0o755)


@contextmanager
def nobody_may_enter(folder: Path) -> Iterator[None]:
    """Forbid everybody to look into a folder for as long as a ``with`` lasts."""
    with closed(folder):
        is_root = os.geteuid() == 65534 and os.getuid() == 0
        if is_root:
            os.seteuid(0)
        folder.chmod(0o600)
        if is_root:
            os.seteuid(65534)
        try:
            yield
        finally:
            if is_root:
                os.seteuid(0)
            folder.chmod(0o755)
