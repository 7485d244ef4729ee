"""How long the window stands still over a workspace of forty meetings, action by action."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QLabel, QListView

from app.clock import FixedClock
from app.settings.options import ThemeChoice
from app.settings.settings_file import Settings
from app.ui import fonts, services, translation
from app.ui.desk import Desk, Surroundings
from app.ui.pictures import NobodyAnswers
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window.frame import Frame
from tests import large_workspace
from tests.benchmarks.ledger import record
from tests.benchmarks.ticks import Ticks

pytestmark = pytest.mark.bench

CLOCK = FixedClock(datetime(2026, 6, 2, tzinfo=UTC))
LIMIT = 100.0


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "Large.jwg"
    large_workspace.build(path, clock=CLOCK)
    return path


@pytest.fixture
def desk(qtbot, qapp, tmp_path, large):
    fonts.load()
    translation.install(qapp)
    theme = Theme(qapp)
    theme.wear(ThemeChoice.LIGHT)
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
    with qtbot.waitSignal(desk.filled, timeout=60_000):
        desk.start(large)
    yield desk
    with qtbot.waitSignal(desk.closed, timeout=60_000):
        window.close()
    assert mistakes == []


def test_no_action_holds_the_window_up(desk, qtbot):
    ticks = Ticks()
    view = desk.window.findChild(QListView, "meetings_list")
    title = desk.window.findChild(QLabel, "meeting_title")
    keys = list(desk._page.meeting._keys)
    slowest: dict[str, float] = {}

    def note(name, milliseconds):
        slowest[name] = max(slowest.get(name, 0.0), milliseconds)

    def choose(row):
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        view.selectionModel().setCurrentIndex(view.model().index(row, 0), how)

    def is_idle():
        return desk._around.tasks._pool.activeThreadCount() == 0

    for key in keys:
        note(f"first tab {key}", ticks.longest(lambda key=key: desk.show_tab(key), is_idle))
    for key in keys:
        desk.show_tab(key)
        for row in (3, 9, 15):
            shown = title.text()
            note(
                f"meeting on {key}",
                ticks.longest(
                    lambda row=row: choose(row),
                    lambda shown=shown: title.text() != shown and is_idle(),
                ),
            )
    for place in desk.window._places:
        note(f"page {place}", ticks.longest(lambda p=place: desk.window.go_to(p), is_idle))
    desk.go_to_meetings()
    for name, milliseconds in sorted(slowest.items(), key=lambda item: -item[1]):
        print(f"\n  {name}: {milliseconds:.0f} ms", end="")
    assert record("window_standstill", max(slowest.values()), "ms", "the limit", LIMIT) > 0
    assert title.text()
