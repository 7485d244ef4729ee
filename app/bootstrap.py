"""Joins the parts: the only module that sees every layer.

The window is painted before its pages, and before any database library, is imported: pages come
right after the first paint, libraries on the worker thread after that.
"""

import gc
import getpass
import signal
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.clock import SystemClock
from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.texts.addresses import Address
    from app.ui.notify import DialogNotifier


class DataFolderUnusable(Misfortune):
    """The folder of workspaces and settings can be neither found nor made."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"JWG Desk cannot use its data folder: {why}.",
            "Make that folder writable, or name another one in the variable JWG_HOME.",
        )


def run_window(path: Path | None, *, record: "Address | None" = None) -> int:
    """Open the window, with the workspace at ``path`` or else the last one or the sample.

    Args:
        path: The workspace.
        record: The record to turn to. A window that is open already turns to it instead.

    Returns:
        The exit code of the program.
    """
    from PySide6.QtWidgets import QApplication

    from app.ui import fonts, one_window, translation
    from app.ui.notify import DialogNotifier

    application = QApplication(sys.argv[:1])
    application.setApplicationName(paths.APPLICATION)
    application.setQuitOnLastWindowClosed(False)
    if record is not None and path is None and one_window.hand_over(str(record)):
        return 0
    fonts.load()
    translation.install(application)
    notifier = DialogNotifier()
    try:
        require_data_folder()
    except DataFolderUnusable as unusable:
        notifier.tell_misfortune(unusable.sentence, unusable.remedy)
        return 1
    return _Launch(application, notifier, path, record).run()


def require_data_folder() -> None:
    """Make the folder of this user's workspaces and settings if need be.

    Raises:
        DataFolderUnusable: if it can be neither found nor made.
    """
    try:
        paths.data_folder()
    except OSError as problem:
        raise DataFolderUnusable(f"{problem.strerror} ({problem.filename})") from problem
    except RuntimeError as problem:  # a “~name” of nobody
        raise DataFolderUnusable(str(problem).rstrip(".")) from problem


def actor() -> str:
    """Return who works here, as the journal names them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"  # a system without names of users


def _log_folder() -> Path:
    try:
        return paths.log_folder()
    except OSError:
        return Path(tempfile.gettempdir())


class _Launch:
    """One run of the window, from the first paint to the last."""

    def __init__(
        self,
        application: "QApplication",
        notifier: "DialogNotifier",
        path: Path | None,
        record: "Address | None",
    ) -> None:
        from app.settings.settings_file import Settings
        from app.ui.crash import log
        from app.ui.crash.hooks import CrashReporter, install
        from app.ui.look import Look
        from app.ui.startup import StartupReport
        from app.ui.theme import Theme
        from app.ui.window.frame import Frame

        self._path = path
        self._record = record
        self._application = application
        self._notifier = notifier
        self._startup = StartupReport()
        self._log_folder = _log_folder()
        log.start(self._log_folder)
        self._faults = log.catch_faults(self._log_folder)
        self._reporter = CrashReporter(notifier=notifier, folder=self._log_folder)
        install(self._reporter.report)
        self._clock = SystemClock()
        self._theme = Theme(application)
        self._settings = Settings(paths.settings_file())
        Look(theme=self._theme, settings=self._settings).wear_chosen()
        self._window = Frame(clock=self._clock)
        notifier.parent = self._reporter.window = self._window

    def run(self) -> int:
        from app.settings.options import WINDOW_GEOMETRY

        self._window.painted.connect(self._furnish_soon)
        self._window.put_back(self._settings.value(WINDOW_GEOMETRY))
        self._window.show()
        for request in (signal.SIGINT, signal.SIGTERM):
            signal.signal(request, self._close_soon)
        code = self._application.exec()
        if self._faults is not None:
            self._faults.close()
        return code

    def _close_soon(self, _number: int, _frame: object) -> None:
        """Close as a person would: Ctrl+C in a terminal and the end of a session ask for that."""
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, self._window.close)

    def _furnish_soon(self) -> None:
        from PySide6.QtCore import QTimer

        self._startup.note("painted_ms")
        QTimer.singleShot(0, self._furnish)

    def _furnish(self) -> None:
        from app.ui import one_window, services
        from app.ui.desk import Desk, Surroundings
        from app.ui.tasks import Tasks

        tasks = Tasks(self._window)
        desk = Desk(
            self._window,
            Surroundings(
                theme=self._theme,
                settings=self._settings,
                tasks=tasks,
                clock=self._clock,
                actor=actor(),
                notifier=self._notifier,
                report_mistake=self._reporter.report,
                load_services=services.load,
                sample_path=paths.sample_workspace_path(),
                log_folder=self._log_folder,
            ),
        )
        desk.filled.connect(self._note_filled)
        desk.warmed.connect(gc.freeze)
        desk.closed.connect(self._application.quit)
        desk.start(self._path, record=self._record)
        one_window.listen(self._window, desk.turn_to_link)

    def _note_filled(self) -> None:
        self._startup.note("filled_ms")
        gc.freeze()  # what was imported stays; collecting need not look through it again
