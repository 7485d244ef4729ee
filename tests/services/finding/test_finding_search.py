from datetime import date

import pytest

from app.domain.action import ActionItem
from app.services import actions, bodies, parties, rules
from app.services.finding import search
from app.services.finding.search import Kind
from app.texts.provision_draft import ChangeKind, ProvisionChange
from tests.builders import (
    a_body,
    adopt_changes,
    adopt_rules,
    an_action,
    an_article,
    open_minutes,
    seat_person,
    take_decision,
)


@pytest.fixture
def filled(workspace, world):
    adopt_rules(
        workspace,
        world.body,
        an_article(1, "Decisions are taken by consensus.", ko="결정은 합의로 한다."),
        an_article(2, "The secretariat keeps the register.", mn="Нарийн бичгийн дарга"),
    )
    open_minutes(workspace, world.meeting, "Both sides agreed on the landfill project.")
    seat_person(workspace, world.korean_delegation, "Cho Gye-yeon")
    for code, words, party, due in (
        ("A1", "Send the draft of the landfill rules", world.korea, date(2026, 2, 1)),
        ("A2", "Comment on the landfill draft", world.mongolia, date(2026, 12, 1)),
        ("A3", "Name the contact points", None, None),
    ):
        actions.assign(
            workspace,
            an_action(
                world.body,
                code=code,
                texts={"en": words},
                party_id=party,
                due_on=due,
                origin_meeting_id=world.meeting,
            ),
        )
    return workspace


def found(workspace, query, **how):
    answer = search.find(workspace, query=query, **how)
    assert answer.problem is None, answer.problem
    return [(record.card.kind, record.card.code or record.card.title) for record in answer.records]


def codes(workspace, query, **how):
    return {name for kind, name in found(workspace, query, **how) if kind is Kind.ACTION_ITEM}


def test_records_of_several_kinds_are_found_together_and_say_why(filled):
    answer = search.find(filled, query="landfill")
    kinds = {record.card.kind for record in answer.records}
    assert kinds == {Kind.ACTION_ITEM, Kind.MINUTES_PARAGRAPH}
    paragraph = next(r for r in answer.records if r.card.kind is Kind.MINUTES_PARAGRAPH)
    (start, end), *_ = paragraph.title_spans or paragraph.excerpt.spans
    assert (paragraph.card.title or paragraph.excerpt.text)[start:end] == "landfill"
    assert paragraph.card.meeting == "JWG-1"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("landfill type:action", {"A1", "A2"}),
        ("landfill type:actions -comment", {"A1"}),
        ("landfill party:KR", {"A1"}),
        ("type:action party:KR", {"A1", "A3"}),
        ("type:action -party:KR", {"A2"}),
        ("type:action status:late", {"A1"}),
        ("due:<2026-12", {"A1"}),
        ("due:>=2026-12-01", {"A2"}),
        ("type:action meeting:1", {"A1", "A2", "A3"}),
        ("type:action meeting:last", {"A1", "A2", "A3"}),
        ("type:action meeting:JWG-1 landfill", {"A1", "A2"}),
        ('"landfill draft"', {"A2"}),
        ("owner:mongolia landfill", {"A2"}),
        ("type:action on:2025", {"A1", "A2", "A3"}),
    ],
)
def test_the_grammar_narrows_what_is_found(filled, query, expected):
    assert codes(filled, query) == expected


def test_what_was_kept_of_the_records_is_dropped_when_anything_changes(filled, world):
    search.prepare(filled)
    assert codes(filled, "landfill party:KR") == {"A1"}
    told = {"code": "A4", "texts": {"en": "Visit the landfill"}, "party_id": world.korea}
    with filled.write("Two things at once") as work:
        actions.assign(filled, an_action(world.body, **told))
        assert codes(filled, "type:action party:KR") == {"A1", "A3", "A4"}
        work.commit()
    assert codes(filled, "landfill party:KR") == {"A1", "A4"}
    assert codes(filled, "type:action party:KR") == {"A1", "A3", "A4"}


