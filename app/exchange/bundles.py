"""Puts many files into one folder or one zip archive: all of them or none, and over nothing."""

import os
import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from tempfile import mkdtemp, mkstemp
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.domain.errors import Mistake

Content = bytes | Iterator[bytes]
"""What is in a file: at once, or piece by piece where that would be too much."""

Files = Iterable[tuple[str, Content]]
"""What each file is called, with the folders it lies in, and what is in it."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def write_folder(target: Path, files: Files) -> Path:
    """Write files into a new folder, called ``target`` or the like, and return it.

    They come in one by one, and are written beside the target first: whatever happens on the way,
    even an error from ``files``, nothing is left behind.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(mkdtemp(dir=target.parent, prefix=".", suffix=".part"))
    try:
        for name, content in files:
            path = unfinished.joinpath(*_parts(name))
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                file.writelines(_pieces(content))
        unfinished.chmod(0o777 & ~_mask())
        return _take_name(unfinished, target)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def write_zip(target: Path, files: Files, *, when: datetime) -> Path:
    """Write files into a new zip archive, called ``target`` or the like, and return it.

    Args:
        target: What it should be called.
        files: The files; their names may be in any script.
        when: The day and hour that the archive gives for each of them.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = mkstemp(dir=target.parent, suffix=".part")
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as raw, ZipFile(raw, "w", ZIP_DEFLATED) as archive:
            for each, content in files:
                entry = ZipInfo("/".join(_parts(each)), date_time=_moment(when))
                entry.compress_type = ZIP_DEFLATED
                entry.external_attr = _READABLE
                # Of what comes in pieces nobody knows beforehand how long it will be.
                is_open_ended = not isinstance(content, bytes)
                entry.file_size = len(content) if isinstance(content, bytes) else 0
                with archive.open(entry, "w", force_zip64=is_open_ended) as file:
                    file.writelines(_pieces(content))
        unfinished.chmod(0o666 & ~_mask())
        return _take_file_name(unfinished, target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _pieces(content: Content) -> Iterator[bytes]:
    return iter((content,)) if isinstance(content, bytes) else content


def _parts(name: str) -> tuple[str, ...]:
    """Return the folders and the name of a file; nothing leads out of the bundle."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or "\\" in name or {"..", "."} & set(parts):
        raise Mistake(f"“{name}” is no name of a file in a bundle.")
    return parts


def _take_name(unfinished: Path, target: Path) -> Path:
    """Give a finished folder a name that is free; one that somebody took meanwhile is not."""
    number = 1
    while True:
        free = target if number == 1 else target.with_name(f"{target.name} ({number})")
        number += 1
        if free.exists():
            continue
        unfinished.rename(free)
        return free


def _take_file_name(unfinished: Path, target: Path) -> Path:
    number = 1
    while True:
        mark = "" if number == 1 else f" ({number})"
        free = target.with_name(f"{target.stem}{mark}{target.suffix}")
        number += 1
        try:
            free.open("xb").close()  # taken in one step, so that nobody's file is replaced
        except FileExistsError:
            continue
        unfinished.replace(free)
        return free


def _moment(when: datetime) -> tuple[int, int, int, int, int, int]:
    told = (when.year, when.month, when.day, when.hour, when.minute, when.second)
    return max(told, _EARLIEST)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
