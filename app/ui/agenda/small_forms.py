"""The short forms of the agenda: a step of the whole, its breaks, another place, a new paper."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.ui import phrases
from app.ui.agenda import words
from app.ui.agenda.sheet import AgendaSheet
from app.ui.widgets.fields import (
    DateField,
    LongTextField,
    NamesField,
    OptionField,
    TextField,
    TimeField,
)
from app.ui.widgets.form import Form
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.services.agenda import OutlineItem
    from app.services.paper_files import IncomingFile

ABOVE, BELOW, INSIDE = "above", "below", "inside"
_BREAKS = 3


def step_form(status: str, sheet: AgendaSheet, *, today: date) -> Form:
    """Return the form that asks when a step was taken."""
    form = Form(name="agenda_step")
    form.add_widget(wrapped_label(words.step_explained(status), "muted"))
    form.add("dated_on", _say("On"), DateField(optional=False))
    form.add("note", _say("Note"), LongTextField(lines=2))
    of_the_meeting = status in {"draft", "adopted", "amended"}
    first_day = sheet.outline.first_day
    day = first_day if of_the_meeting and first_day is not None and first_day <= today else today
    form.set_values({"dated_on": day, "note": ""})
    return form


def breaks_form(sheet: AgendaSheet) -> Form:
    """Return the form that asks when the sitting pauses."""
    form = Form(name="agenda_breaks")
    told = _say("The sitting pauses at these hours on each of its days, by the clock at the place.")
    form.add_widget(wrapped_label(told, "muted"))
    for place in range(max(_BREAKS, len(sheet.outline.breaks))):
        form.add(f"from_{place}", _say("From"), TimeField())
        form.add(f"to_{place}", _say("To"), TimeField(), beside=True)
    values: dict[str, Any] = {}
    for place, pause in enumerate(sheet.outline.breaks):
        begins, _, ends = pause.partition("-")
        values[f"from_{place}"] = time.fromisoformat(begins)
        values[f"to_{place}"] = time.fromisoformat(ends)
    form.set_values(values)
    return form


def breaks_of(values: Mapping[str, Any]) -> tuple[list[tuple[time, time]], dict[str, str]]:
    """Return the breaks that a form holds, and what is wrong with a half-filled line."""
    breaks, problems = [], {}
    for place in range(sum(name.startswith("from_") for name in values)):
        begins, ends = values[f"from_{place}"], values[f"to_{place}"]
        if begins is not None and ends is not None:
            breaks.append((begins, ends))
        elif begins is not None or ends is not None:
            missing = f"to_{place}" if ends is None else f"from_{place}"
            problems[missing] = _say("Enter both hours of a break.")
    return breaks, problems


def place_form(ids: Sequence[UUID], sheet: AgendaSheet) -> Form:
    """Return the form that asks where items shall stand."""
    form = Form(name="agenda_place")
    places = [
        (ABOVE, _say("Before")),
        (BELOW, _say("After")),
        (INSIDE, _say("Below, as a sub-item of")),
    ]
    form.add("where", _say("Put it"), OptionField(places))
    others = [
        (item.id, "\u2003" * item.depth + " ".join(filter(None, (item.label, item.title))))
        for item in sheet.outline.items
        if item.id not in ids
    ]
    form.add("parent_id", _say("Item"), OptionField(others))
    return form


def carry_form(items: "Sequence[OutlineItem]", meetings: Sequence[tuple[UUID, str]]) -> Form:
    """Return the form that asks to which meeting items shall be carried."""
    form = Form(name="agenda_carry")
    told = "\n".join(" ".join(filter(None, (item.label, item.title))) for item in items)
    form.add_widget(wrapped_label(told, "strong"))
    explained = _say(
        "They are entered anew on the agenda of the other meeting, and marked here as deferred."
    )
    form.add("meeting_id", _say("Meeting"), OptionField(meetings), hint=explained)
    return form


def paper_form(file: "IncomingFile", symbol: str, sheet: AgendaSheet) -> Form:
    """Return the form that asks what a file is called as a paper."""
    form = Form(name="agenda_paper")
    form.add_widget(wrapped_label(file.name, "strong"))
    if file.danger is not None:
        form.add_widget(wrapped_label(danger_words(str(file.danger)), "open"))
    form.add("symbol", _say("Symbol"), TextField(max_length=60))
    tongues = [(tag, phrases.say("language", tag)) for tag in sheet.outline.languages]
    form.add("language", _say("Language of the file"), OptionField(tongues), beside=True)
    form.add("titles", _say("Title"), NamesField(sheet.outline.languages))
    title = file.name.rpartition(".")[0] or file.name
    first = sheet.outline.languages[0]
    form.set_values({"symbol": symbol, "language": first, "titles": {first: title}})
    return form


def danger_words(danger: str) -> str:
    """Return why a file should not be opened without a thought."""
    if danger == "macros":
        return _say("This file can hold macros, which run when it is opened.")
    return _say("This file is a program. JWG Desk keeps it, but does not open it.")


def _say(text: str) -> str:
    return QCoreApplication.translate("Agenda", text)
