"""The margin beside a text: which provision is in hand, which have notes, and a button for one."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QTextBrowser, QWidget

from app.ui import icons
from app.ui.appearance import colour, scaled
from app.ui.rules.places import Places
from app.ui.widgets.icon_button import IconButton

WIDTH = 44
_HEIGHT = 26
_BAR = 3


class Gutter(QWidget):
    """Keeps step with the text as it scrolls.

    Signals:
        note_requested: A note shall be written on what is in hand.
        notes_requested: The provision whose notes shall be shown.
    """

    note_requested = Signal()
    notes_requested = Signal(str)

    def __init__(
        self, text: QTextBrowser, places: Places, *, name_of: Callable[[str], str]
    ) -> None:
        super().__init__()
        self.setObjectName("rules_gutter")
        self._text = text
        self._places = places
        self._name_of = name_of
        self._eid = ""
        self._may_write = False
        self._add = IconButton("plus", self.tr("Write a note on this provision"), name="note_here")
        self._add.setParent(self)
        self._add.clicked.connect(self.note_requested)
        self._counts: dict[str, QPushButton] = {}
        self.setFixedWidth(scaled(WIDTH))
        text.verticalScrollBar().valueChanged.connect(self.settle)
        self.hide()

    def allow(self, *, shown: bool, may_write: bool) -> None:
        """Stand beside the text or not, with a button to write a note or without."""
        self._may_write = may_write
        self.setVisible(shown)
        self.settle()

    def show_in_hand(self, eid: str) -> None:
        """Mark the provision in hand."""
        self._eid = eid
        self.settle()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many notes the provisions have."""
        for button in self._counts.values():
            button.hide()
            button.deleteLater()
        self._counts = {}
        for eid, count in counts.items():
            button = QPushButton(str(count), self)
            button.setIcon(icons.icon("message-square", "accent"))
            button.setProperty("kind", "ghost")
            button.setObjectName(f"notes_at_{eid}")
            told = self.tr("Notes on {name}: {count}")
            button.setAccessibleName(told.format(name=self._name_of(eid), count=count))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(partial(self.notes_requested.emit, eid))
            self._counts[eid] = button
        self.settle()

    def settle(self) -> None:
        """Put every button beside its provision."""
        if not self.isVisible():
            return
        width = self.width() - 6
        for eid, button in self._counts.items():
            self._put(button, self._top(eid), width)
        top = self._top(self._eid) if self._may_write else None
        if top is not None and self._eid in self._counts:
            top += scaled(_HEIGHT)
        self._put(self._add, top, width)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a bar along the provision in hand."""
        top = self._top(self._eid)
        if top is None:
            return
        eids = self._places.eids()
        after = eids[eids.index(self._eid) + 1 :][:1]
        below = self._top(after[0]) if after else self.height()
        painter = QPainter(self)
        height = max((below if below is not None else self.height()) - top - 4, scaled(_HEIGHT))
        painter.fillRect(self.width() - _BAR - 1, top, _BAR, height, colour("accent"))

    def _put(self, button: QPushButton, top: int | None, width: int) -> None:
        button.setVisible(top is not None and -_HEIGHT < top < self.height())
        if top is not None:
            button.setGeometry(0, top, width, scaled(_HEIGHT))

    def _top(self, eid: str) -> int | None:
        """Return where a provision begins, from the top of the margin."""
        start = self._places.start_of(eid)
        if start is None:
            return None
        cursor = self._text.textCursor()
        cursor.setPosition(start)
        return self._text.cursorRect(cursor).top()
