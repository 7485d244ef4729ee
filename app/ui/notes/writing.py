"""The place where a note is written: what it speaks of, its words, and for whom it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from app.domain.errors import Misfortune
from app.ui.widgets import composing
from app.ui.widgets.fields import CheckField, LongTextField
from app.ui.widgets.label import ElidingLabel, wrapped_label


class WritingBox(QFrame):
    """Takes a note.

    Signals:
        written: The words, and whether they are for the secretariat.
        emptied: Nothing is being written any more.
    """

    written = Signal(str, bool)
    emptied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("note_writing")
        self._place = ElidingLabel("", "strong")
        self._place.setObjectName("note_writing_place")
        self._quote = ElidingLabel("", "muted")
        self._quote.setObjectName("note_writing_quote")
        self._quote.hide()
        self._text = LongTextField(lines=3, most=6)
        self._text.setAccessibleName(self.tr("Note"))
        self._text.editor.setObjectName("note_text")
        self._ours = CheckField(self.tr("For the secretariat"))
        self._ours.editor.setObjectName("note_for_secretariat")
        self._problem = wrapped_label("", "bad", name="note_problem")
        self._problem.hide()
        self._add = QPushButton(self.tr("Add note"))
        self._add.setObjectName("note_add")
        self._add.setProperty("kind", "primary")
        self._add.clicked.connect(self.submit)
        keys = QShortcut(QKeySequence("Ctrl+Return"), self._text.editor, self.submit)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        foot = QHBoxLayout()
        foot.addWidget(self._ours, 1)
        foot.addWidget(self._add)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(6)
        for widget in (self._place, self._quote, self._text, self._problem):
            down.addWidget(widget)
        down.addLayout(foot)

    def speak_of(self, name: str, words: str) -> None:
        """Say what the note will speak of."""
        told = self.tr("Write a note on {name}…") if name else self.tr("Choose a provision first")
        self._text.set_placeholder(told.format(name=name))
        self._place.setText(self.tr("On {name}").format(name=name) if name else "")
        self._quote.setVisible(bool(words))
        self._quote.setText(f"“{words}”")
        self._add.setEnabled(bool(name))

    def is_empty(self) -> bool:
        """Say whether nothing is being written."""
        composing.commit()
        return not self._text.value()

    def start(self) -> None:
        """Put the keyboard where a note is written."""
        self._text.editor.setFocus()

    def clear(self) -> None:
        """Begin the next note; whether it is for the secretariat stays as it was."""
        self._text.set_value("")
        self._problem.hide()
        self.emptied.emit()

    def show_refused(self, problem: Misfortune) -> None:
        """Say why the note was not kept; its words stay."""
        self._problem.setText(f"{problem.sentence} {problem.remedy}")
        self._problem.show()

    def submit(self) -> None:
        """Hand out what is written."""
        composing.commit()  # or the last syllable would be lost
        if self._add.isEnabled():
            self.written.emit(self._text.value(), self._ours.value())
