from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from app.documents import preview as written
from app.settings.options import ThemeChoice
from app.ui.paper import sheet
from app.ui.studio.bench import page_of_comparison
from app.ui.studio.view import Angle
from app.ui.studio.wish import Subject, Wish
from app.ui.tokens import DARK, LIGHT
from app.ui.widgets.choice_field import ChoiceField
from tests.ui.studio.studio_fakes import a_comparison, a_kept, library_services
from tests.ui.ui_fakes import CHECKS, FIRST, KOREA


def show_offer(page, shown, *, has_pdf=False, can_write=True):
    page.show_offer(shown, has_pdf=has_pdf, can_write=can_write)


def words(widget):
    # What was put into a layout just now shows when the layout has been settled.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.sendPostedEvents(None, 0)
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def button(page, name):
    return page.findChild(QPushButton, name)


def bar(page):
    return page.findChild(QScrollArea, "studio_scroll").verticalScrollBar()


def test_the_page_tells_when_it_is_looked_at_and_when_not(page, qtbot):
    with qtbot.waitSignal(page.left):
        page.hide()
    with qtbot.waitSignal(page.entered) as entered:
        page.show()

    assert 0.5 <= entered.args[0] <= 1.25


def test_the_writers_page_and_the_windows_are_of_one_size():
    assert sheet.PAGE_WIDTH == written.PAGE_WIDTH
    assert sheet.PAGE_MARGIN == written.PAGE_MARGIN
    assert sheet.TAB_STOP == written.TAB_STOP


def test_another_document_is_chosen_with_the_keyboard(filled, qtbot):
    field = filled.findChild(ChoiceField, "studio_kind")
    field.setFocus()

    with qtbot.waitSignal(filled.fields.chooser.kind_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Down)

    assert chosen.args == ["participants"]
    assert field.currentText() == "List of participants"


@pytest.mark.parametrize(("name", "title"), [("record", "Meeting"), ("kind", "Document")])
def test_a_choice_is_tied_to_the_words_above_it(filled, name, title):
    field = filled.findChild(ChoiceField, f"studio_{name}")

    heard = QAccessible.queryAccessibleInterface(field)
    ((label, _),) = heard.relations(QAccessible.RelationFlag.Label)
    assert label.text(QAccessible.Text.Name) == title


def test_another_meeting_is_chosen_from_the_list(filled, qtbot, offer):
    field = filled.findChild(ChoiceField, "studio_record")
    field.showPopup()
    qtbot.keyClick(field.view(), Qt.Key.Key_Up)

    with qtbot.waitSignal(filled.fields.chooser.record_chosen) as chosen:
        qtbot.keyClick(field.view(), Qt.Key.Key_Return)

    assert chosen.args == [offer().records[0].id]


def test_the_original_of_the_other_side_is_chosen_with_the_mouse(filled, qtbot):
    other = filled.findChild(QRadioButton, "studio_original_KR original")
    assert other.accessibleName() == "Original of Republic of Korea"

    with qtbot.waitSignal(filled.fields.chooser.original_chosen) as chosen:
        qtbot.mouseClick(other, Qt.MouseButton.LeftButton)

    assert chosen.args == [KOREA.id]
    assert other.isChecked()


def test_a_language_is_chosen_with_the_arrow_keys(filled, qtbot):
    first = filled.findChild(QRadioButton, "studio_language_EN")
    first.setFocus()

    with qtbot.waitSignal(filled.fields.chooser.language_chosen) as chosen:
        qtbot.keyClick(first, Qt.Key.Key_Right)

    assert chosen.args == ["mn"]


def test_what_has_no_choice_is_not_offered_as_one(page, offer):
    show_offer(page, offer(kind="agenda"))

    assert not page.findChild(QWidget, "studio_original").isVisible()
    assert not page.findChild(QWidget, "studio_language").isVisible()
    assert "English, the only language with a template" in words(page)


def test_the_values_say_where_they_come_from_and_what_is_open(page, offer):
    known = offer()
    gap = replace(known.facts[2], words="")
    show_offer(page, replace(known, facts=(known.facts[0], gap)))

    told = words(page.fields)
    assert "First Joint Working Group Meeting" in " ".join(told)
    assert "from the meeting" in told
    assert "Not known yet" in told
    assert "Needs a value" in told
    assert "1 of 2 known" in told


