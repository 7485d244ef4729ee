"""The form with all that can be changed in an agenda item."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.ui import phrases
from app.ui.agenda.papers_field import PapersField
from app.ui.agenda.sheet import AgendaSheet
from app.ui.widgets.fields import (
    CheckField,
    LongTextField,
    NamesField,
    NumberField,
    OptionField,
    TextField,
    TimeField,
)
from app.ui.widgets.form import Form

if TYPE_CHECKING:
    from app.services.agenda import OutlineItem
    from app.services.papers import PaperDetail

_STATES = ("proposed", "included", "opened", "concluded", "deferred", "withdrawn")
_OUTCOMES = ("adopted", "adopted-as-amended", "agreed", "noted", "exchanged-views", "deferred")
_MOST_MINUTES = 24 * 60
_TWO = 2


def item_form(item: "OutlineItem", sheet: AgendaSheet, papers: "Sequence[PaperDetail]") -> Form:
    """Return the form, filled with an item."""
    form = Form(name="agenda_item")
    languages = tuple(dict.fromkeys((*sheet.outline.languages, *item.titles)))
    form.add("titles", _say("Title"), NamesField(languages))
    if sheet.outline.numbering == "as-entered":
        form.add("label", _say("Number"), TextField(max_length=20))
    form.add("annotations", _say("Annotation"), NamesField(languages, long=True))
    parties = sheet.outline.parties
    together = _say("All sides") if len(parties) > _TWO else _say("Both sides")
    sides = [(None, together), *((side.id, side.name) for side in parties)]
    form.add("lead_party_id", _say("Introduced by"), OptionField(sides))
    form.add("starts_at", _say("Starts at"), TimeField(), beside=True)
    minutes = NumberField(minimum=1, maximum=_MOST_MINUTES)
    form.add("minutes_planned", _say("Minutes"), minutes, beside=True)
    form.add("papers", _say("Papers"), PapersField(_offered(item, papers)))
    form.add_heading(_say("What came of it"))
    form.add("status", _say("State"), OptionField(_pairs("item status", _STATES)))
    outcomes = [(None, _say("Nothing recorded")), *_pairs("outcome", _OUTCOMES)]
    form.add("outcome", _say("Outcome"), OptionField(outcomes), beside=True)
    form.add("outcomes", _say("In words"), NamesField(languages, long=True))
    form.add("is_late", _say("Came after the agenda was sent round"), CheckField())
    form.add(
        "note",
        _say("Note"),
        LongTextField(lines=2),
        hint=_say("For the secretariat alone; it is never printed."),
    )
    form.set_values(_values(item))
    form.set_read_only(read_only=not sheet.can_change)
    return form


def changes_of(values: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[UUID, ...]]:
    """Return the fields and the papers that a form holds."""
    changes = {name: value for name, value in values.items() if name != "papers"}
    return changes, tuple(values["papers"])


def _offered(item: "OutlineItem", papers: "Sequence[PaperDetail]") -> list[tuple[UUID, str]]:
    """Return every paper of the meeting, and those of others that are before the item already."""
    told = {paper.id: f"{paper.symbol}  {paper.title}" for paper in papers}
    told |= {tag.id: f"{tag.symbol}  {tag.title}" for tag in item.papers}
    return list(told.items())


def _values(item: "OutlineItem") -> dict[str, Any]:
    return {
        "titles": item.titles,
        "label": item.label,
        "annotations": item.annotations,
        "lead_party_id": item.lead.id if item.lead is not None else None,
        "starts_at": item.starts_at,
        "minutes_planned": item.minutes_planned,
        "papers": tuple(paper.id for paper in item.papers),
        "status": str(item.status),
        "outcome": str(item.outcome) if item.outcome is not None else None,
        "outcomes": item.outcomes,
        "is_late": item.is_late,
        "note": item.note,
    }


def _pairs(table: str, values: Sequence[str]) -> list[tuple[Any, str]]:
    return [(value, phrases.say(table, value)) for value in values]


def _say(text: str) -> str:
    return QCoreApplication.translate("Agenda", text)
