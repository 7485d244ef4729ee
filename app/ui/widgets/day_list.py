"""A list of what is due or held, each line with the day in a square, as on a tear-off calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui import dates
from app.ui.appearance import colour, font, scaled
from app.ui.widgets import painted

AnyIndex = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole + 1
_HEIGHT = 54
_NARROW = 340


@dataclass(frozen=True)
class DayRow:
    """One line.

    Attributes:
        day: The day in the square; ``None`` for what has none.
        record: The kind and key of the record it leads to; ``None`` leads nowhere.
        word, hue: The chip at the right.
    """

    day: date | None
    title: str
    detail: str
    record: Any = None
    word: str = ""
    hue: str = "neutral"


class DayTable(QAbstractListModel):
    """Lines in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DayRow, ...] = ()

    def set_rows(self, rows: Sequence[DayRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role of a line holds."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            day = dates.whole_day(row.day) if row.day is not None else ""
            told = (day, row.title, row.word, row.detail)
            return ", ".join(part for part in told if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.title}\n{row.detail}".strip()
        return row if role == _ROW else None


class DayList(QListView):
    """Shows the lines.

    Signals:
        record_chosen: The kind and key of the record of the line that was chosen.
    """

    record_chosen = Signal(object)

    def __init__(self, *, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.table = DayTable(self)
        self.setModel(self.table)
        self.setItemDelegate(_DayDelegate(self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def _tell(self, index: AnyIndex) -> None:
        row: DayRow = index.data(_ROW)
        if row.record is not None:
            self.record_chosen.emit(row.record)


class _DayDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, scaled(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: DayRow = index.data(_ROW)
        painter.save()
        area = QRectF(option.rect)
        painted.ground(painter, option, area.adjusted(1, 1, -1, -1))
        side = scaled(42)
        square = QRectF(area.left() + 6, area.center().y() - side / 2, side, side)
        _paint_day(painter, square, row.day)
        words = area.adjusted(side + 18, 0, -8, 0)
        detail_words = row.detail
        if row.word and area.width() < scaled(_NARROW):
            detail_words = " · ".join(part for part in (row.word, row.detail) if part)
        elif row.word:
            width = painted.chip_width(row.word)
            at = QPointF(words.right() - width, area.center().y() - painted.chip_height() / 2)
            painted.chip(painter, at, row.word, row.hue)
            words.setRight(at.x() - 10)
        title, detail = painted.line_height("medium"), painted.line_height("small")
        top = area.center().y() - (title + detail) / 2
        painted.text(
            painter, QRectF(words.left(), top, words.width(), title), row.title, "medium", "text"
        )
        below = QRectF(words.left(), top + title, words.width(), detail)
        painted.text(painter, below, detail_words, "small", "text2")
        painter.restore()


def _paint_day(painter: QPainter, square: QRectF, day: date | None) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("sunken"))
    painter.drawRoundedRect(square, 6, 6)
    middle = int(Qt.AlignmentFlag.AlignCenter)
    half = square.height() / 2
    painter.setFont(font("h2"))
    painter.setPen(colour("text"))
    if day is None:
        painter.drawText(square, middle, "–")
        return
    painter.drawText(square.adjusted(0, 2, 0, -half + 5), middle, str(day.day))
    painter.setFont(font("micro"))
    painter.setPen(colour("text2"))
    month = dates.short_month(day).upper()
    painter.drawText(square.adjusted(0, half, 0, -3), middle, month)
