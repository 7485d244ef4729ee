"""Catches what nobody caught, on whatever thread, and shows it once."""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

from app.ui.crash import log
from app.ui.notify import Notifier

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

logger = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_HARMLESS = "This plugin does not support"


class CrashReporter(QObject):
    """Logs a mistake and shows the crash dialog, one at a time."""

    _caught = Signal(object)

    def __init__(self, *, notifier: Notifier, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._folder = folder
        self._dialog: QDialog | None = None
        self.window: QWidget | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def report(self, problem: BaseException) -> None:
        """Log a mistake now and show it soon; may be called from any thread."""
        logger.error("A mistake of ours", exc_info=problem)
        self._caught.emit(problem)

    @Slot(object)
    def _show(self, problem: BaseException) -> None:
        if self._dialog is not None:
            return
        # Imported only now: they are rarely needed and would slow every start.
        from app.ui.crash import report
        from app.ui.crash.dialog import CrashDialog

        text = report.compose(problem, log=log.last_lines(self._folder))
        dialog = CrashDialog(text, notifier=self._notifier, parent=self.window)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _forget(self) -> None:
        self._dialog = None


def install(report_mistake: Callable[[BaseException], None]) -> None:
    """Send every uncaught exception to the reporter, and Qt's own messages to the log."""

    def on_main_thread(
        kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trace)
        else:
            report_mistake(problem)

    def on_other_thread(caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            report_mistake(caught.exc_value)

    sys.excepthook = on_main_thread
    threading.excepthook = on_other_thread
    qInstallMessageHandler(log_qt_message)


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    """Write one of Qt's messages to the log."""
    if message and not message.startswith(_HARMLESS):
        logger.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
