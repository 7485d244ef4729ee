"""Looks at a file that somebody hands in, and reads it: whole, of a bearable size, not a trap."""

import mimetypes
import os
import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.domain.errors import Misfortune
from app.services.disk import FileNotRead
from app.services.safe_names import safe_name

LARGEST = 64 * 1024 * 1024
"""What one file in a workspace may weigh; a workspace is copied whole for every backup."""

_KNOWN = mimetypes.MimeTypes(filenames=())
_KNOWN_HERE = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".hwp": "application/x-hwp",
    ".hwpx": "application/hwp+zip",
    ".msg": "application/vnd.ms-outlook",
    ".eml": "message/rfc822",
}
_UNKNOWN = "application/octet-stream"
_PROGRAMS = frozenset(
    {
        *(".exe", ".com", ".scr", ".pif", ".msi", ".msp", ".cpl", ".dll", ".sys", ".gadget"),
        *(".bat", ".cmd", ".ps1", ".psm1", ".vb", ".vbs", ".vbe", ".js", ".jse", ".ws", ".wsf"),
        *(".wsh", ".hta", ".reg", ".inf", ".lnk", ".url", ".scf", ".jar", ".chm", ".application"),
        *(".sh", ".bash", ".run", ".bin", ".appimage", ".desktop", ".deb", ".rpm", ".py", ".pyw"),
        *(".app", ".command", ".pkg", ".dmg", ".iso", ".img", ".vhd", ".vhdx", ".msix", ".appx"),
    }
)
_WITH_MACROS = frozenset(
    {*(".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".xlsb", ".pptm", ".potm", ".ppam", ".ppsm")}
)
_PROGRAM_HEADS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"#!")


class Danger(StrEnum):
    """Why a file should not be opened without a thought."""

    PROGRAM = "program"
    MACROS = "macros"


class FileGone(Misfortune):
    """A file that was handed in is not there any more."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” is not there any more.",
            "It was moved or deleted, or its disk was taken out; look for it and add it again.",
            field="file",
        )
        self.path = path


class IsFolder(Misfortune):
    """A folder was handed in where files are taken."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” is a folder.", "Open it and add the files in it.", field="file"
        )
        self.path = path


class NotAFile(Misfortune):
    """Something was handed in that is neither a file nor a folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” is not a file that can be kept.", "Choose a document.", field="file"
        )
        self.path = path


class EmptyFile(Misfortune):
    """A file was handed in that has nothing in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” is empty: it has 0 bytes.",
            "Save it once more in the program it was made with, then add it again.",
            field="file",
        )
        self.path = path


class FileTooLarge(Misfortune):
    """A file was handed in that weighs more than a workspace takes."""

    def __init__(self, path: Path, size: int) -> None:
        super().__init__(
            f"“{path.name}” has {size / 1024 / 1024:.0f} MB; a file in a workspace may have"
            f" {LARGEST // 1024 // 1024} MB at most.",
            "Make it smaller, for instance with smaller pictures, or keep it in a folder.",
            field="file",
        )
        self.path = path
        self.size = size


@dataclass(frozen=True)
class IncomingFile:
    """A file as it was handed in.

    Attributes:
        path: Where it is.
        name: What it is called here: its own name, made safe.
        size: How many bytes it has.
        media_type: What it is, by its ending.
        danger: Why it should not be opened without a thought; ``None`` if there is no reason.
        problem: Why it cannot be taken; ``None`` if it can.
    """

    path: Path
    name: str
    size: int = 0
    media_type: str = _UNKNOWN
    danger: Danger | None = None
    problem: Misfortune | None = None


def look(path: Path) -> IncomingFile:
    """Say what a file is and whether it can be taken, without reading it."""
    name = safe_name(path.name)
    try:
        size = _measure(path)
        head = _read_head(path)
    except Misfortune as problem:
        return IncomingFile(path, name, problem=problem)
    return IncomingFile(path, name, size, media_type_of(name), danger_of(name, head))


def read(path: Path) -> bytes:
    """Return what is in a file.

    Raises:
        FileGone, IsFolder, NotAFile, EmptyFile, FileTooLarge, FileNotRead: It cannot be taken.
    """
    _measure(path)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise FileGone(path) from error
    except OSError as error:
        raise FileNotRead(path, error.strerror or str(error)) from error
    if not content:
        raise EmptyFile(path)
    if len(content) > LARGEST:  # it has grown since it was measured
        raise FileTooLarge(path, len(content))
    return content


def media_type_of(name: str) -> str:
    """Return what a file is, by the ending of its name; alike on every computer."""
    suffix = Path(name).suffix.lower()
    return _KNOWN_HERE.get(suffix) or _KNOWN.guess_type(f"file{suffix}")[0] or _UNKNOWN


def danger_of(name: str, head: bytes = b"") -> Danger | None:
    """Return why a file should not be opened without a thought, by its name and how it begins."""
    suffix = Path(name).suffix.lower()
    if suffix in _PROGRAMS or head.startswith(_PROGRAM_HEADS):
        return Danger.PROGRAM
    return Danger.MACROS if suffix in _WITH_MACROS else None


def _measure(path: Path) -> int:
    try:
        told = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileGone(path) from error
    except (OSError, ValueError) as error:
        raise FileNotRead(path, getattr(error, "strerror", "") or str(error)) from error
    if stat.S_ISDIR(told.st_mode):
        raise IsFolder(path)
    if not stat.S_ISREG(told.st_mode):
        raise NotAFile(path)
    if told.st_size == 0:
        raise EmptyFile(path)
    if told.st_size > LARGEST:
        raise FileTooLarge(path, told.st_size)
    if not os.access(path, os.R_OK):
        raise FileNotRead(path, "you may not read it")
    return told.st_size


def _read_head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(8)
    except OSError as error:
        raise FileNotRead(path, error.strerror or str(error)) from error
