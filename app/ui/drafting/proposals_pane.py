"""The proposals for the provision in hand, side by side; one of them is chosen, or none."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui import phrases
from app.ui.appearance import scaled
from app.ui.dates import day_and_year
from app.ui.drafting import words
from app.ui.drafting.redline_html import write_redline
from app.ui.widgets import chip
from app.ui.widgets.card import link_button
from app.ui.widgets.clearing import clear
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.drafting.draft_sheets import DraftSheet, ProposalRow, ProvisionSheet

_SIDE_BY_SIDE_FROM = 620


class ProposalsPane(QScrollArea):
    """Shows what is proposed.

    Signals:
        add_requested: A proposal shall be entered.
        chosen: The key of a proposal that shall stand.
        neither_chosen: None of them shall stand.
        reopen_requested: They shall be on the table again.
        change_requested: The key of a proposal that shall be changed.
        remove_requested: The key of a proposal that was withdrawn.
    """

    add_requested = Signal()
    chosen = Signal(object)
    neither_chosen = Signal()
    reopen_requested = Signal()
    change_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drafting_proposals")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[DraftSheet, ProvisionSheet, bool] | None = None
        self._title = wrapped_label("", "h2")
        self._add = QPushButton(words.say("Add a proposal…"))
        self._add.setObjectName("drafting_add_proposal")
        self._add.clicked.connect(self.add_requested)
        self._told = wrapped_label("", "muted")
        self._neither = QPushButton(words.say("None of them"))
        self._neither.setObjectName("drafting_neither")
        self._neither.clicked.connect(self.neither_chosen)
        self._reopen = QPushButton(words.say("Choose anew"))
        self._reopen.setObjectName("drafting_reopen")
        self._reopen.clicked.connect(self.reopen_requested)
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(12)
        self._lay_out()

    def show_provision(
        self, draft: "DraftSheet", sheet: "ProvisionSheet", *, can_write: bool
    ) -> None:
        """Show the proposals for a provision."""
        self._shown = (draft, sheet, can_write)
        self._title.setText(words.name_of(sheet.line))
        waiting = sum(row.status == "open" for row in sheet.proposals)
        if not sheet.proposals:
            told = words.say(
                "Nobody has proposed anything for this provision. A proposal of a party or a person"
                " is shown here beside the others, until one of them or none is chosen."
            )
        elif waiting:
            told = words.say("Choose one of them, or none: before that nothing can be adopted.")
        else:
            told = words.say("A choice was made.")
        self._told.setText(told)
        self._add.setEnabled(can_write)
        self._neither.setVisible(waiting > 0)
        self._neither.setEnabled(can_write)
        self._reopen.setVisible(bool(sheet.proposals) and not waiting)
        self._reopen.setEnabled(can_write)
        clear(self._cards)
        for row in sheet.proposals:
            self._cards.addWidget(self._card(draft, row, can_write=can_write), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let proposals stand side by side where there is room."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= scaled(_SIDE_BY_SIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._cards.direction() != way:
            self._cards.setDirection(way)

    def _card(self, draft: "DraftSheet", row: "ProposalRow", *, can_write: bool) -> QFrame:
        card = QFrame()
        card.setProperty("cls", "card")
        card.setObjectName(f"drafting_proposal_{row.id}")
        down = QVBoxLayout(card)
        down.setContentsMargins(14, 12, 14, 12)
        down.setSpacing(8)
        line = FlowLayout(spacing=6)
        line.addWidget(chip.chip(row.who, _hue(draft, row.party_id)))
        told, hue = words.proposal_status(row.status)
        line.addWidget(chip.chip(told, hue))
        down.addLayout(line)
        kind = words.proposal_kind(row.kind)
        if row.kind == "insert" and row.kind_of_provision:
            kind = f"{kind}: {words.kind(row.kind_of_provision)} {row.label}".strip()
        on = day_and_year(row.proposed_on) if row.proposed_on is not None else ""
        down.addWidget(text_label(" · ".join(part for part in (kind, on) if part), "small"))
        for language in draft.languages:
            self._add_wording(down, row, language)
        if row.reason:
            down.addWidget(wrapped_label(row.reason, "muted"))
        down.addStretch(1)
        down.addLayout(self._buttons(row, can_write=can_write))
        return card

    def _add_wording(self, down: QVBoxLayout, row: "ProposalRow", language: str) -> None:
        heading = row.headings.get(language, "")
        if language not in row.redlines and not heading:
            return
        down.addWidget(text_label(words.language(language), "micro"))
        if heading:
            down.addWidget(wrapped_label(heading, "strong"))
        label = QLabel(write_redline((), row.redlines.get(language, ()), language=language))
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        down.addWidget(label)

    def _buttons(self, row: "ProposalRow", *, can_write: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        choose = QPushButton(words.say("Choose this"))
        choose.setObjectName(f"drafting_choose_{row.id}")
        spoken = words.say("Choose the proposal of {who}").format(who=row.who)
        choose.setAccessibleName(spoken)
        choose.setEnabled(can_write and row.status == "open")
        choose.clicked.connect(partial(_tell, self.chosen, row.id))
        change = link_button(words.say("Change…"), name=f"drafting_change_{row.id}")
        change.setEnabled(can_write)
        change.clicked.connect(partial(_tell, self.change_requested, row.id))
        remove = link_button(words.say("Remove"), name=f"drafting_remove_{row.id}")
        remove.setEnabled(can_write)
        remove.clicked.connect(partial(_tell, self.remove_requested, row.id))
        for button in (choose, change, remove):
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("bg", "surface")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._reopen)
        head.addWidget(self._neither)
        head.addWidget(self._add)
        down = QVBoxLayout(inside)
        down.setContentsMargins(20, 14, 20, 20)
        down.setSpacing(12)
        down.addLayout(head)
        down.addWidget(self._told)
        down.addLayout(self._cards)
        down.addStretch(1)
        self.setWidget(inside)


def _tell(signal: SignalInstance, key: UUID) -> None:
    """Tell a key; the button's own word about being checked is left out."""
    signal.emit(key)


def _hue(draft: "DraftSheet", party_id: UUID | None) -> str:
    seats = [side.id for side in draft.sides]
    return phrases.party_hue(seats.index(party_id) + 1) if party_id in seats else "neutral"
