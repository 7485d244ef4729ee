"""The forms for an instrument, and for a party to one with its own dates."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.ui import phrases
from app.ui.instruments import words
from app.ui.instruments.view import Choices
from app.ui.widgets.fields import (
    LanguagesField,
    LongTextField,
    NamesField,
    NumberField,
    OptionField,
    RecordField,
    TextField,
)
from app.ui.widgets.form import Form

if TYPE_CHECKING:
    from app.services.instruments import InstrumentDetail

LANGUAGES = ("en", "ko", "mn", "ja")


class InstrumentForm(Form):
    """Asks for everything about an instrument; a new one is asked how it stands and for whom."""

    def __init__(
        self, detail: "InstrumentDetail | None", choices: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(name="instrument", parent=parent)
        self.add("titles", self.tr("Title"), NamesField(LANGUAGES))
        self.add("code", self.tr("Code"), TextField(max_length=80))
        kinds = [(kind, words.say_kind(kind)) for kind in words.KINDS]
        self.add("kind", self.tr("Kind"), OptionField(kinds), beside=True)
        if detail is None:
            self.add("first_id", self.tr("Between"), RecordField(choices.parties))
            self.add("second_id", self.tr("and"), RecordField(choices.parties), beside=True)
            statuses = [(status, words.say_status(status)) for status in words.STATUSES]
            self.add("status", self.tr("Status"), OptionField(statuses))
        hint = self.tr("2025, 2025-05 or 2025-05-27, as exactly as it is known.")
        self.add("signed_on", self.tr("Signed on"), TextField(max_length=10), hint=hint)
        self.add("signed_at", self.tr("in"), TextField(max_length=120), beside=True)
        self.add("in_force_from", self.tr("In force from"), TextField(max_length=10))
        self.add("in_force_to", self.tr("First term until"), TextField(max_length=10), beside=True)
        self.add_heading(self.tr("Tacit extension"))
        extends = NumberField(minimum=1, maximum=1200)
        note = self.tr("Empty where it ends unless it is renewed.")
        self.add("extends_by_months", self.tr("Extended by, in months"), extends, hint=note)
        notice = NumberField(minimum=0, maximum=120)
        self.add("notice_months", self.tr("Notice, in months"), notice, beside=True)
        self.add("renewal_rule", self.tr("The rule in its words"), TextField(max_length=300))
        self.add_heading(self.tr("What it rests on"))
        others = tuple(
            pair for pair in choices.instruments if detail is None or pair[0] != detail.row.id
        )
        self.add("parent_id", self.tr("Rests on"), RecordField(others))
        self.add("renews_id", self.tr("Renews"), RecordField(others))
        self.add("replaces_id", self.tr("Replaces"), RecordField(others), beside=True)
        self.add("languages", self.tr("Languages"), LanguagesField(LANGUAGES))
        tags: list[tuple[Any, str]] = [("", self.tr("None prevails"))]
        tags += [(tag, phrases.say("language", tag)) for tag in LANGUAGES]
        self.add("prevailing_language", self.tr("Prevailing language"), OptionField(tags))
        self.add("note", self.tr("Note"), LongTextField())
        self.set_values(_values_of(detail) if detail else {"kind": "mou", "status": "signed"})


class PartyForm(Form):
    """Asks for a party to an instrument with its own dates."""

    def __init__(
        self,
        detail: "InstrumentDetail",
        party_id: UUID | None,
        choices: Choices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name="instrument_party", parent=parent)
        if party_id is None:
            named = {party.id for party in detail.parties}
            free = tuple(pair for pair in choices.parties if pair[0] not in named)
            self.add("party_id", self.tr("Party"), RecordField(free, optional=False))
        self.add("signatory", self.tr("Signed by"), TextField(max_length=200))
        hint = self.tr("2025, 2025-05 or 2025-05-27, as exactly as it is known.")
        self.add("signed_on", self.tr("Signed on"), TextField(max_length=10), hint=hint)
        self.add("approved_on", self.tr("Approved on"), TextField(max_length=10), beside=True)
        self.add("withdrawn_on", self.tr("Withdrew on"), TextField(max_length=10))
        party = next((each for each in detail.parties if each.id == party_id), None)
        if party is not None:
            self.set_values(
                {
                    "signatory": party.signatory,
                    "signed_on": party.signed_on,
                    "approved_on": party.approved_on,
                    "withdrawn_on": party.withdrawn_on,
                }
            )


def _values_of(detail: "InstrumentDetail") -> dict[str, Any]:
    return {
        "titles": dict(detail.titles),
        "code": detail.row.code,
        "kind": detail.row.kind.value,
        "signed_on": detail.row.signed_on,
        "signed_at": detail.signed_at,
        "in_force_from": detail.row.in_force_from,
        "in_force_to": detail.in_force_to,
        "extends_by_months": detail.extends_by_months,
        "notice_months": detail.notice_months,
        "renewal_rule": detail.renewal_rule,
        "parent_id": detail.parent_id,
        "renews_id": detail.renews_id,
        "replaces_id": detail.replaces_id,
        "languages": list(detail.languages),
        "prevailing_language": detail.prevailing_language,
        "note": detail.note,
    }