def test_our_own_side_can_be_meant_by_one_word(filled, world):
    parties.choose_our_side(filled, party_id=world.mongolia)
    assert codes(filled, "type:action owner:me") == {"A2"}
    assert codes(filled, "landfill party:them") == {"A1"}


@pytest.mark.parametrize(
    ("query", "label"), [("합의", "Article 1"), ("нарийн", "Article 2"), ("consensus", "Article 1")]
)
def test_provisions_are_found_in_any_language_and_lead_to_their_place(filled, query, label):
    (record,) = (
        each
        for each in search.find(filled, query=query).records
        if each.card.kind is Kind.PROVISION
    )
    assert label.split()[1] in record.card.title
    place = search.place_of(filled, kind="provision", record_id=record.card.id)
    assert place is not None
    assert place.eid == f"art_{label.split()[1]}"
    assert place.document_id == record.card.document_id


def test_a_person_is_found_by_the_seat_and_by_the_meeting(filled):
    assert found(filled, "Gye-yeon") == [(Kind.PERSON, "Cho Gye-yeon")]
    assert found(filled, "type:person meeting:1 party:KR") == [(Kind.PERSON, "Cho Gye-yeon")]


def test_the_word_being_typed_finds_what_begins_so(filled):
    assert (Kind.MEETING, "JWG-1") in found(filled, "jw", is_typing=True)
    assert (Kind.MEETING, "JWG-1") not in found(filled, "jw")


def test_a_decision_is_found_by_its_title_once(filled, world):
    take_decision(filled, world.body, meeting_id=world.meeting)
    hits = found(filled, "type:decision")
    assert len(hits) == len(set(hits))
    assert hits


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("party:Atlantis landfill", "There is no party called “atlantis” in this workspace."),
        ("meeting:99", "There is no meeting with the number or code “99” in this workspace."),
        (
            "due:<next-meeting",
            "“next-meeting” is no day yet: there is no such meeting with a date.",
        ),
        ("x" * 10_000, "This is too long to look for: a search has at most 400 characters."),
        ('"" - : (', "There is no word here to look for."),
    ],
)
def test_what_cannot_be_answered_is_told(filled, query, sentence):
    answer = search.find(filled, query=query)
    assert answer.problem is not None
    assert answer.problem.sentence == sentence
    assert answer.records == ()


def test_what_was_looked_at_before_is_recalled_in_order_without_what_is_gone(filled, world):
    (action,) = filled.read().find(ActionItem, code="A1")
    refs = [("action_item", action.id), ("meeting", world.korea), ("meeting", world.meeting)]
    recalled = search.recall(filled, [*refs, ("no such kind", world.body)])
    assert [record.card.kind for record in recalled] == [Kind.ACTION_ITEM, Kind.MEETING]
    assert search.place_of(filled, kind="decision", record_id=world.body) is None


def test_superseded_texts_are_found_only_where_they_are_asked_for(filled, world):
    document_id = rules.find_by_code(filled, code="JWG-RULES")
    change = ProvisionChange(ChangeKind.REPLACE, "art_1", texts={"en": "Decisions need a vote."})
    adopt_changes(filled, world.body, document_id, change)
    assert [kind for kind, _ in found(filled, "vote")] == [Kind.PROVISION]
    assert found(filled, "consensus") == []
    assert [kind for kind, _ in found(filled, "consensus", all_versions=True)] == [Kind.PROVISION]


@pytest.mark.parametrize("query", ["", "  ", '"', "()*", "AND OR NOT", "*", "NEAR(a b)"])
def test_an_odd_query_is_answered_and_never_fails(filled, query):
    answer = search.find(filled, query=query)
    assert answer.records == ()
    assert answer.count == 0


def test_titles_are_given_in_the_wanted_language_and_no_more_than_wanted(workspace):
    for number in range(5):
        bodies.establish(
            workspace,
            a_body(code=f"B{number}", names={"en": f"Steppe forum {number}", "ko": "초원 포럼"}),
        )
    answer = search.find(workspace, query="steppe", language="ko", limit=3)
    assert [record.card.title for record in answer.records] == ["초원 포럼"] * 3
    assert answer.count == 5
