"""What a name in a template can stand for, read from the records of facts without any meeting."""

import types
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Record:
    """A value with fields of its own; the loop that one is in is a record too."""

    kind: Any


@dataclass(frozen=True, slots=True)
class Several:
    """A list, and what is in it."""

    each: Any


TEXT = object()
"""Any single value: a text, a day, an hour, a number."""


@lru_cache(maxsize=256)
def fields_of(kind: Any) -> dict[str, Any]:
    """Return the fields of a record of facts, each with what it is."""
    hints = get_type_hints(kind)
    return {each.name: type_of_hint(hints[each.name]) for each in fields(kind)}


def type_of_hint(hint: Any) -> Any:
    """Return what a declared field is; that nothing may be in it makes no difference."""
    origin = get_origin(hint)
    if origin in {Union, types.UnionType}:
        found = {type_of_hint(each) for each in get_args(hint) if each is not types.NoneType}
        return found.pop() if len(found) == 1 else TEXT
    if origin is tuple:
        return Several(type_of_hint(get_args(hint)[0]))
    return Record(hint) if is_dataclass(hint) else TEXT


def list_paths(found: Any, before: str, *, deepest: int = 9) -> Iterator[str]:
    """Yield every field of one value that can be printed without a loop, as it is written."""
    if isinstance(found, Record):
        for name, inner in fields_of(found.kind).items() if deepest else ():
            if name != "id":
                path = f"{before}.{name}" if before else name
                yield from list_paths(inner, path, deepest=deepest - 1)
    elif found is TEXT or (isinstance(found, Several) and found.each is TEXT):
        yield before
