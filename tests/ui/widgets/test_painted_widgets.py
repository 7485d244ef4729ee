import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.settings.options import ThemeChoice
from app.ui.tokens import LIGHT
from app.ui.widgets.blank import Blank
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.navigation import Navigation, Place
from app.ui.widgets.progress import BusyBar, ShareBar
from app.ui.widgets.stepper import Step, Stepper
from app.ui.widgets.tabs import Tabs


def colours(widget):
    image = widget.grab().toImage()
    return [
        image.pixelColor(x, y).name().upper()
        for y in range(image.height())
        for x in range(image.width())
    ]


@pytest.mark.parametrize(
    ("state", "token"), [("done", "ok_soft"), ("now", "accent_soft"), ("ahead", "border2")]
)
def test_a_step_shows_its_state_by_its_form(qtbot, state, token):
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.show_steps((Step("Agenda", "27 May", state, f"Agenda, {state}"),))
    stepper.resize(stepper.sizeHint())

    assert LIGHT[token] in colours(stepper)
    assert stepper.accessibleName() == f"Agenda, {state}"


def test_a_stepper_without_steps_draws_nothing(qtbot):
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.resize(100, 60)

    assert len(set(colours(stepper))) == 1


@pytest.mark.parametrize(("share", "count"), [(0.0, 0), (0.5, 100), (1.0, 200), (7.0, 200)])
def test_a_share_is_as_long_as_it_says(qtbot, share, count):
    bar = ShareBar(share, spoken="so much done")
    qtbot.addWidget(bar)
    bar.resize(200, 1)

    assert colours(bar).count(LIGHT["ok"]) == pytest.approx(count, abs=8)
    assert bar.accessibleName() == "so much done"


def test_the_busy_bar_appears_only_once_work_lasts_and_goes_at_once(qtbot):
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.resize(300, 2)
    bar.show()

    bar.set_busy(True)
    assert not bar.is_showing()
    qtbot.waitUntil(bar.is_showing)
    qtbot.waitUntil(lambda: LIGHT["accent"] in colours(bar))

    bar.set_busy(False)
    assert not bar.is_showing()
    assert LIGHT["accent"] not in colours(bar)


def test_short_work_shows_no_bar(qtbot):
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.set_busy(True)
    bar.set_busy(False)

    with pytest.raises(qtbot.TimeoutError):
        qtbot.waitUntil(bar.is_showing, timeout=400)


def test_a_place_is_gone_to_with_mouse_or_enter_and_marked(qtbot):
    navigation = Navigation()
    qtbot.addWidget(navigation)
    navigation.add(Place("meetings", "Meetings", "landmark", "Ctrl+1"))
    navigation.add(Place("rules", "Adopted rules", "files"))
    navigation.resize(200, 100)
    navigation.show()
    second = navigation.visualRect(navigation.model().index(1, 0)).center()

    with qtbot.waitSignal(navigation.place_chosen, check_params_cb=lambda key: key == "rules"):
        qtbot.mouseClick(navigation.viewport(), Qt.MouseButton.LeftButton, pos=second)
    navigation.show_place("meetings")
    with qtbot.waitSignal(navigation.place_chosen, check_params_cb=lambda key: key == "meetings"):
        qtbot.keyClick(navigation, Qt.Key.Key_Return)

    assert navigation.currentIndex().data(Qt.ItemDataRole.ToolTipRole) == "Meetings (Ctrl+1)"
    assert LIGHT["accent"] in colours(navigation)


def test_navigation_keeps_room_for_larger_text(qtbot, theme):
    navigation = Navigation()
    qtbot.addWidget(navigation)
    navigation.add(Place("meetings", "Meetings", "landmark"))
    before = navigation.maximumHeight()

    theme.wear(ThemeChoice.LIGHT, text_scale=1.5)

    assert navigation.maximumHeight() > before


