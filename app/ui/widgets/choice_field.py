"""A field that opens a list to choose from; a long name is shortened in it and never widens it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from app.ui import icons
from app.ui.appearance import scaled
from app.ui.widgets import painted

_CHEVRON = 14
_EDGE = 11
_LIST = 380


class ChoiceField(QComboBox):
    """Shows what is chosen.

    Signals:
        chosen: The value that the user has chosen now.
    """

    chosen = Signal(object)

    def __init__(self, *, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(16)
        names = QListView(self)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        names.setAccessibleName(spoken)
        self.setView(names)
        self.activated.connect(self._tell)

    def offer(self, choices: Sequence[tuple[str, Any]], chosen: Any) -> None:
        """Offer names with their values, of which one is chosen; nothing is told."""
        self.clear()
        for place, (words, value) in enumerate(choices):
            self.addItem(words, value)
            self.setItemData(place, words, Qt.ItemDataRole.ToolTipRole)
            if value == chosen:
                self.setCurrentIndex(place)
        self.setToolTip(self.currentText())
        self.view().setMinimumWidth(scaled(_LIST))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that makes sense."""
        return QSize(scaled(120), super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel move the page: nothing is chosen in passing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = scaled(_CHEVRON)
        right = self.width() - _EDGE - size
        words = QRectF(_EDGE, 0, right - _EDGE - 4, self.height())
        painted.text(painter, words, self.currentText(), "body", "text")
        chevron = QRectF(right, (self.height() - size) / 2, size, size)
        icons.paint(painter, "chevron-down", "text2", chevron)

    def _tell(self, place: int) -> None:
        self.setToolTip(self.itemText(place))
        self.chosen.emit(self.itemData(place))
