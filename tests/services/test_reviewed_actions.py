"""The minutes list what earlier meetings left to be done, with a line for each meeting."""

from datetime import date

import pytest

from app.documents.kinds import DocumentKind
from app.documents.plain import plain_text
from app.domain.action import ActionStatus, ActionUpdate
from app.services import actions, meetings, record_documents
from tests.builders import a_meeting, an_action, key_of, open_minutes


@pytest.fixture
def second(workspace, world):
    """A second meeting, before which lies an item of the first that was heard of twice."""
    draft = a_meeting(
        world.body,
        ordinal=2,
        code="JWG-2",
        titles={"en": "Second Meeting"},
        status="convened",
        planned_starts_on=date(2099, 9, 1),
    )
    second = key_of(meetings.plan(workspace, draft))
    told = an_action(world.body, origin_meeting_id=world.meeting, texts={"en": "Send it."})
    action = key_of(actions.assign(workspace, told))
    report(workspace, action, world.meeting, date(2025, 6, 2), "Announced.")
    report(workspace, action, second, date(2025, 9, 1), "Sent in part.")
    open_minutes(workspace, second)
    return second


def report(workspace, action, meeting, day, words):
    update = ActionUpdate(
        action_id=action,
        meeting_id=meeting,
        reported_on=day,
        status_after=ActionStatus.IN_PROGRESS,
        texts={"en": words},
    )
    actions.report(workspace, update)


def minutes(workspace, meeting, language="en"):
    made = record_documents.compose_for_meeting(
        workspace, meeting_id=meeting, kind=DocumentKind.AGREED_MINUTES, language=language
    )
    return plain_text(made.document)


def test_each_meeting_has_its_line(workspace, second):
    told = minutes(workspace, second)
    assert "The action items of earlier meetings stand as follows." in told
    assert "in progress. Announced." in told
    assert "JWG-2: in progress. Sent in part." in told


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ko", "JWG-2: 진행 중. Sent in part."),
        ("ja", "JWG-2：実施中。Sent in part."),
        ("mn", "JWG-2: хэрэгжиж байгаа. Sent in part."),
    ],
)
def test_the_lines_stand_in_every_language(workspace, second, language, said):
    assert said in minutes(workspace, second, language)


def test_the_earlier_minutes_do_not_tell_what_came_later(workspace, world, second):
    open_minutes(workspace, world.meeting)
    told = minutes(workspace, world.meeting)
    assert "Sent in part." not in told
    assert "earlier meetings" not in told


def test_an_item_that_comes_from_the_meeting_itself_is_listed_once(workspace, world, second):
    draft = an_action(world.body, code="A2", origin_meeting_id=second, texts={"en": "Share it."})
    actions.assign(workspace, draft)
    assert minutes(workspace, second).count("Share it.") == 1
