"""The columns of a table of records: what each says of a row, and how it is sorted and shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        key: What it is called among the columns.
        title: Its heading.
        text: The words for a row.
        sort: What a row is sorted by; its words, without regard to case, if not given.
        width: Its width in pixels; 0 for a share of what is left.
        align_right: Its words stand at the right, as figures do.
        icon: The icon before the words as ``(name, token)``, or ``None`` for a row without.
        chip: The hue of the chip that the words stand in, or "" for a row without.
        spoken: What a screen reader says instead of the words.
        indents: Whether rows that lie below others stand further in here, not in the first column.
    """

    key: str
    title: str
    text: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    width: int = 0
    align_right: bool = False
    icon: Callable[[Any], tuple[str, str] | None] | None = None
    chip: Callable[[Any], str] | None = None
    spoken: Callable[[Any], str] | None = None
    indents: bool = False

    def sort_value(self, row: Any) -> tuple[bool, Any]:
        """Return what a row is sorted by; rows without a value come last."""
        value = self.sort(row) if self.sort is not None else self.text(row).casefold()
        return (value is None or value == "", "" if value is None else value)
