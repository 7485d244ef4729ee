"""Joins the parts: the only module that sees every layer.

The window is painted before any database library is imported; what needs them is loaded on the
worker thread afterwards.
"""

import getpass
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.clock import SystemClock

if TYPE_CHECKING:
    from app.ui.services import Services

_SERVICES = (
    "workspaces",
    "bodies",
    "meetings",
    "delegations",
    "agenda",
    "decisions",
    "actions",
    "papers",
    "documents",
    "sample",
)


def run_window(path: Path | None) -> int:
    """Open the window, with the workspace at ``path`` or else the last one or the sample.

    Returns:
        The exit code of the program.
    """
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.settings.settings_file import Settings
    from app.ui import fonts
    from app.ui.crash import log
    from app.ui.crash.hooks import CrashReporter, install
    from app.ui.desk import Desk, Surroundings
    from app.ui.notify import DialogNotifier
    from app.ui.startup import StartupReport
    from app.ui.tasks import Tasks
    from app.ui.theme import Theme

    startup = StartupReport()
    log_folder = paths.log_folder()
    log.start(log_folder)
    faults = log.catch_faults(log_folder)
    application = QApplication(sys.argv[:1])
    application.setApplicationName(paths.APPLICATION)
    application.setQuitOnLastWindowClosed(False)
    fonts.load()
    notifier = DialogNotifier()
    reporter = CrashReporter(notifier=notifier, folder=log_folder)
    install(reporter.report)
    tasks = Tasks()
    desk = Desk(
        Surroundings(
            theme=Theme(application),
            settings=Settings(paths.settings_file()),
            tasks=tasks,
            clock=SystemClock(),
            actor=actor(),
            notifier=notifier,
            report_mistake=reporter.report,
            load_services=load_services,
            sample_path=paths.sample_workspace_path(),
            log_folder=log_folder,
        )
    )
    notifier.parent = reporter.window = desk.window

    def begin() -> None:
        startup.note("painted_ms")
        QTimer.singleShot(0, start)

    def start() -> None:
        desk.start(path)

    def note_filled() -> None:
        startup.note("filled_ms")

    desk.window.painted.connect(begin)
    desk.filled.connect(note_filled)
    desk.closed.connect(application.quit)
    desk.window.show()
    code = application.exec()
    tasks.wait()
    if faults is not None:
        faults.close()
    return code


def load_services() -> "Services":
    """Import the services; slow the first time, because the database libraries come with them."""
    from app.ui.services import Services

    return Services(**{name: import_module(f"app.services.{name}") for name in _SERVICES})


def actor() -> str:
    """Return who works here, as the journal names them."""
    try:
        return getpass.getuser()
    except OSError:
        return "unknown"
