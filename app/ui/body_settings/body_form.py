"""The form for a body: its names and parties first, then how its meetings are held."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.ui import phrases
from app.ui.body_settings import words
from app.ui.body_settings.filling import BodyFilling, values_of_body
from app.ui.body_settings.name_change import NameChange
from app.ui.body_settings.seats_field import SeatsField
from app.ui.widgets.fields import (
    CheckField,
    LanguagesField,
    NamesField,
    OptionField,
    TextField,
)
from app.ui.widgets.form import Form
from app.ui.widgets.languages_field import OFFERED

_NAMES = ("names", "short_names", "plain_names", "call_names")
_CODES = 3


class BodyForm(Form):
    """Asks for everything about a body, once it is filled in."""

    def __init__(self, filling: BodyFilling, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(name="body", parent=parent)
        self._filling = filling
        self._is_new = filling.editing is None
        self._proposed = ("", "", "")
        self._name_change: NameChange | None = None
        self._today = today

    def fill_in(self) -> Iterator[None]:
        """Make the fields in steps and show what they hold; it has a good many."""
        values = values_of_body(self._filling)
        self._add_names(self._today)
        yield
        self._add_parties()
        yield
        self._add_meetings()
        yield
        self.set_values(values)
        self.seats.changed.connect(self._offer_our_side)
        self._offer_our_side()
        self.field("our_side").set_value(values["our_side"])
        self.field("languages").changed.connect(self._offer_prevailing)
        self._offer_prevailing()
        self.field("prevailing_language").set_value(self._filling.sheet.prevailing_language)
        if self._is_new:
            self.field("usual_tasks").set_value(True)
            self.field("kind").changed.connect(self._propose)
            self.seats.changed.connect(self._propose)
            self._propose()
        if self._name_change is not None:
            self._name_change.show_what_applies()
        self.mark_clean()

    def _add_names(self, today: date) -> None:
        self.add(
            "names",
            self.tr("Official name"),
            NamesField(OFFERED),
            hint=self.tr("In the languages in which there is one; one is enough to begin."),
        )
        self.add("kind", self.tr("Kind"), OptionField(words.body_kinds()))
        self.add(
            "code",
            self.tr("Short code"),
            TextField(max_length=60),
            hint=self.tr("For lists and file names, such as KM-JWG."),
            beside=True,
        )
        self.add(
            "short_names",
            self.tr("What this program calls it"),
            NamesField(("en",) if self._is_new else OFFERED),
        )
        if not self._is_new:
            self.add("plain_names", self.tr("Name without its parties"), NamesField(OFFERED))
            self.add(
                "call_names",
                self.tr("What its documents call it, such as “the Joint Working Group”"),
                NamesField(OFFERED),
            )
            before = values_of_body(self._filling)
            self._name_change = NameChange(self, names=_NAMES, before=before, today=today)

    def _add_parties(self) -> None:
        self.add_heading(self.tr("Parties"))
        self.seats = SeatsField(self._filling.choices, name="body_seats")
        self.add(
            "seats",
            self.tr("Parties in the order of their seats"),
            self.seats,
            hint=self.tr("Choose from the list of states, or enter another party."),
        )
        self.add(
            "our_side",
            self.tr("Our side"),
            OptionField(),
            hint=self.tr("Whose secretariat keeps this workspace."),
        )
        self.add("host_rotation", self.tr("Who hosts"), OptionField(words.rotations()), beside=True)

    def _add_meetings(self) -> None:
        self.add_heading(self.tr("Meetings"))
        self.add("languages", self.tr("Languages"), LanguagesField())
        self.add("prevailing_language", self.tr("Prevails if they differ"), OptionField())
        self.add(
            "meeting_pattern",
            self.tr("Meetings are numbered"),
            TextField(),
            hint=self.tr("{ordinal} stands for the number, {year} for the year."),
        )
        self.add(
            "decision_pattern",
            self.tr("Decisions are numbered"),
            TextField(),
            hint=self.tr("{number} stands for the number of the decision."),
            beside=True,
        )
        if self._is_new:
            told = self.tr("Begin with the usual preparation list ({count} tasks)")
            self.add("usual_tasks", told.format(count=self._filling.usual_tasks), CheckField())
            return
        self.add(
            "title_patterns",
            self.tr("Meetings are titled, where that is laid down"),
            NamesField(OFFERED),
            hint=self.tr("{nth} stands for “Third”, {ordinal} for 3."),
        )
        self.add("cadence", self.tr("How often it meets"), TextField())
        self.add("level", self.tr("At the level of"), OptionField(words.levels()), beside=True)
        self.add("topic", self.tr("Subject"), TextField())
        self.add(
            "established_on",
            self.tr("Established"),
            TextField(),
            hint=self.tr("As exactly as it is known: 2025, 2025-05 or 2025-05-27."),
            beside=True,
        )

    def _offer_our_side(self) -> None:
        pairs: list[tuple[Any, str]] = [(None, self.tr("None of them"))]
        pairs += [(key, self.seats.name_of(key)) for key, _role in self.seats.value()]
        field = self.field("our_side")
        assert isinstance(field, OptionField)
        chosen = field.value()
        field.offer(pairs)
        known = {key for key, _ in pairs}
        field.set_value(chosen if chosen in known else None)

    def _offer_prevailing(self) -> None:
        pairs: list[tuple[Any, str]] = [(None, self.tr("None: all are equal"))]
        pairs += [(tag, phrases.say("language", tag)) for tag in self.field("languages").value()]
        field = self.field("prevailing_language")
        assert isinstance(field, OptionField)
        field.offer(pairs)

    def _propose(self) -> None:
        """Propose how such bodies are usually known and number; what the user wrote stays."""
        kind = str(self.field("kind").value())
        codes = self.seats.codes()
        code = "-".join((*codes[:_CODES], words.letters_of(kind))) if codes else ""
        proposed = (code, *words.patterns_for(kind))
        names = ("code", "meeting_pattern", "decision_pattern")
        for name, before, now in zip(names, self._proposed, proposed, strict=True):
            if self.field(name).value() in {"", before}:
                self.field(name).set_value(now)
        self._proposed = proposed
