"""The agenda at a glance, with what came of each item."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.meetings.agenda_line import agenda_line
from app.ui.widgets.card import Card, rule
from app.ui.widgets.gradual import Gradual
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.services.agenda import AgendaRow

AGENDA_TAB = "agenda"


class AgendaCard(Card):
    """Lists the agenda of a meeting.

    Signals:
        tab_requested: The key of the tab that says more.
        decision_requested: The id of a decision that shall be brought into view.
    """

    tab_requested = Signal(str)
    decision_requested = Signal(object)

    def __init__(self, rows: "tuple[AgendaRow, ...]", parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Agenda and outcomes"), "list-ordered", count=len(rows), parent=parent
        )
        self.setObjectName("agenda_card")
        if not rows:
            self.body.addWidget(wrapped_label(self.tr("No agenda is on record."), "small"))
            return
        self.add_link(self.tr("Open agenda"), name="open_agenda").clicked.connect(self._open)
        Gradual([partial(self._add_line, place, row) for place, row in enumerate(rows)], owner=self)

    def _add_line(self, place: int, row: "AgendaRow") -> None:
        if place:
            self.body.addWidget(rule())
        self.body.addWidget(agenda_line(row, self.decision_requested))

    def _open(self) -> None:
        self.tab_requested.emit(AGENDA_TAB)
