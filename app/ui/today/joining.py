"""Joins the start page with its presenter, and gives it its place in the window."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.needs import Needs
from app.ui.today.page import TodayPage
from app.ui.today.presenter import TodayPresenter
from app.ui.widgets.navigation import Place
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services

KEY = "today"


class TodayDeskPage:
    """The start page as the window knows it."""

    def __init__(self, needs: Needs) -> None:
        words = QCoreApplication.translate("TodayPage", "Today")
        self.place = Place(KEY, words, "sun", "Ctrl+1")
        self.command = Command.GO_TODAY
        self.page = TodayPage()
        self.widget: QWidget = self.page
        self.presenter = TodayPresenter(
            self.page,
            tasks=needs.tasks,
            changes=needs.changes,
            report_failure=needs.report_failure,
        )
        self.page.record_chosen.connect(lambda what: needs.go_to(*what))
        self.page.retry_requested.connect(self.presenter.read)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        page = self.page
        return tuple(each.list for each in (page.for_us, page.for_others, page.drafts))

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.presenter.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self.presenter.show_body(body_id)

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """The start page is that of the body."""

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether it is the page that is looked at."""
        if shown:
            self.presenter.enter()
        else:
            self.presenter.leave()

    def leave(self) -> None:
        """Nothing is typed here that could be lost."""
