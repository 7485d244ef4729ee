"""What every page of the window works with, handed to it in one piece."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from app.clock import Clock
from app.settings.settings_file import Settings
from app.ui.changes import ChangeBus
from app.ui.notify import Notifier
from app.ui.operations import Operations
from app.ui.tasks import TaskRunner


@dataclass(frozen=True)
class Needs:
    """What a page works with, and a part of a meeting.

    Attributes:
        tasks: Reads, away from the window's thread.
        operations: Does what the user asked for, under a name the Undo menu shows.
        changes: Tells what a use case has changed.
        notifier: Asks and tells.
        report_failure: Tells a misfortune, or reports a mistake of ours.
        clock: Tells the time.
        settings: What the user chose.
        go_to: Turns the window to a record of a kind.
    """

    tasks: TaskRunner
    operations: Operations
    changes: ChangeBus
    notifier: Notifier
    report_failure: Callable[[Exception], None]
    clock: Clock
    settings: Settings
    go_to: Callable[[str, UUID], None]
