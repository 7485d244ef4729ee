"""A name in another language than the one asked for knows which language it is in."""

import copy
import json
import pickle

import pytest

from app.domain.names import Untranslated, in_language


@pytest.mark.parametrize(
    ("names", "wanted", "text", "language"),
    [
        ({"en": "Seoul"}, "ko", "Seoul", "en"),
        ({"mn": "Сөүл"}, "en", "Сөүл", "mn"),
        ({"mn": "Сөүл", "en": "Seoul"}, "ja", "Seoul", "en"),
    ],
)
def test_words_of_another_language_say_which(names, wanted, text, language):
    found = in_language(names, wanted)
    assert isinstance(found, Untranslated)
    assert (found, found.language) == (text, language)


@pytest.mark.parametrize("names", [{"ko": "서울", "en": "Seoul"}, {"ko": "서울"}])
def test_words_of_the_language_itself_are_plain(names):
    found = in_language(names, "ko")
    assert found == "서울"
    assert not isinstance(found, Untranslated)


def test_another_script_is_not_another_language():
    assert not isinstance(in_language({"en-GB": "Seoul"}, "en"), Untranslated)


def test_no_words_at_all_are_the_empty_string():
    assert in_language({"ko": ""}, "en") == ""


def test_the_language_survives_copies_and_the_words_go_anywhere():
    found = Untranslated("Seoul", "en")
    for made in (copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert (made, made.language) == ("Seoul", "en")
    assert json.dumps(found) == '"Seoul"'
    assert found == "Seoul"
    assert hash(found) == hash("Seoul")
