"""The band across the window that says why a workspace can only be read."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel


class ReadOnlyBanner(QFrame):
    """One sentence beside a lock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("read_only_banner")
        self._sentence = ElidingLabel("", "medium")
        self._sentence.setObjectName("read_only_sentence")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(10)
        row.addWidget(IconLabel("lock", "warn"))
        row.addWidget(self._sentence, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show the sentence, or nothing if it is empty."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))
