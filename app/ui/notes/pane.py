"""The pane of notes beside a text: those on the provision in hand, or all, and a place to write."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.notes.card_frame import CardFrame
from app.ui.notes.cards import NoteCard
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.clearing import clear
from app.ui.widgets.filter_line import FilterLine
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.segments import Segment, Segments


class Where(StrEnum):
    """Which notes are listed."""

    HERE = "here"
    ALL = "all"


class NotesPane(QFrame):
    """Lists notes.

    Signals:
        acted: What shall be done, and the NoteCard it is done to.
        answer_acted: What shall be done, and the AnswerCard it is done to.
        place_chosen: The NoteCard whose provision shall be shown.
        leave_requested: Notes shall be sent, or brought in.
    """

    acted = Signal(str, object)
    answer_acted = Signal(str, object)
    place_chosen = Signal(object)
    leave_requested = Signal()

    def __init__(self, *, kinds: Sequence[tuple[str, str]], last: str) -> None:
        """Make it.

        Args:
            kinds: What the list of all notes can be narrowed to: names and keys, the usual first.
            last: What the button at the foot is called.
        """
        super().__init__()
        self.setObjectName("notes_pane")
        self._cards: tuple[NoteCard, ...] = ()
        self._eid, self._name = "", ""
        self._document_id: UUID | None = None
        self._words = ""
        self._kind = kinds[0][1]
        self._where = Where.HERE
        self._fits: Callable[[NoteCard, str], bool] = lambda _card, _kind: True
        self.may_change = True
        self._tabs = Segments(name="notes_where")
        self._tabs.chosen.connect(self.show_where)
        self._kinds = ChoiceField(name="notes_kind", spoken=self.tr("Which notes"))
        self._kinds.offer(kinds, self._kind)
        self._kinds.chosen.connect(self._narrow)
        self._filter = FilterLine(self.tr("Filter notes"), name="notes_filter")
        self._filter.filtered.connect(self._look)
        self._title = wrapped_label("", "h3", name="notes_title")
        self._problem = wrapped_label("", "bad", name="notes_problem")
        self._problem.hide()
        self._column = QVBoxLayout()
        self.writing = QVBoxLayout()
        self.leave = QPushButton(last)
        self.leave.setObjectName("notes_leave")
        self.leave.clicked.connect(self.leave_requested)
        self._lay_out()
        self.show_where(Where.HERE)

    def narrow_by(self, fits: Callable[[NoteCard, str], bool]) -> None:
        """Say how a card is known to be of a kind."""
        self._fits = fits

    def show_cards(self, cards: Sequence[NoteCard]) -> None:
        """Show notes, in the order in which they are read."""
        self._cards = tuple(cards)
        self._problem.hide()
        self._fill()

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Say why there are no notes to show."""
        self._cards = ()
        self._problem.setText(f"{sentence} {remedy}")
        self._problem.show()
        self._fill()

    def show_provision(self, document_id: UUID | None, eid: str, name: str) -> None:
        """Turn to the provision in hand."""
        self._document_id, self._eid, self._name = document_id, eid, name
        if self._where is Where.HERE:
            self._fill()

    def show_where(self, where: Where) -> None:
        """List the notes on the provision in hand, or all."""
        self._where = where
        self._tabs.offer(
            [
                Segment(Where.HERE, self.tr("Here"), self.tr("Notes on the provision in hand")),
                Segment(Where.ALL, self.tr("All notes"), self.tr("All notes")),
            ],
            where,
        )
        for widget in (self._kinds, self._filter):
            widget.setVisible(where is Where.ALL)
        self._fill()

    def listed(self) -> tuple[NoteCard, ...]:
        """Return the notes that are listed now."""
        if self._where is Where.HERE:
            here = (self._document_id, self._eid)
            return tuple(
                card
                for card in self._cards
                if (card.document_id, card.eid) == here and card.gone == ""
            )
        fitting = [card for card in self._cards if self._fits(card, self._kind)]
        found = [card for card in fitting if self._has_words(card)]
        return tuple(sorted(found, key=lambda card: not card.gone))

    def _has_words(self, card: NoteCard) -> bool:
        parts = (card.head, card.when, card.where, card.rules, card.quote, card.text)
        told = " ".join(parts).casefold()
        return all(word in told for word in self._words.casefold().split())

    def _narrow(self, kind: str) -> None:
        self._kind = kind
        self._fill()

    def _look(self, words: str) -> None:
        self._words = words
        self._fill()

    def _fill(self) -> None:
        self._keep_keyboard()
        clear(self._column)
        listed = self.listed()
        everything = self._where is Where.ALL
        name = self._name or self.tr("this text")
        told = self.tr("All notes") if everything else self.tr("Notes on {name}").format(name=name)
        self._title.setText(f"{told} · {len(listed)}")
        had_gone = False
        for card in listed:
            if everything and card.gone and not had_gone:
                self._add_heading(self.tr("What they speak of is gone"))
            elif everything and had_gone and not card.gone:
                self._add_heading(self.tr("In the text"))
            had_gone = bool(card.gone)
            self._add_card(card, with_place=everything)
        if not listed:
            told = self.tr("No note is listed.") if everything else self.tr("No note here yet.")
            self._column.addWidget(wrapped_label(told, "muted"))
        self._column.addStretch(1)

    def _keep_keyboard(self) -> None:
        """Have the keyboard stay in the pane when the card that has it is made anew."""
        focused = self.window().focusWidget()
        if focused is not None and self._inside.isAncestorOf(focused):
            self._area.setFocus()

    def _add_heading(self, words: str) -> None:
        self._column.addWidget(text_label(words, "small"))

    def _add_card(self, card: NoteCard, *, with_place: bool) -> None:
        frame = CardFrame(card, with_place=with_place, may_change=self.may_change)
        frame.acted.connect(self.acted)
        frame.answer_acted.connect(self.answer_acted)
        frame.place_chosen.connect(self.place_chosen)
        self._column.addWidget(frame)

    def _lay_out(self) -> None:
        inside = self._inside = QWidget()
        inside.setProperty("bg", "pane")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12, 4, 12, 8)
        self._column.setSpacing(8)
        area = self._area = QScrollArea()
        area.setObjectName("notes_area")
        area.setAccessibleName(self.tr("Notes"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 12, 4)
        head.setSpacing(8)
        across = QHBoxLayout()
        across.addWidget(self._tabs)
        across.addStretch(1)
        head.addLayout(across)
        for widget in (self._kinds, self._filter, self._title, self._problem):
            head.addWidget(widget)
        self.writing.setContentsMargins(12, 6, 12, 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 12)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(head)
        down.addWidget(area, 1)
        down.addLayout(self.writing)
        down.addLayout(foot)
