"""Spelling is checked where a dictionary is installed, and silent where there is none."""

from pathlib import Path

import pytest

from app.services import spelling
from app.services.spelling import DictionaryUnusable, Speller


@pytest.fixture
def dictionaries(home: Path) -> Path:
    """A dictionary of five words in the user's own folder."""
    folder = home / "dictionaries"
    folder.mkdir(parents=True)
    (folder / "en_GB.dic").write_text("5\nthe\nsides\nagreed\nJoint's\nministry\n", "utf-8")
    (folder / "en_GB.aff").write_text("SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n", "utf-8")
    (folder / "mn_MN.dic").write_text("2\nталууд\nтохиролцов\n", "utf-8")
    (folder / "mn_MN.aff").write_text("SET UTF-8\n", "utf-8")
    return folder


def loaded(language: str) -> Speller:
    return spelling.load(spelling.find_dictionaries()[language])


def needs_library() -> None:
    pytest.importorskip("hunspell", reason="spelling is an extra")


def test_the_users_own_dictionary_goes_before_those_of_the_system(dictionaries: Path) -> None:
    needs_library()
    found = spelling.find_dictionaries()
    assert found["en"] == dictionaries / "en_GB"
    assert found["mn"] == dictionaries / "mn_MN"


def test_a_wrong_word_is_found_and_another_is_suggested(dictionaries: Path) -> None:
    needs_library()
    speller = loaded("en")
    text = "the sides agred; the Joint’s MINISTRY of x 12"
    assert [text[at : at + length] for at, length in speller.find_wrong(text)] == ["agred", "of"]
    assert "agreed" in speller.suggest("agred")
    assert list(loaded("mn").find_wrong("талууд тохиролцов")) == []
    assert list(loaded("mn").find_wrong("талуд")) == [(0, 5)]


def test_a_word_without_an_end_is_passed_over(dictionaries: Path) -> None:
    needs_library()
    assert list(loaded("en").find_wrong("x" * 5000)) == []


def test_a_dictionary_that_is_half_there_is_none(dictionaries: Path) -> None:
    needs_library()
    (dictionaries / "ko.dic").write_text("0\n", "utf-8")
    assert "ko" not in spelling.find_dictionaries()


def test_without_the_library_there_are_no_dictionaries(
    dictionaries: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "hunspell", None)
    assert spelling.find_dictionaries() == {}
    with pytest.raises(DictionaryUnusable, match="en_GB"):
        spelling.load(dictionaries / "en_GB")
