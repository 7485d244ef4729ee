"""The view by meeting: what each meeting found, what was reported there, and what it left."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.actions.table import review_columns, say_day
from app.ui.actions.view import ByMeeting
from app.ui.appearance import scaled
from app.ui.widgets.label import ElidingLabel, text_label
from app.ui.widgets.record_columns import Column
from app.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from app.services.follow_up.carrying import MeetingReview

_LIST = 250
_FOUND, _LEFT, _CARRIED = 3, 5, 6
_HIDES_BELOW = ((_FOUND, 760), (_CARRIED, 700), (_LEFT, 600))


class ByMeetingView(QWidget):
    """The meetings at the left, the action items of one of them at the right.

    Signals:
        meeting_chosen: The id of the meeting whose action items shall be shown.
        chosen: The id of the action item that the keyboard is on, or ``None``.
        opened: The id of the action item that shall be opened.
        carry_requested: What is still owed shall be carried to the next meeting.
    """

    meeting_chosen = Signal(object)
    chosen = Signal(object)
    opened = Signal(object)
    carry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actions_by_meeting")
        self.meetings = RecordTable(
            _meeting_columns(),
            name="action_meetings",
            spoken=self.tr("Meetings"),
            filtered=False,
            empty_icon="landmark",
        )
        self.meetings.setFixedWidth(_LIST)
        self.meetings.say_empty(self.tr("This body has no meetings on record"))
        self.meetings.chosen.connect(self._tell_meeting)
        self.table = RecordTable(
            review_columns(),
            name="meeting_actions",
            spoken=self.tr("Action items of the meeting"),
            filtered=False,
            empty_icon="square-kanban",
        )
        self.table.offer_links("action_item")
        self.table.chosen.connect(self._tell)
        self.table.activated.connect(self._tell_opened)
        self._title = text_label("", "h2", name="review_title")
        self._note = ElidingLabel("", "small")
        self._carry = QPushButton()
        self._carry.setObjectName("carry_actions")
        self._carry.clicked.connect(self.carry_requested)
        self._lay_out()
        self.setFocusProxy(self.table)

    def show_by_meeting(self, shown: ByMeeting) -> None:
        """Show the meetings, and one of them."""
        self.meetings.set_rows(shown.meetings)
        review = shown.review
        self._carry.setVisible(review is not None and review.can_carry)
        if review is None:
            self._title.setText("")
            self._note.setText("")
            self.table.set_rows(())
            return
        if not any(row.id == review.meeting_id for row in self.meetings.selected()):
            self.meetings.choose([review.meeting_id])
        self._title.setText(review.name)
        self._note.setText(self._say_note(review))
        self.table.say_empty(self.tr("Nothing was followed up at this meeting"))
        self.table.set_rows(review.rows)
        to = review.next_name or self.tr("the next meeting")
        self._carry.setText(self.tr("Carry what is open to {meeting}").format(meeting=to))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is no room."""
        super().resizeEvent(event)
        for place, width in _HIDES_BELOW:
            self.table.view.setColumnHidden(place, self.width() - _LIST < scaled(width))

    def _say_note(self, review: "MeetingReview") -> str:
        carried = sum(each.carried for each in review.rows)
        told = []
        if carried:
            words = QCoreApplication.translate("Actions", "%n item(s) carried on", "", carried)
            told.append(words)
        if review.open_count:
            told.append(
                QCoreApplication.translate("Actions", "%n still open now", "", review.open_count)
            )
        return " · ".join(told)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        head.addWidget(self._carry)
        down = QVBoxLayout()
        down.setSpacing(8)
        down.addLayout(head)
        down.addWidget(self.table, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(self.meetings)
        across.addLayout(down, 1)

    def _tell_meeting(self, rows: tuple[Any, ...]) -> None:
        if len(rows) == 1:
            self.meeting_chosen.emit(rows[0].id)

    def _tell(self, rows: tuple[Any, ...]) -> None:
        self.chosen.emit(_key(rows))

    def _tell_opened(self, row: object) -> None:
        self.opened.emit(_key((row,)))


def _key(rows: tuple[Any, ...]) -> UUID | None:
    return rows[0].row.id if len(rows) == 1 else None


def _meeting_columns() -> tuple[Column, ...]:
    say = QCoreApplication.translate
    return (
        Column("name", say("Actions", "Meeting"), lambda row: row.name),
        Column(
            "day",
            say("Actions", "Day"),
            lambda row: say_day(row.starts_on),
            sort=lambda row: row.starts_on,
            width=100,
        ),
        Column(
            "new",
            say("Actions", "New"),
            lambda row: str(row.new or ""),
            sort=lambda row: -row.new,
            width=48,
            align_right=True,
        ),
    )
