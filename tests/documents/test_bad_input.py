"""Every document takes every name and title that somebody may have typed, in every language."""

from dataclasses import fields, is_dataclass, replace
from itertools import product
from typing import Any

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from app.documents import preview
from app.documents.compose import FactsMissing, compose
from app.documents.facts import DelegateFacts, DelegationFacts, Facts
from app.documents.kinds import DocumentKind as K
from app.documents.letter_facts import LetterFacts
from app.documents.plain import plain_text
from app.documents.word import write
from app.texts.blocks import Provision
from app.texts.letterhead import Picture
from app.texts.walking import missing_facts
from tests.documents import catalogue_builders as further
from tests.documents.facts_builders import (
    KOREA,
    MONGOLIA,
    SIX,
    agenda_facts,
    minutes_facts,
    participants_facts,
    record_id,
    rules_facts,
)
from tests.documents.invariants import find_faults
from tests.documents.language_samples import LANGUAGES, all_in_language
from tests.documents.letter_builders import with_letterheads

ENGLISH: dict[K, Facts] = {
    K.AGREED_MINUTES: minutes_facts(),
    K.SUMMARY_RECORD: further.summary_record_facts(),
    K.PARTICIPANTS: participants_facts(),
    K.AGENDA: agenda_facts(),
    K.RUN_SHEET: further.run_sheet_facts(),
    K.INVITATION: with_letterheads(further.invitation_facts()),
    K.NOTE_VERBALE: with_letterheads(further.note_verbale_facts()),
    K.PRESS_RELEASE: with_letterheads(further.press_release_facts()),
    K.ACTION_LIST: further.action_list_facts(),
    K.PROJECT_REVIEW: further.project_review_facts(),
    K.REMINDER: with_letterheads(further.reminder_facts()),
    K.NAME_PLATES: further.cards_facts(),
    K.BADGES: further.cards_facts(),
    K.DECISION: further.decision_facts(),
    K.DECISION_REGISTER: further.register_facts(),
    K.CIRCULAR: with_letterheads(further.circular_facts()),
    K.RULES: rules_facts(),
    K.BILINGUAL_RULES: further.bilingual_facts(),
}
ALL = [(kind, "en") for kind in K]
ALL += [(kind, language) for language in LANGUAGES for kind in all_in_language(language)]
TYPED = {
    "control characters": "a\x00b\x07c\x0bd\x1fe\x7ff\x85g\u2028h\ufffei",
    "a lone surrogate": "Cho \ud800 Gye-yeon \udfff",
    "a title of 300 characters": ("Cooperation " * 25)[:300],
    "one word of 300 letters": "x" * 300,
    "right to left": "מזכירות משותפת \u202eabc\u202c العمل المشترك",
    "emoji": "Climate 👩‍🚒🏳️‍🌈 🇲🇳🇰🇷 \U0001f468\u200d\U0001f469",
    "markup": "</p><w:p> &amp; {{ facts }} {% if %} <!-- ]]> <?x?>",
    "letters of every kind": "Ц.Энхтуяа, 조계연, 高橋, Nguyễn Thị, İstanbul, ﬁnance, e\u0301",
}
# What a program wrote and no person: it tells records apart, or is one of a few values.
_OURS = frozenset(
    {
        *("id", "code", "agenda_item", "language", "language_tags", "mode", "grade", "status"),
        *("channel", "relation", "position", "counts", "starts", "matter", "kind", "level"),
        *("provenance", "authority", "role", "number", "own_language"),
    }
)


def facts_of(kind: K, language: str) -> Facts:
    return ENGLISH[kind] if language == "en" else all_in_language(language)[kind]


