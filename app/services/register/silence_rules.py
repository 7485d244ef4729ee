"""Verbs for the rule by which a body decides in writing: known rules to begin with, and its own."""

import json
from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import Any
from uuid import UUID

from app.domain.body import Body
from app.domain.errors import RuleBroken
from app.domain.party import Party
from app.domain.written_procedure import ClockStart, DayKind
from app.domain.zones import is_zone
from app.paths import resource
from app.services.meetings import UnknownZone
from app.services.parties import our_side_in
from app.store.change_set import ChangeSet
from app.store.queries.bodies import seats_of
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "ClockStart",
    "DayKind",
    "RulePreset",
    "SilenceRule",
    "list_presets",
    "rule_of_body",
    "set_rule",
    "zone_of",
]

_KEY = "silence_rule"
_LONGEST = 366


@dataclass(frozen=True)
class SilenceRule:
    """A clock: how many days of which kind, from when, to which hour where.

    Attributes:
        source: Where it is laid down; empty while the body has no rule of its own.
    """

    days: int = 14
    counts: DayKind = DayKind.CALENDAR
    starts: ClockStart = ClockStart.DISPATCH
    hour: time | None = None
    zone: str = ""
    affirmation: bool = False
    source: str = ""


@dataclass(frozen=True)
class RulePreset:
    """A rule that a known body has, with the place where it is laid down and what else it says."""

    key: str
    name: str
    rule: SilenceRule
    note: str


@cache
def list_presets() -> tuple[RulePreset, ...]:
    """Return the rules of known bodies, as shipped."""
    rows = json.loads(resource("procedures", "presets.json").read_text("utf-8"))
    return tuple(
        RulePreset(key=row["key"], name=row["name"], rule=_read(row), note=row["note"])
        for row in rows
    )


def rule_of_body(workspace: Workspace, *, body_id: UUID) -> SilenceRule:
    """Return the rule by which a body decides in writing; a usual one while it has none."""
    with workspace.read() as reader:
        return rule_in(reader, body_id)


def rule_in(reader: Reader, body_id: UUID) -> SilenceRule:
    """Return the rule of a body, as ``rule_of_body``."""
    told = reader.get(Body, body_id).settings.get(_KEY)
    return _read(told) if isinstance(told, dict) else SilenceRule()


def set_rule(workspace: Workspace, *, body_id: UUID, rule: SilenceRule) -> ChangeSet:
    """Make this the rule by which a body decides in writing.

    Raises:
        RuleBroken, UnknownZone: if it is no rule.
    """
    require_rule(rule)
    with workspace.write("Change rule of written procedures") as work:
        keep_rule(work, body_id, rule)
        return work.commit(subject=body_id)


def keep_rule(work: UnitOfWork, body_id: UUID, rule: SilenceRule) -> None:
    """Make this the rule of a body within ``work``."""
    body = work.get(Body, body_id)
    body.settings = body.settings | {_KEY: _told(rule)}


def zone_of(workspace: Workspace, *, body_id: UUID) -> str:
    """Return whose clock is usually meant: that of our side, else of the first side."""
    with workspace.read() as reader:
        ours = our_side_in(reader)
        seats = sorted(seats_of(reader, body_id=body_id).items(), key=lambda each: each[1])
        sides = [party_id for party_id, _seat in seats]
        for party_id in (ours, *sides) if ours in sides else sides:
            zone = reader.get(Party, party_id).time_zone if party_id else ""
            if is_zone(zone):
                return zone
        return "UTC"


def require_rule(rule: SilenceRule) -> None:
    """Refuse what no clock can count.

    Raises:
        RuleBroken, UnknownZone: naming what is wrong.
    """
    if not 1 <= rule.days <= _LONGEST:
        raise RuleBroken(
            f"A period of {rule.days} days is no rule.", "Enter 1 to 366 days.", field="days"
        )
    if rule.zone and not is_zone(rule.zone):
        raise UnknownZone(rule.zone)


def _read(told: dict[str, Any]) -> SilenceRule:
    hour = told.get("hour")
    return SilenceRule(
        days=int(told["days"]),
        counts=DayKind(told["counts"]),
        starts=ClockStart(told["starts"]),
        hour=time.fromisoformat(hour) if hour else None,
        zone=str(told.get("zone") or ""),
        affirmation=bool(told.get("affirmation")),
        source=str(told.get("source") or ""),
    )


def _told(rule: SilenceRule) -> dict[str, Any]:
    return {
        "days": rule.days,
        "counts": rule.counts.value,
        "starts": rule.starts.value,
        "hour": rule.hour.isoformat("minutes") if rule.hour else None,
        "zone": rule.zone,
        "affirmation": rule.affirmation,
        "source": rule.source,
    }
