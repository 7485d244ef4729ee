"""The paragraphs of minutes follow the agenda, and what concludes an item follows what is below."""

import pytest

from app.services import agenda, minutes
from tests.builders import a_paragraph, an_agenda_item, key_of, open_minutes, set_up_world


@pytest.fixture
def page(workspace):
    """Return a function that writes paragraphs under items, and gives back their order."""
    world = set_up_world(workspace)
    keys = {"": None}
    for label, above in (("1", ""), ("2", ""), ("2(a)", "2"), ("2(b)", "2"), ("3", "")):
        draft = an_agenda_item(world.meeting, label, parent_id=keys[above])
        keys[label] = key_of(agenda.add_item(workspace, draft))
    edition = open_minutes(workspace, world.meeting)

    def write(*labels: str) -> list[str]:
        for number, label in enumerate(labels):
            draft = a_paragraph(edition, f"{label or '-'}/{number}", agenda_item_id=keys[label])
            minutes.write_paragraph(workspace, draft)
        return [row.text for row in minutes.show(workspace, meeting_id=world.meeting).paragraphs]

    return write


def test_what_was_written_after_the_items_below_concludes_them(page):
    assert page("1", "2", "2(a)", "2(b)", "2", "3") == [
        *("1/0", "2/1", "2(a)/2", "2(b)/3", "2/4", "3/5")
    ]


def test_paragraphs_that_were_written_out_of_order_follow_the_agenda(page):
    assert page("3", "2(b)", "2", "2(a)", "1") == ["1/4", "2/2", "2(a)/3", "2(b)/1", "3/0"]


def test_several_concluding_paragraphs_keep_their_own_order(page):
    assert page("2(a)", "2", "2", "2(a)") == ["2/1", "2/2", "2(a)/0", "2(a)/3"]
    assert page("2", "2")[-4:-2] == ["2(a)/0", "2(a)/3"]
