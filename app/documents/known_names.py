"""Knows what a name in a template has in it, and which known name one comes nearest to."""

from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from jinja2 import nodes

from app.documents.fact_types import TEXT, Record, Several, fields_of, list_paths
from app.documents.kind_facts import FACTS_OF
from app.documents.optional_sections import SectionsShown

SOMETHING = object()
"""What a macro was given that nobody calls: it may be any of the records."""
UNSURE = object()
"""What is not to be said: it was wrong already, or differs from line to line."""
_LOOP_KIND = object()
LOOP = Record(_LOOP_KIND)
"""What a template may ask about the loop that it is in."""
_LOOP_FIELDS = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"}
)
_NEAR = 0.6
_DEEPEST_PATHS = 4
Scope = dict[str, Any]


def known_in(above: Any) -> dict[str, Any] | None:
    """Return the fields that a value has; ``None`` where that is not to be said."""
    if above is UNSURE:
        return None
    if above is SOMETHING:
        return _any_fields()
    if not isinstance(above, Record):
        return {}
    if above.kind is _LOOP_KIND:
        return {**dict.fromkeys(_LOOP_FIELDS, TEXT), "previtem": UNSURE, "nextitem": UNSURE}
    return fields_of(above.kind)


@lru_cache(maxsize=1)
def _any_fields() -> dict[str, Any]:
    """Return every field that any record has; what is in it is not known."""
    seen: set[Any] = set()
    waiting: list[Any] = [Record(kind) for kind in {*FACTS_OF.values(), SectionsShown}]
    names = set(_LOOP_FIELDS)
    while waiting:
        found = waiting.pop()
        if isinstance(found, Several):
            waiting.append(found.each)
        elif isinstance(found, Record) and found.kind not in seen:
            seen.add(found.kind)
            inside = fields_of(found.kind)
            names |= inside.keys()
            waiting += inside.values()
    return dict.fromkeys(names, SOMETHING)


def nearest_to(path: str, scope: Scope) -> str:
    """Return the known path that is written most like one that is not."""
    candidates = [*scope, *(p for name in scope for p in _paths(scope[name], name))]
    for each in candidates:
        if each.endswith(f".{path}"):
            return each
    plain = {_plain(each): each for each in candidates}
    return plain.get(most_like(_plain(path), list(plain)), "")


def most_like(name: str, known: Sequence[str]) -> str:
    """Return the one of ``known`` that is written most like ``name``; nothing if none is near."""
    return "".join(get_close_matches(name, known, 1, _NEAR))


def _paths(found: Any, name: str) -> tuple[str, ...]:
    if not isinstance(found, Record) or found.kind is _LOOP_KIND:
        return ()
    inner = tuple(f"{name}.{each}" for each in fields_of(found.kind))
    return (*inner, *list_paths(found, name, deepest=_DEEPEST_PATHS))


def _plain(path: str) -> str:
    return path.replace("_", " ").replace(".", " ").casefold()


def path_of(node: Any) -> str:
    """Return how an expression is written, as far as it is made of names."""
    match node:
        case nodes.Name():
            return str(node.name)
        case nodes.Getattr():
            return f"{path_of(node.node)}.{node.attr}"
        case nodes.Filter():
            return path_of(node.node)
    return "…"
