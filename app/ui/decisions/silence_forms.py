"""The forms of a silence procedure: opening it with its clock, and each step that is entered."""

from collections.abc import Callable
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.ui.decisions import words
from app.ui.decisions.asks import Ask, Material
from app.ui.widgets.fields import (
    CheckField,
    DateField,
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

_LONGEST = 366


def _say(text: str) -> str:
    return QCoreApplication.translate("SilenceForms", text)


def open_form(material: Material) -> Form:
    """Return the form for the text that is sent round, and the clock."""
    form = Form(name="silence")
    languages = list(material.languages)
    form.add("titles", _say("Title of the decision"), NamesField(languages))
    form.add("texts", _say("Text that is sent round"), NamesField(languages, long=True))
    form.add("kind", _say("What it does"), OptionField(words.pairs("kind")))
    form.add("effective_on", _say("In effect from, if later"), DateField(), beside=True)
    form.add_heading(_say("The clock"))
    own: list[tuple[Any, str]] = [("", _say("The rule of this body"))]
    presets = [(preset.key, preset.name) for preset in material.presets]
    preset = OptionField([*own, *presets])
    form.add("preset", _say("Rule"), preset)
    form.add("days", _say("Days"), NumberField(minimum=1, maximum=_LONGEST, optional=False))
    form.add("counts", _say("Which days"), OptionField(words.pairs("counts")), beside=True)
    form.add("starts", _say("Counted"), OptionField(words.pairs("starts")), beside=True)
    hint = _say("Empty: the end of the last day.")
    form.add("hour", _say("Until the hour"), TimeField(), hint=hint)
    form.add("zone", _say("Of the clock in"), ZoneField(optional=False), beside=True)
    form.add("affirmation", _say("Silence is not enough: every side affirms"), CheckField())
    form.add("source", _say("Where the rule is laid down"), TextField(max_length=300))
    form.add("keep", _say("Keep this as the rule of the body"), CheckField())
    form.set_values(material.values)
    preset.changed.connect(partial(_take_preset, form, material))
    return form


def moment_form(material: Material) -> Form:
    """Return the form for a day and an hour on the clock of the procedure."""
    form = Form(name="silence_moment")
    _add_moment(form, material)
    return form


def side_form(material: Material) -> Form:
    """Return the form for a side and a moment."""
    form = Form(name="silence_side")
    form.add("party_id", _say("Side"), OptionField(list(material.sides)))
    _add_moment(form, material)
    if material.party_id is not None:
        form.set_values({"party_id": material.party_id})
    return form


def words_form(material: Material) -> Form:
    """Return the form for what a side says, and when."""
    form = side_form(material)
    form.add("words", _say("In its words"), NamesField(list(material.languages), long=True))
    return form


def extend_form(material: Material) -> Form:
    """Return the form for a later deadline, and why."""
    form = Form(name="silence_extend")
    _add_moment(form, material)
    form.add("words", _say("Why"), NamesField(list(material.languages), long=True))
    return form


def reason_form(_material: Material) -> Form:
    """Return the form for a reason."""
    form = Form(name="silence_reason")
    form.add("note", _say("Why"), LongTextField())
    return form


def meeting_form(material: Material) -> Form:
    """Return the form for a meeting."""
    form = Form(name="silence_meeting")
    field = RecordField(optional=False)
    field.offer(list(material.meetings))
    form.add("meeting_id", _say("Meeting"), field)
    if material.meetings:
        form.set_values({"meeting_id": material.meetings[0][0]})
    return form


def number_form(material: Material) -> Form:
    """Return the form for the number under which it is adopted."""
    form = Form(name="silence_number")
    hint = _say("The next one of the body; the day is that on which the period ended.")
    form.add("symbol", _say("Number"), TextField(max_length=80), hint=hint)
    form.set_values(dict(material.values))
    return form


def day_form(material: Material) -> Form:
    """Return the form for the day of the announcement."""
    form = Form(name="silence_day")
    form.add("on", _say("Day"), DateField(optional=False))
    form.set_values(dict(material.values))
    return form


FORMS: dict[Ask, tuple[Callable[[Material], Form], str, str]] = {
    Ask.OPEN: (open_form, "New silence procedure", "Prepare"),
    Ask.CIRCULATE: (moment_form, "Sent to every side at", "Circulate"),
    Ask.RECEIPT: (side_form, "Receipt confirmed", "Save"),
    Ask.AFFIRM: (side_form, "Decision affirmed", "Save"),
    Ask.COMMENT: (words_form, "Comment of a side", "Save"),
    Ask.OBJECT: (words_form, "Objection", "Save"),
    Ask.EXTEND: (extend_form, "Extend the period until", "Extend"),
    Ask.SETTLE: (words_form, "Objection withdrawn", "Save"),
    Ask.GIVE_UP: (reason_form, "Why is it given up?", "Give up"),
    Ask.REFER: (meeting_form, "Put on the agenda of", "Put on the agenda"),
    Ask.ADOPT_SILENCE: (number_form, "Adopt the decision", "Adopt"),
    Ask.ANNOUNCE: (day_form, "Announced on", "Save"),
    Ask.RECORD: (meeting_form, "Record in the minutes of", "Record"),
}
"""Each form with its heading and the word on its button."""


def _add_moment(form: Form, material: Material) -> None:
    form.add("day", _say("Day"), DateField(optional=False))
    label = _say("Hour in {city}").format(city=(material.zone or "UTC").rpartition("/")[2])
    form.add("time", label.replace("_", " "), TimeField(optional=False), beside=True)
    if material.now is not None:
        local = material.now.astimezone(ZoneInfo(material.zone or "UTC"))
        clock = local.time().replace(second=0, microsecond=0, tzinfo=None)
        form.set_values({"day": local.date(), "time": clock})


def _take_preset(form: Form, material: Material) -> None:
    """Fill the clock in as the chosen rule has it; the zone stays, unless there is none."""
    key = form.field("preset").value()
    found = next((preset for preset in material.presets if preset.key == key), None)
    if found is None:
        chosen = {name: material.values.get(name) for name in _CLOCK}
    else:
        rule = found.rule
        chosen = {
            "days": rule.days,
            "counts": rule.counts.value,
            "starts": rule.starts.value,
            "hour": rule.hour,
            "affirmation": rule.affirmation,
            "source": rule.source,
        }
    form.set_values(chosen)


_CLOCK = ("days", "counts", "starts", "hour", "affirmation", "source")
