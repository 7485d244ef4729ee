"""What a meeting is filled in with, and which fields still hold what was only proposed."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, time
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from app.services.planning import Clock, HostProposal, MeetingSheet, OrdinalFinding, Plan

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Person:
    """Somebody who may chair."""

    id: UUID
    name: str


@dataclass(frozen=True)
class Filling:
    """All that a meeting is filled in with.

    Attributes:
        plan: What proposals are made from.
        sheet: What the fields hold at first.
        persons: Who may chair.
        editing: The meeting that is changed; ``None`` for a new one.
        bases: From what a new one can begin, the likeliest first.
    """

    plan: "Plan"
    sheet: "MeetingSheet"
    persons: tuple[Person, ...]
    editing: UUID | None = None
    bases: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Hints:
    """What is said beside the fields while they are filled in.

    Attributes:
        suggested: The number after the highest, while none is entered.
        findings: What there is to say about the number that is entered.
        turn: Whose turn it is to host, where a rule is known.
        hosts: Whether the side whose turn it is is the one that is chosen.
        clocks: What the clocks of the other capitals show.
    """

    suggested: int | None = None
    findings: "tuple[OrdinalFinding, ...]" = ()
    turn: "HostProposal | None" = None
    hosts: bool = False
    clocks: "tuple[Clock, ...]" = ()


class Proposals:
    """Remembers what was proposed last: a field that holds anything else is the user's own."""

    def __init__(self, **proposed: Any) -> None:
        self._last = proposed

    def note(self, **proposed: Any) -> None:
        """Remember what has been put into fields."""
        self._last |= proposed

    def follow(self, values: Values, wanted: Mapping[str, Any]) -> dict[str, Any]:
        """Return what to put into fields that are empty or hold what was proposed before."""
        changed: dict[str, Any] = {}
        for name, proposal in wanted.items():
            before, now = self._last.get(name), values.get(name)
            if isinstance(proposal, dict):
                merged = _merged(now or {}, before or {}, proposal)
                if merged != (now or {}):
                    changed[name] = merged
            elif proposal != now and (not now or now == before) and (proposal or before):
                changed[name] = proposal
            self._last[name] = proposal
        return changed


BEGUN = (
    "kind",
    "mode",
    "host_party_id",
    "zone",
    "places",
    "languages",
    "prevailing_language",
    "starts_time",
    "ends_time",
    "predecessor_id",
)
"""What differs with the beginning that is chosen."""


def values_of(sheet: "MeetingSheet") -> dict[str, Any]:
    """Return a sheet as the fields of a form hold it."""
    return {each.name: getattr(sheet, each.name) for each in fields(sheet)} | {
        "languages": list(sheet.languages)
    }


def sheet_of(values: Values, known: "MeetingSheet") -> "MeetingSheet":
    """Return what is filled in, as far as it can be read; the rest as it was known."""
    names = {each.name for each in fields(known)}
    told: dict[str, Any] = {
        name: tuple(value) if name == "languages" else value
        for name, value in values.items()
        if name in names and _is_read(name, value)
    }
    return replace(known, **told)


def _is_read(name: str, value: Any) -> bool:
    """Return whether a value could be read; what was typed and is none stays a text."""
    kinds: dict[str, tuple[type, ...]] = {
        "ordinal": (int,),
        "planned_starts_on": (date,),
        "planned_ends_on": (date,),
        "starts_on": (date,),
        "ends_on": (date,),
        "starts_time": (time,),
        "ends_time": (time,),
        "chair_person_id": (UUID,),
        "predecessor_id": (UUID,),
    }
    return name not in kinds or value is None or isinstance(value, kinds[name])


def day_of(values: Values) -> date | None:
    """Return the first day that is filled in, or the planned one."""
    for name in ("starts_on", "planned_starts_on"):
        if isinstance(values.get(name), date):
            found: date = values[name]
            return found
    return None


def _merged(now: Mapping[str, str], before: Mapping[str, str], wanted: Mapping[str, str]) -> Any:
    """Return names in which what the user wrote stays and what was proposed follows."""
    merged = dict(now)
    for tag in before.keys() | wanted.keys():
        if not now.get(tag) or now.get(tag) == before.get(tag):
            if wanted.get(tag):
                merged[tag] = wanted[tag]
            else:
                merged.pop(tag, None)
    return merged
