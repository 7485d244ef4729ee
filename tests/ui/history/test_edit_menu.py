from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from app.domain.errors import Misfortune
from app.store.change_set import ChangeSet
from app.ui.desk import Desk
from app.ui.history.text_keys import can_redo, can_undo
from app.ui.window.frame import Frame
from app.ui.window.menus import Command
from tests.ui.ui_fakes import fake_services

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Past:
    """A history of two changes."""

    def __init__(self):
        self.done = ["Plan meeting", "Add R&D paper"]
        self.undone = []
        self.problem = None

    def next_undo(self, workspace):
        return SimpleNamespace(use_case=self.done[-1]) if self.done else None

    def next_redo(self, workspace):
        return SimpleNamespace(use_case=self.undone[-1]) if self.undone else None

    def undo(self, workspace):
        if self.problem is not None:
            raise self.problem
        self.undone.append(self.done.pop())
        return ChangeSet(8, "Undo", frozenset({"party"}))

    def redo(self, workspace):
        self.done.append(self.undone.pop())
        return ChangeSet(9, "Redo", frozenset({"party"}))


@pytest.fixture
def past():
    return Past()


@pytest.fixture
def services(past):
    return fake_services(history=past)


def entry(desk, command):
    return desk.window.menu_bar.action(command)


def press(qtbot, desk, key, modifier=CONTROL):
    desk.window.activateWindow()
    qtbot.keyClick(QApplication.focusWidget() or desk.window, key, modifier)


def test_the_menu_names_what_an_undo_would_take_back(desk):
    assert entry(desk, Command.UNDO).text() == "&Undo Add R&&D paper"
    assert entry(desk, Command.UNDO).isEnabled()
    assert entry(desk, Command.REDO).text() == "&Redo"
    assert not entry(desk, Command.REDO).isEnabled()


def test_without_a_history_there_is_nothing_to_undo(desk, past):
    past.done.clear()
    desk._changes.publish(ChangeSet(1, "x", frozenset()))

    assert entry(desk, Command.UNDO).text() == "&Undo"
    assert not entry(desk, Command.UNDO).isEnabled()


def test_the_keys_undo_and_redo(desk, past, qtbot):
    press(qtbot, desk, Qt.Key.Key_Z)
    assert past.done == ["Plan meeting"]
    assert entry(desk, Command.REDO).text() == "&Redo Add R&&D paper"

    press(qtbot, desk, Qt.Key.Key_Y)
    assert past.undone == []

    press(qtbot, desk, Qt.Key.Key_Z)
    press(qtbot, desk, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert past.undone == []


def test_a_refusal_to_undo_is_told(desk, past, notifier):
    past.problem = Misfortune("“Adopt decision” cannot be undone.", "Take a further decision.")

    entry(desk, Command.UNDO).trigger()

    assert notifier.told == [("“Adopt decision” cannot be undone.", "Take a further decision.")]


def test_typing_in_a_field_is_taken_back_first(desk, past, qtbot):
    field = desk.window.findChild(QLineEdit, "meetings_filter")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "abc")

    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == ""
    assert len(past.done) == 2

    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert len(past.done) == 1


def test_typing_in_a_field_is_brought_back_first(desk, past, qtbot):
    field = desk.window.findChild(QLineEdit, "meetings_filter")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert past.undone

    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert field.text() == "abc"
    assert past.undone


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_a_field_can_undo_what_was_typed_and_redo_what_was_undone(qtbot, make):
    field = make()
    qtbot.addWidget(field)
    assert not can_undo(field)
    assert not can_redo(field)

    qtbot.keyClicks(field, "a")
    assert can_undo(field)
    field.undo()
    assert can_redo(field)

    field.redo()
    field.setReadOnly(True)
    assert not can_undo(field)


def test_undoing_makes_the_pages_read_anew(qtbot, around, mistakes, past):
    read = []
    desk = Desk(Frame(clock=around.clock), around)
    qtbot.addWidget(desk.window)
    desk.start(None)
    desk._changes.subscribe(read.append, kinds=frozenset({"party"}))

    entry(desk, Command.UNDO).trigger()

    assert [change.use_case for change in read] == ["Undo"]
    assert mistakes == []
