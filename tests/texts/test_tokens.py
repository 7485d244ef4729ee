"""Texts are cut where a reader would put the marks, and go together again without a loss."""

import pytest
from hypothesis import given

from app.texts.blocks import Break, Note, Placeholder, Reference, ReferenceForm, Text
from app.texts.spacing import tidy
from app.texts.tokens import TokenKind, join_tokens, tokenize
from tests.texts.trees import inlines


def pieces(text: str) -> list[str]:
    return [token.key for token in tokenize((Text(text),))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Each Party", ["Each", " ", "Party"]),
        ("Decision 4/CMA.2", ["Decision", " ", "4", "/", "CMA", ".", "2"]),
        ("CO2", ["CO", "2"]),
        ("39–40", ["39", "–", "40"]),
        ("합동위원회는 2회 개최한다", ["합동위원회는", " ", "2", "회", " ", "개최한다"]),
        ("合同委員会", ["合", "同", "委", "員", "会"]),
        ("リスト", ["リ", "ス", "ト"]),
        ("Хамтарсан хороо", ["Хамтарсан", " ", "хороо"]),
        ("제6조第6条", ["제", "6", "조", "第", "6", "条"]),
        ("cafe\u0301s", ["cafe\u0301s"]),
        ("👩\u200d⚖️!", ["👩\u200d⚖️", "!"]),
        ("a \u00a0b", ["a", " \u00a0", "b"]),
    ],
)
def test_text_is_cut_into_words_numbers_marks_and_characters(text, expected):
    assert pieces(text) == expected


def test_hangul_beside_kanji_is_a_word_and_kanji_a_character():
    kinds = [token.kind for token in tokenize((Text("위원회 会議"),))]
    character = TokenKind.CHARACTER
    assert kinds == [TokenKind.WORD, TokenKind.BLANK, character, character]


def test_what_is_no_text_is_one_token():
    line = (Reference("a1"), Note((Text("See there."),)), Placeholder("date"), Break())
    kinds = [token.kind for token in tokenize(line)]
    assert kinds == [TokenKind.OBJECT] * 3 + [TokenKind.BLANK]


def test_a_reference_is_compared_by_its_target_and_form():
    full, last = Reference("a1"), Reference("a1", ReferenceForm.LAST)
    one, other, third = tokenize((full, last, Reference("a2")))
    assert len({one.key, other.key, third.key}) == 3
    (renamed,) = tokenize((Reference("x"),), targets={"x": "a1"})
    assert renamed.key == one.key


def test_two_notes_differ_if_a_word_in_them_does():
    one, other = tokenize((Note((Text("2019"),)), Note((Text("2020"),))))
    assert one.key != other.key


def test_no_text_is_taken_for_a_reference():
    (reference,) = tokenize((Reference("a1"),))
    assert reference.key not in pieces(reference.key)


@given(inlines)
def test_joined_tokens_are_the_line_they_were_cut_from(line):
    assert tidy(join_tokens(tokenize(line))) == tidy(line)


@given(inlines)
def test_tokens_say_all_of_the_text(line):
    words = "".join(inline.text for inline in line if isinstance(inline, Text))
    told = "".join(t.inline.text for t in tokenize(line) if isinstance(t.inline, Text))
    assert told == words
