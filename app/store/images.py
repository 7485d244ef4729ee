"""Turns what the journal holds of a record back into values, and compares it with the record."""

import base64
import hashlib
from typing import Any

from pydantic_core import PydanticUndefined
from sqlalchemy import inspect
from sqlmodel import SQLModel

from app.domain.checked import Checked, fitted
from app.store.journal import KEPT_OUT
from app.store.net_changes import Image


def value_in(model: type[Checked], image: Image, name: str) -> Any:
    """Return the value of a field; its default where the image is older than the field."""
    value = image.get(name)
    if value is None:
        return _default(model, name) if name not in image else None
    if isinstance(value, dict) and "base64" in value and "sha256" in value:
        return base64.b64decode(value["base64"])
    return fitted(model, name, value)


def equals(record: SQLModel, image: Image, name: str) -> bool:
    """Return whether a field of ``record`` has the value that the image says."""
    present = getattr(record, name)
    if isinstance(present, bytes):
        told = image.get(name) or {}
        return bool(told.get("sha256") == hashlib.sha256(present).hexdigest())
    model = type(record)
    assert issubclass(model, Checked)
    if name not in image:
        return present is None or present == _default(model, name)
    return bool(present == value_in(model, image, name))


def field_names(model: type[SQLModel]) -> tuple[str, ...]:
    """Return the fields of a model that the journal keeps."""
    names = (attribute.key for attribute in inspect(model).column_attrs)
    return tuple(name for name in names if name not in KEPT_OUT)


def key_from(model: type[Checked], key: str) -> dict[str, Any]:
    """Return the primary key that the journal names by ``key``, field by field."""
    names = [column.name for column in inspect(model).primary_key]
    parts = key.split("/") if len(names) > 1 else [key]
    return {name: fitted(model, name, part) for name, part in zip(names, parts, strict=True)}


def _default(model: type[Checked], name: str) -> Any:
    default = model.model_fields[name].get_default(call_default_factory=True)
    return None if default is PydanticUndefined else default
