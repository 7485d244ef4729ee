import re
import unicodedata
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.rules import ProvisionKind
from app.texts.provision_draft import require_distinct, walk
from app.texts.reading.identities import to_drafts
from app.texts.reading.outcome import Doubt, Reading, ReadUnit
from app.texts.reading.outcome import walk as walk_units
from app.texts.reading.profiles import PROFILES
from app.texts.reading.reader import NoProfile, read
from app.texts.reading.source_lines import without_control_signs


def bare(words: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", words))


def tree(units: tuple[ReadUnit, ...] | list[ReadUnit], depth: int = 0) -> list[str]:
    told = []
    for unit in units:
        told.append(f"{'  ' * depth}{unit.label} {unit.heading}".rstrip())
        told += tree(unit.children, depth + 1)
    return told


def doubts(reading: Reading) -> list[Doubt]:
    return [remark.doubt for remark in reading.remarks]


def of(kind: ProvisionKind, reading: Reading) -> list[ReadUnit]:
    return [unit for unit in walk_units(reading.units) if unit.kind is kind]


RULES = dedent("""\
    Rules of Procedure of the Joint Committee

    CHAPTER I GENERAL
    Article 1 Composition and chair
    1. The Joint Committee consists of:
    (a) representatives of one side;
    (b) representatives of the other side, who
    (i) are nominated in writing;
    (ii) serve for two years.
    2. It is chaired in turn.
    Article 2
    Secretariat
    The chair carries out the tasks of secretary.
    Article 2 bis Languages
    The working language is English.
    CHAPTER II FINAL
    Article 3. These rules take effect on the day of their adoption.
    Annex 1
    Form of the list of participants
    """)


def test_parts_articles_and_lists_of_english_rules_are_found():
    reading = read(RULES, language="en")
    assert tree(reading.units) == [
        "CHAPTER I GENERAL",
        "  Article 1 Composition and chair",
        "    1.",
        "      (a)",
        "      (b)",
        "        (i)",
        "        (ii)",
        "    2.",
        "  Article 2 Secretariat",
        "  Article 2 bis Languages",
        "CHAPTER II FINAL",
        "  Article 3",
        "Annex 1 Form of the list of participants",
    ]
    assert reading.front == ("Rules of Procedure of the Joint Committee",)
    assert reading.remarks == ()


def test_a_sentence_in_the_line_of_an_article_is_its_text_and_not_its_heading():
    (article,) = [
        unit for unit in walk_units(read(RULES, language="en").units) if unit.label == "Article 3"
    ]
    assert article.text == "These rules take effect on the day of their adoption."


KOREAN = dedent("""\
    이행에 관한 세부 규칙
    제1장 총칙
    제1조(목적) 이 규칙은 협정의 이행에 필요한 사항을 정함을 목적으로 한다.
    제2조(정의) ① 이 규칙에서 사용하는 용어의 뜻은 다음과 같다.
    1. "공동위원회"란 제3조에 따라 설치된 위원회를 말한다.
    2. "사업"이란 다음 각 목의 활동을 말한다.
    가. 온실가스 감축
    나. 에너지 효율
    ② 제1항에도 불구하고 양측은 달리 정할 수 있다.
    제2조의2(적용) 이 규칙은 기존 사업에 적용한다.
    제3조(회의)
    1. 회의는 매년 연다.
    """)

JAPANESE = dedent("""\
    実施規則
    第一章　総則
    （目的）
    第一条　この規則は、目的を定める。
    （定義）
    第二条　この規則において、用語の意義は、次に定めるところによる。
    一　合同委員会　第三条に規定する委員会をいう。
    二　事業　次に掲げるものをいう。
    イ　排出削減
    ロ　吸収
    ２　前項の規定にかかわらず、双方は別に定めることができる。
    第二条の二　この規則は、既存の事業に適用する。
    """)

MONGOLIAN = dedent("""\
    Хэрэгжүүлэх журам
    НЭГДҮГЭЭР БҮЛЭГ. НИЙТЛЭГ ҮНДЭСЛЭЛ
    1 дүгээр зүйл. Зорилго
    1.1. Энэ журмын зорилго нь хэлэлцээрийг хэрэгжүүлэхэд оршино.
    1.2. Энэ журамд дараах нэр томьёог хэрэглэнэ:
    1.2.1. "Хамтарсан хороо" гэж 3 дугаар зүйлд заасан хороог;
    1.2.2. "төсөл" гэж дараах үйл ажиллагааг:
    а) ялгарлыг бууруулах;
    б) шингээлт.
    2 дугаар зүйл. Хурал
    2.1. Хурал жил бүр болно.
    """)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            KOREAN,
            "ko",
            [
                "제1장 총칙",
                "  제1조 목적",
                "  제2조 정의",
                "    ①",
                "      1.",
                "      2.",
                "        가.",
                "        나.",
                "    ②",
                "  제2조의2 적용",
                "  제3조 회의",
                "    1.",
            ],
        ),
        (
            JAPANESE,
            "ja",
            [
                "第一章 総則",
                "  第一条 目的",
                "  第二条 定義",
                "    一",
                "    二",
                "      イ",
                "      ロ",
                "    ２",
                "  第二条の二",
            ],
        ),
        (
            MONGOLIAN,
            "mn",
            [
                "НЭГДҮГЭЭР БҮЛЭГ НИЙТЛЭГ ҮНДЭСЛЭЛ",
                "  1 дүгээр зүйл Зорилго",
                "    1.1.",
                "    1.2.",
                "      1.2.1.",
                "      1.2.2.",
                "        а)",
                "        б)",
                "  2 дугаар зүйл Хурал",
                "    2.1.",
            ],
        ),
    ],
    ids=["ko", "ja", "mn"],
)
def test_each_language_is_taken_apart_as_its_drafters_number(text, language, expected):
    reading = read(text, language=language)
    assert tree(reading.units) == expected
    assert reading.remarks == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [(RULES, "en"), (KOREAN, "ko"), (JAPANESE, "ja"), (MONGOLIAN, "mn")],
    ids=["en", "ko", "ja", "mn"],
)
def test_no_word_of_a_text_is_lost_or_moved(text, language):
    assert bare(read(text, language=language).words()) == bare(text)


