import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView

from app.ui.bodies.switcher import BodySwitcher
from app.ui.bodies.table import BodiesTable, Role
from app.ui.bodies.view import letters
from tests.ui.ui_fakes import JM, KM, TEMM


@pytest.fixture
def popup(qtbot):
    popup = BodySwitcher()
    qtbot.addWidget(popup)
    popup.show_found((JM, KM, TEMM), chosen=KM.id)
    popup.drop_down(QPoint(0, 0))
    return popup


def test_the_table_of_bodies_is_a_sound_model(qtmodeltester):
    table = BodiesTable()
    table.set_rows((JM, KM))
    qtmodeltester.check(table)

    assert table.index(1).data() == KM.name
    assert table.index(1).data(Role.ROW_ID) == KM.id
    assert table.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == (
        f"{KM.name}, Republic of Korea – Mongolia"
    )
    assert table.data(table.index(7)) is None


def test_what_is_typed_is_searched_for(popup, qtbot):
    field = popup.findChild(QLineEdit, "body_search")

    with qtbot.waitSignal(popup.searched, check_params_cb=lambda text: text == "env"):
        qtbot.keyClicks(field, "env")


def test_arrow_and_enter_choose_a_body_without_a_mouse(popup, qtbot):
    field = popup.findChild(QLineEdit, "body_search")
    view = popup.findChild(QListView, "body_list")

    with qtbot.waitSignal(popup.body_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Down)
        qtbot.keyClick(view, Qt.Key.Key_Return)

    assert chosen.args == [TEMM.id]
    assert not popup.isVisible()


def test_enter_in_the_field_takes_the_body_that_is_marked(popup, qtbot):
    field = popup.findChild(QLineEdit, "body_search")

    with qtbot.waitSignal(popup.body_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert chosen.args == [KM.id]


def test_a_click_chooses_a_body(popup, qtbot):
    view = popup.findChild(QListView, "body_list")
    place = view.visualRect(view.model().index(0)).center()

    with qtbot.waitSignal(popup.body_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == [JM.id]


def test_a_search_that_finds_nothing_says_so_and_enter_does_nothing(popup, qtbot):
    popup.show_found((), chosen=None)
    field = popup.findChild(QLineEdit, "body_search")

    with qtbot.assertNotEmitted(popup.body_chosen):
        qtbot.keyClick(field, Qt.Key.Key_Return)

    told = [label.text() for label in popup.findChildren(QLabel) if label.isVisible()]
    assert "No body has these words" in told


def test_a_body_is_shown_by_the_first_letters_of_its_code():
    assert [letters(row) for row in (KM, JM, TEMM)] == ["KM", "JM", "TEMM"]
