"""Fills the menus of a paragraph: what can be done with it, and with the words chosen in it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from app.ui.minutes.asking import Asking
from app.ui.minutes.in_hand import InHand
from app.ui.minutes.page import MinutesPage
from app.ui.minutes.places_pane import title_of
from app.ui.minutes.recording import Recording
from app.ui.minutes.spelling import Spelling
from app.ui.minutes.writing import Writing

if TYPE_CHECKING:
    from app.ui.minutes.page_text import Written


class Menus:
    """Knows what can be done with a paragraph now."""

    def __init__(
        self,
        page: MinutesPage,
        hand: InHand,
        writing: Writing,
        recording: Recording,
        asking: Asking,
        spelling: Spelling,
    ) -> None:
        self._page = page
        self._hand = hand
        self._writing = writing
        self._recording = recording
        self._asking = asking
        self._spelling = spelling

    def fill(self, key: UUID, menu: QMenu) -> None:
        """Fill the menu behind the three dots of a paragraph."""
        written = self._hand.page.find(key)
        if written is None:
            return
        self._add(menu, _said("Write a paragraph below"), partial(self._write_below, written))
        menu.addSeparator()
        up = self._add(menu, _said("Move up"), partial(self._writing.move, key, step=-1))
        up.setShortcut("Alt+Shift+Up")
        down = self._add(menu, _said("Move down"), partial(self._writing.move, key, step=1))
        down.setShortcut("Alt+Shift+Down")
        self._add_places(menu, written)
        level = _said("Make it a point") if written.level else _said("Make it a sub-point")
        deeper = partial(self._writing.describe, key, level=0 if written.level else 1)
        self._add(menu, level, deeper).setShortcut("Shift+Tab" if written.level else "Tab")
        self._add(menu, _said("Join to the one before"), partial(self._join, key))
        menu.addSeparator()
        self._add_records(menu, written)
        menu.addSeparator()
        self._add(menu, _said("Remove the paragraph"), partial(self._writing.remove, key))

    def fill_for_words(self, key: UUID, menu: QMenu, at: QTextCursor) -> None:
        """Add to the menu of the words what can be made of them, and what may be meant."""
        block = self._page.sheet.block_for(key)
        written = self._hand.page.find(key)
        if block is None or written is None or not self._hand.is_open:
            return
        editor = next(
            (each for each in block.editors if each.document() is at.document()), block.editors[0]
        )
        self._spelling.add_suggestions(menu, at, editor)
        menu.addSeparator()
        self._add_records(menu, written)

    def _add_records(self, menu: QMenu, written: "Written") -> None:
        if written.decision is None:
            self._add(menu, _said("Make a decision…"), self._asking.make_decision)
        elif not written.decision.is_final:
            told = _said("Adopt {label}…").format(label=written.decision.label)
            adopt = partial(self._asking.adopt, written.decision.id, written.decision.label)
            self._add(menu, told, adopt)
        if written.action is None:
            self._add(menu, _said("Make an action item…"), self._asking.make_action)
        if written.decision is not None or written.action is not None:
            self._add(menu, _said("Undo the link"), partial(self._recording.unlink, written.id))

    def _add_places(self, menu: QMenu, written: "Written") -> None:
        # Made with its parent: a menu that `addMenu` makes goes with the last name for it here.
        places = QMenu(_said("Move to"), menu)
        menu.addMenu(places)
        table = self._page.places.table
        for at in range(table.rowCount()):
            row = table.row_at(at)
            if row.place != written.place:
                told = f"{row.label}  {title_of(row)}".strip()
                self._add(places, told, partial(self._writing.move_to, written.id, row.place))

    def _write_below(self, written: "Written") -> None:
        self._writing.add(written.place, after=written.id)

    def _join(self, key: UUID) -> None:
        self._writing.join(key, self._hand.language)

    @staticmethod
    def _add(menu: QMenu, told: str, slot: Callable[[], None]) -> QAction:
        action = menu.addAction(told)
        action.triggered.connect(partial(_call, slot))
        return action


def _call(slot: Callable[[], None], _checked: object = None) -> None:
    slot()


def _said(text: str) -> str:
    return QCoreApplication.translate("MinutesMenus", text)
