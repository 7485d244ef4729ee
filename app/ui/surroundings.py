"""What the window stands in, handed to it in one piece by whoever opens it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.clock import Clock
from app.settings.settings_file import Settings
from app.ui.notify import Notifier
from app.ui.services import Services
from app.ui.tasks import TaskRunner
from app.ui.theme import Theme


@dataclass(frozen=True)
class Surroundings:
    """What the window stands in: everything that it does not make itself.

    Attributes:
        theme: The dress of the application.
        settings: What the user chose.
        tasks: Does slow work.
        clock: Tells the time.
        actor: Who works here, as the journal names them.
        notifier: Asks and tells.
        report_mistake: Shows a mistake of ours.
        load_services: Imports the services, away from the window's thread.
        sample_path: Where the sample workspace is, or will be.
        log_folder: Where the log is.
    """

    theme: Theme
    settings: Settings
    tasks: TaskRunner
    clock: Clock
    actor: str
    notifier: Notifier
    report_mistake: Callable[[BaseException], None]
    load_services: Callable[[], Services]
    sample_path: Path
    log_folder: Path
