"""Turns the values of a record into JSON and back, and lets nothing pass that would come back else.

What is read is checked as a record is that somebody enters: kinds of value, forms, lengths, words
to choose from. In the end it must be written again just as it was read.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any
from uuid import UUID

from pydantic_core import PydanticUndefined

from app.domain.checked import Checked, checked_values
from app.domain.columns import HexBytes
from app.domain.errors import InvalidValue
from app.domain.tables import METADATA, MODELS
from app.domain.workspace_facts import PROGRAM_FACTS
from app.exchange.whole_workspace.layout import BYTES_FIELD, FACTS
from app.exchange.whole_workspace.lines import is_alike, write_line

_UTC = timedelta(0)
_HEXADECIMAL = re.compile(r"([0-9a-f]{2})*")
_FREE_WORDS: Mapping[str, frozenset[str]] = {
    "change_set": frozenset({"actor", "use_case"}),
}
"""What the journal takes down as it is, without the cleaning that records get."""


class Misfit(ValueError):
    """The values cannot be those of a record; the message is a whole sentence."""


def tell(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a record as JSON holds them."""
    return {name: _told(value) for name, value in values.items()}


def key_of(kind: str, told: Mapping[str, Any]) -> str:
    """Return the key of a record in words, as far as it has one."""
    return "/".join(str(told.get(name)) for name in _keys(kind))[:120]


def read(kind: str, told: dict[str, Any], *, raw: bytes, of_older: bool) -> dict[str, Any]:
    """Return the values that a record of ``kind`` has, as the program holds them.

    Args:
        kind: One of the known kinds.
        told: What was read, in JSON.
        raw: The line that it was read from.
        of_older: Whether an older program wrote it, so that fields may be missing that came since;
            they get the value that a new record has.

    Raises:
        Misfit: saying which field is wrong and why.
    """
    model = MODELS[kind]
    _require_fields(model, told, of_older=of_older, keys=_keys(kind))
    words = _FREE_WORDS.get(kind, frozenset()) & told.keys()
    free = {name: told[name] for name in words if isinstance(told[name], str)}
    values = _checked(model, told | dict.fromkeys(free, "…")) | free
    _require_alike(told, values, raw=raw)
    _require_hashes(kind, values)
    if kind == FACTS and values["key"] in PROGRAM_FACTS:
        raise Misfit(f"“{values['key']}” is found out for each file anew.")
    return values


def read_with_bytes(kind: str, told: dict[str, Any], *, content: bytes) -> dict[str, Any]:
    """Return the values of a record that holds bytes, which lie in a file of their own.

    Raises:
        Misfit: saying which field is wrong and why.
    """
    model = MODELS[kind]
    _require_fields(model, told, of_older=False, keys=_keys(kind))
    values = _checked(model, told | {BYTES_FIELD: content})
    _require_alike({name: told[name] for name in told if name != BYTES_FIELD}, values, raw=b"")
    return values


def _checked(model: type[Checked], told: dict[str, Any]) -> dict[str, Any]:
    try:
        return checked_values(model, told)
    except InvalidValue as invalid:
        field, problem = invalid.problems[0]
        raise Misfit(f"“{field}” does not fit. {problem}") from invalid


def _told(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        # All of ours are in UTC; of others it must show that they do not come back the same.
        return value.isoformat() if value.utcoffset() == _UTC else f"{value.isoformat()} elsewhere"
    if isinstance(value, time) and value.tzinfo is not None:
        return f"{value.isoformat()} elsewhere"
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    return value


def _require_fields(
    model: type[Checked], told: dict[str, Any], *, of_older: bool, keys: tuple[str, ...]
) -> None:
    unknown = sorted(told.keys() - model.model_fields.keys())
    if unknown:
        raise Misfit(f"There is no field “{unknown[0][:60]}”.")
    for name in sorted(model.model_fields.keys() - told.keys()):
        if name in keys or not (of_older and _has_default(model, name)):
            raise Misfit(f"The field “{name}” is missing.")
    for name in keys:
        if told[name] is None:
            raise Misfit(f"The key “{name}” is empty.")


def _has_default(model: type[Checked], name: str) -> bool:
    field = model.model_fields[name]
    return field.get_default(call_default_factory=True) is not PydanticUndefined


def _require_alike(told: dict[str, Any], values: dict[str, Any], *, raw: bytes) -> None:
    """Look whether the record would be written just as it was read, its order apart."""
    again = {name: _told(values[name]) for name in told}
    if write_line(again) == raw:
        return
    for name in told:
        if not is_alike(again[name], told[name]):
            raise Misfit(f"“{name}” is not written as an export writes it.")


def _require_hashes(kind: str, values: dict[str, Any]) -> None:
    for name in _hash_fields(kind):
        if values[name] is not None and not _HEXADECIMAL.fullmatch(values[name]):
            raise Misfit(f"“{name}” is no hash.")


@cache
def _hash_fields(kind: str) -> tuple[str, ...]:
    columns = METADATA.tables[kind].columns
    return tuple(column.name for column in columns if isinstance(column.type, HexBytes))


@cache
def _keys(kind: str) -> tuple[str, ...]:
    return tuple(column.name for column in METADATA.tables[kind].primary_key)
