"""Finds words in all paragraphs of the minutes, whatever agenda item they stand under."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from app.ui import icons
from app.ui.minutes.composed_line import ComposedLine
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label


class FindBar(QFrame):
    """A line to look for words.

    Signals:
        wanted: The words, and one on (1) or back (-1).
        closed: The bar is closed; the keyboard goes back to the paragraphs.
    """

    wanted = Signal(str, int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minutes_find")
        self.line = ComposedLine()
        self.line.setObjectName("find_line")
        self.line.setAccessibleName(self.tr("Find in the minutes"))
        self.line.setPlaceholderText(self.tr("Find in the minutes"))
        self.line.addAction(icons.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.entered.connect(self._step_by_key)
        self.line.given_up.connect(self.close_bar)
        self._count = text_label("", "small", name="find_count")
        back = IconButton("chevron-left", self.tr("The one before"), name="find_back")
        back.clicked.connect(self._step_back)
        on = IconButton("chevron-right", self.tr("The next one"), name="find_on")
        on.clicked.connect(self._step_on)
        close = IconButton("x", self.tr("Close"), name="find_close")
        close.clicked.connect(self.close_bar)
        self.setFocusProxy(self.line)
        across = QHBoxLayout(self)
        across.setContentsMargins(14, 6, 10, 6)
        across.setSpacing(6)
        across.addWidget(self.line, 1)
        for widget in (self._count, back, on, close):
            across.addWidget(widget)
        self.hide()

    def open_bar(self, words: str) -> None:
        """Show the bar; words that are chosen are looked for at once."""
        self.show()
        if words:
            self.line.setText(words)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide the bar and go back to writing."""
        self.hide()
        self.closed.emit()

    def show_found(self, place: int, count: int) -> None:
        """Say which of how many findings is shown."""
        told = self.tr("{n} of {count}").format(n=place, count=count)
        self._count.setText(told if count else self.tr("Not found"))

    def _step_on(self) -> None:
        self._step(1)

    def _step_back(self) -> None:
        self._step(-1)

    def _step_by_key(self, backwards: bool) -> None:  # noqa: FBT001 - the signal's own
        self._step(-1 if backwards else 1)

    def _step(self, step: int) -> None:
        if self.line.text():
            self.wanted.emit(self.line.text(), step)
