import pytest
from PySide6.QtGui import QFontMetrics

from app.paths import resource
from app.ui import fonts


@pytest.mark.parametrize("name", [*fonts.INTERFACE_FILES, *fonts.TEXT_FILES])
def test_every_font_is_shipped_with_its_origin(name):
    origin = resource("fonts", "ORIGIN.txt").read_text(encoding="utf-8")

    assert resource("fonts", name).stat().st_size > 100_000
    assert name in origin


@pytest.mark.parametrize(
    "word", ["Өргөө Үндэсний", "한국 몽골 공동위원회", "合同委員会かな髙﨑", "Ulaanbaatar"]
)
def test_the_interface_font_has_all_four_scripts(word):
    metrics = QFontMetrics(fonts.interface_font())

    assert all(metrics.inFontUcs4(ord(letter)) for letter in word)


def test_figures_are_equally_wide():
    metrics = QFontMetrics(fonts.interface_font())

    assert len({metrics.horizontalAdvance(str(figure)) for figure in range(10)}) == 1


def test_a_font_that_is_missing_is_logged(caplog):
    fonts.load(("No such font.otf",))

    assert "No such font.otf could not be loaded" in caplog.text
