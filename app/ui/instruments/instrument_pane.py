"""One instrument: its life, its term with what is to be done in time, and what rests on what."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.instruments import words
from app.ui.widgets import chip
from app.ui.widgets.blank import Blank
from app.ui.widgets.card import Card, link_button
from app.ui.widgets.clearing import clear
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.menu_button import MenuButton

if TYPE_CHECKING:
    from app.services.instruments import InstrumentDetail, PartyRow, Related

_LEADS_TO = frozenset({"instrument", "project", "rule_document"})


class InstrumentPane(QScrollArea):
    """Shows one instrument.

    Signals:
        edit_requested: The instrument shall be changed.
        status_chosen: The status that it shall come to.
        party_requested: The id of the party whose dates shall be changed; ``None`` for another.
        party_removed: The id of a party that was named by mistake.
        record_requested: The kind and id of a record that it is tied to.
        back_requested: Back to the list.
    """

    edit_requested = Signal()
    status_chosen = Signal(object)
    party_requested = Signal(object)
    party_removed = Signal(object)
    record_requested = Signal(str, object)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("instrument_pane")
        self.setAccessibleName(self.tr("Instrument"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._detail: InstrumentDetail | None = None
        self._can_change = False
        self._has_back = False
        inside = QWidget()
        inside.setProperty("bg", "window")
        self._down = QVBoxLayout(inside)
        self._down.setContentsMargins(20, 18, 20, 20)
        self._down.setSpacing(14)
        self.setWidget(inside)
        self.show_none()

    def show_none(self) -> None:
        """Say that none is chosen."""
        self._detail = None
        clear(self._down)
        blank = Blank("handshake", name="instrument_blank")
        blank.say(
            self.tr("Choose an instrument from the list"),
            self.tr("How long it lasts and what rests on it are shown here."),
            icon="handshake",
        )
        self._down.addWidget(blank)

    def show_instrument(self, detail: "InstrumentDetail", *, can_change: bool) -> None:
        """Show an instrument."""
        is_same = self._detail is not None and self._detail.row.id == detail.row.id
        place = self.verticalScrollBar().value() if is_same else 0
        self._detail, self._can_change = detail, can_change
        clear(self._down)
        self._down.addLayout(self._head(detail))
        if warning := words.say_warning(detail.row.term):
            self._down.addWidget(_warned(warning))
        if detail.note:
            self._down.addWidget(wrapped_label(detail.note))
        self._down.addWidget(self._life(detail))
        self._down.addWidget(self._parties(detail))
        self._down.addWidget(self._ties(detail))
        if detail.sources:
            self._down.addWidget(self._sources(detail))
        self._down.addStretch(1)
        self.verticalScrollBar().setValue(place)

    def offer_back(self, *, offered: bool) -> None:
        """Offer the way back to the list, where the list gave room to the instrument."""
        if offered != self._has_back:
            self._has_back = offered
            if self._detail is not None:
                self.show_instrument(self._detail, can_change=self._can_change)

    def _head(self, detail: "InstrumentDetail") -> QVBoxLayout:
        down = QVBoxLayout()
        down.setSpacing(8)
        if self._has_back:
            back = link_button(self.tr("Back to the list"), name="back_to_instruments")
            back.clicked.connect(self.back_requested)
            down.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(wrapped_label(detail.row.title, "h2", name="instrument_title"), 1)
        if self._can_change:
            edit = IconButton("pencil", self.tr("Edit instrument"), name="edit_instrument", kind="")
            edit.clicked.connect(self.edit_requested)
            across.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        down.addLayout(across)
        flow = FlowLayout(spacing=6)
        status = detail.row.status.value
        flow.addWidget(
            chip.chip(words.say_status(status), words.status_hue(status), name="instrument_status")
        )
        flow.addWidget(text_label(words.say_kind(detail.row.kind.value), "small"))
        flow.addWidget(text_label(detail.row.code, "small"))
        down.addLayout(flow)
        if self._can_change and detail.next_statuses:
            button = MenuButton(self.tr("Change status"))
            button.setObjectName("change_instrument_status")
            for step in detail.next_statuses:
                action = button.choices.addAction(words.say_status(step.value))
                action.setObjectName(f"instrument_to_{step.value}")
                action.triggered.connect(partial(self._tell_status, step))
            down.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return down

    def _life(self, detail: "InstrumentDetail") -> QWidget:
        card = Card(self.tr("Life"), "history")
        card.setObjectName("instrument_life")
        card.body.setSpacing(6)
        row = detail.row
        signed = " · ".join(part for part in (row.signed_on, detail.signed_at) if part)
        extends = ""
        if detail.extends_by_months:
            extends = self.tr("by {count} months each time").format(count=detail.extends_by_months)
        notice = ""
        if detail.notice_months is not None:
            notice = self.tr("{count} months before the end").format(count=detail.notice_months)
        languages = ", ".join(phrases.say("language", tag) for tag in detail.languages)
        for label, told in (
            (self.tr("Signed"), signed),
            (self.tr("In force"), row.in_force_from),
            (self.tr("First term to"), detail.in_force_to),
            (self.tr("Extended"), extends),
            (self.tr("Notice"), notice),
            (self.tr("Rule"), detail.renewal_rule),
            (self.tr("Languages"), languages),
        ):
            if told:
                card.body.addLayout(_line(label, told))
        card.body.addWidget(wrapped_label(words.say_term(row.term), "small", name="term_sentence"))
        return card

    def _parties(self, detail: "InstrumentDetail") -> QWidget:
        card = Card(self.tr("Parties"), "users", count=len(detail.parties) or None)
        card.setObjectName("instrument_parties")
        card.body.setSpacing(8)
        if self._can_change:
            link = card.add_link(self.tr("Add party…"), name="add_instrument_party")
            link.clicked.connect(partial(self._tell_party, None))
        for party in detail.parties:
            card.body.addLayout(self._party(party))
        if not detail.parties:
            card.body.addWidget(wrapped_label(self.tr("No party is named yet."), "small"))
        return card

    def _party(self, party: "PartyRow") -> QHBoxLayout:
        down = QVBoxLayout()
        down.setSpacing(1)
        down.addWidget(wrapped_label(party.name, "medium"))
        told = [party.signatory]
        for label, day in (
            (self.tr("signed {day}"), party.signed_on),
            (self.tr("approved {day}"), party.approved_on),
            (self.tr("withdrew {day}"), party.withdrawn_on),
        ):
            told.append(label.format(day=day) if day else "")
        if any(told):
            down.addWidget(wrapped_label(" · ".join(part for part in told if part), "small"))
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addLayout(down, 1)
        if self._can_change:
            for icon, spoken, signal in (
                ("pencil", self.tr("Edit {name}"), self._tell_party),
                ("x", self.tr("Take out {name}"), self._tell_removed),
            ):
                button = IconButton(icon, spoken.format(name=party.name), kind="small_ghost")
                button.clicked.connect(partial(signal, party.id))
                across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return across

    def _ties(self, detail: "InstrumentDetail") -> QWidget:
        card = Card(self.tr("What rests on what"), "link", count=len(detail.related) or None)
        card.setObjectName("instrument_ties")
        card.body.setSpacing(8)
        for place, related in enumerate(detail.related):
            card.body.addLayout(self._tie(related, place))
        if not detail.related:
            told = self.tr("It rests on nothing here, and nothing rests on it.")
            card.body.addWidget(wrapped_label(told, "small"))
        return card

    def _tie(self, related: "Related", place: int) -> QVBoxLayout:
        down = QVBoxLayout()
        down.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text_label(words.say_relation(related.relation), "small"))
        if related.kind in _LEADS_TO:
            link = link_button(related.code, name=f"instrument_tie_{place}")
            link.clicked.connect(partial(self._tell_record, related.kind, related.id))
            head.addWidget(link)
        else:
            head.addWidget(text_label(related.code, "strong"))
        head.addStretch(1)
        down.addLayout(head)
        down.addWidget(wrapped_label(related.name))
        return down

    def _sources(self, detail: "InstrumentDetail") -> QWidget:
        card = Card(self.tr("Sources"), "quote")
        card.body.setSpacing(6)
        seen = dict.fromkeys((note.title, note.quote) for note in detail.sources)
        for title, quote in seen:
            card.body.addWidget(wrapped_label(title, "medium"))
            if quote:
                card.body.addWidget(wrapped_label(f"“{quote}”", "small"))
        return card

    def _tell_status(self, status: object) -> None:
        self.status_chosen.emit(status)

    def _tell_party(self, key: UUID | None) -> None:
        self.party_requested.emit(key)

    def _tell_removed(self, key: UUID) -> None:
        self.party_removed.emit(key)

    def _tell_record(self, kind: str, key: UUID) -> None:
        self.record_requested.emit(kind, key)


def _warned(told: str) -> QFrame:
    frame = QFrame()
    frame.setObjectName("instrument_warning")
    frame.setProperty("cls", "warning")
    across = QHBoxLayout(frame)
    across.setContentsMargins(12, 8, 12, 8)
    across.setSpacing(10)
    across.addWidget(IconLabel("triangle-alert", "warn"), 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(wrapped_label(told, name="instrument_warning_words"), 1)
    return frame


def _line(label: str, told: str) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(8)
    name = text_label(label, "small")
    name.setMinimumWidth(92)
    across.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(wrapped_label(told), 1)
    return across
