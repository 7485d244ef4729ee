import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.ui.widgets.fields import RecordField, ZoneField
from app.ui.widgets.suggestions import fold
from app.ui.widgets.zone_field import zones

PEOPLE = [(11, "KIM Seo-yeon"), (12, "PARK Jin-woo"), (13, "Ё. Энхтуяа"), (14, "José Álvarez")]


@pytest.fixture
def shown(qtbot):
    """Return a function that shows a field, ready to be typed in."""

    def show(field):
        qtbot.addWidget(field)
        field.resize(360, field.sizeHint().height())
        field.show()
        field.activateWindow()
        field.setFocus()
        return field

    return show


@pytest.fixture
def person(shown):
    return shown(RecordField(PEOPLE))


@pytest.fixture
def zone(shown):
    return shown(ZoneField())


def test_typing_a_part_of_a_name_offers_those_that_have_it(person, qtbot):
    qtbot.keyClicks(person.editor, "jin pa")

    assert person.editor.suggestions() == ("PARK Jin-woo",)


def test_case_accents_and_width_do_not_matter_in_finding(person, qtbot):
    qtbot.keyClicks(person.editor, "jose alv")
    assert person.editor.suggestions() == ("José Álvarez",)
    assert fold("ＫＩＭ É") == "kim e"


def test_another_word_finds_a_record_too(person):
    person.offer(PEOPLE, also=["김서연", "박진우", "", ""])

    written = QInputMethodEvent("", [])
    written.setCommitString("박진")
    QApplication.sendEvent(person.editor, written)

    assert person.editor.suggestions() == ("PARK Jin-woo",)


def test_arrows_and_enter_choose_and_the_keyboard_never_leaves_the_line(person, qtbot):
    qtbot.keyClicks(person.editor, "e")
    assert person.editor.hasFocus()
    first, second = person.editor.suggestions()[:2]
    qtbot.keyClick(person.editor, Qt.Key.Key_Down)

    with qtbot.waitSignals([person.changed, person.finished]):
        qtbot.keyClick(person.editor, Qt.Key.Key_Return)

    assert person.editor.text() == second != first
    assert person.value() == next(key for key, label in PEOPLE if label == second)
    assert not person.editor.is_offering()


def test_escape_takes_the_list_away_and_nothing_else(person, qtbot):
    qtbot.keyClicks(person.editor, "kim")

    qtbot.keyClick(person.editor, Qt.Key.Key_Escape)

    assert not person.editor.is_offering()
    assert person.editor.text() == "kim"


def test_down_offers_the_whole_list(person, qtbot):
    qtbot.keyClick(person.editor, Qt.Key.Key_Down)

    assert person.editor.suggestions() == tuple(label for _, label in PEOPLE)


def test_the_list_leaves_with_the_keyboard(person, qtbot):
    qtbot.keyClicks(person.editor, "kim")

    person.editor.clearFocus()

    assert not person.editor.is_offering()


def test_the_list_can_be_clicked(person, qtbot):
    qtbot.keyClick(person.editor, Qt.Key.Key_Down)
    shown = person.editor._list
    place = shown.visualRect(shown.model().index(1)).center()

    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert person.value() == 12


def test_composing_a_syllable_offers_nothing_until_it_is_written(person):
    QApplication.sendEvent(person.editor, QInputMethodEvent("기", []))
    assert not person.editor.is_offering()
    assert person.editor.hasFocus()


def test_a_whole_name_need_not_be_chosen_from_the_list(person, qtbot):
    qtbot.keyClicks(person.editor, "park jin-woo")

    assert person.value() == 12
    assert person.problem() == ""


def test_a_name_that_is_not_in_the_list_stays_and_is_said(person, qtbot):
    qtbot.keyClicks(person.editor, "Nobody")

    assert person.value() == "Nobody"
    assert person.problem() == "“Nobody” is not in the list; choose one that is."


def test_of_two_with_one_name_one_must_be_chosen(person, qtbot):
    person.offer([(1, "KIM Min"), (2, "KIM Min")])
    qtbot.keyClicks(person.editor, "KIM Min")
    assert "Several are called" in person.problem()

    qtbot.keyClick(person.editor, Qt.Key.Key_Down)
    qtbot.keyClick(person.editor, Qt.Key.Key_Return)

    assert person.value() == 2
    assert person.problem() == ""


def test_typing_on_after_choosing_forgets_the_choice(person, qtbot):
    person.set_value(11)

    qtbot.keyClicks(person.editor, "x")

    assert person.value() != 11


def test_emptying_the_field_chooses_nobody(person):
    person.set_value(11)
    person.editor.clear()

    assert person.value() is None


def test_a_choice_outlives_another_offer(person):
    person.set_value(12)

    person.offer([(12, "PARK Jinwoo")])

    assert person.value() == 12
    assert person.editor.text() == "PARK Jinwoo"


def test_a_new_record_may_be_wanted(shown, qtbot):
    field = shown(RecordField(PEOPLE, may_make=True))
    qtbot.keyClicks(field.editor, "add a new")

    with qtbot.waitSignal(field.new_wanted) as wanted:
        qtbot.keyClick(field.editor, Qt.Key.Key_Return)

    assert wanted.args == ["add a new"]


def test_a_record_may_be_needed(shown):
    assert shown(RecordField(PEOPLE, optional=False)).problem() == "Choose one from the list."


@pytest.mark.parametrize(
    ("typed", "zone_name"),
    [
        ("Asia/Seoul", "Asia/Seoul"),
        ("seoul", "Asia/Seoul"),
        ("new york", "America/New_York"),
        ("ulaanbaatar", "Asia/Ulaanbaatar"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_known_by_its_city(zone, qtbot, typed, zone_name):
    qtbot.keyClicks(zone.editor, typed)

    assert zone.value() == zone_name
    assert zone.problem() == ""
    assert zone.reading() in ("", zone_name)


def test_a_zone_that_does_not_exist_stays_and_is_said(zone, qtbot):
    qtbot.keyClicks(zone.editor, "Asia/Ulan")

    assert zone.value() == "Asia/Ulan"
    assert zone.problem() == ("There is no time zone “Asia/Ulan”; choose one, such as Asia/Seoul.")


def test_an_older_name_of_a_zone_is_kept(zone):
    zone.set_value("Asia/Ulan_Bator")

    assert zone.value() == "Asia/Ulan_Bator"
    assert zone.problem() == ""


def test_zones_are_those_of_places(zone, qtbot):
    assert "Asia/Tokyo" in zones()
    assert not [name for name in zones() if name.startswith(("Etc/", "SystemV/"))]

    qtbot.keyClicks(zone.editor, "tok")
    qtbot.keyClick(zone.editor, Qt.Key.Key_Return)

    assert zone.value() == "Asia/Tokyo"
