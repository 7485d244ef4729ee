"""Writes the marks of Word's tracked changes, each with its author, its date and a number."""

from datetime import UTC, datetime
from enum import StrEnum

from app.documents.word.characters import write_attribute

_FIRST_NUMBER = 100_000
"""Bookmarks count from 1; a number may not mean two things."""
_LONGEST_AUTHOR = 255


class Mark(StrEnum):
    """What happened to a piece of text; the values are Word's names for it."""

    INSERTED = "ins"
    DELETED = "del"
    MOVED_FROM = "moveFrom"
    MOVED_TO = "moveTo"


class Marks:
    """Gives out the marks of one document."""

    def __init__(self, *, author: str, at: datetime) -> None:
        instant = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._author = f'w:author={write_attribute(author[:_LONGEST_AUTHOR])} w:date="{instant}"'
        self._next_number = _FIRST_NUMBER

    def runs(self, mark: Mark, runs: str) -> str:
        """Return ``runs`` with ``mark`` on them."""
        if not runs:
            return ""
        if mark is Mark.DELETED:
            runs = _as_deleted(runs)
        return f"<w:{mark.value} {self._signature()}>{runs}</w:{mark.value}>"

    def flag(self, mark: Mark) -> str:
        """Return ``mark`` as a property: of a paragraph's end, or of a row."""
        return f"<w:{mark.value} {self._signature()}/>"

    def paragraph_end(self, mark: Mark) -> str:
        """Return the property that marks the end of a paragraph."""
        return f"<w:rPr>{self.flag(mark)}</w:rPr>"

    def paragraph_before(self, properties: str) -> str:
        """Return the note of the properties that a paragraph had before."""
        return f"<w:pPrChange {self._signature()}><w:pPr>{properties}</w:pPr></w:pPrChange>"

    def face_before(self, properties: str) -> str:
        """Return the note of the face that a run had before."""
        return f"<w:rPrChange {self._signature()}><w:rPr>{properties}</w:rPr></w:rPrChange>"

    def move_range(self, mark: Mark, paragraphs: str, *, name: str) -> str:
        """Return ``paragraphs`` as one end of the move ``name``."""
        signature = self._signature()
        number = signature.split(" ", 1)[0]
        start = f'<w:{mark.value}RangeStart {signature} w:name="{name}"/>'
        return f"{start}{paragraphs}<w:{mark.value}RangeEnd {number}/>"

    def bookmark(self, content: str, *, name: str) -> str:
        """Return ``content`` in a bookmark, for what stands in the old text only."""
        number = self._take_number()
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def _signature(self) -> str:
        return f'w:id="{self._take_number()}" {self._author}'

    def _take_number(self) -> int:
        number = self._next_number
        self._next_number += 1
        return number


def _as_deleted(runs: str) -> str:
    """Word keeps deleted words and codes of fields under names of their own."""
    # The words themselves are escaped: no tag stands in them.
    for name in ("t", "instrText"):
        deleted = "delText" if name == "t" else "delInstrText"
        runs = runs.replace(f"<w:{name}>", f"<w:{deleted}>")
        runs = runs.replace(f"<w:{name} ", f"<w:{deleted} ")
        runs = runs.replace(f"</w:{name}>", f"</w:{deleted}>")
    return runs
