"""A button that is an icon: its words are in its tip, and a screen reader says them."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui import icons
from app.ui.appearance import scaled

_ICON = 16


class IconButton(QPushButton):
    """An icon, which grows with the text, and perhaps a word."""

    def __init__(
        self,
        icon: str,
        spoken: str,
        *,
        name: str = "",
        kind: str = "ghost",
        token: str = "text2",
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.show_icon(icon, token)
        self.say(spoken)
        self._size_icon()

    def show_icon(self, icon: str, token: str = "text2") -> None:
        """Draw another icon from now on."""
        self.setIcon(icons.icon(icon, token))

    def say(self, spoken: str) -> None:
        """Say in words what the button does."""
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size_icon()

    def _size_icon(self) -> None:
        self.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))
