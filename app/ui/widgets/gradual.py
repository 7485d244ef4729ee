"""Fills a layout with many rows a few at a time, so that the window answers in between."""

from collections.abc import Callable, Sequence
from itertools import islice

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

_AT_ONCE = 6
_EACH = 8


class Gradual(QTimer):
    """Does now what is seen at first, and the rest little by little; it ends with its owner."""

    def __init__(self, adders: Sequence[Callable[[], None]], *, owner: QWidget) -> None:
        super().__init__(owner)
        self._rest = iter(adders)
        self.setInterval(0)
        self.timeout.connect(self._go_on)
        self._add(_AT_ONCE)
        if len(adders) > _AT_ONCE:
            self.start()

    def _go_on(self) -> None:
        if self._add(_EACH) < _EACH:
            self.stop()

    def _add(self, most: int) -> int:
        adders = tuple(islice(self._rest, most))
        for adder in adders:
            adder()
        return len(adders)
