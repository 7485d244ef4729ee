"""What a register of ten thousand decisions costs: to list it, and to filter it in the window."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time, thread_time

import pytest
from PySide6.QtWidgets import QApplication

from app.clock import FixedClock
from app.domain.decision import Decision, DecisionText
from app.services.register import sheets
from app.store.workspace import Workspace
from app.ui import steps
from app.ui.decisions.register_pane import RegisterPane
from tests import large_register
from tests.benchmarks.ledger import record
from tests.builders import set_up_world

pytestmark = [pytest.mark.bench, pytest.mark.timeout(300)]

NOW = datetime(2026, 3, 2, tzinfo=UTC)
LONGEST = 30


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = Path(tmp_path_factory.mktemp("register")) / "Register.jwg"
    with Workspace.create(path, clock=FixedClock(NOW), actor="Bat") as opened:
        large_register.fill(opened, set_up_world(opened).body)
        yield opened


def test_listing_ten_thousand_decisions(register: Workspace) -> None:
    start = process_time()
    rows = sheets.list_all(register)
    ours = (process_time() - start) * 1000
    with register.read() as reader:
        start = process_time()
        plain = len(reader.find(Decision)), len(reader.find(DecisionText))
        theirs = (process_time() - start) * 1000
    assert plain == (len(rows), 4 * len(rows))
    record("register_list", ours, "ms", "reading the records", theirs)
    assert ours < theirs


def test_filtering_ten_thousand_decisions_in_the_window(register: Workspace, qtbot) -> None:
    rows = sheets.list_all(register)
    pane = RegisterPane()
    qtbot.addWidget(pane)
    pane.resize(1440, 800)
    pane.show()
    pane.show_rows(rows, chosen=None, can_change=True)
    steps.allow(allowed=True)
    try:
        longest = _longest(lambda: pane.table.filter_line.filtered.emit("landfill 9999"), pane)
    finally:
        steps.allow(allowed=False)
    assert [row.symbol for row in pane.table.rows()] == ["D/9999"]

    folding = RegisterPane()
    qtbot.addWidget(folding)
    folding.show_rows(rows, chosen=None, can_change=True)
    start = thread_time()
    folding.table.model.filter("landfill 9999")
    record("register_filter", longest, "ms", "in one go", (thread_time() - start) * 1000)


def _longest(begin, pane: RegisterPane) -> float:
    """Return the milliseconds of the longest stretch in which the window could not answer."""
    stretches = []
    until = perf_counter() + LONGEST
    work = begin
    while perf_counter() < until and (work is begin or len(pane.table.rows()) != 1):
        start = thread_time()
        work()
        stretches.append((thread_time() - start) * 1000)
        work = QApplication.processEvents
    return max(stretches)
