import pytest

from app.services import bodies, rules, search
from app.store.workspace import Workspace
from app.texts.provision_draft import ChangeKind, ProvisionChange
from tests.builders import (
    World,
    a_body,
    adopt_changes,
    adopt_rules,
    an_article,
    open_minutes,
    seat_person,
)


@pytest.fixture
def filled(workspace: Workspace, world: World) -> Workspace:
    adopt_rules(
        workspace,
        world.body,
        an_article(1, "Decisions are taken by consensus.", ko="결정은 합의로 한다."),
        an_article(2, "The secretariat keeps the register.", mn="Нарийн бичгийн дарга"),
    )
    open_minutes(workspace, world.meeting, "Both sides agreed on the landfill project.")
    seat_person(workspace, world.korean_delegation, "Cho Gye-yeon")
    return workspace


@pytest.mark.parametrize(
    ("query", "eid", "language"),
    [
        ("consensus", "art_1", "en"),
        ("합의", "art_1", "ko"),
        ("нарийн", "art_2", "mn"),
        ('"keeps the register"', "art_2", "en"),
    ],
)
def test_a_provision_is_found_in_any_language(
    filled: Workspace, query: str, eid: str, language: str
) -> None:
    found = search.find(filled, query=query)
    (hit,) = found.provisions.provisions
    assert (hit.eid, hit.language, hit.document_code) == (eid, language, "JWG-RULES")
    assert found.count == 1


def test_all_words_must_be_there(filled: Workspace) -> None:
    assert search.find(filled, query="consensus secretariat").count == 0
    assert search.find(filled, query="decisions consensus").count == 1


def test_other_records_are_found_too(filled: Workspace) -> None:
    found = search.find(filled, query="landfill")
    assert [record.entity for record in found.records.records] == ["minutes_paragraph"]
    named = search.find(filled, query="Gye-yeon")
    assert "person" in {record.entity for record in named.records.records}


@pytest.mark.parametrize("query", ["", "  ", '"', "()*", "AND OR NOT", "x" * 5000])
def test_an_odd_query_is_answered_and_never_fails(filled: Workspace, query: str) -> None:
    found = search.find(filled, query=query)
    assert found.query == query
    assert found.count == 0


def test_superseded_texts_are_found_only_where_they_are_asked_for(
    filled: Workspace, world: World
) -> None:
    document_id = rules.find_by_code(filled, code="JWG-RULES")
    assert document_id is not None
    change = ProvisionChange(ChangeKind.REPLACE, "art_1", texts={"en": "Decisions need a vote."})
    adopt_changes(filled, world.body, document_id, change)
    assert search.find(filled, query="vote").provisions.count == 1
    assert search.find(filled, query="consensus").provisions.count == 0
    everywhere = search.find(filled, query="consensus", all_versions=True)
    assert [(hit.v_from, hit.v_to) for hit in everywhere.provisions.provisions] == [(1, 2)]


def test_no_more_than_the_wanted_number_is_returned(workspace: Workspace) -> None:
    for number in range(5):
        bodies.establish(
            workspace, a_body(code=f"B{number}", names={"en": f"Steppe forum {number}"})
        )
    found = search.find(workspace, query="steppe", limit=3)
    assert len(found.records.records) == 3
    assert found.records.count == 5


def test_titles_are_given_in_the_wanted_language(workspace: Workspace) -> None:
    bodies.establish(workspace, a_body(names={"en": "Steppe forum", "ko": "초원 포럼"}))
    (record,) = search.find(workspace, query="steppe", language="ko").records.records
    assert record.title == "초원 포럼"
