import pytest

from app.settings.options import TEXT_SCALE, THEME, ThemeChoice
from app.ui import appearance
from app.ui.look import Look


@pytest.fixture
def look(theme, settings):
    return Look(theme=theme, settings=settings)


def test_the_chosen_theme_is_worn_and_remembered(look, settings, qtbot):
    look.choose_theme(ThemeChoice.DARK)

    qtbot.waitUntil(appearance.is_dark)
    assert settings.value(THEME) is ThemeChoice.DARK


def test_text_grows_step_by_step_up_to_the_largest(look, settings, theme):
    look.enlarge()
    theme.finish()
    assert appearance.scale() == pytest.approx(1.1)
    for _ in range(10):
        look.enlarge()
    assert settings.value(TEXT_SCALE) == 1.5

    look.restore_size()
    theme.finish()
    assert appearance.scale() == 1.0


def test_text_shrinks_no_further_than_the_smallest(look, theme):
    for _ in range(5):
        look.reduce()
    theme.finish()

    assert appearance.scale() == pytest.approx(0.9)


def test_the_settings_are_worn_at_the_start(look, settings):
    settings.choose(THEME, ThemeChoice.DARK)
    settings.choose(TEXT_SCALE, 1.3)

    assert look.wear_chosen() is ThemeChoice.DARK
    assert appearance.is_dark()
    assert appearance.scale() == pytest.approx(1.3)
