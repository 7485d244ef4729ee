"""Keeps the pages of the window in step with the workspace, the body and the meeting in hand."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.desk_page import BearsBadge, DeskPage, OffersCommands, ShowsRecords
from app.ui.window.frame import Frame
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services


class DeskPages:
    """The pages that were added so far; each hears what it must, and no more."""

    def __init__(self, window: Frame) -> None:
        self._window = window
        self._pages: list[DeskPage] = []
        self._looked_at = ""
        window.place_changed.connect(self._look_at)

    def add(self, pages: tuple[DeskPage, ...]) -> None:
        """Give pages their places, below those that are there."""
        for page in pages:
            self._window.add_page(page.place, page.widget)
            for pane in page.panes():
                self._window.add_pane(pane, pane.setFocus)
            if isinstance(page, BearsBadge):
                page.take_badge(partial(self._window.sidebar.navigation.show_badge, page.place.key))
            self._pages.append(page)

    def commands(self, is_open: Callable[[], bool]) -> dict[Command, Callable[[], object]]:
        """Return, for each menu entry that leads to a page, what goes there."""

        def going_to(page: DeskPage) -> Callable[[], object]:
            return lambda: self._go_to(page) if is_open() else None

        found = {page.command: going_to(page) for page in self._pages}
        for page in self._pages:
            found |= page.further_commands() if isinstance(page, OffersCommands) else {}
        return found

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn every page to another workspace."""
        for page in self._pages:
            page.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn every page to a body."""
        for page in self._pages:
            page.show_body(body_id)

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Tell every page which meeting is in hand."""
        for page in self._pages:
            page.show_meeting(meeting_id)

    def show_record(self, kind: str, record_id: UUID) -> bool:
        """Turn to the page that shows records of a kind; return whether there is one."""
        for page in self._pages:
            if isinstance(page, ShowsRecords) and kind in page.kinds:
                self._go_to(page)
                page.show_record(kind, record_id)
                return True
        return False

    def leave(self) -> None:
        """Have every page save what is being typed."""
        for page in self._pages:
            page.leave()

    def _go_to(self, page: DeskPage) -> None:
        self._window.go_to(page.place.key)
        page.widget.setFocus()

    def _look_at(self, key: str) -> None:
        for page in self._pages:
            if page.place.key == self._looked_at != key:
                page.leave()
        self._looked_at = key
        for page in self._pages:
            page.looked_at(shown=page.place.key == key)
