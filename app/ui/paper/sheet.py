"""The white page on the canvas: as tall as the document, in the size it was made at."""

from itertools import chain
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from app.ui.paper.slices import cut
from app.ui.paper.watermark import Watermark

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_WIDTH = 794
PAGE_HEIGHT = 1123
PAGE_MARGIN = 94
TAB_STOP = 38
_CLOSER = 0.75
_PAGED_KEYS = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)


class Sheet(QTextBrowser):
    """The page itself; it does not scroll, the canvas does.

    The beginning of a document is shown at once; the rest follows piece by piece, so that the
    window answers in between.

    Signals:
        filled: The whole document is there.
    """

    filled = Signal()

    def __init__(self, *, name: str = "studio", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_page")
        self.setProperty("cls", "paper")
        self.setAccessibleName(self.tr("The document"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._made: QTextDocument | None = None
        self._watermark = Watermark()
        self._scale = 1.0
        self._at_least = 0.0
        self._pieces: Iterator[str] = iter(())
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._take_piece)

    def show_html(
        self,
        html: str,
        *,
        scale: float,
        width: int = 0,
        watermark: str = "",
        at_least: float = 0.0,
    ) -> None:
        """Show a page that was made at a scale.

        Args:
            html: The page.
            scale: At which scale it was made.
            width: How wide it is at that scale; as wide as upright paper by default.
            watermark: The word across its pages.
            at_least: How tall it is held until all of it is there.
        """
        self._filling.stop()
        self._scale = scale
        self._at_least = at_least
        if watermark != self._watermark.word:
            self._watermark = Watermark(watermark)
        self._begin(width or round(PAGE_WIDTH * scale))
        pieces = cut(html)
        self._put_first(next(pieces))
        following = next(pieces, None)
        if following is None:
            self._settle()
            return
        self._pieces = chain((following,), pieces)
        self._filling.start()
        self._fit_height(at_least)

    @property
    def is_filled(self) -> bool:
        """Whether the whole document is there."""
        return not self._filling.isActive()

    def finish(self) -> None:
        """Have the whole document there now."""
        while not self.is_filled:
            self._take_piece()

    def place_of(self, name: str) -> float | None:
        """Return how far down a unit of the document is, or ``None``."""
        searched = 0
        while (block := self._find(name, searched)) is None and not self.is_filled:
            searched = max(self.document().blockCount() - 1, 0)
            self._take_piece()
        if block is None:
            return None
        return float(self.document().documentLayout().blockBoundingRect(block).top())

    def _find(self, name: str, first: int) -> QTextBlock | None:
        """Return the paragraph that bears a name, from the one at a place on."""
        block = self.document().findBlockByNumber(first)
        while block.isValid():
            fragments = block.begin()
            while not fragments.atEnd():
                if name in fragments.fragment().charFormat().anchorNames():
                    return block
                fragments += 1
            block = block.next()
        return None

    def count_pages(self) -> int:
        """Return about how many pages the document takes on paper, where it is set more closely."""
        room = (self._page_height() - 2 * PAGE_MARGIN * self._scale) / _CLOSER
        layout = self.document().documentLayout()
        last = begin = self.document().documentMargin()
        pages = 0
        block = self.document().begin()
        while block.isValid():
            place = layout.blockBoundingRect(block)
            breaks = block.blockFormat().pageBreakPolicy()
            if breaks & QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore and place.top() > begin:
                pages += max(ceil((place.top() - begin) / room), 1)
                begin = place.top()
            last = max(last, place.bottom())
            block = block.next()
        return pages + max(ceil((last - begin) / room), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the canvas the keys that turn pages."""
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and event.key() in _PAGED_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the word across the pages, and what is written over it."""
        if self._watermark.word:
            painter = QPainter(self.viewport())
            height = self._page_height()
            first, last = (int(y // height) for y in (event.rect().top(), event.rect().bottom()))
            for place in range(first, last + 1):
                page = QRectF(0, place * height, self.width(), height)
                self._watermark.paint(painter, page, scale=self._scale)
            painter.end()
        super().paintEvent(event)

    def _begin(self, width: int) -> None:
        """Put an empty page of a width in the place of what is shown."""
        before, made = self._made, QTextDocument(self)
        made.setUndoRedoEnabled(False)
        lay_out(made, scale=self._scale, wrap=self.wordWrapMode())
        self._made = made
        # Emptied first: each of these would lay out anew what is shown.
        self.setDocument(made)
        self.setLineWrapColumnOrWidth(width)
        self.setFixedWidth(width)
        if before is not None:
            before.deleteLater()

    def _put_first(self, piece: str) -> None:
        made = self.document()
        made.setHtml(piece)
        clear_ground(made)

    def _take_piece(self) -> None:
        piece = next(self._pieces, None)
        if piece is None:
            self._filling.stop()
            self._settle()
            return
        append(self.document(), piece)
        self._fit_height(self._at_least)

    def _settle(self) -> None:
        self._at_least = 0.0
        self._fit_height(0.0)
        self.filled.emit()

    def _page_height(self) -> float:
        """Return how tall one page is: paper stands upright, or lies on its side."""
        lies = self.width() > (PAGE_WIDTH + PAGE_HEIGHT) / 2 * self._scale
        return (PAGE_WIDTH if lies else PAGE_HEIGHT) * self._scale

    def _fit_height(self, at_least: float) -> None:
        least = max(self._page_height(), at_least)
        self.setFixedHeight(round(max(self.document().size().height(), least)))


def append(document: QTextDocument, piece: str) -> None:
    """Put another piece of the same page at the end of a document."""
    scratch = QTextDocument()
    scratch.setHtml(piece)
    first = scratch.begin()
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    # A fragment keeps the look of every paragraph but that of its first one.
    cursor.insertBlock(first.blockFormat(), first.charFormat())
    cursor.insertFragment(QTextDocumentFragment(scratch))


def clear_ground(document: QTextDocument) -> None:
    """Take away the ground of a page: paper has its own, and the watermark lies on it."""
    frame = document.rootFrame()
    form = frame.frameFormat()
    form.clearBackground()
    frame.setFrameFormat(form)


def lay_out(
    document: QTextDocument,
    *,
    scale: float,
    width: float | None = None,
    wrap: QTextOption.WrapMode | None = None,
) -> None:
    """Give a page its edges, its tabs and its width."""
    document.setDocumentMargin(PAGE_MARGIN * scale)
    option = document.defaultTextOption()
    option.setTabStopDistance(TAB_STOP * scale)
    if wrap is not None:
        option.setWrapMode(wrap)
    document.setDefaultTextOption(option)
    if width is not None:
        document.setTextWidth(width)
