"""What staff enter about a meeting: read from the record, looked at, and written back into it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from app.domain.errors import InvalidValue
from app.domain.meeting import Meeting, MeetingKind, MeetingMode
from app.domain.names import Names
from app.domain.zones import hour_at, hour_exists, instant, is_zone

_LONGEST_DAYS = 366


@dataclass(frozen=True)
class MeetingSheet:
    """Everything about a meeting that staff fill in; an empty field is one that is not known.

    Attributes:
        starts_time, ends_time: By the clocks at the place, on the first and on the last day.
        deemed_place: Where an online meeting counts as held.
        chair_words: Who chairs, where it is no person on record.
        date_words: The dates as a source prints them.
    """

    titles: Names = field(default_factory=dict)
    kind: MeetingKind = MeetingKind.ORDINARY
    ordinal: int | None = None
    code: str = ""
    mode: MeetingMode = MeetingMode.IN_PERSON
    planned_starts_on: date | None = None
    planned_ends_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    starts_time: time | None = None
    ends_time: time | None = None
    zone: str = ""
    host_party_id: UUID | None = None
    places: Names = field(default_factory=dict)
    venues: Names = field(default_factory=dict)
    deemed_place: str = ""
    chair_person_id: UUID | None = None
    chair_words: str = ""
    languages: tuple[str, ...] = ()
    prevailing_language: str | None = None
    predecessor_id: UUID | None = None
    date_words: str = ""
    note: str = ""

    @property
    def first_day(self) -> date | None:
        """The first day, or the planned one."""
        return self.starts_on or self.planned_starts_on

    @property
    def last_day(self) -> date | None:
        """The last day; before it is known, the one that the plan and the first day lead to."""
        planned_last = self.planned_ends_on or self.planned_starts_on
        if self.starts_on is None:
            return planned_last
        if self.ends_on is None and planned_last and self.planned_starts_on:
            return self.starts_on + (planned_last - self.planned_starts_on)
        return self.ends_on or self.starts_on


def read_sheet(meeting: Meeting) -> MeetingSheet:
    """Return what is on record about a meeting."""
    return MeetingSheet(
        titles=dict(meeting.titles),
        kind=meeting.kind,
        ordinal=meeting.ordinal,
        code=meeting.code,
        mode=meeting.mode,
        planned_starts_on=meeting.planned_starts_on,
        planned_ends_on=meeting.planned_ends_on,
        starts_on=meeting.starts_on,
        ends_on=meeting.ends_on,
        starts_time=_shown(meeting.starts_at, meeting.zone),
        ends_time=_shown(meeting.ends_at, meeting.zone),
        zone=meeting.zone,
        host_party_id=meeting.host_party_id,
        places=dict(meeting.places),
        venues=dict(meeting.venues),
        deemed_place=meeting.deemed_place,
        chair_person_id=meeting.chair_person_id,
        chair_words=meeting.chair_words,
        languages=tuple(meeting.languages),
        prevailing_language=meeting.prevailing_language,
        predecessor_id=meeting.predecessor_id,
        date_words=meeting.date_words,
        note=meeting.note,
    )


def write_sheet(meeting: Meeting, sheet: MeetingSheet) -> None:
    """Put what staff have filled in on record; it was looked at before."""
    for name in (
        "kind",
        "ordinal",
        "mode",
        "planned_starts_on",
        "planned_ends_on",
        "starts_on",
        "ends_on",
        "zone",
        "host_party_id",
        "chair_person_id",
        "prevailing_language",
        "predecessor_id",
        "note",
    ):
        setattr(meeting, name, getattr(sheet, name))
    for name in ("code", "deemed_place", "chair_words", "date_words"):
        setattr(meeting, name, getattr(sheet, name).strip())
    for name in ("titles", "places", "venues"):
        setattr(meeting, name, dict(getattr(sheet, name)))
    meeting.languages = list(sheet.languages)
    # The end goes first: between two moves it must never lie before the start.
    starts_at, ends_at = instants(sheet)
    meeting.ends_at = None
    meeting.starts_at = starts_at
    meeting.ends_at = ends_at


def instants(sheet: MeetingSheet) -> tuple[datetime | None, datetime | None]:
    """Return when a meeting starts and ends, where its days, hours and zone are known."""
    return (
        _instant(sheet.first_day, sheet.starts_time, sheet.zone),
        _instant(sheet.last_day, sheet.ends_time, sheet.zone),
    )


def require_fit(sheet: MeetingSheet) -> None:
    """Look at what staff have filled in.

    Raises:
        InvalidValue: naming each field that does not fit, with what to enter instead.
    """
    problems = tuple(_problems(sheet))
    if problems:
        raise InvalidValue("meeting", problems)


def _problems(sheet: MeetingSheet) -> Iterator[tuple[str, str]]:
    if not any(text.strip() for text in sheet.titles.values()):
        yield "titles", "Enter the title in at least one language."
    if sheet.ordinal is not None and sheet.ordinal < 1:
        yield "ordinal", "Meetings count from 1."
    yield from _wrong_days("planned_", sheet.planned_starts_on, sheet.planned_ends_on)
    yield from _wrong_days("", sheet.starts_on, sheet.ends_on)
    yield from _wrong_hours(sheet)
    if sheet.prevailing_language and sheet.prevailing_language not in sheet.languages:
        yield "prevailing_language", "The language that prevails must be one of the languages."


def _wrong_days(prefix: str, first: date | None, last: date | None) -> Iterator[tuple[str, str]]:
    if last is None:
        return
    if first is None:
        yield f"{prefix}starts_on", "Enter the first day too."
    elif last < first:
        yield f"{prefix}ends_on", "The last day cannot come before the first."
    elif (last - first).days > _LONGEST_DAYS:
        yield f"{prefix}ends_on", "A meeting cannot last more than a year; look at the years."


def _wrong_hours(sheet: MeetingSheet) -> Iterator[tuple[str, str]]:
    if sheet.zone and not is_zone(sheet.zone):
        yield "zone", f"There is no time zone “{sheet.zone}”; choose one, such as Asia/Seoul."
        return
    if sheet.ends_time and not sheet.starts_time:
        yield "starts_time", "Enter when it starts too."
        return
    if not sheet.starts_time:
        return
    if not sheet.zone:
        yield "zone", "Choose the time zone of the place, so that the hours can be told elsewhere."
    elif sheet.first_day is None:
        yield "planned_starts_on", "Enter the day on which these hours hold."
    else:
        yield from _hours_that_do_not_go_together(sheet)


def _hours_that_do_not_go_together(sheet: MeetingSheet) -> Iterator[tuple[str, str]]:
    for name, day, hour in (
        ("starts_time", sheet.first_day, sheet.starts_time),
        ("ends_time", sheet.last_day, sheet.ends_time),
    ):
        if day and hour and not hour_exists(day, hour, sheet.zone):
            yield name, f"Clocks are put forward on that day: {hour:%H:%M} does not exist there."
            return
    starts_at, ends_at = instants(sheet)
    in_order = sheet.last_day is not None and sheet.last_day >= (sheet.first_day or date.min)
    if starts_at and ends_at and in_order and ends_at <= starts_at:
        yield "ends_time", "It must end after it starts; for an end after midnight, add a last day."


def _instant(day: date | None, hour: time | None, zone: str) -> datetime | None:
    if day is None or hour is None or not zone or not is_zone(zone):
        return None
    return instant(day, hour, zone)


def _shown(moment: datetime | None, zone: str) -> time | None:
    """Return the hour that clocks at the place show, where place and instant are known."""
    if moment is None:
        return None
    return hour_at(moment, zone if zone and is_zone(zone) else "").replace(second=0, microsecond=0)
