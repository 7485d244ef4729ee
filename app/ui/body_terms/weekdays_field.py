"""A field for the days of the week on which offices are closed."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.body_terms import words
from app.ui.widgets.check_field import CheckBox
from app.ui.widgets.field import Field

_WEEK = range(1, 8)


class WeekdaysField(Field):
    """A box to tick for each day of the week, from Monday."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._holder = QWidget()
        across = QHBoxLayout(self._holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        self._boxes = {number: CheckBox(words.weekday(number)) for number in _WEEK}
        super().__init__(self._holder, parent)
        for box in self._boxes.values():
            box.toggled.connect(self._tell)
            across.addWidget(box)
        across.addStretch(1)
        self.setFocusProxy(self._boxes[1])

    def value(self) -> tuple[int, ...]:
        """Return the days, counted from Monday as 1."""
        return tuple(number for number, box in self._boxes.items() if box.isChecked())

    def box(self, number: int) -> CheckBox:
        """Return the box of one day."""
        return self._boxes[number]

    def editors(self) -> tuple[QWidget, ...]:
        """Return every widget of the field that takes the keyboard."""
        return tuple(self._boxes.values())

    def setAccessibleName(self, name: str, /) -> None:
        """Say in words what the field is for; each box adds its day."""
        super().setAccessibleName(name)
        for box in self._boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}")

    def _show(self, value: Any) -> None:
        for number, box in self._boxes.items():
            box.setChecked(number in tuple(value or ()))
