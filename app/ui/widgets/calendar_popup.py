"""A month to take a day from; it closes when one is taken."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.appearance import colour, font

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class CalendarPopup(QFrame):
    """A calendar over the window."""

    def __init__(self, day: date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("cls", "calendar")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(QCoreApplication.translate("DateField", "Calendar"))
        self._dress()
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self.close)
        self.calendar.clicked.connect(self.close)
        down = QVBoxLayout(self)
        down.setContentsMargins(6, 6, 6, 6)
        down.addWidget(self.calendar)

    def show_below(self, field: QWidget) -> None:
        """Show it below a field, or above where there is no room."""
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height() + 2))
        room = field.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place.setY(field.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _dress(self) -> None:
        calendar = self.calendar
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        heading = QTextCharFormat()
        heading.setFont(font("micro"))
        heading.setForeground(colour("text3"))
        calendar.setHeaderTextFormat(heading)
        quiet = QTextCharFormat()
        quiet.setForeground(colour("text2"))
        for day in _WEEKEND:  # Qt's red is kept for what is late
            calendar.setWeekdayTextFormat(day, quiet)
        steps = {
            "qt_calendar_prevmonth": (
                "chevron-left",
                QCoreApplication.translate("DateField", "The month before"),
            ),
            "qt_calendar_nextmonth": (
                "chevron-right",
                QCoreApplication.translate("DateField", "The next month"),
            ),
        }
        for name, (icon, spoken) in steps.items():
            button = calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icons.icon(icon))
                button.setAccessibleName(spoken)
