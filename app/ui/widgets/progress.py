"""Two thin bars: how much is done, and that something is being done."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.appearance import colour

_FRAME_MILLISECONDS = 40
_STEP = 0.02


class ShareBar(QWidget):
    """Shows a share of a whole."""

    def __init__(self, share: float, *, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        return QSize(120, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("border"))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setBrush(colour("ok"))
        done = QRectF(self.rect())
        done.setWidth(done.width() * self._share)
        painter.drawRoundedRect(done, 3, 3)


class BusyBar(QWidget):
    """Moves while work is under way, but only once the work has lasted long enough to notice."""

    _PATIENCE_MILLISECONDS = 300

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("busy_bar")
        self.setFixedHeight(2)
        self.setAccessibleName(self.tr("Work is under way"))
        self._place = 0.0
        self._shown = False
        self._patience = QTimer(self, singleShot=True, interval=self._PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._begin)
        self._motion = QTimer(self, interval=_FRAME_MILLISECONDS)
        self._motion.timeout.connect(self._move)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a slot
        """Show the bar soon, or hide it now."""
        if busy:
            self._patience.start()
        else:
            self._patience.stop()
            self._motion.stop()
            self._shown = False
            self.update()

    def is_showing(self) -> bool:
        """Say whether the bar is to be seen."""
        return self._shown

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        if not self._shown:
            return
        width = self.width() * 0.3
        left = self._place * (self.width() + width) - width
        QPainter(self).fillRect(QRectF(left, 0, width, self.height()), colour("accent"))

    def _begin(self) -> None:
        self._shown = True
        self._motion.start()
        self.update()

    def _move(self) -> None:
        self._place = (self._place + _STEP) % 1.0
        self.update()
