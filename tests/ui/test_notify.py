from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from app.ui.notify import DialogNotifier, FileKind, file_filter, with_suffix


@pytest.fixture
def asking(qtbot):
    return DialogNotifier()


@pytest.fixture
def when_asked():
    """Return a function that has something done to the message box as soon as it is there."""
    waiting = QTimer(interval=10)

    def prepare(deed):
        def look():
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                waiting.stop()
                deed(box)

        waiting.timeout.connect(look)
        waiting.start()

    yield prepare
    waiting.stop()


def press(role):
    def deed(box):
        next(button for button in box.buttons() if box.buttonRole(button) == role).click()

    return deed


def test_a_question_is_agreed_to_by_the_button_with_the_deed_on_it(asking, when_asked):
    when_asked(press(QMessageBox.ButtonRole.AcceptRole))
    assert asking.ask("Go back?", "Nothing is lost.", agree="Restore")


def test_a_question_can_be_declined(asking, when_asked):
    when_asked(press(QMessageBox.ButtonRole.RejectRole))
    assert not asking.ask("Go back?", "Nothing is lost.", agree="Restore")


@pytest.mark.parametrize(("words", "place"), [("Keep both", 0), ("Replace", 1), ("Cancel", None)])
def test_one_of_several_things_is_chosen_or_none(asking, when_asked, words, place):
    def deed(box):
        next(button for button in box.buttons() if button.text() == words).click()

    when_asked(deed)
    assert asking.choose("Which?", "Both are kept.", answers=("Keep both", "Replace")) == place


def test_a_misfortune_is_told_with_its_remedy(asking, when_asked):
    shown = []

    def look(box):
        shown.append((box.text(), box.informativeText()))
        box.accept()

    when_asked(look)
    asking.tell_misfortune("The disk is full.", "Make room.")

    assert shown == [("The disk is full.", "Make room.")]


def test_a_new_file_gets_the_ending_of_its_kind(asking, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: ("/a/Minutes v1.2", ""))

    chosen = asking.choose_new_file(FileKind.WORD, title="Save", suggestion=Path("x"))

    assert chosen == Path("/a/Minutes v1.2.docx")


def test_choosing_no_file_is_an_answer_too(asking, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *asked: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: ("", ""))

    assert asking.choose_file(FileKind.WORKSPACE, title="Open", folder=Path()) is None
    assert asking.choose_new_file(FileKind.WORD, title="Save", suggestion=Path()) is None


def test_an_ending_that_is_there_already_is_kept():
    assert with_suffix(Path("a.DOCX"), FileKind.WORD) == Path("a.DOCX")


@pytest.mark.parametrize("kind", FileKind)
def test_every_kind_of_file_has_words_in_the_dialog(kind):
    assert "*." in file_filter(kind)
