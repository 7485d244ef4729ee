"""The change that is chosen: who did what, to which records, with the old and the new values."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.record_history.sheet_html import CHANGE, RECORD, write_sheet
from app.ui.widgets.blank import Blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.services.history_view.sheets import ChangeSheet

_EDGE = 20


class ChangePane(QFrame):
    """Shows a change.

    Signals:
        record_requested: The kind and the id of a record that shall be looked at.
        change_requested: The number of another change that shall be shown.
        more_requested: More of this change shall be read.
        back_requested: The list shall be shown again, where there is no room for both.
    """

    record_requested = Signal(str, object)
    change_requested = Signal(int)
    more_requested = Signal()
    back_requested = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_pane")
        self.setProperty("bg", "surface")
        self._sheet: ChangeSheet | None = None
        self._pieces: Iterator[str] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._add_piece)
        self._back = QPushButton(self.tr("Back to the list"))
        self._back.setObjectName(f"{name}_back")
        self._back.setIcon(icons.icon("chevron-left"))
        self._back.clicked.connect(self.back_requested)
        self.more = QPushButton(self.tr("Show more"))
        self.more.setObjectName(f"{name}_more")
        self.more.clicked.connect(self.more_requested)
        self.text = QTextBrowser()
        self.text.setObjectName(f"{name}_text")
        self.text.setAccessibleName(self.tr("What was changed"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(6)
        self.text.anchorClicked.connect(self._follow)
        self._blank = Blank("history", name=f"{name}_none")
        self._blank.say(
            self.tr("Choose a change"),
            self.tr("Every field that it changed is shown here, as it was and as it was left."),
            icon="history",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._blank)
        self._stack.addWidget(self.text)
        self._lay_out()
        self.show_none()
        self.offer_back(offered=False)
        self.setFocusProxy(self.text)

    def add_button(self, button: QPushButton) -> None:
        """Put a button at the head of the pane."""
        self._buttons.insertWidget(1, button)

    def show_sheet(self, sheet: "ChangeSheet") -> None:
        """Show a change; the same one again stays where it was scrolled to."""
        is_same = self._sheet is not None and self._sheet.row.id == sheet.row.id
        place = self.text.verticalScrollBar().value() if is_same else 0
        self._sheet = sheet
        self._pieces = write_sheet(sheet)
        self.text.setHtml(next(self._pieces, ""))
        self.text.verticalScrollBar().setValue(place)
        self._timer.start()
        self.more.setVisible(sheet.is_more)
        self._stack.setCurrentWidget(self.text)
        self._show_head()

    def show_none(self) -> None:
        """Show that no change is chosen."""
        self._sheet = None
        self._timer.stop()
        self.text.clear()
        self.more.hide()
        self._stack.setCurrentWidget(self._blank)

    def offer_back(self, *, offered: bool) -> None:
        """Offer the way back to the list, where the two are not side by side."""
        self._back.setVisible(offered)
        self._show_head()

    def changeEvent(self, event: QEvent) -> None:
        """Write the page again in the colours and the size of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._sheet is not None:
            self.show_sheet(self._sheet)

    def _add_piece(self) -> None:
        """Write on a long page, a piece at a time; what is read stays where it is."""
        piece = next(self._pieces, "")
        if not piece:
            self._timer.stop()
            return
        cursor = QTextCursor(self.text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertHtml(piece)

    def _show_head(self) -> None:
        shown = [
            each
            for place in range(self._buttons.count())
            if (item := self._buttons.itemAt(place)) is not None
            and (each := item.widget()) is not None
        ]
        self._head.setVisible(any(not each.isHidden() for each in shown))

    def _lay_out(self) -> None:
        self._head = QWidget()
        self._buttons = QHBoxLayout(self._head)
        self._buttons.setContentsMargins(0, 0, 0, 10)
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self._back)
        self._buttons.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(_EDGE, 18, _EDGE, 12)
        down.setSpacing(0)
        down.addWidget(self._head)
        down.addWidget(self._stack, 1)
        down.addWidget(self.more)

    def _follow(self, link: QUrl) -> None:
        target: Any = link.path()
        if link.scheme() == CHANGE:
            self.change_requested.emit(int(target))
        elif link.scheme() == RECORD:
            kind, _, key = target.partition("/")
            self.record_requested.emit(kind, UUID(key))
