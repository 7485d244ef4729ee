"""The form for a party: what it is called in each place where a document names it."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.ui.body_settings import words
from app.ui.body_settings.filling import PartyFilling
from app.ui.body_settings.name_change import NameChange
from app.ui.widgets.fields import NamesField, OptionField, RecordField, TextField, ZoneField
from app.ui.widgets.form import Form
from app.ui.widgets.languages_field import OFFERED

_NAMES = ("names", "formal_names", "adjectives")
_PARTS = ("province", "city", "ministry", "agency", "government")


class PartyForm(Form):
    """Asks for everything about a party."""

    def __init__(
        self, filling: PartyFilling, *, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(name="party", parent=parent)
        sheet = filling.sheet
        self.add("names", self.tr("Name"), NamesField(OFFERED))
        self.add("kind", self.tr("What it is"), OptionField(words.party_kinds()))
        self.add(
            "code",
            self.tr("Short code"),
            TextField(max_length=40),
            hint=self.tr("For a state its two letters, such as KR."),
            beside=True,
        )
        states = [(choice.key[1], choice.name) for choice in filling.states]
        self.add("parent_id", self.tr("Belongs to"), RecordField(states))
        self.add(
            "formal_names",
            self.tr("As treaties name it"),
            NamesField(OFFERED),
            hint=self.tr("With its article, such as “the Republic of Korea”."),
        )
        self.add(
            "adjectives",
            self.tr("As in “the Korean side”"),
            NamesField(OFFERED),
        )
        self.add("time_zone", self.tr("Time zone of its capital"), ZoneField())
        values = {
            name: getattr(sheet, name)
            for name in ("names", "kind", "code", "parent_id", *_NAMES, "time_zone")
        }
        self._name_change = (
            NameChange(self, names=_NAMES, before=values, today=today)
            if filling.editing is not None
            else None
        )
        self.set_values(values)
        if self._name_change is not None:
            self._name_change.show_what_applies()
        self.field("kind").changed.connect(self._show_what_applies)
        self._show_what_applies()

    def _show_what_applies(self) -> None:
        self.show_field("parent_id", shown=self.field("kind").value() in _PARTS)
