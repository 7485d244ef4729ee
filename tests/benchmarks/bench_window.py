"""How long the window stands still over a workspace of forty meetings, action by action."""

import gc
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.clock import FixedClock
from app.settings.options import ThemeChoice
from app.settings.settings_file import Settings
from app.ui import fonts, services, translation
from app.ui.appearance import is_dark
from app.ui.desk import Desk, Surroundings
from app.ui.pictures import NobodyAnswers
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window.frame import Frame
from app.ui.window.menus import Command
from tests import large_workspace
from tests.benchmarks.ledger import record
from tests.benchmarks.ticks import Standstill, Ticks

pytestmark = pytest.mark.bench

CLOCK = FixedClock(datetime(2026, 6, 2, tzinfo=UTC))
BARE = 250
FORMS = (
    Command.NEW_MEETING,
    Command.EDIT_MEETING,
    Command.NEW_BODY,
    Command.BODY_SETTINGS,
    Command.PREPARATION_TERMS,
    Command.HOLIDAYS,
    Command.BRING_IN_RULES,
    Command.NEW_RULES,
    Command.MAKE_PACK,
    Command.KEYS,
    Command.RESTORE_BACKUP,
    Command.PRINT,
    Command.ABOUT,
)
"""What opens a window of its own without a further choice."""
LEAVES = frozenset(
    {
        Command.CLOSE,
        Command.NEW_WORKSPACE,
        Command.OPEN_WORKSPACE,
        Command.OPEN_SAMPLE,
        Command.UNDO,  # the last thing done here was to enter everything there is
        Command.REDO,
    }
)
"""What leads away from this workspace, or leaves nothing of it to be measured."""


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "Large.jwg"
    large_workspace.build(path, clock=CLOCK)
    return path


@pytest.fixture
def theme(qapp):
    fonts.load()
    translation.install(qapp)
    worn = Theme(qapp)
    worn.wear(ThemeChoice.LIGHT)
    return worn


@pytest.fixture
def desk(qtbot, theme, tmp_path, large):
    window = Frame(clock=CLOCK)
    qtbot.addWidget(window)
    tasks = Tasks(window)
    mistakes = []
    desk = Desk(
        window,
        Surroundings(
            theme=theme,
            settings=Settings(tmp_path / "settings.ini"),
            tasks=tasks,
            clock=CLOCK,
            actor="secretariat",
            notifier=NobodyAnswers(),
            report_mistake=mistakes.append,
            load_services=services.load,
            sample_path=tmp_path / "none.jwg",
            log_folder=tmp_path,
        ),
    )
    window.resize(1440, 900)
    window.show()
    with qtbot.waitSignal(desk.warmed, timeout=60_000):
        desk.start(large)
    gc.collect()
    gc.freeze()  # as the program does
    yield desk
    gc.unfreeze()
    with qtbot.waitSignal(desk.closed, timeout=60_000):
        window.close()
    assert mistakes == []


def test_no_action_holds_the_window_up(desk, theme, qtbot):
    slowest = Slowest(desk)
    view = desk.window.findChild(QListView, "meetings_list")
    title = desk.window.findChild(QLabel, "meeting_title")
    keys = list(desk._page.meeting._keys)

    def choose(row):
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        view.selectionModel().setCurrentIndex(view.model().index(row, 0), how)

    for key in keys:
        slowest.note(f"first tab {key}", partial(desk.show_tab, key))
    for key in keys:
        desk.show_tab(key)
        for row in (9, 15, 3):
            shown = title.text()
            slowest.note(
                f"meeting on {key}",
                partial(choose, row),
                lambda shown=shown: title.text() != shown,
            )
    for place in desk.window._places:
        slowest.note(f"page {place}", partial(desk.window.go_to, place))
    desk.go_to_meetings()
    for command in FORMS:
        slowest.note(
            f"open {command.value}",
            partial(desk.window.menu_bar.requested.emit, command),
            lambda: QApplication.activeModalWidget() is not None,
        )
        slowest.note(f"close {command.value}", QApplication.activeModalWidget().reject)
    for command in sorted(set(Command) - set(FORMS) - LEAVES):
        asked = partial(desk.window.menu_bar.requested.emit, command)
        slowest.note(command.value, asked, lambda: not theme._dressing.is_busy())
        close_what_opened(desk.window)
    slowest.print()
    floor = held_by_bare_widgets(qtbot)
    against = f"a bare window filled with {BARE} labels"
    assert record("window_standstill", slowest.work(), "ms", against, floor) > 0
    assert title.text()


