"""What the history and the trash do alike: a list read page by page, and the change in hand."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from app.ui.needs import Needs

if TYPE_CHECKING:
    from app.services.history_view.sheets import ChangeSheet
    from app.ui.changes import ChangeSet
    from app.ui.record_history.view import ShowsChange
    from app.ui.services import Services

PAGE = 200
STEPS = 200


class ChangeList:
    """Keeps a page with a list of changes in step with the workspace while it is looked at."""

    def __init__(self, page: "ShowsChange", needs: Needs) -> None:
        self._page = page
        self._tasks = needs.tasks
        self._report_failure = needs.report_failure
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._rows: tuple[Any, ...] = ()
        self._next: int | None = None
        self._chosen: int | None = None
        self._steps = STEPS
        self._turn = 0
        self._is_reading = False
        self._is_watched = False
        self._is_stale = True
        needs.changes.subscribe(self._read_again)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._services, self._workspace, self._language = services, workspace, language
        self._rows, self._chosen = (), None
        self._page.show_none()
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

    def choose(self, number: int | None) -> None:
        """Show what a change did, or none."""
        self._chosen, self._steps = number, STEPS
        if number is None:
            self._page.show_none()
        else:
            self._read_sheet()

    def show_more_steps(self) -> None:
        """Read more of the change that is shown."""
        self._steps *= 5
        self._read_sheet()

    def read_more(self) -> None:
        """Read the next page of the list, if there is one and none is being read."""
        if self._next is not None and not self._is_reading and self._is_watched:
            self._read_page(before=self._next, limit=PAGE)

    def _ask_for_rows(
        self, services: "Services", *, before: int | None, limit: int
    ) -> Callable[[], Any]:
        """Return the work that reads a part of the list."""
        raise NotImplementedError

    def _show_rows(self) -> None:
        """Show what was read so far."""
        raise NotImplementedError

    def _refresh_beside(self, services: "Services") -> None:
        """Read what stands beside the list."""

    def _read_again(self, _change: "ChangeSet") -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Read all anew; what was asked before has no say any more."""
        self._turn += 1
        self._is_stale = True
        if not self._is_watched or self._services is None:
            return
        self._is_stale = False
        self._page.show_reading()
        self._read_page(before=None, limit=max(PAGE, len(self._rows)))
        self._refresh_beside(self._services)

    def _read_page(self, *, before: int | None, limit: int) -> None:
        if self._services is None:
            return
        self._is_reading = True
        work = self._ask_for_rows(self._services, before=before, limit=limit)
        take = partial(self._take, self._turn, before is not None)
        self._tasks.run(work, take, partial(self._fail, self._turn))

    def _take(self, turn: int, follows: bool, page: Any) -> None:  # noqa: FBT001
        if turn != self._turn:
            return
        self._is_reading = False
        self._rows = (*self._rows, *page.rows) if follows else page.rows
        self._next = page.next
        self._show_rows()

    def _is_listed(self) -> bool:
        return self._chosen in {row.id for row in self._rows}

    def _read_sheet(self) -> None:
        services, number = self._services, self._chosen
        if services is None or number is None or not self._is_watched:
            return
        asked = {"number": number, "limit": self._steps, "language": self._language}
        work = partial(services.history_sheets.show, self._workspace, **asked)
        self._tasks.run(work, self._take_sheet, self._report_failure)

    def _take_sheet(self, sheet: "ChangeSheet") -> None:
        if sheet.row.id == self._chosen:
            self._page.show_sheet(sheet)

    def _fail(self, turn: int, problem: Exception) -> None:
        if turn != self._turn:
            return
        self._is_reading = False
        sentence = getattr(problem, "sentence", "")
        if not sentence:
            self._report_failure(problem)
        else:
            self._page.show_problem(sentence, getattr(problem, "remedy", ""))
