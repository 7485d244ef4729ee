"""A fact in the head of a page: an icon, what it is, and what there is to add."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel

_WIDEST = 330


class Fact(QWidget):
    """Two short lines beside an icon."""

    def __init__(
        self, icon: str, statement: str, addition: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMaximumWidth(scaled(_WIDEST))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(icon, "text3"), 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(ElidingLabel(statement, "medium"))
        if addition:
            lines.addWidget(ElidingLabel(addition, "small"))
        row.addLayout(lines, 1)
