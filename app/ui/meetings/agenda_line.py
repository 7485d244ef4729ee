"""One agenda item in a card: its number, what it is about, and what came of it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.appearance import scaled
from app.ui.widgets import chip
from app.ui.widgets.card import link_button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.agenda import AgendaRow

_NUMBER_WIDTH = 22
_LONG_NUMBER_WIDTH = 30
_INDENT = 22


def agenda_line(row: "AgendaRow", decision_requested: SignalInstance) -> QWidget:
    """Return the line of an item."""
    line = QWidget()
    line.setObjectName(f"agenda_{row.label}")
    across = QHBoxLayout(line)
    across.setContentsMargins(scaled(_INDENT) * row.depth, 9, 0, 9)
    across.setSpacing(10)
    number = text_label(row.label, "small")
    number.setMinimumWidth(scaled(_NUMBER_WIDTH if not row.depth else _LONG_NUMBER_WIDTH))
    across.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
    down = QVBoxLayout()
    down.setSpacing(3)
    down.addWidget(wrapped_label(row.title, "medium"))
    if (meta := _meta(row, decision_requested)) is not None:
        down.addLayout(meta)
    across.addLayout(down, 1)
    if (came_of_it := outcome_chip(row)) is not None:
        across.addWidget(came_of_it, 0, Qt.AlignmentFlag.AlignVCenter)
    return line


def outcome_chip(row: "AgendaRow") -> QLabel | None:
    """Return the chip that says what came of an item, if anything did."""
    if not row.outcome:
        return None
    return chip.chip(phrases.say("outcome", row.outcome), phrases.hue("outcome", row.outcome))


def _meta(row: "AgendaRow", decision_requested: SignalInstance) -> FlowLayout | None:
    parts: list[QWidget] = []
    if row.starts_at is not None:
        parts.append(text_label(f"{row.starts_at:%H:%M}", "small"))
    if row.minutes_planned:
        told = QCoreApplication.translate("AgendaLine", "{n} min").format(n=row.minutes_planned)
        parts.append(text_label(told, "small"))
    if row.lead is not None:
        lead = chip.chip(row.lead.code, phrases.party_hue(row.lead.seat))
        lead.setToolTip(
            QCoreApplication.translate("AgendaLine", "Introduced by {party}").format(
                party=row.lead.name
            )
        )
        parts.append(lead)
    parts.extend(_decision_link(key, symbol, decision_requested) for key, symbol in row.decisions)
    if not parts:
        return None
    flow = FlowLayout(spacing=8)
    for part in parts:
        flow.addWidget(part)
    return flow


def _decision_link(
    decision_id: "UUID", symbol: str, decision_requested: SignalInstance
) -> QPushButton:
    link = link_button(symbol, name=f"decision_link_{symbol}")
    link.setAccessibleName(
        QCoreApplication.translate("AgendaLine", "Decision {symbol}").format(symbol=symbol)
    )
    link.clicked.connect(partial(decision_requested.emit, decision_id))
    return link
