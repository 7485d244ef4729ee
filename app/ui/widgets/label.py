"""Labels that never widen the window: a long official name is shortened or wrapped, not pushed."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_NARROWEST = 24


class ElidingLabel(QLabel):
    """One line of text that ends in "…" where there is no room, and says the rest in a tip."""

    def __init__(self, text: str = "", cls: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if cls:
            self.setProperty("cls", cls)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that makes sense."""
        hint = super().minimumSizeHint()
        return QSize(min(_NARROWEST, hint.width()), hint.height())

    def event(self, event: QEvent) -> bool:
        """Give the tip only where text is cut off."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.text() if self.is_elided() else "")
        return super().event(event)

    def is_elided(self) -> bool:
        """Say whether part of the text is not shown."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        rect = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, rect.width()
        )
        self.style().drawItemText(
            painter,
            rect,
            int(self.alignment() | Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )


def text_label(text: str, cls: str = "", *, name: str = "") -> QLabel:
    """Return a short label that keeps its width, such as a number or a heading of our own."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if cls:
        label.setProperty("cls", cls)
    if name:
        label.setObjectName(name)
    return label


def wrapped_label(text: str, cls: str = "", *, name: str = "") -> QLabel:
    """Return a label that takes as many lines as its width asks for."""
    label = text_label(text, cls, name=name)
    label.setWordWrap(True)
    label.setMinimumWidth(_NARROWEST)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
