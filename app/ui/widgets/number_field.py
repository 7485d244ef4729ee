"""A field for a whole number, which says what is wrong instead of correcting it."""

from PySide6.QtWidgets import QWidget

from app.ui.widgets.field import LineField

_LARGEST = 2**31 - 1


class NumberField(LineField):
    """A whole number from a smallest to a largest; perhaps none."""

    def __init__(
        self,
        *,
        minimum: int = 0,
        maximum: int = _LARGEST,
        optional: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._minimum = minimum
        self._maximum = maximum
        self._optional = optional

    def value(self) -> int | str | None:
        """Return the number; ``None`` for an empty field; what was typed where it is no number."""
        if not self.text():
            return None
        number = _number(self.text())
        return self.text() if number is None else number

    def problem(self) -> str:
        """Return in words what is wrong with what was typed; nothing if it can be read."""
        if not self.text():
            return "" if self._optional else self.tr("Enter a number.")
        number = _number(self.text())
        if number is None:
            return self.tr("Enter a whole number in figures, such as 3.")
        if self._minimum <= number <= self._maximum:
            return ""
        if self._maximum == _LARGEST:
            told = self.tr("Enter a number that is {minimum} or more.")
        else:
            told = self.tr("Enter a number from {minimum} to {maximum}.")
        return told.format(minimum=self._minimum, maximum=self._maximum)


def _number(text: str) -> int | None:
    """Figures of every script are read; int() alone would also take "1_000"."""
    digits = text.replace("−", "-")
    if not digits.lstrip("-").isdecimal():
        return None
    try:
        return int(digits)
    except ValueError:
        return None
