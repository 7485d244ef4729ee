"""A field for a day, typed as people write it or taken from a calendar."""

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui import dates
from app.ui.widgets.calendar_popup import CalendarPopup
from app.ui.widgets.date_reading import lacks_century, read_day
from app.ui.widgets.field import LineField
from app.ui.widgets.icon_button import IconButton


class DateField(LineField):
    """A day such as 27 May 2025; perhaps none.

    What was typed stays as it was typed, whether it can be read or not.
    """

    def __init__(self, *, optional: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(_DayLine(self._drop_down), parent)
        self._optional = optional
        self.set_placeholder(self.tr("Day, month, year"))
        self._button = IconButton("calendar", self.tr("Choose from a calendar"), kind="ghost")
        self._button.clicked.connect(self._drop_down)
        self._across.addWidget(self._button)

    def value(self) -> date | str | None:
        """Return the day; ``None`` for an empty field; what was typed where it is no day."""
        if not self.text():
            return None
        return read_day(self.text()) or self.text()

    def problem(self) -> str:
        """Return in words what is wrong with what was typed; nothing if it can be read."""
        if not self.text():
            return "" if self._optional else self._wanted()
        if read_day(self.text()) is not None:
            return ""
        if lacks_century(self.text()):
            return self.tr("Write the year with all its figures, such as {day}.").format(
                day=_example()
            )
        return self._wanted()

    def reading(self) -> str:
        """Return how the field understands what was typed: the weekday, or the whole day."""
        found = read_day(self.text())
        if found is None:
            return ""
        return dates.long_day(found)

    def setAccessibleName(self, name: str, /) -> None:
        """Say in words what the field is for."""
        super().setAccessibleName(name)
        self._button.say(self.tr("{field}: choose from a calendar").format(field=name))

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the value be seen only, or be changed again."""
        super().set_read_only(read_only=read_only)
        self._button.setEnabled(not read_only)

    def _words(self, value: Any) -> str:
        return dates.day_and_year(value) if isinstance(value, date) else super()._words(value)

    def _wanted(self) -> str:
        return self.tr("Enter a date, such as {day}.").format(day=_example())

    def _drop_down(self) -> None:
        if self._line.isReadOnly():
            return
        popup = CalendarPopup(read_day(self.text()), self)
        popup.calendar.activated.connect(self._take)
        popup.calendar.clicked.connect(self._take)
        popup.show_below(self)

    def _take(self, day: QDate) -> None:
        chosen = date(day.year(), day.month(), day.day())
        if chosen != self.value():
            self._line.setText(dates.day_and_year(chosen))
            self._finish()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)


class _DayLine(QLineEdit):
    """A line from which Alt+Down opens the calendar, as in every list that drops down."""

    def __init__(self, drop_down: Any) -> None:
        super().__init__()
        self._drop_down = drop_down

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if (event.key() == Qt.Key.Key_Down and is_alt) or event.key() == Qt.Key.Key_F4:
            self._drop_down()
        else:
            super().keyPressEvent(event)


def _example() -> str:
    return dates.day_and_year(date(2025, 5, 27))