def test_the_link_of_a_value_leads_to_its_record(filled, qtbot):
    links = [
        each
        for each in filled.fields.findChildren(QPushButton)
        if each.accessibleName() == "Open the record of “Mongolia”"
    ]

    with qtbot.waitSignal(filled.record_requested) as asked:
        qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)

    assert asked.args == ["delegate", ""]


def test_the_page_shows_the_document(filled):
    assert "agreed-minutes in en, marked" in filled.preview.canvas.sheet.toPlainText()
    assert filled.preview.canvas.sheet.width() == sheet.PAGE_WIDTH


def test_a_reference_leads_to_its_place_on_the_page(filled, qtbot):
    page = filled.preview.canvas.sheet
    place = _place_of_link(page, "#annex")
    qtbot.mouseMove(page.viewport(), place)

    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert bar(filled).value() > 300


def test_a_reference_to_a_record_asks_for_it(filled, qtbot):
    page = filled.preview.canvas.sheet
    place = _place_of_link(page, "jwg:delegate:30")

    with qtbot.waitSignal(filled.record_requested) as asked:
        QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert asked.args == ["delegate", "30"]


def _place_of_link(page, address):
    """Return where a link stands, as a person finds it with the pointer."""
    for y in range(90, 200, 4):
        for x in range(90, 500, 6):
            if page.anchorAt(QPoint(x, y)) == address:
                return QPoint(x + 2, y + 2)
    raise AssertionError(address)


def test_the_keys_that_turn_pages_turn_them(filled, qtbot):
    page = filled.preview.canvas.sheet
    page.setFocus()

    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    down = bar(filled).value()
    qtbot.keyClick(page, Qt.Key.Key_Up)

    assert down > 0
    assert bar(filled).value() < down


def test_words_of_the_page_can_be_copied(filled, qtbot):
    page = filled.preview.canvas.sheet
    page.setFocus()

    qtbot.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert "The annex" in QApplication.clipboard().text()


def test_the_page_is_shown_larger_smaller_and_fitted(filled, qtbot):
    fitted = filled.preview.measure()
    with qtbot.waitSignal(filled.preview.scale_changed) as larger:
        qtbot.mouseClick(button(filled, "studio_larger"), Qt.MouseButton.LeftButton)
    assert larger.args[0] > fitted

    with qtbot.waitSignal(filled.preview.scale_changed) as smaller:
        qtbot.mouseClick(button(filled, "studio_smaller"), Qt.MouseButton.LeftButton)
    assert smaller.args[0] < larger.args[0]

    with qtbot.waitSignal(filled.preview.scale_changed) as again:
        qtbot.mouseClick(button(filled, "studio_share"), Qt.MouseButton.LeftButton)
    assert again.args[0] == fitted
    assert button(filled, "studio_share").text() == f"{round(fitted * 100)} %"


def test_the_page_grows_and_shrinks_within_limits(filled, qtbot):
    while button(filled, "studio_larger").isEnabled():
        qtbot.mouseClick(button(filled, "studio_larger"), Qt.MouseButton.LeftButton)
    assert button(filled, "studio_share").text() == "200 %"

    while button(filled, "studio_smaller").isEnabled():
        qtbot.mouseClick(button(filled, "studio_smaller"), Qt.MouseButton.LeftButton)
    assert button(filled, "studio_share").text() == "50 %"


def test_a_wider_window_fits_the_page_anew(filled, qtbot):
    before = filled.preview.measure()

    with qtbot.waitSignal(filled.preview.scale_changed) as wider:
        filled.resize(1500, 820)

    assert wider.args[0] > before


