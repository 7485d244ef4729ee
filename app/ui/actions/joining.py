"""Joins the page of action items with its presenter, and gives it its place in the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.action import BoardColumn
from app.ui.actions.page import ActionsPage
from app.ui.actions.presenter import ActionsPresenter
from app.ui.actions.saving import ActionFiles
from app.ui.needs import Needs
from app.ui.widgets import composing
from app.ui.widgets.navigation import Place
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services

KEY = "actions"


class ActionsDeskPage:
    """The page of action items as the window knows it."""

    kinds = frozenset({"action_item"})

    def __init__(self, needs: Needs) -> None:
        say = QCoreApplication.translate
        self.place = Place(KEY, say("ActionsPage", "Action items"), "square-kanban", "Ctrl+4")
        self.command = Command.GO_ACTIONS
        self.page = ActionsPage(notifier=needs.notifier)
        self.widget: QWidget = self.page
        self.presenter = ActionsPresenter(
            self.page,
            tasks=needs.tasks,
            operations=needs.operations,
            changes=needs.changes,
            report_failure=needs.report_failure,
        )
        self.files = ActionFiles(self.page, self.presenter, operations=needs.operations)
        join(self.page, self.presenter, self.files, go_to=needs.go_to)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to."""
        return (self.page.board, self.page.table, self.page.by_meeting, self.page.sheet)

    def take_badge(self, show: Callable[[str], None]) -> None:
        """Tell from now on how many are overdue, in words that fit at the side."""
        self.page.badge_told.connect(partial(_tell_badge, show))

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self.page.save_beside(Path(workspace.path).parent)
        self.files.open(services, workspace, language=language)
        self.presenter.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self.presenter.show_body(body_id)

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Action items are those of the body."""

    def show_record(self, kind: str, record_id: UUID) -> None:
        """Turn to an action item."""
        self.presenter.show_record(record_id)

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether it is the page that is looked at."""
        if shown:
            self.presenter.enter()
        else:
            self.presenter.leave()

    def leave(self) -> None:
        """Finish what is being composed; everything else is saved when it is entered."""
        composing.commit()


def join(
    page: ActionsPage,
    presenter: ActionsPresenter,
    files: ActionFiles,
    *,
    go_to: Callable[[str, UUID], None],
) -> None:
    """Have the presenter do what is asked for on the page."""
    bar, figures, sheet = page.toolbar, page.figures, page.sheet
    bar.mode_chosen.connect(presenter.choose_mode)
    bar.side_chosen.connect(presenter.choose_side)
    bar.meeting_chosen.connect(presenter.choose_meeting)
    bar.new_requested.connect(partial(presenter.start_new, BoardColumn.TO_DO))
    page.start.clicked.connect(partial(presenter.start_new, BoardColumn.TO_DO))
    page.retry.clicked.connect(presenter.try_again)
    figures.filtered.connect(presenter.filter)
    figures.late_toggled.connect(presenter.show_only_late)
    figures.letter_requested.connect(files.save_letter)
    figures.message_requested.connect(files.save_message)
    figures.list_requested.connect(files.save_list)
    figures.calendar_requested.connect(files.save_calendar)
    page.chosen.connect(presenter.choose)
    page.opened.connect(presenter.open_sheet)
    page.sheet_closed.connect(presenter.close_sheet)
    page.report_requested.connect(presenter.start_reporting)
    page.action_submitted.connect(presenter.save_action)
    page.line_submitted.connect(presenter.save_line)
    page.remove_agreed.connect(presenter.remove)
    page.board.moved.connect(presenter.move)
    page.board.new_requested.connect(presenter.start_new)
    page.by_meeting.meeting_chosen.connect(presenter.review_meeting)
    page.by_meeting.carry_requested.connect(presenter.carry)
    sheet.report_requested.connect(presenter.start_reporting)
    sheet.edit_requested.connect(presenter.start_editing)
    sheet.record_requested.connect(go_to)


def _tell_badge(show: Callable[[str], None], late: int) -> None:
    words = QCoreApplication.translate("ActionsPage", "%n late", "", late) if late else ""
    show(words)
