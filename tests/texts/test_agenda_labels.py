import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.meeting import AgendaNumbering
from app.texts.agenda_labels import label_items, suggest_label

COUNTED = [AgendaNumbering.DECIMAL, AgendaNumbering.LETTERS, AgendaNumbering.ROMAN]


@st.composite
def depths(draw):
    """How deep the items of some agenda lie: never more than one level below the one before."""
    found = [0]
    for _ in range(draw(st.integers(0, 40))):
        found.append(draw(st.integers(0, found[-1] + 1)))
    return found


@pytest.mark.parametrize(
    ("numbering", "labels"),
    [
        (AgendaNumbering.DECIMAL, ("1", "2", "2.1", "2.2", "2.2.1", "3", "3.1")),
        (AgendaNumbering.LETTERS, ("A", "B", "B.1", "B.2", "B.2.1", "C", "C.1")),
        (AgendaNumbering.ROMAN, ("I", "II", "II.1", "II.2", "II.2.1", "III", "III.1")),
    ],
)
def test_items_are_numbered_in_the_chosen_style(numbering, labels):
    assert label_items([0, 0, 1, 1, 2, 0, 1], numbering=numbering) == labels


@given(depths(), st.sampled_from(COUNTED))
def test_no_two_items_have_one_number_and_each_begins_with_that_of_the_item_above(found, numbering):
    labels = label_items(found, numbering=numbering)
    assert len(set(labels)) == len(found)
    above = []
    for depth, label in zip(found, labels, strict=True):
        del above[depth:]
        assert label.count(".") == depth
        if above:
            assert label.startswith(f"{above[-1]}.")
        above.append(label)


def test_an_agenda_without_items_has_no_numbers():
    assert label_items([], numbering=AgendaNumbering.DECIMAL) == ()


@pytest.mark.parametrize(
    ("before", "parent", "following"),
    [
        ("", "", "1"),
        ("", "3", "3 (a)"),
        ("7", "", "8"),
        ("3 (b)", "3", "3 (c)"),
        ("10)", "", "11)"),
        ("B", "", "C"),
        ("Z", "", ""),
        ("IV", "", ""),
        ("2 bis", "", ""),
        ("개회", "", ""),
    ],
)
def test_what_follows_an_entered_number_is_suggested_where_it_is_plain(before, parent, following):
    assert suggest_label(before, parent=parent) == following
