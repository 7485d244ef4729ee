"""A field for an hour of the day, typed as people write it."""

import re
import unicodedata
from datetime import time
from typing import Any

from PySide6.QtWidgets import QWidget

from app.ui.widgets.field import LineField

_HOUR = re.compile(r"(?P<hour>\d{1,2})(?:\s*[:.h時시]\s*(?P<minute>\d{2})?\s*[分분]?)?")
_FOUR_FIGURES = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})")


class TimeField(LineField):
    """An hour such as 09:30; perhaps none."""

    def __init__(self, *, optional: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._optional = optional
        self.set_placeholder("09:30")

    def value(self) -> time | str | None:
        """Return the hour; ``None`` for an empty field; what was typed where it is no hour."""
        if not self.text():
            return None
        return read_time(self.text()) or self.text()

    def problem(self) -> str:
        """Return in words what is wrong with what was typed; nothing if it can be read."""
        if not self.text():
            return "" if self._optional else self.tr("Enter a time, such as 09:30.")
        if read_time(self.text()) is None:
            return self.tr("Enter a time from 00:00 to 23:59, such as 09:30.")
        return ""

    def reading(self) -> str:
        """Return how the field understands what was typed, where that may need saying."""
        found = read_time(self.text())
        return "" if found is None or self.text() == f"{found:%H:%M}" else f"{found:%H:%M}"

    def _words(self, value: Any) -> str:
        return f"{value:%H:%M}" if isinstance(value, time) else super()._words(value)


def read_time(text: str) -> time | None:
    """Return the hour that a text says on the clock of 24 hours, or ``None``."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    found = _FOUR_FIGURES.fullmatch(plain) or _HOUR.fullmatch(plain)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
