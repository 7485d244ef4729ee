"""Changes the dress of an open window in steps, so that it never stands still for long.

A new style sheet over an old one makes Qt dress every widget again for each of its ancestors:
seconds, once all pages were looked at. So all are undressed little by little, the style sheet is
changed with nobody wearing it, and all are dressed again little by little, what is seen first.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_SLICE = 120
_SEEN_SLICE = 60
_DRESSED = Qt.WidgetAttribute.WA_WState_Polished
_LEFT_OUT = Qt.WidgetAttribute.WA_SetStyle


class Dressing(QObject):
    """Takes one dress off the application and puts another one on."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._steps: Iterator[None] = iter(())
        self._wanted: Callable[[], Iterator[None]] | None = None
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._take_step)

    def change(
        self, sheet: str, *, mixed: Callable[[], object], told: Callable[[], object]
    ) -> None:
        """Put on another style sheet in steps, between which the window answers.

        What is seen stands still meanwhile: nobody sees the window undressed. Between any two
        steps widgets may be made, moved and destroyed. A change under way is brought to its end
        first, in its steps.

        Args:
            sheet: What to put on.
            mixed: Sets what it builds on, while nothing is worn.
            told: Hears of it once all that is seen is dressed; what is hidden follows.
        """
        self._wanted = partial(self._change, sheet, mixed, told)
        if not self._turns.isActive():
            self._begin()

    def is_busy(self) -> bool:
        """Say whether a change is under way."""
        return self._turns.isActive()

    def finish(self) -> None:
        """Take now the steps that are left."""
        while self._turns.isActive():
            self._take_step()

    def _begin(self) -> None:
        """Begin the change that was asked for last; those between were overtaken by it."""
        self._steps = self._wanted() if self._wanted is not None else iter(())
        self._wanted = None
        self._turns.start()

    def _take_step(self) -> None:
        try:
            is_over = next(self._steps, self) is self
        except BaseException:
            self._turns.stop()
            raise
        if is_over:
            self._turns.stop()
            if self._wanted is not None:
                self._begin()

    def _change(
        self, sheet: str, mixed: Callable[[], object], told: Callable[[], object]
    ) -> Iterator[None]:
        still = [each for each in self._application.topLevelWidgets() if each.isVisible()]
        dressed = [each for each in _inside_out(self._application) if each.testAttribute(_DRESSED)]
        seen = [widget for widget in dressed if widget.isVisible()]
        hidden = [widget for widget in dressed if not widget.isVisible()]
        try:
            for some in _slices(hidden, _SLICE):
                self._undress(some)
                yield
            _let_draw(still, may_draw=False)
            for some in _slices(seen, _SEEN_SLICE):
                self._undress(some)
                yield
            with _left_out(dressed):
                self._application.setStyleSheet("")
            yield
            mixed()
            yield
            with _left_out(dressed):
                self._application.setStyleSheet(sheet)
            yield
            for some in _slices(seen[::-1], _SEEN_SLICE):
                self._dress(some)
                yield
            told()
            yield
        finally:
            _let_draw(still, may_draw=True)
        for some in _slices(hidden[::-1], _SLICE):
            yield
            self._dress(some)

    def _undress(self, widgets: list[QWidget]) -> None:
        style = self._application.style()
        for widget in widgets:
            if isValid(widget):
                style.unpolish(widget)
                widget.setAttribute(_DRESSED, False)  # noqa: FBT003 - Qt's own signature

    def _dress(self, widgets: list[QWidget]) -> None:
        style = self._application.style()
        for widget in widgets:
            if isValid(widget):
                widget.setAttribute(_DRESSED, True)  # noqa: FBT003
                style.polish(widget)
            if isValid(widget):  # whoever hears of new colours may do away with it
                QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def _let_draw(windows: list[QWidget], *, may_draw: bool) -> None:
    for window in windows:
        if isValid(window):
            window.setUpdatesEnabled(may_draw)


@contextmanager
def _left_out(widgets: list[QWidget]) -> Iterator[None]:
    """Have Qt pass these over when it turns to another style sheet.

    Only while it does so: a widget that is moved to another place while it is left out gets a
    style of its own from Qt, one that nobody needs and that knows nothing of the application's.
    """
    left = [each for each in widgets if isValid(each) and not each.testAttribute(_LEFT_OUT)]
    for widget in left:
        widget.setAttribute(_LEFT_OUT, True)  # noqa: FBT003
    try:
        yield
    finally:
        for widget in left:
            if isValid(widget):
                widget.setAttribute(_LEFT_OUT, False)  # noqa: FBT003


def _inside_out(application: QApplication) -> list[QWidget]:
    """Return every widget, children before their parents, who hand down font and colours."""
    found: list[QWidget] = []
    for window in application.topLevelWidgets():
        if window.parent() is None:
            found += [window, *window.findChildren(QWidget)]
    return found[::-1]


def _slices(widgets: list[QWidget], size: int) -> Iterator[list[QWidget]]:
    return (widgets[start : start + size] for start in range(0, len(widgets), size))
