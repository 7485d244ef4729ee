"""Gives a table another shape and keeps its rows, which SQLite's ALTER TABLE cannot.

The table is made under its own name, so that its text in the file is that of a fresh one. Foreign
keys are not watched while this runs (see ``app.store.schema``): else the rows of other tables that
belong to this one would go with it.
"""

from collections.abc import Callable, Mapping

from alembic import op


def rebuild(
    table: str,
    create: Callable[[], None],
    *,
    filled: Mapping[str, str] | None = None,
    converted: Mapping[str, str] | None = None,
) -> None:
    """Make a table anew with the rows it has.

    Args:
        table: Its name.
        create: Creates it with its indexes.
        filled: For each new column the SQL of the value that rows from before get; empty else.
        converted: For each column that is stored otherwise now, the SQL that makes it of the old.
    """
    connection = op.get_bind()
    kept = [row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{table}")')]
    numbered = connection.exec_driver_sql(
        "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
    ).scalar()
    connection.exec_driver_sql(f'CREATE TABLE kept_rows AS SELECT * FROM "{table}"')
    connection.exec_driver_sql(f'DROP TABLE "{table}"')
    create()
    new = dict(filled or {})
    columns = ", ".join(f'"{name}"' for name in (*kept, *new))
    old = {name: f'"{name}"' for name in kept} | dict(converted or {})
    values = ", ".join((*old.values(), *new.values()))
    connection.exec_driver_sql(
        f'INSERT INTO "{table}" ({columns}) SELECT {values} FROM kept_rows ORDER BY rowid'
    )
    connection.exec_driver_sql("DROP TABLE kept_rows")
    if numbered:  # a key that was given once is not given again, even if its row has gone
        connection.exec_driver_sql(
            "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (numbered, table)
        )
