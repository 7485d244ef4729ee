"""What is overdue in the preparation of a meeting, before anything else is looked at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import dates, phrases
from app.ui.widgets import chip
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.preparation import TaskRow

PREPARATION_TAB = "preparation"
_MOST = 5


class LateCard(Card):
    """Lists overdue tasks, the longest overdue first.

    Signals:
        tab_requested: The key of the tab that says more.
    """

    tab_requested = Signal(str)

    def __init__(self, rows: "tuple[TaskRow, ...]", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Overdue"), "triangle-alert", count=len(rows), parent=parent)
        self.setObjectName("late_card")
        link = self.add_link(self.tr("Preparation"), name="open_preparation")
        link.clicked.connect(self._open)
        ordered = sorted(rows, key=lambda row: -row.days_late)
        for row in ordered[:_MOST]:
            self.body.addWidget(self._line(row))
        if len(ordered) > _MOST:
            more = self.tr("and %n more", "", len(ordered) - _MOST)
            self.body.addWidget(text_label(more, "small"))

    def _open(self) -> None:
        self.tab_requested.emit(PREPARATION_TAB)

    def _line(self, row: "TaskRow") -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 8, 0, 2)
        across.setSpacing(10)
        across.addWidget(IconLabel("triangle-alert", "bad"), 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(4)
        down.addWidget(wrapped_label(row.title))
        meta = FlowLayout(spacing=6)
        if row.side is not None:
            meta.addWidget(chip.chip(row.side.name, phrases.party_hue(row.side.seat)))
        meta.addWidget(chip.chip(self.tr("Late by %n day(s)", "", row.days_late), "bad"))
        if row.due_on is not None:
            due = self.tr("Due {day}").format(day=dates.day_and_year(row.due_on))
            meta.addWidget(text_label(due, "small"))
        down.addLayout(meta)
        across.addLayout(down, 1)
        return line
