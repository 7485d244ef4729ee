"""Writes JSON in one way only, and reads nothing that could be read in two ways."""

import json
import math
from collections.abc import Mapping
from typing import Any

DEEPEST = 32
"""How far lists and objects may lie within one another; our own reach to five."""

LONGEST = 200_000_000
"""Of one line: the journal keeps the bytes of a file that was deleted."""

_LARGEST_NUMBER = 2**63
_MOST_DIGITS = 20
_WRITER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


class Unreadable(ValueError):
    """A text is no JSON that we would write; the message ends a sentence that begins with “it”."""


def write_line(values: Mapping[str, Any]) -> bytes:
    """Return a record as a line: its fields in the order of the alphabet.

    Within a field the order stays: of names in several languages the first may stand in for one
    that is missing.
    """
    ordered = {name: values[name] for name in sorted(values)}
    return _WRITER.encode(ordered).encode() + b"\n"


def read_object(raw: bytes) -> dict[str, Any]:
    """Return the object that a line or a file holds.

    Raises:
        Unreadable: saying why.
    """
    try:
        told = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_object,
            parse_int=_whole_number,
            parse_float=_number,
            parse_constant=_constant,
        )
    except Unreadable:
        raise
    except UnicodeDecodeError as error:
        raise Unreadable("is not in UTF-8") from error
    except RecursionError as error:
        raise Unreadable("is nested too deeply") from error
    except ValueError as error:
        raise Unreadable("is not in JSON") from error
    if not isinstance(told, dict):
        raise Unreadable("is not a JSON object")
    _require_shallow(raw, told)
    if b"\\u" in raw:
        _require_whole_signs(told)
    return told


def is_alike(told: Any, other: Any) -> bool:
    """Return whether two values are the same in JSON, where 1 is neither 1.0 nor true."""
    return json.dumps(told, sort_keys=True) == json.dumps(other, sort_keys=True)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) != len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise Unreadable(f"names “{double[:60]}” twice")
    return told


def _whole_number(digits: str) -> int:
    if len(digits) > _MOST_DIGITS or not -_LARGEST_NUMBER <= int(digits) < _LARGEST_NUMBER:
        raise Unreadable("holds a number that is too large")
    return int(digits)


def _number(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise Unreadable("holds a number that is too large")
    return number


def _constant(word: str) -> float:
    raise Unreadable(f"holds “{word}”, which is no number")


def _require_shallow(raw: bytes, told: Any) -> None:
    if raw.count(b"[") + raw.count(b"{") <= DEEPEST:
        return
    level = [told]
    for _depth in range(DEEPEST):
        level = [inner for each in level for inner in _inside(each)]
        if not level:
            return
    raise Unreadable("is nested too deeply")


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _require_whole_signs(told: Any) -> None:
    try:
        _WRITER.encode(told).encode()
    except UnicodeEncodeError as error:
        raise Unreadable("holds half of a character") from error
