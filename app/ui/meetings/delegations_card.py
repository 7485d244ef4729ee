"""Who came, at a glance: each side with its head and how many sat behind."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.widgets import chip
from app.ui.widgets.card import Card
from app.ui.widgets.label import ElidingLabel, text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.delegations import DelegateRow, DelegationRow

DELEGATIONS_TAB = "delegations"
_FACES = 4


class DelegationsCard(Card):
    """Shows the delegations of a meeting, the host's first.

    Signals:
        tab_requested: The key of the tab that says more.
    """

    tab_requested = Signal(str)

    def __init__(self, rows: "tuple[DelegationRow, ...]", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Delegations"), "users", parent=parent)
        self.setObjectName("delegations_card")
        self.body.setSpacing(8)
        if not rows:
            self.body.addWidget(wrapped_label(self.tr("No delegation is on record."), "small"))
            return
        self.add_link(self.tr("All names"), name="open_delegations").clicked.connect(self._open)
        for row in rows:
            self.body.addWidget(self._side(row))

    def _open(self) -> None:
        self.tab_requested.emit(DELEGATIONS_TAB)

    def _side(self, row: "DelegationRow") -> QFrame:
        side = QFrame()
        side.setProperty("cls", "flat")
        down = QVBoxLayout(side)
        down.setContentsMargins(12, 10, 12, 10)
        down.setSpacing(6)
        down.addLayout(side_heading(row))
        heads = [delegate for delegate in row.delegates if delegate.role == "head"]
        for head in heads:
            lines = QVBoxLayout()
            lines.setSpacing(1)
            lines.addWidget(wrapped_label(head.name, "medium"))
            if head.post:
                lines.addWidget(wrapped_label(head.post, "small"))
            down.addLayout(lines)
        others = [delegate for delegate in row.delegates if delegate.role != "head"]
        if faces := [delegate for delegate in others if not delegate.is_institution]:
            down.addLayout(self._faces(faces, phrases.party_hue(row.party.seat)))
        return side

    def _faces(self, delegates: "list[DelegateRow]", hue: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for delegate in delegates[:_FACES]:
            face = chip.avatar(delegate.initials, hue)
            face.setToolTip(delegate.name)
            row.addWidget(face)
        if len(delegates) > _FACES:
            row.addWidget(text_label(f"+{len(delegates) - _FACES}", "small"))
        row.addStretch(1)
        return row


def side_heading(row: "DelegationRow") -> QHBoxLayout:
    """Return a side's badge, name and part in the meeting."""
    across = QHBoxLayout()
    across.setSpacing(10)
    across.addWidget(chip.badge(row.party.code, phrases.party_hue(row.party.seat)))
    lines = QVBoxLayout()
    lines.setSpacing(0)
    lines.addWidget(ElidingLabel(row.party.name, "strong"))
    lines.addWidget(ElidingLabel(composition(row), "small"))
    across.addLayout(lines, 1)
    return across


def composition(row: "DelegationRow") -> str:
    """Return whether a side hosts, and how many people and institutions it brought."""
    translate = QCoreApplication.translate
    institutions = sum(1 for delegate in row.delegates if delegate.is_institution)
    people = len(row.delegates) - institutions
    parts = [
        translate("Delegations", "Host") if row.is_host else translate("Delegations", "Guest"),
    ]
    if people:
        parts.append(translate("Delegations", "%n person(s)", "", people))
    if institutions:
        parts.append(translate("Delegations", "%n institution(s)", "", institutions))
    return " · ".join(parts)
