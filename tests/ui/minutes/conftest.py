"""The tab of the minutes over a real workspace: a meeting in session with three agenda items."""

import shutil
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPushButton

from app.clock import FixedClock
from app.domain.agenda import StandardItem
from app.domain.body import Body
from app.domain.delegation import DelegateRole
from app.domain.meeting import Meeting, MeetingStatus
from app.domain.party import Party
from app.services import agenda
from app.settings.settings_file import Settings
from app.store.workspace import Workspace
from app.ui import services as ui_services
from app.ui.changes import ChangeBus
from app.ui.minutes.part import MinutesPart
from app.ui.needs import Needs
from app.ui.operations import Operations
from app.ui.tasks import ImmediateTasks
from tests.builders import an_agenda_item, key_of, seat_person, set_up_world
from tests.ui.ui_fakes import RecordingNotifier

NOW = datetime(2025, 5, 27, 6, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def session_in_file(tmp_path_factory):
    """A meeting that has begun, whose minutes are not written yet."""
    path = tmp_path_factory.mktemp("minutes") / "Minutes.jwg"
    with Workspace.create(path, clock=FixedClock(NOW), actor="Bat") as workspace:
        world = set_up_world(workspace)
        items = [
            key_of(agenda.add_item(workspace, an_agenda_item(world.meeting, label, **fields)))
            for label, fields in (
                ("1", {"titles": {"en": "Opening"}, "standard": StandardItem.OPENING}),
                ("2", {"titles": {"en": "Test reports", "ko": "시험성적서"}}),
                ("3", {"titles": {"en": "Next meeting"}, "standard": StandardItem.NEXT_MEETING}),
            )
        ]
        for delegation, name in (
            (world.korean_delegation, "Cho Gye-yeon"),
            (world.mongolian_delegation, "Batkhishig Purevdoo"),
        ):
            seat_person(
                workspace,
                delegation,
                name,
                role=DelegateRole.HEAD,
                printed_names={"en": name, "ko": name},
                printed_posts={"en": "Director", "ko": "국장"},
            )
        with workspace.write("Prepare") as work:
            meeting = work.get(Meeting, world.meeting)
            meeting.status = MeetingStatus.IN_SESSION
            meeting.languages = ["en", "ko"]
            work.get(Body, world.body).decision_pattern = "{number}/JWG.{ordinal}"
            for key, words in (
                (world.korea, {"en": "Korean", "ko": "한국"}),
                (world.mongolia, {"en": "Mongolian", "ko": "몽골"}),
            ):
                work.get(Party, key).adjectives = words
            work.commit()
    return path, world, items


@pytest.fixture
def world(session_in_file):
    return session_in_file[1]


@pytest.fixture
def items(session_in_file):
    return session_in_file[2]


@pytest.fixture
def workspace(session_in_file, tmp_path, monkeypatch):
    monkeypatch.setattr("app.store.workspace.back_up_if_changed", lambda *_path, **_how: None)
    path = shutil.copyfile(session_in_file[0], tmp_path / "Minutes.jwg")
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
        yield opened


@pytest.fixture
def changes():
    return ChangeBus()


@pytest.fixture
def went():
    return []


@pytest.fixture
def notifier():
    return RecordingNotifier()


@pytest.fixture
def needs(changes, notifier, mistakes, tmp_path, went):
    tasks = ImmediateTasks()
    operations = Operations(
        tasks=tasks, changes=changes, notifier=notifier, report_mistake=mistakes.append
    )
    return Needs(
        tasks=tasks,
        operations=operations,
        changes=changes,
        notifier=notifier,
        report_failure=operations.fail,
        clock=FixedClock(NOW),
        settings=Settings(tmp_path / "settings.ini"),
        go_to=lambda *told: went.append(told),
    )


class Hand:
    """Works the tab as a person does."""

    def __init__(self, qtbot, part, workspace, meeting_id):
        self.qtbot = qtbot
        self.part = part
        self.page = part.widget
        self.workspace = workspace
        self.meeting_id = meeting_id
        self.menus = []

    @property
    def blocks(self):
        return self.page.sheet.blocks

    def texts(self):
        return [block.editors[0].toPlainText() for block in self.blocks]

    def record(self):
        from app.services import minutes_sheets

        return minutes_sheets.read(self.workspace, meeting_id=self.meeting_id)

    def stored(self, language="en"):
        return [each.texts.get(language, "") for each in self.record().paragraphs]

    def choose(self, row):
        """Choose an agenda item in the list at the left."""
        places = self.page.places
        index = places.table.index(row)
        self.click(places.list.viewport(), at=places.list.visualRect(index).center())
        self.settle()

    def click(self, widget, at=None):
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        self.settle()

    def type(self, words, block=0, at_end=True):
        editor = self.blocks[block].editors[0]
        editor.setFocus()
        if at_end:
            editor.put_cursor(len(editor.toPlainText()))
        self.qtbot.keyClicks(editor, words)
        return editor

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier, widget=None):
        self.qtbot.keyClick(widget or QApplication.focusWidget(), key, modifiers)
        self.settle()

    def compose(self, editor, preedit, commit=""):
        """Have an input method compose, and write what it commits."""
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(editor, event)

    def settle(self):
        for _turn in range(8):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if not self.page.sheet.is_busy():
                break

    def find(self, kind, name):
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def dialog(self, name):
        """Return the dialog that is open now."""
        shown = [each for each in self.page.findChildren(QDialog, name) if each.isVisible()]
        assert len(shown) == 1, name
        return shown[0]

    def save(self, name):
        """Press the button of a dialog that saves."""
        self.click(self.dialog(name).findChild(QPushButton, "save"))

    def is_open(self, name):
        return any(each.isVisible() for each in self.page.findChildren(QDialog, name))

    def menu_of(self, block):
        """Return the texts of what can be done with a paragraph, and the entries."""
        menu = QMenu()
        self.page.sheet.menu_wanted.emit(block.key, menu)
        self.menus.append(menu)
        return {each.text(): each for each in menu.actions() if each.text()}

    def note(self, line):
        """Type a line below the paragraphs and press Enter."""
        editor = self.find(QLineEdit, "note_line")
        editor.setFocus()
        editor.clear()
        if line.isascii():
            self.qtbot.keyClicks(editor, line)
        else:  # what has no key of its own comes through an input method
            self.compose(editor, line)
            self.compose(editor, "", commit=line)
        self.press(Qt.Key.Key_Return, widget=editor)
        return editor

    def drag(self, grip, target):
        """Drag a paragraph by its grip to a point of the sheet."""
        start = grip.rect().center()
        QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
        there = grip.mapFromGlobal(target)
        QTest.mouseMove(grip, there)
        grip.dragged.emit(grip.mapToGlobal(there))
        QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=there)
        self.settle()

    def point(self, block, share):
        """Return a point of a block on the screen; ``share`` of its height from its top."""
        return block.mapToGlobal(QPoint(40, round(block.height() * share)))


@pytest.fixture
def show(qtbot, needs, world, mistakes):
    """Show the tab over a workspace."""
    parts = []

    def show(workspace, *, size=(1000, 760)):
        part = MinutesPart(needs)
        parts.append(part)
        qtbot.addWidget(part.widget)
        part.widget.resize(*size)
        part.widget.show()
        qtbot.waitExposed(part.widget)
        part.open(ui_services.load(), workspace, language="en")
        part.show_meeting(a_detail(world.meeting))
        part.looked_at(shown=True)
        hand = Hand(qtbot, part, workspace, world.meeting)
        hand.settle()
        return hand

    yield show
    assert mistakes == []


@pytest.fixture
def hand(show, workspace):
    """The tab of a meeting without minutes."""
    return show(workspace)


@pytest.fixture
def drafted(hand):
    """The tab after the minutes were drafted."""
    from PySide6.QtWidgets import QPushButton

    hand.click(hand.find(QPushButton, "draft_minutes"))
    return hand


def a_detail(meeting_id):
    from types import SimpleNamespace

    return SimpleNamespace(row=SimpleNamespace(id=meeting_id))
