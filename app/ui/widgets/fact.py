"""A fact in the head of a page: an icon, what it is, and what there is to add."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel

_WIDEST = 330


class Fact(QWidget):
    """Two short lines beside an icon; hidden while there is nothing to say."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(scaled(_WIDEST))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(icon, "text3"), 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        self._statement = ElidingLabel("", "medium")
        self._addition = ElidingLabel("", "small")
        lines.addWidget(self._statement)
        lines.addWidget(self._addition)
        row.addLayout(lines, 1)
        self.hide()

    def say(self, statement: str, addition: str = "") -> None:
        """Say something else from now on, or nothing."""
        self._statement.setText(statement)
        self._addition.setText(addition)
        self._addition.setHidden(not addition)
        self.setHidden(not statement)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMaximumWidth(scaled(_WIDEST))
