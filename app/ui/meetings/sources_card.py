"""Where the facts of a meeting come from, in the words of each source, also where they disagree."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.widgets import chip
from app.ui.widgets.card import Card, rule
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.meetings import SourceNote


class SourcesCard(Card):
    """Lists what each source says."""

    def __init__(self, notes: "tuple[SourceNote, ...]", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Where this comes from"), "quote", parent=parent)
        self.setObjectName("sources_card")
        for place, note in enumerate(notes):
            if place:
                self.body.addWidget(rule())
            self.body.addWidget(self._line(note))

    def _line(self, note: "SourceNote") -> QWidget:
        line = QWidget()
        down = QVBoxLayout(line)
        down.setContentsMargins(0, 9, 0, 9)
        down.setSpacing(4)
        said = note.quote or note.value
        if said:
            down.addWidget(wrapped_label(self.tr("“{quote}”").format(quote=said)))
        title = " · ".join(part for part in (note.title, note.publisher) if part)
        down.addWidget(wrapped_label(title, "small"))
        if note.note:
            down.addWidget(wrapped_label(note.note, "small"))
        down.addLayout(self._chips(note))
        return line

    def _chips(self, note: "SourceNote") -> FlowLayout:
        chips = FlowLayout(spacing=6)
        chips.addWidget(
            chip.chip(phrases.say("quality", note.quality), phrases.hue("quality", note.quality))
        )
        if note.disputed:
            chips.addWidget(chip.chip(self.tr("Another source says otherwise"), "warn"))
        if note.field:
            chips.addWidget(text_label(phrases.say("field", note.field), "micro"))
        return chips
