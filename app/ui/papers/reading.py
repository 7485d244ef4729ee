"""Keeps the papers' tab in step with the workspace, and has services do what is asked."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Conflict, Misfortune
from app.ui.papers import sheet as sheets
from app.ui.papers.sheet import PapersSheet

if TYPE_CHECKING:
    from app.services.papers import PaperDetail
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.operations import OperationRunner
    from app.ui.papers.view import PapersView
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

_KINDS = frozenset(
    {"paper", "paper_file", "agenda_paper", "agenda_item", "meeting", "body", "party", "body_party"}
)


class PapersReading:
    """Reads papers while they are looked at, and writes what presenters ask for."""

    def __init__(
        self,
        view: "PapersView",
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        changes: "ChangeBus",
        report_failure: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._meeting_id: UUID | None = None
        self._sheet: PapersSheet | None = None
        self._is_watched = False
        self._is_stale = True
        changes.subscribe(self._note_change, kinds=_KINDS)

    @property
    def sheet(self) -> PapersSheet | None:
        """The papers that are shown."""
        return self._sheet

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; no meeting is shown yet."""
        self._services = services
        self._workspace = workspace
        self._language = language
        self._forget(None)

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Turn to a meeting; the one in hand is read anew only where something has changed."""
        if meeting_id != self._meeting_id:
            self._forget(meeting_id)
        self._refresh_if_watched()

    def look(self, *, shown: bool) -> None:
        """Read while the tab is looked at, and rest otherwise."""
        self._is_watched = shown
        self._refresh_if_watched()

    def refresh(self) -> None:
        """Read the papers anew."""
        self._is_stale = True
        self._refresh_if_watched()

    def _forget(self, meeting_id: UUID | None) -> None:
        self._meeting_id = meeting_id
        self._sheet = None
        self._is_stale = True

    def _note_change(self, _change: "ChangeSet") -> None:
        self.refresh()

    def _refresh_if_watched(self) -> None:
        if not (self._is_watched and self._is_stale) or self._services is None:
            return
        self._is_stale = False
        if self._meeting_id is None:
            self._view.show_nothing()
            return
        self._view.show_reading()
        meeting_id = self._meeting_id
        work = partial(
            sheets.read,
            self._services,
            self._workspace,
            meeting_id=meeting_id,
            language=self._language,
        )
        self._tasks.run(work, partial(self._take_sheet, meeting_id), self._fail)

    def _take_sheet(self, meeting_id: UUID, sheet: PapersSheet) -> None:
        if meeting_id == self._meeting_id:
            self._sheet = sheet
            self._view.show_sheet(sheet)

    def _fail(self, problem: Exception) -> None:
        self._is_stale = True
        if isinstance(problem, Misfortune):
            self._view.show_problem(problem.sentence, problem.remedy)
        else:
            self._report_failure(problem)

    def _papers(self, ids: Sequence[UUID]) -> "tuple[PaperDetail, ...]":
        papers = self._sheet.papers if self._sheet is not None else ()
        return tuple(paper for paper in papers if paper.id in set(ids))

    def _read(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Read something; what goes wrong is told above the list."""
        self._tasks.run(work, done, self._tell)

    def _tell(self, problem: Exception) -> None:
        if isinstance(problem, Misfortune):
            self._view.say_refused(problem)
        else:
            self._report_failure(problem)

    def _do(
        self,
        name: str,
        of: str,
        verb: str,
        *,
        done: Callable[[Any], None] | None = None,
        refused: Callable[[Misfortune], None] | None = None,
        **asked: Any,
    ) -> None:
        if self._services is None:
            return
        work = partial(getattr(getattr(self._services, of), verb), self._workspace, **asked)
        self._operations.run(name, work, done, partial(self._refuse, refused))

    def _refuse(self, refused: Callable[[Misfortune], None] | None, problem: Misfortune) -> None:
        """Tell why nothing was changed; what somebody else changed meanwhile is read first."""
        if isinstance(problem, Conflict):
            self.refresh()
        (refused or self._view.say_refused)(problem)
