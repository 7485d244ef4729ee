import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.errors import Misfortune
from app.ui.widgets.fields import DateField, LongTextField, TextField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog


@pytest.fixture
def make(qtbot, notifier):
    """Return a function that shows a dialog over a window of the smallest size."""

    def opened(form):
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1100, 700)
        window.show()
        dialog = FormDialog(
            "Plan a meeting", form, save="Plan the meeting", notifier=notifier, parent=window
        )
        dialog.window_of_test = window
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return opened


@pytest.fixture
def dialog(make):
    form = Form(name="plan")
    form.add("code", "Code", TextField())
    form.add("starts_on", "First day", DateField())
    form.add("note", "Note", LongTextField())
    return make(form)


def type_into(qtbot, dialog, name, text):
    qtbot.keyClicks(dialog.form.field(name).editor, text)


def test_enter_saves_what_was_entered(dialog, qtbot):
    type_into(qtbot, dialog, "code", "JWG-3")

    with qtbot.waitSignal(dialog.submitted) as submitted:
        qtbot.keyClick(dialog.form.field("code").editor, Qt.Key.Key_Return)

    assert submitted.args == [{"code": "JWG-3", "starts_on": None, "note": ""}]


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_Return])
def test_a_shortcut_saves_from_every_field(dialog, qtbot, key):
    dialog.activateWindow()
    dialog.form.field("note").setFocus()

    with qtbot.waitSignal(dialog.submitted):
        qtbot.keyClick(dialog.form.field("note").editor, key, Qt.KeyboardModifier.ControlModifier)


def test_a_field_that_cannot_be_read_is_not_saved(dialog, qtbot):
    type_into(qtbot, dialog, "starts_on", "soon")

    with qtbot.assertNotEmitted(dialog.submitted):
        qtbot.mouseClick(dialog.findChild(QPushButton, "save"), Qt.MouseButton.LeftButton)

    assert dialog.form.note("starts_on") == "Enter a date, such as 27 May 2025."
    assert dialog.isVisible()


def test_it_is_not_saved_twice_while_the_first_time_is_under_way(dialog, qtbot):
    submitted = []
    dialog.submitted.connect(submitted.append)

    dialog.submit()
    dialog.submit()

    assert len(submitted) == 1


def test_a_refusal_keeps_what_was_typed_and_lets_it_be_mended(dialog, qtbot):
    type_into(qtbot, dialog, "code", "JWG-1")
    dialog.submit()

    dialog.show_refused(Misfortune("Another meeting has this code.", field="code"))

    assert dialog.form.values()["code"] == "JWG-1"
    assert dialog.form.note("code") == "Another meeting has this code."
    with qtbot.waitSignal(dialog.submitted):
        dialog.submit()


def test_escape_closes_at_once_where_nothing_was_typed(dialog, qtbot, notifier):
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert notifier.asked == []


def test_escape_asks_before_something_is_lost(dialog, qtbot, notifier):
    type_into(qtbot, dialog, "code", "JWG-3")
    notifier.answers = [False]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert notifier.asked == [
        ("Close without saving?", "What you entered under “Plan a meeting” would be lost.")
    ]

    notifier.answers = [True]
    with qtbot.waitSignal(dialog.finished):
        qtbot.mouseClick(dialog.findChild(QPushButton, "cancel"), Qt.MouseButton.LeftButton)


def test_closing_the_window_asks_too(dialog, qtbot, notifier):
    type_into(qtbot, dialog, "code", "JWG-3")
    notifier.answers = [False]

    dialog.close()

    assert dialog.isVisible()
    assert len(notifier.asked) == 1


def test_what_is_saved_is_closed_without_asking(dialog, qtbot, notifier):
    type_into(qtbot, dialog, "code", "JWG-3")

    with qtbot.waitSignal(dialog.finished):
        dialog.close_saved()

    assert notifier.asked == []


def test_a_long_form_fits_into_the_smallest_window_and_scrolls(make, qtbot):
    form = Form(name="long")
    for place in range(20):
        form.add(f"f{place}", f"Field {place}", LongTextField())

    dialog = make(form)

    assert dialog.height() <= 660
    assert dialog.width() <= 1100
    assert dialog.findChild(QPushButton, "save").isVisible()
    assert form.height() > dialog.height()


def test_a_short_form_takes_no_more_room_than_it_needs(dialog):
    assert dialog.height() < 420


def test_only_the_saving_button_answers_enter(dialog):
    default = [each.objectName() for each in dialog.findChildren(QPushButton) if each.isDefault()]

    assert default == ["save"]


def test_a_further_button_stands_at_the_left(make, qtbot):
    form = Form()
    form.add("code", "Code", TextField())
    dialog = make(form)

    other = dialog.add_button("Delete the meeting…", name="delete")
    qtbot.waitUntil(lambda: other.isVisible() and other.width() > 40)

    assert other.x() < dialog.findChild(QPushButton, "cancel").x()
    assert not other.autoDefault()
