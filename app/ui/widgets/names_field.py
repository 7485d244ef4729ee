"""A field for one name in several languages, a line for each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui import phrases
from app.ui.widgets.field import Field
from app.ui.widgets.label import text_label
from app.ui.widgets.text_field import LongTextField, TextField

_TO_FIRST_LINE = 9


class NamesField(Field):
    """A name per language; a language with nothing in its line is left out of the value."""

    def __init__(
        self, languages: Sequence[str], *, long: bool = False, parent: QWidget | None = None
    ) -> None:
        self._long = long
        self._lines: dict[str, Field] = {}
        self._grid_holder = QWidget()
        super().__init__(self._grid_holder, parent)
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        for tag in languages:
            self._add_line(tag)
        self._take_keyboard()

    def value(self) -> dict[str, str]:
        """Return the words per language tag."""
        return {tag: line.value() for tag, line in self._lines.items() if line.value()}

    def line(self, tag: str) -> Field:
        """Return the field of one language."""
        return self._lines[tag]

    def editors(self) -> tuple[QWidget, ...]:
        """Return every widget of the field that takes the keyboard."""
        return tuple(line.editor for line in self._lines.values())

    def setAccessibleName(self, name: str, /) -> None:
        """Say in words what the field is for; each line adds its language."""
        super().setAccessibleName(name)
        for tag, line in self._lines.items():
            self._name_line(tag, line)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the value be seen only, or be changed again."""
        for line in self._lines.values():
            line.set_read_only(read_only=read_only)

    def _show(self, value: Any) -> None:
        names = value or {}
        for tag in names:
            if tag not in self._lines:  # a language that is not asked for is shown, not lost
                self._add_line(tag)
        for tag, line in self._lines.items():
            line.set_value(names.get(tag, ""))
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        first = next(iter(self._lines.values()), None)
        if first is not None:
            self.setFocusProxy(first.editor)

    def _add_line(self, tag: str) -> None:
        line: Field = LongTextField(lines=2) if self._long else TextField()
        line.changed.connect(self._tell)
        line.finished.connect(self._finish)
        row = len(self._lines)
        shown = text_label(tag.partition("-")[0].upper(), "micro")
        shown.setToolTip(phrases.say("language", tag))
        shown.setBuddy(line.editor)
        up = Qt.AlignmentFlag.AlignTop if self._long else Qt.AlignmentFlag.AlignVCenter
        if self._long:
            shown.setContentsMargins(0, _TO_FIRST_LINE, 0, 0)
        self._grid.addWidget(shown, row, 0, up)
        self._grid.addWidget(line, row, 1)
        self._lines[tag] = line
        self._name_line(tag, line)

    def _name_line(self, tag: str, line: Field) -> None:
        language = phrases.say("language", tag)
        name = self.accessibleName()
        line.setAccessibleName(f"{name}, {language}" if name else language)
