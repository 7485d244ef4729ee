"""Knows where each provision stands in the text on show, and which words of it are marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from app.services.rule_reading import ReadProvision, ReadRules, Wording

_LINE, _PARAGRAPH = "\u2028", "\u2029"


@dataclass(frozen=True)
class MarkedWords:
    """Words of a provision, or the whole of it where none are marked.

    Attributes:
        name: What the provision is called.
        language: The language of the words.
        start: Where they begin in the text, or in the heading; ``None`` where that is not known.
    """

    eid: str
    name: str
    language: str
    words: str = ""
    start: int | None = None
    in_heading: bool = False


@dataclass(frozen=True)
class Painted:
    """Words that a note speaks of, to be marked in the text."""

    eid: str
    language: str
    in_heading: bool
    start: int
    end: int


class Places:
    """The provisions of a text, by the places in the document where they begin."""

    def __init__(self) -> None:
        self._read: ReadRules | None = None
        self._starts: dict[str, int] = {}
        self._rows: dict[str, ReadProvision] = {}

    def begin(self, read: "ReadRules | None") -> None:
        """Forget what was shown before; a text, or nothing that has provisions, follows."""
        self._read = read
        self._starts = {}
        self._rows = {row.eid: row for row in read.provisions} if read is not None else {}

    def note(self, document: QTextDocument, since: int) -> None:
        """Find the provisions that were laid out since a place in the document."""
        block = document.findBlock(since)
        while block.isValid():
            for eid in _anchors(block):
                self._starts.setdefault(eid, block.position())
            block = block.next()

    def start_of(self, eid: str) -> int | None:
        """Return where a provision begins, if it is laid out."""
        return self._starts.get(eid)

    def eids(self) -> tuple[str, ...]:
        """Return the provisions that are laid out, in reading order."""
        return tuple(self._starts)

    def at(self, place: int, document: QTextDocument) -> str:
        """Return the provision at a place in the document; nothing before the first."""
        block = document.findBlock(place)
        while block.isValid():
            for eid in reversed(_anchors(block)):
                if eid in self._rows:
                    return eid
            block = block.previous()
        return ""

    def marked(self, cursor: QTextCursor, eid: str) -> MarkedWords | None:
        """Return the words that are chosen; without any, the provision that is in hand."""
        document = cursor.document()
        chosen = cursor.hasSelection()
        eid = self.at(cursor.selectionStart(), document) if chosen or not eid else eid
        row = self._rows.get(eid)
        if row is None:
            return None
        wording = row.wordings[min(_column(cursor) if chosen else 0, len(row.wordings) - 1)]
        whole = MarkedWords(eid, row.name or row.label or eid, wording.language)
        return _clipped(whole, wording, cursor) if chosen else whole

    def paint(
        self, document: QTextDocument, painted: Sequence[Painted], ground: QColor, line: QColor
    ) -> list[QTextEdit.ExtraSelection]:
        """Return how the words that notes speak of are marked in the text."""
        made = QTextCharFormat()
        made.setBackground(ground)
        made.setUnderlineColor(line)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        found = []
        for each in painted:
            span = self._span(document, each)
            if span is not None:
                chosen: Any = QTextEdit.ExtraSelection()
                chosen.cursor = QTextCursor(document)
                chosen.cursor.setPosition(span[0])
                chosen.cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
                chosen.format = made
                found.append(chosen)
        return found

    def _span(self, document: QTextDocument, each: Painted) -> tuple[int, int] | None:
        row, start = self._rows.get(each.eid), self._starts.get(each.eid)
        if row is None or start is None:
            return None
        wording = next((one for one in row.wordings if one.language == each.language), None)
        words = _words(wording, in_heading=each.in_heading) if wording is not None else ""
        block = document.findBlock(start)
        while words and block.isValid() and self.at(block.position(), document) == each.eid:
            at = block.text().find(words)
            if at >= 0:
                first = block.position() + at
                return first + each.start, first + each.end
            block = block.next()
        return None


def _clipped(whole: MarkedWords, wording: "Wording", cursor: QTextCursor) -> MarkedWords:
    """Return what is chosen of one provision: of its heading, or of its text."""
    block = cursor.document().findBlock(cursor.selectionStart())
    first = cursor.selectionStart() - block.position()
    last = min(cursor.selectionEnd() - block.position(), block.length() - 1)
    for in_heading in (True, False):
        words = _words(wording, in_heading=in_heading)
        at = block.text().find(words) if words else -1
        if at < 0:
            continue
        begin, end = max(first - at, 0), min(last - at, len(words))
        chosen = words[begin:end]
        if chosen.strip():
            begin += len(chosen) - len(chosen.lstrip())
            return MarkedWords(
                whole.eid,
                whole.name,
                whole.language,
                chosen.strip().replace(_LINE, "\n"),
                begin,
                in_heading,
            )
    return whole


def _words(wording: "Wording", *, in_heading: bool) -> str:
    pieces = wording.heading if in_heading else wording.text
    return "".join(piece.words for piece in pieces).replace("\n", _LINE)


def _column(cursor: QTextCursor) -> int:
    here = QTextCursor(cursor)
    here.setPosition(cursor.selectionStart())
    table = here.currentTable()
    return int(table.cellAt(here).column()) if table is not None else 0


def _anchors(block: QTextBlock) -> list[str]:
    found: list[str] = []
    place: Any = block.begin()
    while not place.atEnd():
        form = place.fragment().charFormat()
        if form.isAnchor():
            found += [name for name in form.anchorNames() if name]
        place += 1
    return found
