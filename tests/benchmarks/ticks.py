"""Finds the longest time for which the window's thread did not answer: a timer that should tick."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

_TICK_MILLISECONDS = 2


class Ticks:
    """Counts how long the window's thread was held up while something was done."""

    def __init__(self) -> None:
        self._last = 0.0
        self._longest = 0.0
        self._timer = QTimer(interval=_TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)

    def longest(self, action: Callable[[], object], done: Callable[[], bool]) -> float:
        """Do something and wait until it is done; return the longest standstill in milliseconds."""
        for _ in range(3):
            QCoreApplication.processEvents()
        self._longest, self._last = 0.0, time.perf_counter()
        self._timer.start()
        action()
        self._tick()
        deadline = time.perf_counter() + 30
        settled = 0
        while settled < 5:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            settled = settled + 1 if done() else 0
            if time.perf_counter() > deadline:
                raise TimeoutError("what was asked for was not done in half a minute")
        self._timer.stop()
        return self._longest * 1000

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now
