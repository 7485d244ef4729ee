"""What the sheet of a decision and that of a silence procedure have in common."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.decisions.asks import Ask
from app.ui.widgets.blank import Blank
from app.ui.widgets.card import Card, link_button
from app.ui.widgets.clearing import clear
from app.ui.widgets.label import text_label, wrapped_label

_LABEL = 104


class SheetPane(QScrollArea):
    """Shows one record in cards.

    Signals:
        asked: The Ask of a form that shall open, and what it is about, or ``None``.
        told: What shall be done at once, by a word, and what it is about, or ``None``.
        record_requested: The kind and the id of a record that the window shall turn to.
        back_requested: Back to the list.
    """

    asked = Signal(object, object)
    told = Signal(str, object)
    record_requested = Signal(str, object)
    back_requested = Signal()

    def __init__(self, *, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.can_change = False
        self._has_back = False
        self._shown: Any = None
        inside = _Inside()
        inside.setProperty("bg", "window")
        self.down = QVBoxLayout(inside)
        self.down.setContentsMargins(20, 18, 20, 20)
        self.down.setSpacing(14)
        self.setWidget(inside)

    def show_sheet(self, sheet: Any, *, can_change: bool) -> None:
        """Show a record."""
        place = self.verticalScrollBar().value() if self._is_same(sheet) else 0
        self._shown, self.can_change = sheet, can_change
        clear(self.down)
        if self._has_back:
            back = link_button(self.tr("Back to the list"), name=f"{self.objectName()}_back")
            back.clicked.connect(self.back_requested)
            self.down.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.fill(sheet)
        self.down.addStretch(1)
        self.verticalScrollBar().setValue(place)

    def show_blank(self, sentence: str, detail: str, icon: str) -> None:
        """Say that nothing is chosen."""
        self._shown = None
        clear(self.down)
        blank = Blank(icon, name=f"{self.objectName()}_blank")
        blank.say(sentence, detail, icon=icon)
        self.down.addWidget(blank)

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        raise NotImplementedError

    def fill(self, sheet: Any) -> None:
        """Put the cards of a record below one another."""
        raise NotImplementedError

    def offer_back(self, *, offered: bool) -> None:
        """Offer the way back to the list, where the list gave room to the sheet."""
        if offered != self._has_back:
            self._has_back = offered
            if self._shown is not None:
                self.show_sheet(self._shown, can_change=self.can_change)

    def ask(self, ask: Ask, about: Any = None) -> None:
        """Tell that a form shall open."""
        self.asked.emit(ask, about)

    def tell(self, word: str, about: Any = None) -> None:
        """Tell that something shall be done at once."""
        self.told.emit(word, about)

    def go(self, kind: str, record_id: UUID) -> None:
        """Tell that the window shall turn to a record."""
        self.record_requested.emit(kind, record_id)

    def link(self, text: str, kind: str, record_id: UUID, *, name: str) -> QWidget:
        """Return a link to a record."""
        button = link_button(text, name=name)
        button.clicked.connect(partial(self.go, kind, record_id))
        return button

    def card(self, title: str, icon: str, *, name: str, count: int | None = None) -> Card:
        """Return a card that stands below the others."""
        card = Card(title, icon, count=count)
        card.setObjectName(name)
        card.body.setSpacing(6)
        self.down.addWidget(card)
        return card

    def _is_same(self, sheet: Any) -> bool:
        return self._shown is not None and _key(self._shown) == _key(sheet)


class _Inside(QWidget):
    """Asks for the height that its wrapped words need: Qt asks them for their least one only."""

    def event(self, event: QEvent) -> bool:
        """Measure anew where the words or the width have changed."""
        told = super().event(event)
        layout = self.layout()
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize} and layout is not None:
            least = layout.minimumSize().height()
            self.setMinimumHeight(max(least, layout.heightForWidth(self.width())))
        return told


def fact_lines(facts: Sequence[tuple[str, str]]) -> QVBoxLayout:
    """Return facts below one another; one without words is left out."""
    down = QVBoxLayout()
    down.setSpacing(5)
    for label, told in facts:
        if told:
            down.addLayout(fact_line(label, wrapped_label(told)))
    return down


def fact_line(label: str, told: QWidget) -> QHBoxLayout:
    """Return a fact: what it is called, and what it is."""
    across = QHBoxLayout()
    across.setSpacing(8)
    shown = text_label(label, "small")
    shown.setFixedWidth(_LABEL)
    across.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    if isinstance(told, QPushButton):
        across.addWidget(told, 0, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
    else:
        across.addWidget(told, 1, Qt.AlignmentFlag.AlignTop)
    return across


def _key(sheet: Any) -> Any:
    row = getattr(sheet, "row", None) or sheet.line
    return row.id
