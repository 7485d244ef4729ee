"""Texts that are numbered and broken as badly as real ones: each is read as a person reads it."""

from textwrap import dedent

import pytest

from app.texts.reading.outcome import Doubt, Reading, ReadUnit
from app.texts.reading.reader import read

_SIGNS = {
    "annex": "N", "part": "P", "chapter": "C", "section": "S", "article": "A", "paragraph": "p",
    "item": "i", "subitem": "s",
}  # fmt: skip


def outline(reading: Reading) -> list[str]:
    """Return each unit as its kind and its number, one space for each level."""
    return [f"{' ' * depth}{_SIGNS[unit.kind]} {unit.label}" for unit, depth in _all(reading.units)]


def _all(units, depth: int = 0):
    for unit in units:
        yield unit, depth
        yield from _all(unit.children, depth + 1)


def unit_of(reading: Reading, label: str) -> ReadUnit:
    return next(unit for unit, _ in _all(reading.units) if unit.label == label)


def doubts(reading: Reading) -> list[tuple[str, int]]:
    return [(each.doubt.value, each.line) for each in reading.remarks]


def test_headings_that_were_set_wide_are_read_in_english_and_mongolian():
    english = read(
        "A g r e e m e n t\n\nC H A P T E R   I   G E N E R A L   R U L E S\n"
        "A r t i c l e  1   Scope\n1. These rules apply.\nA R T I C L E   2\nMeetings\n",
        language="en",
    )
    assert outline(english) == ["C CHAPTER I", " A Article 1", "  p 1.", " A ARTICLE 2"]
    assert english.units[0].heading == "GENERAL RULES"
    assert doubts(english) == [("letter-spaced", 3), ("letter-spaced", 4), ("letter-spaced", 6)]
    mongolian = read(
        "Н Э Г Д Ү Г Э Э Р   Б Ү Л Э Г\nНИЙТЛЭГ ҮНДЭСЛЭЛ\n"
        "1 д ү г э э р  з ү й л .  З о р и л г о\n1.1 Энэ журам хорооны ажлыг зохицуулна.\n",
        language="mn",
    )
    assert outline(mongolian) == ["C НЭГДҮГЭЭР БҮЛЭГ", " A 1 дүгээр зүйл", "  p 1.1"]
    assert unit_of(mongolian, "1 дүгээр зүйл").heading == "Зорилго"


def test_headings_that_were_set_wide_are_read_in_korean_and_japanese():
    korean = read(
        "제 1 조  ( 목 적 )\n규칙을 정한다.\n부 칙\n제1조(시행일) 시행한다.\n", language="ko"
    )
    assert outline(korean) == ["A 제 1 조", "N 부 칙", " A 제1조"]
    assert Doubt.OUT_OF_ORDER not in [each.doubt for each in korean.remarks]
    japanese = read(
        "第　１　条　（目　的）\n規則を定める。\n第 2 条（会議）\n1 会議は、毎年開催する。\n"
        "2 議長は、交互に務める。\n附　則\n１　この規則は、採択の日から施行する。\n",
        language="ja",
    )
    assert outline(japanese) == ["A 第　１　条", "A 第 2 条", " p 1", " p 2", "N 附　則", " p １"]


