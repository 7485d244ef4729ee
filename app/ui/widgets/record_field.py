"""A field for one of the records there are, found by typing a part of its name."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.widgets.field import LineField
from app.ui.widgets.suggestions import SuggestingLine, fold


class RecordField(LineField):
    """One of a list of ``(id, label)``; perhaps none.

    Signals:
        new_wanted: The name of a record that is not in the list and that the user wants to make.
    """

    new_wanted = Signal(str)

    def __init__(
        self,
        pairs: Sequence[tuple[Any, str]] = (),
        *,
        optional: bool = True,
        may_make: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._suggesting = SuggestingLine()
        super().__init__(self._suggesting, parent)
        self._optional = optional
        self._may_make = may_make
        self._pairs: tuple[tuple[Any, str], ...] = ()
        self._chosen: Any = None
        self.set_placeholder(self.tr("Type to find"))
        self._suggesting.picked.connect(self._take)
        self._line.textEdited.connect(self._forget)
        self.offer(pairs)

    def offer(self, pairs: Sequence[tuple[Any, str]], *, also: Sequence[str] = ()) -> None:
        """Offer records; what is chosen stays chosen.

        Args:
            pairs: Each record's id and the label it is shown by.
            also: Other words by which each is found, such as a name in another script.
        """
        self._pairs = tuple(pairs)
        labels = [label for _, label in self._pairs]
        if self._may_make:
            labels.append(self.tr("Add a new one…"))
            also = (*also, "") if also else ()
        self._suggesting.offer(labels, also=also)
        if self._chosen is not None:
            self.set_value(self._chosen)

    def value(self) -> Any:
        """Return the id; ``None`` for an empty field; what was typed where it names no record."""
        if not self.text():
            return None
        if self._chosen is not None:
            return self._chosen
        named = self._named()
        return named[0] if len(named) == 1 else self.text()

    def problem(self) -> str:
        """Return in words what is wrong with what was typed; nothing if it can be read."""
        if not self.text():
            return "" if self._optional else self.tr("Choose one from the list.")
        named = self._named()
        if self._chosen is not None or len(named) == 1:
            return ""
        if named:
            told = self.tr("Several are called “{name}”; choose one from the list.")
        else:
            told = self.tr("“{name}” is not in the list; choose one that is.")
        return told.format(name=self.text())

    def _named(self) -> list[Any]:
        """Return the records whose label is what was typed, each in a list of its own."""
        wanted = fold(self.text())
        return [key for key, label in self._pairs if fold(label) == wanted]

    def _words(self, value: Any) -> str:
        self._chosen = value
        return next((label for key, label in self._pairs if key == value), "")

    def _take(self, place: int) -> None:
        if place == len(self._pairs):
            self.new_wanted.emit(self.text())
            return
        self._chosen, label = self._pairs[place]
        self._line.setText(label)
        self._line.setCursorPosition(0)  # a long label is read from its beginning
        self._tell()
        self._finish()

    def _forget(self) -> None:
        self._chosen = None
