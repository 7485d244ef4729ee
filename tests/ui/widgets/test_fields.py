from datetime import date, time

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.ui.widgets.calendar_popup import CalendarPopup
from app.ui.widgets.fields import (
    CheckField,
    DateField,
    LanguagesField,
    LongTextField,
    NamesField,
    NumberField,
    OptionField,
    TextField,
    TimeField,
)
from app.ui.widgets.form import Form
from app.ui.widgets.icon_button import IconButton


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


@pytest.mark.parametrize(
    ("make", "value"),
    [
        (TextField, "Ulaanbaatar"),
        (LongTextField, "One\nTwo"),
        (NumberField, 3),
        (NumberField, None),
        (DateField, date(2025, 5, 27)),
        (DateField, None),
        (TimeField, time(9, 30)),
        (TimeField, None),
        (CheckField, True),
        (LanguagesField, ["mn", "en"]),
        (LanguagesField, ["vi", "en"]),
        (lambda: NamesField(["en", "ko"]), {"en": "Second meeting", "ko": "제2차 회의"}),
        (lambda: NamesField(["en"]), {"en": "Second meeting", "vi": "Cuộc họp"}),
        (lambda: NamesField(["en"], long=True), {"en": "One\nTwo"}),
        (lambda: OptionField([(None, "None"), (2, "Two")]), 2),
        (lambda: OptionField([(None, "None"), (2, "Two")]), None),
        (lambda: OptionField([(1, "One")]), 7),
    ],
)
def test_a_field_gives_back_what_it_was_given_and_tells_nothing(shown, qtbot, make, value):
    field = shown(make())

    with qtbot.assertNotEmitted(field.changed):
        field.set_value(value)

    assert field.value() == value
    assert field.problem() == ""


def test_typing_is_told_at_once_and_leaving_once(shown, qtbot):
    field = shown(TextField())
    finished = []
    field.finished.connect(lambda: finished.append(field.value()))

    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field.editor, "Seoul")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)

    assert finished == ["Seoul"]


def test_a_field_says_its_name_to_a_screen_reader(shown):
    field = shown(DateField())
    field.setAccessibleName("First day")
    heard = QAccessible.queryAccessibleInterface(field.editor)

    assert heard.text(QAccessible.Text.Name) == "First day"
    assert field.findChild(IconButton).accessibleName() == "First day: choose from a calendar"


def test_what_is_too_long_is_said_and_not_cut_off(shown, qtbot):
    field = shown(TextField(max_length=5))

    qtbot.keyClicks(field.editor, "Ulaanbaatar")

    assert field.value() == "Ulaanbaatar"
    assert field.problem() == "At most 5 characters fit here; this has 11."


def test_what_is_being_composed_is_no_change_yet_and_is_not_lost(shown, qtbot):
    field = shown(TextField())
    with qtbot.assertNotEmitted(field.changed):
        QApplication.sendEvent(field.editor, QInputMethodEvent("서", []))
    done = QInputMethodEvent("", [])
    done.setCommitString("서울")

    with qtbot.waitSignal(field.changed):
        QApplication.sendEvent(field.editor, done)

    assert field.value() == "서울"


def test_showing_the_same_value_again_leaves_what_is_being_composed(shown):
    field = shown(TextField())
    field.set_value("서울")
    field.editor.setCursorPosition(1)
    QApplication.sendEvent(field.editor, QInputMethodEvent("시", []))

    field.set_value("서울")

    assert field.editor.cursorPosition() == 1


@pytest.mark.parametrize("text", ["2a", "1_000", "²", "1.5", "--2", "9" * 5000])
def test_what_is_no_whole_number_stays_and_is_said(shown, text):
    field = shown(NumberField())
    field.editor.setText(text)

    assert field.value() == text
    assert field.problem() == "Enter a whole number in figures, such as 3."


@pytest.mark.parametrize(("text", "number"), [("12", 12), ("１２", 12), (" 7 ", 7), ("", None)])
def test_a_number_is_read_in_any_figures(shown, text, number):
    field = shown(NumberField())
    field.editor.setText(text)

    assert field.value() == number


def test_a_number_outside_the_limits_is_said(shown):
    field = shown(NumberField(minimum=1, maximum=99, optional=False))
    field.editor.setText("100")
    assert field.problem() == "Enter a number from 1 to 99."

    field.editor.setText("")
    assert field.problem() == "Enter a number."

    least = shown(NumberField(minimum=1))
    least.editor.setText("0")
    assert least.problem() == "Enter a number that is 1 or more."


def test_a_date_stays_as_it_was_typed_and_says_how_it_was_read(shown, qtbot):
    field = shown(DateField())

    qtbot.keyClicks(field.editor, "27/5/2025")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)

    assert field.editor.text() == "27/5/2025"
    assert field.value() == date(2025, 5, 27)
    assert field.reading() == "Tuesday 27 May 2025"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31.2.2025", "Enter a date, such as 27 May 2025."),
        ("next week", "Enter a date, such as 27 May 2025."),
        ("27/05/25", "Write the year with all its figures, such as 27 May 2025."),
    ],
)
def test_what_is_no_date_stays_and_is_said(shown, qtbot, text, sentence):
    field = shown(DateField())

    qtbot.keyClicks(field.editor, text)

    assert field.editor.text() == text
    assert field.value() == text
    assert field.problem() == sentence
    assert field.reading() == ""


