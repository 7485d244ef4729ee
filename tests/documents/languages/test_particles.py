"""A Korean particle agrees with the sound that the word before it ends in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.languages.particles import attach, choose, find_final, write_both


@pytest.mark.parametrize(
    ("word", "particle", "written"),
    [
        ("대한민국", "과/와", "대한민국과"),
        ("몽골", "과/와", "몽골과"),
        ("일본", "은/는", "일본은"),
        ("공동위원회", "이/가", "공동위원회가"),
        ("양측", "을/를", "양측을"),
        ("서울", "으로/로", "서울로"),
        ("부산", "으로/로", "부산으로"),
        ("제주", "으로/로", "제주로"),
        ("공동위원회", "이라/라", "공동위원회라"),
        ("작업반", "이라/라", "작업반이라"),
    ],
)
def test_the_form_follows_the_last_syllable(word, particle, written):
    assert attach(word, particle) == written


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("결정 1/JWG.1", "결정 1/JWG.1을"),
        ("부속서 2", "부속서 2를"),
        ("제3", "제3을"),
        ("2004", "2004를"),
        ("10", "10을"),
        ("2030", "2030을"),
    ],
)
def test_figures_are_read_in_korean(word, written):
    assert attach(word, "을/를") == written


@pytest.mark.parametrize(
    ("word", "written"), [("NDC", "NDC는"), ("JCM", "JCM은"), ("한국 LNG", "한국 LNG는")]
)
def test_capitals_are_read_letter_by_letter(word, written):
    assert attach(word, "은/는") == written


def test_the_letter_l_sounds_like_a_liquid_final():
    assert attach("SQL", "으로/로") == "SQL로"


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("공동위원회(JWG)", "공동위원회(JWG)는"),
        ("“공동위원회”", "“공동위원회”는"),
        ("「기본협정」", "「기본협정」은"),
        ("외교부 (서울)", "외교부 (서울)는"),
    ],
)
def test_what_is_not_read_does_not_count(word, written):
    assert attach(word, "은/는") == written


@pytest.mark.parametrize(
    ("particle", "both"),
    [
        ("은/는", "은(는)"),
        ("을/를", "을(를)"),
        ("이/가", "이(가)"),
        ("과/와", "과(와)"),
        ("으로/로", "(으)로"),
        ("이라/라", "(이)라"),
    ],
)
def test_both_forms_stand_where_the_sound_is_not_known(particle, both):
    assert attach("Dorj", particle) == f"Dorj{both}"
    assert write_both(particle) == both


@pytest.mark.parametrize("word", ["", "Dorj", "京都", "Улаанбаатар", "()", "—"])
def test_no_sound_is_guessed(word):
    assert find_final(word) is None


CONSONANTS = [chr(0x1100 + number) for number in range(19)]
VOWELS = [chr(0x1161 + number) for number in range(21)]
FINALS = ["", *(chr(0x11A8 + number) for number in range(27))]


@given(st.sampled_from(CONSONANTS), st.sampled_from(VOWELS), st.sampled_from(FINALS))
def test_every_syllable_is_taken_apart_as_unicode_composes_it(consonant, vowel, final):
    syllable = unicodedata.normalize("NFC", consonant + vowel + final)
    assert choose(syllable, "은/는") == ("은" if final else "는")
    without = final in {"", "\u11af"}
    assert choose(syllable, "으로/로") == ("로" if without else "으로")


@given(st.text(max_size=20), st.sampled_from(["은/는", "을/를", "으로/로"]))
def test_whatever_the_word_it_stays_and_gets_one_ending(word, particle):
    written = attach(word, particle)
    assert written.startswith(word)
    closed, open_ = particle.split("/")
    assert written.removeprefix(word) in {closed, open_, write_both(particle)}
