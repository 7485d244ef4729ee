"""A line that offers entries of a list while one types, and never takes the keyboard away.

The list is no pop-up window: one of those would end what an input method is composing.
"""

import re
import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QMoveEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QWidget

from app.ui import icons
from app.ui.appearance import scaled

_PARTS = re.compile(r"[^\W_]+")
_MOST = 60
_ROWS = 9
_ROW = 28


class SuggestingLine(QLineEdit):
    """A line with suggestions below it.

    Signals:
        picked: The place, among the labels, of the entry that the user has picked.
    """

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._labels: tuple[str, ...] = ()
        self._also: tuple[str, ...] = ()
        self._folded: tuple[str, ...] = ()
        self._places: list[int] = []
        self._list = _SuggestionList(self)
        self._list.clicked.connect(self._pick_clicked)
        self.textEdited.connect(self._suggest)
        drop = self.addAction(
            icons.icon("chevron-down", "text2"), QLineEdit.ActionPosition.TrailingPosition
        )
        drop.setToolTip(self.tr("Show the list"))
        drop.triggered.connect(self._drop_down)

    def offer(self, labels: Sequence[str], *, also: Sequence[str] = ()) -> None:
        """Offer entries; ``also`` are words by which each is found beside its label."""
        self._labels = tuple(labels)
        self._also = tuple(also) or ("",) * len(self._labels)
        self._folded = ()  # made when somebody types: two thousand names take their time
        self._list.hide()

    def suggestions(self) -> tuple[str, ...]:
        """Return what is offered at the moment, from top to bottom."""
        return tuple(self._labels[place] for place in self._places) if self.is_offering() else ()

    def is_offering(self) -> bool:
        """Say whether the list is shown."""
        return self._list.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows and Enter choose in the list; every letter goes to the line."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self.is_offering():
                self._list.move_by(1 if key == Qt.Key.Key_Down else -1)
            elif key == Qt.Key.Key_Down:
                self._drop_down()
            return
        if self.is_offering():
            row = self._list.currentIndex().row()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
                self._pick(row)
                return
            if key == Qt.Key.Key_Escape:
                self._list.hide()
                return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the list away with the keyboard."""
        self._list.hide()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the list away with the line."""
        self._list.hide()
        super().hideEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the list away rather than leave it where the line was."""
        self._list.hide()
        super().moveEvent(event)

    def _drop_down(self) -> None:
        if not self.isReadOnly():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._offer_places(list(range(min(len(self._labels), _MOST))))

    def _suggest(self, text: str) -> None:
        words = fold(text).split()
        if not words:
            self._list.hide()
            return
        if not self._folded:
            pairs = zip(self._labels, self._also, strict=True)
            self._folded = tuple(fold(f"{label} {other}") for label, other in pairs)
        found = [
            place
            for place, entry in enumerate(self._folded)
            if all(word in entry for word in words)
        ]
        found.sort(key=lambda place: _rank(self._folded[place], words[0]))
        self._offer_places(found[:_MOST])

    def _offer_places(self, places: list[int]) -> None:
        self._places = places
        if not places:
            self._list.hide()
            return
        self._list.show_below(self, [self._labels[place] for place in places])

    def _pick_clicked(self, index: QModelIndex) -> None:
        self._pick(index.row())

    def _pick(self, row: int) -> None:
        place = self._places[row]
        self._list.hide()
        self.picked.emit(place)


class _SuggestionList(QListView):
    """The list below a line; the keyboard stays in the line."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("cls", "suggestions")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._names = QStringListModel(self)
        self.setModel(self._names)
        self.hide()

    def show_below(self, line: QWidget, labels: list[str]) -> None:
        self._names.setStringList(labels)
        self.setCurrentIndex(self._names.index(0))
        self.setAccessibleName(line.accessibleName())
        height = min(len(labels), _ROWS) * scaled(_ROW) + 10
        self.resize(line.width(), height)
        place = line.mapToGlobal(QPoint(0, line.height() + 2))
        if place.y() + height > line.screen().availableGeometry().bottom():
            place.setY(line.mapToGlobal(QPoint(0, 0)).y() - height - 2)
        self.move(place)
        self.show()

    def move_by(self, step: int) -> None:
        rows = self._names.rowCount()
        self.setCurrentIndex(self._names.index((self.currentIndex().row() + step) % rows))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)


def _rank(entry: str, word: str) -> int:
    """Return how far down an entry goes that has a word: first where it begins with it."""
    if entry.startswith(word):
        return 0
    return 1 if any(part.startswith(word) for part in _PARTS.findall(entry)) else 2


def fold(text: str) -> str:
    """Return a text as it is searched for: without case, accents or width."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))