def test_an_empty_date_is_none_unless_one_is_needed(shown):
    assert shown(DateField()).problem() == ""
    assert shown(DateField(optional=False)).problem() == "Enter a date, such as 27 May 2025."


def test_a_date_is_taken_from_the_calendar_by_keys_alone(shown, qtbot):
    field = shown(DateField())
    field.set_value(date(2025, 5, 27))
    qtbot.keyClick(field.editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)
    assert popup.calendar.selectedDate() == QDate(2025, 5, 27)

    with qtbot.waitSignal(field.finished):
        qtbot.keyClick(popup.focusWidget(), Qt.Key.Key_Right)
        qtbot.keyClick(popup.focusWidget(), Qt.Key.Key_Return)

    assert field.value() == date(2025, 5, 28)
    assert not popup.isVisible()
    assert field.window().focusWidget() is field.editor


def test_a_day_that_cannot_be_changed_opens_no_calendar(shown, qtbot):
    field = shown(DateField())
    field.set_read_only(read_only=True)

    qtbot.keyClick(field.editor, Qt.Key.Key_F4)

    assert field.findChild(CalendarPopup) is None


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("09:30", time(9, 30)),
        ("9:30", time(9, 30)),
        ("9.30", time(9, 30)),
        ("0930", time(9, 30)),
        ("9", time(9, 0)),
        ("14시 5분", None),
        ("14시 05분", time(14, 5)),
        ("14時", time(14, 0)),
        ("９：３０", time(9, 30)),
    ],
)
def test_an_hour_is_read_however_people_write_it(shown, text, hour):
    field = shown(TimeField())
    field.editor.setText(text)

    assert field.value() == (hour or text)


@pytest.mark.parametrize("text", ["24:00", "9:60", "noon", "9:3:0", "99999"])
def test_what_is_no_hour_stays_and_is_said(shown, text):
    field = shown(TimeField())
    field.editor.setText(text)

    assert field.value() == text
    assert field.problem() == "Enter a time from 00:00 to 23:59, such as 09:30."


def test_languages_keep_the_order_in_which_they_were_chosen(shown, qtbot):
    field = shown(LanguagesField(("en", "ko", "mn")))

    for tag in ("mn", "en", "ko"):
        qtbot.mouseClick(field.box(tag), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(field.box("en"), Qt.MouseButton.LeftButton)

    assert field.value() == ["mn", "ko"]


def test_each_line_of_names_says_its_language(shown):
    field = shown(NamesField(["en", "ko"]))
    field.setAccessibleName("Title")

    assert field.line("ko").editor.accessibleName() == "Title, Korean"


def test_a_name_that_is_emptied_leaves_the_value(shown, qtbot):
    field = shown(NamesField(["en", "ko"]))
    field.set_value({"en": "One", "ko": "하나"})

    with qtbot.waitSignal(field.changed):
        field.line("ko").editor.clear()

    assert field.value() == {"en": "One"}


def test_a_box_is_ticked_by_the_space_bar_and_announced_as_one(shown, qtbot):
    field = shown(CheckField("Late item"))
    heard = QAccessible.queryAccessibleInterface(field.editor)

    with qtbot.waitSignals([field.changed, field.finished]):
        qtbot.keyClick(field.editor, Qt.Key.Key_Space)

    assert field.value() is True
    assert heard.role() == QAccessible.Role.CheckBox
    assert heard.text(QAccessible.Text.Name) == "Late item"


def test_other_options_keep_what_is_chosen_if_they_have_it(shown):
    field = shown(OptionField([(1, "One"), (2, "Two")]))
    field.set_value(2)

    field.offer([(2, "Two"), (3, "Three")])
    assert field.value() == 2

    field.offer([(4, "Four")])
    assert field.value() == 4


def test_an_option_is_chosen_by_the_keyboard(shown, qtbot):
    field = shown(OptionField([(1, "One"), (2, "Two")]))

    with qtbot.waitSignals([field.changed, field.finished]):
        qtbot.keyClick(field.editor, Qt.Key.Key_Down)

    assert field.value() == 2


def test_tab_leaves_a_long_text(qtbot):
    form = Form()
    text = form.add("text", "Text", LongTextField())
    after = form.add("after", "After", TextField())
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.editor.hasFocus)

    qtbot.keyClick(text.editor, Qt.Key.Key_Tab)

    assert text.value() == ""
    assert after.editor.hasFocus()


def test_a_long_text_grows_with_its_lines_up_to_a_height(shown):
    field = shown(LongTextField(lines=2, most=5))
    low = field.sizeHint().height()

    field.set_value("\n".join("abcdefgh"))
    assert field.sizeHint().height() > low

    highest = field.sizeHint().height()
    field.set_value("\n" * 50)
    assert field.sizeHint().height() == highest


def test_a_problem_marks_the_field_and_is_its_description(shown):
    field = shown(TextField())

    field.show_problem("This must be filled in.")
    assert field.editor.property("wrong") == "true"
    assert field.editor.accessibleDescription() == "This must be filled in."

    field.show_problem("")
    assert field.editor.property("wrong") == "false"
    assert field.editor.accessibleDescription() == ""


def test_what_may_only_be_seen_cannot_be_typed_over(shown, qtbot):
    field = shown(TextField())
    field.set_value("Signed")
    field.set_read_only(read_only=True)

    qtbot.keyClicks(field.editor, "changed")

    assert field.value() == "Signed"
