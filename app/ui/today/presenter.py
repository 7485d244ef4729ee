"""Reads the start page of the body in hand, and anew when something has changed."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.today.view import TodayView

if TYPE_CHECKING:
    from app.services.today.sheets import TodaySheet
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner


class TodayPresenter:
    """Keeps a TodayView in step with the workspace, while somebody looks."""

    def __init__(
        self,
        view: TodayView,
        *,
        tasks: "TaskRunner",
        changes: "ChangeBus",
        report_failure: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._report_failure = report_failure
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._body_id: UUID | None = None
        self._is_looked_at = False
        self._turn = 0
        changes.subscribe(self._hear)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; nothing is read before somebody looks."""
        self._services, self._workspace, self._language = services, workspace, language
        self._body_id = None

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._body_id = body_id
        if self._is_looked_at:
            self.read()

    def enter(self) -> None:
        """Hear that the page is looked at; what is late may have changed overnight."""
        self._is_looked_at = True
        self.read()

    def leave(self) -> None:
        """Hear that nobody looks any more."""
        self._is_looked_at = False

    def read(self) -> None:
        """Read the page."""
        services, body_id = self._services, self._body_id
        if services is None:
            return
        if body_id is None:
            self._view.show_nothing()
            return
        self._turn += 1
        work = partial(
            services.today_sheets.read, self._workspace, body_id=body_id, language=self._language
        )
        self._tasks.run(work, partial(self._take, self._turn), partial(self._fail, self._turn))

    def _hear(self, change: "ChangeSet") -> None:
        if self._is_looked_at:
            self.read()

    def _take(self, turn: int, sheet: "TodaySheet") -> None:
        if turn == self._turn:
            self._view.show_today(sheet)

    def _fail(self, turn: int, problem: Exception) -> None:
        if not isinstance(problem, Misfortune):
            self._report_failure(problem)
        elif turn == self._turn:
            self._view.show_problem(problem.sentence, problem.remedy)
