"""Joins the pages of the history and of the trash with their presenters, and with the window."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.needs import Needs
from app.ui.record_history.page import RecordHistoryPage
from app.ui.record_history.presenter import RecordHistoryPresenter
from app.ui.record_history.trash_page import TrashPage
from app.ui.record_history.trash_presenter import TrashPresenter
from app.ui.widgets.navigation import Place
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services

HISTORY, TRASH = "history", "trash"


class HistoryDeskPage:
    """The page of the history as the window knows it; a change has its number for a key."""

    kinds = frozenset({"change"})

    def __init__(self, needs: Needs) -> None:
        words = QCoreApplication.translate("RecordHistory", "History")
        self.place = Place(HISTORY, words, "history", is_listed=False)
        self.command = Command.GO_HISTORY
        self.page = RecordHistoryPage()
        self.widget: QWidget = self.page
        self.presenter = RecordHistoryPresenter(self.page, needs)
        join(self.page, self.presenter, needs)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        return (self.page.list_pane, self.page.change)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.presenter.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """History is told of all bodies."""

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """History is told of all meetings."""

    def show_record(self, kind: str, record_id: UUID) -> None:
        """Turn to a change."""
        self.presenter.show_change(record_id.int)

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether it is the page that is looked at."""
        if shown:
            self.presenter.enter()
        else:
            self.presenter.leave()

    def leave(self) -> None:
        """Nothing is typed here that could be lost."""


class TrashDeskPage:
    """The page of the trash as the window knows it."""

    def __init__(self, needs: Needs) -> None:
        words = QCoreApplication.translate("RecordHistory", "Trash")
        self.place = Place(TRASH, words, "trash-2", is_listed=False)
        self.command = Command.GO_TRASH
        self.page = TrashPage()
        self.widget: QWidget = self.page
        self.presenter = TrashPresenter(self.page, needs)
        join_trash(self.page, self.presenter, needs)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        return (self.page.list_pane, self.page.change)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.presenter.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """The trash is that of all bodies."""

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """The trash is that of all meetings."""

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether it is the page that is looked at."""
        if shown:
            self.presenter.enter()
        else:
            self.presenter.leave()

    def leave(self) -> None:
        """Nothing is typed here that could be lost."""


def join(page: RecordHistoryPage, presenter: RecordHistoryPresenter, needs: Needs) -> None:
    """Have the presenter do what is asked for on the page."""
    pane, change = page.list_pane, page.change
    pane.chosen.connect(presenter.choose)
    pane.narrowed.connect(presenter.narrow)
    pane.more_requested.connect(presenter.read_more)
    pane.whole_requested.connect(presenter.show_whole)
    pane.retry_requested.connect(presenter.try_again)
    change.change_requested.connect(presenter.choose)
    change.more_requested.connect(presenter.show_more_steps)
    change.record_requested.connect(needs.go_to)


def join_trash(page: TrashPage, presenter: TrashPresenter, needs: Needs) -> None:
    """Have the presenter do what is asked for on the page of the trash."""
    pane, change = page.list_pane, page.change
    pane.chosen.connect(presenter.choose)
    pane.restore_requested.connect(presenter.restore)
    pane.more_requested.connect(presenter.read_more)
    pane.retry_requested.connect(presenter.try_again)
    change.change_requested.connect(presenter.choose)
    change.more_requested.connect(presenter.show_more_steps)
    change.record_requested.connect(needs.go_to)
