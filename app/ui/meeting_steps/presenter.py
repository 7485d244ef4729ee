"""Takes the meeting in hand a step on, with the day and the reason that belong to it."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.services.meetings import MeetingDetail, NextStep
    from app.ui.operations import OperationRunner
    from app.ui.services import Services

Values = Mapping[str, Any]


class StepsView(Protocol):
    """What the presenter asks of the dialogs."""

    def show_step(self, step: "NextStep", values: Values) -> None:
        """Ask on which day a step was taken, and why where that must be said."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why the step could not be taken; what was entered stays."""
        ...

    def close_saved(self) -> None:
        """Close the dialog: the step is taken."""
        ...

    def choose_calendar_file(self, name: str) -> Path | None:
        """Ask where a calendar file shall be written."""
        ...

    def show_saved(self, path: Path) -> None:
        """Say that a file was written."""
        ...


class StepsPresenter:
    """Knows the meeting in hand and what may be done with it."""

    def __init__(self, view: StepsView, *, operations: "OperationRunner", today: "Today") -> None:
        self._view = view
        self._operations = operations
        self._today = today
        self._services: Services | None = None
        self._workspace: Any = None
        self._language = "en"
        self._detail: MeetingDetail | None = None

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; no meeting is in hand yet."""
        self._services = services
        self._workspace = workspace
        self._language = language
        self._detail = None

    def show_meeting(self, detail: "MeetingDetail | None") -> None:
        """Hear which meeting is in hand."""
        self._detail = detail

    def start(self, step: "NextStep") -> None:
        """Ask for what a step needs; one that is hindered is not offered."""
        if self._detail is not None:
            self._view.show_step(step, _proposed(self._detail, step, self._today()))

    def take(self, step: "NextStep", values: Values) -> None:
        """Take the meeting in hand a step on."""
        if self._services is None or self._detail is None:
            return
        meeting_id = self._detail.row.id
        told = {"on": values["on"], "reason": values["reason"]}
        if "planned_starts_on" in values:
            days = {
                "first": values["planned_starts_on"],
                "last": values["planned_ends_on"],
            }
            work = partial(
                self._services.meetings.agree_dates,
                self._workspace,
                meeting_id=meeting_id,
                **days,
                **told,
            )
        else:
            work = partial(
                self._services.meetings.change_status,
                self._workspace,
                meeting_id=meeting_id,
                status=step.status,
                **told,
            )
        self._operations.run(
            f"Mark meeting as {step.status}", work, self._end, self._view.show_refused
        )

    def save_calendar_file(self, *, deadlines: bool) -> None:
        """Write the meeting in hand, or what is due for it, as a calendar file."""
        if self._services is None or self._detail is None:
            return
        meeting_id, verbs = self._detail.row.id, self._services.calendars
        name = verbs.suggest_name(self._workspace, meeting_id=meeting_id, deadlines=deadlines)
        path = self._view.choose_calendar_file(name)
        if path is None:
            return
        verb = verbs.save_deadlines if deadlines else verbs.save_meeting
        asked = {"meeting_id": meeting_id, "path": path, "language": self._language}
        work = partial(verb, self._workspace, **asked)
        self._operations.run("Save calendar file", work, self._view.show_saved)

    def _end(self, change: Any) -> None:
        self._view.close_saved()


class Today(Protocol):
    """Tells the present day."""

    def __call__(self) -> date:
        """Return it."""
        ...


def asks_for_dates(step: "NextStep") -> bool:
    """Return whether a step is the one that fixes the planned days."""
    return step.status.value == "dates-agreed"


def _proposed(detail: "MeetingDetail", step: "NextStep", today: date) -> dict[str, Any]:
    """Return what the fields of a step hold at first; the user looks at it before agreeing."""
    first, last = detail.planned
    if asks_for_dates(step):
        return {
            "planned_starts_on": first,
            "planned_ends_on": last,
            "on": today,
            "reason": "",
        }
    day = today
    if step.status.value == "in-session" and not step.is_resumption:
        day = first if first is not None and first <= today else today
    if step.status.value == "closed":
        opened = detail.row.starts_on or today
        planned = last or first or opened
        day = max(opened, planned if planned <= today else min(today, planned))
    return {"on": day, "reason": ""}
