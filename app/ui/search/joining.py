"""Joins the search page with its presenter, and gives it its place in the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.needs import Needs
from app.ui.search.page import SearchPage
from app.ui.search.presenter import SearchPresenter
from app.ui.widgets.navigation import Place
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.services.finding.kept import SavedRow
    from app.ui.services import Services

KEY = "search"


class SearchDeskPage:
    """The search page as the window knows it; the line at the side leads to it, not a place."""

    def __init__(
        self,
        needs: Needs,
        *,
        tell_saved: "Callable[[tuple[SavedRow, ...]], None]",
        copy_link: Callable[[str, UUID], None],
    ) -> None:
        words = QCoreApplication.translate("SearchPage", "Search")
        self.place = Place(KEY, words, "search", "Ctrl+Shift+F", is_listed=False)
        self.command = Command.GO_SEARCH
        self.page = SearchPage(notifier=needs.notifier)
        self.widget: QWidget = self.page
        self.presenter = SearchPresenter(
            self.page,
            tasks=needs.tasks,
            operations=needs.operations,
            changes=needs.changes,
            report_failure=needs.report_failure,
            tell_saved=tell_saved,
        )
        self.page.record_chosen.connect(lambda what: needs.go_to(*what))
        self.page.link_wanted.connect(lambda what: copy_link(*what))
        join(self.page, self.presenter)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        return (self.page.line, self.page.list)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.presenter.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self.presenter.show_body(body_id)

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """A search is about no one meeting."""

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether it is the page that is looked at."""
        if shown:
            self.presenter.enter()
        else:
            self.presenter.leave()

    def leave(self) -> None:
        """Nothing is typed here that could be lost."""


def join(page: SearchPage, presenter: SearchPresenter) -> None:
    """Have the presenter do what is asked for on the page."""
    page.typed.connect(presenter.type)
    page.kind_chosen.connect(presenter.choose_kind)
    page.versions_chosen.connect(lambda every: presenter.choose_versions(every=every))
    page.save_requested.connect(presenter.save)
    page.rename_requested.connect(presenter.rename)
    page.remove_requested.connect(presenter.remove)