WRAPPED = {
    "en": (
        """\
        ARTICLE 1
        Purpose
        1. The purpose of these rules is to set out how the Committee works under
        Article 6 of the Agreement and how it takes its decisions between two
        meetings, including those referred to in paragraph
        2. of Article 4 of the same Agreement, which remain in force until the end of
        2030. The Committee may review them at any time.
        2. The Committee shall:
        (a) meet once a year, in turn in the capital of each side, or by electronic
        means where both sides so agree;
        (b) keep a register of projects, with the credits that were issued for each of
        them.

        - 2 -

        ARTICLE 2
        Secretariat
        The secretariat is provided by the side that hosts the next meeting. It keeps
        the records of the Committee.
        """,
        ["A ARTICLE 1", " p 1.", " p 2.", "  i (a)", "  i (b)", "A ARTICLE 2"],
        "in paragraph 2. of Article 4 of the same Agreement",
    ),
    "ko": (
        """\
        제1조(목적) 이 규칙은 대한민국 정부와 몽골 정부 간의 협력에 관한 협정
        제6조에 따라 설치된 공동위원회의 구성과 운영에 필요한 사항을 정함을 그
        목적으로 한다.

        제2조(구성) ① 위원회는 양측의 대표로 구성하며, 각 측의 대표는 각 정부가
        제3조에 따라 지명하는 사람으로 한다. 대표가 회의에 참석할 수 없는 때에는
        그가 지명하는 사람이 대신 참석할 수 있다.
        ② 위원회의 의장은 회의를 개최하는 측의 대표가 맡으며, 그 임기는 다음 번
        회의가 열릴 때까지로 한다.
        1. 의장은 회의를 소집하고 회의의 의제를 정하며, 합의된 의사록에 서명하는
        일을 한다.

        제3조(사무국) 사무국은 양측이 각각 두며, 서면으로 서로 알리고 회의에 필요한
        문서를 준비한다.
        """,
        ["A 제1조", "A 제2조", " p ①", " p ②", "  i 1.", "A 제3조"],
        "협력에 관한 협정 제6조에 따라",
    ),
    "ja": (
        """\
        第1条 この規則は、日本国政府とモンゴル国政府との間の協力に関する協定に基
        づき設置された合同委員会の構成及び運営に関し必要な事項を定めることを目的
        とする。

        第2条 委員会は、双方の代表者により構成し、その議長は、会議を開催する側の
        代表者が務めるものとし、その任期は、次の会議が開催されるまでの間とする。
        ２　議長は、会議を招集し、議題を定め、合意された議事録に署名するものとし、
        第3条の規定により、その事務を他の者に行わせることができる。
        一　会議の招集に関する事務のうち、議長が定めるもの及び書面によるものを除く
        もの

        第3条 事務局は、双方がそれぞれ置くものとし、書面により相互に通知し、会議に
        必要な文書を準備する。
        """,
        ["A 第1条", "A 第2条", " p ２", "  i 一", "A 第3条"],
        "協力に関する協定に基づき設置された",
    ),
    "mn": (
        """\
        1 дүгээр зүйл. Зорилго
        1.1. Энэ журмын зорилго нь Бүгд Найрамдах Солонгос Улсын Засгийн газар болон
        Монгол Улсын Засгийн газар хоорондын хэлэлцээрийн дагуу, тухайлбал түүний
        6 дугаар зүйлийн дагуу байгуулсан хамтарсан хорооны бүрэлдэхүүн, үйл
        ажиллагааны журмыг тогтооход оршино.
        1.2. Хорооны даргыг хурал зохион байгуулж буй талын төлөөлөгч хийх бөгөөд
        түүний бүрэн эрхийн хугацаа дараагийн хурал хүртэл үргэлжилнэ.
        1.2.1. дарга хурлыг зарлан хуралдуулж, хэлэлцэх асуудлыг тогтоож, тэмдэглэлд
        гарын үсэг зурна;

        2 дугаар зүйл. Нарийн бичгийн дарга нарын газар
        2.1. Нарийн бичгийн дарга нарын газрыг талууд тус тусдаа байгуулж, хуралд
        шаардлагатай баримт бичгийг бэлтгэнэ.
        """,
        ["A 1 дүгээр зүйл", " p 1.1.", " p 1.2.", "  i 1.2.1.", "A 2 дугаар зүйл", " p 2.1."],
        "тухайлбал түүний 6 дугаар зүйлийн дагуу",
    ),
}


@pytest.mark.parametrize("language", WRAPPED)
def test_lines_that_end_with_the_page_become_paragraphs(language):
    text, expected, sentence = WRAPPED[language]
    reading = read(dedent(text), language=language)
    assert outline(reading) == expected
    assert sentence in reading.words()
    assert Doubt.LINES_JOINED in [each.doubt for each in reading.remarks]
    assert Doubt.DOUBLE not in [each.doubt for each in reading.remarks]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "(h) eight:\n(i) first\n(ii) second\n(i) nine;\n(j) ten.",
            [" i (h)", "  s (i)", "  s (ii)", " i (i)", " i (j)"],
        ),
        (
            "(h) eight;\n(i) nine:\n(i) first\n(ii) second\n(j) ten;",
            [" i (h)", " i (i)", "  s (i)", "  s (ii)", " i (j)"],
        ),
        ("(i) one;\n(ii) two;\n(iii) three;", [" i (i)", " i (ii)", " i (iii)"]),
        (
            "(a) one:\n(1) deeper\n(2) deeper\n(b)\n(1) again\n(c) three",
            [" i (a)", "  s (1)", "  s (2)", " i (b)", "  s (1)", " i (c)"],
        ),
    ],
)
def test_a_letter_or_a_numeral_as_its_list_goes_on(lines, expected):
    assert outline(read(f"Article 1\n{lines}\n", language="en")) == ["A Article 1", *expected]


