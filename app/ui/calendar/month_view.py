"""A month as a grid of days; each says what is held, due or closed on it."""

from datetime import date, timedelta
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
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui import dates, deadline_words, phrases
from app.ui.appearance import colour, font, scaled
from app.ui.calendar import words
from app.ui.calendar.days import WEEKDAYS, WEEKS, DayEntries, entries_on, first_of_grid
from app.ui.widgets import painted

if TYPE_CHECKING:
    from app.services.calendar_view.sheets import CalendarSheet

AnyIndex = QModelIndex | QPersistentModelIndex
_ENTRIES = Qt.ItemDataRole.UserRole + 1
_LEAST = (64, 54)
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class MonthTable(QAbstractTableModel):
    """Six weeks of days."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first = date(2000, 1, 3)
        self.month = 1
        self.today = self.first
        self._entries: dict[date, DayEntries] = {}

    def show_month(self, sheet: "CalendarSheet", day: date) -> None:
        """Show the month of a day."""
        self.beginResetModel()
        self.first, self.month, self.today = first_of_grid(day), day.month, sheet.today
        every = (self.first + timedelta(days=at) for at in range(WEEKS * WEEKDAYS))
        self._entries = {each: entries_on(sheet, each) for each in every}
        self.endResetModel()

    def index_of(self, day: date) -> QModelIndex:
        """Return where a day stands."""
        row, column = divmod((day - self.first).days, WEEKDAYS)
        return self.index(row, column)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of weeks."""
        return 0 if parent is not None and parent.isValid() else WEEKS

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of weekdays."""
        return 0 if parent is not None and parent.isValid() else WEEKDAYS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a weekday."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return dates.short_weekday(date(2024, 1, 1) + timedelta(days=section))

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role of a day holds."""
        if not index.isValid():
            return None
        day = self.first + timedelta(days=index.row() * WEEKDAYS + index.column())
        entries = self._entries.get(day, DayEntries(day))
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join((dates.whole_day(day), *_told(entries)))
        return entries if role == _ENTRIES else None


class MonthView(QTableView):
    """Shows a month.

    Signals:
        day_chosen: The day that is looked at now.
        turned: How many pages to turn.
        record_chosen: The kind and key of the record of the day that was opened.
    """

    day_chosen = Signal(object)
    turned = Signal(int)
    record_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar_month")
        self.setAccessibleName(self.tr("Month"))
        self.table = MonthTable(self)
        self.setModel(self.table)
        self.setItemDelegate(_CellDelegate(self))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(20)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setMinimumSectionSize(20)
        self.setMinimumSize(scaled(_LEAST[0]) * WEEKDAYS, scaled(_LEAST[1]) * WEEKS)
        self.clicked.connect(self._tell)
        self.activated.connect(self._open)

    def show_month(self, sheet: "CalendarSheet", day: date) -> None:
        """Show the month of a day."""
        self.table.show_month(sheet, day)
        self.setCurrentIndex(self.table.index_of(day))

    def entries(self) -> DayEntries | None:
        """Return what stands on the day that is looked at."""
        found: DayEntries | None = self.currentIndex().data(_ENTRIES)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day past the ends of the month, and turn its pages."""
        key, entries = Qt.Key(event.key()), self.entries()
        if key in _TURNS:
            self.turned.emit(_TURNS[key])
        elif key in _STEPS and entries is not None:
            self.day_chosen.emit(entries.day + timedelta(days=_STEPS[key]))
        else:
            super().keyPressEvent(event)

    def _tell(self, index: AnyIndex) -> None:
        self.day_chosen.emit(index.data(_ENTRIES).day)

    def _open(self, index: AnyIndex) -> None:
        entries: DayEntries = index.data(_ENTRIES)
        if entries.meetings:
            self.record_chosen.emit(("meeting", entries.meetings[0].id))
        elif entries.deadlines:
            self.record_chosen.emit(entries.deadlines[0].record)


def _told(entries: DayEntries) -> list[str]:
    """Return what stands on a day, a line for each."""
    return [
        *(f"{row.code} {row.title}".strip() for row in entries.meetings),
        *(
            f"{deadline_words.say_kind(each)}: {each.title} ({deadline_words.say_whose(each)})"
            for each in entries.deadlines
        ),
        *(f"{each.party.name}: {each.name}" for each in entries.days_off),
    ]


class _CellDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        table: Any = index.model()
        entries: DayEntries = index.data(_ENTRIES)
        day, cell = entries.day, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_free = day.isoweekday() > 5 or bool(entries.days_off)
        painter.fillRect(cell, colour("sunken" if is_free else "surface"))
        painter.setPen(QPen(colour("border"), 1))
        painter.drawLine(cell.topLeft(), cell.topRight())
        if index.column():
            painter.drawLine(cell.topLeft(), cell.bottomLeft())
        if option.state & QStyle.StateFlag.State_Selected:
            has_keyboard = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus" if has_keyboard else "border2"), 2))
            painter.drawRoundedRect(cell.adjusted(2, 2, -2, -2), 5, 5)
        _paint_number(
            painter, cell, day, is_today=day == table.today, faint=day.month != table.month
        )
        _paint_entries(painter, cell.adjusted(6, scaled(25), -6, -3), entries)
        painter.restore()


def _paint_number(
    painter: QPainter, cell: QRectF, day: date, *, is_today: bool, faint: bool
) -> None:
    size = scaled(20)
    place = QRectF(cell.left() + 4, cell.top() + 4, size, size)
    token = "text3" if faint else "text"
    if is_today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawEllipse(place)
        token = "on_accent"
    painter.setFont(font("chip"))
    painter.setPen(colour(token))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(day.day))


def _paint_entries(painter: QPainter, room: QRectF, entries: DayEntries) -> None:
    """Draw what fits, and how much more there is."""
    lines: list[tuple[str, str, bool]] = [
        *(
            (words.short_name(row), phrases.hue("meeting status", row.status), True)
            for row in entries.meetings
        ),
        *((each.title, deadline_words.hue_of(each), False) for each in entries.deadlines),
        *(
            (f"{each.party.code} {each.name}", phrases.party_hue(each.party.seat), False)
            for each in entries.days_off
        ),
    ]
    height = painted.line_height("micro") + 3
    most = int(room.height() // height)
    shown = lines if len(lines) <= most else lines[: max(0, most - 1)]
    top = room.top()
    for told, hue, is_bar in shown:
        _paint_line(painter, QRectF(room.left(), top, room.width(), height - 2), told, hue, is_bar)
        top += height
    if len(shown) < len(lines) and most:
        more = QRectF(room.left(), top, room.width(), height)
        painted.text(painter, more, f"+{len(lines) - len(shown)}", "micro", "text2")


def _paint_line(painter: QPainter, line: QRectF, told: str, hue: str, is_bar: bool) -> None:  # noqa: FBT001 - painted as told
    if is_bar:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(f"{hue}_soft"))
        painter.drawRoundedRect(line.adjusted(-2, 0, 2, 0), 4, 4)
        painted.text(painter, line.adjusted(4, 0, -2, 0), told, "chip", hue)
        return
    dot = min(5.0, QFontMetricsF(font("micro")).height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(hue))
    painter.drawEllipse(QRectF(line.left() + 1, line.center().y() - dot / 2, dot, dot))
    painted.text(painter, line.adjusted(dot + 6, 0, 0, 0), told, "micro", "text2")
