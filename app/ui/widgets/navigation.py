"""The list of places one can go to; a list and not buttons, so that it is announced as one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui import icons
from app.ui.appearance import colour, scaled
from app.ui.widgets import painted

_KEY = Qt.ItemDataRole.UserRole + 1
_ICON = Qt.ItemDataRole.UserRole + 2
_BADGE = Qt.ItemDataRole.UserRole + 3
_GROUP = Qt.ItemDataRole.UserRole + 4
_ROW, _HEADING = 38, 36
_DENSE_ROW, _DENSE_HEADING = 32, 28


@dataclass(frozen=True)
class Place:
    """Somewhere to go.

    Attributes:
        key: What the window calls it.
        text: Its name.
        icon: Its icon.
        shortcut: The keys that go there.
        group: The heading that it stands under; empty for the first places.
        is_listed: It stands in the list; another way leads to one that does not.
    """

    key: str
    text: str
    icon: str
    shortcut: str = ""
    group: str = ""
    is_listed: bool = True


class Navigation(QListView):
    """Shows places and tells which one was chosen; they move together before any is hidden.

    Signals:
        place_chosen: The key of the place.
    """

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = ""
        self._is_dense = False
        self._only: frozenset[str] | None = None
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_PlaceDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def add(self, place: Place) -> None:
        """Add a place at the end, under its heading."""
        if place.group != self._group:
            self._group = place.group
            heading = QStandardItem(place.group)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setData(place.group, _GROUP)
            self._model.appendRow(heading)
        item = QStandardItem(place.text)
        item.setData(place.key, _KEY)
        item.setData(place.icon, _ICON)
        tip = f"{place.text} ({place.shortcut})" if place.shortcut else place.text
        item.setToolTip(tip)
        item.setData(place.group, _GROUP)
        self._model.appendRow(item)
        self.setRowHidden(item.row(), not self._is_shown(item.row()))
        self._take_height()

    def replace(self, beginning: str, places: Sequence[Place]) -> None:
        """Put places at the end in place of those whose keys begin so."""
        kept = str(self.currentIndex().data(_KEY) or "")
        gone = [
            row
            for row in range(self._model.rowCount())
            if str(self._model.index(row, 0).data(_KEY) or "").startswith(beginning)
        ]
        if gone:  # their heading stands above the first of them
            self._model.removeRows(gone[0] - 1, len(gone) + 1)
            last = self._model.index(self._model.rowCount() - 1, 0)
            self._group = str(last.data(_GROUP) or "")
        for place in places:
            self.add(place)
        self._take_height()
        self.show_place(kept)

    def show_only(self, keys: frozenset[str] | None) -> None:
        """Show these places and no others, without headings; all of them again for ``None``."""
        self._only = keys
        for row in range(self._model.rowCount()):
            self.setRowHidden(row, not self._is_shown(row))
        self._take_height()

    def show_place(self, key: str) -> None:
        """Mark the place that is shown; none, if it does not stand here."""
        self.setCurrentIndex(QModelIndex())
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            if index.data(_KEY) == key:
                self.setCurrentIndex(index)

    def show_badge(self, key: str, words: str) -> None:
        """Show at a place what waits there, such as "2 late"; nothing takes it away."""
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            if item.data(_KEY) == key:
                item.setData(words, _BADGE)
                spoken = f"{item.text()}, {words}" if words else item.text()
                item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the places together where there is little height."""
        super().resizeEvent(event)
        self._take_density()

    def height_of(self, key: str | None) -> int:
        """Return the height of the entry of a place; a heading has no key."""
        return _height(key, dense=self._is_dense)

    def _is_shown(self, row: int) -> bool:
        return self._only is None or self._model.index(row, 0).data(_KEY) in self._only

    def _take_height(self) -> None:
        self.setMaximumHeight(self._whole_height())
        self._take_density()

    def _take_density(self) -> None:
        is_dense = self.height() < self._whole_height()
        if is_dense != self._is_dense:
            self._is_dense = is_dense
            self.scheduleDelayedItemsLayout()

    def _whole_height(self) -> int:
        rows = filter(self._is_shown, range(self._model.rowCount()))
        keys = [self._model.index(row, 0).data(_KEY) for row in rows]
        return sum(_height(key, dense=False) for key in keys) + 4

    def _tell(self, index: QModelIndex) -> None:
        if key := index.data(_KEY):
            self.place_chosen.emit(key)


def _height(key: str | None, *, dense: bool) -> int:
    if dense:
        return scaled(_DENSE_ROW if key else _DENSE_HEADING)
    return scaled(_ROW if key else _HEADING)


class _PlaceDelegate(QStyledItemDelegate):
    def __init__(self, view: Navigation) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size that shows everything."""
        return QSize(0, self._view.height_of(index.data(_KEY)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one entry."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(0.5, 2, -0.5, -2)
        if index.data(_KEY) is None:
            self._paint_heading(painter, rect, index.data())
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, rect, chosen=chosen)
        size = scaled(18)
        icon = QRectF(rect.left() + 11, rect.center().y() - size / 2, size, size)
        icons.paint(painter, index.data(_ICON), "accent" if chosen else "text2", icon)
        words = rect.adjusted(11 + size + 11, 0, -8, 0)
        badge = index.data(_BADGE) or ""
        if words.width() > size:
            if badge:
                words.setRight(self._paint_badge(painter, words, badge))
            role, token = ("h3", "text") if chosen else ("medium", "text2")
            painted.text(painter, words, index.data(), role, token)
        elif badge:  # where the sidebar is folded, a mark; the words are in the tip
            dot = QRectF(icon.right() - 3, icon.top() - 3, 8, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("bad"))
            painter.drawEllipse(dot)
        painter.restore()

    def _paint_badge(self, painter: QPainter, words: QRectF, badge: str) -> float:
        """Draw a pill at the right end; return where it begins."""
        width = painted.chip_width(badge)
        top = words.center().y() - painted.chip_height() / 2
        painted.chip(painter, QPointF(words.right() - width, top), badge, "bad")
        return words.right() - width - 6

    def _paint_heading(self, painter: QPainter, rect: QRectF, words: str) -> None:
        """Draw a heading; where the sidebar is folded, a line."""
        if rect.width() < 3 * scaled(_ROW):
            line = QRectF(rect.left() + 8, round(rect.center().y()), rect.width() - 16, 1)
            painter.fillRect(line, colour("border2"))
            return
        low = rect.adjusted(11, rect.height() / 3, 0, 0)
        painted.text(painter, low, words.upper(), "micro", "text3")

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, *, chosen: bool
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(colour("surface"))
            painter.setPen(QPen(colour("border"), 1))
            painter.drawRoundedRect(rect, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(rect, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