def test_gaps_and_doubles_keep_their_numbers_and_are_told():
    reading = read(
        "I. Scope\n1. One.\n1. One again.\nII. Members\n4. Four.\nV. Late\n5. Five.\n"
        "V. Late again\n",
        language="en",
    )
    assert outline(reading) == [
        "C I.", " p 1.", " p 1.", "C II.", " p 4.", "C V.", " p 5.", "C V.",
    ]  # fmt: skip
    assert doubts(reading) == [("starts-again", 3), ("starts-late", 5), ("gap", 6), ("double", 8)]


def test_headings_marked_with_signs_and_bare_numbers_are_read():
    reading = read(
        "#### Agreed Minutes\n### PART  A\n### 1\nThe delegations met.\n### 2\nThey agreed:\n"
        "(a)\n(1) on one;\n(2) on two.\n(b) on three.\n### PART  B\n### 1\nThey parted.\n"
        "IN WITNESS WHEREOF, they have signed.\n### Appendix\n### List of products\n1.Wood.\n",
        language="en",
    )
    assert reading.front == ("Agreed Minutes",)
    assert outline(reading) == [
        "P PART A", " p 1", " p 2", "  i (a)", "   s (1)", "   s (2)", "  i (b)",
        "P PART B", " p 1", "p ", "N Appendix", " p 1.",
    ]  # fmt: skip
    assert unit_of(reading, "Appendix").heading == "List of products"
    assert doubts(reading) == [("heading-marks", 1), ("closing-words", 14)]


def test_a_table_after_the_last_paragraph_is_no_part_of_it():
    reading = read(
        "1. These rules apply.\n2. They may be amended.\nDocument history\n| Version | Day |\n"
        "| 2 | Revision of paragraph 1 |\n",
        language="en",
    )
    assert [unit.text for unit in reading.units] == [
        "These rules apply.",
        "They may be amended.",
        "Document history\n| Version | Day |\n| 2 | Revision of paragraph 1 |",
    ]
    assert doubts(reading) == [("closing-words", 3)]


def test_a_number_that_is_left_over_is_no_provision():
    reading = read("1. One.\n2. Two.\n1.\nAnnex\nForm\n1. One.\nI.\n", language="en")
    assert outline(reading) == ["p 1.", "p 2.", "p ", "N Annex", " p 1.", " p "]
    assert doubts(reading) == [("stray-number", 3), ("stray-number", 7)]
    assert reading.units[1].text == "Two."


def test_annexes_with_letters_are_counted_as_letters():
    reading = read("1. One.\nAnnex A\nAnnex B\nAnnex C\nAnnex D\n", language="en")
    assert [unit.value for unit in reading.units] == [1, 1, 2, 3, 4]


def test_an_inserted_article_in_mongolian_bears_a_raised_figure():
    reading = read(
        "2 дугаар зүйл. Хурал\n2.1. Хурал болно.\n2¹ дүгээр зүйл. Нэмэлт\n2¹.1. Нэмэлт заалт.\n",
        language="mn",
    )
    assert outline(reading) == ["A 2 дугаар зүйл", " p 2.1.", "A 2¹ дүгээр зүйл", " p 2¹.1."]
    assert doubts(reading) == []


def test_spaces_that_do_not_break_and_signs_nobody_sees():
    reading = read("Article\u00a01\u2003Scope\n1.\u00a0Of Article\u00a06\x07.\n", language="en")
    assert outline(reading) == ["A Article\u00a01", " p 1."]
    assert unit_of(reading, "1.").text == "Of Article\u00a06."
    assert [(each.doubt, each.found) for each in reading.remarks] == [(Doubt.CONTROL_SIGNS, "1")]
