"""The left pane of the studio: which document of which meeting, whose original, which language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.appearance import scaled
from app.ui.studio.facts_list import FactsList
from app.ui.widgets.card import rule
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from app.services.meetings import MeetingRow
    from app.ui.studio.offer import Offer

WIDTH = 276
HEAD = 48
_LETTERS = {"en": "EN", "ko": "한", "mn": "МН", "ja": "日"}
_MOST_IN_FULL = 2


class FieldsPane(QFrame):
    """Lets the user choose a document and see what it is made of.

    Signals:
        meeting_chosen: The id of a meeting.
        kind_chosen: The kind of a document.
        original_chosen: The id of the party whose original it is.
        language_chosen: The tag of a language.
        record_requested: The kind of record that the user wants to see.
    """

    meeting_chosen = Signal(object)
    kind_chosen = Signal(object)
    original_chosen = Signal(object)
    language_chosen = Signal(object)
    record_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_fields")
        self.setFixedWidth(scaled(WIDTH))
        self._meeting = ChoiceField(name="studio_meeting", spoken=self.tr("Meeting"))
        self._meeting.chosen.connect(self.meeting_chosen)
        self._kind = ChoiceField(name="studio_kind", spoken=self.tr("Document"))
        self._kind.chosen.connect(self.kind_chosen)
        self._originals = Segments(name="studio_original")
        self._originals.chosen.connect(self.original_chosen)
        self._languages = Segments(name="studio_language")
        self._languages.chosen.connect(self.language_chosen)
        self._one_language = wrapped_label("", "small", name="studio_one_language")
        self._originals_title = text_label(self.tr("Whose original"), "small")
        self._languages_title = text_label(self.tr("Language"), "small")
        self._facts = FactsList()
        self._facts.record_requested.connect(self.record_requested)
        self._rule = rule()
        self._title = self._make_title()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._title)
        down.addWidget(rule())
        down.addWidget(self._scrolling(), 1)

    def show_offer(self, offer: "Offer") -> None:
        """Show what can be chosen and what is chosen."""
        chosen = offer.chosen
        self._meeting.offer([(_title(row), row.id) for row in offer.meetings], chosen.meeting_id)
        kinds = [(phrases.say("document", kind), kind) for kind in offer.kinds]
        self._kind.offer(kinds, chosen.kind)
        self._kind.setEnabled(bool(kinds))
        self._offer_originals(offer)
        self._offer_languages(offer.languages, chosen.language)
        self._rule.setVisible(bool(offer.facts))
        self._facts.show_facts(offer.facts)

    def focus_fields(self) -> None:
        """Put the keyboard on the first choice."""
        self._kind.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))
            self._title.setFixedHeight(scaled(HEAD) - 1)

    def _offer_originals(self, offer: "Offer") -> None:
        form = self.tr("{code} original") if len(offer.originals) <= _MOST_IN_FULL else "{code}"
        segments = [
            Segment(
                party.id,
                form.format(code=party.code),
                self.tr("Original of {party}").format(party=party.name),
            )
            for party in offer.originals
        ]
        self._originals.offer(segments, offer.chosen.original_of)
        self._originals.setVisible(bool(segments))
        self._originals_title.setVisible(bool(segments))

    def _offer_languages(self, tags: tuple[str, ...], chosen: str) -> None:
        names = [phrases.say("language", tag) for tag in tags]
        segments = [
            Segment(tag, _LETTERS.get(tag, tag.upper()), name)
            for tag, name in zip(tags, names, strict=True)
        ]
        several = len(segments) > 1
        self._languages.offer(segments, chosen)
        self._languages.setVisible(several)
        self._languages_title.setVisible(bool(segments))
        self._one_language.setVisible(len(segments) == 1)
        if segments:
            told = self.tr("{language}, the only language with a template")
            self._one_language.setText(told.format(language=names[0]))

    def _make_title(self) -> QLabel:
        title = text_label(self.tr("Document studio"), "h2")
        title.setFixedHeight(scaled(HEAD) - 1)
        title.setContentsMargins(16, 0, 16, 0)
        return title

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("studio_fields_inside")
        down = QVBoxLayout(inside)
        down.setContentsMargins(16, 12, 16, 16)
        down.setSpacing(5)
        choices: tuple[tuple[QLabel, QWidget], ...] = (
            (text_label(self.tr("Meeting"), "small"), self._meeting),
            (text_label(self.tr("Document"), "small"), self._kind),
            (self._originals_title, self._originals),
            (self._languages_title, self._languages),
        )
        for title, choice in choices:
            title.setBuddy(choice)
            down.addWidget(title)
            down.addWidget(choice)
            if choice is self._languages:
                down.addWidget(self._one_language)
            down.addSpacing(5)
        down.addSpacing(3)
        down.addWidget(self._rule)
        down.addWidget(self._facts)
        down.addStretch(1)
        inside.setMinimumWidth(1)
        area = QScrollArea()
        area.setObjectName("studio_fields_scroll")
        area.setAccessibleName(self.tr("What the document is made of"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area


def _title(row: "MeetingRow") -> str:
    return " · ".join(part for part in (row.code, row.title) if part)
