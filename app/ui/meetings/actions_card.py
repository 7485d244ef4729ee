"""What was promised at a meeting, by which side, and whether it is done."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.action import UNFINISHED
from app.ui import dates, phrases
from app.ui.widgets import chip
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.progress import ShareBar

if TYPE_CHECKING:
    from app.services.actions import ActionRow

_ICONS = {
    "open": ("circle", "text2"),
    "in-progress": ("circle-dot", "accent"),
    "partly-done": ("circle-dot", "accent"),
    "done": ("circle-check", "ok"),
    "dropped": ("x", "text3"),
}


class ActionsCard(Card):
    """Lists action items under a bar that says how many are done.

    Signals:
        record_requested: The kind and the id of a record that shall be shown on its own page.
    """

    record_requested = Signal(str, object)

    def __init__(
        self, rows: "tuple[ActionRow, ...]", *, done: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Follow-up"), "list-checks", parent=parent)
        self.setObjectName("actions_card")
        link = self.add_link(self.tr("Action items"), name="open_actions")
        first = next((row for row in rows if row.status in UNFINISHED), rows[0])
        link.clicked.connect(partial(self.record_requested.emit, "action_item", first.id))
        told = self.tr("{done} of {total} done").format(done=done, total=len(rows))
        bar = ShareBar(done / len(rows), spoken=told)
        bar.setToolTip(told)
        self.body.addWidget(bar)
        self.body.addWidget(text_label(told, "micro"))
        for row in rows:
            self.body.addWidget(self._line(row))

    def _line(self, row: "ActionRow") -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 8, 0, 2)
        across.setSpacing(10)
        icon, token = _ICONS.get(row.status, _ICONS["open"])
        if row.is_late:
            icon, token = "triangle-alert", "bad"
        across.addWidget(IconLabel(icon, token), 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(4)
        down.addWidget(wrapped_label(row.text))
        down.addLayout(self._meta(row))
        across.addLayout(down, 1)
        return line

    def _meta(self, row: "ActionRow") -> FlowLayout:
        meta = FlowLayout(spacing=6)
        if row.side is None:
            meta.addWidget(chip.chip(self.tr("All sides"), "neutral"))
        else:
            meta.addWidget(chip.chip(row.side.name, phrases.party_hue(row.side.seat)))
        status = phrases.say("action status", row.status)
        meta.addWidget(text_label(status, "small"))
        if row.is_late:
            meta.addWidget(chip.chip(self.tr("Late"), "bad"))
        if row.due_on is not None:
            due = self.tr("Due {day}").format(day=dates.day_and_year(row.due_on))
            meta.addWidget(text_label(due, "small"))
        elif row.due_words:
            due = self.tr("Due: {words}").format(words=row.due_words)
            meta.addWidget(text_label(due, "small"))
        return meta
