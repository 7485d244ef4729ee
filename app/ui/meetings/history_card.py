"""The steps that a meeting took, with their days, their reasons and who took them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui import dates, phrases
from app.ui.widgets import chip
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.meetings import StepRow


class HistoryCard(Card):
    """Lists the steps, the latest first."""

    def __init__(self, rows: "tuple[StepRow, ...]", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How it came about"), "history", parent=parent)
        self.setObjectName("history_card")
        for row in reversed(rows):
            self.body.addWidget(self._line(row))

    def _line(self, row: "StepRow") -> QWidget:
        line = QWidget()
        down = QVBoxLayout(line)
        down.setContentsMargins(0, 8, 0, 2)
        down.setSpacing(4)
        meta = FlowLayout(spacing=6)
        status = phrases.say("meeting status", row.status)
        meta.addWidget(chip.chip(status, phrases.hue("meeting status", row.status)))
        told = (dates.day_and_year(row.taken_on), row.actor)
        meta.addWidget(text_label(" · ".join(part for part in told if part), "small"))
        down.addLayout(meta)
        if row.reason:
            down.addWidget(wrapped_label(row.reason))
        return line
