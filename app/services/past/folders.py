"""Lists the papers in a folder and its sub-folders, and says of every other file why it is none."""

import os
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import Misfortune
from app.services.safe_names import safe_name

MOST_FILES = 2_000
_MOST_FOLDERS = 5_000
_READABLE = frozenset(
    {".docx", ".docm", ".dotx", ".doc", ".pdf", ".html", ".htm", ".xhtml", ".txt", ".text", ".md"}
)
_OF_THE_COMPUTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})


class FolderNotRead(Misfortune):
    """A folder of old papers cannot be looked into."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(
            f"The folder “{shown(folder.name)}” cannot be read: {why}.",
            "Look whether it is still where it was, and whether you may open it.",
            field="folder",
        )
        self.folder = folder


class NothingToRead(Misfortune):
    """A folder holds no file that could be read."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"There is no Word document, PDF, web page or text in “{shown(folder.name)}”.",
            "Choose the folder in which the old papers are.",
            field="folder",
        )
        self.folder = folder


@dataclass(frozen=True)
class PastFile:
    """A file that may be an old paper.

    Attributes:
        name: Its name with the folders above it, fit to be shown and stored.
    """

    path: Path
    name: str


@dataclass(frozen=True)
class Unread:
    """A file that is not read, and why not."""

    name: str
    sentence: str
    remedy: str = ""


@dataclass(frozen=True)
class Listing:
    """What there is in a folder."""

    files: tuple[PastFile, ...]
    unread: tuple[Unread, ...]


def list_files(folder: Path) -> Listing:
    """Return the papers in a folder, by name; links are not followed, so no loop can be entered.

    Raises:
        FolderNotRead: The folder is not there, or may not be opened.
        NothingToRead: There is no file in it that could be read.
    """
    try:
        with os.scandir(folder) as entries:
            next(entries, None)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is no folder"
        raise FolderNotRead(folder, why.lower()) from error
    files: list[PastFile] = []
    unread: list[Unread] = []
    for number, (above, folders, names) in enumerate(os.walk(folder, onerror=None)):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        if number >= _MOST_FOLDERS:
            break
        for name in sorted(names):
            _sort(Path(above, name), folder, files, unread)
    if not files:
        raise NothingToRead(folder)
    unread += (
        Unread(late.name, f"There are more than {MOST_FILES:,} files.", _DIVIDE)
        for late in files[MOST_FILES:]
    )
    return Listing(tuple(files[:MOST_FILES]), tuple(unread))


def shown(name: str) -> str:
    """Return a name of a file as it can be shown and stored, whatever signs stand in it."""
    return safe_name(name.encode("utf-8", "replace").decode("utf-8"))


def _sort(path: Path, folder: Path, files: list[PastFile], unread: list[Unread]) -> None:
    """Put a file to those that are read, or to the others; what nobody wrote is passed over."""
    if path.name.startswith((".", "~$")) or path.name.lower() in _OF_THE_COMPUTER:
        return
    parts = path.relative_to(folder).parts
    name = "/".join(shown(part) for part in parts)
    if path.is_symlink():
        unread.append(Unread(name, "It is a link to another place.", _LINKED))
    elif path.suffix.lower() not in _READABLE:
        unread.append(Unread(name, "It is no Word document, PDF, web page or text.", ""))
    else:
        files.append(PastFile(path, name))


_DIVIDE = "Divide the folder, and bring in one part after the other."
_LINKED = "Put the file itself into the folder."
