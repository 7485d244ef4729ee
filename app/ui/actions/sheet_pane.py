"""One action item beside the others: what is to be done, by whom, and every line reported on it."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui import dates
from app.ui.actions import words
from app.ui.widgets import chip
from app.ui.widgets.card import Card, link_button, rule
from app.ui.widgets.clearing import clear
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from datetime import date

    from app.services.follow_up.sheets import ActionSheet, LineRow


class SheetPane(QScrollArea):
    """Shows one action item.

    Signals:
        report_requested, edit_requested, remove_requested: What they say.
        record_requested: The kind and id of a record that it comes from.
        closed: It shall be closed.
    """

    report_requested = Signal()
    edit_requested = Signal()
    remove_requested = Signal()
    record_requested = Signal(str, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("action_sheet")
        self.setAccessibleName(self.tr("Action item"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("bg", "window")
        self._down = QVBoxLayout(inside)
        self._down.setContentsMargins(8, 4, 20, 20)
        self._down.setSpacing(12)
        self.setWidget(inside)

    def show_sheet(self, sheet: "ActionSheet", today: "date", *, can_change: bool) -> None:
        """Show an action item."""
        place = self.verticalScrollBar().value()
        clear(self._down)
        self._down.addLayout(self._head(sheet))
        self._down.addWidget(wrapped_label(sheet.row.text, "h2", name="action_text"))
        self._down.addLayout(self._chips(sheet, today))
        if can_change:
            self._down.addLayout(self._buttons(sheet))
        self._down.addWidget(self._facts(sheet))
        self._down.addWidget(self._lines(sheet))
        self._down.addStretch(1)
        self.verticalScrollBar().setValue(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _head(self, sheet: "ActionSheet") -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(text_label(sheet.row.code, "symbol", name="action_code"))
        across.addStretch(1)
        close = IconButton("x", self.tr("Close the action item"), name="close_action")
        close.clicked.connect(self.closed)
        across.addWidget(close)
        return across

    def _chips(self, sheet: "ActionSheet", today: "date") -> FlowLayout:
        flow = FlowLayout(spacing=6)
        row = sheet.row
        flow.addWidget(
            chip.chip(words.say_status(row), words.status_hue(row), name="action_status")
        )
        flow.addWidget(chip.chip(words.say_side(row.side), words.side_hue(row.side)))
        told, hue = words.due_chip(row, today)
        if told:
            flow.addWidget(chip.chip(told, hue))
        if row.carries:
            flow.addWidget(chip.chip(words.say_carries(row), "neutral", name="action_carries"))
        return flow

    def _buttons(self, sheet: "ActionSheet") -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        report = QPushButton(self.tr("Report…"))
        report.setObjectName("report_action")
        report.setProperty("kind", "primary")
        report.clicked.connect(self.report_requested)
        edit = QPushButton(self.tr("Edit…"))
        edit.setObjectName("edit_action")
        edit.clicked.connect(self.edit_requested)
        across.addWidget(report)
        across.addWidget(edit)
        if not sheet.lines:
            remove = QPushButton(self.tr("Remove…"))
            remove.setObjectName("remove_action")
            remove.clicked.connect(self.remove_requested)
            across.addWidget(remove)
        across.addStretch(1)
        return across

    def _facts(self, sheet: "ActionSheet") -> QWidget:
        card = Card(self.tr("By whom and when"), "info")
        card.body.setSpacing(6)
        row = sheet.row
        for label, told in (
            (self.tr("Responsible"), row.responsible),
            (self.tr("Due"), words.say_due(row) or self.tr("Not said")),
            (self.tr("Closed"), dates.day_and_year(row.closed_on) if row.closed_on else ""),
        ):
            if told:
                card.body.addLayout(_line(label, wrapped_label(told)))
        if row.meeting_id is not None:
            self._add_link(card, self.tr("Meeting"), row.meeting, "meeting", row.meeting_id)
        if sheet.agenda_id is not None and row.item:
            told = self.tr("Item {label}").format(label=row.item)
            self._add_link(card, self.tr("Agenda"), told, "agenda_item", sheet.agenda_id)
        if sheet.decision_id is not None and row.decision:
            self._add_link(card, self.tr("Decision"), row.decision, "decision", sheet.decision_id)
        return card

    def _add_link(self, card: Card, label: str, told: str, kind: str, key: UUID) -> None:
        link = link_button(told, name=f"action_{kind}")
        link.clicked.connect(partial(self._tell_record, kind, key))
        card.body.addLayout(_line(label, link))

    def _lines(self, sheet: "ActionSheet") -> QWidget:
        card = Card(self.tr("Status lines"), "history", count=len(sheet.lines) or None)
        card.setObjectName("action_lines")
        card.body.setSpacing(8)
        if not sheet.lines:
            told = self.tr("Nothing has been reported yet.")
            card.body.addWidget(wrapped_label(told, "small"))
        for place, line in enumerate(sheet.lines):
            if place:
                card.body.addWidget(rule())
            card.body.addLayout(self._reported(line))
        return card

    def _reported(self, line: "LineRow") -> QVBoxLayout:
        down = QVBoxLayout()
        down.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        where = line.meeting or self.tr("Between meetings")
        head.addWidget(text_label(where, "strong"))
        head.addStretch(1)
        head.addWidget(text_label(dates.day_and_year(line.reported_on), "small"))
        down.addLayout(head)
        if line.text:
            down.addWidget(wrapped_label(line.text))
        told = [words.say_line_status(line)]
        if line.side is not None:
            told.append(words.say_side(line.side))
        if line.due_after is not None:
            told.append(self.tr("put off to {day}").format(day=dates.day_and_year(line.due_after)))
        if line.actor:
            told.append(self.tr("entered by {name}").format(name=line.actor))
        down.addWidget(wrapped_label(" · ".join(told), "faint"))
        return down

    def _tell_record(self, kind: str, key: UUID) -> None:
        self.record_requested.emit(kind, key)


def _line(label: str, shown: QWidget) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(8)
    name = text_label(label, "small")
    name.setMinimumWidth(86)
    across.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(shown, 0 if isinstance(shown, QPushButton) else 1)
    if isinstance(shown, QPushButton):
        across.addStretch(1)
    return across
