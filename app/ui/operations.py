"""Runs what the user asked for: busy state, errors and the news of what changed, in one place."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.errors import Misfortune
from app.ui.changes import ChangeBus
from app.ui.tasks import TaskRunner

logger = logging.getLogger(__name__)


class TellsMisfortune(Protocol):
    """Says to the user what went wrong and what to do next."""

    def tell_misfortune(self, sentence: str, remedy: str) -> None:
        """Show the sentence and its remedy."""
        ...


class OperationRunner(Protocol):
    """What presenters need of operations."""

    def run(
        self,
        name: str,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        refused: Callable[[Misfortune], None] | None = None,
    ) -> None:
        """Do what the user asked for, under the name the user would give it."""
        ...


class Operations(QObject):
    """Runs use cases one after another, away from the window's thread.

    Signals:
        busy_changed: Whether anything is under way now.
        succeeded: The name of a use case that has just ended well.
    """

    busy_changed = Signal(bool)
    succeeded = Signal(str)

    def __init__(
        self,
        *,
        tasks: TaskRunner,
        changes: ChangeBus,
        notifier: TellsMisfortune,
        report_mistake: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._changes = changes
        self._notifier = notifier
        self._report_mistake = report_mistake
        self._under_way = 0

    def run(
        self,
        name: str,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        refused: Callable[[Misfortune], None] | None = None,
    ) -> None:
        """Do what the user asked for, under the name the user would give it.

        Args:
            name: What the log calls it.
            work: What to do; a ChangeSet that it returns is published.
            done: Called with what the work returned.
            refused: Called with a misfortune, where a message box is not the place to tell it.
        """
        logger.info("%s", name)
        self._count(+1)
        ended_well = partial(self._end_well, name, done)
        self._tasks.run(work, ended_well, partial(self._end_badly, name, refused))

    def fail(self, problem: Exception) -> None:
        """Tell a misfortune in words; report anything else as our mistake."""
        if isinstance(problem, Misfortune):
            self._notifier.tell_misfortune(problem.sentence, problem.remedy)
        else:
            self._report_mistake(problem)

    def _end_well(self, name: str, done: Callable[[Any], None] | None, result: Any) -> None:
        self._count(-1)
        if hasattr(result, "kinds") and hasattr(result, "use_case"):
            self._changes.publish(result)
        self.succeeded.emit(name)
        if done is not None:
            done(result)

    def _end_badly(
        self, name: str, refused: Callable[[Misfortune], None] | None, problem: Exception
    ) -> None:
        self._count(-1)
        logger.warning("%s failed: %s", name, problem)
        if refused is not None and isinstance(problem, Misfortune):
            refused(problem)
        else:
            self.fail(problem)

    def _count(self, step: int) -> None:
        was_busy = self._under_way > 0
        self._under_way += step
        if was_busy != (self._under_way > 0):
            self.busy_changed.emit(self._under_way > 0)
