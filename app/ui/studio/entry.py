"""An icon beside two lines, as the right pane of the studio lists everything."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import wrapped_label


def entry(icon: str, token: str, title: str, detail: str, *, name: str) -> QWidget:
    """Return an icon beside two lines; the icon stands at the first of them."""
    made = QWidget()
    made.setObjectName(name)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(wrapped_label(title, "medium"))
    if detail:
        words.addWidget(wrapped_label(detail, "small"))
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(IconLabel(icon, token, size=16), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return made
