"""A Mongolian ending agrees with the vowels of the number as it is read out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.texts.harmony import choose_ending, has_front_vowels

UNITS = ["тэг", "нэг", "хоёр", "гурав", "дөрөв", "тав", "зургаа", "долоо", "найм", "ес"]
TENS = ["", "арав", "хорь", "гуч", "дөч", "тавь", "жар", "дал", "ная", "ер"]
BACK = set("аоуяёю")


def last_word(number: int) -> str:
    """Return the last word of ``number`` when it is read out."""
    if number % 10 or number == 0:
        return UNITS[number % 10]
    if number % 100:
        return TENS[number % 100 // 10]
    return "зуу" if number % 1000 else "мянга"


@given(st.integers(0, 9999))
def test_the_ending_agrees_with_the_last_word_of_the_number(number):
    assert has_front_vowels(number) is not bool(BACK & set(last_word(number)))


def test_all_numbers_up_to_two_hundred_agree():
    wrong = [
        number
        for number in range(201)
        if has_front_vowels(number) is bool(BACK & set(last_word(number)))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("number", "ending"),
    [(1, "дүгээр"), (2, "дугаар"), (9, "дүгээр"), (10, "дугаар"), (40, "дүгээр"), (100, "дугаар")],
)
def test_the_ending_is_chosen(number, ending):
    assert choose_ending(number, back="дугаар", front="дүгээр") == ending
