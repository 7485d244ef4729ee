import pytest

from app.settings.options import OPTIONS, TEXT_SCALE, THEME, ThemeChoice


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_every_option_says_what_it_is_for_and_reads_its_own_default(option):
    assert option.description.endswith(".")
    assert option.read(str(option.default)) == option.default


def test_no_two_options_share_a_place_in_the_file():
    assert len({(option.section, option.name) for option in OPTIONS}) == len(OPTIONS)


def test_a_theme_is_one_of_three():
    assert THEME.read("dark") is ThemeChoice.DARK
    with pytest.raises(ValueError, match="blue"):
        THEME.read("blue")


@pytest.mark.parametrize("text", ["0.5", "2", "large"])
def test_text_cannot_be_scaled_beyond_its_bounds(text):
    with pytest.raises(ValueError, match=text):
        TEXT_SCALE.read(text)
