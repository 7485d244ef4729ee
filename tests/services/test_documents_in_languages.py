"""The sample's first meeting in every language: what is stored is used, and nothing is guessed."""

import pytest

from app.clock import SystemClock
from app.documents.kinds import DocumentKind
from app.domain.decision import Decision
from app.domain.meeting import Meeting
from app.domain.party import NameKind
from app.domain.person import Person, PersonName
from app.services import documents
from app.store.workspace import Workspace
from app.texts.blocks import Text
from app.texts.numbering import number
from app.texts.walking import blocks_of, inlines_of, missing_facts, plain_text, provisions_of

GAPS = {
    "ko": "영어로만 있음, 한국어본 필요",
    "mn": "зөвхөн англи хэлээр; монгол хэлээр оруулна",
    "ja": "英語のみ、日本語文は追って記載",
}


@pytest.fixture
def sample(sample_copy, without_backup):
    with Workspace.open(sample_copy, clock=SystemClock(), actor="Bat") as workspace:
        yield workspace


@pytest.fixture
def first_meeting(sample):
    with sample.read() as reader:
        return reader.first(Meeting, code="JWG-1").id


def made(sample, meeting_id, kind, language):
    composed = documents.compose_for_meeting(
        sample, meeting_id=meeting_id, kind=kind, language=language
    )
    return composed.document


def words(document):
    return "\n".join(plain_text(inlines_of(block)) for block in blocks_of(document))


@pytest.mark.parametrize("language", GAPS)
@pytest.mark.parametrize(
    "kind",
    [
        DocumentKind.AGREED_MINUTES,
        DocumentKind.PARTICIPANTS,
        DocumentKind.AGENDA,
        DocumentKind.RULES,
    ],
)
def test_what_is_not_translated_makes_a_draft_that_says_so(sample, first_meeting, kind, language):
    document = made(sample, first_meeting, kind, language)
    assert GAPS[language] in missing_facts(document)
    assert document.draft
    assert document.language == language


def test_paragraphs_of_the_minutes_stay_in_the_language_they_were_agreed_in(sample, first_meeting):
    document = made(sample, first_meeting, DocumentKind.AGREED_MINUTES, "ko")
    english = [
        inline.text
        for block in blocks_of(document)
        for inline in inlines_of(block)
        if isinstance(inline, Text) and inline.language == "en"
    ]
    assert any(text.startswith("The two sides exchanged views") for text in english)
    assert "파리협정 제6.2조 이행 관련 국내 정책 교류" in words(document)


def test_names_stored_in_korean_are_used_and_posts_are_not_translated(sample, first_meeting):
    told = words(made(sample, first_meeting, DocumentKind.PARTICIPANTS, "ko"))
    assert "조계연" in told
    assert "외교부" in told
    assert "Cho Gye-yeon" not in told
    assert f"Bureau of the Ministry of Foreign Affairs [{GAPS['ko']}]" in told


def test_a_name_that_is_not_stored_in_mongolian_is_not_transcribed(sample, first_meeting):
    told = words(made(sample, first_meeting, DocumentKind.PARTICIPANTS, "mn"))
    assert f"Batkhishig Purevdoo [{GAPS['mn']}]" in told.replace("\n", " ")
    assert "Байгаль орчин, уур амьсгалын өөрчлөлтийн яам" in told


def test_an_honorific_is_printed_in_its_own_language_only(sample, first_meeting):
    with sample.write("Address") as work:
        person = work.first(Person, printed_name="Cho Gye-yeon")
        person.honorific = "선생"
        work.commit()
    korean = words(made(sample, first_meeting, DocumentKind.PARTICIPANTS, "ko"))
    japanese = words(made(sample, first_meeting, DocumentKind.PARTICIPANTS, "ja"))
    assert "조계연 선생" in korean
    assert "선생" not in japanese


def test_of_two_names_in_a_language_none_is_chosen(sample, first_meeting):
    with sample.write("Name") as work:
        person = work.first(Person, printed_name="Cho Gye-yeon")
        work.add(PersonName(person_id=person.id, kind=NameKind.ALIAS, language="ko", text="조계윤"))
        work.commit()
    told = words(made(sample, first_meeting, DocumentKind.PARTICIPANTS, "ko"))
    assert "조계" not in told
    assert f"Cho Gye-yeon [{GAPS['ko']}]" in told.replace("\n", " ")


@pytest.mark.parametrize(
    ("language", "first", "inserted"),
    [
        ("ko", "제1조", "제12조의2"),
        ("ja", "第1条", "第12条の2"),
        ("mn", "1 дүгээр зүйл", "12¹ дүгээр зүйл"),
    ],
)
def test_rules_are_numbered_in_the_language(sample, first_meeting, language, first, inserted):
    document = made(sample, first_meeting, DocumentKind.RULES, language)
    labels = number(document).labels
    assert labels["art_1"].text == first
    assert labels["art_12bis"].text == inserted


def test_a_provision_is_in_the_language_where_there_is_a_text_in_it(sample, first_meeting):
    document = made(sample, first_meeting, DocumentKind.RULES, "ko")
    provisions = {each.id: each for each in provisions_of(document)}
    assert plain_text(provisions["art_1"].heading) == "목적 및 적용 범위"
    untranslated = provisions["art_13"].heading
    assert untranslated[0] == Text("Validation", language="en")
    assert plain_text(untranslated) == f"Validation [{GAPS['ko']}]"


def test_english_rules_have_no_gap(sample, first_meeting):
    document = made(sample, first_meeting, DocumentKind.RULES, "en")
    assert missing_facts(document) == ()


@pytest.mark.parametrize(
    ("language", "title"),
    [("ko", "결정 2/JWG.1"), ("ja", "決定 2/JWG.1"), ("mn", "Шийдвэр 2/JWG.1")],
)
def test_a_decision_is_cited_in_the_language(sample, language, title):
    with sample.read() as reader:
        decision = reader.first(Decision, symbol="2/JWG.1")
    document = documents.compose_decision(sample, decision_id=decision.id, language=language)
    assert title in words(document.document)
    assert GAPS[language] in missing_facts(document.document)
