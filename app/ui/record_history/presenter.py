"""Decides what the page of the history shows, and reads it a page at a time."""

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.needs import Needs

if TYPE_CHECKING:
    from app.services.history_view.pages import HistoryPage, HistoryRow, Named
    from app.services.history_view.sheets import ChangeSheet
    from app.ui.changes import ChangeSet
    from app.ui.record_history.view import HistoryPageView
    from app.ui.services import Services

_PAGE = 200
_STEPS = 200


class RecordHistoryPresenter:
    """Keeps a HistoryPageView in step with the workspace while it is looked at."""

    def __init__(self, view: "HistoryPageView", needs: Needs) -> None:
        self._view = view
        self._tasks = needs.tasks
        self._report_failure = needs.report_failure
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._conditions: dict[str, Any] = {}
        self._record: tuple[str, UUID] | None = None
        self._rows: tuple[HistoryRow, ...] = ()
        self._next: int | None = None
        self._chosen: int | None = None
        self._steps = _STEPS
        self._turn = 0
        self._is_reading = False
        self._is_watched = False
        self._is_stale = True
        self._is_other_list = False
        needs.changes.subscribe(self._read_again)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language
        self._rows, self._chosen, self._record = (), None, None
        self._view.show_record(None)
        self._view.show_none()
        self._refresh()

    def enter(self) -> None:
        """Begin to show: the page is looked at now."""
        self._is_watched = True
        if self._is_stale:
            self._refresh()

    def leave(self) -> None:
        """Rest: the page is not looked at any more."""
        self._is_watched = False

    def try_again(self) -> None:
        """Read anew what could not be read."""
        self._refresh()

    def narrow(self, conditions: dict[str, Any]) -> None:
        """Show only what meets all the conditions."""
        if conditions != self._conditions:
            self._conditions = conditions
            self._start_over()

    def show_record(self, kind: str, record_id: UUID) -> None:
        """Show the history of one record, and of what belongs to it."""
        self._record = (kind, record_id)
        if self._services is not None:
            verb = self._services.history_pages.name_record
            asked = {"kind": kind, "record_id": record_id, "language": self._language}
            name = partial(verb, self._workspace, **asked)
            self._tasks.run(name, partial(self._take_name, self._record), self._report_failure)
        self._start_over()

    def show_whole(self) -> None:
        """Show the history of everything again."""
        self._record = None
        self._view.show_record(None)
        self._start_over()

    def show_change(self, number: int) -> None:
        """Show one change, in the history of everything."""
        self._record = None
        self._view.show_record(None)
        self._chosen, self._steps = number, _STEPS
        self._refresh()

    def choose(self, number: int | None) -> None:
        """Show a change, or none."""
        self._chosen, self._steps = number, _STEPS
        if number is None:
            self._view.show_none()
        else:
            self._read_sheet()

    def show_more_steps(self) -> None:
        """Read more of the change that is shown."""
        self._steps *= 5
        self._read_sheet()

    def read_more(self) -> None:
        """Read the next page of the list, if there is one and none is being read."""
        if self._next is not None and not self._is_reading and self._is_watched:
            self._read_page(before=self._next, limit=_PAGE)

    def _take_name(self, record: tuple[str, UUID], named: "Named") -> None:
        if record == self._record:
            self._view.show_record(named)

    def _start_over(self) -> None:
        self._rows, self._is_other_list = (), True
        self._refresh()

    def _read_again(self, _change: "ChangeSet") -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Read all anew; what was asked before has no say any more."""
        self._turn += 1
        self._is_stale = True
        services = self._services
        if not self._is_watched or services is None:
            return
        self._is_stale = False
        self._view.show_reading()
        self._read_page(before=None, limit=max(_PAGE, len(self._rows)))
        actors = partial(services.history_pages.list_actors, self._workspace)
        self._tasks.run(actors, self._view.offer_actors, self._report_failure)
        if self._chosen is not None:
            self._read_sheet()

    def _read_page(self, *, before: int | None, limit: int) -> None:
        services, turn = self._services, self._turn
        if services is None:
            return
        self._is_reading = True
        verbs = services.history_pages
        asked = {**self._conditions, "record": self._record}
        workspace, language = self._workspace, self._language

        def read() -> "HistoryPage":
            page: HistoryPage = verbs.list_page(
                workspace,
                sought=verbs.Sought(**asked),
                before=before,
                limit=limit,
                language=language,
            )
            return page

        take = partial(self._take, turn, before is not None)
        self._tasks.run(read, take, partial(self._fail, turn))

    def _take(self, turn: int, follows: bool, page: "HistoryPage") -> None:  # noqa: FBT001
        if turn != self._turn:
            return
        self._is_reading = False
        self._rows = (*self._rows, *page.rows) if follows else page.rows
        self._next = page.next
        if self._is_other_list and self._chosen not in {row.id for row in self._rows}:
            self.choose(None)
        self._is_other_list = False
        self._view.show_rows(self._rows, chosen=self._chosen, is_more=self._next is not None)

    def _read_sheet(self) -> None:
        services, number = self._services, self._chosen
        if services is None or number is None or not self._is_watched:
            return
        asked = {"number": number, "limit": self._steps, "language": self._language}
        work = partial(services.history_sheets.show, self._workspace, **asked)
        self._tasks.run(work, self._take_sheet, self._report_failure)

    def _take_sheet(self, sheet: "ChangeSheet") -> None:
        if sheet.row.id == self._chosen:
            self._view.show_sheet(sheet)

    def _fail(self, turn: int, problem: Exception) -> None:
        if turn != self._turn:
            return
        self._is_reading = False
        sentence = getattr(problem, "sentence", "")
        if not sentence:
            self._report_failure(problem)
        else:
            self._view.show_problem(sentence, getattr(problem, "remedy", ""))
