"""A secretary runs the first meeting of a body of four parties from nothing to signed minutes."""

from datetime import UTC, datetime

import pytest

from app.clock import FixedClock
from tests.journeys import whole_meeting as work
from tests.journeys.at_work import Person

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

# The parties in the order of their seats: typed, code, as the documents name them, and the head.
SIDES = (
    ("china", "CN", "the People's Republic of China", "Wang Lei", "Beijing"),
    ("japan", "JP", "Japan", "Sato Yuki", "Tokyo"),
    ("republic of korea", "KR", "the Republic of Korea", "Kim Min-su", "Seoul"),
    ("russia", "RU", "the Russian Federation", "Ivanov Petr", "Vladivostok"),
)
NAME = "Intergovernmental Meeting of the Northwest Pacific Action Plan"
ACTION_PLAN = "The sides adopted the Action Plan."


@pytest.fixture
def clock():
    """The summer before the meeting."""
    return FixedClock(datetime(1994, 8, 1, 1, 0, tzinfo=UTC))


@pytest.fixture
def user(tmp_path):
    return work.Chooser(tmp_path)


@pytest.fixture
def person(desk, qtbot, clock):
    return Person(desk, qtbot, clock, "four-parties")


def test_four_parties_come_to_signed_minutes_in_word(person, user, tmp_path, mistakes):
    work.begin(person, tmp_path)
    work.enter_body(
        person,
        names={"en": NAME},
        short="NOWPAP Meeting",
        states=tuple(typed for typed, *_others in SIDES),
        ours="Republic of Korea",
        languages=("en",),
    )
    work.plan_meeting(
        person,
        number="1",
        host="Republic of Korea",
        lines={"titles": {"en": "First Meeting"}, "places": {"en": "Seoul"}},
        plain={"planned_starts_on": "14 September 1994", "starts_time": "10:00"},
    )
    person.step("dates-agreed")
    work.open_delegations(person)
    for _typed, code, _named, head, _place in SIDES:
        work.add_head(person, code, {"en": head}, {"en": "Head of delegation"})
    work.enter_items(
        person, ("Action Plan for the Northwest Pacific",), below="Adoption of the agenda"
    )
    person.step("convened")
    person.on(1994, 9, 14)
    person.step("in-session")
    work.mark_all_attended(person)
    page = work.draft_minutes(person)
    work.choose_item(person, page, "Action Plan for the Northwest Pacific")
    work.write_paragraph(person, page, 0, ACTION_PLAN)
    work.make_of(person, page, 0, ACTION_PLAN, button="make_decision", dialog="decision_dialog")
    work.adopt_decision(person, page, 0)
    work.note(person, page, "A: RU, 31 Dec 1994: Send the comments on the work plan")
    person.picture("written")
    work.confirm_everything(person, page)
    person.step("closed")
    work.turn_to_agreement(person, page)
    work.take_minutes_on(person, page, "Sent round")
    for _typed, code, *_others in SIDES:
        work.answer_for(person, code)
    person.press("take_heads")
    work.take_minutes_on(person, page, "Negotiated")
    work.fill_gap(person, page, "The sides agreed to hold their next meeting in Japan.")
    work.take_minutes_on(person, page, "Approved")
    for _typed, code, _named, _head, place in SIDES:
        work.sign_for(person, code, place, "14 September 1994")
    work.take_minutes_on(person, page, "Signed")
    person.picture("signed")
    person.turn("overview")
    person.picture("overview")

    for _typed, code, named, head, _place in SIDES:
        others = [each for _t, other, each, *_o in SIDES if other != code]
        words = work.save_original(person, code, tmp_path, named, others)
        assert work.comes_first(words, named, others)
        heads = [each for _t, _c, _n, each, _p in SIDES]
        assert min(heads, key=words.rindex) == head  # who signs first
        assert ACTION_PLAN in words
        assert "31 December 1994" in words
        assert "DRAFT" not in words
    with person.qtbot.waitSignal(person.desk.closed, timeout=60_000):
        person.window.close()
    assert mistakes == []
    assert user.told == []
