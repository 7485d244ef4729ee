"""Issuing and saving, as the page asks for it and tells of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from app.services.previews import PlannedFile
from tests.ui.studio.studio_fakes import said
from tests.ui.ui_fakes import CHECKS, KOREA, MONGOLIA

FILES = (
    PlannedFile(MONGOLIA.id, "Agreed minutes - JWG-1 - MN original.docx", is_draft=False),
    PlannedFile(KOREA.id, "Agreed minutes - JWG-1 - KR original.docx", is_draft=False),
)


def button(page, name):
    return page.findChild(QPushButton, name)


def test_a_document_is_issued_from_the_bar_above_it(filled, qtbot):
    issue = button(filled, "studio_issue")
    assert issue.text() == "Issue…"

    with qtbot.waitSignal(filled.preview.toolbar.issue_requested):
        qtbot.mouseClick(issue, Qt.MouseButton.LeftButton)


def test_from_a_sealed_workspace_nothing_is_issued_and_the_button_says_why(filled, offer):
    filled.show_offer(offer(), has_pdf=False, can_write=False)

    issue = button(filled, "studio_issue")
    assert not issue.isEnabled()
    assert "can only be read" in issue.toolTip()
    assert button(filled, "studio_word").isEnabled()


def test_while_a_document_is_made_it_cannot_be_issued(filled):
    filled.show_reading()

    assert not button(filled, "studio_issue").isEnabled()


def test_before_issuing_the_user_is_told_what_it_means(filled, notifier):
    notifier.answers = [True]

    assert filled.ways_out.ask_to_issue("Agreed minutes.docx") is True
    question, detail = notifier.asked[0]
    assert question == "Issue “Agreed minutes”?"
    assert "kept in the workspace" in detail


def test_what_is_to_be_mended_first_is_led_to(filled, qtbot):
    filled.ways_out.show_not_ready()

    assert "It cannot be issued yet" in said(filled.checks)
    area = filled.findChild(QScrollArea, "studio_checks_scroll")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is area)

    filled.show_reading()
    assert "It cannot be issued yet" not in said(filled.checks)


def test_on_a_narrow_page_the_checks_come_forward(filled):
    filled.resize(860, 600)
    assert not filled.checks.isVisible()

    filled.ways_out.show_not_ready()

    assert filled.checks.isVisible()


def test_an_issued_document_is_told_with_its_folder(filled):
    filled.ways_out.show_issued(Path("/chosen/Minutes.docx"))

    assert "Issued, kept, and written to the folder “chosen”: Minutes.docx" in said(filled)


def test_several_files_are_told_with_their_folder_which_can_be_opened(filled, qtbot, notifier):
    filled.ways_out.show_all_saved([Path("/chosen/a.docx"), Path("/chosen/b.docx")])

    assert "Saved 2 files in “chosen”" in said(filled)
    notice = filled.findChild(QWidget, "studio_saved_notice")
    assert not notice.findChild(QPushButton, "open_saved").isVisible()
    qtbot.mouseClick(notice.findChild(QPushButton, "show_saved"), Qt.MouseButton.LeftButton)
    assert notifier.opened == [Path("/chosen")]

    filled.ways_out.show_saved(Path("/chosen/a.docx"))
    assert notice.findChild(QPushButton, "open_saved").isVisible()


def test_a_folder_is_asked_for_and_offered_again(filled, notifier):
    notifier.answers = [Path("/chosen"), None, None]

    assert filled.ways_out.choose_folder() == Path("/chosen")
    assert filled.ways_out.choose_folder() is None
    filled.ways_out.choose_word_file("a.docx")
    assert notifier.suggestions == [Path("/chosen/a.docx")]


def test_every_original_is_listed_and_saved_in_one_go(filled, offer, qtbot):
    filled.show_offer(offer(), has_pdf=True, can_write=True)
    filled.show_files(FILES)

    told = said(filled.checks)
    assert {FILES[0].file_name, FILES[1].file_name, "Both as one PDF"} <= set(told)
    assert told.count("Word, a draft for comments, about 3 pages") == 2
    with qtbot.waitSignal(filled.checks.files.all_requested):
        qtbot.mouseClick(button(filled, "studio_save_all"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(filled.checks.files.all_as_pdf_requested):
        qtbot.mouseClick(button(filled, "studio_save_all_pdf"), Qt.MouseButton.LeftButton)


def test_without_a_program_for_pdf_only_word_is_offered(filled):
    filled.show_files(FILES)

    assert button(filled, "studio_save_all").isVisible()
    assert not button(filled, "studio_save_all_pdf").isVisible()
    assert "Both as one PDF" not in said(filled.checks)


def test_another_original_of_the_same_document_keeps_the_list(filled, made):
    filled.show_files(FILES)

    filled.show_page(made(scale=1.25), scale=1.25)

    assert FILES[1].file_name in said(filled.checks)


def test_of_a_document_of_nobody_there_is_one_file(filled, made):
    filled.show_files(FILES)

    filled.show_page(made("agenda"), scale=1.0)

    assert not button(filled, "studio_save_all").isVisible()
    assert FILES[1].file_name not in said(filled.checks)


@pytest.mark.parametrize("found", [CHECKS, CHECKS[1:]])
def test_the_checks_stay_readable_for_those_who_hear_them(filled, found):
    filled.show_checks(found)

    area = filled.findChild(QScrollArea, "studio_checks_scroll")
    assert "Names match the delegation list" in area.accessibleDescription()
