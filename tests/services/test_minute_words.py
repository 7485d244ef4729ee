"""Phrases and terms come in the field's own words, in four languages."""

import string

import pytest

from app.domain.minutes import Grade
from app.domain.party import Party
from app.services import minute_words
from app.services.minute_words import wording_in
from app.store.workspace import Workspace
from tests.builders import World

LANGUAGES = ("en", "ko", "mn", "ja")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_brings_the_same_forms(language: str) -> None:
    told = wording_in(language).told
    assert told.keys() == wording_in("en").told.keys()
    assert {"2", "more"} <= told["sides"].keys()
    for form, fields in (
        ("stated", {"side", "text"}),
        ("noted", {"side", "text"}),
        ("action", {"code", "side", "due", "text"}),
        ("action_due", {"due"}),
        ("side", {"adjective"}),
        ("delegation", {"name"}),
    ):
        assert {name for _, name, _, _ in string.Formatter().parse(told[form]) if name} == fields


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_name_the_sides_of_the_meeting(
    workspace: Workspace, world: World, language: str
) -> None:
    phrases = minute_words.list_phrases(workspace, meeting_id=world.meeting, language=language)
    assert {each.grade for each in phrases} == set(Grade)
    for phrase in phrases:
        assert "{" not in phrase.text
        assert 0 < phrase.place <= len(phrase.text)
        assert (phrase.party_id is None) == (phrase.grade is Grade.BOTH_SIDES)


def test_one_writes_on_where_the_phrase_is_open(workspace: Workspace, world: World) -> None:
    korean = minute_words.list_phrases(workspace, meeting_id=world.meeting, language="ko")
    first = korean[0]
    assert first.text == "양측은 하기로 합의하였다."
    assert first.text[: first.place] == "양측은 "
    english = minute_words.list_phrases(workspace, meeting_id=world.meeting, language="en")
    assert english[0].text == "The two sides agreed to "
    assert english[0].place == len(english[0].text)


def test_a_side_is_named_by_its_adjective_or_its_delegation(
    workspace: Workspace, world: World
) -> None:
    with workspace.write("Prepare") as work:
        party = work.get(Party, world.korea)
        party.adjectives = {"en": "Korean", "ko": "한국"}
        work.commit()
    assert wording_in("en").name_side(party) == "the Korean side"
    assert wording_in("ko").name_side(party) == "한국 측"
    assert wording_in("ja").name_side(party) == "Republic of Korea代表団"


def test_terms_come_with_the_english_one(workspace: Workspace) -> None:
    korean = {each.words: each.english for each in minute_words.list_terms("ko")}
    assert korean["수석대표"] == "head of delegation"
    assert "수석대표" not in {each.words for each in minute_words.list_terms("mn")}


def test_a_language_without_wording_is_worded_in_english() -> None:
    assert wording_in("zh").name_all(2) == "the two sides"
    assert wording_in("zh").close("they met") == "They met."
    assert wording_in("ja").close("双方は合意した") == "双方は合意した。"
    assert wording_in("en").close("Why?") == "Why?"
