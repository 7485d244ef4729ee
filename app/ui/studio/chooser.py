"""Chooses the document: what it is made of, which one, whose original, in which language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.studio.rules_choices import RulesChoices
from app.ui.studio.wish import Subject
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.studio.material import Record
    from app.ui.studio.offer import Offer

_LETTERS = {"en": "EN", "ko": "한", "mn": "МН", "ja": "日"}
_MOST_IN_FULL = 2
_NOTE = "note-verbale"
_GAP = 6


class Chooser(QWidget):
    """The choices, one below the other; what leaves no choice is not offered as one.

    Signals:
        subject_chosen: What documents shall be made of, as a Subject.
        record_chosen: The id of a record of that.
        kind_chosen: The kind of a document.
        original_chosen: The id of the party whose original it is.
        language_chosen: The tag of a language.
        second_language_chosen: The tag of that in the second column.

    Attributes:
        rules: The choices that only rules have.
    """

    subject_chosen = Signal(object)
    record_chosen = Signal(object)
    kind_chosen = Signal(object)
    original_chosen = Signal(object)
    language_chosen = Signal(object)
    second_language_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = ChoiceField(name="studio_subject", spoken=self.tr("Made from"))
        self._subject.chosen.connect(self.subject_chosen)
        self._record = ChoiceField(name="studio_record", spoken="")
        self._record.chosen.connect(self.record_chosen)
        self._kind = ChoiceField(name="studio_kind", spoken=self.tr("Document"))
        self._kind.chosen.connect(self.kind_chosen)
        self.rules = RulesChoices()
        self._originals = Segments(name="studio_original")
        self._originals.chosen.connect(self.original_chosen)
        self._languages = Segments(name="studio_language")
        self._languages.chosen.connect(self.language_chosen)
        self._seconds = Segments(name="studio_beside")
        self._seconds.chosen.connect(self.second_language_chosen)
        self._one_language = wrapped_label("", "small", name="studio_one_language")
        self._titles = {
            "subject": text_label(self.tr("Made from"), "small"),
            "record": text_label("", "small"),
            "kind": text_label(self.tr("Document"), "small"),
            "originals": text_label(self.tr("Whose original"), "small"),
            "languages": text_label(self.tr("Language"), "small"),
            "seconds": text_label(self.tr("In the second column"), "small"),
        }
        self._lay_out()

    def show_offer(self, offer: "Offer") -> None:
        """Show what can be chosen and what is chosen."""
        chosen = offer.chosen
        self._subject.offer([(_subject(each), each) for each in offer.subjects], chosen.subject)
        self._show("subject", self._subject, shown=len(offer.subjects) > 1)
        self._offer_records(offer.records, offer)
        kinds = [(phrases.say("document", kind), kind) for kind in offer.kinds]
        self._kind.offer(kinds, chosen.kind)
        self._kind.setEnabled(bool(kinds))
        self.rules.show_offer(offer)
        self._offer_originals(offer)
        self._offer_languages(offer.languages, chosen.language)
        self._seconds.offer(_segments(offer.second_languages), chosen.beside)
        self._show("seconds", self._seconds, shown=bool(offer.second_languages))

    def focus_fields(self) -> None:
        """Put the keyboard on the choice that is made most often."""
        self._kind.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _offer_records(self, records: "Sequence[Record]", offer: "Offer") -> None:
        titles = [
            (" · ".join(filter(None, (record.code, record.title))), record.id) for record in records
        ]
        self._record.offer(titles, offer.chosen.record_id)
        named = _subject(offer.chosen.subject) if offer.chosen.subject else ""
        self._titles["record"].setText(named)
        self._record.setAccessibleName(named)
        self._record.view().setAccessibleName(named)
        self._record.setVisible(bool(records))
        # Below what it is made of, the record needs no heading of its own.
        self._titles["record"].setVisible(bool(records) and len(offer.subjects) == 1)

    def _offer_originals(self, offer: "Offer") -> None:
        is_note = offer.chosen.kind == _NOTE
        form = self.tr("{code} original") if len(offer.originals) <= _MOST_IN_FULL else "{code}"
        form = "{code}" if is_note else form
        spoken = self.tr("Note of {party}") if is_note else self.tr("Original of {party}")
        segments = [
            Segment(party.id, form.format(code=party.code), spoken.format(party=party.name))
            for party in offer.originals
        ]
        self._originals.offer(segments, offer.chosen.original_of)
        whose = self.tr("Who sends it") if is_note else self.tr("Whose original")
        self._titles["originals"].setText(whose)
        self._show("originals", self._originals, shown=bool(segments))

    def _offer_languages(self, tags: tuple[str, ...], chosen: str) -> None:
        self._languages.offer(_segments(tags), chosen)
        self._languages.setVisible(len(tags) > 1)
        self._titles["languages"].setVisible(bool(tags))
        self._one_language.setVisible(len(tags) == 1)
        if tags:
            told = self.tr("{language}, the only language with a template")
            self._one_language.setText(told.format(language=phrases.say("language", tags[0])))

    def _show(self, name: str, choice: QWidget, *, shown: bool) -> None:
        choice.setVisible(shown)
        self._titles[name].setVisible(shown)

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(5)
        choices: dict[str, tuple[QLabel, QWidget]] = {
            name: (self._titles[name], choice)
            for name, choice in (
                ("subject", self._subject),
                ("record", self._record),
                ("kind", self._kind),
                ("originals", self._originals),
                ("languages", self._languages),
                ("seconds", self._seconds),
            )
        }
        for name, (title, choice) in choices.items():
            title.setBuddy(choice)
            title.setContentsMargins(0, 0 if name == "subject" else _GAP, 0, 0)
            down.addWidget(title)
            down.addWidget(choice)
            if name == "kind":
                down.addWidget(self.rules)
            if name == "languages":
                down.addWidget(self._one_language)


def _segments(tags: "Sequence[str]") -> list[Segment]:
    return [
        Segment(tag, _LETTERS.get(tag, tag.upper()), phrases.say("language", tag)) for tag in tags
    ]


def _subject(subject: Subject) -> str:
    return {
        Subject.MEETING: QCoreApplication.translate("Chooser", "Meeting"),
        Subject.DECISION: QCoreApplication.translate("Chooser", "Decision"),
        Subject.PROCEDURE: QCoreApplication.translate("Chooser", "Written procedure"),
        Subject.RULES: QCoreApplication.translate("Chooser", "Rules"),
        Subject.BODY: QCoreApplication.translate("Chooser", "The body as a whole"),
    }[subject]
