"""Decides what the page of action items shows, and does what its user asks for."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.action import BoardColumn
from app.domain.errors import Misfortune
from app.ui.actions.narrowing import Narrowing, Whose, narrow
from app.ui.actions.view import ByMeeting, Mode, Shown, Values

if TYPE_CHECKING:
    from app.services.follow_up.sheets import ActionSheet, FollowUp
    from app.ui.actions.view import ActionsView
    from app.ui.changes import ChangeBus, ChangeSet
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

KINDS = frozenset(
    {
        "action_item",
        "action_update",
        "meeting_action",
        "meeting",
        "body",
        "body_party",
        "party",
        "organisation",
        "person",
        "decision",
        "agenda_item",
        "store_meta",
    }
)
_WITH_OTHER = "with-other"
_STATUS_OF = {
    BoardColumn.TO_DO: "open",
    BoardColumn.IN_PROGRESS: "in-progress",
    BoardColumn.WITH_OTHER: _WITH_OTHER,
    BoardColumn.DONE: "done",
}


class ActionsPresenter:
    """Keeps an ActionsView in step with the body while it is looked at."""

    def __init__(
        self,
        view: "ActionsView",
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
        self._body_id: UUID | None = None
        self._follow_up: FollowUp | None = None
        self._narrowing = Narrowing()
        self._mode = Mode.BOARD
        self._meeting_id: UUID | None = None
        self._chosen: UUID | None = None
        self._open: UUID | None = None
        self._wanted: UUID | None = None
        self._sheet: ActionSheet | None = None
        self._new_in: BoardColumn | None = None
        self._lines_seen = 0
        self._turn = 0
        self._is_watched = False
        self._is_stale = True
        changes.subscribe(self._read_again, kinds=KINDS)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; its body comes next."""
        self._services, self._workspace, self._language = services, workspace, language
        self.show_body(None)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._body_id = body_id
        self._follow_up = self._sheet = None
        self._narrowing = Narrowing()
        self._meeting_id = self._chosen = self._open = None
        self._view.show_sheet(None)
        self._view.show_badge(0)
        self._count_late()
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

    def show_record(self, action_id: UUID) -> None:
        """Turn to one action item, whatever was left out before."""
        self._narrowing = Narrowing()
        if self._mode is Mode.BY_MEETING:
            self._mode = Mode.BOARD
        self._wanted = self._chosen = self._open = action_id
        self._refresh()

    def choose_mode(self, mode: Mode) -> None:
        """Look at them in another way."""
        self._mode = mode
        self._show()

    def choose_side(self, side: "UUID | Whose") -> None:
        """Show those of a side."""
        self._narrow(replace(self._narrowing, side=side))

    def choose_meeting(self, meeting_id: UUID | None) -> None:
        """Show those that come from a meeting."""
        self._narrow(replace(self._narrowing, meeting_id=meeting_id))

    def filter(self, words: str) -> None:
        """Show those in which words stand."""
        self._narrow(replace(self._narrowing, words=words.strip()))

    def show_only_late(self, only: bool) -> None:  # noqa: FBT001 - a signal calls it
        """Show only what is overdue, or everything again."""
        self._narrow(replace(self._narrowing, late_only=only))

    def review_meeting(self, meeting_id: UUID) -> None:
        """Show what a meeting did with the action items."""
        if meeting_id != self._meeting_id:
            self._meeting_id = meeting_id
            self._read_meetings()

    def choose(self, action_id: UUID | None) -> None:
        """Hear where the keyboard is; what is open beside follows it."""
        self._chosen = action_id
        if action_id is not None and self._open is not None and action_id != self._open:
            self.open_sheet(action_id)

    def open_sheet(self, action_id: UUID) -> None:
        """Show an action item beside the others."""
        self._chosen = self._open = action_id
        self._read_sheet()

    def close_sheet(self) -> None:
        """Close the one beside the others."""
        self._open = self._sheet = None
        self._view.show_sheet(None)

    def start_new(self, column: BoardColumn = BoardColumn.TO_DO) -> None:
        """Open the form for a new action item."""
        if self._follow_up is not None and self._follow_up.can_change:
            self._new_in = column
            self._view.ask_for_action(self._follow_up, None, column)

    def start_editing(self) -> None:
        """Open the form for the action item that is shown."""
        if self._follow_up is not None and self._sheet is not None:
            self._new_in = None
            self._view.ask_for_action(self._follow_up, self._sheet, self._sheet.row.column)

    def start_reporting(self) -> None:
        """Open the form for a line on the action item that the keyboard is on."""
        key = self._chosen or self._open
        if key is not None:
            self._with_sheet(key, partial(self._ask_for_line, column=None))

    def move(self, action_id: UUID, column: BoardColumn) -> None:
        """Open the form for the line with which an action item goes to another column."""
        self._with_sheet(action_id, partial(self._ask_for_line, column=column))

    def save_action(self, values: Values) -> None:
        """Save what the form for an action item says."""
        services, sheet = self._services, self._sheet
        if services is None:
            return
        verbs = services.actions
        if self._new_in is not None:
            asked = {"body_id": self._body_id, "values": values, "column": self._new_in}
            self._save("New action item", partial(verbs.enter, self._workspace, **asked), new=True)
        elif sheet is not None:
            work = partial(
                verbs.change,
                self._workspace,
                action_id=sheet.row.id,
                values=values,
                version=sheet.row.version,
            )
            self._save("Change action item", work)

    def save_line(self, values: Values) -> None:
        """Save what the form for a line says."""
        services, sheet = self._services, self._sheet
        if services is None or sheet is None:
            return
        told = dict(values)
        status = told.pop("status")
        waits = status == _WITH_OTHER
        verbs, action_id, seen = services.actions, sheet.row.id, self._lines_seen

        def work() -> Any:
            line = verbs.ActionUpdate(
                action_id=action_id,
                status_after="in-progress" if waits else status,
                with_other=waits,
                **told,
            )
            return verbs.report(self._workspace, line, lines_seen=seen)

        self._operations.run("Report on action item", work, self._end, self._refuse_line)

    def remove(self) -> None:
        """Take out the action item that is shown."""
        if self._services is not None and self._sheet is not None:
            verb = self._services.actions.remove
            work = partial(verb, self._workspace, action_id=self._sheet.row.id)
            self._operations.run("Remove action item", work, self._forget)

    def body_in_hand(self) -> UUID | None:
        """Return the body whose action items are shown."""
        return self._body_id

    def narrowed_ids(self) -> set[UUID]:
        """Return which action items are shown where some are left out; none for all of them."""
        if self._follow_up is None or not self._narrowing.is_narrow:
            return set()
        rows = narrow(self._follow_up.rows, self._narrowing, ours=self._follow_up.ours)
        return {row.id for row in rows}

    def carry(self) -> None:
        """Carry what is still owed from the meeting that is shown to the next."""
        if self._services is not None and self._meeting_id is not None:
            verb = self._services.action_carrying.carry
            work = partial(verb, self._workspace, meeting_id=self._meeting_id)
            self._operations.run("Carry action items to next meeting", work)

    def _narrow(self, narrowing: Narrowing) -> None:
        if narrowing != self._narrowing:
            self._narrowing = narrowing
            self._show()

    def _ask_for_line(self, sheet: "ActionSheet", *, column: BoardColumn | None) -> None:
        if self._follow_up is None or not self._follow_up.can_change:
            return
        self._sheet, self._lines_seen = sheet, len(sheet.lines)
        taken = {line.meeting_id for line in sheet.lines}
        now = (each.id for each in self._follow_up.meetings if each.is_now)
        here = next((key for key in now if key not in taken), None)
        at_present = sheet.row.column
        status = sheet.row.status if at_present is not BoardColumn.WITH_OTHER else _WITH_OTHER
        self._view.ask_for_line(
            self._follow_up,
            sheet,
            {
                "status": _STATUS_OF[column] if column is not None else status,
                "reported_on": self._follow_up.today,
                "meeting_id": here,
            },
        )

    def _with_sheet(self, action_id: UUID, ask: "Callable[[ActionSheet], None]") -> None:
        if self._services is None:
            return
        work = partial(
            self._services.follow_up.show,
            self._workspace,
            action_id=action_id,
            language=self._language,
        )
        self._tasks.run(work, ask, self._report_failure)

    def _save(self, name: str, work: Callable[[], Any], *, new: bool = False) -> None:
        done = self._end_new if new else self._end
        self._operations.run(name, work, done, self._view.show_refused)

    def _refuse_line(self, problem: Misfortune) -> None:
        """Tell what somebody else has reported; what is saved next is a further line."""
        self._lines_seen = getattr(problem, "line_count", self._lines_seen)
        self._view.show_refused(problem)

    def _end(self, _change: Any) -> None:
        self._view.close_saved()

    def _end_new(self, change: Any) -> None:
        self._view.close_saved()
        self._wanted = self._chosen = change.subject
        self._show()

    def _forget(self, _change: Any) -> None:
        self.close_sheet()

    def _read_again(self, _change: "ChangeSet") -> None:
        self._count_late()
        self._refresh()

    def _count_late(self) -> None:
        if self._services is None or self._body_id is None:
            return
        work = partial(self._services.follow_up.count_late, self._workspace, body_id=self._body_id)
        self._tasks.run(work, partial(self._take_late, self._body_id), self._report_failure)

    def _take_late(self, body_id: UUID, count: int) -> None:
        if body_id == self._body_id:
            self._view.show_badge(count)

    def _refresh(self) -> None:
        """Read all anew; what was asked before has no say any more."""
        self._turn += 1
        self._is_stale = True
        services = self._services
        if not self._is_watched or services is None:
            return
        self._is_stale = False
        if self._body_id is None:
            self._view.show_no_body()
            return
        self._view.show_reading()
        asked = {"body_id": self._body_id, "language": self._language}
        work = partial(services.follow_up.read, self._workspace, **asked)
        failed = partial(self._fail, self._turn)
        self._tasks.run(work, partial(self._take, self._turn), failed)

    def _take(self, turn: int, follow_up: "FollowUp") -> None:
        if turn != self._turn:
            return
        self._follow_up = follow_up
        self._show()
        if self._open is not None:
            self._read_sheet()

    def _show(self) -> None:
        follow_up = self._follow_up
        if follow_up is None:
            return
        rows = narrow(follow_up.rows, self._narrowing, ours=follow_up.ours)
        self._view.show_actions(Shown(follow_up, rows, self._narrowing, self._mode))
        if self._mode is Mode.BY_MEETING:
            self._read_meetings()
        elif self._wanted is not None and any(row.id == self._wanted for row in rows):
            wanted, self._wanted = self._wanted, None
            self._view.choose(wanted)

    def _read_meetings(self) -> None:
        services, body_id = self._services, self._body_id
        if services is None or body_id is None:
            return
        chosen, verbs = self._meeting_id, services.action_carrying
        asked = {"language": self._language}

        def read() -> ByMeeting:
            meetings = verbs.list_meetings(self._workspace, body_id=body_id, **asked)
            held = next((row.id for row in meetings if row.is_over), None)
            first = held or next((row.id for row in meetings), None)
            key = chosen if any(row.id == chosen for row in meetings) else first
            review = verbs.review(self._workspace, meeting_id=key, **asked) if key else None
            return ByMeeting(meetings, review)

        self._tasks.run(read, self._take_meetings, self._report_failure)

    def _take_meetings(self, shown: ByMeeting) -> None:
        self._meeting_id = shown.review.meeting_id if shown.review else None
        self._view.show_by_meeting(shown)

    def _read_sheet(self) -> None:
        key = self._open
        if key is None or self._services is None or not self._is_watched:
            return
        work = partial(
            self._services.follow_up.show, self._workspace, action_id=key, language=self._language
        )
        self._tasks.run(work, self._take_sheet, partial(self._lose_sheet, key))

    def _take_sheet(self, sheet: "ActionSheet") -> None:
        if sheet.row.id == self._open:
            self._sheet = sheet
            self._view.show_sheet(sheet)

    def _lose_sheet(self, key: UUID, problem: Exception) -> None:
        """Close what has gone in the meantime; say so where it was asked for from elsewhere."""
        if not isinstance(problem, Misfortune):
            self._report_failure(problem)
        elif key == self._open:
            if self._wanted == key:
                self._report_failure(problem)
            self._wanted = None
            self.close_sheet()

    def _fail(self, turn: int, problem: Exception) -> None:
        if not isinstance(problem, Misfortune):
            self._report_failure(problem)
        elif turn == self._turn:
            self._view.show_problem(problem.sentence, problem.remedy)
