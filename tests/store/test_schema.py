import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Column, Text, event

from app.clock import FixedClock
from app.domain.body import Body, BodyParty
from app.domain.errors import Mistake
from app.domain.party import Party, PartyKind
from app.store import schema
from app.store.backup_folder import Reason, backup_files
from app.store.engine import APPLICATION_ID, Access, Begin, connect, open_engine
from app.store.faults import DiskFull
from app.store.schema import create_fresh, migrate
from app.store.version import SCHEMA_VERSION, revision
from app.store.workspace import Workspace


def schema_of(path: Path) -> dict[tuple[str, str], str]:
    with closing(connect(path, access=Access.READ_ONLY)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return {(kind, name): re.sub(r"\s+", " ", sql or "").strip() for kind, name, sql in rows}


@pytest.fixture
def version_zero(tmp_path: Path) -> Path:
    """A file from before the first version: ours, but without a table of ours."""
    path = tmp_path / "old.jwg"
    with closing(connect(path, access=Access.CREATE)) as connection:
        connection.execute("CREATE TABLE kept (words TEXT) STRICT")
        connection.execute("INSERT INTO kept VALUES ('from before')")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    return path


@pytest.fixture
def fresh(tmp_path: Path, clock: FixedClock) -> Path:
    path = tmp_path / "fresh.jwg"
    engine = open_engine(path, access=Access.CREATE, begin=Begin.WRITING)
    create_fresh(engine, now=clock.now())
    engine.dispose()
    return path


def test_a_migrated_store_equals_a_fresh_one(
    version_zero: Path, fresh: Path, clock: FixedClock
) -> None:
    migrate(version_zero, clock=clock)
    migrated = schema_of(version_zero)
    del migrated["table", "kept"]
    assert migrated == schema_of(fresh)
    assert ("table", "search_now") in migrated


def test_a_migrated_store_ranks_like_a_fresh_one(
    version_zero: Path, fresh: Path, clock: FixedClock
) -> None:
    migrate(version_zero, clock=clock)
    for path in (version_zero, fresh):
        with closing(connect(path, access=Access.READ_ONLY)) as connection:
            rank = "SELECT v FROM search_now_config WHERE k = 'rank'"
            assert connection.execute(rank).fetchone() == ("bm25(1.0, 4.0)",)


def test_an_older_workspace_is_brought_up_to_date_on_opening(
    version_zero: Path, clock: FixedClock
) -> None:
    with Workspace.open(version_zero, clock=clock, actor="Bat") as opened:
        assert not opened.read_only
        with opened.read() as reader:
            assert reader.find(Body) == []
    with closing(connect(version_zero, access=Access.READ_ONLY)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("SELECT words FROM kept").fetchone() == ("from before",)


def test_a_checked_backup_is_made_before_a_migration(version_zero: Path, clock: FixedClock) -> None:
    migrate(version_zero, clock=clock)
    (backup,) = backup_files(version_zero)
    assert backup.reason is Reason.BEFORE_MIGRATION
    assert [name for kind, name in schema_of(backup.path) if kind == "table"] == ["kept"]


def test_a_migration_that_fails_in_the_middle_leaves_the_file_as_it_was(
    version_zero: Path, clock: FixedClock
) -> None:
    def fail_at_the_end(connection: Any) -> None:
        schema._run_migrations(connection)
        connection.exec_driver_sql("DELETE FROM kept")
        raise RuntimeError("power of the example")

    before = version_zero.read_bytes()
    with pytest.raises(RuntimeError):
        migrate(version_zero, clock=clock, upgrade=fail_at_the_end)
    assert version_zero.read_bytes() == before


def test_a_full_disk_stops_a_migration_before_it_begins(
    version_zero: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 100})
    monkeypatch.setattr("app.store.space.shutil.disk_usage", lambda _folder: usage)
    before = version_zero.read_bytes()
    with pytest.raises(DiskFull):
        migrate(version_zero, clock=clock)
    assert version_zero.read_bytes() == before
    assert backup_files(version_zero) == ()


def rebuild_body(connection: Any) -> None:
    operations = Operations(MigrationContext.configure(connection))
    with operations.batch_alter_table("body", recreate="always") as batch:
        batch.add_column(Column("motto", Text))


def test_rebuilding_a_table_keeps_the_rows_that_belong_to_it(
    path: Path, clock: FixedClock, add_body: Callable[..., Body]
) -> None:
    with (
        Workspace.open(path, clock=clock, actor="Bat") as opened,
        opened.write("Set up a body") as work,
    ):
        body = add_body(work)
        party = work.add(Party(code="KR", kind=PartyKind.STATE))
        work.add(BodyParty(body_id=body.id, party_id=party.id, seat=1))
        work.commit()
    migrate(path, clock=clock, upgrade=rebuild_body)
    with closing(connect(path, access=Access.READ_ONLY)) as connection:
        assert connection.execute("SELECT count(*) FROM body_party").fetchone() == (1,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_without_the_precaution_the_rows_would_be_lost(
    path: Path, clock: FixedClock, add_body: Callable[..., Body]
) -> None:
    """Shows that the test before this one can fail."""
    with (
        Workspace.open(path, clock=clock, actor="Bat") as opened,
        opened.write("Set up a body") as work,
    ):
        body = add_body(work)
        party = work.add(Party(code="KR", kind=PartyKind.STATE))
        work.add(BodyParty(body_id=body.id, party_id=party.id, seat=1))
        work.commit()
    engine = open_engine(path, access=Access.READ_WRITE, begin=Begin.WRITING)
    with engine.begin() as connection:
        rebuild_body(connection)
        left = connection.exec_driver_sql("SELECT count(*) FROM body_party").scalar()
        connection.rollback()
    engine.dispose()
    assert left == 0


def test_a_migration_that_breaks_references_is_undone(
    path: Path, clock: FixedClock, add_body: Callable[..., Body]
) -> None:
    def orphan(connection: Any) -> None:
        connection.exec_driver_sql(
            "INSERT INTO instrument_party (instrument_id, party_id, ordinal, signatory)"
            " VALUES ('none', 'none', 1, '')"
        )

    before = path.read_bytes()
    with pytest.raises(Mistake, match="broke references"):
        migrate(path, clock=clock, upgrade=orphan)
    assert path.read_bytes() == before


def test_the_migrations_lead_to_this_version() -> None:
    versions = Path(schema.__file__).parent / "migrations" / "versions"
    numbers = sorted(file.name[1:5] for file in versions.glob("v*.py"))
    assert numbers == [revision(number) for number in range(1, SCHEMA_VERSION + 1)]


def test_the_first_migration_imports_no_live_table() -> None:
    folder = Path(schema.__file__).parent / "migrations"
    for file in folder.rglob("*.py"):
        assert "app.domain" not in file.read_text("utf-8"), file.name


def test_opening_an_up_to_date_workspace_does_not_import_alembic(path: Path) -> None:
    program = """
import sys
from pathlib import Path
from app.clock import SystemClock
from app.store.workspace import Workspace
with Workspace.open(Path(sys.argv[1]), clock=SystemClock(), actor="Bat") as opened:
    assert not opened.read_only
sys.exit("alembic" in sys.modules)
"""
    ran = subprocess.run(
        [sys.executable, "-c", program, str(path)], cwd=Path(__file__).parents[2], check=False
    )
    assert ran.returncode == 0


def test_foreign_keys_are_watched_again_after_a_migration(
    version_zero: Path, clock: FixedClock
) -> None:
    migrate(version_zero, clock=clock)
    engine = open_engine(version_zero, access=Access.READ_WRITE, begin=Begin.WRITING)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()
    assert not event.contains(engine, "connect", schema._stop_checking_references)
