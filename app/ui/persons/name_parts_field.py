"""A field for the parts of a name, a line for each language; nothing is taken apart or guessed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui import phrases
from app.ui.widgets.field import Field
from app.ui.widgets.label import text_label
from app.ui.widgets.text_field import TextField

_PARTS = ("family", "given", "patronymic")


class NamePartsField(Field):
    """Family name, given name and father's name per language; empty ones are left out."""

    def __init__(self, languages: Sequence[str], *, parent: QWidget | None = None) -> None:
        self._lines: dict[str, dict[str, TextField]] = {}
        holder = QWidget()
        super().__init__(holder, parent)
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._titles = {
            "family": self.tr("Family name"),
            "given": self.tr("Given name"),
            "patronymic": self.tr("Father’s name"),
        }
        for place, part in enumerate(_PARTS, 1):
            self._grid.addWidget(text_label(self._titles[part], "micro"), 0, place)
            self._grid.setColumnStretch(place, 1)
        for tag in languages:
            self._add_line(tag)
        first = next(iter(self._lines.values()), None)
        if first is not None:
            self.setFocusProxy(first["family"].editor)

    def value(self) -> dict[str, dict[str, str]]:
        """Return the parts that are filled in, per language."""
        found = {
            tag: {part: field.value() for part, field in fields.items() if field.value()}
            for tag, fields in self._lines.items()
        }
        return {tag: parts for tag, parts in found.items() if parts}

    def part(self, tag: str, part: str) -> TextField:
        """Return the field of one part in one language."""
        return self._lines[tag][part]

    def editors(self) -> tuple[QWidget, ...]:
        """Return every widget of the field that takes the keyboard."""
        return tuple(field.editor for fields in self._lines.values() for field in fields.values())

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the value be seen only, or be changed again."""
        for fields in self._lines.values():
            for field in fields.values():
                field.set_read_only(read_only=read_only)

    def _show(self, value: Any) -> None:
        parts = value or {}
        for tag in parts:
            if tag not in self._lines:
                self._add_line(tag)
        for tag, fields in self._lines.items():
            for part, field in fields.items():
                field.set_value(parts.get(tag, {}).get(part, ""))

    def _add_line(self, tag: str) -> None:
        row = len(self._lines) + 1
        language = phrases.say("language", tag)
        shown = text_label(tag.partition("-")[0].upper(), "micro")
        shown.setToolTip(language)
        self._grid.addWidget(shown, row, 0)
        fields = {}
        for place, part in enumerate(_PARTS, 1):
            field = TextField()
            field.setAccessibleName(f"{self._titles[part]}, {language}")
            field.changed.connect(self._tell)
            field.finished.connect(self._finish)
            self._grid.addWidget(field, row, place)
            fields[part] = field
        self._lines[tag] = fields
