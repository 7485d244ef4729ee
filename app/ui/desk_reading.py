"""Turns the window into a reader while a pack is open: its places, and no command that edits."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton

from app.ui.window.commands import Command
from app.ui.window.frame import Frame
from app.ui.window.reading import EDITING, PLACES, READING, WORKING

if TYPE_CHECKING:
    from app.services.packs.reading import PackInHand
    from app.ui.meetings.meeting_view import MeetingView

_HEARD, _KEPT_BACK = "heard_by_reader", "kept_back_from_reader"
_TABLES = {
    "rules": ("rule_document",),
    "meetings": ("meeting",),
    "decisions": ("decision",),
    "persons": ("person",),
}
_TABS = {
    "overview": ("meeting",),
    "delegations": ("delegate",),
    "agenda": ("agenda_item",),
    "minutes": ("minutes",),
    "papers": ("paper",),
}


class DeskReading:
    """What the window hides while a pack is open.

    Attributes:
        is_on: Whether a pack is open.
    """

    def __init__(self, window: Frame, meeting: "MeetingView") -> None:
        self._window = window
        self._meeting = meeting
        self.is_on = False
        self._places: list[str] = []
        window.menu_bar.offer_only(WORKING)
        line = window.pack_line
        line.larger_requested.connect(window.menu_bar.action(Command.TEXT_LARGER).trigger)
        line.smaller_requested.connect(window.menu_bar.action(Command.TEXT_SMALLER).trigger)

    def turn(self, pack: "PackInHand | None") -> None:
        """Offer what a reader does with a pack, or all that is done in a workspace."""
        self.is_on = pack is not None
        held = _held(pack)
        shown = [key for key in PLACES if self._window.has_place(key)]
        self._places = [key for key in shown if _has(held, _TABLES[key])] or shown[:1]
        places, tabs, commands = None, None, WORKING
        if pack is not None:
            places = frozenset(self._places)
            tabs = frozenset(key for key in _TABS if _has(held, _TABS[key]))
            commands = READING - {PLACES[key] for key in PLACES if key not in places}
        self._window.menu_bar.offer_only(commands)
        self._window.sidebar.navigation.show_only(places)
        self._meeting.show_only(tabs)

    def arrive(self) -> None:
        """Go to what a pack is read for, now that the pages have been turned to it."""
        for name in EDITING:
            for button in self._window.findChildren(QPushButton, name):
                button.setVisible(not self.is_on)
        if self.is_on:
            self._listen_to_menus()
            self._window.go_to(self._places[0])

    def _listen_to_menus(self) -> None:
        """Have every menu of a page show only what can be done with what is in hand."""
        above = set(self._window.menu_bar.findChildren(QMenu))
        for menu in self._window.findChildren(QMenu):
            if menu not in above and not menu.property(_HEARD):
                menu.setProperty(_HEARD, "yes")
                menu.aboutToShow.connect(partial(self._trim, menu))

    def _trim(self, menu: QMenu) -> None:
        for action in menu.actions():
            if action.property(_KEPT_BACK):  # whether it is enabled shows once it is visible
                action.setVisible(True)
            is_gone = self.is_on and not action.isSeparator() and not action.isEnabled()
            action.setProperty(_KEPT_BACK, is_gone)
            if is_gone:
                action.setVisible(False)


def _held(pack: "PackInHand | None") -> Mapping[str, int] | None:
    """Return how many rows a pack says it has of each table; nothing where it cannot say."""
    manifest = pack.verification.manifest if pack is not None else None
    return {name: rows for name, (rows, _) in manifest.tables.items()} if manifest else None


def _has(held: Mapping[str, int] | None, tables: tuple[str, ...]) -> bool:
    return held is None or any(held.get(table, 0) for table in tables)
