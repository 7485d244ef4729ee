from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Numeric, Table, insert, select, types
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from app.domain.tables import METADATA
from app.store.engine import Access, Begin, open_engine

STORED = {"TEXT", "INTEGER", "REAL", "BLOB"}


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=lambda table: table.name)
def test_every_table_is_strict_with_types_that_strict_accepts(table: Table) -> None:
    dialect = sqlite.dialect()
    assert str(CreateTable(table).compile(dialect=dialect)).rstrip().endswith("STRICT")
    used = {dialect.type_compiler_instance.process(column.type) for column in table.columns}
    assert used <= STORED


@pytest.mark.parametrize(
    ("kind", "stored"),
    [
        (types.String(9), "TEXT"),
        (types.Uuid(), "TEXT"),
        (types.DateTime(timezone=True), "TEXT"),
        (types.JSON(), "TEXT"),
        (types.Numeric(18, 2), "TEXT"),
        (types.Boolean(), "INTEGER"),
        (types.BigInteger(), "INTEGER"),
        (types.Float(), "REAL"),
        (types.LargeBinary(), "BLOB"),
    ],
)
def test_a_type_is_stored_as(kind: types.TypeEngine, stored: str) -> None:
    assert sqlite.dialect().type_compiler_instance.process(kind) == stored


def test_money_comes_back_to_the_cent(tmp_path: Path) -> None:
    table = Table(
        "money",
        MetaData(),
        Column("id", Integer, primary_key=True),
        Column("amount", Numeric(18, 2)),
        sqlite_strict=True,
    )
    engine = open_engine(tmp_path / "money.db", access=Access.CREATE, begin=Begin.WRITING)
    amount = Decimal("9007199254740993.10")  # more digits than a binary number holds
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(insert(table), [{"amount": amount}, {"amount": None}])
        assert list(connection.execute(select(table.c.amount)).scalars()) == [amount, None]
    engine.dispose()
