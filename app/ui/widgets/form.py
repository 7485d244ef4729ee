"""Fields under one another, each with its label above and, beneath, the word on what is wrong."""

from collections.abc import Mapping
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import InvalidValue, Misfortune
from app.ui.widgets import composing
from app.ui.widgets.field import Field
from app.ui.widgets.label import text_label
from app.ui.widgets.problem_note import FieldNote, ProblemBanner

AnyField = TypeVar("AnyField", bound=Field)


class Form(QWidget):
    """Fields with names; it reads them all, and shows what was refused beside each.

    Signals:
        changed: The user has changed something in one of the fields.
    """

    changed = Signal()

    def __init__(self, *, name: str = "form", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._cells: dict[str, _Cell] = {}
        self._clean: dict[str, Any] = {}
        self._line: QHBoxLayout | None = None
        self._banner = ProblemBanner(name=f"{name}_problem")
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(12)
        self._down.addWidget(self._banner)
        self._down.addStretch(1)

    def add(
        self, name: str, label: str, field: AnyField, *, hint: str = "", beside: bool = False
    ) -> AnyField:
        """Add a field and return it.

        Args:
            name: What its value is called in ``values``, and in refusals.
            label: What stands above it.
            field: The field.
            hint: One sentence that helps to fill it in; shown beneath.
            beside: It stands at the right of the field before, not below it.
        """
        cell = _Cell(label, field, hint)
        field.editor.setObjectName(f"{self.objectName()}_{name}")
        field.changed.connect(partial(self._note_change, cell))
        field.finished.connect(cell.look)
        if self._line is None or not beside:
            self._line = QHBoxLayout()
            self._line.setSpacing(12)
            self._insert(self._line)
        self._line.addWidget(cell, 1)
        self._cells[name] = cell
        self._clean[name] = field.value()
        return field

    def add_heading(self, text: str) -> QLabel:
        """Begin a group of fields under a heading."""
        heading = text_label(text, "h3")
        self.add_widget(heading)
        return heading

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no field, such as a list or a sentence."""
        line = QHBoxLayout()
        line.addWidget(widget, 1)
        self._insert(line)
        self._line = None

    def field(self, name: str) -> Field:
        """Return the field of a name."""
        return self._cells[name].field

    def show_field(self, name: str, *, shown: bool) -> None:
        """Show a field with its label, or hide it; its value is read all the same."""
        self._cells[name].setVisible(shown)

    def values(self) -> dict[str, Any]:
        """Return what every field holds; what is being composed is finished first."""
        composing.commit()
        return {name: cell.field.value() for name, cell in self._cells.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values; fields that are not named keep theirs, and nothing counts as changed."""
        for name, value in values.items():
            if name in self._cells:
                cell = self._cells[name]
                cell.field.set_value(value)
                cell.say("")
        self.mark_clean()

    def mark_clean(self) -> None:
        """Count what the fields hold now as unchanged."""
        self._clean = self._held()

    def is_changed(self) -> bool:
        """Say whether a field holds anything else than was shown to the user."""
        return self._held() != self._clean

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the values be seen only, or be changed again."""
        for cell in self._cells.values():
            cell.field.set_read_only(read_only=read_only)

    def check(self) -> bool:
        """Say whether every field can be read; where one cannot, show why and go there."""
        composing.commit()
        told = {name: cell.field.problem() for name, cell in self._cells.items()}
        self.problems({name: problem for name, problem in told.items() if problem})
        return not any(told.values())

    def problems(self, sentences: Mapping[str, str]) -> None:
        """Show a sentence beneath each field named, and go to the first; others go to the top."""
        for name, cell in self._cells.items():
            cell.say(sentences.get(name, ""))
        unknown = [told for name, told in sentences.items() if name not in self._cells]
        self._banner.say(" ".join(unknown))
        first = next((name for name in self._cells if name in sentences), None)
        if first is not None:
            self._go_to(self._cells[first])
        elif unknown:
            self._show(self._banner)

    def show_refused(self, problem: Misfortune) -> None:
        """Show why a change was refused: beside the fields it names, else at the top."""
        if isinstance(problem, InvalidValue):
            self.problems(
                {name.partition(".")[0]: told for name, told in reversed(problem.problems)}
            )
        elif problem.field in self._cells:
            self.problems({problem.field: problem.sentence})
        else:
            self.problems({"": f"{problem.sentence} {problem.remedy}".strip()})

    def clear_problems(self) -> None:
        """Take every such sentence away."""
        self.problems({})

    def banner_sentence(self) -> str:
        """Return what is said at the top, if anything."""
        return self._banner.sentence()

    def note(self, name: str) -> str:
        """Return what is said beneath a field."""
        return self._cells[name].note.words()

    def _held(self) -> dict[str, Any]:
        """Return what the fields themselves hold, whatever a form makes of it."""
        return {name: cell.field.value() for name, cell in self._cells.items()}

    def _insert(self, line: QHBoxLayout) -> None:
        self._down.insertLayout(self._down.count() - 1, line)

    def _note_change(self, cell: "_Cell") -> None:
        cell.follow()
        self.changed.emit()

    def _go_to(self, cell: "_Cell") -> None:
        cell.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(cell)

    def _show(self, widget: QWidget) -> None:
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                self._down.activate()
                above.ensureWidgetVisible(widget, 0, 24)
                return
            above = above.parentWidget()


class _Cell(QWidget):
    """One field with its label and its note."""

    def __init__(self, label: str, field: Field, hint: str) -> None:
        super().__init__()
        self.field = field
        self.note = FieldNote(hint)
        self._says_problem = False
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        field.setAccessibleName(label)
        if not field.takes_label(label):
            shown = text_label(label, "small")
            shown.setBuddy(field.editor)
            down.addWidget(shown)
        down.addWidget(field)
        down.addWidget(self.note)
        down.addStretch(1)  # beside a field with a longer note it stays at the top
        field.explain(hint)

    def say(self, problem: str) -> None:
        """Show what is wrong with the field, or that nothing is."""
        self._says_problem = bool(problem)
        self.field.show_problem(problem)
        self.note.say(problem, self.field.reading())

    def look(self) -> None:
        """Show what is wrong with what was typed, now that the user has gone on."""
        self.say(self.field.problem())

    def follow(self) -> None:
        """Show how the field understands what is being typed, and take back what holds no more."""
        if self._says_problem:
            self.say(self.field.problem())
        else:
            self.note.say("", self.field.reading())