def test_the_same_document_stays_where_it_was_scrolled_to_and_another_begins_at_the_top(
    filled, made
):
    bar(filled).setValue(bar(filled).maximum() // 2)
    filled.show_page(made(scale=0.8), scale=0.8)
    assert bar(filled).value() == pytest.approx(bar(filled).maximum() / 2, abs=2)

    filled.show_page(made("agenda"), scale=0.8)
    assert bar(filled).value() == 0


def test_checks_are_told_in_words_what_is_to_be_mended_first(filled):
    told = words(filled.checks)

    assert told.index("1 thing left open") < told.index("Names match the delegation list")
    assert "Place to be confirmed. Shown in amber on the page." in told
    assert "13 people on the list" in told
    assert "Mongolia is named first" in told
    assert "1 to mend" in told
    assert not any("Decisions" in line for line in told)


def test_a_screen_reader_hears_the_checks(filled):
    area = filled.findChild(QScrollArea, "studio_checks_scroll")
    heard = QAccessible.queryAccessibleInterface(area)

    assert heard.text(QAccessible.Text.Name) == "Before you sign: 1 to mend"
    assert "1 thing left open. Place to be confirmed" in heard.text(QAccessible.Text.Description)


def test_a_document_that_nobody_signs_is_sent(page, offer, made):
    show_offer(page, offer(kind="agenda"))
    page.show_page(made("agenda"), scale=1.0)
    page.show_checks(CHECKS[1:])

    told = words(page.checks)
    assert "Before you send" in told
    assert "In order" in told


def test_the_file_that_will_be_saved_is_named_and_a_draft_is_said_to_be_one(filled, made):
    assert "agreed-minutes - JWG-1 - MN original.docx" in words(filled.checks)
    assert "Word, a draft for comments, about 3 pages" in words(filled.checks)

    filled.show_page(made("agenda"), scale=1.0)
    assert "Word, about 3 pages" in words(filled.checks)


def test_saving_waits_until_the_document_is_there(filled):
    assert button(filled, "studio_word").isEnabled()

    filled.show_reading()

    assert not button(filled, "studio_word").isEnabled()
    assert not button(filled, "studio_print").isEnabled()
    assert "Looking…" in words(filled.checks)


def test_a_pdf_of_a_document_is_offered_with_or_without_a_program_for_it(filled, offer):
    for has_pdf in (False, True):
        show_offer(filled, offer(), has_pdf=has_pdf)

        assert button(filled, "studio_pdf").isVisible()


def test_files_are_offered_under_their_own_names_in_the_folder_of_choice(filled, notifier):
    filled.save_beside(Path("/beside"))
    notifier.answers = [Path("/chosen/minutes.docx"), None]

    filled.ways_out.choose_word_file("Agreed minutes - JWG.1.docx")
    filled.ways_out.choose_pdf_file("Agreed minutes - JWG.1.docx")

    assert notifier.suggestions == [
        Path("/beside/Agreed minutes - JWG.1.docx"),
        Path("/chosen/Agreed minutes - JWG.1.pdf"),
    ]


def test_a_saved_file_is_named_and_can_be_opened(filled, qtbot, notifier):
    filled.ways_out.show_saved(Path("/chosen/Minutes.docx"))
    assert "Saved “Minutes.docx”" in words(filled)
    notice = filled.findChild(QWidget, "studio_saved_notice")

    qtbot.mouseClick(notice.findChild(QPushButton, "open_saved"), Qt.MouseButton.LeftButton)

    assert notifier.opened == [Path("/chosen/Minutes.docx")]
    filled.show_reading()
    assert not notice.isVisible()


@pytest.mark.parametrize(
    ("answer", "deed"),
    [("Compare", "compare"), ("Keep both", "keep-both"), ("Replace", "replace"), (None, None)],
)
def test_what_to_do_about_a_changed_file_is_asked(filled, notifier, answer, deed):
    notifier.answers = [answer]

    assert filled.ways_out.ask_what_to_do("“a.docx” was changed by hand.") == deed
    assert notifier.asked[0][0] == "“a.docx” was changed by hand."


def test_a_problem_takes_the_place_of_the_page(filled):
    filled.show_problem("The template has no field “palce”.", "Mend it.")

    assert {"The template has no field “palce”.", "Mend it."} <= set(words(filled.preview))
    assert not filled.preview.canvas.isVisible()
    assert not button(filled, "studio_word").isEnabled()
    assert "1 thing left open" not in words(filled.checks)
    filled.preview.focus_page()
    assert button(filled, "studio_share").hasFocus()


def test_a_body_without_meetings_says_what_to_do_and_comes_back(filled):
    filled.show_nothing_to_make()
    assert "There is nothing to make documents of yet" in words(filled)
    assert not filled.fields.isVisible()

    filled.show_reading()
    assert filled.fields.isVisible()


def test_a_meeting_with_too_few_records_says_so_and_others_can_be_chosen(page, offer):
    show_offer(page, replace(offer(), kinds=(), chosen=Wish(Subject.MEETING, FIRST.id)))
    page.show_no_document()

    assert "The records are not enough for a document yet" in words(page)
    assert page.findChild(ChoiceField, "studio_record").isEnabled()
    assert not page.findChild(ChoiceField, "studio_kind").isEnabled()


def test_a_narrow_page_shows_one_pane_and_a_button_turns_to_the_other(filled, qtbot):
    filled.resize(860, 600)
    turn = button(filled, "studio_turn")
    assert turn.text() == "Before you sign · 1"
    assert filled.fields.isVisible()
    assert not filled.checks.isVisible()

    qtbot.mouseClick(turn, Qt.MouseButton.LeftButton)
    assert turn.text() == "Choose document"
    assert filled.checks.isVisible()
    assert not filled.fields.isVisible()

    filled.resize(1224, 820)
    assert filled.fields.isVisible()
    assert not turn.isVisible()


def test_a_very_narrow_bar_keeps_its_icons_and_says_less(filled, qtbot, theme, offer):
    show_offer(filled, offer(), has_pdf=True)
    theme.wear(ThemeChoice.LIGHT, text_scale=1.5)
    filled.resize(1020, 600)
    turn = button(filled, "studio_turn")

    qtbot.waitUntil(lambda: turn.text() == "1")
    assert turn.accessibleName() == "Before you sign · 1"
    names = ("studio_smaller", "studio_turn", "studio_print", "studio_issue", "studio_word")
    shown = [button(filled, name) for name in names]
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in shown))


