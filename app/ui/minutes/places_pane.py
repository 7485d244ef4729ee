"""The agenda items under which the minutes are written, with what waits to be confirmed in each."""

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.appearance import font, scaled
from app.ui.widgets import painted
from app.ui.widgets.lines import broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.minutes.page_text import Place
    from app.ui.minutes.view import PlaceRow

WIDTH = 208
_MARGIN = 6
_PADDING = 9
_LABEL = 24
_INDENT = 12
AnyIndex = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a view may ask of an entry beside its text."""

    ROW = Qt.ItemDataRole.UserRole + 1


class PlacesTable(QAbstractListModel):
    """The places of the minutes, in the order of the page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PlaceRow, ...] = ()

    def set_rows(self, rows: "Sequence[PlaceRow]") -> bool:
        """Show these places; say whether the list itself is another one."""
        was, self._rows = self._rows, tuple(rows)
        if [each.place for each in was] == [each.place for each in rows]:
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self.endResetModel()
        return True

    def place_of(self, place: "Place") -> QModelIndex:
        """Return where a place stands in the list."""
        found = (at for at, row in enumerate(self._rows) if row.place == place)
        return self.index(next(found, -1))

    def row_at(self, at: int) -> "PlaceRow":
        """Return a place by its position in the list."""
        return self._rows[at]

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of entries."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role of an entry holds."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.label, title_of(row), counts_of(row)) if part)
        return None


class PlaceDelegate(QStyledItemDelegate):
    """Paints a place: its number, its title, and how many paragraphs it has."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the size that shows everything."""
        row = index.data(Role.ROW)
        lines = len(self._title(row))
        height = 12 + lines * painted.line_height("body") + 3 + painted.chip_height()
        return QSize(0, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one entry."""
        painter.save()
        row = index.data(Role.ROW)
        area = QRectF(option.rect)
        painted.ground(painter, option, area.adjusted(_MARGIN, 1, -_MARGIN, -1))
        left = area.left() + _MARGIN + _PADDING + row.depth * scaled(_INDENT)
        top = area.top() + 6
        line = painted.line_height("body")
        if row.label:
            number = QRectF(left, top, _label_width(row), line)
            painted.text(painter, number, row.label, "small", "text3")
        left += _label_width(row)
        width = area.right() - _MARGIN - _PADDING - left
        for words in self._title(row):
            painted.text(painter, QRectF(left, top, width, line), words, "body", "text")
            top += line
        self._paint_counts(painter, QRectF(left, top + 3, width, painted.chip_height()), row)
        painter.restore()

    def _paint_counts(self, painter: QPainter, area: QRectF, row: "PlaceRow") -> None:
        told = str(row.count) if row.count else "–"
        painted.text(painter, area, told, "micro", "text3")
        if row.to_confirm:
            shift = QFontMetricsF(font("micro")).horizontalAdvance(told) + 8
            at = QPointF(area.left() + shift, area.top())
            painted.chip(painter, at, to_confirm(row.to_confirm), "warn")

    def _title(self, row: "PlaceRow") -> tuple[str, ...]:
        width = self._view.viewport().width() - 2 * (_MARGIN + _PADDING)
        width -= row.depth * scaled(_INDENT) + _label_width(row)
        return broken(title_of(row), font("body"), width, most=2)


def _label_width(row: "PlaceRow") -> int:
    """Return the room of a number: as wide as the others, and wider for a long one."""
    if not row.label:
        return 0
    words = QFontMetricsF(font("small")).horizontalAdvance(row.label)
    return max(scaled(_LABEL), round(words) + 6)


class PlacesPane(QFrame):
    """Lets the user choose the agenda item to write under.

    Signals:
        chosen: The place that is chosen now.
        opened: The user pressed Enter: go on to the paragraphs.
    """

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minutes_places")
        self.setFixedWidth(scaled(WIDTH))
        self.table = PlacesTable(self)
        self.list = self._make_list()
        self.setFocusProxy(self.list)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 8, 0, 8)
        down.addWidget(self.list)

    def show_places(self, rows: "Sequence[PlaceRow]", chosen: "Place") -> None:
        """Show the places, and which is chosen."""
        selection = self.list.selectionModel()
        selection.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        is_other = self.table.set_rows(rows)
        place = self.table.place_of(chosen)
        if place.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            selection.setCurrentIndex(place, flags)
        selection.blockSignals(False)  # noqa: FBT003
        if is_other:
            self.list.scrollTo(place)
        self.list.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))

    def _make_list(self) -> QListView:
        view = QListView()
        view.setObjectName("places_list")
        view.setAccessibleName(self.tr("Agenda items of the minutes"))
        view.setModel(self.table)
        view.setItemDelegate(PlaceDelegate(view))
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.selectionModel().selectionChanged.connect(self._tell_chosen)
        view.activated.connect(self._tell_opened)
        return view

    def _tell_chosen(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        places = selected.indexes()
        if places:
            self.chosen.emit(places[0].data(Role.ROW).place)

    def _tell_opened(self, index: QModelIndex) -> None:
        self.opened.emit()


def title_of(row: "PlaceRow") -> str:
    """Return what a place is called."""
    if row.title:
        return row.title
    if row.place.item_id is not None:
        return QCoreApplication.translate("PlacesPane", "Untitled item")
    if row.place.is_after:
        return QCoreApplication.translate("PlacesPane", "After the agenda")
    return QCoreApplication.translate("PlacesPane", "Before the agenda")


def to_confirm(count: int) -> str:
    """Return how many paragraphs wait to be confirmed."""
    return QCoreApplication.translate("PlacesPane", "{n} to confirm").format(n=count)


def counts_of(row: "PlaceRow") -> str:
    """Return in words how many paragraphs a place has, and how many wait."""
    told = QCoreApplication.translate("PlacesPane", "paragraphs: {n}").format(n=row.count)
    return f"{told}, {to_confirm(row.to_confirm)}" if row.to_confirm else told
