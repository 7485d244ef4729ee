"""A column of blocks of which only those that may be looked at are built.

Rooms are kept for the others, so that the scroll bar tells the truth. Blocks are filled a few at a
time, which leaves the window its turn, and are used again for other paragraphs.
"""

from collections.abc import Sequence
from time import perf_counter
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui import steps
from app.ui.appearance import colour, scaled
from app.ui.minutes.block import Block

if TYPE_CHECKING:
    from app.ui.minutes.view import BlockRow

_AT_ONCE = 6
_NEAR = 12
_LEAST_SEEN = 600
_USUAL_HEIGHT = 84
_TURN = 0.012
"""So many seconds at a time are spent on filling blocks, then the window has its turn."""


class BlockColumn(QScrollArea):
    """Shows rows as blocks, from the first that is looked at.

    Signals:
        settled: Everything that may be looked at is filled.
    """

    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows: Sequence[BlockRow] = ()
        self._blocks: list[Block] = []
        self._spare: list[Block] = []
        self._first = 0
        self._filled = 0
        self._floor = 0
        self._wanted: UUID | None = None
        self._inside = _Inside()
        self._above, self._below = QWidget(), QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(8, 8, 8, 24)
        self._column.setSpacing(2)
        for room in (self._above, self._below):
            room.hide()
            self._column.addWidget(room)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._fill)
        self.verticalScrollBar().valueChanged.connect(self._look_round)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks that are filled, from top to bottom."""
        return tuple(self._blocks[: self._filled])

    def block_for(self, key: UUID) -> Block | None:
        """Return the block of a paragraph, if it is built."""
        return next((each for each in self.blocks if each.key == key), None)

    def show_rows(self, rows: Sequence["BlockRow"], *, from_top: bool) -> None:
        """Show rows; those that are shown already keep their blocks and their places."""
        first = 0 if from_top else self._place_of_first(rows)
        was = {block.key for block in self._blocks[: self._filled]}
        self._rows = rows
        self._floor = 0 if from_top else sum(row.id in was for row in rows[first:])
        if from_top:
            self.verticalScrollBar().setValue(0)
        self._begin_at(first)

    def bring(self, key: UUID) -> bool:
        """Have the block of a paragraph built; say whether it is now."""
        if self.block_for(key) is not None:
            return True
        place = next((at for at, row in enumerate(self._rows) if row.id == key), None)
        if place is None:
            return False
        self._wanted = key
        last = self._first + self._filled
        if not self._first <= place < last + _NEAR:
            self._floor = 0
            self._begin_at(max(0, place - 2))
        else:
            self._fill()
        return self.block_for(key) is not None

    def fill_on(self) -> bool:
        """Fill a few more blocks now; say whether there are more to fill."""
        if self._filling.isActive():
            self._filling.stop()
            self._fill()
        return self._filling.isActive()

    def is_busy(self) -> bool:
        """Say whether blocks are still being filled."""
        return self._filling.isActive()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill what comes into view."""
        super().resizeEvent(event)
        self._look_round()

    def make_block(self) -> Block:
        """Return a new block, connected to whoever listens."""
        raise NotImplementedError

    def fill_block(self, block: Block, row: "BlockRow") -> None:
        """Show a row in a block."""
        raise NotImplementedError

    def mark(self, line: int | None) -> None:
        """Draw a line at a height, or none."""
        self._inside.mark(line)

    def _place_of_first(self, rows: Sequence["BlockRow"]) -> int:
        """Return where the paragraph stands now that was at the top of what is built."""
        places = {row.id: at for at, row in enumerate(rows)}
        found = [places[each.key] for each in self.blocks if each.key in places]
        return min((*found, max(len(rows) - 1, 0)))

    def _begin_at(self, first: int) -> None:
        """Fill blocks from a row on; what stays in view keeps its block."""
        self._first = first
        wanted = {row.id for row in self._rows}
        self._spare = [block for block in self._blocks if block.key not in wanted]
        for block in self._spare:
            block.hide()
        self._filled = 0
        self._keep_room()
        self._fill(least=1 if steps.are_allowed() and not self.isVisible() else _AT_ONCE)

    def _fill(self, *, least: int = 1) -> None:
        """Fill a few more blocks below, then above, and leave the window its turn."""
        began = perf_counter()
        done = 0
        while self._needs_more_below():
            self._fill_at(self._filled, self._rows[self._first + self._filled])
            self._filled += 1
            done += 1
            if done >= least and perf_counter() - began > _TURN:
                break
        self._hide_surplus()
        while done < least and self._needs_more_above():
            self._fill_above()
            done += 1
        self._keep_room()
        if self._needs_more_below() or self._needs_more_above():
            self._filling.start()
        else:
            self.settled.emit()

    def _needs_more_below(self) -> bool:
        """Say whether a block below that may be looked at, or is asked for, is not filled yet."""
        if self._first + self._filled >= len(self._rows):
            return False
        if self._filled < self._floor:
            return True
        if self._wanted is not None:
            if self.block_for(self._wanted) is None:
                return True
            self._wanted = None
        height = max(self.viewport().height(), _LEAST_SEEN)
        reach = sum(each.sizeHint().height() for each in self.blocks)
        seen = self.verticalScrollBar().value() - self._room(self._first) + height
        return reach < seen + height / 2 and reach < 3 * height + self._passed()

    def _passed(self) -> int:
        """Return how much of what is built lies above the view."""
        return max(0, self.verticalScrollBar().value() - self._room(self._first))

    def _needs_more_above(self) -> bool:
        height = self.viewport().height()
        top = self.verticalScrollBar().value()
        return self._first > 0 and top < self._room(self._first) + height / 2

    def _fill_above(self) -> None:
        """Build the block before the first one, and keep what is looked at where it is."""
        self._first -= 1
        self._fill_at(0, self._rows[self._first])
        self._filled += 1
        grown = self._blocks[0].sizeHint().height() + self._column.spacing() - self._usual()
        bar = self.verticalScrollBar()
        self._keep_room()
        bar.setValue(round(bar.value() + grown))

    def _fill_at(self, place: int, row: "BlockRow") -> None:
        block = self._block_at(place, row.id)
        self.fill_block(block, row)
        block.show()

    def _block_at(self, place: int, key: UUID) -> Block:
        """Return the block for a paragraph, put at its place in the column.

        A block is moved and never taken out of the window: it would lose the keyboard.
        """
        if place < len(self._blocks) and self._blocks[place].key == key:
            return self._blocks[place]
        block = next((each for each in self._blocks[place:] if each.key == key), None)
        if block is None:
            block = self._spare.pop() if self._spare else self.make_block()
            block.key = key
        if block in self._blocks:
            self._blocks.remove(block)
            self._column.removeWidget(block)
        self._blocks.insert(place, block)
        self._column.insertWidget(place + 1, block)
        return block

    def _hide_surplus(self) -> None:
        """Take out of sight what is not part of what is shown, and use it again."""
        if self._filled < min(self._floor, len(self._rows) - self._first):
            return
        for block in self._blocks[self._filled :]:
            block.hide()
            block.key = UUID(int=0)
        self._spare = list(self._blocks[self._filled :])

    def _keep_room(self) -> None:
        """Let the scroll bar know of the rows that are not built."""
        below = len(self._rows) - self._first - self._filled
        for room, count in ((self._above, self._first), (self._below, below)):
            height = self._room(count)
            if room.height() != height or room.isVisibleTo(self._inside) != (count > 0):
                room.setFixedHeight(height)
                room.setVisible(count > 0)

    def _room(self, count: int) -> int:
        return round(count * self._usual())

    def _usual(self) -> float:
        return scaled(_USUAL_HEIGHT)

    def _look_round(self) -> None:
        """Fill what has come into view; far from what is built, begin anew there."""
        if not self._rows or self._filling.isActive():
            return
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        built = sum(each.height() + self._column.spacing() for each in self.blocks)
        start = self._room(self._first)
        if top > start + built + height or top + height < start - height:
            place = int(top / self._usual()) if top < start else self._place_below(top, built)
            self._floor = 0
            self._begin_at(max(0, min(place, len(self._rows) - 1)))
        elif self._needs_more_below() or self._needs_more_above():
            self._filling.start()

    def _place_below(self, top: int, built: int) -> int:
        beyond = top - self._room(self._first) - built
        return self._first + self._filled + int(beyond / self._usual())


class _Inside(QWidget):
    """What scrolls: the column of blocks, and the line at which a dragged one would be dropped."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet_inside")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(1)
        self._line: int | None = None

    def mark(self, line: int | None) -> None:
        """Draw a line at a height, or none."""
        self._line = line
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._line is not None:
            painter = QPainter(self)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(QRectF(12, self._line - 1, self.width() - 24, 3), 1.5, 1.5)
