"""The form for a meeting: what is asked, in which order, and what is said beside it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui import phrases
from app.ui.planning import words
from app.ui.planning.filling import Filling, Hints, values_of
from app.ui.planning.notes import Note
from app.ui.widgets.fields import (
    CheckField,
    DateField,
    LanguagesField,
    LongTextField,
    NamesField,
    NumberField,
    OptionField,
    RecordField,
    TextField,
    TimeField,
    ZoneField,
)
from app.ui.widgets.form import Form

if TYPE_CHECKING:
    from app.ui.widgets.field import Field
    from app.ui.widgets.form import AnyField

_USUAL_LANGUAGES = ("en",)
_HELD = ("starts_on", "ends_on")


class MeetingForm(Form):
    """Asks for everything about a meeting.

    Signals:
        begun: The beginning that the user has chosen for a new meeting.
        followed: What is filled in, after each change.
    """

    begun = Signal(object)
    followed = Signal(object)

    def __init__(self, filling: Filling, parent: QWidget | None = None) -> None:
        super().__init__(name="meeting", parent=parent)
        self._proposed_host: Any = None
        self._names: list[str] = []
        self._filling = filling
        self._is_new = filling.editing is None
        self._suggested: int | None = None
        self._number = Note(name="meeting_number_note")
        self._turn = Note(name="meeting_turn_note")
        self._clocks = Note(name="meeting_clocks_note")
        self._languages = tuple(filling.sheet.languages) or filling.plan.languages
        self._add_name()
        self._add_host()
        self._add_days()
        self._add_languages()
        if self._is_new:
            self._add_extras()
        self.set_values(values_of(filling.sheet))
        self._number.taken.connect(self._take_number)
        self._turn.taken.connect(self._take_turn)
        self.changed.connect(self._follow)
        self._show_what_applies()

    def add(
        self, name: str, label: str, field: "AnyField", *, hint: str = "", beside: bool = False
    ) -> "AnyField":
        """Add a field and return it."""
        self._names.append(name)
        return super().add(name, label, field, hint=hint, beside=beside)

    def fill(self, proposed: Mapping[str, Any]) -> None:
        """Put proposals into their fields."""
        for name, value in proposed.items():
            self.field(name).set_value(value)
        self._show_what_applies()

    def show_hints(self, hints: Hints) -> None:
        """Show what there is to say beside the fields."""
        self._suggested = hints.suggested
        told = " ".join(words.finding_words(finding) for finding in hints.findings)
        if hints.suggested is not None:
            take = self.tr("Use {number}").format(number=hints.suggested)
            told = self.tr("As the parties count it. The next on record would be number {number}.")
            self._number.say(told.format(number=hints.suggested), take=take)
        else:
            self._number.say(told or self.tr("As the parties count it."), warns=bool(told))
        turn = words.turn_words(self._filling, hints.turn)
        differs = hints.turn is not None and not hints.hosts
        self._turn.say(
            turn, take=self.tr("Choose") if differs else "", icon="history" if turn else "info"
        )
        self._proposed_host = hints.turn.host if hints.turn is not None else None
        shown = " · ".join(words.clock_words(clock) for clock in hints.clocks)
        self._clocks.say(
            self.tr("At the same time: {clocks}").format(clocks=shown) if shown else "",
            icon="clock",
        )

    def _add_name(self) -> None:
        if self._is_new:
            pairs = [(each, words.basis_words(self._filling, each)) for each in self._filling.bases]
            begin = self.add("basis", self.tr("Begin from"), OptionField(pairs))
            begin.changed.connect(lambda: self.begun.emit(begin.value()))
        self.add("kind", self.tr("Kind"), OptionField(words.kinds()))
        self.add("ordinal", self.tr("Number"), NumberField(minimum=1), beside=True)
        self.add("code", self.tr("Short code"), TextField(max_length=40), beside=True)
        self.add_widget(self._number)
        self.add("titles", self.tr("Title"), NamesField(self._languages or _USUAL_LANGUAGES))

    def _add_host(self) -> None:
        self.add_heading(self.tr("Host and place"))
        hosts: list[tuple[Any, str]] = [(None, self.tr("Not decided yet"))]
        hosts += [(side.id, side.name) for side in self._filling.plan.sides]
        self.add("host_party_id", self.tr("Host"), OptionField(hosts))
        self.add("mode", self.tr("Form"), OptionField(words.modes()), beside=True)
        self.add_widget(self._turn)
        tongues = self._languages or _USUAL_LANGUAGES
        self.add("places", self.tr("City"), NamesField(tongues))
        self.add("venues", self.tr("Building or room"), NamesField(tongues))
        self.add(
            "deemed_place",
            self.tr("Counts as held in"),
            TextField(),
            hint=self.tr("The place that documents name for a meeting that is held online."),
        )

    def _add_days(self) -> None:
        self.add_heading(self.tr("Days and hours"))
        self.add("planned_starts_on", self.tr("Planned first day"), DateField())
        self.add("planned_ends_on", self.tr("Planned last day"), DateField(), beside=True)
        if self._is_new:
            self.add("held", self.tr("This meeting has been held already"), CheckField())
        self.add("starts_on", self.tr("First day, as held"), DateField())
        self.add("ends_on", self.tr("Last day, as held"), DateField(), beside=True)
        self.add("starts_time", self.tr("Begins at"), TimeField())
        self.add("ends_time", self.tr("Ends at"), TimeField(), beside=True)
        self.add("zone", self.tr("Time zone of the place"), ZoneField(), beside=True)
        self.add_widget(self._clocks)

    def _add_languages(self) -> None:
        self.add_heading(self.tr("Chair and languages"))
        persons = [(person.id, person.name) for person in self._filling.persons]
        self.add("chair_person_id", self.tr("In the chair: a person"), RecordField(persons))
        self.add("chair_words", self.tr("or in words"), TextField(), beside=True)
        self.add("languages", self.tr("Languages"), LanguagesField())
        prevailing = OptionField(self._prevailing())
        self.add("prevailing_language", self.tr("Prevails if they differ"), prevailing)
        past: list[tuple[Any, str]] = [(None, self.tr("None"))]
        past += [(each.id, each.label) for each in reversed(self._filling.plan.past)]
        self.add("predecessor_id", self.tr("Follows on"), OptionField(past))
        self.add("note", self.tr("Notes"), LongTextField(lines=2))

    def _add_extras(self) -> None:
        self.add_heading(self.tr("To begin with"))
        last = self._filling.plan.last
        if last is not None:
            self.add(
                "copy_delegations",
                self.tr("Nominate those who came to the last meeting"),
                CheckField(),
            )
        self.add(
            "standing_agenda",
            self.tr("Put the items of every agenda on this one: opening, adoption, closing"),
            CheckField(),
        )

    def _prevailing(self) -> list[tuple[Any, str]]:
        tags = self._languages or _USUAL_LANGUAGES
        return [
            (None, self.tr("None: all are equal")),
            *((tag, phrases.say("language", tag)) for tag in tags),
        ]

    def _follow(self) -> None:
        self._show_what_applies()
        # Not by values(): that would end what an input method is composing.
        self.followed.emit({name: self.field(name).value() for name in self._names})

    def _show_what_applies(self) -> None:
        """Show the fields that make sense for what is chosen."""
        self.show_field("deemed_place", shown=self._value("mode") == "online")
        held = bool(self._value("held")) if self._is_new else self._was_opened()
        for name in _HELD:
            self.show_field(name, shown=held)

    def _was_opened(self) -> bool:
        sheet = self._filling.sheet
        return sheet.starts_on is not None or sheet.planned_starts_on is None

    def _value(self, name: str) -> Any:
        field: Field = self.field(name)
        return field.value()

    def _take_number(self) -> None:
        if self._suggested is not None:
            self.field("ordinal").set_value(self._suggested)
            self._follow()

    def _take_turn(self) -> None:
        self.field("host_party_id").set_value(self._proposed_host)
        self._follow()
