"""The whole agenda: every item with its annotation, hour, lead, outcome and decisions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.meetings.agenda_line import agenda_line
from app.ui.meetings.record import MeetingRecord
from app.ui.widgets.card import Card, rule
from app.ui.widgets.clearing import clear
from app.ui.widgets.label import wrapped_label


class AgendaTab(QWidget):
    """Lists the agenda in full.

    Signals:
        decision_requested: The id of a decision that shall be brought into view.
    """

    decision_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_tab")
        self.setAccessibleName(self.tr("Agenda"))
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(24, 18, 24, 24)

    def show_record(self, shown: MeetingRecord) -> None:
        """Show the agenda of this meeting."""
        clear(self._down)
        card = Card(self.tr("Agenda"), "list-ordered", count=len(shown.agenda))
        for place, row in enumerate(shown.agenda):
            if place:
                card.body.addWidget(rule())
            card.body.addWidget(agenda_line(row, self.decision_requested, in_full=True))
        if not shown.agenda:
            sentence = self.tr("No agenda is on record for this meeting.")
            card.body.addWidget(wrapped_label(sentence, "muted"))
        self._down.addWidget(card)
        self._down.addStretch(1)
