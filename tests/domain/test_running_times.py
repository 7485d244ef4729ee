from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.running_times import Clash, ClashKind, Hours, Slot, run_through

DAY = Hours(time(9, 30), time(17, 30))
LUNCH = Hours(time(9, 30), time(17, 30), 1, ((time(12, 30), time(13, 30)),))
K = ClashKind


def slots(*planned):
    """Items from ``(depth, start, minutes)``, or from minutes alone."""
    told = [each if isinstance(each, tuple) else (0, None, each) for each in planned]
    return [Slot(place, *each) for place, each in enumerate(told)]


def starts(course):
    return [f"{taken.starts_at:%H:%M}" if taken.starts_at else "" for taken in course.items]


def clashes(course):
    return {taken.key: taken.clashes for taken in course.items if taken.clashes}


def test_each_item_begins_when_the_one_before_is_over():
    course = run_through(slots(20, 60, 15), DAY)
    assert starts(course) == ["09:30", "09:50", "10:50"]
    assert (course.planned, course.unplanned, course.ends_at) == (95, 0, time(11, 5))


def test_without_a_first_hour_no_hours_are_told():
    course = run_through(slots(20, 60), Hours())
    assert starts(course) == ["", ""]
    assert (course.planned, course.overrun) == (80, 0)


def test_an_entered_hour_wins_and_the_items_after_follow_it():
    course = run_through(slots(20, (0, time(11, 0), 30), 10), DAY)
    assert starts(course) == ["09:30", "11:00", "11:30"]
    assert [taken.is_entered for taken in course.items] == [False, True, False]
    assert clashes(course) == {}


def test_an_hour_before_the_last_item_is_over_is_told_and_kept():
    course = run_through(slots(60, (0, time(10, 0), 30)), DAY)
    assert starts(course) == ["09:30", "10:00"]
    assert clashes(course) == {1: (Clash(K.BEFORE_THE_LAST_ENDS, 30, time(10, 30)),)}


def test_what_runs_over_the_end_is_told_with_the_minutes():
    course = run_through(slots(400, 105), DAY)
    assert course.overrun == 25
    assert course.ends_at == time(17, 55)
    assert clashes(course) == {1: (Clash(K.OVER_THE_DAY, 25, time(17, 30)),)}


def test_what_would_begin_after_the_end_says_so():
    course = run_through(slots(480, 10), DAY)
    assert clashes(course)[1] == (Clash(K.AFTER_THE_END, 0, time(17, 30)),)


def test_an_item_that_would_begin_at_lunch_waits_until_it_is_over():
    assert starts(run_through(slots(180, 30), LUNCH)) == ["09:30", "13:30"]


def test_an_item_that_runs_into_lunch_is_told():
    course = run_through(slots(200, 30), LUNCH)
    assert clashes(course) == {0: (Clash(K.INTO_A_BREAK, 20, time(12, 30)),)}
    assert starts(course) == ["09:30", "13:30"]


def test_items_below_another_share_its_time():
    course = run_through(slots(10, 60, (1, None, 20), (1, None, 40), 15), DAY)
    assert starts(course) == ["09:30", "09:40", "09:40", "10:00", "10:40"]
    assert (course.planned, clashes(course)) == (85, {})


def test_an_item_takes_as_long_as_those_below_it_where_nothing_else_is_planned():
    course = run_through(slots(None, (1, None, 20), (1, None, 25), 5), DAY)
    assert starts(course)[-1] == "10:15"
    assert (course.planned, course.unplanned) == (50, 0)


def test_items_below_that_need_more_than_the_one_above_are_told():
    course = run_through(slots(30, (1, None, 20), (1, None, 25)), DAY)
    assert clashes(course) == {0: (Clash(K.LONGER_THAN_THE_ITEM_ABOVE, 15, time(10, 0)),)}


def test_the_second_day_begins_where_the_first_is_over():
    course = run_through(slots(480, 30), Hours(time(9, 30), time(17, 30), days=2))
    assert [(taken.day, taken.starts_at) for taken in course.items] == [
        (1, time(9, 30)),
        (2, time(9, 30)),
    ]
    assert course.overrun == 0


def test_a_morning_hour_in_the_afternoon_is_the_next_morning():
    two = Hours(time(9, 30), time(17, 30), days=2)
    course = run_through(slots(400, (0, time(9, 30), 60)), two)
    assert (course.items[1].day, clashes(course)) == (2, {})
    near = run_through(slots(60, (0, time(10, 0), 60)), two)
    assert (near.items[1].day, list(clashes(near))) == (1, [1])


def test_after_an_item_without_a_time_the_hours_are_uncertain_until_one_is_entered():
    course = run_through(slots(20, None, 30, (0, time(11, 0), 5), 5), DAY)
    assert [taken.is_certain for taken in course.items] == [True, True, False, True, True]
    assert course.unplanned == 1


def test_the_first_entered_hour_is_enough_where_the_opening_is_unknown():
    course = run_through(slots((0, time(10, 0), 30), 15), Hours())
    assert starts(course) == ["10:00", "10:30"]


def test_no_items_take_no_time():
    course = run_through([], DAY)
    assert (course.items, course.planned, course.ends_at) == ((), 0, None)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 2),
            st.none() | st.times().map(lambda told: told.replace(second=0, microsecond=0)),
            st.none() | st.integers(1, 600),
        ),
        max_size=12,
    ),
    st.integers(1, 3),
)
def test_every_item_has_its_place_whatever_was_entered(planned, days):
    depths = []
    for depth, *_ in planned:
        depths.append(min(depth, depths[-1] + 1 if depths else 0))
    wanted = [Slot(n, depths[n], start, took) for n, (_, start, took) in enumerate(planned)]
    hours = Hours(time(9, 30), time(17, 30), days, ((time(12, 30), time(13, 30)),))
    course = run_through(wanted, hours)
    assert [taken.key for taken in course.items] == list(range(len(planned)))
    assert all(clash.minutes >= 0 for taken in course.items for clash in taken.clashes)


@pytest.mark.parametrize("minutes", [1, 480])
def test_a_day_that_is_just_full_does_not_run_over(minutes):
    assert run_through(slots(minutes), DAY).overrun == 0
