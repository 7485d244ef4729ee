"""The shapes of columns and constraints that the tables are written in, all of them named.

Constraints carry, in ``info["sentence"]``, what a user reads when a change breaks them, and in
``info["field"]`` the field of a form beside which it is read.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Enum,
    Index,
    LargeBinary,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlmodel import Field


class HexBytes(TypeDecorator[str]):
    """A hash: hexadecimal wherever it is read, and half as many bytes where it is kept."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> bytes | None:
        """Return what is stored."""
        return None if value is None else bytes.fromhex(value)

    def result_processor(self, dialect: Any, coltype: Any) -> Callable[[Any], str | None]:
        """Return what makes hexadecimal of what is stored, in one step for each of many rows."""
        return _hex


def _hex(value: bytes | str | None) -> str | None:
    # A file that was not brought up to date yet has it as text.
    return value.hex() if isinstance(value, bytes) else value


def table(*parts: Any, **options: Any) -> tuple[Any, ...]:
    """Return the ``__table_args__`` of a STRICT table with the given constraints and indexes."""
    return (*parts, {"sqlite_strict": True, **options})


def check(name: str, sql: str, sentence: str, *, field: str = "") -> CheckConstraint:
    """Return a named CHECK; ``sentence`` is what the user reads when a change breaks it."""
    return CheckConstraint(sql, name=name, info={"sentence": sentence, "field": field})


def unique(*columns: str, sentence: str, field: str = "") -> UniqueConstraint:
    """Return a UNIQUE over ``columns``; ``sentence`` is what the user reads on a double."""
    return UniqueConstraint(*columns, info={"sentence": sentence, "field": field})


def unique_where(name: str, *columns: str, where: str, sentence: str, field: str = "") -> Index:
    """Return a unique index over the rows for which the SQL condition ``where`` holds.

    Naming another database here would load its whole dialect when the program starts; a store of
    another kind finds the condition in ``info``.
    """
    condition = text(where)
    info = {"sentence": sentence, "where": where, "field": field}
    return Index(name, *columns, unique=True, sqlite_where=condition, info=info)


def choice(values: type[StrEnum], column: str, **options: Any) -> Any:
    """Return a field for one of ``values``, stored by value and CHECKed."""
    kind = Enum(
        values,
        name=column,
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
        values_callable=lambda members: [member.value for member in members],
        length=40,
    )
    return Field(sa_type=cast("Any", kind), **options)


def reference(target: str, **options: Any) -> Any:
    """Return a foreign key field to ``target`` (``table.column``), indexed.

    Deleting what is referred to is refused unless ``ondelete`` says otherwise.
    """
    return Field(foreign_key=target, index=not options.get("primary_key", False), **options)


def names_field(**options: Any) -> Any:
    """Return a field that holds one text per language tag; empty unless a value is given."""
    return Field(default_factory=dict, sa_type=JSON, **options)


def list_field(**options: Any) -> Any:
    """Return a field that holds a list; empty unless a value is given."""
    return Field(default_factory=list, sa_type=JSON, **options)


def text_field(**options: Any) -> Any:
    """Return a field that holds text of any length; empty unless a default is given."""
    options.setdefault("default", "")
    return Field(sa_type=Text, **options)


def hash_field(**options: Any) -> Any:
    """Return a field for a hash in hexadecimal, of which there are too many to store as text."""
    return Field(sa_type=cast("Any", HexBytes), **options)


def number_key() -> Any:
    """Return a whole-number key that is never used twice, as full-text search needs."""
    return Field(default=None, primary_key=True, sa_type=BigInteger)
