"""Everybody who came, side by side: names and posts as they were printed on the day."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.appearance import scaled
from app.ui.meetings.delegations_card import side_heading
from app.ui.meetings.record import MeetingRecord
from app.ui.widgets import chip
from app.ui.widgets.card import rule
from app.ui.widgets.clearing import clear
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.delegations import DelegateRow, DelegationRow

_FOLDS_BELOW = 620


class DelegationsTab(QWidget):
    """One card for each delegation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("delegations_tab")
        self.setAccessibleName(self.tr("Delegations"))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 18, 24, 24)
        down.addLayout(self._columns)
        down.addStretch(1)

    def show_record(self, shown: MeetingRecord) -> None:
        """Show the delegations of this meeting."""
        clear(self._columns)
        for row in shown.delegations:
            self._columns.addWidget(self._side(row), 1, Qt.AlignmentFlag.AlignTop)
        if not shown.delegations:
            self._columns.addWidget(
                wrapped_label(self.tr("No delegation is on record for this meeting."), "muted")
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(_FOLDS_BELOW)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def _side(self, row: "DelegationRow") -> QFrame:
        card = QFrame()
        card.setObjectName(f"delegation_{row.party.code}")
        card.setProperty("cls", "card")
        down = QVBoxLayout(card)
        down.setContentsMargins(16, 14, 16, 10)
        down.setSpacing(0)
        down.addLayout(side_heading(row))
        down.addSpacing(10)
        hue = phrases.party_hue(row.party.seat)
        for delegate in row.delegates:
            down.addWidget(rule())
            down.addWidget(self._delegate(delegate, hue))
        if not row.delegates:
            down.addWidget(wrapped_label(self.tr("No names are on record."), "small"))
        return card

    def _delegate(self, delegate: "DelegateRow", hue: str) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 9, 0, 9)
        across.setSpacing(10)
        across.addWidget(_face(delegate, hue), 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(3)
        down.addWidget(wrapped_label(delegate.name, "" if delegate.is_institution else "strong"))
        if delegate.post:
            down.addWidget(wrapped_label(delegate.post, "small"))
        if delegate.organisation and not delegate.is_institution:
            down.addWidget(wrapped_label(delegate.organisation, "small"))
        if (marks := _marks(delegate)) is not None:
            down.addLayout(marks)
        across.addLayout(down, 1)
        return line


def _face(delegate: "DelegateRow", hue: str) -> QWidget:
    if not delegate.is_institution:
        return chip.avatar(delegate.initials, hue)
    box = QWidget()
    box.setFixedSize(scaled(26), scaled(20))
    inside = QHBoxLayout(box)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(IconLabel("building-2", hue), 0, Qt.AlignmentFlag.AlignCenter)
    return box


def _marks(delegate: "DelegateRow") -> FlowLayout | None:
    words: list[QWidget] = []
    if delegate.role != "delegate":
        role = phrases.say("delegate role", delegate.role)
        words.append(chip.chip(role, phrases.hue("delegate role", delegate.role)))
    if delegate.attendance not in ("attended", "unknown"):
        attendance = phrases.say("attendance", delegate.attendance)
        words.append(chip.chip(attendance, phrases.hue("attendance", delegate.attendance)))
    if mode := phrases.say("mode", delegate.mode):
        words.append(text_label(mode, "micro"))
    if not words:
        return None
    flow = FlowLayout(spacing=6)
    for word in words:
        flow.addWidget(word)
    return flow
