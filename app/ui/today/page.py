"""The start page: what comes next, who waits for whom, what is begun and what was done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui import dates, deadline_words
from app.ui.appearance import scaled
from app.ui.today import words
from app.ui.today.cards import LinesCard, MeetingCard
from app.ui.widgets.blank import Blank
from app.ui.widgets.label import text_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.today.sheets import Deadline, FollowUpRow, TodaySheet

_NARROW = 900


class TodayPage(QWidget):
    """Shows the start page of a body.

    Signals:
        record_chosen: The kind and key of the record to turn to.
        retry_requested: What failed shall be tried again.
    """

    record_chosen = Signal(object)
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today_page")
        self.setProperty("bg", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._day = text_label("", "h1")
        self._day.setObjectName("today_day")
        self._body = text_label("", "muted")
        self.meeting = MeetingCard()
        self.for_us = LinesCard(
            self.tr("Waits for us"),
            "square-check",
            name="for_us",
            nothing=self.tr("Nothing is late, and nothing is due in the next 60 days."),
        )
        self.for_others = LinesCard(
            self.tr("Waits for the other side"),
            "clock",
            name="for_others",
            nothing=self.tr("The other side owes nothing in the next 60 days."),
        )
        self.terms = LinesCard(
            self.tr("Terms that run out"),
            "calendar",
            name="terms",
            nothing=self.tr("No term runs out in the next 60 days."),
        )
        self.drafts = LinesCard(
            self.tr("Begun and not finished"),
            "file-pen-line",
            name="drafts",
            nothing=self.tr("No minutes, decision or rules are in draft."),
        )
        self.recent = LinesCard(
            self.tr("Done of late"),
            "history",
            name="recent",
            nothing=self.tr("Nothing has been changed yet."),
        )
        self._cards = (
            *(self.meeting, self.for_us, self.for_others),
            *(self.terms, self.drafts, self.recent),
        )
        for card in self._cards:
            card.record_chosen.connect(self.record_chosen)
        self._blank = Blank("calendar", name="today_blank")
        self._retry = self._blank.add_button(self.tr("Try again"), name="today_retry")
        self._retry.clicked.connect(self.retry_requested)
        self._columns = 0
        self._has_sides = True
        self._lay_out()

    def show_today(self, sheet: "TodaySheet") -> None:
        """Show the start page of a body."""
        self._stack.setCurrentWidget(self._area)
        self._day.setText(dates.whole_day(sheet.today))
        self._body.setText(sheet.body)
        self.meeting.show_meeting(sheet)
        _show(self.for_us, sheet.for_us, sheet.undated_for_us)
        _show(self.for_others, sheet.for_others, sheet.undated_for_others)
        _show(self.terms, sheet.terms, ())
        self._has_sides = sheet.ours is not None
        self.for_others.setVisible(self._has_sides)
        self._place(self._columns, anew=True)
        self.drafts.show_lines([words.row_of_unfinished(each) for each in sheet.unfinished])
        self.recent.show_lines([words.row_of_change(each) for each in sheet.recent])

    def show_nothing(self) -> None:
        """Show that there is no body yet."""
        self._retry.hide()
        self._blank.say(self.tr("There is no body yet, and so nothing that waits"))
        self._stack.setCurrentWidget(self._blank)

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why it cannot be read."""
        self._retry.show()
        self._blank.say(sentence, remedy)
        self._stack.setCurrentWidget(self._blank)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to what waits for us."""
        super().focusInEvent(event)
        self.for_us.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out in as many columns as there is room for."""
        super().resizeEvent(event)
        self._place(1 if self.width() < scaled(_NARROW) else 2)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("bg", "window")
        down = QVBoxLayout(inside)
        down.setContentsMargins(28, 22, 28, 28)
        down.setSpacing(4)
        down.addWidget(self._day)
        down.addWidget(self._body)
        down.addSpacing(14)
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        down.addLayout(self._grid)
        down.addStretch(1)
        self._area = QScrollArea()
        self._area.setObjectName("today_area")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._blank)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._place(2)

    def _place(self, columns: int, *, anew: bool = False) -> None:
        """Put the cards that are shown into columns; a hidden one leaves no hole."""
        if columns == self._columns and not anew:
            return
        self._columns = columns
        shown = [card for card in self._cards if self._has_sides or card is not self.for_others]
        for place, card in enumerate(shown):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _show(
    card: LinesCard, deadlines: "Sequence[Deadline]", undated: "Sequence[FollowUpRow]"
) -> None:
    rows = [deadline_words.row_of(each) for each in deadlines]
    rows += [words.row_of_undated(each) for each in undated]
    card.show_lines(rows, late=sum(each.is_late for each in deadlines))
