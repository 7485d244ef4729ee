"""Says in words what is proposed for a meeting, and what there is to say about what was entered."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.ui import dates, phrases
from app.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.planning import Clock, HostProposal, OrdinalFinding
    from app.ui.planning.filling import Filling

_CONTEXT = "Planning"


def basis_words(filling: "Filling", basis: Any) -> str:
    """Return what a beginning is called."""
    last = filling.plan.last
    words = {
        "rotation": _tr("The rotation of hosts"),
        "last": _tr("The last meeting: {name}").format(name=last.label if last else ""),
        "nothing": _tr("Nothing: fill in everything by hand"),
    }
    return words[basis.value]


def turn_words(filling: "Filling", turn: "HostProposal | None") -> str:
    """Return whose turn it is to host, and what that is concluded from."""
    if turn is None:
        if not filling.plan.sides:
            return ""
        return _tr("The body has no rule on who hosts; it can be entered in the body’s settings.")
    sides: dict[object, str] = {side.id: side.name for side in filling.plan.sides}
    host = sides.get(turn.host, "")
    last = turn.last
    before = sides.get(last.host, "") if last is not None else ""
    which = _nth(last.ordinal) if last is not None and last.ordinal else _tr("last")
    words = {
        "first": _tr("{host} comes first by seat: no meeting of the body is on record yet."),
        "alternates": _tr("It is the turn of {host}: {before} hosted the {which} meeting."),
        "by-number": _tr("By its number it is the turn of {host}: {before} hosted the {which}."),
        "rotates": _tr("It is the turn of {host}, which has waited longest."),
        "fixed": _tr("{host} always hosts."),
    }
    return words[turn.turn.value].format(host=host, before=before, which=which)


def finding_words(finding: "OrdinalFinding") -> str:
    """Return what there is to say about a number."""
    numbers = finding.numbers
    words = {
        "double": _tr("There is a meeting of this kind with this number already."),
        "gap": _tr("Between this and the last number, {first} is not on record."),
        "earlier-than-lower": _tr("It would be held before the meeting with the number {first}."),
        "later-than-higher": _tr("It would be held after the meeting with the number {first}."),
    }
    if finding.remark.value == "gap" and numbers[0] != numbers[1]:
        told = _tr("Between this and the last number, {first} to {last} are not on record.")
        return told.format(first=numbers[0], last=numbers[1])
    return words[finding.remark.value].format(first=numbers[0])


def clock_words(clock: "Clock") -> str:
    """Return what the clocks of a side show, with the day where it is another one there."""
    shown = f"{clock.starts_at:%H:%M}"
    if clock.ends_at is not None:
        shown += f"–{clock.ends_at:%H:%M}"
    city = dates.city_of(clock.side.zone)
    if clock.day_shift:
        return f"{city} {shown} ({dates.short_day(clock.starts_at.date())})"
    return f"{city} {shown}"


def kinds() -> tuple[tuple[str, str], ...]:
    """Return the kinds of meeting with their names."""
    return tuple((kind, _tr(told)) for kind, told in _KINDS.items())


def modes() -> tuple[tuple[str, str], ...]:
    """Return how delegations may come together."""
    known = tuple((mode, phrases.say("mode", mode)) for mode in ("in-person", "hybrid", "online"))
    return (*known, ("unknown", _tr("Not known")))


def _nth(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else endings.get(number % 10, 'th')}"


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


_KINDS = {
    "ordinary": QT_TRANSLATE_NOOP("Planning", "Ordinary"),
    "special": QT_TRANSLATE_NOOP("Planning", "Special"),
    "preparatory": QT_TRANSLATE_NOOP("Planning", "Preparatory"),
    "intersessional": QT_TRANSLATE_NOOP("Planning", "Between sessions"),
    "summit": QT_TRANSLATE_NOOP("Planning", "Summit"),
    "conference": QT_TRANSLATE_NOOP("Planning", "Conference"),
    "visit": QT_TRANSLATE_NOOP("Planning", "Visit"),
    "other": QT_TRANSLATE_NOOP("Planning", "Other"),
}
