"""Tabs that show where the keyboard is, which a style sheet cannot do for one tab alone."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QTabBar

from app.ui.appearance import colour

_GAP, _NARROW_GAP = 22, 12
"""What stands between two tabs; the style sheet says the same."""


class Tabs(QTabBar):
    """A tab bar with a ring round the current tab while it has the keyboard.

    Where the tabs have no room beside one another they move closer together before any is hidden.
    """

    _is_close = False  # on the class too: Qt lays out its tabs while the bar is being made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the tabs into the new width."""
        super().resizeEvent(event)
        self._fit()

    def tabLayoutChange(self) -> None:
        """Fit the tabs where their names have changed."""
        super().tabLayoutChange()
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        super().paintEvent(event)
        if not self.hasFocus() or self.currentIndex() < 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("focus"), 2))
        tab = QRectF(self.tabRect(self.currentIndex()))
        words = QRectF(tab.left() + 1, tab.top() + 3, tab.width() - self._gap(), tab.height() - 8)
        painter.drawRoundedRect(words, 4, 4)

    def _gap(self) -> int:
        return _NARROW_GAP if self._is_close else _GAP

    def _fit(self) -> None:
        count = self.count()
        words = sum(self.tabSizeHint(place).width() for place in range(count))
        words -= count * self._gap()
        is_close = words + count * _GAP > self.width()
        if is_close != self._is_close:
            self._is_close = is_close
            self.setProperty("narrow", is_close)
            self.style().polish(self)
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))
