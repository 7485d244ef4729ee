"""The whole numbers that were given as keys: the last of each kind, so that none is given twice."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from app.domain.errors import Misfortune
from app.domain.tables import METADATA
from app.domain.workspace_facts import SearchEntry

_COUNTED = "sqlite_sequence"


class NumbersDoNotFit(Misfortune):
    """What is said of the numbers given last cannot be."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            f"The number given last to a record of the kind “{kind[:60]}” cannot be right.",
            "Nothing was taken over. Export the workspace again, or ask for another copy.",
        )


def numbered_kinds() -> frozenset[str]:
    """Return the kinds of record whose keys are numbers that are never given twice."""
    numbered = {
        name
        for name, table in METADATA.tables.items()
        if table.dialect_options["sqlite"]["autoincrement"]
    }
    return frozenset(numbered - {str(SearchEntry.__tablename__)})


def last_numbers(connection: Connection) -> dict[str, int]:
    """Return the last number that was given, by kind; of some none was given yet."""
    rows = connection.exec_driver_sql(f"SELECT name, seq FROM {_COUNTED}").all()
    return {name: int(last) for name, last in rows if name in numbered_kinds()}


def set_last_numbers(connection: Connection, wanted: Mapping[str, int]) -> None:
    """Have the next number of each kind follow the one that is said to be the last.

    Raises:
        NumbersDoNotFit: if there is a record with a larger one, or no such kind of record.
    """
    given = last_numbers(connection)
    for kind in sorted(wanted.keys() - numbered_kinds()):
        raise NumbersDoNotFit(kind)
    for kind in sorted(wanted.keys() | given.keys()):
        largest = _largest(connection, kind)
        last = wanted.get(kind, -1)
        if not largest <= last < 2**63 - 1:
            raise NumbersDoNotFit(kind)
        connection.exec_driver_sql(f"DELETE FROM {_COUNTED} WHERE name = ?", (kind,))
        connection.exec_driver_sql(f"INSERT INTO {_COUNTED} VALUES (?, ?)", (kind, last))


def _largest(connection: Connection, kind: str) -> int:
    (key,) = METADATA.tables[kind].primary_key
    statement = select(key).order_by(key.desc()).limit(1)
    return int(connection.execute(statement).scalar() or 0)
