"""Makes every column type one that a STRICT table of SQLite accepts: TEXT, INTEGER, REAL or BLOB.

SQLAlchemy names its own types (``CHAR(32)``, ``DATETIME``), which STRICT refuses. Importing this
module is enough; ``app.store.engine`` does so before any table is made.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from sqlalchemy import types
from sqlalchemy.ext.compiler import compiles

_STORED_AS: dict[str, tuple[type[Any], ...]] = {
    "TEXT": (
        types.String,
        types.Unicode,
        types.CHAR,
        types.VARCHAR,
        types.Text,
        types.Enum,
        types.JSON,
        types.Uuid,
        types.UUID,
        types.Date,
        types.Time,
        types.DateTime,
        # Money is exact: a decimal kept as REAL would come back rounded.
        types.Numeric,
        types.NUMERIC,
    ),
    "INTEGER": (types.Boolean, types.BigInteger, types.BIGINT, types.SmallInteger),
    "REAL": (types.Float, types.FLOAT, types.Double),
    "BLOB": (types.LargeBinary,),
}


class ExactDecimal(types.Numeric[Decimal]):
    """A decimal kept as its digits; SQLite itself would keep the nearest binary number."""

    cache_ok = True

    def bind_processor(self, dialect: Any) -> Callable[[Any], Any]:
        """Return what turns a decimal into text."""
        return lambda value: None if value is None else str(Decimal(str(value)))

    def result_processor(self, dialect: Any, coltype: Any) -> Callable[[Any], Any]:
        """Return what turns text into a decimal."""
        return lambda value: None if value is None else Decimal(value)


def _store_as(word: str) -> Callable[..., str]:
    def compile_type(_type: Any, _compiler: Any, **_options: Any) -> str:
        return word

    return compile_type


for _word, _types in _STORED_AS.items():
    for _type in _types:
        compiles(_type, "sqlite")(_store_as(_word))
