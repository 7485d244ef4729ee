"""Joins the calendar page with its presenter, and gives it its place in the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.calendar.page import CalendarPage
from app.ui.calendar.presenter import CalendarPresenter
from app.ui.needs import Needs
from app.ui.widgets.navigation import Place
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services

KEY = "calendar"


class CalendarDeskPage:
    """The calendar as the window knows it."""

    def __init__(self, needs: Needs) -> None:
        words = QCoreApplication.translate("CalendarPage", "Calendar")
        self.place = Place(KEY, words, "calendar", "Ctrl+3")
        self.command = Command.GO_CALENDAR
        self.page = CalendarPage(notifier=needs.notifier)
        self.widget: QWidget = self.page
        self.presenter = CalendarPresenter(
            self.page,
            tasks=needs.tasks,
            operations=needs.operations,
            changes=needs.changes,
            report_failure=needs.report_failure,
            today=lambda: needs.clock.now().astimezone().date(),
        )
        join(self.page, self.presenter, go_to=needs.go_to)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        return (self.page.month, self.page.year, self.page.timeline, self.page.next.list)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.page.save_beside(Path(workspace.path).parent)
        self.presenter.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self.presenter.show_body(body_id)

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """The calendar is that of the body."""

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether it is the page that is looked at."""
        if shown:
            self.presenter.enter()
        else:
            self.presenter.leave()

    def leave(self) -> None:
        """Nothing is typed here that could be lost."""


def join(
    page: CalendarPage, presenter: CalendarPresenter, *, go_to: Callable[[str, UUID], None]
) -> None:
    """Have the presenter do what is asked for on the page."""
    page.mode_chosen.connect(presenter.choose_mode)
    page.turned.connect(presenter.turn)
    page.today_requested.connect(presenter.go_to_today)
    page.day_chosen.connect(presenter.choose_day)
    page.month_opened.connect(presenter.open_month)
    page.save_requested.connect(presenter.save)
    page.retry_requested.connect(presenter.try_again)
    page.record_chosen.connect(lambda what: go_to(*what))