def typed_everywhere(value: Any, text: str) -> Any:
    """Return ``value`` with ``text`` wherever a person types something."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(typed_everywhere(each, text) for each in value)
    if not is_dataclass(value) or isinstance(value, Provision | Picture):
        return value
    return replace(
        value,
        **{
            field.name: typed_everywhere(getattr(value, field.name), text)
            for field in fields(value)
            if field.name not in _OURS
        },
    )


def findings(content: bytes, folder) -> list[str]:
    path = folder / "checked.docx"
    path.write_bytes(content)
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    return [str(error) for error in result.errors] + find_faults(content)


def test_every_document_is_tried_here():
    assert set(ENGLISH) == set(K)


@pytest.mark.parametrize("what", TYPED)
@pytest.mark.parametrize(("kind", "language"), ALL)
def test_whatever_is_typed_gives_a_whole_document(kind, language, what):
    facts = typed_everywhere(facts_of(kind, language), TYPED[what])
    for changes in ({}, {"for_circulation": True}):
        document = compose(kind, facts, language=language, original_of="MN", **changes)
        assert find_faults(write(document)) == []
    assert "\x00" not in plain_text(document)
    assert "<script" not in preview.html(document)


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_all_of_it_at_once_is_valid_word(kind, language, tmp_path):
    facts = typed_everywhere(facts_of(kind, language), " ".join(TYPED.values()))
    document = compose(kind, facts, language=language, original_of="KR")
    assert findings(write(document), tmp_path) == []


def people(parties: tuple[Any, ...], *, heads: bool) -> tuple[DelegationFacts, ...]:
    return tuple(
        DelegationFacts(
            id=record_id(200 + place),
            party=party,
            head=DelegateFacts(id=record_id(300 + place), name=f"Head {place}") if heads else None,
        )
        for place, party in enumerate(parties)
    )


def with_parties(facts: Facts, parties: tuple[Any, ...], *, heads: bool) -> Facts:
    changes: dict[str, Any] = {"parties": parties}
    if hasattr(facts, "delegations"):
        changes["delegations"] = people(parties, heads=heads)
    if isinstance(facts, LetterFacts):
        changes["letterheads"] = ()
    return replace(facts, **changes)


@pytest.mark.parametrize(("kind", "language"), ALL)
@pytest.mark.parametrize(
    "parties", [(), (KOREA,), (KOREA, MONGOLIA), SIX], ids=["none", "one", "two", "six"]
)
def test_any_number_of_parties_gives_a_whole_document(kind, language, parties):
    for heads in (False, True):
        facts = with_parties(facts_of(kind, language), parties, heads=heads)
        document = compose(kind, facts, language=language)
        assert find_faults(write(document)) == []
        assert "among " not in plain_text(document) or len(parties) > 2


LISTS = [(K.PARTICIPANTS, tag) for tag in ("en", *LANGUAGES)]


@pytest.mark.parametrize(("kind", "language"), LISTS)
def test_a_delegation_that_is_only_a_head_is_complete(kind, language):
    facts = facts_of(kind, language)
    heads = tuple(
        replace(each, members=(), institutions=())
        for each in facts.delegations  # type: ignore[attr-defined]
    )
    document = compose(kind, replace(facts, delegations=heads), language=language, draft=False)
    assert missing_facts(document) == ()


@pytest.mark.parametrize(("kind", "language"), LISTS)
def test_a_delegation_of_nobody_and_no_delegation_are_gaps_that_are_named(kind, language):
    facts = facts_of(kind, language)
    for delegations in (people((KOREA, MONGOLIA), heads=False), ()):
        document = compose(kind, replace(facts, delegations=delegations), language=language)
        gaps = missing_facts(document)
        assert gaps
        with pytest.raises(FactsMissing) as refused:
            compose(kind, replace(facts, delegations=delegations), language=language, draft=False)
        assert all(gap in refused.value.sentence for gap in gaps)


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_minutes_without_decisions_actions_or_paragraphs_are_still_minutes(language):
    facts = facts_of(K.AGREED_MINUTES, language)
    bare = tuple(
        replace(item, paragraphs=tuple(replace(each, decisions=()) for each in item.paragraphs))
        for item in facts.items  # type: ignore[attr-defined]
    )
    for changes in product(
        ({"items": bare}, {"items": ()}),
        ({"actions": ()},),
        ({}, {"agenda": ()}, {"next_meeting": None}),
    ):
        merged = {name: value for change in changes for name, value in change.items()}
        document = compose(K.AGREED_MINUTES, replace(facts, **merged), language=language)
        assert find_faults(write(document)) == []


def test_a_press_release_of_a_delegation_of_one_names_its_head():
    facts = with_parties(further.press_release_facts(), (KOREA, MONGOLIA), heads=True)
    words = plain_text(compose(K.PRESS_RELEASE, facts))
    assert "Republic of Korea: Head 0 (head of delegation)" in words
