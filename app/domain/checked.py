"""The base of all tables: SQLModel's own do not validate, so this one does, at three moments.

A record is checked when it is made, when a field is assigned (the old value stays if the new one
is refused) and again before it is written, so that a changed dictionary cannot slip past.
"""

import copy
import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Self, cast
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError, create_model, field_validator
from sqlalchemy import MetaData, Table, event
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from app.domain.errors import InvalidValue
from app.domain.identity import new_id
from app.domain.refusals import explain

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Control characters and halves of characters: neither XML nor UTF-8 can hold them."""
_being_made: set[int] = set()
"""Records whose fields are assigned for the first time: all of them were checked just before."""
_LINE_BREAKS = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n"})


class Checked(SQLModel):
    """A SQLModel table that refuses wrong values, missing fields and misspelt names."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)
    # The tables' own validators are never asked, so building sixty of them would only cost time.
    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]

    def __init__(self, **values: Any) -> None:
        checked = _validated(type(self), values)
        _being_made.add(id(self))
        try:
            super().__init__(**checked)
        finally:
            _being_made.discard(id(self))

    def __setattr__(self, name: str, value: Any) -> None:
        """Assign a field after checking it; a refused value leaves the old one in place."""
        if id(self) not in _being_made and name in type(self).model_fields:
            value = _validated_field(type(self), name, value)
        super().__setattr__(name, value)

    def copied(self) -> Self:
        """Return a fresh record with the same values, which no session knows of."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**copy.deepcopy(values))


class Record(Checked):
    """A record with a key of its own, an optimistic lock and the times of its making and change."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    row_version: int = Field(default=1, ge=1)
    created_at: datetime | None = Field(default=None)
    updated_at: datetime | None = Field(default=None)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        """Let SQLAlchemy count up ``row_version`` and refuse a write over a newer row."""
        table = cast("Table", cls.__table__)  # type: ignore[attr-defined]
        return {"version_id_col": table.c.row_version}


def kind_of(model: type[SQLModel]) -> str:
    """Return the name of a model's table, which is the name of its kind everywhere."""
    return str(model.__tablename__)


def fitted(model: type[Checked], name: str, value: Any) -> Any:
    """Return ``value`` as a field of ``model`` holds it: a date for ``2025-05-27``.

    Raises:
        InvalidValue: if it does not fit.
    """
    return _validated_field(model, name, value)


def checked_values(model: type[Checked], values: dict[str, Any]) -> dict[str, Any]:
    """Return ``values`` as a record of ``model`` holds them, without making one.

    Raises:
        InvalidValue: if one does not fit, one is missing, or one has no such name.
    """
    return _validated(model, values)


def schema_of(model: type[Checked]) -> dict[str, Any]:
    """Return what the values of a record of ``model`` are like in JSON, as JSON Schema says it."""
    return _twin(model).model_json_schema(mode="serialization")


def _validated(model: type[Checked], values: dict[str, Any]) -> dict[str, Any]:
    try:
        checked = _twin(model)(**{name: _clean(value) for name, value in values.items()})
    except ValidationError as error:
        raise _invalid(model, error) from error
    return {name: getattr(checked, name) for name in type(checked).model_fields}


def _validated_field(model: type[Checked], name: str, value: Any) -> Any:
    try:
        checked = _field_twin(model, name)(**{name: _clean(value)})
    except ValidationError as error:
        raise _invalid(model, error) from error
    return getattr(checked, name)


def _invalid(model: type[Checked], error: ValidationError) -> InvalidValue:
    problems = tuple(
        (".".join(str(part) for part in told["loc"]) or "value", explain(told))
        for told in error.errors(include_url=False)
    )
    return InvalidValue(kind_of(model), problems)


@cache
def _twin(model: type[Checked]) -> type[BaseModel]:
    """Return a plain pydantic model with the fields of ``model``, which does validate."""
    fields: dict[str, Any] = {
        name: (field.annotation, field) for name, field in model.model_fields.items()
    }
    return create_model(f"{model.__name__}Values", __base__=_Values, **fields)


@cache
def _field_twin(model: type[Checked], name: str) -> type[BaseModel]:
    field: Any = (model.model_fields[name].annotation, model.model_fields[name])
    return create_model(f"{model.__name__}_{name}", __base__=_Values, **{name: field})


class _Values(BaseModel):
    """The base of the validating twins: refuses unknown fields and invisible control signs."""

    model_config = ConfigDict(extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _refuse_what_is_no_text(cls, value: Any) -> Any:
        for told in _texts_in(value):
            found = _NO_TEXT.search(told)
            if found:
                raise ValueError(f"contains the control character U+{ord(found.group()):04X}")
        return value


def _texts_in(value: Any) -> Iterator[str]:
    """Yield every text in a value, however deep it lies."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts_in(key)
            yield from _texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts_in(inner)


def _clean(value: Any) -> Any:
    """Return texts in Unicode's composed form, with line breaks as the one character they are.

    A decomposed Hangul syllable looks the same, but is neither found, sorted nor hashed the same.
    """
    if isinstance(value, str) and not isinstance(value, StrEnum):
        text = unicodedata.normalize("NFC", value).translate(_LINE_BREAKS)
        return text.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, dict):
        return {_clean(key): _clean(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inner) for inner in value]
    return value


@event.listens_for(Checked, "before_insert", propagate=True)
@event.listens_for(Checked, "before_update", propagate=True)
def _check_before_writing(_mapper: Any, _connection: Any, record: Checked) -> None:
    model = type(record)
    now = {name: getattr(record, name) for name in model.model_fields}
    for name, value in _validated(model, now).items():
        if value != now[name]:  # a dictionary was changed in place, past the cleaning
            setattr(record, name, value)
