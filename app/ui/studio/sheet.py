"""The white page on the canvas: as tall as the document, in the size it was made at."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from app.ui.appearance import colour

PAGE_WIDTH = 794
PAGE_HEIGHT = 1123
PAGE_MARGIN = 94
TAB_STOP = 38
GAP = 24
_SHADOW = 8
_SHADE = 3
_PAGED_KEYS = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)


class Sheet(QTextBrowser):
    """The page itself; it does not scroll, the canvas does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_page")
        self.setAccessibleName(self.tr("The document"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._made: QTextDocument | None = None
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_html(self, html: str, *, scale: float) -> None:
        """Show a page that was made at a scale."""
        # Made apart and then shown, so that it is laid out once and not at every step.
        before, self._made = self._made, QTextDocument(self)
        made = self._made
        made.setUndoRedoEnabled(False)
        made.setHtml(html)
        width = round(PAGE_WIDTH * scale)
        lay_out(made, width=width, scale=scale)
        _dye(made)
        height = max(made.size().height(), PAGE_HEIGHT * scale)
        self.setLineWrapColumnOrWidth(width)
        self.setFixedSize(width, round(height))
        self.setDocument(made)
        if before is not None:
            before.deleteLater()

    def dye(self) -> None:
        """Give the page the colour that paper has in this theme."""
        _dye(self.document())

    def place_of(self, name: str) -> float | None:
        """Return how far down a unit of the document is, or ``None``."""
        block = self.document().begin()
        while block.isValid():
            fragments = block.begin()
            while not fragments.atEnd():
                if name in fragments.fragment().charFormat().anchorNames():
                    layout = self.document().documentLayout()
                    return float(layout.blockBoundingRect(block).top())
                fragments += 1
            block = block.next()
        return None

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


class Canvas(QWidget):
    """The ground on which the page lies, with a soft edge of shadow.

    Signals:
        unit_requested: How far down a unit is that a reference points to.
        record_requested: The kind of record that a link leads to, and its identifier.
    """

    unit_requested = Signal(int)
    record_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_canvas")
        self.sheet = Sheet(self)
        self.sheet.anchorClicked.connect(self._follow)
        down = QVBoxLayout(self)
        down.setContentsMargins(GAP, GAP, GAP, GAP)
        down.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        down.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.sheet.dye()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), colour("canvas"))
        page = QRectF(self.sheet.geometry())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, _SHADE))
        for step in range(_SHADOW, 0, -1):
            edge = page.adjusted(-step, 3 - step, step, 3 + step)
            painter.drawRoundedRect(edge, step, step)

    def _follow(self, address: QUrl) -> None:
        if address.scheme() == "jwg":
            kind, _, identifier = address.path().partition(":")
            self.record_requested.emit(kind, identifier)
            return
        place = self.sheet.place_of(address.fragment())
        if place is not None:
            self.unit_requested.emit(self.sheet.mapTo(self, QPoint(0, round(place))).y())


def _dye(document: QTextDocument) -> None:
    frame = document.rootFrame()
    form = frame.frameFormat()
    form.setBackground(QBrush(colour("page")))
    frame.setFrameFormat(form)


def lay_out(document: QTextDocument, *, width: float, scale: float) -> None:
    """Give a page its edges, its tabs and its width."""
    document.setDocumentMargin(PAGE_MARGIN * scale)
    option = document.defaultTextOption()
    option.setTabStopDistance(TAB_STOP * scale)
    document.setDefaultTextOption(option)
    document.setTextWidth(width)
