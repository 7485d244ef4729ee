"""Says what is wrong: in a line beneath a field, or in a banner above a form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui.widgets.field import mark
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import wrapped_label


class FieldNote(QWidget):
    """The line beneath a field: what is wrong, else how it was understood, else a hint.

    Most fields have nothing to say, so its icon and its words are made when they are wanted.
    """

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._icon: IconLabel | None = None
        self._label: QLabel | None = None
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(5)
        self.say("")

    def say(self, problem: str, reading: str = "") -> None:
        """Show the most pressing of what there is to say; nothing where there is nothing."""
        words = problem or reading or self._hint
        if words or self._label is not None:
            self._show_words(words, "bad" if problem else "faint")
        if problem and self._icon is None:
            self._icon = IconLabel("circle-alert", "bad", size=14)
            self._across.insertWidget(0, self._icon, 0, Qt.AlignmentFlag.AlignTop)
        if self._icon is not None:
            self._icon.setVisible(bool(problem))
        self.setVisible(bool(words))

    def words(self) -> str:
        """Return what is said."""
        return self._label.text() if self._label is not None else ""

    def _show_words(self, words: str, cls: str) -> None:
        if self._label is None:
            self._label = wrapped_label(words, cls)
            self._across.addWidget(self._label, 1)
        self._label.setText(words)
        if self._label.property("cls") != cls:
            self._label.setProperty("cls", cls)
            self._label.style().unpolish(self._label)
            self._label.style().polish(self._label)


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
