"""The forms for a person, for a post and for another spelling of a name."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui import phrases
from app.ui.persons.name_parts_field import NamePartsField
from app.ui.persons.view import Choices
from app.ui.widgets.fields import (
    CheckField,
    DateField,
    LanguagesField,
    LongTextField,
    NamesField,
    OptionField,
    RecordField,
    TextField,
)
from app.ui.widgets.form import Form

if TYPE_CHECKING:
    from app.services.persons import PersonDetail, PostRow

LANGUAGES = ("en", "ko", "mn", "ja")
_MOST = 200


class PersonForm(Form):
    """Asks for everything about a person."""

    def __init__(
        self, detail: "PersonDetail | None", choices: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(name="person", parent=parent)
        hint = self.tr("Exactly as the source prints it, such as “N.Enkhtaivan”.")
        name = TextField(max_length=_MOST)
        self.add("printed_name", self.tr("Name as known"), name, hint=hint)
        self.add("honorific", self.tr("Form of address"), TextField(max_length=60), beside=True)
        self.add("names", self.tr("Name in each language"), NamesField(LANGUAGES))
        parts_hint = self.tr(
            "Only as far as somebody knows them. Nothing is taken apart by itself."
        )
        self.add(
            "name_parts", self.tr("Parts of the name"), NamePartsField(LANGUAGES), hint=parts_hint
        )
        self.add(
            "name_parts_verified",
            self.tr("The parts have been confirmed by somebody who knows"),
            CheckField(),
        )
        office = _office_field(choices)
        self.add("organisation_id", self.tr("Organisation"), office)
        self.add("email", self.tr("E-mail"), TextField(max_length=_MOST))
        self.add("phone", self.tr("Phone"), TextField(max_length=60), beside=True)
        self.add("languages", self.tr("Languages spoken"), LanguagesField(LANGUAGES))
        keep_hint = self.tr("After this day the e-mail address and the phone number are to go.")
        self.add("retain_until", self.tr("Keep contact data until"), DateField(), hint=keep_hint)
        self.add("note", self.tr("Note"), LongTextField())
        if detail is not None:
            self.set_values(_values_of(detail))

    def check(self) -> bool:
        """Say whether all that is needed is there; where it is not, show why and go there."""
        if not super().check():
            return False
        if not self.values()["printed_name"]:
            self.problems({"printed_name": self.tr("Enter the name.")})
            return False
        return True


class PostForm(Form):
    """Asks for a post, with the dates as exactly as they are known."""

    def __init__(
        self, post: "PostRow | None", choices: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(name="post", parent=parent)
        self.add("titles", self.tr("Post"), NamesField(LANGUAGES, long=True))
        self.add("organisation_id", self.tr("Organisation"), _office_field(choices))
        parties: list[tuple[Any, str]] = [(None, self.tr("Not said"))]
        self.add(
            "party_id", self.tr("In the service of"), OptionField([*parties, *choices.parties])
        )
        hint = self.tr("2025, 2025-05 or 2025-05-27, as exactly as it is known.")
        self.add("valid_from", self.tr("From"), TextField(max_length=10), hint=hint)
        until = self.tr("The first day without it; empty while it is held.")
        self.add("valid_to", self.tr("Until"), TextField(max_length=10), hint=until, beside=True)
        if post is not None:
            self.set_values(
                {
                    "titles": dict(post.titles),
                    "organisation_id": post.organisation_id,
                    "party_id": post.party_id,
                    "valid_from": post.valid_from,
                    "valid_to": post.valid_to,
                }
            )

    def values(self) -> dict[str, Any]:
        """Return what every field holds; a date that is not known is ``None``."""
        values = super().values()
        for name in ("valid_from", "valid_to"):
            values[name] = values[name] or None
        return values

    def check(self) -> bool:
        """Say whether all that is needed is there; where it is not, show why and go there."""
        if not super().check():
            return False
        if not self.values()["titles"]:
            self.problems({"titles": self.tr("Enter the post in one language at least.")})
            return False
        return True


class SpellingForm(Form):
    """Asks for another spelling of a name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(name="spelling", parent=parent)
        languages = [(tag, phrases.say("language", tag)) for tag in LANGUAGES]
        self.add("text", self.tr("Spelling"), TextField(max_length=_MOST))
        self.add("language", self.tr("In documents in"), OptionField(languages))

    def check(self) -> bool:
        """Say whether all that is needed is there; where it is not, show why and go there."""
        if not super().check():
            return False
        if not self.values()["text"]:
            self.problems({"text": self.tr("Enter the spelling.")})
            return False
        return True


def say_dates(valid_from: str, valid_to: str) -> str:
    """Return since when a post was held, and until when, as exactly as it is known."""
    translate = QCoreApplication.translate
    if valid_from and valid_to:
        return f"{valid_from} – {valid_to}"
    if valid_from:
        return translate("Persons", "since {day}").format(day=valid_from)
    return translate("Persons", "until {day}").format(day=valid_to) if valid_to else ""


def _office_field(choices: Choices) -> RecordField:
    field = RecordField()
    field.offer(
        [(key, name) for key, name, _also in choices.offices],
        also=[also for _key, _name, also in choices.offices],
    )
    return field


def _values_of(detail: "PersonDetail") -> dict[str, Any]:
    return {
        "printed_name": detail.name,
        "honorific": detail.honorific,
        "names": dict(detail.names),
        "name_parts": {tag: dict(parts) for tag, parts in detail.name_parts.items()},
        "name_parts_verified": detail.is_verified,
        "organisation_id": detail.organisation_id,
        "email": detail.email,
        "phone": detail.phone,
        "languages": list(detail.languages),
        "retain_until": detail.retain_until,
        "note": detail.note,
    }
