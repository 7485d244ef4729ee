"""Name plates and badges: whole sheets, both faces upright, names as large as they fit."""

import pytest

from app.documents.word import write
from app.texts.blocks import Break, Cell, Document, Form, Row, Section, Table, Text
from tests.documents.invariants import WordFile, find_faults, w


def sheet(form: Form, *names: str) -> Document:
    cells = tuple(
        Cell((Text("Mongolia"), Break(), Text(name, bold=True), Break(), Text("Post")))
        for name in names
    )
    rows = tuple(Row(cells[first : first + 2]) for first in range(0, len(cells), 2))
    return Document((Section((Table((50, 50), rows, form=form),), bare=True),))


def sizes(document: Document) -> list[int]:
    root = WordFile(write(document)).document
    return [int(each.get(w("val"))) // 2 for each in root.iter(w("sz"))]


def test_the_faces_of_a_plate_are_turned_against_each_other():
    root = WordFile(write(sheet(Form.PLATES, "Cho", "Cho"))).document
    turned = [each.get(w("val")) for each in root.iter(w("textDirection"))]
    assert turned == ["tbRl", "btLr"]


@pytest.mark.parametrize(("form", "to_a_page"), [(Form.PLATES, 1), (Form.BADGES, 4)])
def test_the_rows_fill_the_page_and_leave_room_for_what_follows(form, to_a_page):
    root = WordFile(write(sheet(form, "Cho", "Cho"))).document
    height = next(root.iter(w("trHeight")))
    assert height.get(w("hRule")) == "exact"
    room = 16838 - 1531 - 1418
    assert room - 400 < int(height.get(w("val"))) * to_a_page < room


def test_cards_have_neither_header_nor_footer():
    root = WordFile(write(sheet(Form.BADGES, "Cho", "Cho"))).document
    assert list(root.iter(w("headerReference"))) == []
    assert list(root.iter(w("footerReference"))) == []


def test_a_section_with_a_header_may_stand_beside_a_bare_one():
    bare = sheet(Form.BADGES, "Cho", "Cho").sections[0]
    document = Document((bare, Section(())), symbol="X")
    assert find_faults(write(document)) == []
    root = WordFile(write(document)).document
    assert len(list(root.iter(w("headerReference")))) == 1


def test_a_short_name_is_large_and_a_long_one_smaller_but_never_tiny():
    short, long, endless = (
        sizes(sheet(Form.PLATES, name, name))[0]
        for name in ("Cho", "Batkhishig Purevdoo", "n" * 300)
    )
    assert short == 60
    assert short > long > endless == 26


def test_a_name_in_two_scripts_leaves_room_for_both():
    names = (Text("Cho Gye-yeon", bold=True), Break(), Text("조계연", bold=True))
    table = Table((50, 50), (Row((Cell(names), Cell(names))),), form=Form.PLATES)
    assert set(sizes(Document((Section((table,), bare=True),)))) == {40}


def test_a_korean_name_takes_twice_the_room_of_its_letters():
    latin = sizes(sheet(Form.BADGES, "a" * 14, "b"))[0]
    korean = sizes(sheet(Form.BADGES, "조" * 14, "b"))[0]
    assert korean < latin


def test_a_card_with_nothing_on_it_is_still_a_cell():
    table = Table((50, 50), (Row((Cell(()), Cell(()))),), form=Form.BADGES)
    assert find_faults(write(Document((Section((table,), bare=True),)))) == []
