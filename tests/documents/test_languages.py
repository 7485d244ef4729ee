"""A document in any language says the same in its own words, and shows what is not translated."""

import re
from dataclasses import replace

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from app import paths
from app.documents.compose import FactsMissing, compose
from app.documents.facts import DelegateFacts, DelegationFacts, PartyFacts
from app.documents.kinds import DocumentKind
from app.documents.word import write
from app.domain.names import Untranslated
from app.texts.blocks import Placeholder, Signatures, Text
from app.texts.walking import blocks_of, inlines_of, missing_facts
from tests.documents.facts_builders import MEETING, complete_minutes_facts
from tests.documents.invariants import WordFile, find_faults
from tests.documents.language_samples import (
    LANGUAGES,
    all_in_language,
    documents_in_languages,
    minutes_in,
)
from tests.documents.language_words import WORDS
from tests.documents.plain import write_plain

MINUTES = DocumentKind.AGREED_MINUTES
DOCUMENTS = documents_in_languages()
KINDS = tuple(all_in_language("ko"))
SYMBOLS = {"JWG", "INF", "MINUTES", "A1", "A2", "RULES", "V2", "II", "ii"}
NAMED = {
    ("ko", "KR"): "대한민국과 몽골 간 기후변화 협력 공동위원회",
    ("ko", "MN"): "몽골과 대한민국 간 기후변화 협력 공동위원회",
    ("ja", "KR"): "大韓民国とモンゴル国との間の気候変動協力合同作業部会",
    ("ja", "MN"): "モンゴル国と大韓民国との間の気候変動協力合同作業部会",
    ("mn", "KR"): "Бүгд Найрамдах Солонгос Улс, Монгол Улс хоорондын Уур амьсгалын",
    ("mn", "MN"): "Монгол Улс, Бүгд Найрамдах Солонгос Улс хоорондын Уур амьсгалын",
}


def minutes(language, **changes):
    return minutes_in(WORDS[language], language, **changes)


