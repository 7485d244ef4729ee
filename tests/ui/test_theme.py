import re

import pytest
from PySide6.QtGui import QPalette

from app.paths import resource
from app.settings.options import ThemeChoice
from app.ui import appearance
from app.ui.theme import style_sheet
from app.ui.tokens import DARK, LIGHT

TEMPLATE = resource("theme", "theme.qss").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_names_only_tokens_that_exist(table):
    made = style_sheet(TEMPLATE, table, 1.0)

    assert "@" not in made
    assert table["accent"] in made


def test_larger_text_makes_letters_and_controls_larger():
    made = style_sheet("QLabel { font-size: 20px; min-height: 10px; padding: 4px; }", LIGHT, 1.5)

    assert made == "QLabel { font-size: 30px; min-height: 15px; padding: 4px; }"


def test_the_style_sheet_writes_no_colour_of_its_own():
    assert re.findall(r":[^;{}]*#[0-9A-Fa-f]{3,8}\b", TEMPLATE) == []


def test_changing_the_theme_changes_colours_and_palette_at_once(qapp, theme, qtbot):
    assert appearance.hexadecimal("surface") == LIGHT["surface"]

    with qtbot.waitSignal(theme.changed):
        theme.wear(ThemeChoice.DARK, text_scale=1.2)

    assert appearance.is_dark()
    assert appearance.hexadecimal("surface") == DARK["surface"]
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == DARK["surface"]
    assert appearance.font("h1").pixelSize() == 24


def test_following_a_system_that_does_not_say_means_light(theme):
    theme.wear(ThemeChoice.SYSTEM)

    assert not appearance.is_dark()
    assert theme.choice is ThemeChoice.SYSTEM
