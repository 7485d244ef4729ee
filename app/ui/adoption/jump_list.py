"""A short list in a box, each line of which leads to a provision."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.widgets.card import link_button
from app.ui.widgets.clearing import clear
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import wrapped_label

_MOST = 12


class JumpList(QFrame):
    """A sentence, and below it what it speaks of.

    Signals:
        chosen: The identity of a provision.
    """

    chosen = Signal(str)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("cls", "warning")
        self._sentence = wrapped_label("", "", name=f"{name}_sentence")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(self._sentence)
        beside.addLayout(self._lines)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 9, 12, 9)
        across.setSpacing(8)
        across.addWidget(IconLabel("triangle-alert", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(beside, 1)
        self.hide()

    def show_lines(self, sentence: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show lines, each with the provision that it leads to; nothing where there is none."""
        clear(self._lines)
        self._sentence.setText(sentence)
        for place, (words, eid) in enumerate(lines[:_MOST]):
            link = link_button(words, name=f"{self.objectName()}_{place}")
            link.setAutoDefault(False)
            link.setEnabled(bool(eid))
            link.clicked.connect(partial(self.chosen.emit, eid))
            self._lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if len(lines) > _MOST:
            more = self.tr("and {count} more").format(count=len(lines) - _MOST)
            self._lines.addWidget(wrapped_label(more, ""))
        self.setVisible(bool(lines))

    def lines(self) -> list[str]:
        """Return the lines that are shown."""
        return [button.text() for button in self.findChildren(QPushButton)]
