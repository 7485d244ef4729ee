"""Makes the next symbol of a row by a body's own pattern: ``{number}/JWG.{ordinal}``."""

import re
from collections.abc import Iterable

_FIELD = re.compile(r"\{(number|ordinal|year)\}")


def next_symbol(
    pattern: str, *, taken: Iterable[str], ordinal: int | None = None, year: int | None = None
) -> str:
    """Return the symbol that follows those already given; empty where the pattern cannot be filled.

    Args:
        pattern: With ``{number}``, and perhaps ``{ordinal}`` of the meeting and ``{year}``.
        taken: The symbols that were given so far; those of another row do not count.
        ordinal: The number of the meeting.
        year: The year of the decision.
    """
    known = {"ordinal": ordinal, "year": year}
    wanted = set(_FIELD.findall(pattern))
    if "number" not in wanted or any(known.get(each, 0) is None for each in wanted - {"number"}):
        return ""
    numbers = _numbers(pattern, known, taken)
    return _fill(pattern, known, str(max(numbers, default=0) + 1))


def number_in(
    pattern: str, symbol: str, *, ordinal: int | None = None, year: int | None = None
) -> int | None:
    """Return the number of a symbol of this row; ``None`` if it is of another row, or of none."""
    known = {"ordinal": ordinal, "year": year}
    wanted = set(_FIELD.findall(pattern))
    if "number" not in wanted or any(known.get(each, 0) is None for each in wanted - {"number"}):
        return None
    return next(iter(_numbers(pattern, known, (symbol,))), None)


def _numbers(pattern: str, known: dict[str, int | None], taken: Iterable[str]) -> list[int]:
    """Return the numbers of the symbols that are of this row."""
    parts = (re.escape(part) for part in _fill(pattern, known, "\0").split("\0"))
    own = re.compile(r"(\d+)".join(parts))
    return [int(found[1]) for symbol in taken if (found := own.fullmatch(symbol))]


def _fill(pattern: str, known: dict[str, int | None], number: str) -> str:
    values = {name: str(value) for name, value in known.items()} | {"number": number}
    return _FIELD.sub(lambda field: values[field[1]], pattern)
