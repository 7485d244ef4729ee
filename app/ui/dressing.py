"""Changes the dress of an open window in steps, so that it never stands still for long.

A new style sheet over an old one makes Qt dress every widget again for each of its ancestors:
seconds, once all pages were looked at. Taken off first and put on afterwards, it dresses each once;
and what is hidden is left out of that, and dressed little by little before and after.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_SLICE = 120
_DRESSED = Qt.WidgetAttribute.WA_WState_Polished
_LEFT_OUT = Qt.WidgetAttribute.WA_SetStyle


class Dressing(QObject):
    """Takes one dress off the application and puts another one on."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._steps: Iterator[None] = iter(())
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._take_step)

    def change(self, *steps: Callable[[], object]) -> None:
        """Undress, take the steps one after another, and dress again, with time between them.

        What is seen stands still meanwhile: nobody sees the window undressed.
        """
        self.finish()
        self._steps = self._change(steps)
        self._turns.start()

    def finish(self) -> None:
        """Take now the steps that are left."""
        self._turns.stop()
        for _ in self._steps:
            pass

    def _take_step(self) -> None:
        if next(self._steps, self) is self:
            self._turns.stop()

    def _change(self, steps: tuple[Callable[[], object], ...]) -> Iterator[None]:
        still = [each for each in self._application.topLevelWidgets() if each.isVisible()]
        hidden = [
            widget
            for widget in _inside_out(self._application)
            if not widget.isVisible() and widget.testAttribute(_DRESSED)
        ]
        for some in _slices(hidden):
            self._undress(some)
            yield
        for window in still:
            if isValid(window):
                window.setUpdatesEnabled(False)
        self._application.setStyleSheet("")
        yield
        for step in steps:
            step()
            yield
        for window in still:
            if isValid(window):
                window.setUpdatesEnabled(True)
        yield
        for some in _slices(hidden[::-1]):
            self._dress(some)
            yield

    def _undress(self, widgets: list[QWidget]) -> None:
        style = self._application.style()
        for widget in widgets:
            if isValid(widget):
                style.unpolish(widget)
                widget.setAttribute(_DRESSED, False)  # noqa: FBT003 - Qt's own signature
                widget.setAttribute(_LEFT_OUT, True)  # noqa: FBT003

    def _dress(self, widgets: list[QWidget]) -> None:
        style = self._application.style()
        told = QEvent(QEvent.Type.StyleChange)
        for widget in widgets:
            if isValid(widget):
                widget.setAttribute(_LEFT_OUT, False)  # noqa: FBT003
                widget.setAttribute(_DRESSED, True)  # noqa: FBT003
                style.polish(widget)
                QCoreApplication.sendEvent(widget, told)


def _inside_out(application: QApplication) -> list[QWidget]:
    """Return every widget, children before their parents, who hand down font and colours."""
    found: list[QWidget] = []
    for window in application.topLevelWidgets():
        if window.parent() is None:
            found += [window, *window.findChildren(QWidget)]
    return found[::-1]


def _slices(widgets: list[QWidget]) -> Iterator[list[QWidget]]:
    return (widgets[start : start + _SLICE] for start in range(0, len(widgets), _SLICE))
