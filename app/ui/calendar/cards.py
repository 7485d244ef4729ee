"""Beside the days: what stands on one of them, what comes next, and whose turn it is."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui import dates, deadline_words, phrases
from app.ui.calendar import words
from app.ui.calendar.days import entries_on
from app.ui.widgets import chip
from app.ui.widgets.card import Card
from app.ui.widgets.clearing import clear
from app.ui.widgets.day_list import DayList, DayRow
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.calendar_view.sheets import CalendarSheet, DayOff, MeetingRow

_NEXT = timedelta(days=90)


class NextCard(Card):
    """What is held and due: on one day, or in the next ninety.

    Signals:
        record_chosen: The kind and key of the record of the line that was chosen.
        save_requested: What is shown shall be saved for other calendars.
    """

    record_chosen = Signal(object)
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "calendar", parent=parent)
        self._title = text_label("", "h3")
        self._title.setObjectName("calendar_next_title")
        self._heading.insertWidget(1, self._title)
        self.add_link(self.tr("Save calendar file…"), name="calendar_save").clicked.connect(
            self.save_requested
        )
        self.list = DayList(name="calendar_next", spoken=self.tr("What is due"))
        self.list.record_chosen.connect(self.record_chosen)
        self._nothing = wrapped_label("", "muted")
        self._nothing.setObjectName("calendar_nothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.list, 1)

    def show_next(self, sheet: "CalendarSheet") -> None:
        """Show what comes in the next ninety days, and what is late."""
        nothing = self.tr("Nothing is due in the next 90 days.")
        rows = _coming(sheet)
        self._show(self.tr("Next 90 days"), rows, "" if rows else nothing)

    def show_day(self, sheet: "CalendarSheet", day: date) -> None:
        """Show what stands on a day."""
        entries = entries_on(sheet, day)
        rows = [
            *(_meeting(row) for row in entries.meetings),
            *(deadline_words.row_of(each) for each in entries.deadlines),
            *(_day_off(each) for each in entries.days_off),
        ]
        said, coming = "", _coming(sheet)
        if not rows:
            said = self.tr("Nothing stands on this day.")
            said = f"{said} {self.tr('In the next 90 days:')}" if coming else said
        self._show(dates.whole_day(day), rows or coming, said)

    def _show(self, title: str, rows: list[DayRow], said: str) -> None:
        self._title.setText(title)
        self._nothing.setText(said)
        self._nothing.setVisible(bool(said))
        self.list.setVisible(bool(rows))
        self.list.table.set_rows(sorted(rows, key=lambda row: row.day or date.max))


class TurnCard(Card):
    """Whose turn it is to host, and how far the next meeting is.

    Signals:
        record_chosen: The next meeting shall be opened.
    """

    record_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Whose turn"), "users", parent=parent)
        self._meeting: MeetingRow | None = None
        self._link = self.add_link("", name="calendar_open_meeting")
        self._link.clicked.connect(self._tell)
        self._badge = QHBoxLayout()
        self._who = wrapped_label("", "medium")
        self._who.setObjectName("calendar_who")
        self._why = wrapped_label("", "small")
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._who)
        said.addWidget(self._why)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addLayout(self._badge)
        across.addLayout(said, 1)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far the preparation is"))
        self._done, self._left = text_label("", "small"), text_label("", "small")
        figures = QHBoxLayout()
        figures.addWidget(self._done)
        figures.addStretch(1)
        figures.addWidget(self._left)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(6)
        self.body.setSpacing(8)
        self.body.addLayout(across)
        self.body.addWidget(self._bar)
        self.body.addLayout(figures)
        self.body.addLayout(self._steps)
        self.body.addStretch(1)

    def show_turn(self, sheet: "CalendarSheet") -> None:
        """Show whose turn it is."""
        turn = sheet.turn
        self._meeting = turn.meeting
        clear(self._badge)
        if turn.host is not None:
            hue = phrases.party_hue(turn.host.seat)
            self._badge.addWidget(chip.badge(turn.host.code[:4], hue, size=36))
        self._who.setText(words.say_turn(turn))
        self._why.setText(words.say_why(turn))
        name = words.short_name(turn.meeting) if turn.meeting is not None else ""
        self._link.setText(self.tr("Open {meeting}").format(meeting=name[:16]))
        self._link.setVisible(turn.meeting is not None)
        self._bar.setVisible(bool(turn.total))
        self._bar.setMaximum(max(1, turn.total))
        self._bar.setValue(turn.done)
        done = self.tr("{done} of {total} preparation steps done")
        self._done.setText(done.format(done=turn.done, total=turn.total) if turn.total else "")
        self._left.setText(self._days_left(sheet))
        clear(self._steps)
        for step in turn.steps:
            self._add_step(step.title, step.due_on, is_late=step.is_late)

    def _days_left(self, sheet: "CalendarSheet") -> str:
        meeting = sheet.turn.meeting
        if meeting is None or meeting.starts_on is None:
            return ""
        days = (meeting.starts_on - sheet.today).days
        return self.tr("%n day(s) left", "", days) if days > 0 else ""

    def _add_step(self, title: str, due_on: date | None, *, is_late: bool) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        icon, token = ("circle-alert", "bad") if is_late else ("circle", "text3")
        line.addWidget(IconLabel(icon, token, size=16))
        line.addWidget(wrapped_label(title, "body"), 1)
        if due_on is not None:
            told = self.tr("by {day}").format(day=dates.short_day(due_on))
            late = self.tr("late: {day}").format(day=dates.short_day(due_on))
            line.addWidget(text_label(late if is_late else told, "bad" if is_late else "small"))
        holder = QWidget()
        line.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(line)
        self._steps.addWidget(holder)

    def _tell(self) -> None:
        if self._meeting is not None:
            self.record_chosen.emit(("meeting", self._meeting.id))


def _coming(sheet: "CalendarSheet") -> list[DayRow]:
    """Return what comes in the next ninety days, and what is late."""
    today, last = sheet.today, sheet.today + _NEXT
    return [
        *(_meeting(row) for row in sheet.meetings if _is_between(row.starts_on, today, last)),
        *(
            deadline_words.row_of(each)
            for each in sheet.deadlines
            if each.is_late or (not each.is_done and today <= each.day <= last)
        ),
    ]


def _is_between(day: date | None, first: date, last: date) -> bool:
    return day is not None and first <= day <= last


def _meeting(row: "MeetingRow") -> DayRow:
    assert row.starts_on is not None
    host = row.host.name if row.host is not None else ""
    detail = " · ".join(part for part in (words.say_days(row), host, row.place) if part)
    return DayRow(
        row.starts_on,
        " · ".join(part for part in (row.code, row.title) if part),
        detail,
        ("meeting", row.id),
        phrases.say("meeting status", row.status),
        phrases.hue("meeting status", row.status),
    )


def _day_off(each: "DayOff") -> DayRow:
    hue = phrases.party_hue(each.party.seat)
    return DayRow(each.day, each.name, each.party.name, None, each.party.code, hue)
