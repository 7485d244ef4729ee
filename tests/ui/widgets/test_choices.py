import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from app.ui.tokens import LIGHT
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.segments import Segment, Segments

LONG = "First Joint Working Group Meeting on Climate Change Cooperation " * 4


@pytest.fixture
def field(qtbot):
    field = ChoiceField(name="which", spoken="Which meeting")
    qtbot.addWidget(field)
    field.resize(200, 32)
    field.show()
    return field


@pytest.fixture
def segments(qtbot):
    segments = Segments(name="side")
    qtbot.addWidget(segments)
    segments.offer([Segment(1, "MN", "Mongolia"), Segment(2, "KR", "Korea")], 1)
    segments.show()
    return segments


def test_offering_choices_chooses_nothing(field, qtbot):
    with qtbot.assertNotEmitted(field.chosen):
        field.offer([("One", 1), ("Two", 2)], 2)

    assert field.currentData() == 2


def test_a_long_name_does_not_widen_the_field_and_is_in_its_tip(field):
    field.offer([(LONG, 1)], 1)

    assert field.minimumSizeHint().width() <= 120
    assert field.sizeHint().width() < 200
    assert field.toolTip() == LONG


def test_a_field_is_announced_with_its_name_and_its_choice(field):
    field.offer([("One", 1), ("Two", 2)], 2)
    heard = QAccessible.queryAccessibleInterface(field)

    assert heard.role() == QAccessible.Role.ComboBox
    assert field.accessibleName() == "Which meeting"
    assert heard.text(QAccessible.Text.Value) == "Two"


def test_segments_are_announced_as_radio_buttons_with_whole_names(segments):
    heard = [QAccessible.queryAccessibleInterface(each) for each in segments.buttons()]

    assert {each.role() for each in heard} == {QAccessible.Role.RadioButton}
    assert [each.text(QAccessible.Text.Name) for each in heard] == ["Mongolia", "Korea"]
    assert [bool(each.state().checked) for each in heard] == [True, False]


def test_any_place_on_a_segment_can_be_clicked(segments, qtbot):
    other = segments.buttons()[1]
    corner = other.rect().bottomRight()

    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.mouseClick(other, Qt.MouseButton.LeftButton, pos=corner)

    assert chosen.args == [2]
    assert [each.isChecked() for each in segments.buttons()] == [False, True]


def test_the_same_segments_keep_the_keyboard(segments, qtbot):
    second = segments.buttons()[1]
    segments.activateWindow()
    second.setFocus()

    segments.offer([Segment(1, "MN", "Mongolia"), Segment(2, "KR", "Korea")], 2)
    assert second.hasFocus()
    assert second.isChecked()

    segments.offer([Segment(3, "JP", "Japan")], 3)
    assert [button.text() for button in segments.buttons()] == ["JP"]


def test_the_segment_with_the_keyboard_has_a_ring(segments):
    button = segments.buttons()[1]
    segments.activateWindow()
    button.setFocus()

    image = button.grab().toImage()
    ring = {image.pixelColor(x, 1).name().upper() for x in range(6, image.width() - 6)}
    assert LIGHT["focus"] in ring
