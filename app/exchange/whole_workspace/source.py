"""Looks at a folder or a zip archive that is said to be an export, and opens nothing beside it.

Links, names that lead elsewhere, and archives that say one thing and hold another are refused
before a byte of them is read.
"""

import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol, Self

from app.exchange.whole_workspace.layout import MANIFEST
from app.exchange.whole_workspace.refusals import ExportDamaged, NotAnExport

_MOST_FILES = 500_000
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in a folder that somebody has looked into."""

_MAC = "__MACOSX"
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError)


class Source(Protocol):
    """The files of an export, in a folder or in an archive.

    Attributes:
        name: What the export is called.
        sizes: Every file with its length.
    """

    name: str
    sizes: dict[str, int]

    def open(self, name: str) -> "_Opened":
        """Open a file for reading."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class _Opened(Protocol):
    def __enter__(self) -> IO[bytes]: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool | None: ...


def open_source(path: Path) -> Source:
    """Return the export at ``path``: a folder, the manifest in it, or a zip archive.

    Raises:
        NotAnExport: It is none of these.
        ExportDamaged: It holds what no export has, such as a link that leads out of it.
    """
    try:
        if path.name == MANIFEST and not path.is_dir():
            path = path.parent
        return _Folder(path) if path.is_dir() else _Archive(path)
    except OSError as error:
        raise NotAnExport(path.name, error.strerror or "it cannot be read") from error


class _Folder:
    """An export in a folder."""

    def __init__(self, path: Path) -> None:
        self.name = path.resolve().name
        self._path = path
        self.sizes = dict(_files_in(path, ""))
        if MANIFEST not in self.sizes:
            raise NotAnExport(self.name, "there is no manifest in it")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Open a file for reading."""
        try:
            with self._path.joinpath(*name.split("/")).open("rb") as stream:
                yield stream
        except OSError as error:
            what = f"cannot be read ({error.strerror or 'no reason given'})"
            raise ExportDamaged(name, what) from error


class _Archive:
    """An export in a zip archive; it may lie in one folder there, as where somebody packed it."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotAnExport(self.name, "it is no file")
        try:
            self._archive = zipfile.ZipFile(path)
        except _ZIP_ERRORS as error:
            raise NotAnExport(self.name, "it is neither a folder nor a whole archive") from error
        try:
            entries = _entries(self._archive, self.name)
            self._inside = _folder_of(entries, self.name)
            start = len(self._inside)
            self.sizes = {name[start:]: entry.file_size for name, entry in entries.items()}
        except BaseException:
            self._archive.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._archive.close()

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Open a file for reading."""
        try:
            with self._archive.open(f"{self._inside}{name}") as stream:
                yield stream
        except (*_ZIP_ERRORS, OSError) as error:
            raise ExportDamaged(name, "cannot be unpacked") from error


def _files_in(folder: Path, before: str) -> Iterator[tuple[str, int]]:
    """Yield the files in a folder and in its folders, which have no further ones."""
    with os.scandir(folder) as found:
        for each in found:
            if each.name in _LITTER:
                continue
            name = f"{before}{each.name}"
            if each.is_symlink() or _leads_away(each):
                raise ExportDamaged(name, "is a link to somewhere else")
            if each.is_dir(follow_symlinks=False):
                if before:
                    raise ExportDamaged(name, "is no folder that an export has")
                yield from _files_in(Path(each.path), f"{name}/")
            elif each.is_file(follow_symlinks=False):
                yield name, each.stat(follow_symlinks=False).st_size
            else:
                raise ExportDamaged(name, "is no file")


def _leads_away(entry: os.DirEntry[str]) -> bool:
    """Return whether a folder is a junction of Windows, which is no link by its kind."""
    if not entry.is_dir(follow_symlinks=False):
        return False
    parent = os.path.realpath(os.path.dirname(entry.path))
    return os.path.realpath(entry.path) != os.path.join(parent, entry.name)


def _entries(archive: zipfile.ZipFile, called: str) -> dict[str, zipfile.ZipInfo]:
    """Return the files in an archive by name, once it is honest about all of them."""
    listed = archive.infolist()
    if len(listed) > _MOST_FILES:
        raise NotAnExport(called, f"it holds more than {_MOST_FILES:,} files")
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in listed:
        name = entry.filename
        parts = name.removesuffix("/").split("/")
        if parts[0] == _MAC or parts[-1] in _LITTER:
            continue
        _require_honest(entry, parts)
        if entry.is_dir():
            continue
        if name in entries:
            raise ExportDamaged(name, "is there twice")
        entries[name] = entry
    return entries


def _require_honest(entry: zipfile.ZipInfo, parts: list[str]) -> None:
    name = entry.orig_filename
    leads_out = name.startswith(("/", "\\")) or ":" in parts[0] or "\\" in name or "\0" in name
    if leads_out or not {"", ".", ".."}.isdisjoint(parts):
        raise ExportDamaged(name, "has a name that leads out of the export")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise ExportDamaged(name, "is a link to somewhere else")
    if entry.flag_bits & 1:
        raise ExportDamaged(name, "is protected by a password")
    if entry.compress_type not in _METHODS:
        raise ExportDamaged(name, "is packed in a way that no export is")


def _folder_of(entries: dict[str, zipfile.ZipInfo], called: str) -> str:
    """Return the folder in an archive that the export lies in; empty if it lies at its top."""
    if MANIFEST in entries:
        return ""
    tops = {name.partition("/")[0] for name in entries}
    if len(tops) == 1:
        inside = f"{tops.pop()}/"
        if f"{inside}{MANIFEST}" in entries:
            return inside
    raise NotAnExport(called, "there is no manifest in it")
