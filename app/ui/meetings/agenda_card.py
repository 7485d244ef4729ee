"""The agenda at a glance, with what came of each item."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.meetings.agenda_line import agenda_line
from app.ui.widgets.card import Card, rule
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
        self._rows = rows
        if not rows:
            self.body.addWidget(wrapped_label(self.tr("No agenda is on record."), "small"))
            return
        self.add_link(self.tr("Open agenda"), name="open_agenda").clicked.connect(self._open)

    def add_lines(self) -> Iterator[None]:
        """Add the lines, one in each step."""
        for place, row in enumerate(self._rows):
            if place:
                self.body.addWidget(rule())
            self.body.addWidget(agenda_line(row, self.decision_requested))
            yield

    def _open(self) -> None:
        self.tab_requested.emit(AGENDA_TAB)
