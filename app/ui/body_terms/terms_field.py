"""A field for tasks with their terms: how many days before or after, what, and whose task."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.body_terms import words
from app.ui.widgets.field import Field
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.menu_button import MenuButton
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.option_field import OptionField
from app.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from app.services.preparation import Preset

_DAYS_WIDTH = 62
_ANCHOR_WIDTH = 128
_SIDE_WIDTH = 150


@dataclass(frozen=True)
class Term:
    """One task as the field holds it.

    Attributes:
        id: The term on record; ``None`` for a new one.
        side: ``all``, ``host`` or ``guests``; else the id of a party.
    """

    id: UUID | None
    days: Any
    anchor: str
    title: str
    side: Any
    precedent: str = ""


class TermsField(Field):
    """A line for each task, and below them buttons that add one."""

    def __init__(
        self,
        *,
        presets: "Sequence[Preset]",
        parties: Sequence[tuple[UUID, str]],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        self._holder = QWidget()
        super().__init__(self._holder, parent)
        self._name = name
        self._sides = (*words.sides(), *parties)
        self._lines: list[_Line] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._add = QPushButton(self.tr("Add a task"))
        self._add.setObjectName(f"{name}_add")
        self._add.clicked.connect(self._add_blank)
        self._usual = MenuButton(self.tr("Add a usual task"))
        self._usual.setObjectName(f"{name}_usual")
        self._usual.choices.setObjectName(f"{name}_presets")
        for preset in presets:
            action = self._usual.choices.addAction(words.preset_words(preset))
            action.triggered.connect(partial(self._add_preset, preset))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._add)
        buttons.addWidget(self._usual)
        buttons.addStretch(1)
        down = QVBoxLayout(self._holder)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(10)
        down.addLayout(self._rows)
        down.addLayout(buttons)
        self.setFocusProxy(self._add)

    def value(self) -> tuple[Term, ...]:
        """Return the tasks, from top to bottom."""
        return tuple(line.value() for line in self._lines)

    def problem(self) -> str:
        """Return in words what is wrong with what was typed; nothing if it can be read."""
        return next((told for line in self._lines if (told := line.problem())), "")

    def editors(self) -> tuple[QWidget, ...]:
        """Return every widget of the field that takes the keyboard."""
        return (self._add, self._usual)

    def _show(self, value: Any) -> None:
        for line in self._lines:
            line.setParent(None)
            line.deleteLater()
        self._lines = []
        for term in value or ():
            self._add_line(term)

    def _add_line(self, term: Term) -> "_Line":
        name = f"{self._name}_{len(self._lines)}"
        line = _Line(term, sides=self._sides, name=name, parent=self._holder)
        line.changed.connect(self._tell)
        line.remove.clicked.connect(partial(self._remove, line))
        self._lines.append(line)
        self._rows.addWidget(line)
        return line

    def _add_blank(self) -> None:
        line = self._add_line(Term(None, None, "before-start", "", "all"))
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._end_change()

    def _add_preset(self, preset: "Preset") -> None:
        self._add_line(
            Term(
                None,
                preset.days,
                preset.anchor.value,
                preset.title,
                preset.side.value,
                preset.precedent,
            )
        )
        self._end_change()

    def _remove(self, line: "_Line") -> None:
        self._lines.remove(line)
        line.setParent(None)
        line.deleteLater()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._end_change()

    def _end_change(self) -> None:
        self._tell()
        self._finish()


class _Line(QWidget):
    """One task."""

    changed = Signal()

    def __init__(
        self, term: Term, *, sides: Sequence[tuple[Any, str]], name: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._term = term
        # Each part is made where it stays: a new parent would have it dressed anew.
        self._days = NumberField(optional=False, parent=self)
        self._anchor = OptionField(words.anchors(), parent=self)
        self._title = TextField(max_length=200, parent=self)
        self._side = OptionField(sides, parent=self)
        self.remove = IconButton(
            "x", self.tr("Take this task out"), name=f"{name}_remove", parent=self
        )
        self._show(term)
        parts = (
            (self._days, "days", self.tr("How many days"), _DAYS_WIDTH),
            (self._anchor, "anchor", self.tr("Counted from"), _ANCHOR_WIDTH),
            (self._title, "title", self.tr("What is to be done"), 0),
            (self._side, "side", self.tr("Whose task"), _SIDE_WIDTH),
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        for field, part, spoken, width in parts:
            field.editor.setObjectName(f"{name}_{part}")
            field.setAccessibleName(spoken)
            field.changed.connect(self.changed)
            if width:
                field.setFixedWidth(scaled(width))
            across.addWidget(field, 0 if width else 1)
        across.addWidget(self.remove)
        self.setFocusProxy(self._days.editor)

    def value(self) -> Term:
        """Return the task as it is filled in."""
        return Term(
            id=self._term.id,
            days=self._days.value(),
            anchor=self._anchor.value(),
            title=self._title.value(),
            side=self._side.value(),
            precedent=self._term.precedent,
        )

    def problem(self) -> str:
        """Return in words what is wrong with what was typed."""
        wrong = self._days.problem()
        self._days.show_problem(wrong)
        if wrong and self._title.value():
            return self.tr("“{task}”: {problem}").format(task=self._title.value(), problem=wrong)
        return wrong

    def _show(self, term: Term) -> None:
        self._days.set_value(term.days)
        self._anchor.set_value(term.anchor)
        self._title.set_value(term.title)
        self._side.set_value(term.side)
        self._title.setToolTip(term.precedent)
