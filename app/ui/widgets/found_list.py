"""The list of what a search has found: headings, and rows in which the words are marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui import icons
from app.ui.appearance import colour, font, scaled
from app.ui.widgets import painted
from app.ui.widgets.marked import Span, marked

AnyIndex = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole + 1
_HEADING = 30
_ENTRY = 46
_SIDE = 10


@dataclass(frozen=True)
class FoundRow:
    """One row.

    Attributes:
        title: What it is called; of a heading, the heading.
        what: What is told when it is chosen; ``None`` makes it a heading.
        title_spans, detail_spans: The places to mark.
        aside: A word at the right, or, if ``is_key``, the keys that do the same.
    """

    title: str
    what: Any = None
    icon: str = ""
    title_spans: tuple[Span, ...] = ()
    detail: str = ""
    detail_spans: tuple[Span, ...] = ()
    aside: str = ""
    is_key: bool = False


class FoundTable(QAbstractListModel):
    """Rows in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[FoundRow, ...] = ()

    def set_rows(self, rows: Sequence[FoundRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that a heading cannot be chosen."""
        if not index.isValid() or self.rows[index.row()].what is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role of a row holds."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.title, row.aside, row.detail) if part)
        if role == Qt.ItemDataRole.ToolTipRole and row.what is not None:
            return "\n".join(part for part in (row.title, row.detail) if part)
        return row if role == _ROW else None


class FoundList(QListView):
    """Shows what was found.

    Signals:
        chosen: What a row stands for, when it is clicked or Enter is pressed on it.
    """

    chosen = Signal(object)

    def __init__(self, *, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.table = FoundTable(self)
        self.setModel(self.table)
        self.setItemDelegate(_FoundDelegate(self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def set_rows(self, rows: Sequence[FoundRow], *, keep: bool = False) -> None:
        """Show rows, the first chosen, or, to ``keep`` it, the one that was."""
        before = self.current() if keep else None
        self.table.set_rows(rows)
        places = [at for at, row in enumerate(self.table.rows) if row.what is not None]
        same = [at for at in places if before is not None and self.table.rows[at].what == before]
        if places:
            self.setCurrentIndex(self.table.index((same or places)[0]))
        if not same:
            self.scrollToTop()

    def current(self) -> Any:
        """Return what the chosen row stands for."""
        index = self.currentIndex()
        return index.data(_ROW).what if index.isValid() else None

    def step(self, by: int) -> None:
        """Choose a row so many further down, passing over headings; the ends stop it."""
        places = [at for at, row in enumerate(self.table.rows) if row.what is not None]
        if not places:
            return
        here = self.currentIndex().row()
        at = places.index(here) if here in places else -1
        wanted = max(0, min(at + by, len(places) - 1))
        self.setCurrentIndex(self.table.index(places[wanted]))
        if wanted == 0:
            self.scrollToTop()

    def choose_current(self) -> None:
        """Tell the chosen row as if it had been clicked."""
        self._tell(self.currentIndex())

    def height_of_rows(self) -> int:
        """Return how high all rows are together."""
        return sum(scaled(_height(row)) for row in self.table.rows)

    def _tell(self, index: AnyIndex) -> None:
        row: FoundRow | None = index.data(_ROW) if index.isValid() else None
        if row is not None and row.what is not None:
            self.chosen.emit(row.what)


def _height(row: FoundRow) -> int:
    return _ENTRY if row.what is not None else _HEADING


class _FoundDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(0, scaled(_height(index.data(_ROW))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row: FoundRow = index.data(_ROW)
        painter.save()
        area = QRectF(option.rect)
        if row.what is None:
            low = area.adjusted(_SIDE, scaled(8), -_SIDE, 0)
            painted.text(painter, low, row.title, "chip", "text2")
            painter.restore()
            return
        painted.ground(painter, option, area.adjusted(1, 1, -1, -1))
        inner = area.adjusted(_SIDE, 0, -_SIDE, 0)
        size = scaled(18)
        place = QRectF(inner.left() + 2, inner.center().y() - size / 2, size, size)
        icons.paint(painter, row.icon, "text2", place)
        inner.setLeft(place.right() + 12)
        inner.setRight(_paint_aside(painter, inner, row) - 12)
        self._paint_words(painter, inner, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, inner: QRectF, row: FoundRow) -> None:
        title, detail = painted.line_height("medium"), painted.line_height("micro")
        top = inner.center().y() - (title + (detail if row.detail else 0)) / 2
        line = QRectF(inner.left(), top, inner.width(), title)
        marked(painter, line, row.title, row.title_spans)
        if row.detail:
            below = QRectF(inner.left(), top + title, inner.width(), detail)
            marked(painter, below, row.detail, row.detail_spans, role="micro", token="text2")


def _paint_aside(painter: QPainter, inner: QRectF, row: FoundRow) -> float:
    """Draw the word or the keys at the right; return where they begin."""
    if not row.aside:
        return inner.right()
    width = QFontMetricsF(font("micro")).horizontalAdvance(row.aside)
    box = QRectF(inner.right() - width, inner.top(), width + 1, inner.height())
    if row.is_key:
        height = painted.line_height("micro") + 6
        cap = QRectF(box.left() - 16, inner.center().y() - height / 2, width + 14, height)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("border2"), 1))
        painter.drawRoundedRect(cap, 4, 4)
        box = QRectF(cap.left() + 7, inner.top(), width + 1, inner.height())
    painted.text(painter, box, row.aside, "micro", "text2")
    return box.left()
