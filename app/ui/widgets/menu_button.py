"""A button that opens a menu and shows so by a small chevron at its right."""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.ui import icons
from app.ui.appearance import scaled

_CHEVRON = 14


class MenuButton(QPushButton):
    """A push button with a menu.

    The menu is not given to Qt's own ``setMenu``: with a style sheet that leaves the words off
    centre.

    Attributes:
        choices: The menu.
    """

    def __init__(self, text: str, *, token: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._token = token
        self.setProperty("withmenu", "true")
        self.choices = QMenu(self)
        self.clicked.connect(self.drop_down)

    def drop_down(self) -> None:
        """Open the menu below the button, its right edge under the button's."""
        width = self.choices.sizeHint().width()
        corner = self.mapToGlobal(QPoint(self.width() - width, self.height() + 4))
        self.choices.popup(corner)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        super().paintEvent(event)
        size = scaled(_CHEVRON)
        place = QRectF(self.width() - size - 11, (self.height() - size) / 2, size, size)
        token = self._token if self.isEnabled() else "text3"
        icons.paint(QPainter(self), "chevron-down", token, place)
