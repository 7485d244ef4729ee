"""The board: four columns of cards, moved by dragging or by keys, each move with a status line."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.domain.action import BoardColumn
from app.ui.actions.column import BoardColumnView

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from app.services.follow_up.sheets import FollowUp, FollowUpRow


class Board(QWidget):
    """Shows action items as cards.

    Signals:
        chosen: The id of the card that the keyboard is on, or ``None``.
        opened: The id of the card that shall be opened.
        moved: The id of a card, and the column that it shall go to.
        new_requested: The column in which an action item shall be entered.
    """

    chosen = Signal(object)
    opened = Signal(object)
    moved = Signal(object, object)
    new_requested = Signal(object)

    def __init__(self, actions: "tuple[QAction, ...]" = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actions_board")
        self._menu = QMenu(self)
        self._menu.addActions(actions)
        self.columns = tuple(BoardColumnView(column) for column in BoardColumn)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        for place, column in enumerate(self.columns):
            across.addWidget(column, 1)
            cards = column.list
            cards.left.connect(partial(self._go, place))
            cards.pushed.connect(partial(self._push, place))
            cards.dropped.connect(partial(self._drop, column.column))
            cards.opened.connect(self.opened)
            cards.menu_wanted.connect(self._show_menu)
            column.chosen.connect(self._tell)
            column.new_requested.connect(self.new_requested)
        self.setFocusProxy(self.columns[0])
        self._can_change = False
        self._is_settling = False

    def show_rows(self, follow_up: "FollowUp", rows: "tuple[FollowUpRow, ...]") -> None:
        """Show these action items."""
        self._can_change = follow_up.can_change
        self._is_settling = True
        for column in self.columns:
            mine = [row for row in rows if row.column is column.column]
            if column.column is BoardColumn.DONE:  # what was closed last comes first
                mine.sort(key=lambda row: row.code)
                mine.sort(key=lambda row: str(row.closed_on or ""), reverse=True)
            column.show_rows(mine, follow_up.today)
            column.offer_new(offered=follow_up.can_change)
        self._is_settling = False

    def current_id(self) -> UUID | None:
        """Return the id of the card that the keyboard is, or was last, on."""
        for column in self.columns:
            if column.list.hasFocus():
                return column.current_id()
        return next((key for each in self.columns if (key := each.current_id())), None)

    def choose(self, action_id: UUID) -> None:
        """Put the keyboard on a card, wherever it hangs."""
        for column in self.columns:
            if column.choose(action_id):
                self.setFocusProxy(column)
                column.list.setFocus()
                return

    def _go(self, place: int, step: int) -> None:
        """Take the keyboard to the next column that has a card, at the same height."""
        cards = self.columns[place].list
        height = cards.visualRect(cards.currentIndex()).center().y()
        places = range(place + step, len(self.columns) if step > 0 else -1, step)
        for other in places:
            if self.columns[other].go_near(height):
                self.setFocusProxy(self.columns[other])
                return

    def _push(self, place: int, step: int) -> None:
        target = place + step
        key = self.columns[place].current_id()
        if self._can_change and key is not None and 0 <= target < len(self.columns):
            self.moved.emit(key, self.columns[target].column)

    def _drop(self, column: BoardColumn, key: UUID) -> None:
        if self._can_change:
            self.moved.emit(key, column)

    def _show_menu(self, place: QPoint) -> None:
        self._menu.popup(place)

    def _tell(self, key: UUID | None) -> None:
        if not self._is_settling:
            for column in self.columns:
                if column is not self.sender() and key is not None:
                    column.list.clearSelection()
            self.chosen.emit(key)
