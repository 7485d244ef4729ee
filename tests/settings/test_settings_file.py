import logging

import pytest

from app.settings.options import LAST_WORKSPACE, TEXT_SCALE, THEME, ThemeChoice
from app.settings.settings_file import Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "below" / "settings.ini"


def test_a_missing_file_means_the_defaults(path):
    assert Settings(path).value(THEME) is ThemeChoice.SYSTEM
    assert not path.exists()


def test_what_was_chosen_is_there_the_next_time(path):
    Settings(path).choose(THEME, ThemeChoice.DARK)
    Settings(path).choose(LAST_WORKSPACE, "/somewhere/100 % ours.jwg")

    again = Settings(path)
    assert again.value(THEME) is ThemeChoice.DARK
    assert again.value(LAST_WORKSPACE) == "/somewhere/100 % ours.jwg"


def test_a_value_that_does_not_fit_means_the_default_and_is_logged(path, caplog):
    path.parent.mkdir()
    path.write_text("[appearance]\ntext_scale = enormous\n", encoding="utf-8")

    with caplog.at_level(logging.WARNING):
        assert Settings(path).value(TEXT_SCALE) == 1.0
    assert "text_scale" in caplog.text


@pytest.mark.parametrize("content", [b"no heading", b"\xff\xfe\x00", b"[a]\nb=1\nb=2\n"])
def test_a_file_that_is_no_settings_file_means_the_defaults(path, content):
    path.parent.mkdir()
    path.write_bytes(content)

    assert Settings(path).value(THEME) is ThemeChoice.SYSTEM


def test_a_folder_that_cannot_be_written_is_logged_and_the_choice_still_holds(tmp_path, caplog):
    occupied = tmp_path / "a file"
    occupied.write_text("")
    settings = Settings(occupied / "settings.ini")

    settings.choose(THEME, ThemeChoice.LIGHT)

    assert settings.value(THEME) is ThemeChoice.LIGHT
    assert "could not be kept" in caplog.text


def test_writing_leaves_no_unfinished_file_behind(path):
    Settings(path).choose(THEME, ThemeChoice.DARK)

    assert [found.name for found in path.parent.iterdir()] == ["settings.ini"]
