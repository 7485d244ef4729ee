"""Knows which days of which body are looked at, and reads them."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.errors import Misfortune
from app.ui.calendar.days import Mode, shown_days, turned
from app.ui.calendar.view import CalendarView

if TYPE_CHECKING:
    from app.services.calendar_view.sheets import CalendarSheet
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


class CalendarPresenter:
    """Keeps a CalendarView in step with the workspace and with the day that is looked at."""

    def __init__(
        self,
        view: CalendarView,
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        changes: "ChangeBus",
        report_failure: Callable[[Exception], None],
        today: Callable[[], date],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._operations = operations
        self._report_failure = report_failure
        self._today = today
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._body_id: UUID | None = None
        self._mode = Mode.TIMELINE
        self._day = today()
        self._sheet: CalendarSheet | None = None
        self._held: tuple[date, date] | None = None
        self._is_looked_at = False
        self._is_stale = True
        self._turn = 0
        changes.subscribe(self._hear)

    @property
    def day(self) -> date:
        """The day that is looked at."""
        return self._day

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; nothing is read before somebody looks."""
        self._services, self._workspace, self._language = services, workspace, language
        self._day = self._today()
        self.show_body(None)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._body_id, self._sheet, self._is_stale = body_id, None, True
        if self._is_looked_at:
            self._read()

    def enter(self) -> None:
        """Hear that the page is looked at."""
        self._is_looked_at = True
        if self._is_stale:
            self._read()

    def leave(self) -> None:
        """Hear that nobody looks any more."""
        self._is_looked_at = False

    def choose_mode(self, mode: Mode) -> None:
        """Look at a month, a year or several."""
        self._mode = mode
        self._show_or_read()

    def choose_day(self, day: date) -> None:
        """Look at a day."""
        self._day = day
        self._show_or_read()

    def open_month(self, day: date) -> None:
        """Look at the month of a day."""
        self._mode = Mode.MONTH
        self.choose_day(day)

    def turn(self, step: int) -> None:
        """Turn a page on, or back."""
        self.choose_day(turned(self._mode, self._day, step))

    def go_to_today(self) -> None:
        """Look at the present day."""
        self.choose_day(self._sheet.today if self._sheet is not None else self._today())

    def try_again(self) -> None:
        """Read anew what could not be read."""
        self._read()

    def save(self) -> None:
        """Write what is shown as a file for other calendars."""
        sheet, services = self._sheet, self._services
        if sheet is None or services is None:
            return
        first, last = shown_days(self._mode, self._day)
        name = f"{sheet.body} {first:%Y-%m-%d} to {last:%Y-%m-%d}.ics".translate(_FORBIDDEN)
        path = self._view.choose_file(name)
        if path is not None:
            work = partial(
                services.calendar_files.save,
                self._workspace,
                body_id=sheet.body_id,
                first=first,
                last=last,
                path=path,
                language=self._language,
            )
            self._operations.run("Save calendar file", work, self._view.show_saved)

    def _hear(self, change: "ChangeSet") -> None:
        self._is_stale = True
        if self._is_looked_at:
            self._read()

    def _show_or_read(self) -> None:
        """Show what is held already; days off are held for the days that were shown."""
        first, last = shown_days(self._mode, self._day)
        held = self._held
        if self._sheet is not None and held is not None and held[0] <= first and last <= held[1]:
            self._view.show_calendar(self._sheet, mode=self._mode, day=self._day)
        else:
            self._read()

    def _read(self) -> None:
        services, body_id = self._services, self._body_id
        if services is None:
            return
        if body_id is None:
            self._view.show_nothing()
            return
        self._is_stale = False
        self._turn += 1
        # A month before and after the years that are shown: turning a page then needs no reading.
        first, last = shown_days(Mode.TIMELINE, self._day)
        work = partial(
            services.calendar_sheets.read,
            self._workspace,
            body_id=body_id,
            first=first,
            last=last,
            language=self._language,
        )
        taken = partial(self._take, self._turn, (first, last))
        self._tasks.run(work, taken, partial(self._fail, self._turn))

    def _take(self, turn: int, held: tuple[date, date], sheet: "CalendarSheet") -> None:
        if turn != self._turn or sheet.body_id != self._body_id:
            return
        first, last = shown_days(self._mode, self._day)
        self._sheet = sheet
        self._held = (min(first, held[0]), max(last, held[1]))
        self._view.show_calendar(sheet, mode=self._mode, day=self._day)

    def _fail(self, turn: int, problem: Exception) -> None:
        if not isinstance(problem, Misfortune):
            self._report_failure(problem)
        elif turn == self._turn:
            self._is_stale = True
            self._view.show_problem(problem.sentence, problem.remedy)
