"""Says what is wrong: in a line beneath a field, or in a banner above a form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.ui.widgets.field import mark
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import wrapped_label


class FieldNote(QWidget):
    """The line beneath a field: what is wrong, else how it was understood, else a hint."""

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._icon = IconLabel("circle-alert", "bad", size=14)
        self._words = wrapped_label("", "faint")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(5)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._words, 1)
        self.say("")

    def say(self, problem: str, reading: str = "") -> None:
        """Show the most pressing of what there is to say; nothing where there is nothing."""
        words = problem or reading or self._hint
        self._icon.setVisible(bool(problem))
        self._words.setText(words)
        cls = "bad" if problem else "faint"
        if self._words.property("cls") != cls:
            self._words.setProperty("cls", cls)
            self._words.style().unpolish(self._words)
            self._words.style().polish(self._words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """Return what is said."""
        return self._words.text()


class ProblemBanner(QFrame):
    """What is wrong with a form as a whole."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("cls", "problem")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sentence = wrapped_label("", "", name=f"{name}_sentence")
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 9, 12, 9)
        across.setSpacing(8)
        across.addWidget(IconLabel("circle-alert", "bad"), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._sentence, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; nothing hides the banner."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        mark(self, "wrong", holds=bool(sentence))
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        """Return the sentence that is shown."""
        return self._sentence.text()
