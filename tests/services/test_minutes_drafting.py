"""Minutes are drafted from the records, in the past tense, and nothing that is there is touched."""

from uuid import UUID

import pytest

from app.domain.agenda import ItemOutcome, StandardItem
from app.domain.body import Body
from app.domain.decision import DecisionText
from app.domain.delegation import DelegateRole
from app.domain.errors import Sealed
from app.domain.meeting import Meeting
from app.domain.minutes import MinutesParagraph, MinutesStatus
from app.services import (
    actions,
    agenda,
    decisions,
    meetings,
    minutes_drafting,
    minutes_sheets,
    minutes_writing,
)
from app.services.facts.meetings import NoBody
from app.services.minutes_drafting import NothingMissing
from app.services.minutes_sheets import SheetParagraph
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_decision,
    a_meeting,
    an_action,
    an_agenda_item,
    key_of,
    seat_person,
    take_minutes_to,
)
from tests.services.conftest import Unchanged


def put_on_agenda(workspace: Workspace, world: World, label: str, **fields: object) -> UUID:
    draft = an_agenda_item(world.meeting, label, **fields)
    return key_of(agenda.add_item(workspace, draft))


def drafted(workspace: Workspace, world: World) -> tuple[SheetParagraph, ...]:
    minutes_drafting.draft(workspace, meeting_id=world.meeting)
    return minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs


def english(paragraphs: tuple[SheetParagraph, ...]) -> list[str]:
    return [each.texts["en"] for each in paragraphs]


def test_the_opening_names_place_day_and_heads(workspace: Workspace, world: World) -> None:
    seat_person(
        workspace,
        world.korean_delegation,
        "Cho Gye-yeon",
        role=DelegateRole.HEAD,
        printed_posts={"en": "Deputy Director-General"},
    )
    opening, delegations = drafted(workspace, world)[:2]
    assert "was held in Ulaanbaatar on 27 May 2025, in hybrid format." in opening.texts["en"]
    assert "was led by Cho Gye-yeon, Deputy Director-General." in delegations.texts["en"]
    assert "was led by [head of delegation to be confirmed]." in delegations.texts["en"]
    assert not opening.confirmed
    assert opening.standard is StandardItem.OPENING


def test_every_sentence_waits_to_be_confirmed(workspace: Workspace, world: World) -> None:
    put_on_agenda(workspace, world, "1")
    assert not any(each.confirmed for each in drafted(workspace, world))


def test_each_item_says_who_introduced_it_and_what_came_of_it(
    workspace: Workspace, world: World
) -> None:
    led = put_on_agenda(workspace, world, "1", lead_party_id=world.korea)
    noted = put_on_agenda(workspace, world, "2")
    agenda.record_outcome(workspace, item_id=noted, outcome=ItemOutcome.NOTED)
    told = {each.agenda_item_id: [] for each in drafted(workspace, world)}
    for each in minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs:
        told[each.agenda_item_id].append((each.grade, each.party_id, each.texts["en"]))
    introduced, exchanged = told[led]
    assert introduced[:2] == ("one-side", world.korea)
    assert introduced[2].endswith("introduced the item “Item 1”.")
    assert exchanged == ("both-sides", None, "The two sides exchanged views on “Item 1”.")
    assert told[noted] == [("both-sides", None, "The two sides took note of “Item 2”.")]


def test_decisions_are_said_under_their_items_and_linked(
    workspace: Workspace, world: World
) -> None:
    item = put_on_agenda(workspace, world, "1")
    draft = a_decision(world.body, meeting_id=world.meeting, agenda_item_id=item)
    key = key_of(decisions.draft_decision(workspace, draft))
    decisions.word(
        workspace, DecisionText(decision_id=key, language="en", title="Rules", text="Adopted.")
    )
    (said,) = [each for each in drafted(workspace, world) if each.agenda_item_id == item]
    assert said.texts["en"] == "The two sides adopted the decision “Rules”."
    assert said.decision is not None
    assert said.decision.id == key


