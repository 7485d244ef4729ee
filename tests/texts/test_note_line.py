from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.texts.note_line import (
    ALL_SIDES,
    NoteFault,
    NoteKind,
    NoteLine,
    NoteProblem,
    read_note_line,
    side_words,
)

SIDES = side_words(
    [
        ("KR", ["Republic of Korea", "Korean", "대한민국", "한국", "Солонгос", "大韓民国", "韓国"]),
        ("MN", ["Mongolia", "Mongolian", "몽골", "Монгол", "モンゴル"]),
    ]
)
DAY = date(2026, 12, 15)


def read(line: str) -> NoteLine | NoteFault:
    return read_note_line(line, sides=SIDES)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("D: The rules are adopted.", "The rules are adopted."),
        ("d:The rules are adopted.", "The rules are adopted."),
        ("Ｄ：　規則を採択した。", "規則を採択した。"),
        ("決定：規則を採択した。", "規則を採択した。"),
        ("ㅇ: 세부규칙을 채택하였다.", "세부규칙을 채택하였다."),
        ("결정: 세부규칙을 채택하였다.", "세부규칙을 채택하였다."),
        ("Шийдвэр: Журмыг батлав.", "Журмыг батлав."),
        ("D: at 12:30: all agreed", "at 12:30: all agreed"),
    ],
)
def test_a_decision_is_noted_in_every_language(line: str, text: str) -> None:
    assert read(line) == NoteLine(NoteKind.DECISION, text)


@pytest.mark.parametrize(
    ("line", "side", "text"),
    [
        ("A: KR, 15 Dec 2026: Send the draft", "KR", "Send the draft"),
        ("A: kr, 2026-12-15: Send the draft", "KR", "Send the draft"),
        ("A: the Korean side, December 15, 2026: Send the draft", "KR", "Send the draft"),
        ("A: both, 15.12.2026: Send the draft", ALL_SIDES, "Send the draft"),
        ("ㅁ: 한국 측, 2026년 12월 15일: 초안 송부", "KR", "초안 송부"),
        ("조치: 양측, 2026-12-15까지: 초안 송부", ALL_SIDES, "초안 송부"),
        ("A： モンゴル側、2026年12月15日：草案を送付", "MN", "草案を送付"),
        ("Үүрэг: Монголын тал, 2026 оны 12 сарын 15: Төслийг илгээх", "MN", "Төслийг илгээх"),
        (
            "A: MN, 15 Dec 2026: see https://example.org: annex",
            "MN",
            "see https://example.org: annex",
        ),
    ],
)
def test_an_action_item_has_a_side_and_a_day(line: str, side: str, text: str) -> None:
    assert read(line) == NoteLine(NoteKind.ACTION, text, side, DAY)


def test_an_action_item_may_be_due_by_words_or_have_no_day() -> None:
    due = read("A: MN, before the next meeting: Answer")
    assert due == NoteLine(NoteKind.ACTION, "Answer", "MN", None, "before the next meeting")
    assert read("A: MN: Answer") == NoteLine(NoteKind.ACTION, "Answer", "MN")


@pytest.mark.parametrize(
    ("line", "problem", "words"),
    [
        ("A: Send the draft", NoteProblem.SIDE_MISSING, ""),
        ("A: , 15 Dec 2026: Send", NoteProblem.SIDE_MISSING, ""),
        ("A: JP, 15 Dec 2026: Send", NoteProblem.SIDE_UNKNOWN, "JP"),
        ("A: KR, 31 Feb 2026: Send", NoteProblem.NO_SUCH_DAY, "31 Feb 2026"),
        ("A: KR, 03/04/2026: Send", NoteProblem.DAY_UNCLEAR, "03/04/2026"),
        ("A: KR, 15 Dec 2026:", NoteProblem.NOTHING_SAID, ""),
        ("A:", NoteProblem.NOTHING_SAID, ""),
        ("D:  ", NoteProblem.NOTHING_SAID, ""),
        ("N: KR:", NoteProblem.NOTHING_SAID, ""),
        ("+", NoteProblem.NAME_MISSING, ""),
        ("   ", NoteProblem.NOTHING_SAID, ""),
    ],
)
def test_a_line_that_breaks_its_grammar_says_why(
    line: str, problem: NoteProblem, words: str
) -> None:
    assert read(line) == NoteFault(problem, words)


def test_what_was_noted_may_name_the_side() -> None:
    assert read("N: the schedule") == NoteLine(NoteKind.NOTED, "the schedule")
    assert read("N: KR: the schedule") == NoteLine(NoteKind.NOTED, "the schedule", "KR")
    assert read("ㅜ: 몽골: 일정") == NoteLine(NoteKind.NOTED, "일정", "MN")
    assert read("N: Note: a remark") == NoteLine(NoteKind.NOTED, "Note: a remark")


def test_a_line_that_begins_with_a_side_is_its_statement() -> None:
    assert read("KR: explained its NDC") == NoteLine(NoteKind.STATED, "explained its NDC", "KR")
    assert read("Монголын тал: танилцуулав") == NoteLine(NoteKind.STATED, "танилцуулав", "MN")


@pytest.mark.parametrize("line", ["+ Cho Gye-yeon", "＋Cho Gye-yeon", "P+ Cho Gye-yeon"])
def test_a_plus_notes_who_attended(line: str) -> None:
    assert read(line) == NoteLine(NoteKind.ATTENDED, "Cho Gye-yeon")


@pytest.mark.parametrize(
    "line", ["12:30 resumed", "+5 °C by 2050", "See https://example.org", "Agreed: all of it"]
)
def test_anything_else_is_a_plain_sentence(line: str) -> None:
    assert read(line) == NoteLine(NoteKind.PLAIN, line)


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_and_no_word_is_made_up(line: str) -> None:
    found = read(line)
    if isinstance(found, NoteLine):
        assert found.text
        assert found.text in line
    else:
        assert found.words in line


_words = st.text(
    st.characters(whitelist_categories=("Lu", "Ll", "Lo", "Nd")), min_size=1, max_size=20
)


@given(
    side=st.sampled_from(
        [("KR", "KR"), ("Korean", "KR"), ("한국", "KR"), ("both", ALL_SIDES), ("モンゴル", "MN")]
    ),
    day=st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)),
    words=st.lists(_words, min_size=1, max_size=8),
    colon=st.sampled_from([":", "：", " : "]),
    comma=st.sampled_from([",", "，", "、", ", "]),
)
def test_an_action_line_comes_back_as_it_was_put_together(
    side: tuple[str, str], day: date, words: list[str], colon: str, comma: str
) -> None:
    named, code = side
    text = " ".join(words)
    found = read(f"A{colon}{named}{comma}{day.isoformat()}{colon} {text}")
    assert found == NoteLine(NoteKind.ACTION, text, code, day)
