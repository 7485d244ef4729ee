"""Joins the history and the trash with the window: of everything, and of the record in hand."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.ui.desk_pages import DeskPages
from app.ui.needs import Needs
from app.ui.record_history.joining import HISTORY, HistoryDeskPage, TrashDeskPage
from app.ui.window.frame import Frame
from app.ui.window.here import Here
from app.ui.window.menus import Command


class DeskHistory:
    """What the window offers to look back: at all that was done, and at what was deleted."""

    def __init__(
        self,
        window: Frame,
        needs: Needs,
        pages: DeskPages,
        *,
        here: Here,
        in_hand: Callable[[], UUID | None],
    ) -> None:
        self._window = window
        self._here = here
        self._in_hand = in_hand
        self.page = HistoryDeskPage(needs)
        self.trash = TrashDeskPage(needs)
        pages.add((self.page, self.trash))

    def commands(self) -> dict[Command, Callable[[], object]]:
        """Return what the menu entries do."""
        return {Command.GO_HISTORY: self.show_whole, Command.RECORD_HISTORY: self.show_here}

    def show_whole(self) -> None:
        """Show what was done in the whole workspace."""
        if self._window.menu_bar.is_workspace_open:
            self.page.presenter.show_whole()
            self._go()

    def show_here(self) -> None:
        """Show the history of the record that the keyboard is on, else of the meeting in hand."""
        if not self._window.menu_bar.is_workspace_open:
            return
        what, meeting_id = self._here.link(), self._in_hand()
        if what is None and meeting_id is not None:
            what = ("meeting", meeting_id)
        if what is None:
            told = QCoreApplication.translate(
                "RecordHistory", "Choose a record to see what was done to it"
            )
            self._window.status_line.show_notice(told)
            return
        self.page.presenter.show_record(*what)
        self._go()

    def _go(self) -> None:
        self._window.go_to(HISTORY)
        self.page.widget.setFocus()
