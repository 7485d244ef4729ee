"""A secretariat's forty meetings taken out as documented files and brought back, all checked."""

import tracemalloc
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import pytest
from pysqlite3 import dbapi2 as driver

from app.clock import FixedClock
from app.domain.tables import METADATA
from app.services import attachments, workspaces
from app.services.whole_workspace import exporting, importing
from app.store.workspace import Workspace
from tests.benchmarks.ledger import record
from tests.large_workspace import build

pytestmark = pytest.mark.bench

CLOCK = FixedClock(datetime(2026, 3, 2, tzinfo=UTC))
FILES, SIZE = 20, 5_000_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "Large.jwg"
    build(path, clock=CLOCK)
    return path


def seconds(act: object) -> float:
    begun = perf_counter()
    act()  # type: ignore[operator]
    return perf_counter() - begun


def dump(path: Path, target: Path) -> None:
    """Write what SQLite's own shell would: the rows of all tables as statements."""
    with closing(driver.connect(str(path))) as store, target.open("w", encoding="utf-8") as file:
        for name in METADATA.tables:
            marks = " || ',' || ".join(f'quote("{c.name}")' for c in METADATA.tables[name].columns)
            for (row,) in store.execute(f'SELECT {marks} FROM "{name}"'):
                file.write(f'INSERT INTO "{name}" VALUES({row});\n')


def load(dumped: Path, path: Path) -> None:
    """Read the statements back into an empty workspace, believing all of them."""
    Workspace.create(path, clock=CLOCK, actor="Bat").close()
    with closing(driver.connect(str(path), isolation_level=None)) as store:
        store.execute("PRAGMA foreign_keys=OFF")
        store.execute("BEGIN")
        store.execute("DELETE FROM store_meta")
        for line in dumped.read_text("utf-8").split(";\n"):
            store.execute(line)
        store.execute("COMMIT")


def test_a_whole_workspace_goes_out_and_comes_back(large: Path, tmp_path: Path) -> None:
    ours, dumps = [], []
    with workspaces.open(large, clock=CLOCK, actor="Bat", read_only=True) as opened:
        for turn in range(3):
            ours.append(
                seconds(lambda to=turn: exporting.export(opened, target=tmp_path / f"{to}"))
            )
            dumps.append(seconds(lambda to=turn: dump(large, tmp_path / f"{to}.sql")))
    record("whole_export", min(ours), "s", "SQL dump", min(dumps))

    back = seconds(
        lambda: importing.bring_in(
            tmp_path / "0", target=tmp_path / "Back.jwg", clock=CLOCK, actor="Bat"
        )
    )
    loaded = seconds(lambda: load(tmp_path / "0.sql", tmp_path / "Loaded.jwg"))
    record("whole_import", back, "s", "SQL load, nothing checked or indexed", loaded)
    with workspaces.open(tmp_path / "Back.jwg", clock=CLOCK, actor="Bat", read_only=True) as opened:
        again = exporting.export(opened, target=tmp_path / "Again")
    assert (again.path / "manifest.json").read_bytes() == (
        tmp_path / "0" / "manifest.json"
    ).read_bytes()


def test_kept_files_pass_through_the_memory_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "Files.jwg"
    with Workspace.create(path, clock=CLOCK, actor="Bat") as opened:
        for number in range(FILES):
            with opened.write("Keep file") as work:
                content = number.to_bytes(4, "big") * (SIZE // 4)
                attachments.keep(work, content, file_name=f"{number}.pdf")
                work.commit()
        tracemalloc.start()
        out = exporting.export(opened, target=tmp_path / "Out")
        exported = tracemalloc.get_traced_memory()[1]
    tracemalloc.reset_peak()
    importing.bring_in(out.path, target=tmp_path / "Back.jwg", clock=CLOCK, actor="Bat")
    imported = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    whole = FILES * SIZE / 1e6
    record("whole_memory", max(exported, imported) / 1e6, "MB", "all kept files", whole)
    assert max(exported, imported) < FILES * SIZE / 2
