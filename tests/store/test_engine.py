from collections.abc import Iterator
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as driver
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, OperationalError

from app.store.engine import Access, Begin, SqliteTooOld, connect, open_engine, require_sqlite

EXPECTED = {
    "busy_timeout": 5000,
    "foreign_keys": 1,
    "journal_mode": "truncate",
    "synchronous": 2,
    "fullfsync": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "store #1 50% 회의?.jwg"


@pytest.fixture
def engine(file: Path) -> Iterator[Engine]:
    engine = open_engine(file, access=Access.CREATE, begin=Begin.WRITING)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT) STRICT"))
    yield engine
    engine.dispose()


def settings_of(connection) -> dict[str, object]:
    return {
        name: connection.execute(text(f"PRAGMA {name}")).scalar_one_or_none() for name in EXPECTED
    }


def test_every_connection_has_the_safe_settings(engine: Engine) -> None:
    with engine.connect() as first:
        assert settings_of(first) == EXPECTED
    engine.dispose()
    with engine.connect() as later:
        assert settings_of(later) == EXPECTED


def test_a_file_name_with_signs_of_an_address_is_opened_as_it_is(
    engine: Engine, file: Path
) -> None:
    assert file.is_file()
    assert [path.name for path in file.parent.iterdir() if path.suffix == ".jwg"] == [file.name]


def test_a_table_that_was_made_is_gone_after_a_rollback(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE half (id INTEGER) STRICT"))
        connection.rollback()
        found = connection.execute(text("SELECT name FROM sqlite_master WHERE name = 'half'"))
        assert found.all() == []


def test_a_writing_transaction_takes_the_lock_when_it_begins(engine: Engine, file: Path) -> None:
    other = connect(file, access=Access.READ_WRITE)
    other.execute("PRAGMA busy_timeout=0")
    with engine.connect() as connection:
        connection.execute(text("SELECT count(*) FROM note"))
        with pytest.raises(driver.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    other.close()


def test_readings_do_not_keep_one_another_out(engine: Engine, file: Path) -> None:
    reading = open_engine(file, access=Access.READ_WRITE, begin=Begin.READING)
    with reading.connect() as first, reading.connect() as second:
        assert first.execute(text("SELECT count(*) FROM note")).scalar() == 0
        assert second.execute(text("SELECT count(*) FROM note")).scalar() == 0
    reading.dispose()


def test_a_reading_cannot_write(engine: Engine, file: Path) -> None:
    reading = open_engine(file, access=Access.READ_WRITE, begin=Begin.READING)
    with reading.connect() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(text("INSERT INTO note (words) VALUES ('x')"))
    reading.dispose()


def test_a_strict_table_refuses_bytes_for_text(engine: Engine) -> None:
    with engine.connect() as connection, pytest.raises(DBAPIError, match="cannot store BLOB"):
        connection.execute(text("INSERT INTO note (words) VALUES (x'00')"))


def test_a_file_opened_for_reading_is_never_made(tmp_path: Path) -> None:
    with pytest.raises(driver.OperationalError, match="unable to open"):
        connect(tmp_path / "absent.jwg", access=Access.READ_ONLY)
    assert list(tmp_path.glob("absent*")) == []


def test_an_immutable_file_leaves_nothing_beside_it(engine: Engine, file: Path) -> None:
    engine.dispose()
    file.with_name(f"{file.name}-journal").unlink(missing_ok=True)
    connection = connect(file, access=Access.IMMUTABLE)
    assert connection.execute("SELECT count(*) FROM note").fetchone() == (0,)
    connection.close()
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == [file.name]


def test_a_sqlite_that_is_too_old_is_refused_by_name() -> None:
    with pytest.raises(SqliteTooOld, match=r"3\.40\.1.*3\.43\.0"):
        require_sqlite((3, 40, 1))


def test_the_shipped_sqlite_is_new_enough() -> None:
    require_sqlite(driver.sqlite_version_info)
    assert driver.sqlite_version_info >= (3, 51, 3)
