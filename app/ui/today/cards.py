"""The cards of the start page: each a heading and the lines below it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.today import words
from app.ui.widgets.card import Card
from app.ui.widgets.day_list import DayList, DayRow
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.today.sheets import TodaySheet

_LINE = 54
_MOST = 6


class LinesCard(Card):
    """Lines under a heading; where there are none, a sentence says so.

    Signals:
        record_chosen: The kind and key of the record of the line that was chosen.
    """

    record_chosen = Signal(object)

    def __init__(
        self, title: str, icon: str, *, name: str, nothing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, icon, parent=parent)
        self.setObjectName(f"today_{name}")
        self._count = text_label("", "small")
        self.add_aside(self._count)
        self.list = DayList(name=f"today_{name}_list", spoken=title)
        self.list.record_chosen.connect(self.record_chosen)
        self._nothing = wrapped_label(nothing, "muted")
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.list)
        self.body.addStretch(1)

    def show_lines(self, rows: Sequence[DayRow], *, late: int = 0) -> None:
        """Show these lines, and how many of them are late."""
        self.list.table.set_rows(rows)
        self.list.setVisible(bool(rows))
        self.list.setFixedHeight(scaled(_LINE) * min(len(rows), _MOST) + 4)
        self._nothing.setVisible(not rows)
        told = self.tr("%n late", "", late) if late else ""
        self._count.setText(" · ".join(filter(None, (str(len(rows)) if rows else "", told))))


class MeetingCard(Card):
    """The next meeting, and how far its preparation is.

    Signals:
        record_chosen: The meeting shall be opened.
    """

    record_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Next meeting"), "landmark", parent=parent)
        self.setObjectName("today_meeting")
        self._record: object = None
        self._link = self.add_link(self.tr("Open the meeting"), name="today_open_meeting")
        self._link.clicked.connect(self._tell)
        self.title = wrapped_label("", "h2")
        self.title.setObjectName("today_meeting_title")
        self._when = wrapped_label("", "body")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far the preparation is"))
        self._done, self._left = text_label("", "small"), text_label("", "small")
        self._left.setObjectName("today_days_left")
        figures = QHBoxLayout()
        figures.addWidget(self._done)
        figures.addStretch(1)
        figures.addWidget(self._left)
        down = QVBoxLayout()
        down.setSpacing(8)
        for widget in (self.title, self._when, self._bar):
            down.addWidget(widget)
        down.addLayout(figures)
        self.body.addLayout(down)
        self.body.addStretch(1)

    def show_meeting(self, sheet: "TodaySheet") -> None:
        """Show the next meeting of a body."""
        row = sheet.next_meeting
        self._link.setVisible(row is not None)
        self._record = ("meeting", row.id) if row is not None else None
        self._bar.setVisible(bool(sheet.total))
        self._bar.setMaximum(max(1, sheet.total))
        self._bar.setValue(sheet.done)
        told = self.tr("{done} of {total} preparation steps done")
        self._done.setText(told.format(done=sheet.done, total=sheet.total) if sheet.total else "")
        if row is None:
            self.title.setText(self.tr("No meeting is planned"))
            self._when.setText(self.tr("A new one is planned with Ctrl+Shift+N."))
            self._left.setText("")
            return
        self.title.setText(" · ".join(filter(None, (row.code, row.title))))
        self._when.setText(words.say_meeting(row))
        days = (row.starts_on - sheet.today).days if row.starts_on else 0
        self._left.setText(self.tr("%n day(s) left", "", days) if days > 0 else "")

    def _tell(self) -> None:
        if self._record is not None:
            self.record_chosen.emit(self._record)
