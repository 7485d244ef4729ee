"""The rows of a table as Qt reads them: filtered and sorted here, in memory, in one go.

Made for up to some ten thousand rows; Qt's own sorting proxy is slower by far over Python.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from enum import Enum, IntEnum, auto
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.ui.widgets.record_columns import Column
from app.ui.widgets.suggestions import fold

AnyIndex = QModelIndex | QPersistentModelIndex
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MOVABLE = _PLAIN | Qt.ItemFlag.ItemIsDragEnabled
_NESTING = _MOVABLE | Qt.ItemFlag.ItemIsDropEnabled
_ROWS_IN_A_STEP = 64
_ROWS_ON_THE_MOVE = "application/x-jwg-rows"


class Role(IntEnum):
    """What the delegate asks of a cell beside its text."""

    ICON = Qt.ItemDataRole.UserRole + 1
    CHIP = Qt.ItemDataRole.UserRole + 2
    DEPTH = Qt.ItemDataRole.UserRole + 3


class Drop(Enum):
    """How rows were dropped at another."""

    ABOVE = auto()
    BELOW = auto()
    INTO = auto()


class RecordModel(QAbstractTableModel):
    """Rows and columns.

    Signals:
        dropped: The place of the row that others were dropped at, and how.
    """

    dropped = Signal(int, object)

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        key: Callable[[Any], Hashable],
        depth: Callable[[Any], int] | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self.movable = False
        self.nests = False
        self._depth = depth
        self._indenting = next((at for at, each in enumerate(columns) if each.indents), 0)
        self._all: tuple[Any, ...] = ()
        self._shown: list[Any] = []
        self._folded: dict[Hashable, tuple[Any, str]] = {}
        self._words: tuple[str, ...] = ()
        self._sorted_by: int | None = None
        self._descending = False

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Hold these rows, in the order given unless a column sorts them."""
        self._all = tuple(rows)
        if self._folded:  # a row that is as it was is not read through again
            kept = {self.key(row) for row in self._all}
            self._folded = {key: told for key, told in self._folded.items() if key in kept}
        self._arrange()

    def read_through(self) -> Iterator[None]:
        """Read in steps what a filter looks for in every row, so that it then has it at once."""
        rows: tuple[Any, ...] | None = None
        while rows is not self._all:  # others may have come between two steps
            rows = self._all
            for place, row in enumerate(rows):
                if place % _ROWS_IN_A_STEP == _ROWS_IN_A_STEP - 1:
                    yield
                    if rows is not self._all:
                        break
                self._words_of(row)

    def filter(self, text: str) -> None:
        """Show only rows that have all the words in some column."""
        self._words = tuple(fold(text).split())
        self._arrange()

    def is_filtered(self) -> bool:
        """Say whether a filter is on."""
        return bool(self._words)

    def sorted_by(self) -> tuple[int, Qt.SortOrder] | None:
        """Return the column that sorts the rows, and which way; ``None`` if none does."""
        if self._sorted_by is None:
            return None
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        return self._sorted_by, down if self._descending else up

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 for the order in which the rows were given."""
        self._sorted_by = column if column >= 0 else None
        self._descending = order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def rows(self) -> tuple[Any, ...]:
        """Return the rows that are shown, from top to bottom."""
        return tuple(self._shown)

    def row(self, place: int) -> Any:
        """Return the row at a place."""
        return self._shown[place]

    def count(self) -> int:
        """Return how many rows there are, shown or not."""
        return len(self._all)

    def place_of(self, key: Hashable) -> int:
        """Return where the row with a key stands; -1 if it is not shown."""
        return next((at for at, row in enumerate(self._shown) if self.key(row) == key), -1)

    def places_of(self, keys: Iterable[Hashable]) -> list[int]:
        """Return where the rows with some keys stand, from top to bottom; only those shown."""
        wanted = set(keys)
        return [at for at, row in enumerate(self._shown) if self.key(row) in wanted]

    def depth(self, place: int) -> int:
        """Return how deep a row lies below others."""
        return self._depth(self._shown[place]) if self._depth is not None else 0

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role of a cell holds."""
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.spoken(row) if column.spoken is not None else column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.align_right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return self._look(index, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return what a role of a heading holds."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.align_right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        if index.isValid():
            if not self.movable:
                return _PLAIN
            return _NESTING if self.nests else _MOVABLE
        return Qt.ItemFlag.ItemIsDropEnabled if self.movable else Qt.ItemFlag.NoItemFlags

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that rows may be moved, and nothing else."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return what may be dropped here."""
        return [_ROWS_ON_THE_MOVE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return what a drag carries: the table knows which rows are chosen."""
        carried = QMimeData()
        carried.setData(_ROWS_ON_THE_MOVE, str(id(self)).encode())
        return carried

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Take only rows of this very table."""
        mine = bytes(data.data(_ROWS_ON_THE_MOVE).data()) == str(id(self)).encode()
        return self.movable and mine

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Tell where rows were dropped; they move when the records have moved, and not here."""
        if not self.canDropMimeData(data, action, row, column, parent) or not self._shown:
            return False
        if parent.isValid():
            self.dropped.emit(parent.row(), Drop.INTO if self.nests else Drop.BELOW)
        elif 0 <= row < len(self._shown):
            self.dropped.emit(row, Drop.ABOVE)
        else:
            self.dropped.emit(len(self._shown) - 1, Drop.BELOW)
        return False  # or the view would take the rows away itself

    def _look(self, index: AnyIndex, role: int) -> Any:
        row, column = self._shown[index.row()], self.columns[index.column()]
        if role == Role.ICON:
            return column.icon(row) if column.icon is not None else None
        if role == Role.CHIP:
            return column.chip(row) if column.chip is not None else ""
        if role == Role.DEPTH:
            return self.depth(index.row()) if index.column() == self._indenting else 0
        return None

    def _arrange(self) -> None:
        self.beginResetModel()
        shown = [row for row in self._all if self._has_words(row)]
        if self._sorted_by is not None:
            column = self.columns[self._sorted_by]
            filled = [row for row in shown if not column.sort_value(row)[0]]
            empty = [row for row in shown if column.sort_value(row)[0]]
            filled.sort(key=lambda row: column.sort_value(row)[1], reverse=self._descending)
            shown = [*filled, *empty]
        self._shown = shown
        self.endResetModel()

    def _has_words(self, row: Any) -> bool:
        if not self._words:
            return True
        entry = self._words_of(row)
        return all(word in entry for word in self._words)

    def _words_of(self, row: Any) -> str:
        """Return every word of a row, folded."""
        key = self.key(row)
        read, words = self._folded.get(key, (None, ""))
        if read is not row:
            if read is None or read != row:
                words = fold(" ".join(column.text(row) for column in self.columns))
            self._folded[key] = (row, words)
        return words
