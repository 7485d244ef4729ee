"""How long the window stands still while 250 paragraphs under one item are read and written."""

import gc
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from PySide6.QtTest import QTest

from app.clock import FixedClock
from app.domain.minutes import MinutesParagraph
from app.settings.options import ThemeChoice
from app.settings.settings_file import Settings
from app.store.workspace import Workspace
from app.ui import fonts, services, translation
from app.ui.changes import ChangeBus
from app.ui.minutes.part import MinutesPart
from app.ui.needs import Needs
from app.ui.operations import Operations
from app.ui.pictures import NobodyAnswers
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests import large_workspace
from tests.benchmarks.ledger import record
from tests.benchmarks.ticks import Ticks

pytestmark = pytest.mark.bench

CLOCK = FixedClock(datetime(2026, 6, 2, tzinfo=UTC))
LIMIT = 100.0


@pytest.fixture
def written(tmp_path):
    """A workspace of 10,000 paragraphs; those of its last meeting all stand under one item."""
    path = tmp_path / "Large.jwg"
    large = large_workspace.build(path, clock=CLOCK)
    workspace = Workspace.open(path, clock=CLOCK, actor="secretariat")
    meeting = large.meetings[-1]
    sheet = services.load().minutes_sheets.read(workspace, meeting_id=meeting)
    assert not sheet.is_sealed
    with workspace.write("Put all under one item") as work:
        for each in sheet.paragraphs:
            work.get(MinutesParagraph, each.id).agenda_item_id = sheet.items[0].id
        work.commit()
    yield workspace, meeting
    workspace.close()


@pytest.fixture
def part(qtbot, qapp, written, tmp_path):
    gc.collect()
    gc.freeze()  # the pauses of the collector are those of the whole program, not of this tab
    fonts.load()
    translation.install(qapp)
    theme = Theme(qapp)
    theme.wear(ThemeChoice.LIGHT)
    mistakes = []
    tasks, changes = Tasks(), ChangeBus()
    operations = Operations(
        tasks=tasks, changes=changes, notifier=NobodyAnswers(), report_mistake=mistakes.append
    )
    part = MinutesPart(
        Needs(
            tasks=tasks,
            operations=operations,
            changes=changes,
            notifier=NobodyAnswers(),
            report_failure=mistakes.append,
            clock=CLOCK,
            settings=Settings(tmp_path / "settings.ini"),
            go_to=lambda *told: None,
        )
    )
    part.tasks = tasks
    qtbot.addWidget(part.widget)
    part.widget.resize(1100, 800)
    part.widget.show()
    qtbot.waitExposed(part.widget)
    part.open(services.load(), written[0], language="en")
    yield part
    qtbot.waitUntil(lambda: tasks._pool.activeThreadCount() == 0)
    assert mistakes == []
    gc.unfreeze()


def test_250_paragraphs_under_one_item_never_hold_the_window_up(part, written):
    _workspace, meeting = written
    sheet = part.widget.sheet
    ticks, slowest = Ticks(), {}

    def is_idle():
        return part.tasks._pool.activeThreadCount() == 0 and not sheet.is_busy()

    def measure(name, action):
        took = ticks.longest(action, is_idle).work
        slowest[name] = max(slowest.get(name, 0.0), took)

    def show():
        part.show_meeting(SimpleNamespace(row=SimpleNamespace(id=meeting)))
        part.looked_at(shown=True)

    measure("show 250 paragraphs", show)
    assert len(part._hand.page.paragraphs) == 250
    editor = sheet.blocks[3].editors[0]
    editor.setFocus()
    for letter in "The two sides agreed":
        measure("type a letter", lambda letter=letter: QTest.keyClicks(editor, letter))
    measure("keep a copy against a crash", part._typing._writing.keep_unsaved)
    measure("save", part.leave)
    key = sheet.blocks[3].key
    writing = part._typing._writing
    measure("confirm", lambda: writing.confirm([key], happened=False))
    measure("cut", lambda: writing.cut(key, "en", 5))
    measure("join", lambda: writing.join(sheet.blocks[4].key, "en"))
    measure("move", lambda: writing.move(key, step=1))
    measure("describe", lambda: writing.describe(key, grade="noted"))
    measure("note", lambda: part._typing._note("D: the annex is adopted"))
    measure("find", lambda: part._presenter.find("agreed to continue", 1))
    measure("find back", lambda: part._presenter.find("agreed to continue", -1))
    measure("another language", lambda: part._presenter.choose_language("ko"))
    measure("two languages", lambda: part._presenter.show_beside("en"))
    measure("to the end", lambda: part._presenter.go_to(part._hand.page.paragraphs[-1].id))
    measure("to the bottom", lambda: _scroll(sheet, 1.0))
    measure("to the middle", lambda: _scroll(sheet, 0.5))
    measure("narrower", lambda: part.widget.resize(700, 800))
    for name, milliseconds in sorted(slowest.items(), key=lambda item: -item[1]):
        print(f"\n  {name}: {milliseconds:.0f} ms", end="")
    assert record("minutes_standstill", max(slowest.values()), "ms", "the limit", LIMIT) > 0


def _scroll(sheet, share):
    bar = sheet.verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))
