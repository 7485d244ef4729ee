"""Puts files on the disk whole or not at all, under names that are still free, and reads them."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkstemp

from app.domain.errors import Misfortune

_PROGRAMS = {".docx": "Word", ".xlsx": "Excel", ".csv": "Excel", ".pdf": "the PDF reader"}
_DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class FileNotWritten(Misfortune):
    """A file could not be written where the user wanted it."""

    def __init__(self, path: Path, reason: str, remedy: str = "") -> None:
        program = _PROGRAMS.get(path.suffix.lower(), "the other program")
        super().__init__(
            f"“{path.name}” could not be written: {reason}.",
            remedy or f"Close it in {program} if it is open there, or choose another folder.",
        )
        self.path = path

    @classmethod
    def because_of(cls, path: Path, error: OSError) -> "FileNotWritten":
        """Return the misfortune that the system's ``error`` is, with the remedy that fits it."""
        if error.errno in _DISK_FULL:
            return cls(path, "the disk is full", "Free some space, or choose another disk.")
        if error.errno == errno.EROFS:
            return cls(path, "the disk can only be read", "Choose a folder of your own.")
        return cls(path, error.strerror or str(error))


class FileNotRead(Misfortune):
    """A file that the user named could not be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"“{path.name}” could not be read: {reason}.",
            "Close it in the other program, or copy it to this computer first.",
        )
        self.path = path


def write_file(folder_or_path: Path, content: bytes, *, name: str = "") -> Path:
    """Write ``content`` in one step, so that no half-written file is ever left; return its path.

    Args:
        folder_or_path: The file; or a folder, where it gets a name that is still free.
        content: What is to be in it.
        name: What it is called in a folder.

    Raises:
        FileNotWritten: naming the file and the reason.
    """
    path = folder_or_path
    try:
        if name and path.is_dir():
            path = free_name(path / name)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_in_one_step(path, content)
    except OSError as error:
        raise FileNotWritten.because_of(path, error) from error
    return path


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Write several new files; where one cannot be written, none of them is left there.

    Raises:
        FileNotWritten: naming the file and the reason.
    """
    written: list[Path] = []
    try:
        for path, content in contents.items():
            written.append(write_file(path, content))
    except FileNotWritten:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def read_file(path: Path) -> bytes:
    """Return what is in the file at ``path``.

    Raises:
        FileNotRead: naming the file and the reason.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileNotRead(path, error.strerror or str(error)) from error


def is_folder(path: Path) -> bool:
    """Return whether ``path`` is a folder to write into.

    Raises:
        FileNotWritten: It cannot be looked at, let alone written.
    """
    try:
        return path.is_dir()
    except OSError as error:
        raise FileNotWritten.because_of(path, error) from error


def free_name(path: Path) -> Path:
    """Return ``path``, or the like with a number where there is a file already."""
    free, count = path, 1
    while free.exists():
        count += 1
        free = path.with_name(f"{path.stem} ({count}){path.suffix}")
    return free


def _write_in_one_step(path: Path, content: bytes) -> None:
    descriptor, name = mkstemp(dir=path.parent, suffix=".part")
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        mask = os.umask(0)
        os.umask(mask)
        unfinished.chmod(0o666 & ~mask)  # temporary files are private; this one is to be shared
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
