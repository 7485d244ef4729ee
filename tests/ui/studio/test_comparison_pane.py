"""Two texts side by side, as people look at them and hear them."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QScrollArea, QWidget

from app.ui.paper.changes_list import tell
from app.ui.studio.view import Angle
from tests.ui.studio.studio_fakes import CHANGES, a_comparison, said


@pytest.fixture
def compared(filled, qtbot):
    """Return the page with a comparison open, and whether something is asked."""
    with qtbot.waitSignal(filled.comparison.entered):
        filled.open_comparison(
            "Minutes.docx", (Angle.BY_HAND, Angle.SINCE), Angle.BY_HAND, is_asked=False
        )
    filled.show_comparison(a_comparison(), scale=1.0)
    return filled


def button(page, name):
    return page.findChild(QPushButton, f"comparison_{name}")


def entries(page):
    found = page.findChild(QListWidget, "comparison_changes_list")
    return [found.item(place).text() for place in range(found.count())]


def test_every_change_is_told_in_words(compared):
    assert entries(compared) == [
        "No. 5: removed “government”, added “at the ministry”",
        "Article 2 bis: added “Standardised baselines”",
        "Removed “A line that went”",
        "Article 3(1): moved; it was Article 7(2)",
    ]
    assert {"4 changes", "Compare “Minutes”", "added", "removed"} <= set(said(compared.comparison))


def test_a_screen_reader_hears_the_list_of_changes(compared):
    heard = QAccessible.queryAccessibleInterface(
        compared.findChild(QListWidget, "comparison_changes_list")
    )

    assert heard.text(QAccessible.Text.Name) == "Changes, in words"
    assert heard.child(0).text(QAccessible.Text.Name).startswith("No. 5: removed")


def test_long_words_are_cut_in_the_list_and_whole_in_the_tip(compared):
    long = replace(CHANGES[1], added="A wordy provision. " * 40)

    assert len(tell(long)) < 250
    assert tell(long, longest=0).count("wordy") == 40


def test_a_change_in_a_text_without_a_number_says_how_the_text_begins():
    within = replace(CHANGES[2], outcome="changed", beginning="Cho Gye-yeon", added="Director")

    assert tell(within) == "“Cho Gye-yeon…”: removed “A line that went”, added “Director”"


def test_a_unit_that_moved_and_changed_says_both():
    moved = replace(CHANGES[3], removed="once", added="twice")

    assert tell(moved) == "Article 3(1): moved; it was Article 7(2); removed “once”, added “twice”"


def test_the_change_that_is_chosen_is_shown_on_the_page(compared, qtbot):
    bar = compared.findChild(QScrollArea, "comparison_scroll").verticalScrollBar()
    changes = compared.findChild(QListWidget, "comparison_changes_list")
    assert changes.currentRow() == 0

    qtbot.mouseClick(button(compared, "next"), Qt.MouseButton.LeftButton)
    first = bar.value()
    qtbot.keyClick(compared, Qt.Key.Key_F8)
    second = bar.value()
    qtbot.keyClick(compared, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)

    assert 0 < first < second
    assert bar.value() == first


def test_the_keyboard_begins_in_the_list(compared):
    changes = compared.findChild(QListWidget, "comparison_changes_list")

    assert QApplication.focusWidget() is changes


def test_escape_leads_back_to_the_document(compared, qtbot):
    with qtbot.waitSignal(compared.comparison.closed):
        qtbot.keyClick(compared, Qt.Key.Key_Escape)

    compared.close_comparison()
    assert compared.preview.isVisible()


def test_from_another_angle_the_other_two_are_compared(compared, qtbot):
    angles = compared.findChild(QWidget, "comparison_angle").buttons()
    assert [each.text() for each in angles] == ["Changed by hand", "Since then"]

    with qtbot.waitSignal(compared.comparison.angle_chosen) as chosen:
        qtbot.mouseClick(angles[1], Qt.MouseButton.LeftButton)

    assert chosen.args == [Angle.SINCE]


def test_a_comparison_that_only_shows_asks_nothing(compared):
    assert not button(compared, "keep_both").isVisible()


@pytest.mark.parametrize(
    ("name", "signal"),
    [("keep_both", "keep_both_requested"), ("replace", "replace_requested")],
)
def test_what_to_do_about_a_changed_file_is_decided_with_both_in_view(filled, qtbot, name, signal):
    filled.open_comparison("Minutes.docx", (Angle.BY_HAND,), Angle.BY_HAND, is_asked=True)
    filled.show_comparison(a_comparison(), scale=1.0)

    with qtbot.waitSignal(getattr(filled.comparison, signal)):
        qtbot.mouseClick(button(filled, name), Qt.MouseButton.LeftButton)


def test_a_comparison_is_saved_once_it_is_shown(compared, qtbot):
    with qtbot.waitSignal(compared.comparison.word_requested):
        qtbot.mouseClick(button(compared, "word"), Qt.MouseButton.LeftButton)
    compared.show_comparison_saved(Path("/chosen/changes.docx"))
    assert "Saved “changes.docx”" in said(compared.comparison)

    compared.open_comparison("Agenda.docx", (Angle.SINCE,), Angle.SINCE, is_asked=False)
    assert not button(compared, "word").isEnabled()
    assert "Comparing…" in said(compared.comparison)


def test_two_that_say_the_same_say_so(compared):
    compared.show_comparison(a_comparison(changes=()), scale=1.0)

    assert "The two say the same. Layout and pictures are not compared." in said(
        compared.comparison
    )
    assert not button(compared, "next").isEnabled()


def test_two_that_cannot_be_compared_say_why(compared):
    compared.show_comparison_problem("“a.docx” is not a Word document.", "Save it so.")

    assert "“a.docx” is not a Word document." in said(compared.comparison)
    assert entries(compared) == []
    assert not button(compared, "word").isEnabled()


def test_a_larger_page_keeps_the_change_that_is_chosen(compared, qtbot):
    qtbot.mouseClick(button(compared, "next"), Qt.MouseButton.LeftButton)
    changes = compared.findChild(QListWidget, "comparison_changes_list")

    compared.show_comparison(a_comparison(), scale=1.1)

    assert changes.currentRow() == 1


def test_a_document_that_is_read_anew_leaves_the_comparison_open(compared):
    compared.show_reading()

    assert compared.comparison.isVisible()
