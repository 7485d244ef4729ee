"""Verbs that put two texts side by side: show what differs, save it with tracked changes."""

from dataclasses import dataclass
from pathlib import Path

from app.services import disk, house_styles
from app.services.compared_texts import (
    Compared,
    FileAndNow,
    StoredAndFile,
    StoredAndNow,
    TwoVersions,
    find_sides,
)
from app.store.workspace import Workspace

__all__ = [
    "Change",
    "Compared",
    "FileAndNow",
    "ShownComparison",
    "StoredAndFile",
    "StoredAndNow",
    "TwoVersions",
    "save_as_word",
    "show",
]


@dataclass(frozen=True)
class Change:
    """One change, in values: what became of which unit, and its words.

    Attributes:
        anchor: Where it stands on the page.
        outcome: What became of the unit: inserted, deleted, changed, moved.
        where: The number of the unit; empty where it has none.
        was: The number that it had, where it moved.
        removed: The words that went.
        added: The words that came.
        beginning: How the line begins in which it is, where the unit has no number.
    """

    anchor: str
    outcome: str
    where: str
    was: str
    removed: str
    added: str
    beginning: str = ""


@dataclass(frozen=True)
class ShownComparison:
    """Two texts as one page.

    Attributes:
        html: The page, for QTextBrowser: what went is struck through, what came is underlined.
        changes: The same in values, in the order of the page.
        file_name: What its Word file will be called.
        width: How wide the page is at its scale, in pixels.
    """

    html: str
    changes: tuple[Change, ...]
    file_name: str
    width: int


def show(workspace: Workspace, compared: Compared, *, scale: float = 1.0) -> ShownComparison:
    """Return two texts on one page, with what differs.

    Raises:
        Misfortune: One of the two cannot be had; as ``compared_texts.find_sides``.
    """
    from app.documents import preview
    from app.documents.preview.changes import write_changes
    from app.texts.comparison import compare

    sides = find_sides(workspace, compared)
    page = write_changes(compare(sides.older, sides.newer, by=sides.by), scale=scale)
    changes = tuple(
        Change(
            one.anchor,
            one.outcome.value,
            one.where,
            one.was,
            one.removed,
            one.added,
            one.beginning,
        )
        for one in page.changes
    )
    width = round(preview.page_width(sides.newer) * scale)
    return ShownComparison(page.html, changes, sides.name, width)


def save_as_word(workspace: Workspace, compared: Compared, *, folder_or_path: Path) -> Path:
    """Write a Word file with tracked changes; return its path.

    All of them accepted give the newer text, all of them rejected the older.

    Raises:
        FileNotWritten: naming the file and the reason.
        Misfortune: as ``show``.
    """
    from app.documents.word.redline import write_redline

    sides = find_sides(workspace, compared)
    content = write_redline(
        sides.older,
        sides.newer,
        author=sides.author,
        at=sides.at,
        by=sides.by,
        house_style=house_styles.current(workspace),
        written_at=workspace.clock.now(),
    )
    return disk.write_file(folder_or_path, content, name=sides.name)