def test_places_stand_under_headings_that_cannot_be_gone_to(qtbot):
    navigation = Navigation()
    qtbot.addWidget(navigation)
    navigation.add(Place("meetings", "Meetings", "landmark"))
    navigation.add(Place("studio", "Document studio", "file-pen-line", group="Studio"))
    navigation.add(Place("templates", "Templates", "files", group="Studio"))
    navigation.resize(200, navigation.maximumHeight())
    navigation.show()
    names = [navigation.model().index(row, 0).data() for row in range(4)]
    assert names == ["Meetings", "Studio", "Document studio", "Templates"]
    heading = navigation.visualRect(navigation.model().index(1, 0)).center()

    with qtbot.assertNotEmitted(navigation.place_chosen):
        qtbot.mouseClick(navigation.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    navigation.show_place("meetings")
    qtbot.keyClick(navigation, Qt.Key.Key_Down)

    assert navigation.currentIndex().data() == "Document studio"
    assert navigation.visualRect(navigation.model().index(3, 0)).bottom() <= navigation.height()


def test_in_a_folded_sidebar_a_heading_is_a_line(qtbot):
    navigation = Navigation()
    qtbot.addWidget(navigation)
    navigation.add(Place("studio", "Document studio", "file-pen-line", group="Studio"))
    navigation.resize(44, navigation.maximumHeight())
    navigation.show()

    image = navigation.grab().toImage()
    heading = navigation.visualRect(navigation.model().index(0, 0))
    middle = {image.pixelColor(heading.center().x(), y).name() for y in range(heading.bottom())}
    assert LIGHT["border2"].lower() in middle


def test_an_icon_can_be_exchanged(qtbot):
    label = IconLabel("check", "ok")
    qtbot.addWidget(label)
    label.resize(QSize(32, 32))
    assert LIGHT["ok"] in colours(label)

    label.show_icon("x", "bad")

    assert LIGHT["bad"] in colours(label)
    assert LIGHT["ok"] not in colours(label)


def test_tabs_show_where_the_keyboard_is(qtbot):
    tabs = Tabs()
    qtbot.addWidget(tabs)
    tabs.addTab("Overview")
    tabs.addTab("Agenda")
    tabs.show()
    tabs.clearFocus()
    without = colours(tabs).count(LIGHT["focus"])

    tabs.activateWindow()
    tabs.setFocus()
    qtbot.waitUntil(tabs.hasFocus)

    assert colours(tabs).count(LIGHT["focus"]) > without


def test_a_blank_page_says_one_sentence_and_offers_one_thing(qtbot):
    blank = Blank("landmark", name="nothing_here")
    qtbot.addWidget(blank)
    button = blank.add_button("Open…", name="open_it", primary=True)
    blank.say("Nothing here", "Open something.", icon="x")
    blank.show()

    assert blank.sentence() == "Nothing here"
    blank.resize(400, 400)
    blank.say("A sentence that is far too long for one line of this narrow page " * 2)
    sentence = blank.findChildren(QLabel)[0]
    qtbot.waitUntil(lambda: sentence.height() >= sentence.heightForWidth(sentence.width()) > 40)
    assert blank.findChild(QPushButton, "open_it") is button


def test_places_move_together_before_one_of_them_is_hidden(qtbot):
    navigation = Navigation()
    qtbot.addWidget(navigation)
    for number in range(10):
        navigation.add(Place(str(number), f"Place {number}", "landmark"))
    whole = navigation.maximumHeight()
    navigation.resize(200, whole)
    navigation.show()
    last = navigation.model().index(9, 0)
    roomy = navigation.visualRect(last).bottom()

    navigation.resize(200, whole - 40)

    qtbot.waitUntil(lambda: navigation.visualRect(last).bottom() < roomy)
    assert navigation.visualRect(last).bottom() <= navigation.height()


def test_tabs_move_closer_together_before_one_of_them_is_hidden(qtbot):
    tabs = Tabs()
    qtbot.addWidget(tabs)
    tabs.setExpanding(False)
    for name in ("Overview", "Preparation", "Delegations", "Agenda", "Minutes", "Documents"):
        tabs.addTab(name)
    tabs.resize(1000, 40)
    tabs.show()
    roomy = tabs.tabRect(5).right()

    tabs.resize(roomy - 20, 40)

    qtbot.waitUntil(lambda: tabs.tabRect(5).right() < roomy - 20)
    tabs.resize(1000, 40)
    qtbot.waitUntil(lambda: tabs.tabRect(5).right() == roomy)
