"""Makes the tables of a new workspace and brings those of an older one up to date."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as driver
from sqlalchemy import Engine, event

from app.clock import Clock
from app.domain.errors import Mistake
from app.domain.tables import METADATA
from app.store.backup import back_up
from app.store.backup_folder import Reason
from app.store.engine import APPLICATION_ID, Access, Begin, connect, open_engine
from app.store.faults import translated
from app.store.search_index import CREATE_TABLES
from app.store.space import require_space
from app.store.version import OLDEST_READER, SCHEMA_VERSION, revision
from app.texts.segments import SEGMENTER_VERSION

_ALEMBIC_TABLE = (
    "CREATE TABLE alembic_version ( version_num TEXT NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) )"
)


def create_fresh(engine: Engine, *, now: datetime) -> None:
    """Make all the tables in an empty file, in one transaction."""
    with engine.begin() as connection:
        METADATA.create_all(connection)
        for statement in (*CREATE_TABLES, _ALEMBIC_TABLE):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(
            "INSERT INTO alembic_version VALUES (?)", (revision(SCHEMA_VERSION),)
        )
        facts = {
            "segmenter_version": SEGMENTER_VERSION,
            "oldest_reader": str(OLDEST_READER),
            "search_day": now.date().isoformat(),
            "made_at": now.isoformat(),
        }
        connection.exec_driver_sql("INSERT INTO store_meta VALUES (?, ?)", list(facts.items()))
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def migrate(path: Path, *, clock: Clock, upgrade: Callable[[Any], None] | None = None) -> None:
    """Bring the workspace at ``path`` up to date; the caller holds its lock.

    A checked backup is made first. All steps are one transaction: if one of them fails, the file
    is as it was.

    Args:
        path: The workspace.
        clock: Dates the backup.
        upgrade: What is run on the connection; all the migrations unless given.

    Raises:
        DiskFull: if there is no room for the backup and the work.
    """
    require_space(path, folder=path.parent)
    back_up(path, reason=Reason.BEFORE_MIGRATION, clock=clock)
    bring_up_to_date(path, upgrade=upgrade)


def bring_up_to_date(path: Path, *, upgrade: Callable[[Any], None] | None = None) -> None:
    """Run the migrations on a file of which there is another copy, and in one transaction.

    The search index is marked to be made anew on the next opening, as the records that it was made
    from may have changed their shape.
    """
    engine = open_engine(path, access=Access.READ_WRITE, begin=Begin.WRITING)
    # Before BEGIN, and not later: a table that is rebuilt would take its children with it.
    event.listen(engine, "connect", _stop_checking_references)
    try:
        with translated(path), engine.begin() as connection:
            (upgrade or _run_migrations)(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise Mistake(f"The migration broke references: {broken[:5]}")
            facts = {"oldest_reader": str(OLDEST_READER), "segmenter_version": ""}
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO store_meta VALUES (?, ?)", list(facts.items())
            )
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
    finally:
        engine.dispose()


def create_as_of(path: Path, version: int) -> None:
    """Make an empty file at ``path`` with the tables that an earlier version had."""
    engine = open_engine(path, access=Access.CREATE, begin=Begin.WRITING)
    event.listen(engine, "connect", _stop_checking_references)
    try:
        with engine.begin() as connection:
            _run_migrations(connection, to=revision(version))
            connection.exec_driver_sql(f"PRAGMA user_version={version}")
    finally:
        engine.dispose()


def oldest_reader(path: Path) -> int | None:
    """Return the oldest version that can read the file; None if the file does not say."""
    with translated(path), closing(connect(path, access=Access.READ_ONLY)) as connection:
        try:
            row = connection.execute(
                "SELECT CAST(value AS TEXT) FROM store_meta WHERE key = 'oldest_reader'"
            ).fetchone()
        except driver.OperationalError:
            return None  # a later version may keep its facts elsewhere
    return int(row[0]) if row and str(row[0]).isdecimal() else None


def _run_migrations(connection: Any, *, to: str = "head") -> None:
    from alembic import command  # only here: it takes as long to import as the window to open
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", (Path(__file__).parent / "migrations").as_posix())
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _stop_checking_references(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA foreign_keys=OFF")
