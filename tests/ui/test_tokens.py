import pytest

from app.ui.tokens import DARK, LIGHT, TEXT_PAIRS, contrast


def test_black_on_white_is_the_largest_contrast_there_is():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("table", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(table, text, ground):
    assert contrast(table[text], table[ground]) >= 4.5


@pytest.mark.parametrize("table", [LIGHT, DARK], ids=["light", "dark"])
def test_a_field_stands_out_from_its_ground(table):
    assert contrast(table["field"], table["surface"]) >= 3


def test_light_and_dark_have_the_same_tokens():
    assert LIGHT.keys() == DARK.keys()
