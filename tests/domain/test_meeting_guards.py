from dataclasses import replace
from datetime import date

import pytest

from app.domain.meeting import MeetingStatus
from app.domain.meeting_guards import Hindrance, MeetingFacts, hindrances, needs_reason

S = MeetingStatus
DAY = date(2026, 5, 12)
READY = MeetingFacts(
    first_day=DAY, starts_on=DAY, has_place=True, has_minutes=True, minutes_agreed=True
)
BARE = MeetingFacts(
    first_day=None, starts_on=None, has_place=False, has_minutes=False, minutes_agreed=False
)


@pytest.mark.parametrize("status", list(MeetingStatus))
def test_a_meeting_that_lacks_nothing_may_take_every_step(status: MeetingStatus) -> None:
    assert hindrances(READY, status, on=DAY) == ()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (S.DATES_AGREED, (Hindrance.DATES,)),
        (S.CONVENED, (Hindrance.DATES, Hindrance.PLACE)),
        (S.IN_SESSION, ()),
        (S.CLOSED, (Hindrance.FIRST_DAY,)),
        (S.RECORD_AGREED, (Hindrance.MINUTES,)),
        (S.POSTPONED, ()),
        (S.CANCELLED, ()),
    ],
)
def test_what_is_missing_is_named(wanted: MeetingStatus, found: tuple[Hindrance, ...]) -> None:
    assert hindrances(BARE, wanted) == found


def test_minutes_that_are_not_agreed_are_not_enough() -> None:
    facts = replace(READY, minutes_agreed=False)
    assert hindrances(facts, S.RECORD_AGREED) == (Hindrance.MINUTES_NOT_AGREED,)


def test_a_meeting_cannot_close_before_it_was_opened() -> None:
    found = hindrances(READY, S.CLOSED, on=date(2026, 5, 11))
    assert found == (Hindrance.ENDS_BEFORE_START,)


def test_putting_off_calling_off_interrupting_and_resuming_need_a_reason() -> None:
    assert needs_reason(S.CONVENED, S.POSTPONED)
    assert needs_reason(S.PROPOSED, S.CANCELLED)
    assert needs_reason(S.IN_SESSION, S.SUSPENDED)
    assert needs_reason(S.SUSPENDED, S.IN_SESSION)
    assert not needs_reason(S.CONVENED, S.IN_SESSION)
    assert not needs_reason(S.PROPOSED, S.DATES_AGREED)
