"""A meeting at a glance: how far its record is, what was agreed, who came, what is still open."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

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
from app.ui.widgets.card import Card
from app.ui.widgets.clearing import clear
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
    """

    tab_requested = Signal(str)
    decision_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self.setAccessibleName(self.tr("Overview"))
        self._decisions: DecisionsCard | None = None
        self._main = _column()
        self._side_box = QWidget()
        self._side = _column()
        self._side_box.setLayout(self._side)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(24, 18, 24, 24)
        self._columns.setSpacing(16)
        self._columns.addLayout(self._main, 1)
        self._columns.addWidget(self._side_box)
        self._fold()

    def show_record(self, shown: MeetingRecord) -> None:
        """Fill the cards anew; a card with nothing to say is left out."""
        clear(self._main)
        clear(self._side)
        self._decisions = DecisionsCard(shown.decisions) if shown.decisions else None
        agenda = AgendaCard(shown.agenda)
        agenda.tab_requested.connect(self.tab_requested)
        agenda.decision_requested.connect(self.decision_requested)
        delegations = DelegationsCard(shown.delegations)
        delegations.tab_requested.connect(self.tab_requested)
        for card in (self._record_card(shown), agenda, self._decisions):
            if card is not None:
                self._main.addWidget(card)
        sources = SourcesCard(shown.detail.sources) if shown.detail.sources else None
        if sources is not None:
            self._main.addWidget(sources)
        self._main.addStretch(1)
        if shown.late_tasks:
            late = LateCard(shown.late_tasks)
            late.tab_requested.connect(self.tab_requested)
            self._side.addWidget(late)
        self._side.addWidget(delegations)
        if shown.actions:
            self._side.addWidget(ActionsCard(shown.actions, done=shown.actions_done))
        if shown.papers:
            self._side.addWidget(PapersCard(shown.papers))
        if shown.detail.history:
            self._side.addWidget(HistoryCard(shown.detail.history))
        self._side.addStretch(1)

    def decision_row(self, decision_id: UUID) -> QWidget | None:
        """Return the row of a decision, so that it can be brought into view."""
        return self._decisions.row(decision_id) if self._decisions is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        if self.width() < scaled(_FOLDS_BELOW):
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)
            self._side_box.setMinimumWidth(0)
            self._side_box.setMaximumWidth(16_777_215)
        else:
            self._columns.setDirection(QBoxLayout.Direction.LeftToRight)
            self._side_box.setFixedWidth(scaled(_SIDE_WIDTH))

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


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    return column
