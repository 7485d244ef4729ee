"""Rules: bringing in a long text, a redline on the screen, and taking a draft back.

A redline is timed from the question to the store until its last word is laid out in the pane that
shows it; the limit is what a person takes for at once.
"""

import random
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication

from app.clock import FixedClock
from app.domain.rules import RuleVersion
from app.services import history, rule_imports, rule_reading
from app.services.rule_imports import Taking, TextStatus
from app.store.engine import Access, connect
from app.store.workspace import Workspace
from app.ui.rules.choice import Choice, Mode
from app.ui.rules.reading_pane import ReadingPane
from tests.benchmarks.bench_store import WORDS
from tests.benchmarks.ledger import record
from tests.builders import key_of, set_up_world

pytestmark = pytest.mark.bench

NOW = datetime(2026, 3, 2, tzinfo=UTC)
DAY = NOW.date()
ROUNDS = 5
LIMIT_ON_SCREEN = 300.0


def long_text(articles: int, *, seed: int) -> list[str]:
    """Return articles of two paragraphs, the first of which has two items."""
    chance = random.Random(seed)

    def words(count: int) -> str:
        return " ".join(chance.choices(WORDS["en"], k=count))

    lines = []
    for number in range(1, articles + 1):
        lines += [f"Article {number} {words(3).capitalize()}", f"1. {words(25).capitalize()}:"]
        lines += [f"(a) {words(8)};", f"(b) {words(8)}.", f"2. {words(25).capitalize()}."]
    return lines


def reworded(lines: list[str], *, changes: int) -> list[str]:
    chance = random.Random(7)
    made = list(lines)
    for place in chance.sample(range(len(made)), changes):
        label, _, rest = made[place].partition(" ")
        if label != "Article":
            made[place] = f"{label} {rest.replace(' ', ' indeed ', 1)}"
    return made


def bring_in(
    workspace: Workspace,
    world,
    lines: list[str],
    *,
    label: str,
    document_id=None,
    is_adopted: bool = True,
):
    preview = rule_imports.look_into("\n".join(lines), language="en")
    change = rule_imports.take_over(
        workspace,
        Taking(
            source=preview.source,
            rows=preview.rows,
            language="en",
            document_id=document_id,
            body_id=world.body,
            code="LONG",
            title="A long text",
            label=label,
            status=TextStatus.AUTHENTIC,
            is_adopted=is_adopted,
            adopted_on=DAY if is_adopted else None,
            in_force_from=DAY if is_adopted else None,
            decision_symbol=f"LONG/{label}" if is_adopted else "",
        ),
    )
    with workspace.read() as reader:
        return reader.get(RuleVersion, key_of(change)).document_id


def seconds(work) -> tuple[float, object]:
    begun = perf_counter()
    made = work()
    return perf_counter() - begun, made


def test_three_thousand_articles_are_brought_in(tmp_path: Path) -> None:
    """Read, arranged, checked, journalled, indexed and sealed; then followed by a second version.

    The floor is to put the same texts into one bare table, and flush it.
    """
    lines = long_text(3000, seed=1)
    with Workspace.create(tmp_path / "L.jwg", clock=FixedClock(NOW), actor="Bat") as workspace:
        world = set_up_world(workspace)
        value, key = seconds(lambda: bring_in(workspace, world, lines, label="1"))
        second = reworded(lines, changes=600)
        follow, _ = seconds(lambda: bring_in(workspace, world, second, label="2", document_id=key))
    with closing(connect(tmp_path / "bare.db", access=Access.CREATE)) as bare:
        bare.execute("CREATE TABLE text (id INTEGER PRIMARY KEY, words TEXT) STRICT")

        def insert() -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.executemany("INSERT INTO text (words) VALUES (?)", [(line,) for line in lines])
            bare.execute("COMMIT")

        floor, _ = seconds(insert)
    record("rules_import", value, "s", "bare inserts of the lines, FULL", floor)
    record("rules_import_second", follow, "s", "the first version, in the same run", value)


def test_a_redline_of_120_articles_on_the_screen(qapp: QApplication, tmp_path: Path) -> None:
    lines = long_text(120, seed=2)
    with Workspace.create(tmp_path / "R.jwg", clock=FixedClock(NOW), actor="Bat") as workspace:
        world = set_up_world(workspace)
        key = bring_in(workspace, world, lines, label="1")
        bring_in(workspace, world, reworded(lines, changes=90), label="2", document_id=key)
        pane = ReadingPane()
        pane.resize(900, 800)
        pane.show()
        first, whole = [], []
        for _ in range(ROUNDS):
            begun = perf_counter()
            read = rule_reading.read(workspace, document_id=key, number=2, against=1)
            assert read is not None
            choice = Choice(document_id=key, mode=Mode.REDLINE, number=2, against=1)
            pane.show_text(read, choice, today=DAY)
            qapp.processEvents()
            first.append((perf_counter() - begun) * 1000)
            while pane.is_filling():
                qapp.processEvents()
            whole.append((perf_counter() - begun) * 1000)
        assert "indeed" in pane.plain_text()
        pane.deleteLater()
    record("rules_redline_seen", median(first), "ms", "the limit", LIMIT_ON_SCREEN)
    record("rules_redline_whole", median(whole), "ms", "the limit", LIMIT_ON_SCREEN)


def test_taking_back_a_draft_that_was_brought_in(tmp_path: Path) -> None:
    """A text of 120 articles, 600 provisions; the floor is to bring it in."""
    lines = long_text(120, seed=2)
    back = []
    with Workspace.create(tmp_path / "U.jwg", clock=FixedClock(NOW), actor="Bat") as workspace:
        world = set_up_world(workspace)
        floor, _ = seconds(lambda: bring_in(workspace, world, lines, label="1", is_adopted=False))
        for _ in range(ROUNDS):
            back.append(seconds(lambda: history.undo(workspace))[0])
            history.redo(workspace)
    record("rules_undo_import", median(back), "s", "bringing it in", floor)
