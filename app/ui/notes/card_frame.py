"""One note on the screen: whose it is, what it speaks of, what it says, and what can be done."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.notes.acts import DELETE_ANSWER, EDIT_ANSWER
from app.ui.notes.cards import AnswerCard, NoteCard
from app.ui.widgets import chip
from app.ui.widgets.card import link_button, rule
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import ElidingLabel, wrapped_label


class CardFrame(QFrame):
    """Shows a note.

    Signals:
        acted: What shall be done, and the NoteCard it is done to.
        answer_acted: What shall be done, and the AnswerCard it is done to.
        place_chosen: The NoteCard whose provision shall be shown.
    """

    acted = Signal(str, object)
    answer_acted = Signal(str, object)
    place_chosen = Signal(object)

    def __init__(self, card: NoteCard, *, with_place: bool, may_change: bool) -> None:
        super().__init__()
        self.setObjectName(f"note_{card.key}")
        self.setProperty("cls", "card")
        self.card = card
        down = QVBoxLayout(self)
        down.setContentsMargins(12, 10, 12, 10)
        down.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ElidingLabel(card.head, "strong"), 1)
        head.addWidget(chip.chip(card.chip, card.hue))
        down.addLayout(head)
        if card.when:
            down.addWidget(wrapped_label(card.when, "faint"))
        if with_place:
            self._add_place(down)
        if card.gone:
            down.addWidget(wrapped_label(card.gone, "open"))
        if card.quote:
            down.addWidget(quoted(card.quote))
        down.addWidget(wrapped_label(card.text))
        for answer in card.answers:
            self._add_answer(down, answer, may_change=may_change)
        if card.acts:
            self._add_acts(down)

    def _add_place(self, down: QVBoxLayout) -> None:
        card = self.card
        if card.document_id is None or card.acts == ():
            down.addWidget(wrapped_label(card.where, "medium"))
        else:
            link = link_button(card.where, name=f"note_place_{card.key}")
            link.clicked.connect(lambda: self.place_chosen.emit(card))
            down.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if card.rules:
            down.addWidget(ElidingLabel(card.rules, "small"))

    def _add_answer(self, down: QVBoxLayout, answer: AnswerCard, *, may_change: bool) -> None:
        down.addWidget(rule())
        down.addWidget(wrapped_label(answer.head, "faint"))
        down.addWidget(wrapped_label(answer.text))
        if not may_change:
            return
        line = FlowLayout(spacing=14)
        for act, words in ((EDIT_ANSWER, self.tr("Edit")), (DELETE_ANSWER, self.tr("Delete"))):
            link = link_button(words, name=f"{act}_{answer.key}")
            link.setAccessibleName(self.tr("{words} the answer").format(words=words))
            link.clicked.connect(partial(self.answer_acted.emit, act, answer))
            line.addWidget(link)
        down.addLayout(line)

    def _add_acts(self, down: QVBoxLayout) -> None:
        line = FlowLayout(spacing=14)
        for act, words in self.card.acts:
            link = link_button(words, name=f"{act}_{self.card.key}")
            told = self.tr("{words}: note on {where}")
            link.setAccessibleName(told.format(words=words, where=self.card.where))
            link.clicked.connect(partial(self.acted.emit, act, self.card))
            line.addWidget(link)
        down.addLayout(line)


def quoted(words: str) -> QWidget:
    """Return words that a note speaks of, with a line beside them."""
    frame = QFrame()
    frame.setObjectName("note_quote")
    row = QHBoxLayout(frame)
    row.setContentsMargins(10, 0, 0, 0)
    row.addWidget(wrapped_label(f"“{words}”", "muted"))
    return frame
