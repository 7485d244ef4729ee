"""The calendar page: three ways to look at the days, and cards that say what comes next."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui import dates, phrases
from app.ui.appearance import scaled
from app.ui.calendar.cards import NextCard, TurnCard
from app.ui.calendar.days import Mode, shown_days
from app.ui.calendar.month_view import MonthView
from app.ui.calendar.timeline import Timeline
from app.ui.calendar.year_view import YearView
from app.ui.notify import FileKind, Notifier
from app.ui.widgets import chip
from app.ui.widgets.blank import Blank
from app.ui.widgets.card import Card
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label
from app.ui.widgets.saved_notice import SavedNotice
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from app.services.calendar_view.sheets import CalendarSheet

_SIDE = 300


class CalendarPage(QWidget):
    """Shows the calendar of a body.

    Signals:
        mode_chosen: The Mode in which the days shall be shown.
        turned: How many pages to turn.
        today_requested: The present day shall be looked at.
        day_chosen: The day that shall be looked at.
        month_opened: A day of the month that shall be looked at.
        record_chosen: The kind and key of the record to turn to.
        save_requested: What is shown shall be saved for other calendars.
        retry_requested: What failed shall be tried again.
    """

    mode_chosen = Signal(object)
    turned = Signal(int)
    today_requested = Signal()
    day_chosen = Signal(object)
    month_opened = Signal(object)
    record_chosen = Signal(object)
    save_requested = Signal()
    retry_requested = Signal()

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar_page")
        self.setProperty("bg", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._notifier = notifier
        self._folder = Path.home()
        self._span = text_label("", "h2")
        self._span.setObjectName("calendar_span")
        self._modes = Segments(name="calendar_modes")
        self._modes.chosen.connect(self.mode_chosen)
        self.month, self.year, self.timeline = MonthView(), YearView(), Timeline()
        self.next, self.turn = NextCard(), TurnCard()
        self._notice = SavedNotice(name="calendar_saved")
        self._notice.open_requested.connect(notifier.open_outside)
        self._notice.hide()
        self._blank = Blank("calendar", name="calendar_blank")
        self._retry = self._blank.add_button(self.tr("Try again"), name="calendar_retry")
        self._retry.clicked.connect(self.retry_requested)
        self._views = QStackedWidget()
        self._stack = QStackedWidget()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._connect()
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the days."""
        super().focusInEvent(event)
        self.focus_days()

    def save_beside(self, folder: Path) -> None:
        """Offer to write files into a folder."""
        self._folder = folder

    def show_calendar(self, sheet: "CalendarSheet", *, mode: Mode, day: date) -> None:
        """Show the days around a day."""
        self._stack.setCurrentWidget(self._whole)
        self._offer_modes(mode)
        self._span.setText(_span(mode, day))
        self._whole_row.setDirection(
            QBoxLayout.Direction.TopToBottom
            if mode is Mode.TIMELINE
            else QBoxLayout.Direction.LeftToRight
        )
        self._cards.setDirection(
            QBoxLayout.Direction.LeftToRight
            if mode is Mode.TIMELINE
            else QBoxLayout.Direction.TopToBottom
        )
        wide = mode is Mode.TIMELINE
        self._beside.setMaximumWidth(16_777_215 if wide else scaled(_SIDE))
        self._beside.setMaximumHeight(scaled(280) if wide else 16_777_215)
        if mode is Mode.MONTH:
            self.month.show_month(sheet, day)
            self._views.setCurrentWidget(self.month)
            self.next.show_day(sheet, day)
        elif mode is Mode.YEAR:
            self.year.show_year(sheet, day)
            self._views.setCurrentWidget(self.year)
            self.next.show_next(sheet)
        else:
            self.timeline.show_years(sheet, day)
            self._views.setCurrentWidget(self._rotation)
            self.next.show_next(sheet)
        self.turn.show_turn(sheet)

    def show_nothing(self) -> None:
        """Show that there is no body whose calendar could be shown."""
        self._retry.hide()
        self._blank.say(self.tr("There is no body yet, and so no calendar"))
        self._stack.setCurrentWidget(self._blank)

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why the calendar cannot be shown."""
        self._retry.show()
        self._blank.say(sentence, remedy)
        self._stack.setCurrentWidget(self._blank)

    def choose_file(self, name: str) -> Path | None:
        """Ask where the calendar file shall be written."""
        return self._notifier.choose_new_file(
            FileKind.CALENDAR, title=self.tr("Save calendar file"), suggestion=self._folder / name
        )

    def show_saved(self, path: Path) -> None:
        """Say that the calendar file was written."""
        self._notice.show_path(path)

    def focus_days(self) -> None:
        """Put the keyboard on the days."""
        shown = self._views.currentWidget()
        (self.timeline if shown is self._rotation else shown).setFocus()

    def _connect(self) -> None:
        self.month.day_chosen.connect(self.day_chosen)
        self.year.month_opened.connect(self.month_opened)
        for view in (self.month, self.year, self.timeline):
            view.turned.connect(self.turned)
        for teller in (self.month, self.timeline, self.next, self.turn):
            teller.record_chosen.connect(self.record_chosen)
        self.next.save_requested.connect(self.save_requested)

    def _offer_modes(self, mode: Mode) -> None:
        offered = (
            (Mode.MONTH, self.tr("Month")),
            (Mode.YEAR, self.tr("Year")),
            (Mode.TIMELINE, self.tr("Timeline")),
        )
        self._modes.offer([Segment(value, told, told) for value, told in offered], mode)

    def _make_head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("calendar_head")
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(8)
        row.addWidget(self._span)
        row.addStretch(1)
        row.addWidget(self._modes)
        row.addSpacing(8)
        for icon, told, step, name in (
            ("chevron-left", self.tr("Earlier"), -1, "calendar_earlier"),
            ("chevron-right", self.tr("Later"), 1, "calendar_later"),
        ):
            button = IconButton(icon, told, name=name)
            button.clicked.connect(lambda _checked=False, step=step: self.turned.emit(step))
            row.addWidget(button)
            if step < 0:
                today = QPushButton(self.tr("Today"))
                today.setObjectName("calendar_today")
                today.clicked.connect(self.today_requested)
                row.addWidget(today)
        return head

    def _lay_out(self) -> None:
        self._rotation = Card(self.tr("Meetings and host rotation"), "calendar")
        for words, status in (
            (self.tr("Closed"), "closed"),
            (self.tr("In preparation"), "convened"),
            (self.tr("In session"), "in-session"),
        ):
            self._rotation.add_aside(chip.chip(words, phrases.hue("meeting status", status)))
        self._rotation.add_aside(chip.chip(self.tr("By rotation, not planned"), "neutral"))
        self._rotation.body.addWidget(self.timeline)
        for view in (self.month, self.year, self._rotation):
            self._views.addWidget(view)
        self._beside = QWidget()
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._beside)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(16)
        self._cards.addWidget(self.next, 4)
        self._cards.addWidget(self.turn, 3)
        self._whole = QWidget()
        self._whole_row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._whole)
        self._whole_row.setContentsMargins(24, 16, 24, 16)
        self._whole_row.setSpacing(16)
        self._whole_row.addWidget(self._views, 1)
        self._whole_row.addWidget(self._beside)
        self._stack.addWidget(self._blank)
        self._stack.addWidget(self._whole)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._make_head())
        down.addWidget(self._notice)
        down.addWidget(self._stack, 1)


def _span(mode: Mode, day: date) -> str:
    if mode is Mode.MONTH:
        return dates.month_and_year(day)
    first, last = shown_days(mode, day)
    return str(day.year) if mode is Mode.YEAR else f"{first.year}–{last.year}"
