"""A year as twelve small months, to see when something is held or due; Enter opens a month."""

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui import dates, deadline_words, phrases
from app.ui.appearance import colour, font, scaled
from app.ui.calendar import words
from app.ui.calendar.days import WEEKDAYS, DayEntries, entries_on
from app.ui.widgets import painted

if TYPE_CHECKING:
    from app.services.calendar_view.sheets import CalendarSheet

AnyIndex = QModelIndex | QPersistentModelIndex
_MONTH = Qt.ItemDataRole.UserRole + 1
_ACROSS, _DOWN = 4, 3
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_LEAST = (132, 104)


class YearTable(QAbstractTableModel):
    """Twelve months, four in a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.year = 2000
        self.today = date(2000, 1, 1)
        self._months: list[tuple[DayEntries, ...]] = [()] * 12

    def show_year(self, sheet: "CalendarSheet", year: int) -> None:
        """Show a year."""
        self.beginResetModel()
        self.year, self.today = year, sheet.today
        self._months = [
            tuple(
                entries_on(sheet, date(year, month, day))
                for day in range(1, monthrange(year, month)[1] + 1)
            )
            for month in range(1, 13)
        ]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else _DOWN

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of months in a row."""
        return 0 if parent is not None and parent.isValid() else _ACROSS

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role of a month holds."""
        if not index.isValid():
            return None
        month = self._months[index.row() * _ACROSS + index.column()]
        first = date(self.year, index.row() * _ACROSS + index.column() + 1, 1)
        if role == Qt.ItemDataRole.DisplayRole:
            return dates.month_and_year(first)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join((dates.month_and_year(first), *_told(month)))
        return (first, month) if role == _MONTH else None


class YearView(QTableView):
    """Shows a year.

    Signals:
        month_opened: A day of the month that shall be looked at.
        turned: How many pages to turn.
    """

    month_opened = Signal(object)
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar_year")
        self.setAccessibleName(self.tr("Year"))
        self.table = YearTable(self)
        self.setModel(self.table)
        self.setItemDelegate(_MonthDelegate(self))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(20)
        self.setMinimumSize(scaled(_LEAST[0]) * _ACROSS, scaled(_LEAST[1]) * _DOWN)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def show_year(self, sheet: "CalendarSheet", day: date) -> None:
        """Show the year of a day, its month chosen."""
        self.table.show_year(sheet, day.year)
        self.setCurrentIndex(self.table.index(*divmod(day.month - 1, _ACROSS)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages."""
        key = Qt.Key(event.key())
        if key in _TURNS:
            self.turned.emit(_TURNS[key])
        else:
            super().keyPressEvent(event)

    def _tell(self, index: AnyIndex) -> None:
        self.month_opened.emit(index.data(_MONTH)[0])


def _told(month: tuple[DayEntries, ...]) -> list[str]:
    told = []
    for entries in month:
        day = dates.short_day(entries.day)
        told += [f"{day}: {words.short_name(row)}" for row in entries.meetings]
        told += [f"{day}: {each.title}" for each in entries.deadlines]
        told += [f"{day}: {each.party.code} {each.name}" for each in entries.days_off]
    return told


class _MonthDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        first, month = index.data(_MONTH)
        table: Any = index.model()
        painter.save()
        area = QRectF(option.rect).adjusted(4, 4, -4, -4)
        painted.ground(painter, option, area)
        inner = area.adjusted(8, 6, -8, -4)
        title = painted.line_height("h3")
        name = QRectF(inner.left(), inner.top(), inner.width(), title)
        painted.text(painter, name, dates.long_month(first), "h3", "text")
        grid = inner.adjusted(0, title + 4, 0, 0)
        width, height = grid.width() / WEEKDAYS, grid.height() / 6
        for entries in month:
            offset = entries.day.day - 1 + first.isoweekday() - 1
            row, column = divmod(offset, WEEKDAYS)
            cell = QRectF(grid.left() + column * width, grid.top() + row * height, width, height)
            _paint_day(painter, cell, entries, is_today=entries.day == table.today)
        painter.restore()


def _paint_day(painter: QPainter, cell: QRectF, entries: DayEntries, *, is_today: bool) -> None:
    size = min(cell.width(), cell.height(), scaled(22))
    place = QRectF(cell.center().x() - size / 2, cell.center().y() - size / 2, size, size)
    token = "text3" if entries.day.isoweekday() > 5 or entries.days_off else "text2"
    painter.setPen(Qt.PenStyle.NoPen)
    if entries.meetings:
        hue = phrases.hue("meeting status", entries.meetings[0].status)
        painter.setBrush(colour(f"{hue}_soft"))
        painter.drawRoundedRect(place, 5, 5)
        token = hue
    elif is_today:
        painter.setBrush(colour("accent"))
        painter.drawEllipse(place)
        token = "on_accent"
    painter.setFont(font("chip" if entries.meetings or is_today else "micro"))
    painter.setPen(colour(token))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(entries.day.day))
    if entries.deadlines:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(deadline_words.hue_of(entries.deadlines[0])))
        painter.drawEllipse(QRectF(cell.center().x() - 2, place.bottom() - 4, 4, 4))