def test_paper_is_never_dark_and_follows_the_theme(filled, theme):
    def ground():
        sheet = filled.preview.canvas.sheet
        return sheet.grab().toImage().pixelColor(4, sheet.height() - 4).name().upper()

    assert ground() == LIGHT["page"]
    theme.wear(ThemeChoice.DARK)
    assert ground() == DARK["page"]


def test_the_pages_to_be_printed_are_shown(filled, qtbot, made):
    filled.ways_out.show_print(made())

    dialog = filled.findChild(QPrintPreviewDialog, "studio_print_preview")
    assert dialog.isVisible()
    assert dialog.windowTitle() == "Print “agreed-minutes”"
    dialog.reject()


def test_a_wheel_over_a_choice_chooses_nothing(filled, qtbot):
    field = filled.findChild(ChoiceField, "studio_kind")
    place = field.mapTo(filled, field.rect().center())

    with qtbot.assertNotEmitted(filled.fields.chooser.kind_chosen):
        QTest.wheelEvent(filled.windowHandle(), place, QPoint(0, -120))

    assert field.currentText() == "Agreed minutes"


def reachable(page):
    """Return what the Tab key stops at."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def nameless(page):
    heard = ((QAccessible.queryAccessibleInterface(each), each) for each in reachable(page))
    return [each for name, each in heard if not name.text(QAccessible.Text.Name)]


def test_everything_that_the_tab_key_stops_at_has_a_name(filled, qtbot):
    assert nameless(filled) == []

    qtbot.mouseClick(button(filled, "studio_history"), Qt.MouseButton.LeftButton)
    filled.show_kept((a_kept(1),))
    assert nameless(filled) == []

    filled.open_comparison("a.docx", (Angle.BY_HAND, Angle.SINCE), Angle.SINCE, is_asked=True)
    filled.show_comparison(a_comparison(), scale=1.0)
    assert nameless(filled) == []


def test_each_part_of_the_page_can_be_given_the_keyboard(filled, qtbot):
    def visit():
        for pane, focus in filled.panes():
            if pane.isVisible():
                focus()
                focused = QApplication.focusWidget()
                yield pane.isAncestorOf(focused)

    assert list(visit()) == [True, True, True]

    qtbot.mouseClick(button(filled, "studio_history"), Qt.MouseButton.LeftButton)
    assert list(visit()) == [True, True]

    filled.open_comparison("a.docx", (Angle.SINCE,), Angle.SINCE, is_asked=False)
    filled.show_comparison(a_comparison(), scale=1.0)
    assert list(visit()) == [True]


def test_of_two_versions_the_changes_stand_at_the_right(page, offer, qtbot):
    show_offer(page, offer(library_services(), subject=Subject.RULES, kind="changes"), has_pdf=True)
    page.show_page(page_of_comparison(a_comparison()), scale=1.0)

    assert "4 changes" in words(page)
    assert not page.checks.isVisible()
    assert not button(page, "studio_issue").isVisible()
    assert not button(page, "studio_pdf").isVisible()
    listed = page.findChild(QListWidget, "studio_changes_list")
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_End)
    assert bar(page).value() > 300

    page.resize(860, 600)
    assert button(page, "studio_turn").text() == "4 changes"
