import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.texts.alphabet import alphabet_key
from app.texts.invisible import clear_invisible


@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        (unicodedata.normalize("NFD", "조계연"), "조계연"),
        (unicodedata.normalize("NFD", "Ōkōchi"), "Ōkōchi"),
        ("\u200fCho\u200e Gye\u202e-yeon\u202c", "Cho Gye-yeon"),
        ("\ufeffCho\u200b", "Cho"),
        ("Cho\u00a0\u3000 Gye-yeon ", "Cho Gye-yeon"),
        ("a\x00b\x07", "ab"),
        ("first\r\n\r\nsecond", "first\nsecond"),
        ("葛\U000e0100飾", "葛\U000e0100飾"),
        ("  plain   words ", "plain words"),
        ("\u200f\u200b", ""),
    ],
)
def test_what_nobody_sees_is_taken_away_and_what_is_seen_stays(pasted, plain):
    assert clear_invisible(pasted) == plain


@given(st.text())
def test_what_was_cleared_once_stays_as_it_is(text):
    once = clear_invisible(text)

    assert clear_invisible(once) == once


def test_each_language_has_its_own_alphabet():
    mongolian = ["Өмнөговь", "Пүрэв", "Орхон", "Увс", "Үнэ", "Ёндон", "Ерөө"]

    assert sorted(mongolian, key=lambda name: alphabet_key(name, "mn")) == [
        "Ерөө",
        "Ёндон",
        "Орхон",
        "Өмнөговь",
        "Пүрэв",
        "Увс",
        "Үнэ",
    ]
    assert alphabet_key("Österreich", "en") < alphabet_key("Portugal", "en")
    assert alphabet_key("대한민국", "ko") < alphabet_key("몽골", "ko")
