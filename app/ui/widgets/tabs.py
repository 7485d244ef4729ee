"""Tabs that show where the keyboard is, which a style sheet cannot do for one tab alone."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar

from app.ui.appearance import colour


class Tabs(QTabBar):
    """A tab bar with a ring round the current tab while it has the keyboard."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        super().paintEvent(event)
        if not self.hasFocus() or self.currentIndex() < 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("focus"), 2))
        tab = QRectF(self.tabRect(self.currentIndex()))
        words = QRectF(tab.left() + 1, tab.top() + 3, tab.width() - 22, tab.height() - 8)
        painter.drawRoundedRect(words, 4, 4)
