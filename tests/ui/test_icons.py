import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from app.paths import resource
from app.settings.options import ThemeChoice
from app.ui import icons
from app.ui.tokens import DARK, LIGHT

SHIPPED = sorted(path.stem for path in resource("icons").glob("*.svg"))
SOURCES = sorted(resource("..").resolve().joinpath("app", "ui").rglob("*.py"))


def inks(icon, *, ratio=1.0):
    image = icon.pixmap(QSize(32, 32), ratio).toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_icon_draws_something(name):
    assert inks(icons.icon(name)) == {LIGHT["text2"]}


def test_an_icon_takes_the_colour_of_the_theme_that_is_worn_now(theme):
    icon = icons.icon("landmark", "accent")
    assert inks(icon) == {LIGHT["accent"]}

    theme.wear(ThemeChoice.DARK)

    assert inks(icon) == {DARK["accent"]}


def test_a_disabled_icon_is_faint():
    picture = icons.icon("search", "accent").pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
    colours = {picture.pixelColor(x, y).name().upper() for x in range(32) for y in range(32)}

    assert LIGHT["text3"] in colours
    assert LIGHT["accent"] not in colours


def test_an_icon_is_drawn_in_the_pixels_of_a_dense_screen():
    picture = icons.icon("landmark").pixmap(QSize(16, 16), 1.5)

    assert picture.size() == QSize(24, 24)
    assert picture.devicePixelRatio() == 1.5


def test_a_copy_of_an_icon_draws_the_same():
    assert inks(QIcon(icons.icon("scale", "bad"))) == {LIGHT["bad"]}


def test_no_icon_is_shipped_that_nobody_uses():
    told = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    used = set(re.findall(r'"([a-z0-9-]+)"', told))

    assert set(SHIPPED) <= used
