from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from app.exchange.calendar_file import CalendarEntry, Standing, write_calendar

STAMP = datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=UTC)
MEETING = CalendarEntry(
    uid="5b1f0c1e-0000-4000-8000-000000000001",
    sequence=3,
    summary="JWG-2 · Second Joint Working Group Meeting",
    first_day=date(2026, 5, 12),
    last_day=date(2026, 5, 13),
    starts_at=datetime(2026, 5, 12, 1, 30, tzinfo=UTC),
    ends_at=datetime(2026, 5, 13, 9, 0, tzinfo=UTC),
    zone="Asia/Ulaanbaatar",
    location="State Conference Hall, Ulaanbaatar",
    description="Host: Mongolia\nSeoul: 10:30",
)
HOSTILE = (
    'a,b;c\\d"\r\nATTENDEE:MAILTO:x@y.z\rEND:VEVENT\nBEGIN:VALARM\x00\x1b\u2028김서연 😀' + "ё" * 90
)


def written(*entries: CalendarEntry) -> bytes:
    return write_calendar(entries, name="Korea–Mongolia", stamp=STAMP)


def events(content: bytes) -> list:
    return Calendar.from_ical(content).walk("VEVENT")


def test_a_meeting_is_read_again_with_its_hours_at_its_place() -> None:
    (event,) = events(written(MEETING))
    assert event["UID"] == MEETING.uid
    assert event["SEQUENCE"] == 3
    assert event["STATUS"] == "CONFIRMED"
    assert event["SUMMARY"] == MEETING.summary
    assert event["LOCATION"] == MEETING.location
    assert event["DESCRIPTION"] == MEETING.description
    assert event.start == datetime(2026, 5, 12, 9, 30, tzinfo=ZoneInfo("Asia/Ulaanbaatar"))
    assert event.end == datetime(2026, 5, 13, 17, 0, tzinfo=ZoneInfo("Asia/Ulaanbaatar"))
    assert event["DTSTART"].params["TZID"] == "Asia/Ulaanbaatar"
    assert event["DTSTAMP"].dt == STAMP.replace(microsecond=0)


def test_the_zone_is_described_for_programs_that_do_not_know_it() -> None:
    berlin = replace(MEETING, zone="Europe/Berlin")
    (zone,) = Calendar.from_ical(written(berlin)).walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Berlin"
    offsets = {str(part.name): part["TZOFFSETTO"].to_ical() for part in zone.subcomponents}
    assert offsets == {"STANDARD": "+0100", "DAYLIGHT": "+0200"}


def test_one_zone_is_described_once_and_utc_not_at_all() -> None:
    other = replace(MEETING, uid="2")
    in_utc = replace(MEETING, uid="3", zone="")
    calendar = Calendar.from_ical(written(MEETING, other, in_utc))
    assert len(calendar.walk("VTIMEZONE")) == 1
    assert b"DTSTART:20260512T013000Z" in written(in_utc)


def test_without_hours_it_lasts_whole_days() -> None:
    content = written(replace(MEETING, starts_at=None, ends_at=None))
    assert b"DTSTART;VALUE=DATE:20260512" in content
    assert b"DTEND;VALUE=DATE:20260514" in content  # the day after the last
    assert b"VTIMEZONE" not in content


def test_an_end_that_is_not_known_or_not_later_is_left_out() -> None:
    assert b"DTEND" not in written(replace(MEETING, ends_at=None))
    assert b"DTEND" not in written(replace(MEETING, ends_at=MEETING.starts_at))


@pytest.mark.parametrize("standing", list(Standing))
def test_how_sure_it_is_stands_in_its_status(standing: Standing) -> None:
    (event,) = events(written(replace(MEETING, standing=standing)))
    assert event["STATUS"] == standing.value


def test_a_deadline_blocks_no_time() -> None:
    (event,) = events(written(replace(MEETING, starts_at=None, is_free=True)))
    assert event["TRANSP"] == "TRANSPARENT"


def test_the_same_entries_give_the_same_bytes() -> None:
    assert written(MEETING) == written(MEETING)


def test_hostile_words_stay_words() -> None:
    content = written(
        replace(MEETING, summary=HOSTILE, location=HOSTILE, description=HOSTILE, uid="u\r\nX:1")
    )
    (event,) = events(content)
    assert not event.get("ATTENDEE")
    assert not event.get("X")
    assert event.subcomponents == []
    told = 'a,b;c\\d"\nATTENDEE:MAILTO:x@y.z\nEND:VEVENT\nBEGIN:VALARM 김서연 😀' + "ё" * 90
    assert event["SUMMARY"] == told
    assert event["DESCRIPTION"] == told


def test_lines_are_folded_and_end_as_the_standard_wants() -> None:
    content = written(replace(MEETING, description="Сайн байна уу, 김서연, 😀; " * 40))
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in lines:
        line.decode("utf-8")  # no character is cut in two
    (event,) = events(content)
    assert event["DESCRIPTION"] == ("Сайн байна уу, 김서연, 😀; " * 40).strip()


@given(st.text(max_size=120), st.text(max_size=60))
def test_any_text_is_read_again_without_adding_a_field(summary: str, location: str) -> None:
    content = written(replace(MEETING, summary=summary, location=location, description=""))
    (event,) = events(content)
    assert set(event) <= {
        "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "STATUS", "TRANSP",
    }  # fmt: skip


@pytest.mark.parametrize("day", [date.min, date(9999, 12, 30)])
def test_the_first_and_last_days_there_are_can_be_written(day: date) -> None:
    entry = replace(MEETING, starts_at=None, ends_at=None, first_day=day, last_day=day)
    (event,) = events(written(entry))
    assert event.start == day
