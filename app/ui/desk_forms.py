"""Joins the forms for bodies and meetings with the window, and says when each can be opened."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.body_settings.presenter import BodySettingsPresenter
from app.ui.body_settings.view import BodySettingsView
from app.ui.body_terms.presenter import BodyTermsPresenter
from app.ui.body_terms.view import BodyTermsView
from app.ui.meeting_steps.presenter import StepsPresenter
from app.ui.meeting_steps.view import StepsView
from app.ui.meetings.more_button import CALENDAR, DEADLINES, EDIT
from app.ui.meetings.page import MeetingsPage
from app.ui.needs import Needs
from app.ui.packs.joining import Packs
from app.ui.past.joining import Past
from app.ui.planning.presenter import PlanningPresenter
from app.ui.planning.view import PlanningView
from app.ui.widgets.zone_field import zones
from app.ui.window.frame import Frame
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.services.meetings import MeetingDetail
    from app.ui.services import Services

_OF_WORKSPACE = (Command.NEW_BODY,)
_OF_BODY = (
    Command.BODY_SETTINGS,
    Command.PREPARATION_TERMS,
    Command.HOLIDAYS,
    Command.BRING_IN_PAST,
    Command.NEW_MEETING,
    Command.BRING_IN_RULES,
    Command.NEW_RULES,
    Command.RULE_SETTINGS,
    Command.NEW_RULE_VERSION,
    Command.DRAFT_RULES,
    Command.ADOPT_RULES,
)
_OF_MEETING = (Command.EDIT_MEETING,)
_OF_ANY_BODY = (Command.MAKE_PACK,)
_READS = (Command.CALENDAR_FILE, Command.CALENDAR_DEADLINES)


class DeskForms:
    """The forms, and what opens them: menus, buttons of the page, the list of bodies."""

    def __init__(
        self,
        window: Frame,
        page: MeetingsPage,
        needs: Needs,
        *,
        body_made: Callable[[UUID], None],
        meeting_planned: Callable[[UUID], None],
    ) -> None:
        self._window = window
        self._page = page
        self._needs = needs
        self._has_body = self._has_meeting = False
        self._read_only = False
        self._planning = self._make_planning(meeting_planned)
        self._steps = self._make_steps()
        self._bodies = self._make_bodies(body_made)
        self._terms = self._make_terms()
        self._packs = Packs(window, needs)
        self._past = Past(window, needs)
        page.new_requested.connect(self._planning.start_planning)
        page.new_body_requested.connect(self._bodies.start_new)
        page.step_requested.connect(self._steps.start)
        page.command_requested.connect(self._obey)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._read_only = bool(workspace.read_only)
        self._has_body = self._has_meeting = False
        for presenter in (self._planning, self._steps, self._bodies, self._terms):
            presenter.open(services, workspace, language=language)
        self._packs.open(services, workspace, language=language)
        self._past.open(services, workspace, language=language)
        # The list of zones is looked up in a folder; a form shall not wait for it.
        self._needs.tasks.run(zones, lambda _zones: None, self._needs.report_failure)
        self._steps_view.save_beside(Path(workspace.path).parent)
        self._page.set_read_only(read_only=self._read_only)
        self._show_what_applies()

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._has_body = body_id is not None
        self._has_meeting = False
        for presenter in (self._planning, self._bodies, self._terms):
            presenter.show_body(body_id)
        self._packs.show_body(body_id)
        self._past.show_body(body_id)
        self._show_what_applies()

    def show_meeting(self, detail: "MeetingDetail | None") -> None:
        """Hear which meeting is in hand."""
        self._has_meeting = detail is not None
        self._planning.show_meeting(detail)
        self._steps.show_meeting(detail)
        self._packs.show_meeting(detail.row.id if detail is not None else None)
        self._show_what_applies()

    def start_new_body(self) -> None:
        """Open the form for a new body."""
        self._bodies.start_new()

    def commands(self) -> dict[Command, Callable[[], object]]:
        """Return what each menu entry does."""
        return {
            **self._packs.commands(),
            **self._past.commands(),
            Command.NEW_BODY: self._bodies.start_new,
            Command.BODY_SETTINGS: self._bodies.start_settings,
            Command.PREPARATION_TERMS: self._terms.start_terms,
            Command.HOLIDAYS: self._terms.start_holidays,
            Command.NEW_MEETING: self._planning.start_planning,
            Command.EDIT_MEETING: self._planning.start_editing,
            Command.CALENDAR_FILE: partial(self._steps.save_calendar_file, deadlines=False),
            Command.CALENDAR_DEADLINES: partial(self._steps.save_calendar_file, deadlines=True),
        }

    def _make_planning(self, planned: Callable[[UUID], None]) -> PlanningPresenter:
        view = PlanningView(window=self._window, notifier=self._needs.notifier)
        presenter = PlanningPresenter(
            view,
            tasks=self._needs.tasks,
            operations=self._needs.operations,
            report_failure=self._needs.report_failure,
            planned=planned,
        )
        view.begun.connect(presenter.begin_from)
        view.followed.connect(presenter.follow)
        view.submitted.connect(presenter.save)
        return presenter

    def _make_steps(self) -> StepsPresenter:
        self._steps_view = StepsView(window=self._window, notifier=self._needs.notifier)
        presenter = StepsPresenter(
            self._steps_view, operations=self._needs.operations, today=self._today
        )
        self._steps_view.submitted.connect(presenter.take)
        return presenter

    def _make_bodies(self, made: Callable[[UUID], None]) -> BodySettingsPresenter:
        view = BodySettingsView(window=self._window, notifier=self._needs.notifier)
        presenter = BodySettingsPresenter(
            view,
            tasks=self._needs.tasks,
            operations=self._needs.operations,
            report_failure=self._needs.report_failure,
            made=made,
            today=self._today,
        )
        view.submitted.connect(presenter.save)
        view.party_wanted.connect(presenter.start_party)
        view.party_edit_wanted.connect(presenter.start_editing_party)
        view.party_submitted.connect(presenter.save_party)
        return presenter

    def _make_terms(self) -> BodyTermsPresenter:
        view = BodyTermsView(window=self._window, notifier=self._needs.notifier)
        presenter = BodyTermsPresenter(
            view,
            tasks=self._needs.tasks,
            operations=self._needs.operations,
            report_failure=self._needs.report_failure,
        )
        view.terms_submitted.connect(presenter.save_terms)
        view.holidays_submitted.connect(presenter.save_holidays)
        return presenter

    def _obey(self, name: str) -> None:
        commands = {
            EDIT: Command.EDIT_MEETING,
            CALENDAR: Command.CALENDAR_FILE,
            DEADLINES: Command.CALENDAR_DEADLINES,
        }
        self.commands()[commands[name]]()

    def _today(self) -> date:
        return self._needs.clock.now().astimezone().date()  # by the computer’s own calendar

    def _show_what_applies(self) -> None:
        """Let the menus offer only what there is something to do with."""
        may_write = not self._read_only
        for commands, applies in (
            (_OF_WORKSPACE, may_write),
            (_OF_BODY, may_write and self._has_body),
            (_OF_MEETING, may_write and self._has_meeting),
            (_OF_ANY_BODY, self._has_body),
            (_READS, self._has_meeting),
        ):
            for command in commands:
                self._window.menu_bar.action(command).setEnabled(applies)