def test_lists_of_two_thousand_rows_answer(desk, qtbot):
    slowest = Slowest(desk)
    slowest.note("page persons", partial(desk.window.go_to, "persons"))
    grid = desk.window.findChild(QTableView, "persons_grid")
    qtbot.waitUntil(lambda: grid.model().rowCount() == large_workspace.DELEGATES, timeout=30_000)
    words = desk.window.findChild(QLineEdit, "persons_filter")
    control = Qt.KeyboardModifier.ControlModifier

    slowest.note("choose all", partial(QTest.keyClick, grid, Qt.Key.Key_A, control))
    slowest.note("choose one", partial(QTest.keyClick, grid, Qt.Key.Key_Down))
    slowest.note("sort", partial(grid.horizontalHeader().sectionClicked.emit, 0))
    slowest.note("filter", partial(QTest.keyClicks, words, "k"))
    slowest.note("filter no more", words.clear)
    slowest.print()

    bare = QListWidget()
    bare.addItems([f"Row {number}" for number in range(large_workspace.DELEGATES)])
    bare.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
    qtbot.addWidget(bare)
    bare.show()
    floor = Ticks().longest(bare.selectAll, lambda: True).work
    against = "choosing all rows of a bare list"
    assert record("window_lists", slowest.work(), "ms", against, floor) > 0


def test_other_colours_are_put_on_in_steps(desk, theme, qtbot):
    slowest = Slowest(desk)
    for key in desk._page.meeting._keys:
        slowest.note("tabs", partial(desk.show_tab, key))
    for place in desk.window._places:
        slowest.note("pages", partial(desk.window.go_to, place))
    steps = Slowest(desk)
    for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT):
        steps.note(
            f"theme {choice}",
            partial(theme.change_into, choice),
            lambda: not theme._dressing.is_busy(),
        )
        assert is_dark() == (choice is ThemeChoice.DARK)
    steps.print()

    sheet = QApplication.instance().styleSheet()
    other = partial(QApplication.instance().setStyleSheet, f"{sheet}/* anew */")
    at_once = Ticks().longest(other, lambda: True).work
    against = "one style sheet over another, as Qt does it"
    assert record("window_colours", steps.work(), "ms", against, at_once) > 1


def close_what_opened(window):
    """Close whatever stands before the window."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)


class Slowest:
    """Notes how long each action holds the window up."""

    def __init__(self, desk):
        self._pool = desk._around.tasks._pool
        self._ticks = Ticks()
        self._noted: dict[str, Standstill] = {}

    def note(self, name, action, done=lambda: True):
        """Do something, and wait until it is done and nothing is under way."""
        held = self._ticks.longest(
            action, lambda: self._pool.activeThreadCount() == 0 and bool(done())
        )
        self._noted[name] = held.or_longer(self._noted.get(name, Standstill()))

    def print(self):
        """Print all of them, the longest first."""
        for name, held in sorted(self._noted.items(), key=lambda item: -item[1].work):
            print(f"\n  {name}: {held.work:.0f} ms of work, {held.wall:.0f} ms", end="")

    def work(self):
        """Return the longest."""
        return max(held.work for held in self._noted.values())


def held_by_bare_widgets(qtbot):
    """Return what Qt itself takes to fill a window with as many labels as a screen has widgets."""
    window = QWidget()
    column = QVBoxLayout(window)
    qtbot.addWidget(window)
    window.show()

    def fill():
        for number in range(BARE):
            column.addWidget(QLabel(f"Label {number}"))

    return Ticks().longest(fill, lambda: True).work
