from datetime import date

import pytest

from app.domain.decision import (
    Channel,
    Decision,
    DecisionStatus,
    DecisionText,
    TextStatus,
)
from app.domain.errors import NotFound, RuleBroken, Sealed, UnlawfulTransition
from app.domain.identity import new_id
from app.domain.sealing import text_hash
from app.services import decisions
from app.store.workspace import Workspace
from tests.builders import (
    FIRST_DAY,
    World,
    a_decision,
    adopt_rules,
    an_article,
    key_of,
    take_decision,
)
from tests.services.conftest import Unchanged


def english(decision_id: object, text: str = "It is decided.") -> DecisionText:
    return DecisionText(decision_id=decision_id, language="en", title="Rules", text=text)


def test_a_draft_carries_its_temporary_number_until_it_is_adopted(
    workspace: Workspace, world: World
) -> None:
    draft = a_decision(world.body, meeting_id=world.meeting)
    key = key_of(decisions.draft_decision(workspace, draft))
    (row,) = decisions.list_for_meeting(workspace, meeting_id=world.meeting)
    assert (row.symbol, row.status, row.taken_on) == ("Draft A", "draft", None)
    decisions.adopt(workspace, decision_id=key, symbol="JWG-1/D1", taken_on=FIRST_DAY)
    (row,) = decisions.list_for_meeting(workspace, meeting_id=world.meeting)
    assert (row.symbol, row.status, row.taken_on) == ("JWG-1/D1", "adopted", FIRST_DAY)
    with workspace.read() as reader:
        assert reader.get(Decision, key).temporary_symbol == "Draft A"


def test_a_decision_is_entered_as_a_draft_whatever_it_says(
    workspace: Workspace, world: World
) -> None:
    draft = a_decision(world.body, status="adopted", symbol="D9", taken_on=FIRST_DAY)
    key = key_of(decisions.draft_decision(workspace, draft))
    with workspace.read() as reader:
        assert reader.get(Decision, key).status is DecisionStatus.DRAFT
    assert draft.status is DecisionStatus.ADOPTED


def test_adopting_a_decision_twice_is_refused(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = take_decision(workspace, world.body)
    with unchanged(), pytest.raises(UnlawfulTransition, match="“adopted” cannot become “adopted”"):
        decisions.adopt(workspace, decision_id=key, symbol="JWG-1/D2", taken_on=FIRST_DAY)


def test_a_withdrawn_decision_cannot_be_adopted(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = key_of(decisions.draft_decision(workspace, a_decision(world.body)))
    decisions.change_status(workspace, decision_id=key, status=DecisionStatus.WITHDRAWN)
    with unchanged(), pytest.raises(UnlawfulTransition, match="nothing further"):
        decisions.adopt(workspace, decision_id=key, symbol="JWG-1/D1", taken_on=FIRST_DAY)


def test_a_number_is_given_once_in_a_body(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    take_decision(workspace, world.body, "JWG-1/D1")
    second = key_of(decisions.draft_decision(workspace, a_decision(world.body)))
    with unchanged(), pytest.raises(RuleBroken, match="already has a decision with this number"):
        decisions.adopt(workspace, decision_id=second, symbol="JWG-1/D1", taken_on=FIRST_DAY)


def test_adoption_by_the_way_of_states_needs_day_and_number(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = key_of(decisions.draft_decision(workspace, a_decision(world.body)))
    with unchanged(), pytest.raises(RuleBroken, match="An adopted decision needs"):
        decisions.change_status(workspace, decision_id=key, status=DecisionStatus.ADOPTED)


def test_the_words_of_an_adopted_decision_are_sealed(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = key_of(decisions.draft_decision(workspace, a_decision(world.body)))
    decisions.adopt(workspace, decision_id=key, symbol="JWG-1/D1", taken_on=FIRST_DAY)
    with unchanged(), pytest.raises(Sealed, match="Decision JWG-1/D1 is sealed") as caught:
        decisions.word(workspace, english(key))
    assert caught.value.remedy == "A new decision can amend it."


def test_a_draft_is_worded_once_in_each_language(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = key_of(decisions.draft_decision(workspace, a_decision(world.body)))
    decisions.word(workspace, english(key, "합의 agreed"))
    with unchanged(), pytest.raises(RuleBroken, match="already has this language"):
        decisions.word(workspace, english(key))
    with workspace.read() as reader:
        text = reader.first(DecisionText, decision_id=key)
    assert text is not None
    assert (text.sha256, text.status) == (text_hash("합의 agreed"), TextStatus.WORKING)


def test_a_decision_is_read_in_the_wanted_language_or_in_english(
    workspace: Workspace, world: World
) -> None:
    key = key_of(
        decisions.draft_decision(workspace, a_decision(world.body, meeting_id=world.meeting))
    )
    decisions.word(workspace, english(key))
    korean = DecisionText(decision_id=key, language="ko", title="규칙", text="결정한다.")
    decisions.word(workspace, korean)
    for language, title, text in (("ko", "규칙", "결정한다."), ("mn", "Rules", "It is decided.")):
        (row,) = decisions.list_for_meeting(workspace, meeting_id=world.meeting, language=language)
        assert (row.title, row.text) == (title, text)


def test_decisions_of_a_body_are_listed_by_day_and_number(
    workspace: Workspace, world: World
) -> None:
    take_decision(workspace, world.body, "D3", taken_on=date(2025, 5, 27))
    take_decision(workspace, world.body, "D2", taken_on=date(2025, 5, 27))
    take_decision(
        workspace, world.body, "E1", taken_on=date(2024, 1, 1), channel=Channel.ELECTRONIC
    )
    decisions.draft_decision(workspace, a_decision(world.body))
    rows = decisions.list_for_body(workspace, body_id=world.body)
    assert [row.symbol for row in rows] == ["E1", "D2", "D3", "Draft A"]
    assert rows[0].channel == "electronic"


def test_a_decision_names_the_rules_that_it_adopted(workspace: Workspace, world: World) -> None:
    adopt_rules(workspace, world.body, an_article(1))
    (row,) = decisions.list_for_body(workspace, body_id=world.body)
    assert row.rule_label == "Detailed rules and procedures 1.0"


def test_a_decision_takes_lawful_steps_only(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = take_decision(workspace, world.body)
    with unchanged(), pytest.raises(UnlawfulTransition, match="“adopted” cannot become “draft”"):
        decisions.change_status(workspace, decision_id=key, status=DecisionStatus.DRAFT)
    decisions.change_status(workspace, decision_id=key, status=DecisionStatus.EFFECTIVE)
    decisions.change_status(workspace, decision_id=key, status=DecisionStatus.SUPERSEDED)


def test_what_is_not_there_is_refused(workspace: Workspace, unchanged: Unchanged) -> None:
    with unchanged(), pytest.raises(NotFound, match="There is no body"):
        decisions.draft_decision(workspace, a_decision(new_id()))
    with unchanged(), pytest.raises(NotFound, match="There is no decision"):
        decisions.word(workspace, english(new_id()))
    with unchanged(), pytest.raises(NotFound, match="There is no decision"):
        decisions.adopt(workspace, decision_id=new_id(), symbol="D1", taken_on=FIRST_DAY)
