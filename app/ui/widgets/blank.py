"""What stands where there is nothing to show: one icon, one sentence, and what to do about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import wrapped_label

_WIDEST = 480


class Blank(QWidget):
    """An empty, waiting or failed state in the middle of a page."""

    def __init__(self, icon: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon = IconLabel(icon, "text3", size=28)
        self._icon.hide()  # until there is something to say
        self._sentence = _centred("h2")
        self._detail = _centred("muted")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addStretch(1)
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self._sentence)
        inside.addWidget(self._detail)
        inside.addSpacing(6)
        inside.addLayout(self._buttons)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 1000)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)

    def say(self, sentence: str, detail: str = "", *, icon: str = "") -> None:
        """Show a sentence and what there is to add to it."""
        self._sentence.setText(sentence)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._icon.setVisible(bool(sentence))
        if icon:
            self._icon.show_icon(icon, "text3")

    def add_button(self, text: str, *, name: str, primary: bool = False) -> QPushButton:
        """Offer something to do and return its button."""
        button = QPushButton(text)
        button.setObjectName(name)
        if primary:
            button.setProperty("kind", "primary")
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def sentence(self) -> str:
        """Return the sentence that is shown."""
        return self._sentence.text()


def _centred(cls: str) -> QLabel:
    label = wrapped_label("", cls)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
