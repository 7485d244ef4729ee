"""Rules: bringing in a long text, a redline on the screen, and how much a library takes up.

A redline is timed from the question to the store until its last word is laid out in the pane that
shows it; the limit is what a person takes for at once. A library is measured on a part of it: one
document is as large as another, so that the size of a thousand follows from that of some.
"""

import random
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication

from app.clock import FixedClock
from app.domain.rules import RuleVersion
from app.domain.sealing import text_hash
from app.services import rule_imports, rule_reading
from app.services.rule_imports import Taking, TextStatus
from app.store.engine import Access, connect
from app.store.search_index import rebuild
from app.store.workspace import Workspace
from app.ui.rules.choice import Choice, Mode
from app.ui.rules.reading_pane import ReadingPane
from tests.benchmarks.bench_store import (
    LANGUAGES,
    PROVISIONS,
    VERSIONS,
    WORDS,
    add_document,
    add_provision,
)
from tests.benchmarks.ledger import record
from tests.builders import key_of, set_up_world

pytestmark = pytest.mark.bench

NOW = datetime(2026, 3, 2, tzinfo=UTC)
DAY = NOW.date()
ROUNDS = 5
LIMIT_ON_SCREEN = 300.0
LIMIT_OF_A_LIBRARY = 1000.0
MEASURED_DOCUMENTS, ALL_DOCUMENTS = 50, 1000


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


def bring_in(workspace: Workspace, world, lines: list[str], *, label: str, document_id=None):
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
            is_adopted=True,
            adopted_on=DAY,
            in_force_from=DAY,
            decision_symbol=f"LONG/{label}",
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


def test_a_thousand_documents_of_twenty_versions(tmp_path: Path) -> None:
    """The rules with their indexes and the index of the search, without the history of changes.

    What the history adds is told beside it: it keeps every word a second time.
    """
    path = tmp_path / "Library.jwg"
    opened = Workspace.create(path, clock=FixedClock(NOW), actor="Bat")
    empty = path.stat().st_size
    chance = random.Random(20)
    with closing(connect(path, access=Access.READ_WRITE)) as store:
        store.execute("BEGIN IMMEDIATE")
        for index in range(MEASURED_DOCUMENTS):
            document = add_document(store, f"RULES-{index}", versions=VERSIONS)
            for ordinal in range(PROVISIONS):
                add_history(store, document, ordinal, chance)
        store.execute("COMMIT")
    with opened._writing.begin() as connection:
        rebuild(connection, today=date(2026, 3, 2))
    opened._reading.dispose()
    opened._writing.dispose()
    measured = (path.stat().st_size - empty) / 1e6
    told = ALL_DOCUMENTS // MEASURED_DOCUMENTS
    print(f"\n{MEASURED_DOCUMENTS} documents take {measured:.1f} MB, {told} times that:", end="")
    record("rules_held", measured * told, "MB", "the limit", LIMIT_OF_A_LIBRARY)


def add_history(store, document: str, ordinal: int, chance: random.Random) -> None:
    """Add a provision that one version in ten changes, with the hashes that every text has."""
    starts = [1, *(number for number in range(2, VERSIONS + 1) if chance.random() < 0.1)]
    for v_from, v_to in zip(starts, [*starts[1:], None], strict=True):
        revision = add_provision(store, document, ordinal, v_from=v_from, v_to=v_to)
        texts = {tag: " ".join(chance.choices(WORDS[tag], k=45)) for tag in LANGUAGES}
        authentic = text_hash(texts[LANGUAGES[0]])
        store.executemany(
            "INSERT INTO provision_text (revision_id, language, correction, status, heading, text,"
            " sha256, source_sha256, sealed_from) VALUES (?, ?, 0, 'working', '', ?, ?, ?, ?)",
            [
                (revision, tag, words, text_hash(words), authentic if at else None, v_from)
                for at, (tag, words) in enumerate(texts.items())
            ],
        )
