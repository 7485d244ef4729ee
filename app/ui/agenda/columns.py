"""The columns of the agenda's list: number, title, hours, lead, papers and what came of it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.ui import phrases
from app.ui.agenda import words
from app.ui.agenda.sheet import AgendaLine
from app.ui.widgets.record_table import Column

_QUIET = frozenset({"proposed", "included"})
NARROW = frozenset({"minutes", "papers", "lead"})
"""The columns that are left out where there is little room."""


def empty_columns(lines: Sequence[AgendaLine]) -> frozenset[str]:
    """Return the columns that have nothing to say about an agenda, and would only take room."""
    telling = {
        "hours": _hours,
        "minutes": _minutes,
        "lead": _lead,
        "papers": papers,
        "result": result,
    }
    return frozenset(key for key, tell in telling.items() if not any(map(tell, lines)))


def agenda_columns() -> tuple[Column, ...]:
    """Return the columns from left to right."""
    return (
        Column("label", _say("No."), _label, width=56),
        Column("title", _say("Item"), _title, indents=True, spoken=_spoken),
        Column("hours", _say("Time"), _hours, width=118, icon=_warning),
        Column("minutes", _say("Min."), _minutes, width=52, align_right=True),
        Column("lead", _say("Lead"), _lead, width=64, chip=_lead_hue),
        Column("papers", _say("Papers"), papers, width=118),
        Column("result", _say("Result"), result, width=132, chip=_result_hue),
    )


def papers(line: AgendaLine) -> str:
    """Return the papers before an item, each with its languages."""
    if line.item is None:
        return ""
    return ", ".join(
        f"{paper.symbol} ({', '.join(tag.upper() for tag in paper.languages)})"
        if paper.languages
        else paper.symbol
        for paper in line.item.papers
    )


def result(line: AgendaLine) -> str:
    """Return what came of an item, else where it stands, else whether it came late."""
    item = line.item
    if item is None:
        return ""
    if item.carried_to:
        return _say("Carried to {meeting}").format(meeting=item.carried_to)
    if item.outcome is not None:
        return phrases.say("outcome", item.outcome)
    if item.status not in _QUIET:
        return phrases.say("item status", item.status)
    if item.is_late:
        return _say("Late item")
    if item.carried_from:
        return _say("From {meeting}").format(meeting=item.carried_from)
    return ""


def _label(line: AgendaLine) -> str:
    return line.item.label if line.item is not None else ""


def _title(line: AgendaLine) -> str:
    return line.item.title if line.item is not None else ""


def _hours(line: AgendaLine) -> str:
    return words.hours(line.taken)


def _minutes(line: AgendaLine) -> str:
    planned = line.item.minutes_planned if line.item is not None else None
    return str(planned) if planned else ""


def _lead(line: AgendaLine) -> str:
    return line.item.lead.code if line.item is not None and line.item.lead is not None else ""


def _lead_hue(line: AgendaLine) -> str:
    lead = line.item.lead if line.item is not None else None
    return phrases.party_hue(lead.seat) if lead is not None else ""


def _warning(line: AgendaLine) -> tuple[str, str] | None:
    return ("triangle-alert", "warn") if words.clashes(line.taken) else None


def _result_hue(line: AgendaLine) -> str:
    item = line.item
    if item is None or not result(line):
        return ""
    if item.carried_to:
        return "warn"
    if item.outcome is not None:
        return phrases.hue("outcome", item.outcome)
    if item.status not in _QUIET:
        return phrases.hue("item status", item.status)
    return "violet" if item.is_late else "neutral"


def _spoken(line: AgendaLine) -> str:
    """Return the item as a screen reader says it: with all that the icons and chips show."""
    if line.item is None:
        return _say("New item")
    lead = line.item.lead.name if line.item.lead is not None else ""
    told = (
        " ".join((line.item.label, line.item.title)),
        words.hours(line.taken),
        words.clashes(line.taken),
        _say("introduced by {party}").format(party=lead) if lead else "",
        _say("papers {papers}").format(papers=papers(line)) if line.item.papers else "",
        result(line),
    )
    return ", ".join(part for part in told if part)


def _say(text: str) -> str:
    return QCoreApplication.translate("Agenda", text)
