"""Does slow work beside the window, so that it never freezes.

One worker thread serves every job that touches a workspace, in the order asked: SQLite then has
one writer, and a later read sees what an earlier write did.
"""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from app.ui import steps
from app.ui.collecting import Collector

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]
TURN = 0.00005
"""Seconds after which a thread at work lets another in. Every call into Qt gives its turn away, and
with Python's own 5 ms waits as long to have it back while the worker is at work."""


class TaskRunner(Protocol):
    """What presenters need: run work elsewhere, hear of its end on the window's thread."""

    def run(self, work: Work, done: Done, failed: Failed) -> None:
        """Start the work; exactly one of ``done`` and ``failed`` is called when it ends."""
        ...


class Tasks(QObject):
    """Runs work on the one worker thread of a thread pool, and lets pages be filled in steps."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        self._collector = Collector(self)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._ended.connect(self._call_back, Qt.ConnectionType.QueuedConnection)
        steps.allow(allowed=True)
        self.destroyed.connect(partial(steps.allow, allowed=False))

    def run(self, work: Work, done: Done, failed: Failed) -> None:
        """Start the work; exactly one of ``done`` and ``failed`` is called when it ends."""
        self._pool.start(_Job(work, done, failed, self._ended.emit))

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Wait for all work to end, when the program closes; say whether it did."""
        return self._pool.waitForDone(milliseconds)

    @Slot(object)
    def _call_back(self, answer: Callable[[], None]) -> None:
        answer()


class _Job(QRunnable):
    def __init__(
        self, work: Work, done: Done, failed: Failed, ended: Callable[[object], None]
    ) -> None:
        super().__init__()
        self._work = work
        self._done = done
        self._failed = failed
        self._ended = ended

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as problem:  # handed over whole, not swallowed
            self._ended(partial(self._failed, problem))
        else:
            self._ended(partial(self._done, result))


class ImmediateTasks:
    """Does the work at once on the calling thread: for pictures and for tests."""

    def run(self, work: Work, done: Done, failed: Failed) -> None:
        """Do the work and call back before returning."""
        try:
            result = work()
        except Exception as problem:  # handed over whole, not swallowed
            failed(problem)
        else:
            done(result)
