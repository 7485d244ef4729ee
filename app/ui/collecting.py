"""Lets Python's garbage collector work on the window's thread only, and when nobody waits for it.

The collector runs on whichever thread happens to allocate. On a worker thread it would destroy
widgets there that nobody needs any more, and Qt allows widgets to be destroyed on the window's
thread alone: the program would crash now and then, and nobody could tell why.

What is young is looked through often, so that it never takes long. Looking through everything takes
as long as a person notices: it waits until the keyboard and the mouse are at rest for a while.
"""

import gc
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

_INTERVAL_MILLISECONDS = 200
_ALL = 2
_REST = 1.5
_LONGEST_WAIT = 300.0
_AT_WORK = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)


class Collector(QObject):
    """Collects garbage on the thread it lives on, in place of the automatic collection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._touched = self._collected = monotonic()
        self._window: QWindow | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
            self._watch(application.focusWindow())
        self._timer = QTimer(self, interval=_INTERVAL_MILLISECONDS)
        self._timer.timeout.connect(self.collect_due)
        self.destroyed.connect(gc.enable)
        gc.disable()
        self._timer.start()

    def collect_due(self) -> int:
        """Collect the generations that are due now; return how many objects."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), self._thresholds, strict=True)
            )
            if count > threshold and (generation < _ALL or self._is_at_rest())
        ]
        if not due:
            return 0
        if due[-1] == _ALL:
            self._collected = monotonic()
        return gc.collect(due[-1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is at work; leave everything to the window."""
        if event.type() in _AT_WORK:
            self._touched = monotonic()
        return False

    def _is_at_rest(self) -> bool:
        now = monotonic()
        return now - self._touched > _REST or now - self._collected > _LONGEST_WAIT

    def _watch(self, window: QWindow | None) -> None:
        """Watch the window that has the keyboard, which few events reach, and no widget."""
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
