"""Where in a Word form something stands, in words by which a person finds it in Word."""

from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from app.documents.forms.markup import CELL, ROW, TABLE, TEXT_BOX, w

_LONGEST = 70


class PartOfForm(StrEnum):
    """Which part of a Word file."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text-box"
    PROPERTIES = "properties"


PARTS = {
    w("document"): PartOfForm.BODY,
    w("hdr"): PartOfForm.HEADER,
    w("ftr"): PartOfForm.FOOTER,
    w("footnotes"): PartOfForm.FOOTNOTE,
    w("endnotes"): PartOfForm.ENDNOTE,
}
_WORDS = {
    PartOfForm.BODY: "in the text",
    PartOfForm.HEADER: "in the header",
    PartOfForm.FOOTER: "in the footer",
    PartOfForm.FOOTNOTE: "in a footnote",
    PartOfForm.ENDNOTE: "in an endnote",
    PartOfForm.TEXT_BOX: "in a text box",
    PartOfForm.PROPERTIES: "in the properties of the file",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a form.

    Attributes:
        part: Which part of the file.
        table: Which of the tables of that part, from 1; 0 where it is in none.
        row: Which row of the table.
        column: Which cell of the row.
        around: The words that stand there.
    """

    part: PartOfForm
    table: int = 0
    row: int = 0
    column: int = 0
    around: str = ""

    @property
    def words(self) -> str:
        """The place in a sentence, in English."""
        told = _WORDS[self.part]
        if self.table:
            told += f", table {self.table}, row {self.row}, column {self.column}"
        return f"{told}, at “{self.around}”" if self.around else told


class Placing:
    """Finds the places of one part of a form."""

    def __init__(self, root: etree._Element) -> None:
        self._part = PARTS[root.tag]
        self._tables = {table: number for number, table in enumerate(root.iter(TABLE), start=1)}
        self._numbers: dict[etree._Element, dict[etree._Element, int]] = {}

    def place_of(self, paragraph: etree._Element, *, around: str) -> Place:
        """Return where a paragraph stands; ``around`` is what of its words to show."""
        part, table = self._part, None
        for above in paragraph.iterancestors(TABLE, TEXT_BOX):
            if above.tag == TEXT_BOX:
                part = PartOfForm.TEXT_BOX
                break
            table = table if table is not None else above
        if table is None:
            return Place(part, around=around)
        row, cell = next(paragraph.iterancestors(ROW)), next(paragraph.iterancestors(CELL))
        return Place(
            part,
            self._tables[table],
            self._number_of(row),
            self._number_of(cell),
            around,
        )

    def _number_of(self, element: etree._Element) -> int:
        """Return which of its like an element is, counted once for all of them."""
        above = element.getparent()
        if above is None:
            return 1
        if above not in self._numbers:
            like = above.iterchildren(element.tag)
            self._numbers[above] = {each: number for number, each in enumerate(like, start=1)}
        return self._numbers[above][element]


def shorten(text: str, *, start: int, end: int) -> str:
    """Return what stands in ``text`` from ``start`` to ``end``, with some words around it."""
    spare = max(0, _LONGEST - (end - start)) // 2
    first, last = max(0, start - spare), min(len(text), end + spare)
    shown = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{shown[: 2 * _LONGEST]}{'…' if last < len(text) else ''}"
