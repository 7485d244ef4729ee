"""What can be left out of a document is left out whole, and the rest stands as it did."""

from itertools import combinations

import pytest

from app.documents.compose import compose
from app.documents.facts import MinutesItemFacts, MinutesParagraphFacts
from app.documents.kinds import DocumentKind as K
from app.documents.optional_sections import OptionalSection as S
from app.documents.optional_sections import SectionsShown, sections_of
from app.documents.plain import plain_text
from app.documents.word import write
from app.texts.blocks import Contents, Signatures
from app.texts.walking import blocks_of
from tests.documents import catalogue_builders as further
from tests.documents.facts_builders import (
    complete_minutes_facts,
    minutes_facts,
    record_id,
    rules_facts,
)
from tests.documents.invariants import find_faults
from tests.documents.language_samples import LANGUAGES, all_in_language

FACTS = {
    K.AGREED_MINUTES: minutes_facts,
    K.SUMMARY_RECORD: further.summary_record_facts,
    K.INVITATION: further.invitation_facts,
    K.DECISION: further.decision_facts,
    K.RULES: rules_facts,
}
# What is in each part, and nowhere else.
SAYS = {
    (K.AGREED_MINUTES, S.OPENING): "was held in Ulaanbaatar",
    (K.AGREED_MINUTES, S.DECISIONS): "Decision 1/JWG.1. Landfill project",
    (K.AGREED_MINUTES, S.ACTIONS): "The following action items arise",
    (K.AGREED_MINUTES, S.NEXT_MEETING): "Next meeting",
    (K.AGREED_MINUTES, S.SIGNATURES): "Done in",
    (K.AGREED_MINUTES, S.PARTICIPANTS): "List of Participants",
    (K.AGREED_MINUTES, S.AGENDA): "Opening of the meeting and presentation",
    (K.SUMMARY_RECORD, S.OPENING): "I. Introduction",
    (K.SUMMARY_RECORD, S.DECISIONS): "Decisions adopted at the",
    (K.SUMMARY_RECORD, S.NEXT_MEETING): "Next meeting",
    (K.SUMMARY_RECORD, S.PARTICIPANTS): "List of Participants",
    (K.SUMMARY_RECORD, S.AGENDA): "(Agenda item",
    (K.SUMMARY_RECORD, S.PAPERS): "Documents before the meeting",
    (K.INVITATION, S.SIGNATURES): "For the Mongolian side",
    (K.DECISION, S.SIGNATURES): "Done in",
    (K.RULES, S.CONTENTS): "Contents",
    (K.RULES, S.HISTORY): "Document history",
}
PAIRS = [(kind, section) for kind in K for section in sections_of(kind)]


def test_every_part_that_can_be_left_out_is_tried_here():
    assert set(PAIRS) == set(SAYS)
    assert {section for _, section in PAIRS} == set(S)
    assert all(section.words[0].isupper() for section in S)


@pytest.mark.parametrize(("kind", "section"), PAIRS)
def test_a_part_that_is_left_out_is_nowhere(kind, section):
    whole = plain_text(compose(kind, FACTS[kind]()))
    without = compose(kind, FACTS[kind](), omitted={section})
    assert SAYS[kind, section] in whole
    assert SAYS[kind, section] not in plain_text(without)
    assert find_faults(write(without)) == []


@pytest.mark.parametrize("kind", FACTS)
def test_any_parts_can_be_left_out_together(kind):
    offered = sections_of(kind)
    for count in range(len(offered) + 1):
        for omitted in combinations(offered, count):
            document = compose(kind, FACTS[kind](), omitted=omitted)
            assert plain_text(document).strip()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [K.AGREED_MINUTES, K.DECISION, K.RULES])
def test_they_can_be_left_out_in_every_language(kind, language):
    facts = all_in_language(language)[kind]
    for omitted in (*((each,) for each in sections_of(kind)), sections_of(kind)):
        document = compose(kind, facts, language=language, omitted=omitted)
        signed = any(isinstance(block, Signatures) for block in blocks_of(document))
        listed = any(isinstance(block, Contents) for block in blocks_of(document))
        if S.SIGNATURES in sections_of(kind):
            assert signed is (S.SIGNATURES not in omitted)
        if S.CONTENTS in sections_of(kind):
            assert listed is (S.CONTENTS not in omitted)
        assert find_faults(write(document)) == []


def test_an_agenda_that_was_adopted_is_still_said_to_be_when_it_is_not_annexed():
    facts = minutes_facts(agenda_adopted=True)
    words = plain_text(compose(K.AGREED_MINUTES, facts, omitted={S.AGENDA}))
    assert "The two sides adopted the agenda.\n" in words
    assert "Annex 2" not in words


def test_what_cannot_be_signed_does_not_call_itself_an_original():
    facts = complete_minutes_facts()
    signed = compose(K.AGREED_MINUTES, facts, original_of="MN")
    unsigned = compose(K.AGREED_MINUTES, facts, original_of="MN", omitted={S.SIGNATURES})
    assert signed.running_foot == "Original of Mongolia"
    assert unsigned.running_foot == ""
    assert plain_text(unsigned).index("Mongolia") < plain_text(unsigned).index("Republic of Korea")


def test_paragraphs_of_the_minutes_themselves_go_with_the_part_that_they_say():
    said = ("opening", "adoption-of-agenda", None, "next-meeting")
    paragraphs = [
        MinutesParagraphFacts(id=record_id(80 + place), text=f"Says {place}.", standard=standard)
        for place, standard in enumerate(said)
    ]
    items = tuple(
        MinutesItemFacts(heading=f"Heading {place}", paragraphs=(each,))
        for place, each in enumerate(paragraphs)
    )
    facts = minutes_facts(items=items, says=tuple(filter(None, said)))

    def left(*omitted: S) -> list[int]:
        words = plain_text(compose(K.AGREED_MINUTES, facts, omitted=omitted))
        assert [f"Heading {n}" in words for n in range(4)] == [
            f"Says {n}." in words for n in range(4)
        ]
        return [n for n in range(4) if f"Says {n}." in words]

    assert left() == [0, 1, 2, 3]
    assert left(S.OPENING) == [2, 3]
    assert left(S.NEXT_MEETING) == [0, 1, 2]
    assert left(*S) == [2]


def test_what_a_kind_does_not_offer_is_not_looked_at():
    wished = set(S)
    assert SectionsShown.without(wished, of=K.AGENDA) == SectionsShown()
    shown = SectionsShown.without(wished, of=K.RULES)
    assert (shown.contents, shown.history, shown.signatures) == (False, False, True)
