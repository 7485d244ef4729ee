"""The tab in every state: nothing there, reading, failed, sealed, read-only, one it may not write.

What is not looked at reads nothing, and nobody meets a control without a name.
"""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from app.clock import SystemClock
from app.domain.errors import Misfortune
from app.services import minutes_sheets
from app.store.workspace import Workspace
from app.ui import services as ui_services
from app.ui.minutes.part import MinutesPart
from app.ui.minutes.steps_bar import AGREE
from tests.ui.ui_fakes import fake_services


def a_detail(meeting_id):
    return SimpleNamespace(row=SimpleNamespace(id=meeting_id))


def test_nothing_is_read_until_the_tab_is_looked_at(qtbot, needs, world):
    part = MinutesPart(needs)
    qtbot.addWidget(part.widget)
    asked = []

    class Refusing:
        def __getattr__(self, name):
            asked.append(name)
            raise AssertionError(name)

    services = fake_services()
    part._presenter.open(services, Refusing(), language="en")
    part.show_meeting(a_detail(world.meeting))
    part.leave()
    part.show_meeting(None)
    assert asked == []
    assert part.title() == "Minutes"


def test_a_meeting_that_cannot_be_read_says_why(show, workspace, monkeypatch):
    def refuse(*_told, **_how):
        raise Misfortune("The minutes cannot be read.", "Restore a backup.")

    monkeypatch.setattr(minutes_sheets, "read", refuse)
    hand = show(workspace)
    assert hand.page._blank.sentence() == "The minutes cannot be read."
    assert not hand.find(QPushButton, "draft_minutes").isVisible()


def test_a_workspace_that_can_only_be_read_offers_nothing_to_write(
    hand, show, workspace, needs, world, qtbot
):
    hand.click(hand.find(QPushButton, "draft_minutes"))
    path = workspace.path
    with Workspace.open(path, clock=SystemClock(), actor="Cho", read_only=True) as reader:
        other = show(reader)
        assert "can only be read" in other.page.state.sentence()
        other.choose(1)
        assert other.blocks[0].editors[0].isReadOnly()
        assert not other.blocks[0].tick.isEnabled()
        assert not other.page.note.isVisible()
        for name in ("confirm_all", "make_decision", "make_action"):
            button = other.find(QPushButton, name)
            assert not button.isVisible() or not button.isEnabled(), name
        other.page.turn_to(AGREE)
        assert [
            each.objectName()
            for each in other.page.agreement.findChildren(QPushButton)
            if each.isVisible() and not each.objectName().startswith(("look_", "compare_"))
        ] == []
        told = [each.text() for each in other.page.bar.menu().actions() if each.text()]
        assert [each for each in told if each.startswith(("Mark", "Keep", "Pre-draft"))] == []


def test_another_meeting_and_none_forget_what_was_shown(drafted):
    drafted.choose(1)
    drafted.type(" More.")
    drafted.part.show_meeting(None)
    drafted.settle()
    assert drafted.stored()[3].endswith("More."), "what was typed is saved before it is left"
    drafted.part.show_meeting(a_detail(drafted.meeting_id))
    drafted.settle()
    assert "was held in" in drafted.texts()[0]


def test_a_change_elsewhere_is_shown_while_nobody_types(drafted, changes):
    from app.services import minutes_writing

    key = drafted.record().paragraphs[3].id
    drafted.choose(1)
    change = minutes_writing.rewrite(
        drafted.workspace, paragraph_id=key, language="en", words="Changed elsewhere."
    )
    changes.publish(change)
    drafted.settle()
    assert drafted.texts() == ["Changed elsewhere."]


def test_two_languages_stand_side_by_side_and_both_are_saved(drafted):
    drafted.choose(1)
    drafted.page.head.beside_chosen.emit("ko")
    drafted.settle()
    block = drafted.blocks[0]
    assert [each.language for each in block.editors] == ["en", "ko"]
    korean = block.editors[1]
    korean.setFocus()
    korean.selectAll()
    drafted.compose(korean, "회의")
    drafted.compose(korean, "", commit="회의를 하였다.")
    drafted.part.leave()
    drafted.settle()
    assert drafted.stored("ko")[3] == "회의를 하였다."
    drafted.page.head.beside_chosen.emit("")
    drafted.settle()
    assert [each.language for each in drafted.blocks[0].editors] == ["en"]


def test_another_language_shows_the_same_paragraphs_in_its_words(drafted):
    drafted.page.head.language_chosen.emit("ko")
    drafted.settle()
    assert any("회의" in each for each in drafted.texts())
    assert drafted.blocks[0].editors[0].accessibleName() == "Paragraph in Korean"


@pytest.mark.parametrize("where", ["write", "agree"])
def test_every_control_one_can_tab_to_has_a_name(drafted, where):
    drafted.choose(1)
    drafted.page.turn_to(where)
    drafted.settle()
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractItemView)
    nameless = [
        f"{type(each).__name__} {each.objectName()}"
        for each in drafted.page.findChildren(QWidget)
        if isinstance(each, kinds)
        and each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (each.accessibleName() or (isinstance(each, QAbstractButton) and each.text()))
    ]
    assert nameless == []


@pytest.mark.parametrize("size", [(1180, 800), (860, 620), (560, 620)])
def test_the_tab_folds_to_its_width_and_cuts_nothing_off(show, workspace, size):
    hand = show(workspace, size=size)
    hand.click(hand.find(QPushButton, "draft_minutes"))
    hand.settle()
    assert hand.page.width() <= size[0], "nothing holds it wider than there is room"
    for button in hand.page.findChildren(QPushButton):
        if button.isVisible() and button.text() and button.objectName() != "grade":
            room = button.width()
            assert button.fontMetrics().horizontalAdvance(button.text()) <= room, button.text()
    right = hand.page.rect().right()
    for label in hand.page.findChildren(QLabel):
        if label.isVisible():
            assert label.mapTo(hand.page, label.rect().topRight()).x() <= right + 1, label.text()


def test_the_panes_can_be_asked_for_where_there_is_little_room(show, workspace):
    hand = show(workspace, size=(560, 620))
    hand.click(hand.find(QPushButton, "draft_minutes"))
    assert not hand.page.places.isVisible()
    hand.click(hand.find(QPushButton, "show_places"))
    assert hand.page.places.isVisible()
    hand.click(hand.find(QPushButton, "show_aids"))
    assert hand.page.aids.isVisible()
    assert not hand.page.places.isVisible(), "one at a time, where there is no room for both"


def test_the_services_are_all_there():
    services = ui_services.load()
    for name in ("minutes_sheets", "minutes_writing", "signing", "minutes_editions"):
        assert getattr(services, name) is not None