def test_the_same_provision_has_the_same_identity_in_every_language():
    korean = {draft.eid for draft, _, _ in walk(to_drafts(read(KOREAN, language="ko")))}
    japanese = {draft.eid for draft, _, _ in walk(to_drafts(read(JAPANESE, language="ja")))}
    assert {"chp_1", "art_1", "art_2", "art_2_bis"} <= korean & japanese
    assert "art_2__para_1__item_b__subitem_i" in korean


def test_the_i_after_h_is_a_letter_when_j_follows_and_a_numeral_when_ii_does():
    letters = "1. A list:\n" + "\n".join(f"({letter}) entry;" for letter in "abcdefghij")
    assert [unit.value for unit in of(ProvisionKind.ITEM, read(letters, language="en"))] == [
        *range(1, 11)
    ]
    below = "1. A list:\n" + "\n".join(f"({sign}) entry;" for sign in (*"abcdefgh", "i", "ii"))
    reading = read(below, language="en")
    assert [unit.value for unit in of(ProvisionKind.SUBITEM, reading)] == [1, 2]
    assert reading.remarks == ()


def test_a_wrapped_line_that_begins_with_an_article_is_no_new_article():
    text = dedent("""\
        Article 1 Scope
        These rules apply to every activity that both sides have authorised under
        Article 5 of the Agreement, and to the transfers that follow from such an
        Article 12 authorisation as long as it has not been withdrawn by the side
        that gave it in writing, and to nothing else whatever its name may happen
        to be in the records of the other side or in those of a third institution.

        Article 2 Meetings
        The Committee meets once a year, alternately in the capitals of both sides,
        and more often where the two chairs agree that there is need of a meeting.
        """)
    reading = read(text, language="en")
    assert [unit.label for unit in of(ProvisionKind.ARTICLE, reading)] == ["Article 1", "Article 2"]
    assert "under Article 5 of the Agreement" in reading.units[0].text
    assert bare(reading.words()) == bare(text)


def test_letters_set_wide_are_read_as_the_word_they_are():
    reading = read("A r t i c l e  1\nScope\nThese rules apply.\n", language="en")
    assert [unit.label for unit in reading.units] == ["Article 1"]
    assert Doubt.LETTER_SPACED in doubts(reading)


