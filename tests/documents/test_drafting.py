"""Every sentence that minutes are drafted with is worded in every language that has wording."""

from dataclasses import replace
from datetime import date

import pytest

from app.documents.draft_facts import DraftPointFacts, MinutesDraftFacts, Says
from app.documents.drafting import list_draft_languages, word_points
from app.documents.facts import NextMeetingFacts
from tests.documents.facts_builders import (
    BODY,
    KOREA,
    MEETING,
    MONGOLIA,
    actions,
    delegations,
    minutes_items,
    record_id,
)

LANGUAGES = ("en", "ja", "ko", "mn")
DECISION = minutes_items()[1].paragraphs[1].decisions[0]


def every_point() -> tuple[DraftPointFacts, ...]:
    return tuple(
        DraftPointFacts(
            id=says.value,
            says=says,
            item="Landfill project",
            side=KOREA if says is Says.INTRODUCED else None,
            decision=DECISION if says is Says.DECISION else None,
            action=actions()[0] if says is Says.ACTION else None,
        )
        for says in Says
    )


def draft_facts(**changes: object) -> MinutesDraftFacts:
    facts = MinutesDraftFacts(
        id=record_id(50),
        symbol="",
        body=BODY,
        parties=(KOREA, MONGOLIA),
        meeting=MEETING,
        delegations=delegations(),
        points=every_point(),
        host=MONGOLIA,
        previous=MEETING,
        next_meeting=NextMeetingFacts(ordinal=2, place="Seoul", starts_on=date(2026, 5, 4)),
    )
    return replace(facts, **changes)


def test_there_is_wording_in_every_language_of_the_field() -> None:
    assert list_draft_languages() == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sense_has_words_of_its_own(language: str) -> None:
    told = word_points(draft_facts(), language=language, own={})
    assert set(told) == {says.value for says in Says}
    assert all(words.strip() for words in told.values())
    assert len(set(told.values())) == len(told), "no two senses are worded alike"
    for words in told.values():
        assert "{{" not in words
        assert "None" not in words
        assert "  " not in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_is_a_gap_in_brackets(language: str) -> None:
    facts = draft_facts(
        meeting=replace(MEETING, starts_on=None, place=None), host=None, next_meeting=None
    )
    told = word_points(facts, language=language, own={})
    assert told["opening"].count("[") == 2
    assert "[" in told["next-meeting"]


def test_an_office_words_a_sentence_in_its_own_way() -> None:
    stem = "draft_minutes_parts.en.xml.jinja"
    own = {
        stem: "<document><section>{% for point in facts.points %}"
        '<point id="{{ point.id }}"><text>As always.</text></point>'
        "{% endfor %}</section></document>"
    }
    told = word_points(draft_facts(), language="en", own=own)
    assert set(told.values()) == {"As always."}
