"""Fills a page in steps, between which the window answers; at once where all work is done at once.

Whoever takes steps builds what is new out of sight, or holds the drawing up, until the last one is
taken: nobody sees half a page.
"""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

_ALLOWED = "takes_steps"
_TURN = 0.012
"""So many seconds at a time are spent on steps, then the window has its turn."""


class Steps(QTimer):
    """Takes one series of steps at a time for its owner; it ends with its owner."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._left: Iterator[None] | None = None
        self._is_taking = False
        self.setInterval(0)
        self.timeout.connect(self._take_some)

    def take(self, steps: Iterator[None]) -> None:
        """Begin a series of steps, each as far as its ``yield``; what was left is dropped."""
        self.drop()
        self._left = steps
        if are_allowed():
            self.start()
        else:
            self.finish()

    def finish(self) -> None:
        """Take now what is left."""
        while self._step():
            pass

    def drop(self) -> None:
        """Leave untaken what is left; the series may tidy up in a ``finally``."""
        left, self._left = self._left, None
        self.stop()
        close = getattr(left, "close", None)
        if close is not None and not self._is_taking:
            close()

    def _take_some(self) -> None:
        """Take steps for a short while: always one, and more where they are short."""
        until = perf_counter() + _TURN
        while self._step() and perf_counter() < until:
            pass

    def _step(self) -> bool:
        """Take a step; say whether more are left."""
        steps = self._left
        if steps is None or self._is_taking:
            return False
        self._is_taking = True
        try:
            next(steps)
        except StopIteration:
            if self._left is steps:
                self._left = None
        except BaseException:
            self._left = None
            raise
        finally:
            self._is_taking = False
            if isValid(self) and self._left is None:
                self.stop()
        return isValid(self) and self._left is not None


def are_allowed() -> bool:
    """Say whether pages may be filled in steps."""
    application = QApplication.instance()
    return application is not None and bool(application.property(_ALLOWED))


def allow(*, allowed: bool) -> None:
    """Let pages be filled in steps from now on, or at once."""
    application = QApplication.instance()
    if application is not None:
        application.setProperty(_ALLOWED, allowed)
