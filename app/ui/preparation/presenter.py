"""Keeps the preparation list of the meeting in hand, and has what is done in it entered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.services.meetings import MeetingDetail
    from app.services.parties import PartyChip
    from app.services.preparation import TaskRow
    from app.ui.operations import OperationRunner
    from app.ui.services import Services
    from app.ui.tasks import TaskRunner

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Preparation:
    """The list of a meeting.

    Attributes:
        has_terms: Whether the body's meetings always need something.
        is_ahead: Whether the meeting is still to be held.
        read_only: Whether nothing can be changed.
    """

    rows: "tuple[TaskRow, ...]"
    sides: "tuple[PartyChip, ...]"
    has_terms: bool
    is_ahead: bool
    read_only: bool


class PreparationView(Protocol):
    """What the presenter asks of the tab."""

    def show_list(self, shown: Preparation) -> None:
        """Show the tasks."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why they cannot be shown."""
        ...

    def show_task(self, shown: Preparation, row: "TaskRow | None") -> None:
        """Open the form for a task, or for a new one."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why the open form could not be saved; what was entered stays."""
        ...

    def close_saved(self) -> None:
        """Close the open form: all is saved."""
        ...


class PreparationPresenter:
    """Reads the list when it is looked at, and not before."""

    def __init__(
        self,
        view: PreparationView,
        *,
        tasks: "TaskRunner",
        operations: "OperationRunner",
        report_failure: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._report_failure = report_failure
        self._tasks = tasks
        self._operations = operations
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._detail: MeetingDetail | None = None
        self._shown: Preparation | None = None
        self._editing: TaskRow | None = None
        self._is_looked_at = False

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; no meeting is shown yet."""
        self._services = services
        self._workspace = workspace
        self._language = language
        self._detail = None
        self._shown = None

    def show_meeting(self, detail: "MeetingDetail | None") -> None:
        """Turn to a meeting, or read the list of the one in hand anew."""
        self._detail = detail
        if self._is_looked_at:
            self._read()

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether the list is looked at."""
        was_looked_at, self._is_looked_at = self._is_looked_at, shown
        if shown and not was_looked_at:
            self._read()

    def read_again(self) -> None:
        """Try again what failed."""
        self._read()

    def begin(self) -> None:
        """Give the meeting its list: by the terms of its body, else by the usual ones."""
        services, detail, shown = self._services, self._detail, self._shown
        if services is None or detail is None or shown is None:
            return
        verbs = services.preparation
        if shown.has_terms or detail.row.body_id is None:
            work = partial(verbs.make_tasks, self._workspace, meeting_id=detail.row.id)
        else:
            work = partial(
                verbs.save_offsets,
                self._workspace,
                body_id=detail.row.body_id,
                drafts=verbs.usual_offsets(),
            )
        self._operations.run("Make preparation list", work)

    def start_adding(self) -> None:
        """Open the form for a new task."""
        self._start(None)

    def start_editing(self, row: "TaskRow") -> None:
        """Open the form for a task."""
        self._start(row)

    def save(self, values: Values) -> None:
        """Enter the task as it was filled in."""
        services, detail = self._services, self._detail
        if services is None or detail is None:
            return
        verbs, editing = services.preparation, self._editing
        before = dict(editing.titles) if editing is not None else {}
        draft = verbs.TaskDraft(
            titles=before | {self._language: values["titles"]},
            party_id=values["party_id"],
            due_on=values["due_on"],
            note=values["note"],
            done_on=values["done_on"],
            done_by=values["done_by"],
        )
        if editing is None:
            work = partial(verbs.add_task, self._workspace, meeting_id=detail.row.id, draft=draft)
        else:
            work = partial(verbs.change_task, self._workspace, task_id=editing.id, draft=draft)
        self._operations.run(
            "Add preparation task" if editing is None else "Change preparation task",
            work,
            self._end,
            self._view.show_refused,
        )

    def mark(self, rows: "tuple[TaskRow, ...]", *, done: bool) -> None:
        """Mark tasks as done today, or as not done after all."""
        wanted = tuple(row.id for row in rows if (row.done_on is None) == done)
        if self._services is None or not wanted:
            return
        verbs = self._services.preparation
        verb = verbs.mark_done if done else verbs.mark_not_done
        name = "Mark as done" if done else "Mark as not done"
        self._operations.run(name, partial(verb, self._workspace, task_ids=wanted))

    def take_working_day(self, rows: "tuple[TaskRow, ...]") -> None:
        """Make the working day before the day on which a task is due."""
        row = next((row for row in rows if row.working_day is not None), None)
        if self._services is None or row is None:
            return
        verbs = self._services.preparation
        draft = verbs.TaskDraft(
            titles=dict(row.titles),
            party_id=_key(row),
            due_on=row.working_day,
            note=row.note,
            done_on=row.done_on,
            done_by=row.done_by,
        )
        work = partial(verbs.change_task, self._workspace, task_id=row.id, draft=draft)
        self._operations.run("Change preparation task", work)

    def remove(self, rows: "tuple[TaskRow, ...]") -> None:
        """Take tasks off the list; Undo brings them back."""
        if self._services is None or not rows:
            return
        work = partial(
            self._services.preparation.remove_tasks,
            self._workspace,
            task_ids=tuple(row.id for row in rows),
        )
        self._operations.run("Remove preparation task", work)

    def _start(self, row: "TaskRow | None") -> None:
        if self._shown is not None and not self._shown.read_only:
            self._editing = row
            self._view.show_task(self._shown, row)

    def _read(self) -> None:
        if self._services is not None and self._detail is not None:
            work = partial(self._read_list, self._detail)
            self._tasks.run(work, partial(self._take, self._detail), self._fail)

    def _read_list(self, detail: "MeetingDetail") -> Preparation:
        assert self._services is not None
        verbs = self._services.preparation
        asked = {"meeting_id": detail.row.id, "language": self._language}
        body_id = detail.row.body_id
        terms = (
            verbs.list_offsets(self._workspace, body_id=body_id, language=self._language)
            if body_id is not None
            else ()
        )
        return Preparation(
            rows=verbs.list_for_meeting(self._workspace, **asked),
            sides=verbs.list_sides(self._workspace, **asked),
            has_terms=bool(terms),
            is_ahead=detail.row.status.value not in _OVER,
            read_only=self._workspace.read_only,
        )

    def _take(self, detail: "MeetingDetail", shown: Preparation) -> None:
        if self._detail is not None and detail.row.id == self._detail.row.id:
            self._shown = shown
            self._view.show_list(shown)

    def _fail(self, problem: Exception) -> None:
        if isinstance(problem, Misfortune):
            self._view.show_problem(problem.sentence, problem.remedy)
        else:
            self._report_failure(problem)

    def _end(self, change: Any) -> None:
        self._editing = None
        self._view.close_saved()


def _key(row: "TaskRow") -> UUID | None:
    return row.side.id if row.side is not None else None


_OVER = frozenset({"closed", "record-agreed", "archived", "cancelled"})
