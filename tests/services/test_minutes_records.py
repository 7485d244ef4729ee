"""Decisions and action items are made of what the minutes say, and stay linked to it."""

from datetime import date

import pytest

from app.domain.action import ActionItem
from app.domain.body import Body
from app.domain.decision import Decision, DecisionKind, DecisionStatus, DecisionText
from app.domain.minutes import MinutesParagraph
from app.services import decisions, minutes, minutes_records, minutes_sheets
from app.services.minutes_records import AlreadyLinked, NothingSaid
from app.store.workspace import Workspace
from tests.builders import World, a_paragraph, key_of, open_minutes, take_decision
from tests.services.conftest import Unchanged


@pytest.fixture
def paragraph(workspace: Workspace, world: World) -> MinutesParagraph:
    with workspace.write("Prepare") as work:
        body = work.get(Body, world.body)
        body.decision_pattern = "{number}/JWG.{ordinal}"
        body.settings = {"action_pattern": "JWG{ordinal}-A{number}"}
        work.commit()
    key = open_minutes(workspace, world.meeting, "The two sides adopted the rules. They met.")
    with workspace.read() as reader:
        return reader.find(MinutesParagraph, minutes_id=key)[0]


def test_a_decision_made_of_words_is_a_draft_that_is_linked(
    workspace: Workspace, world: World, paragraph: MinutesParagraph
) -> None:
    change = minutes_records.make_decision(
        workspace,
        paragraph_id=paragraph.id,
        language="en",
        title="Adoption of the rules",
        words="The two sides adopted the rules.",
        kind=DecisionKind.ADOPTION_OF_RULES,
    )
    with workspace.read() as reader:
        decision = reader.get(Decision, key_of(change))
        (text,) = reader.find(DecisionText, decision_id=decision.id)
    assert decision.status is DecisionStatus.DRAFT
    assert (decision.symbol, decision.temporary_symbol) == (None, "Draft 1")
    assert (text.title, text.text) == ("Adoption of the rules", "The two sides adopted the rules.")
    (shown,) = minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs
    assert shown.decision is not None
    assert (shown.decision.label, shown.decision.is_final) == ("Draft 1", False)
    assert shown.kind == "conclusion"


def test_a_decision_without_a_title_is_called_by_its_first_sentence(
    workspace: Workspace, paragraph: MinutesParagraph
) -> None:
    change = minutes_records.make_decision(
        workspace,
        paragraph_id=paragraph.id,
        language="en",
        title=" ",
        words="The rules No. 2 are adopted. They enter into force at once.",
    )
    with workspace.read() as reader:
        (text,) = reader.find(DecisionText, decision_id=key_of(change))
    assert text.title.startswith("The rules")
    assert not text.title.endswith(".")
    assert minutes_records.title_of("規則を採択した。次に") == "規則を採択した"
    assert len(minutes_records.title_of("word " * 90)) <= 160


def test_the_number_is_proposed_by_the_pattern_of_the_body(
    workspace: Workspace, world: World, paragraph: MinutesParagraph
) -> None:
    take_decision(workspace, world.body, "4/JWG.1")
    change = minutes_records.make_decision(
        workspace, paragraph_id=paragraph.id, language="en", title="", words="Adopted."
    )
    symbol = minutes_records.propose_symbol(workspace, decision_id=key_of(change))
    assert symbol == "5/JWG.1"
    decisions.adopt(
        workspace, decision_id=key_of(change), symbol=symbol, taken_on=date(2025, 5, 27)
    )
    (shown,) = minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs
    assert shown.decision is not None
    assert (shown.decision.label, shown.decision.is_final) == ("5/JWG.1", True)


def test_an_action_item_gets_the_next_code_and_all_that_was_entered(
    workspace: Workspace, world: World, paragraph: MinutesParagraph
) -> None:
    other = key_of(minutes.write_paragraph(workspace, a_paragraph(paragraph.minutes_id)))
    first = minutes_records.make_action(
        workspace,
        paragraph_id=paragraph.id,
        language="ko",
        words=" 초안 송부 ",
        party_id=world.korea,
        due_on=date(2026, 1, 5),
        due_words="이른 시일",
    )
    second = minutes_records.make_action(
        workspace, paragraph_id=other, language="en", words="Answer", due_words="promptly"
    )
    with workspace.read() as reader:
        one, two = (reader.get(ActionItem, key_of(change)) for change in (first, second))
    assert (one.code, one.texts, one.party_id) == ("JWG1-A1", {"ko": "초안 송부"}, world.korea)
    assert (one.due_on, one.due_words) == (date(2026, 1, 5), "")
    assert (two.code, two.due_words, two.origin_meeting_id) == (
        "JWG1-A2",
        "promptly",
        world.meeting,
    )


def test_one_paragraph_has_one_decision_and_one_action_item(
    workspace: Workspace, paragraph: MinutesParagraph, unchanged: Unchanged
) -> None:
    how = {"paragraph_id": paragraph.id, "language": "en", "words": "Adopted."}
    minutes_records.make_decision(workspace, title="", **how)
    minutes_records.make_action(workspace, **how)
    with unchanged(), pytest.raises(AlreadyLinked, match="decision Draft 1"):
        minutes_records.make_decision(workspace, title="", **how)
    with unchanged(), pytest.raises(AlreadyLinked, match="JWG1-A1"):
        minutes_records.make_action(workspace, **how)
    minutes_records.unlink(workspace, paragraph_id=paragraph.id)
    with workspace.read() as reader:
        after = reader.get(MinutesParagraph, paragraph.id)
        assert (after.decision_id, after.action_id) == (None, None)
        assert len(reader.find(Decision)) == 1


def test_nothing_is_made_of_no_words(
    workspace: Workspace, paragraph: MinutesParagraph, unchanged: Unchanged
) -> None:
    how = {"paragraph_id": paragraph.id, "language": "en", "words": " \n"}
    with unchanged(), pytest.raises(NothingSaid) as caught:
        minutes_records.make_decision(workspace, title="Title", **how)
    assert caught.value.field == "words"
    with unchanged(), pytest.raises(NothingSaid):
        minutes_records.make_action(workspace, **how)
