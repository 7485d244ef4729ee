"""The line at the bottom for live notes: what is typed there becomes a record at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.minutes.composed_line import ComposedLine
from app.ui.widgets.field import mark
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.domain.errors import Misfortune


class NoteBox(QFrame):
    """Takes one line at a time.

    Signals:
        noted: The line that was typed, when Enter was pressed.
    """

    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minutes_note")
        self.line = ComposedLine()
        self.line.setObjectName("note_line")
        self.line.setAccessibleName(self.tr("Note"))
        self.line.setPlaceholderText(
            self.tr("Note:  D: decision   A: side, due: action   N: noted   + who attended")
        )
        self.line.setToolTip(
            self.tr(
                "D: what was decided\nA: side, due: what is to be done\nN: what was noted\n"
                "KR: what that side said\n+ name of who attended\nAnything else is a paragraph."
            )
        )
        self.line.entered.connect(self._tell)
        self.line.textEdited.connect(self._forget)
        self._problem = wrapped_label("", "bad", name="note_problem")
        self._problem.hide()
        self.setFocusProxy(self.line)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(IconLabel("pen-line", "text3"))
        across.addWidget(self.line, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(14, 8, 14, 8)
        down.setSpacing(4)
        down.addLayout(across)
        down.addWidget(self._problem)

    def take(self) -> None:
        """Empty the line, because it is in the record."""
        self.line.clear()
        self._forget()

    def show_refused(self, problem: "Misfortune") -> None:
        """Say what is wrong with the line, which stays."""
        self._problem.setText(f"{problem.sentence} {problem.remedy}".strip())
        self._problem.show()
        self.line.setAccessibleDescription(self._problem.text())
        mark(self.line, "wrong", holds=True)

    def problem(self) -> str:
        """Return what is said to be wrong."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def _forget(self) -> None:
        self._problem.hide()
        self.line.setAccessibleDescription("")
        mark(self.line, "wrong", holds=False)

    def _tell(self, _with_shift: bool) -> None:  # noqa: FBT001 - the signal's own
        if self.line.text().strip():
            self.noted.emit(self.line.text())