@pytest.mark.parametrize(
    ("numbers", "doubt"),
    [
        ((1, 2, 4), Doubt.GAP),
        ((1, 2, 2), Doubt.DOUBLE),
        ((1, 3, 2), Doubt.OUT_OF_ORDER),
        ((3, 4, 5), Doubt.STARTS_LATE),
    ],
)
def test_numbers_that_do_not_follow_are_told_with_their_line_and_kept(numbers, doubt):
    text = "\n".join(f"{number}. The Committee decides." for number in numbers)
    reading = read(text, language="en")
    assert doubt in doubts(reading)
    assert [unit.label for unit in reading.units] == [f"{number}." for number in numbers]


def test_words_after_a_list_stand_after_it_and_are_told():
    text = (
        "1. The Committee may:\n(a) meet;\n(b) write.\nIt does so as it sees fit.\n2. It decides."
    )
    reading = read(text, language="en")
    assert [child.label for child in reading.units[0].children] == ["(a)", "(b)", ""]
    assert doubts(reading) == [Doubt.CLOSING_WORDS]


def test_a_series_that_runs_through_the_chapters_is_no_gap():
    text = "I. Scope\n1. One.\n2. Two.\nII. Members\n3. Three.\n4. Four."
    reading = read(text, language="en")
    assert tree(reading.units) == ["I. Scope", "  1.", "  2.", "II. Members", "  3.", "  4."]
    assert reading.remarks == ()


def test_a_text_without_numbers_is_kept_whole_and_told():
    reading = read("The two sides met.\nThey parted as friends.", language="en")
    assert reading.front == ("The two sides met.", "They parted as friends.")
    assert doubts(reading) == [Doubt.NOTHING_NUMBERED]
    assert [draft.texts["en"] for draft in to_drafts(reading)] == list(reading.front)


def test_decomposed_letters_are_composed_and_told():
    reading = read(unicodedata.normalize("NFD", KOREAN), language="ko")
    assert doubts(reading) == [Doubt.DECOMPOSED]
    assert bare(reading.words()) == bare(KOREAN)


def test_an_unknown_language_is_refused_by_name():
    with pytest.raises(NoProfile, match="“fr”"):
        read("Article 1", language="fr")


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Article 1",
                "Article 2 bis Scope",
                "CHAPTER IV",
                "1. One",
                "(a) a;",
                "(i) i.",
                "(v)",
                "제1조(목적) 글",
                "① 글",
                "가. 글",
                "第一条　文",
                "（定義）",
                "イ　文",
                "2 дугаар зүйл.",
                "1.2. text",
                "1.2.3 text",
                "- bullet",
                "Annex",
                "A. Title",
                "IV. Title",
                "",
                "12",
                "а) үг",
            ]
        ),
        st.text(max_size=60),
    ),
    max_size=25,
)


@given(lines=LINES, language=st.sampled_from(sorted(PROFILES)))
def test_whatever_comes_no_word_is_lost_and_no_identity_is_given_twice(lines, language):
    text = "\n".join(lines)
    reading = read(text, language=language)
    text, _ = without_control_signs(text)
    left_out = [r.found for r in reading.remarks if r.doubt is Doubt.PAGE_MARK_LEFT_OUT]
    if any(r.doubt is Doubt.HEADING_MARKS for r in reading.remarks):
        marks = re.compile(r"\s*#{1,6}[ \t]*(?=[^#\s])")
        text = "\n".join(marks.sub("", line, count=1) if marks.match(line) else line
                         for line in text.splitlines())  # fmt: skip
    expected = sorted(bare(text))
    assert sorted(bare(reading.words()) + "".join(map(bare, left_out))) == expected
    require_distinct(to_drafts(reading))


def test_four_hundred_articles_are_read_without_a_doubt():
    text = "\n".join(
        f"Article {n} Title {n}\n1. One of {n}.\n2. Two of {n}." for n in range(1, 401)
    )
    reading = read(text, language="en")
    assert len(of(ProvisionKind.ARTICLE, reading)) == 400
    assert len(of(ProvisionKind.PARAGRAPH, reading)) == 800
    assert reading.remarks == ()
