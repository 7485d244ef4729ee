"""One column of the board: its heading with the number, a button for a new card, and the cards."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.domain.action import BoardColumn
from app.ui.actions import words
from app.ui.actions.card_delegate import CardDelegate
from app.ui.actions.cards import MIME, ROW, Cards
from app.ui.widgets import chip
from app.ui.widgets.clearing import clear
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.follow_up.sheets import FollowUpRow

_MOVES = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CardList(QListView):
    """The cards of a column.

    Signals:
        left: The keyboard shall go one column to the left (-1) or right (1).
        pushed: The chosen card shall go one column to the left (-1) or right (1).
        dropped: The id of a card of another column that was dropped here.
        opened: The card shall be opened.
        menu_wanted: Its menu shall be shown at a place on the screen.
    """

    left = Signal(int)
    pushed = Signal(int)
    dropped = Signal(object)
    opened = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, cards: Cards, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(cards)
        self.setItemDelegate(CardDelegate(self))
        self.setProperty("cls", "cards")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._want_menu)
        self.activated.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows lead to the next column, and with Alt and Shift move the card there."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & _MOVES == _MOVES:
            self.pushed.emit(step)
        elif step is not None and not event.modifiers() & _MOVES:
            self.left.emit(step)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cards of other columns, and nothing else."""
        self._take_or_leave(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take cards of other columns, and nothing else."""
        self._take_or_leave(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which card was dropped; nothing moves before it is agreed."""
        if not event.mimeData().hasFormat(MIME) or event.source() is self:
            event.ignore()
            return
        told = bytes(event.mimeData().data(MIME).data()).decode()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the view it came from keeps it till then
        event.accept()
        self.dropped.emit(UUID(told))

    def _take_or_leave(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME) and event.source() is not self:
            event.acceptProposedAction()
        else:
            event.ignore()

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None:
            self.opened.emit(row.id)

    def _want_menu(self, place: QPoint) -> None:
        if self.currentIndex().isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))


class BoardColumnView(QFrame):
    """A column of the board.

    Signals:
        new_requested: A new action item shall be entered here.
        chosen: The id of the card that the keyboard is on, or ``None``.
    """

    new_requested = Signal(object)
    chosen = Signal(object)

    def __init__(self, column: BoardColumn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column
        self.setObjectName(f"column_{column.value}")
        self.setProperty("cls", "column")
        heading = words.say_column(column)
        self.cards = Cards(self)
        self.list = CardList(self.cards)
        self.list.setObjectName(f"cards_{column.value}")
        self.list.setAccessibleName(heading)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self._count = QHBoxLayout()
        self._add = IconButton(
            "plus",
            self.tr("New action item in “{column}”").format(column=heading),
            name=f"new_in_{column.value}",
            kind="small_ghost",
        )
        self._add.clicked.connect(partial(self.new_requested.emit, column))
        self._lay_out(heading)
        self.setFocusProxy(self.list)

    def show_rows(self, rows: "Sequence[FollowUpRow]", today: date) -> None:
        """Show these cards; the one that was chosen stays so."""
        before = self.current_id()
        place = self.list.verticalScrollBar().value()
        self.cards.show(rows, today)
        clear(self._count)
        self._count.addWidget(chip.count(len(rows)))
        if before is not None:
            self.choose(before)
        self.list.verticalScrollBar().setValue(place)

    def offer_new(self, *, offered: bool) -> None:
        """Offer the button for a new card, or not."""
        self._add.setVisible(offered)
        self.list.setDragEnabled(offered)
        self.list.setAcceptDrops(offered)

    def current_id(self) -> UUID | None:
        """Return the id of the card that the keyboard is on."""
        row = self.list.currentIndex().data(ROW)
        return row.id if row is not None else None

    def choose(self, action_id: UUID) -> bool:
        """Put the keyboard on a card; say whether it is here."""
        place = self.cards.place_of(action_id)
        if place < 0:
            return False
        self.list.setCurrentIndex(self.cards.index(place))
        return True

    def go_near(self, height: int) -> bool:
        """Put the keyboard on the card nearest to a height; say whether there is one."""
        if not self.cards.rowCount():
            return False
        index = self.list.indexAt(QPoint(8, max(4, height)))
        if not index.isValid():
            index = self.cards.index(self.cards.rowCount() - 1)
        self.list.setCurrentIndex(index)
        self.list.setFocus()
        return True

    def _lay_out(self, heading: str) -> None:
        icon, token = words.ICONS[self.column]
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 8, 2)
        head.setSpacing(8)
        head.addWidget(IconLabel(icon, token))
        head.addWidget(ElidingLabel(heading, "h3"))
        head.addLayout(self._count)
        head.addStretch(1)
        head.addWidget(self._add)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 6)
        down.setSpacing(4)
        down.addLayout(head)
        down.addWidget(self.list, 1)

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = index.data(ROW)
        self.chosen.emit(row.id if row is not None else None)
