"""What is proposed for a meeting: whose turn it is, its number, its titles, the other clocks.

Nothing is looked up here and nothing stored: all is concluded from a plan that was read before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.meeting import MeetingKind, MeetingStatus
from app.domain.names import Names
from app.domain.number_patterns import fill
from app.domain.ordinals import OrdinalFinding, look_at_ordinal, suggest_ordinal
from app.domain.rotation import Hosting, HostProposal, propose_host
from app.services.meeting_sheet import MeetingSheet, instants
from app.texts.meeting_titles import make_title, next_title, spell_ordinal

_DID_NOT_HOST = frozenset({MeetingStatus.CANCELLED})


class Basis(StrEnum):
    """What a new meeting is planned from."""

    ROTATION = "rotation"
    LAST = "last"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Side:
    """A party that sits in the body on the day, and the clock of its capital."""

    id: UUID
    code: str
    name: str
    zone: str
    may_host: bool


@dataclass(frozen=True)
class PastMeeting:
    """A meeting of the body that is on record already."""

    id: UUID
    label: str
    status: MeetingStatus
    sheet: MeetingSheet


@dataclass(frozen=True)
class Plan:
    """All that proposals for a meeting of a body are made from, read in one go.

    Attributes:
        past: Its meetings, the latest last.
    """

    body_id: UUID | None
    names: Names
    rotation: str
    languages: tuple[str, ...]
    prevailing_language: str | None
    meeting_pattern: str
    title_patterns: Names
    sides: tuple[Side, ...]
    past: tuple[PastMeeting, ...]

    @property
    def last(self) -> PastMeeting | None:
        """The last meeting that was not called off."""
        held = [each for each in self.past if each.status not in _DID_NOT_HOST]
        ordinary = [each for each in held if each.sheet.kind is MeetingKind.ORDINARY]
        return next(reversed(ordinary or held), None)


@dataclass(frozen=True)
class Clock:
    """What the clocks of a side show while the meeting sits.

    Attributes:
        starts_at, ends_at: By that side's clocks.
        day_shift: By how many days its calendar is ahead of the place's when it starts.
    """

    side: Side
    starts_at: datetime
    ends_at: datetime | None
    day_shift: int


def draft(known: Plan, *, basis: Basis | str) -> MeetingSheet:
    """Return a sheet that is filled in as far as can be proposed; the number stays empty."""
    basis = Basis(basis)
    languages = known.languages or (known.last.sheet.languages if known.last else ())
    sheet = MeetingSheet(
        languages=languages,
        prevailing_language=known.prevailing_language
        if known.prevailing_language in languages
        else None,
    )
    if basis is Basis.NOTHING:
        return sheet
    last = known.last
    turn = propose_turn(known, kind=MeetingKind.ORDINARY, ordinal=None)
    sheet = replace(sheet, predecessor_id=last.id if last else None)
    if basis is Basis.LAST and last is not None:
        sheet = replace(
            sheet,
            kind=last.sheet.kind,
            mode=last.sheet.mode,
            starts_time=last.sheet.starts_time,
            ends_time=last.sheet.ends_time,
            languages=last.sheet.languages or languages,
            prevailing_language=last.sheet.prevailing_language or sheet.prevailing_language,
        )
    at = propose_place(known, host=turn.host if turn else None)
    return replace(sheet, host_party_id=at.host_party_id, zone=at.zone, places=at.places)


def propose_place(known: Plan, *, host: object) -> MeetingSheet:
    """Return a sheet with a host, and the place at which that host received before."""
    side = next((each for each in known.sides if each.id == host), None)
    if side is None:
        return MeetingSheet()
    before = [each.sheet for each in known.past if each.sheet.host_party_id == side.id]
    at = before[-1] if before else MeetingSheet()
    return MeetingSheet(host_party_id=side.id, zone=at.zone or side.zone, places=dict(at.places))


def propose_turn(known: Plan, *, kind: MeetingKind, ordinal: int | None) -> HostProposal | None:
    """Return whose turn it is to host, and why; ``None`` where no rule is known."""
    held = [
        Hosting(each.sheet.ordinal, each.sheet.first_day, each.sheet.host_party_id)
        for each in known.past
        if each.sheet.kind == kind and each.status not in _DID_NOT_HOST
    ]
    seats = [side.id for side in known.sides if side.may_host]
    return propose_host(known.rotation, seats=seats, held=held, ordinal=ordinal)


def suggest_number(known: Plan, *, kind: MeetingKind) -> int:
    """Return the number after the highest of the kind: a suggestion, never entered unasked."""
    return suggest_ordinal(list(_numbers(known, kind)))


def look_at_number(
    known: Plan, *, kind: MeetingKind, ordinal: int, day: date | None
) -> tuple[OrdinalFinding, ...]:
    """Return what there is to say about a number: doubles, gaps, days out of order."""
    return look_at_ordinal(ordinal, taken=_numbers(known, kind), day=day)


def propose_code(known: Plan, *, ordinal: int | None, day: date | None) -> str:
    """Return the code of a meeting by its body's pattern; nothing where that needs more."""
    return fill(known.meeting_pattern, ordinal=ordinal, year=day.year if day else None)


def propose_titles(
    known: Plan, *, ordinal: int, languages: Sequence[str], day: date | None = None
) -> Names:
    """Return the titles of a meeting: by the body's pattern, else like the last one's."""
    found: Names = {}
    for language in languages or ("en",):
        title = _title(known, language, ordinal, day)
        if title:
            found[language] = title
    return found


def clocks(known: Plan, sheet: MeetingSheet) -> tuple[Clock, ...]:
    """Return what the clocks of the sides show that are not at the place of the meeting."""
    starts_at, ends_at = instants(sheet)
    if starts_at is None:
        return ()
    here = starts_at.astimezone(ZoneInfo(sheet.zone))
    found: dict[str, Clock] = {}
    for side in known.sides:
        if not side.zone or side.zone == sheet.zone or side.zone in found:
            continue
        there = starts_at.astimezone(ZoneInfo(side.zone))
        found[side.zone] = Clock(
            side=side,
            starts_at=there,
            ends_at=ends_at.astimezone(ZoneInfo(side.zone)) if ends_at else None,
            day_shift=(there.date() - here.date()) // timedelta(days=1),
        )
    return tuple(found.values())


def _title(known: Plan, language: str, ordinal: int, day: date | None) -> str:
    pattern = known.title_patterns.get(language, "")
    if pattern:
        year = day.year if day else None
        return fill(pattern, ordinal=ordinal, nth=spell_ordinal(ordinal), year=year)
    numbered = [
        each.sheet
        for each in known.past
        if each.sheet.ordinal is not None and each.sheet.titles.get(language)
    ]
    for sheet in reversed(numbered):
        title = next_title(sheet.titles[language], language, old=sheet.ordinal or 0, new=ordinal)
        if title:
            return title
    name = known.names.get(language, "")
    return make_title(name, language, ordinal) if name else ""


def _numbers(known: Plan, kind: MeetingKind) -> dict[int, date | None]:
    return {
        each.sheet.ordinal: each.sheet.first_day
        for each in known.past
        if each.sheet.ordinal is not None and each.sheet.kind == kind
    }
