"""The buttons by which a page of paper is shown larger, smaller, or as wide as there is room."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.appearance import scaled
from app.ui.widgets.icon_button import IconButton

_SHARE = 52


class Zoom(QWidget):
    """Smaller, how large in percent, larger.

    Signals:
        larger: The user wants the page larger.
        smaller: The user wants the page smaller.
        fitted: The user wants the page as wide as there is room.
    """

    larger = Signal()
    smaller = Signal()
    fitted = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._smaller = IconButton(
            "zoom-out", self.tr("Show the page smaller"), name=f"{name}_smaller"
        )
        self._smaller.clicked.connect(self.smaller)
        self._larger = IconButton("zoom-in", self.tr("Show the page larger"), name=f"{name}_larger")
        self._larger.clicked.connect(self.larger)
        self._share = QPushButton("")
        self._share.setObjectName(f"{name}_share")
        self._share.setProperty("kind", "ghost")
        self._share.setToolTip(self.tr("Fit the page to the room"))
        self._share.setMinimumWidth(scaled(_SHARE))
        self._share.clicked.connect(self.fitted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self._smaller, self._share, self._larger):
            row.addWidget(button)

    def show_share(self, percent: int, *, can_shrink: bool, can_grow: bool) -> None:
        """Show how large the page is."""
        self._share.setText(self.tr("{n} %").format(n=percent))
        told = self.tr("{n} %. Fit the page to the room").format(n=percent)
        self._share.setAccessibleName(told)
        self._smaller.setEnabled(can_shrink)
        self._larger.setEnabled(can_grow)

    def focus_share(self) -> None:
        """Put the keyboard on the size of the page."""
        self._share.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._share.setMinimumWidth(scaled(_SHARE))
