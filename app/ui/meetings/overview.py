"""A meeting at a glance: how far its record is, what was agreed, who came, what is still open."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.ui import dates, phrases
from app.ui.appearance import scaled
from app.ui.meetings.actions_card import ActionsCard
from app.ui.meetings.agenda_card import AgendaCard
from app.ui.meetings.decisions_card import DecisionsCard
from app.ui.meetings.delegations_card import DelegationsCard
from app.ui.meetings.history_card import HistoryCard
from app.ui.meetings.late_card import LateCard
from app.ui.meetings.papers_card import PapersCard
from app.ui.meetings.record import MeetingRecord
from app.ui.meetings.sources_card import SourcesCard
from app.ui.steps import Steps
from app.ui.widgets.card import Card
from app.ui.widgets.stepper import Step, Stepper

if TYPE_CHECKING:
    from app.services.meetings import RecordStep

_SIDE_WIDTH = 320
_FOLDS_BELOW = 760


class Overview(QWidget):
    """Cards in two columns, or in one where the window is narrow.

    Signals:
        tab_requested: The key of the tab that says more.
        decision_requested: The id of a decision that shall be brought into view.
        record_requested: The kind and the id of a record that shall be shown on its own page.
        filled: The cards of the meeting that was to be shown are there, all of them.
    """

    tab_requested = Signal(str)
    decision_requested = Signal(object)
    record_requested = Signal(str, object)
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self.setAccessibleName(self.tr("Overview"))
        self._decisions: DecisionsCard | None = None
        self._columns = _Columns()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._columns)
        self._filling = Steps(self)

    def show_record(self, shown: MeetingRecord) -> None:
        """Fill the cards anew, in steps; a card with nothing to say is left out."""
        self._filling.take(self._fill(shown))

    def _fill(self, shown: MeetingRecord) -> Iterator[None]:
        """Make the cards out of sight, and put all in the place of those before at once."""
        new = _Columns(self)
        new.hide()
        new.resize(self._columns.size())
        is_whole = False
        try:
            decisions = DecisionsCard(shown.decisions) if shown.decisions else None
            for column, card in self._cards(shown, decisions, new):
                column.addWidget(card)
                yield
                if isinstance(card, AgendaCard | PapersCard):
                    yield from card.add_lines()
                card.ensurePolished()
                yield
            new.end()
            yield
            is_whole = True
        except Exception:
            self.filled.emit()  # what was shown before is still whole
            raise
        finally:
            if not is_whole and isValid(new):
                new.deleteLater()
        self._decisions = decisions
        self._turn_to(new)

    def _cards(
        self, shown: MeetingRecord, decisions: DecisionsCard | None, new: "_Columns"
    ) -> Iterator[tuple[QVBoxLayout, QWidget]]:
        """Make the cards one by one, each with the column it goes into."""
        yield new.main, self._record_card(shown)
        agenda = AgendaCard(shown.agenda)
        agenda.tab_requested.connect(self.tab_requested)
        agenda.decision_requested.connect(self.decision_requested)
        yield new.main, agenda
        if decisions is not None:
            yield new.main, decisions
        if shown.detail.sources:
            yield new.main, SourcesCard(shown.detail.sources)
        if shown.late_tasks:
            late = LateCard(shown.late_tasks)
            late.tab_requested.connect(self.tab_requested)
            yield new.side, late
        delegations = DelegationsCard(shown.delegations)
        delegations.tab_requested.connect(self.tab_requested)
        yield new.side, delegations
        if shown.actions:
            actions = ActionsCard(shown.actions, done=shown.actions_done)
            actions.record_requested.connect(self.record_requested)
            yield new.side, actions
        if shown.papers:
            yield new.side, PapersCard(shown.papers)
        if shown.detail.history:
            yield new.side, HistoryCard(shown.detail.history)

    def _turn_to(self, new: "_Columns") -> None:
        was, self._columns = self._columns, new
        self._layout.removeWidget(was)
        was.hide()
        was.deleteLater()
        self._layout.addWidget(new)
        new.show()
        self.filled.emit()

    def decision_row(self, decision_id: UUID) -> QWidget | None:
        """Return the row of a decision, so that it can be brought into view."""
        self._filling.finish()
        return self._decisions.row(decision_id) if self._decisions is not None else None

    def _record_card(self, shown: MeetingRecord) -> Card:
        card = Card(self.tr("Record"), "shield-check")
        stepper = Stepper()
        stepper.setObjectName("record_stepper")
        stepper.show_steps(tuple(self._step(step) for step in shown.detail.steps))
        card.body.addWidget(stepper)
        return card

    def _step(self, step: "RecordStep") -> Step:
        label = phrases.say("step", step.key)
        caption = dates.short_day(step.on) if step.on is not None else ""
        if step.total:
            caption = self.tr("{done} of {total}").format(done=step.done, total=step.total)
        spoken = ", ".join(
            part for part in (label, phrases.say("step state", step.state), caption) if part
        )
        return Step(label, caption, step.state, spoken)


class _Columns(QWidget):
    """The two columns, or the one where the window is narrow.

    Attributes:
        main: The wider column.
        side: The narrower one, or what comes below.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.main = _column()
        self._side_box = QWidget()
        self.side = _column()
        self._side_box.setLayout(self.side)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(24, 18, 24, 24)
        self._across.setSpacing(16)
        self._across.addLayout(self.main, 1)
        self._across.addWidget(self._side_box)
        self._fold()

    def end(self) -> None:
        """Leave free what is below the last card of each column, and find out all sizes."""
        for column in (self.main, self.side):
            column.addStretch(1)
        self._fold()
        self._across.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        if self.width() < scaled(_FOLDS_BELOW):
            self._across.setDirection(QBoxLayout.Direction.TopToBottom)
            self._side_box.setMinimumWidth(0)
            self._side_box.setMaximumWidth(16_777_215)
        else:
            self._across.setDirection(QBoxLayout.Direction.LeftToRight)
            self._side_box.setFixedWidth(scaled(_SIDE_WIDTH))


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    return column
