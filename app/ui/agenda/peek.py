"""What there is to say of the item that is chosen: its annotation, its links, what does not fit."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.agenda import words
from app.ui.agenda.sheet import AgendaLine
from app.ui.widgets.card import link_button
from app.ui.widgets.clearing import clear
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel, text_label, wrapped_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.services.agenda import OutlineItem

_LONGEST = 320


class AgendaPeek(QFrame):
    """A few lines below the list.

    Signals:
        opened: The item that shall be shown with all that can be changed in it.
        decision_requested: The decision that shall be shown.
    """

    opened = Signal(object)
    decision_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_peek")
        self.setProperty("cls", "card")
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(14, 10, 14, 10)
        self._down.setSpacing(4)
        self.hide()

    def show_line(self, line: AgendaLine | None) -> None:
        """Show what there is to say of an item, or nothing."""
        clear(self._down)
        item = line.item if line is not None else None
        self.setVisible(item is not None)
        if line is None or item is None:
            return
        self._down.addLayout(self._heading(item))
        for texts, cls in ((item.annotations, "muted"), (item.outcomes, "")):
            if told := _first(texts):
                self._down.addWidget(wrapped_label(told, cls))
        if told := words.clashes(line.taken):
            self._down.addLayout(self._warning(told))
        links = self._links(item)
        if links.count():
            self._down.addLayout(links)

    def _heading(self, item: "OutlineItem") -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        title = ElidingLabel(" ".join(part for part in (item.label, item.title) if part), "strong")
        across.addWidget(title, 1)
        details = link_button(self.tr("Details…"), name="agenda_details")
        details.setToolTip(self.tr("Alt+Enter"))
        details.clicked.connect(partial(self.opened.emit, item.id))
        across.addWidget(details)
        return across

    def _warning(self, told: str) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(IconLabel("triangle-alert", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        sentence = wrapped_label(told[:1].upper() + told[1:] + ".", "open", name="agenda_clash")
        across.addWidget(sentence, 1)
        return across

    def _links(self, item: "OutlineItem") -> FlowLayout:
        flow = FlowLayout(spacing=10)
        if item.lead is not None:
            told = self.tr("Introduced by {party}").format(party=item.lead.name)
            flow.addWidget(text_label(told, "small"))
        for paper in item.papers:
            tongues = ", ".join(tag.upper() for tag in paper.languages)
            told = f"{paper.symbol} ({tongues})" if tongues else paper.symbol
            label = text_label(told, "small")
            label.setToolTip(paper.title)
            flow.addWidget(label)
        for decision_id, symbol in item.decisions:
            link = link_button(symbol, name=f"agenda_decision_{symbol}")
            link.setAccessibleName(self.tr("Decision {symbol}").format(symbol=symbol))
            link.clicked.connect(partial(self.decision_requested.emit, decision_id))
            flow.addWidget(link)
        if item.minutes_of:
            told = self.tr("adopts the minutes of {meeting}").format(meeting=item.minutes_of)
            flow.addWidget(text_label(told, "small"))
        if item.carried_from:
            told = self.tr("carried from {meeting}").format(meeting=item.carried_from)
            flow.addWidget(text_label(told, "small"))
        return flow


def _first(texts: "Mapping[str, str]") -> str:
    """Return the text in the first language that has one, shortened."""
    text = next((text.strip() for text in texts.values() if text.strip()), "")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
