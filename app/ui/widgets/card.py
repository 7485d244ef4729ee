"""A white box with a heading, which is how a page groups what belongs together."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.widgets import chip
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import text_label


class Card(QFrame):
    """A heading with an icon and perhaps a number, and below it whatever is put in.

    Attributes:
        body: The layout that takes the contents.
    """

    def __init__(
        self, title: str, icon: str, *, count: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("cls", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 16)
        outer.setSpacing(10)
        self._heading = QHBoxLayout()
        self._heading.setSpacing(8)
        self._heading.addWidget(IconLabel(icon))
        self._heading.addWidget(text_label(title, "h3"))
        if count is not None:
            self._heading.addWidget(chip.count(count))
        self._heading.addStretch(1)
        outer.addLayout(self._heading)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        outer.addLayout(self.body)

    def add_aside(self, widget: QWidget) -> None:
        """Put a widget, such as a chip, at the right of the heading."""
        self._heading.addWidget(widget)

    def add_link(self, text: str, *, name: str) -> QPushButton:
        """Put a link at the right of the heading and return it."""
        link = link_button(text, name=name)
        self._heading.addWidget(link)
        return link


def link_button(text: str, *, name: str) -> QPushButton:
    """Return a button that looks like a link."""
    link = QPushButton(text)
    link.setObjectName(name)
    link.setProperty("kind", "link")
    link.setCursor(Qt.CursorShape.PointingHandCursor)
    return link


def rule() -> QFrame:
    """Return a hairline."""
    line = QFrame()
    line.setProperty("cls", "rule")
    line.setFixedHeight(1)
    return line
