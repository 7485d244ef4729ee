"""Finds the longest time for which the window's thread did not answer: a timer that should tick.

Two clocks are read. The wall clock also counts what other programs took meanwhile; the work of the
thread itself is what can be compared between machines that have more or less else to do.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer


@dataclass(frozen=True)
class Standstill:
    """The longest time without an answer, in milliseconds.

    Attributes:
        wall: As a clock on the wall shows it.
        work: As far as the window's thread itself was at work.
    """

    wall: float = 0.0
    work: float = 0.0

    def or_longer(self, other: "Standstill") -> "Standstill":
        """Return the longer of both, clock by clock."""
        return Standstill(max(self.wall, other.wall), max(self.work, other.work))


class Ticks:
    """Counts how long the window's thread was held up while something was done."""

    def __init__(self) -> None:
        self._last = (0.0, 0.0)
        self._longest = Standstill()
        self._timer = QTimer(interval=0)  # once in every turn of the event loop
        self._timer.timeout.connect(self._tick)

    def longest(self, action: Callable[[], object], done: Callable[[], bool]) -> Standstill:
        """Do something and wait until it is done; return the longest standstill."""
        for _ in range(3):
            QCoreApplication.processEvents()
        self._longest, self._last = Standstill(), _clocks()
        self._timer.start()
        action()
        self._tick()
        deadline = time.perf_counter() + 30
        settled = 0
        while settled < 5:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            # A running event loop does this by itself.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            settled = settled + 1 if done() else 0
            if time.perf_counter() > deadline:
                raise TimeoutError("what was asked for was not done in half a minute")
        self._timer.stop()
        return self._longest

    def _tick(self) -> None:
        now = _clocks()
        wall, work = (1000 * (here - before) for here, before in zip(now, self._last, strict=True))
        self._longest = self._longest.or_longer(Standstill(wall, work))
        self._last = now


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.thread_time()
