"""The decisions that a meeting took."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.widgets import chip
from app.ui.widgets.card import Card, rule
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel, text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.decisions import DecisionRow


class DecisionsCard(Card):
    """Lists decisions by their symbols."""

    def __init__(self, rows: "tuple[DecisionRow, ...]", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Decisions"), "gavel", count=len(rows), parent=parent)
        self.setObjectName("decisions_card")
        self._rows: dict[UUID, QWidget] = {}
        for place, row in enumerate(rows):
            if place:
                self.body.addWidget(rule())
            line = self._line(row)
            self._rows[row.id] = line
            self.body.addWidget(line)

    def row(self, decision_id: UUID) -> QWidget | None:
        """Return the line of a decision."""
        return self._rows.get(decision_id)

    def _line(self, row: "DecisionRow") -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 9, 0, 9)
        across.setSpacing(12)
        across.addWidget(text_label(row.symbol, "symbol"), 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(4)
        down.addWidget(wrapped_label(row.title))
        if row.rule_label:
            down.addLayout(self._rule(row.rule_label))
        across.addLayout(down, 1)
        across.addLayout(self._chips(row))
        return line

    def _rule(self, label: str) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(6)
        across.addWidget(IconLabel("scale", "text3", size=14))
        across.addWidget(ElidingLabel(label, "small"), 1)
        return across

    def _chips(self, row: "DecisionRow") -> QHBoxLayout:
        chips = QHBoxLayout()
        chips.setSpacing(6)
        if str(row.provenance) == "illustrative":
            mark = chip.chip(self.tr("Illustrative"), "violet")
            mark.setToolTip(row.provenance_note)
            chips.addWidget(mark)
        status = phrases.say("decision status", row.status)
        chips.addWidget(chip.chip(status, phrases.hue("decision status", row.status)))
        return chips
