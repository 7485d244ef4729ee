"""A field with a few given answers, of which one is chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.field import Field


class OptionField(Field):
    """One of several answers; offer ``(None, "…")`` where none is an answer too."""

    def __init__(
        self, pairs: Sequence[tuple[Any, str]] = (), *, parent: QWidget | None = None
    ) -> None:
        self._choice = ChoiceField(name="", spoken="")
        super().__init__(self._choice, parent)
        self._pairs: tuple[tuple[Any, str], ...] = ()
        self.offer(pairs)
        self._choice.chosen.connect(self._tell_chosen)

    def offer(self, pairs: Sequence[tuple[Any, str]]) -> None:
        """Offer other answers, as ``(value, label)``; what is chosen stays chosen if it can."""
        chosen = self.value()
        self._pairs = tuple(pairs)
        self.set_value(chosen if chosen in self._values() else next(iter(self._values()), None))

    def value(self) -> Any:
        """Return the value of the answer that is chosen."""
        place = self._choice.currentIndex()
        return self._choice.itemData(place) if place >= 0 else None

    def setAccessibleName(self, name: str, /) -> None:
        """Say in words what the field is for."""
        super().setAccessibleName(name)
        self._choice.view().setAccessibleName(name)

    def _values(self) -> tuple[Any, ...]:
        return tuple(value for value, _ in self._pairs)

    def _show(self, value: Any) -> None:
        pairs = self._pairs
        if value is not None and value not in self._values():
            pairs = (*pairs, (value, str(value)))  # kept, though it is not offered any more
        self._choice.offer([(label, each) for each, label in pairs], value)
        if value not in tuple(each for each, _ in pairs):
            self._choice.setCurrentIndex(-1)

    def _tell_chosen(self) -> None:
        self._tell()
        self._finish()
