"""A line beside what was asked for: it was done, or what is wrong and where."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.card import link_button
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import wrapped_label


class Notice(QFrame):
    """Stays until it is closed or something else is said.

    Signals:
        line_requested: The line that the user wants to see.
    """

    line_requested = Signal(int)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_notice")
        self._line = 0
        self._icon = IconLabel("circle-check", "ok")
        self._sentence = wrapped_label("", "medium", name=f"{name}_sentence")
        self._remedy = wrapped_label("", "", name=f"{name}_remedy")
        self._link = link_button("", name=f"{name}_line")
        self._link.clicked.connect(self._tell_line)
        close = IconButton("x", self.tr("Close this note"), name=f"{name}_close")
        close.clicked.connect(self.hide)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self._sentence)
        told.addWidget(self._remedy)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addLayout(told, 1)
        row.addWidget(self._link)
        row.addWidget(close)
        self.hide()

    def say_well(self, sentence: str) -> None:
        """Say that something is well, or was done."""
        self._say("notice", "circle-check", "ok", sentence, "", 0)

    def say_problem(self, sentence: str, remedy: str, *, line: int = 0) -> None:
        """Say what is wrong, and what to do; lead to its line if it has one."""
        self._say("problem", "circle-alert", "bad", sentence, remedy, line)

    def sentence(self) -> str:
        """Return the sentence that is shown."""
        return "" if self.isHidden() else self._sentence.text()

    def _say(self, cls: str, icon: str, token: str, sentence: str, remedy: str, line: int) -> None:
        self.setProperty("cls", cls)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.show_icon(icon, token)
        self._sentence.setText(sentence)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self._line = line
        self._link.setText(self.tr("Line {n}").format(n=line))
        self._link.setVisible(line > 0)
        self.setAccessibleName(f"{sentence} {remedy}".strip())
        self.show()

    def _tell_line(self) -> None:
        self.line_requested.emit(self._line)