def foreign(document):
    """Return the words of ``document`` that are in another language, with that language."""
    return [
        (inline.text, inline.language)
        for block in blocks_of(document)
        for inline in inlines_of(block)
        if isinstance(inline, Text) and inline.language
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_there_is_a_template_of_every_kind_in_every_language(kind, language):
    name = f"{kind.value.replace('-', '_')}.{language}.xml.jinja"
    assert (paths.template_folder() / name).is_file()


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_nothing_is_missing_where_every_fact_is_there(name):
    assert missing_facts(DOCUMENTS[name]) == ()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_complete_can_be_issued_and_is_valid(language, kind, tmp_path):
    facts = all_in_language(language)[kind]
    content = write(compose(kind, facts, language=language, draft=False))
    header = WordFile(content).parts["word/headerPortrait.xml"]
    path = tmp_path / "issued.docx"
    path.write_bytes(content)
    audited = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    assert [str(error) for error in audited.errors] == []
    assert find_faults(content) == []
    assert b"PowerPlusWaterMarkObject" not in header


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_no_english_word_is_left(name):
    words = set(re.findall(r"[A-Za-z]{2,}[0-9]?", write_plain(DOCUMENTS[name])))
    assert words <= SYMBOLS


@pytest.mark.parametrize("name", [name for name in sorted(DOCUMENTS) if name.endswith("-ja")])
def test_japanese_has_its_own_quotation_marks_brackets_and_stops(name):
    told = write_plain(DOCUMENTS[name])
    own = re.sub(r"^\([ァ-ヴ]+\)|\([ァ-ヴ]+\)|\([ivx]+\)|^\d+\. ", "", told, flags=re.MULTILINE)
    own = re.sub(r"JWG\.\d|\d\.\d", "", own)
    assert re.findall(r"[“”\"(),;:]", own) == []
    assert re.findall(r"[ぁ-ん一-龠] [ぁ-ん]", own) == []


@pytest.mark.parametrize(("language", "holder"), NAMED)
def test_each_original_names_its_party_first_and_has_it_sign_left(language, holder):
    document = compose(MINUTES, minutes(language), language=language, original_of=holder)
    assert NAMED[language, holder] in write_plain(document)
    (block,) = (b for b in blocks_of(document) if isinstance(b, Signatures))
    other = "MN" if holder == "KR" else "KR"
    assert [each.party for each in block.signatories] == [holder, other]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ko", "(이하 “공동위원회”라 한다) 제1차 회의가 2025년 5월 27일 화요일 울란바토르에서"),
        ("ko", "대한민국 대표단은 홍길동 외교부 심의관을 수석대표로 하였다."),
        ("ko", "양측은 의제를 채택하였으며, 채택된 의제는 부속서 2에 수록되어 있다."),
        ("ko", "각각 한국어 및 영어로 원본 2부를 작성하였다."),
        ("ko", "한국 측을 대표하여"),
        ("ja", "第1回会合は、2025年5月27日（火）、ウランバートルにおいて、対面及びオンライン"),
        ("ja", "大韓民国代表団は、洪吉童（外交部 審議官）が首席代表を務めた。"),
        ("ja", "双方は、附属書2の議題を採択した。"),
        ("ja", "それぞれ日本語及び英語により原本2通を作成した。"),
        ("mn", "Нэгдүгээр хурлаа 2025 оны 5 дугаар сарын 27-ны өдөр, Мягмар гараг, Улаанбаатар"),
        ("mn", "Солонгосын талын төлөөлөгчдийг Гадаад хэргийн яам, захирлын орлогч Хон Гил Дон"),
        ("mn", "Талууд хэлэлцэх асуудлыг баталж, Хавсралт 2 хэсэгт хавсаргав."),
        ("mn", "тус бүр монгол, англи хэлээр 2 эх хувь үйлдэв."),
    ],
)
def test_minutes_speak_as_records_of_that_language_do(language, sentence):
    assert sentence in write_plain(DOCUMENTS[f"agreed-minutes-{language}"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_party_or_three_are_named_too(language):
    three = tuple(
        PartyFacts(code=f"P{number}", name=name, heading=name)
        for number, name in enumerate(("가나", "다람", "마바"))
    )
    said = {
        "ko": ("가나 기후", "가나, 다람과 마바 간 기후"),
        "ja": ("가나の気候", "가나、다람及び마바の間の気候"),
        "mn": ("가나 Уур", "가나, 다람, 마바 хоорондын Уур"),
    }[language]
    for parties, words in ((three[:1], said[0]), (three, said[1])):
        told = write_plain(compose(MINUTES, _between(language, parties), language=language))
        assert words in told


def _between(language, parties):
    delegations = tuple(DelegationFacts(id=party.code, party=party) for party in parties)
    return minutes(language, parties=parties, delegations=delegations)


def test_the_sides_are_two_only_where_they_are_two():
    parties = (
        *minutes("ko").parties,
        PartyFacts(code="JP", name="일본국", heading="일본국", adjective="일본"),
    )
    told = write_plain(compose(MINUTES, _between("ko", parties), language="ko"))
    assert "각 측은 의제를 채택하였으며" in told
    assert "양측은 의제" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_in_mongolian_and_elsewhere_stand_as_they_are_stored(language):
    told = write_plain(DOCUMENTS[f"agreed-minutes-{language}"])
    for name, post, office in WORDS[language].heads:
        assert name in told
        assert post in told
        assert office in told


@pytest.mark.parametrize(
    ("language", "printed"), [("ko", "홍길동 님"), ("ja", "洪吉童氏"), ("mn", "ноён Хон Гил Дон")]
)
def test_an_honorific_stands_where_the_language_puts_it_and_only_if_it_was_given(language, printed):
    honorific = printed.replace(WORDS[language].heads[0][0], "").strip()
    facts = minutes(language)
    first, *others = facts.delegations
    head = replace(first.head, honorific=honorific)
    facts = replace(facts, delegations=(replace(first, head=head), *others))
    assert printed in write_plain(compose(MINUTES, facts, language=language))
    assert printed not in write_plain(DOCUMENTS[f"agreed-minutes-{language}"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_in_another_language_are_printed_in_it_and_are_a_gap(language):
    text = Untranslated("The two sides\nexchanged <views> & agreed.", "en")
    item = minutes(language).items[0]
    facts = minutes(
        language,
        items=(replace(item, paragraphs=(replace(item.paragraphs[0], text=text),)),),
    )
    document = compose(MINUTES, facts, language=language)
    assert foreign(document) == [("The two sides", "en"), ("exchanged <views> & agreed.", "en")]
    (gap,) = missing_facts(document)
    assert gap in write_plain(document)
    with pytest.raises(FactsMissing):
        compose(MINUTES, facts, language=language, draft=False)


def test_english_too_says_what_is_not_in_english():
    facts = complete_minutes_facts()
    item = replace(facts.items[0], heading=Untranslated("국내 정책 교류", "ko"))
    document = compose(MINUTES, replace(facts, items=(item,)))
    assert foreign(document) == [("국내 정책 교류", "ko")]
    assert missing_facts(document) == ("Korean text; English to be supplied",)


def test_what_stands_in_the_properties_of_the_file_has_no_marks():
    body = replace(minutes("ko").body, name=Untranslated("Joint Working Group", "en"))
    document = compose(MINUTES, minutes("ko", body=body), language="ko")
    assert document.subject == "Joint Working Group"
    assert document.title == "대한민국과 몽골 간 Joint Working Group 제1차 회의 합의의사록"
    assert ("Joint Working Group", "en") in foreign(document)


def test_both_forms_of_a_particle_follow_a_post_that_is_not_translated():
    facts = minutes("ko")
    first, second = facts.delegations
    head = DelegateFacts(id="h", name="홍길동", post=Untranslated("Director", "en"))
    facts = replace(facts, delegations=(replace(first, head=head), second))
    told = write_plain(compose(MINUTES, facts, language="ko"))
    assert "홍길동 Director [영어로만 있음, 한국어본 필요]을(를) 수석대표로 하였다." in told


@pytest.mark.parametrize(
    ("language", "gaps"),
    [
        ("ko", {"장소 확인 필요", "일자 확인 필요", "수석대표 확인 필요", "서명일 확인 필요"}),
        ("ja", {"場所は要確認", "日付は要確認", "首席代表は要確認", "署名日は要確認"}),
        ("mn", {"газар: тодруулна", "огноо: тодруулна", "төлөөлөгчдийн тэргүүн: тодруулна"}),
    ],
)
def test_gaps_are_named_in_the_language_of_the_document(language, gaps):
    facts = _between(language, minutes(language).parties)
    facts = replace(
        facts,
        meeting=replace(MEETING, ordinal=None, starts_on=None, place=None, mode=None),
        next_meeting=None,
        signed_on=None,
        signed_at=None,
        items=(),
        actions=(),
        agenda=(),
    )
    document = compose(MINUTES, facts, language=language)
    found = {
        inline.what
        for block in blocks_of(document)
        for inline in inlines_of(block)
        if isinstance(inline, Placeholder)
    }
    assert gaps <= found
    assert not re.search("[A-Za-z]", "".join(found))


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("ko", ('w:eastAsia="Batang"', 'w:eastAsia="ko-KR"')),
        ("ja", ('w:eastAsia="MS Mincho"', 'w:eastAsia="ja-JP"')),
        ("mn", ('w:ascii="Times New Roman"', 'w:val="mn-MN"')),
    ],
)
def test_word_is_told_font_and_language(language, marks):
    styles = WordFile(write(DOCUMENTS[f"agenda-{language}"])).parts["word/styles.xml"].decode()
    defaults = styles.partition("</w:docDefaults>")[0]
    assert all(mark in defaults for mark in marks)


@pytest.mark.parametrize(("language", "slanted"), [("en", True), ("mn", True), ("ko", False)])
def test_hangul_is_never_slanted(language, slanted):
    document = replace(DOCUMENTS["agenda-mn"], language=language)
    styles = WordFile(write(document)).parts["word/styles.xml"].decode()
    assert ("<w:i/>" in styles) is slanted


def test_runs_in_another_language_are_marked_for_word():
    text = Untranslated("The two sides agreed.", "en")
    item = minutes("mn").items[0]
    facts = minutes("mn", items=(replace(item, heading=text),))
    main = WordFile(write(compose(MINUTES, facts, language="mn"))).parts["word/document.xml"]
    marked = r'<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">The two sides agreed\.'
    assert re.search(marked, main.decode())
