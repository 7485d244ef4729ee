"""The forms for decisions: entering, adopting, relating them, and what else becomes of them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.ui.decisions import words
from app.ui.decisions.asks import Ask, Material
from app.ui.widgets.fields import (
    CheckField,
    DateField,
    LongTextField,
    NamesField,
    OptionField,
    RecordField,
    TextField,
)
from app.ui.widgets.form import Form

_LONGEST = 80


def _say(text: str) -> str:
    return QCoreApplication.translate("DecisionForms", text)


def decision_form(material: Material) -> Form:
    """Return the form for everything that is entered of a decision."""
    form = Form(name="decision")
    languages = list(material.languages)
    form.add("titles", _say("Title"), NamesField(languages))
    form.add("texts", _say("Text"), NamesField(languages, long=True))
    form.add("kind", _say("What it does"), OptionField(words.pairs("kind")))
    form.add("channel", _say("Taken"), OptionField(words.pairs("channel")), beside=True)
    form.add("method", _say("How"), OptionField(words.pairs("method")), beside=True)
    form.add("meeting_id", _say("Meeting"), _records(material.meetings))
    form.add("agenda_item_id", _say("Agenda item"), _records(material.items))
    form.add_heading(_say("If it is adopted already"))
    hint = _say("A past decision keeps the number that it has. Leave both empty for a draft.")
    form.add("symbol", _say("Number"), TextField(max_length=_LONGEST), hint=hint)
    form.add("taken_on", _say("Taken on"), DateField(), beside=True)
    form.add("effective_on", _say("In effect from"), DateField())
    form.add("published_on", _say("Published on"), DateField(), beside=True)
    form.add("ad_referendum", _say("Subject to confirmation by the capitals"), CheckField())
    form.add("conditions", _say("Conditions"), NamesField(languages, long=True))
    if material.values:
        form.set_values(material.values)
    if material.sheet is not None and material.sheet.is_adopted:
        for name in ("titles", "texts", "symbol", "taken_on", "conditions"):
            form.field(name).set_read_only(read_only=True)
    return form


def adopt_form(material: Material) -> Form:
    """Return the form by which a draft is adopted under its number."""
    form = Form(name="adopt")
    hint = _say("The next one of the body. The temporary number stays as an alias.")
    form.add("symbol", _say("Number"), TextField(max_length=_LONGEST), hint=hint)
    form.add("taken_on", _say("Taken on"), DateField(optional=False), beside=True)
    form.add("effective_on", _say("In effect from, if later"), DateField())
    form.add("ad_referendum", _say("Subject to confirmation by the capitals"), CheckField())
    if "settles_item" in material.values:
        told = _say("Record “Adopted” as the outcome of its agenda item")
        form.add("settles_item", told, CheckField(), hint=material.sheet.agenda_item)
    form.set_values(material.values)
    return form


def relate_form(material: Material) -> Form:
    """Return the form that says what this decision does to another one."""
    form = Form(name="relate")
    form.add("relation", _say("This decision"), OptionField(words.pairs("outward")))
    form.add("other_id", _say("The other decision"), _records(material.decisions, optional=False))
    return form


def reservation_form(material: Material) -> Form:
    """Return the form for where a side stood that did not simply agree."""
    form = Form(name="reservation")
    none = [("", _say("Simply agreed"))]
    form.add("party_id", _say("Side"), OptionField(list(material.sides)))
    form.add(
        "position", _say("Position"), OptionField([*words.pairs("position"), *none]), beside=True
    )
    statement = NamesField(list(material.languages), long=True)
    form.add("statements", _say("In its words"), statement)
    return form


def rule_form(material: Material) -> Form:
    """Return the form that names a rule which the decision concerns."""
    form = Form(name="rule_touched")
    form.add("provision_id", _say("Rule"), _records(material.rules, optional=False))
    return form


def day_form(material: Material) -> Form:
    """Return the form for one day."""
    form = Form(name="decision_day")
    form.add("on", _say("Day"), DateField(optional=False))
    form.set_values(dict(material.values))
    return form


def done_form(material: Material) -> Form:
    """Return the form for the day on which it was carried out."""
    form = day_form(material)
    form.add("note", _say("How it was carried out"), LongTextField())
    return form


def reason_form(_material: Material) -> Form:
    """Return the form for a reason."""
    form = Form(name="decision_reason")
    form.add("note", _say("Why"), LongTextField())
    return form


def number_form(material: Material) -> Form:
    """Return the form by which a number is reserved, or left out for good."""
    form = Form(name="number")
    form.add("symbol", _say("Number"), TextField(max_length=_LONGEST))
    form.add("state", _say("Is"), OptionField(words.pairs("number")), beside=True)
    form.add("reason", _say("Why"), LongTextField())
    form.set_values(material.values)
    return form


def release_form(material: Material) -> Form:
    """Return the form that names a number which is reserved or void no longer."""
    form = Form(name="release")
    form.add("number_id", _say("Number"), OptionField(list(material.numbers)))
    return form


FORMS: dict[Ask, tuple[Callable[[Material], Form], str, str]] = {
    Ask.ENTER: (decision_form, "New decision", "Enter"),
    Ask.EDIT: (decision_form, "Edit decision", "Save"),
    Ask.ADOPT: (adopt_form, "Adopt decision", "Adopt"),
    Ask.RELATE: (relate_form, "What it does to another decision", "Save"),
    Ask.RESERVATION: (reservation_form, "Reservation or other position", "Save"),
    Ask.RULE: (rule_form, "A rule that it concerns", "Save"),
    Ask.PUBLISH: (day_form, "Published on", "Save"),
    Ask.CONFIRM: (day_form, "Confirmed on", "Save"),
    Ask.DONE: (done_form, "Carried out on", "Save"),
    Ask.LAPSE: (reason_form, "Why has it lapsed?", "Save"),
    Ask.WITHDRAW: (reason_form, "Why is the draft withdrawn?", "Withdraw"),
    Ask.NUMBER: (number_form, "Reserve or leave out a number", "Save"),
    Ask.RELEASE: (release_form, "Free a number again", "Free the number"),
}
"""Each form with its heading and the word on its button."""


def _records(offered: tuple[tuple[Any, str], ...], *, optional: bool = True) -> RecordField:
    field = RecordField(optional=optional)
    field.offer(list(offered))
    return field
