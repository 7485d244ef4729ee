"""Prints what the command line found: as JSON for programs, else a line for each record."""

import json
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from app.domain.errors import Misfortune

_MOST = 100


class WrongUse(Misfortune):
    """Something was asked for by a code that nothing in the workspace bears."""


def tell(answer: Any, *, as_json: bool, quiet: bool) -> None:
    """Print an answer: whole as JSON, or each record on a line, or not at all."""
    if as_json:
        print(json.dumps(answer, default=_as_json, ensure_ascii=False, indent=2))
        return
    if quiet:
        return
    for row in answer if isinstance(answer, list | tuple) else [answer]:
        print(row if isinstance(row, str) else _line(row))


def tell_found(found: Any, *, query: str, as_json: bool, quiet: bool) -> None:
    """Print what a search found: as JSON, or each record on a line, and how many."""
    if as_json:
        tell({"query": query} | vars(found), as_json=True, quiet=quiet)
    elif not quiet:
        for record in found.records:
            card = record.card
            language = f"[{record.language}]" if record.language else ""
            kind = card.kind.value.replace("_", " ")
            told = (kind, card.code or card.meeting, card.title, language, record.excerpt.text)
            print("  ".join(part for part in told if part))
        is_more = found.is_more or found.count > len(found.records) >= _MOST
        print(f"{len(found.records)} found" + (" or more" if is_more else ""))


def _line(row: Any) -> str:
    """Return the fields of a record that say something to a person; figures bear their names."""
    told = []
    for name, value in asdict(row).items():
        if name == "id" or name.endswith("_id") or not value:
            continue
        words = name.replace("_", " ")
        if isinstance(value, bool):
            told.append(words)
        elif isinstance(value, int):
            told.append(f"{words} {value}")
        else:
            told.append(_plain(value))
    return "  ".join(told)


def _plain(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, dict):
        if "code" in value:
            return str(value["code"])
        return ", ".join(f"{_plain(key)} {_plain(inner)}" for key, inner in value.items())
    if isinstance(value, list | tuple):
        return " – ".join(_plain(inner) for inner in value)
    return str(value)


def _as_json(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {key: getattr(value, key) for key in value.__dataclass_fields__}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)