def test_open_actions_of_earlier_meetings_are_listed_below_their_review(
    workspace: Workspace, world: World
) -> None:
    actions.assign(workspace, an_action(world.body, party_id=world.mongolia))
    mine = an_action(world.body, code="A2", origin_meeting_id=world.meeting)
    actions.assign(workspace, mine)
    review = put_on_agenda(workspace, world, "1", standard=StandardItem.ACTION_REVIEW)
    told = [
        (each.level, each.texts["en"])
        for each in drafted(workspace, world)
        if each.agenda_item_id == review
    ]
    assert [level for level, _ in told] == [0, 1]
    assert told[1][1].startswith("A1 (")
    assert told[1][1].endswith("Send the draft")


def test_standard_items_take_the_standard_sentences(workspace: Workspace, world: World) -> None:
    keys = {
        standard: put_on_agenda(workspace, world, str(place), standard=standard)
        for place, standard in enumerate(StandardItem, start=1)
    }
    by_item = {each.agenda_item_id: each for each in drafted(workspace, world)}
    assert by_item.keys() == set(keys.values()) - {keys[StandardItem.ACTION_REVIEW]}
    texts = {each.standard: each.texts["en"] for each in by_item.values()}
    assert texts[StandardItem.OTHER_BUSINESS] == "No other business was raised."
    assert texts[StandardItem.PREVIOUS_MINUTES].endswith("the minutes of the previous meeting.")
    assert "[place to be confirmed]" in texts[StandardItem.NEXT_MEETING]
    assert texts[StandardItem.CLOSING].endswith("The meeting was then closed.")


def test_minutes_are_drafted_in_every_language_of_theirs_with_wording(
    workspace: Workspace, world: World
) -> None:
    with workspace.write("Prepare") as work:
        work.get(Meeting, world.meeting).languages = ["en", "ko", "mn", "ja", "zh"]
        work.commit()
    put_on_agenda(
        workspace, world, "1", titles={"en": "Rules", "ko": "규칙", "mn": "Журам", "ja": "規則"}
    )
    (said,) = [each for each in drafted(workspace, world) if each.agenda_item_id]
    assert said.texts == {
        "en": "The two sides exchanged views on “Rules”.",
        "ko": "양측은 ‘규칙’에 대하여 의견을 교환하였다.",
        "mn": "Талууд “Журам” асуудлаар санал солилцов.",
        "ja": "双方は、「規則」について意見を交換した。",
    }


def test_the_languages_of_the_body_hold_where_the_meeting_names_none(
    workspace: Workspace, world: World
) -> None:
    with workspace.write("Prepare") as work:
        work.get(Body, world.body).languages = ["ko"]
        work.commit()
    assert set(drafted(workspace, world)[0].texts) == {"ko"}


def test_drafting_once_more_adds_what_is_missing_and_touches_nothing(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    put_on_agenda(workspace, world, "1")
    first = drafted(workspace, world)
    minutes_writing.rewrite(
        workspace, paragraph_id=first[0].id, language="en", words="In our own words."
    )
    minutes_writing.confirm(workspace, paragraph_ids=[first[0].id])
    with unchanged(), pytest.raises(NothingMissing):
        minutes_drafting.draft(workspace, meeting_id=world.meeting)
    item = put_on_agenda(workspace, world, "2")
    second = drafted(workspace, world)
    assert len(second) == len(first) + 1
    assert [each.agenda_item_id for each in second if each.id not in {p.id for p in first}] == [
        item
    ]
    assert (second[0].texts["en"], second[0].confirmed) == ("In our own words.", True)


def test_signed_minutes_are_not_drafted_again(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    from tests.builders import open_minutes

    key = open_minutes(workspace, world.meeting, "One.")
    take_minutes_to(workspace, key, MinutesStatus.SIGNED)
    with unchanged(), pytest.raises(Sealed):
        minutes_drafting.draft(workspace, meeting_id=world.meeting)


def test_an_event_without_a_body_has_no_minutes(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    event = key_of(meetings.plan(workspace, a_meeting(None, ordinal=None, code="")))
    with unchanged(), pytest.raises(NoBody):
        minutes_drafting.draft(workspace, meeting_id=event)


def test_drafting_is_one_step_that_can_be_undone_whole(workspace: Workspace, world: World) -> None:
    put_on_agenda(workspace, world, "1")
    change = minutes_drafting.draft(workspace, meeting_id=world.meeting)
    assert change.kinds == {"minutes", "minutes_paragraph"}
    with workspace.read() as reader:
        assert reader.find(MinutesParagraph)
