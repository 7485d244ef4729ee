"""Lets Python's garbage collector work on the window's thread only.

The collector runs on whichever thread happens to allocate. On a worker thread it would destroy
widgets there that nobody needs any more, and Qt allows widgets to be destroyed on the window's
thread alone: the program would crash now and then, and nobody could tell why.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MILLISECONDS = 1_000


class Collector(QObject):
    """Collects garbage on the thread it lives on, in place of the automatic collection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self, interval=_INTERVAL_MILLISECONDS)
        self._timer.timeout.connect(self.collect_due)
        self.destroyed.connect(gc.enable)
        gc.disable()
        self._timer.start()

    def collect_due(self) -> int:
        """Collect the generations that the automatic collection would; return how many objects."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), self._thresholds, strict=True)
            )
            if count > threshold
        ]
        return gc.collect(due[-1]) if due else 0
