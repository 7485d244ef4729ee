"""What every editing field is: a value that is read and shown, and a word when it cannot be."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget


class Field(QWidget):
    """An editor for one value.

    Signals:
        changed: The user has changed what is in the field.
        finished: The user has left the field, or pressed Enter in it, after a change.

    Attributes:
        editor: The widget that takes the keyboard.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._is_being_set = False
        self._is_told = True
        self._hint = ""
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(4)
        self._across.addWidget(editor, 1)

    def value(self) -> Any:
        """Return the value; what was typed, as it stands, where ``problem`` has something to say.

        A caller reads it through ``Form.values``, which has the input method finish first.
        """
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value; nothing is told."""
        self._is_being_set = True
        try:
            self._show(value)
        finally:
            self._is_being_set = False
            self._is_told = True

    def problem(self) -> str:
        """Return in words what is wrong with what was typed; nothing if it can be read."""
        return ""

    def reading(self) -> str:
        """Return how the field understands what was typed, where that may need saying."""
        return ""

    def editors(self) -> tuple[QWidget, ...]:
        """Return every widget of the field that takes the keyboard."""
        return (self.editor,)

    def takes_label(self, label: str) -> bool:
        """Take the label into the field itself, where it can stand there; say whether it did."""
        return False

    def setAccessibleName(self, name: str, /) -> None:
        """Say in words what the field is for."""
        super().setAccessibleName(name)
        self.editor.setAccessibleName(name)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the value be seen only, or be changed again."""
        for editor in self.editors():
            if isinstance(editor, QLineEdit):
                editor.setReadOnly(read_only)
            else:
                editor.setEnabled(not read_only)

    def explain(self, hint: str) -> None:
        """Have a screen reader say what helps to fill the field in."""
        self._hint = hint
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Mark the field as wrong and have a screen reader say why; nothing unmarks it."""
        for editor in self.editors():
            editor.setAccessibleDescription(sentence or self._hint)
            mark(editor, "wrong", holds=bool(sentence))

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def _tell(self) -> None:
        """Tell that the user has changed something; to be connected to the editor's signals."""
        if not self._is_being_set:
            self._is_told = False
            self.changed.emit()

    def _finish(self) -> None:
        """Tell that the user has left the field, once after each change."""
        if not self._is_told:
            self._is_told = True
            self.finished.emit()


class LineField(Field):
    """A field of one line that is typed."""

    def __init__(self, line: QLineEdit | None = None, parent: QWidget | None = None) -> None:
        self._line = line or QLineEdit()
        super().__init__(self._line, parent)
        self._line.textChanged.connect(self._tell)
        self._line.editingFinished.connect(self._finish)

    def text(self) -> str:
        """Return what is typed, without blanks around it."""
        return self._line.text().strip()

    def set_placeholder(self, words: str) -> None:
        """Show words while the field is empty."""
        self._line.setPlaceholderText(words)

    def _show(self, value: Any) -> None:
        words = self._words(value)
        if words != self._line.text():  # the cursor stays, and what is being composed too
            self._line.setText(words)
            self._line.setCursorPosition(0)

    def _words(self, value: Any) -> str:
        return "" if value is None else str(value)


def mark(widget: QWidget, name: str, *, holds: bool) -> None:
    """Set a property that the style sheet asks for, and dress the widget by it."""
    if (widget.property(name) == "true") == holds:
        return
    widget.setProperty(name, "true" if holds else "false")
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
