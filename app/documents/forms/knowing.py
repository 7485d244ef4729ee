"""Knows which fields there are, and says of one in a form whether it is one of them."""

from difflib import get_close_matches
from functools import lru_cache
from typing import Any, get_type_hints

from jinja2 import nodes

from app.documents.fact_types import TEXT, Record, Several, fields_of, list_paths, type_of_hint
from app.documents.forms.cage import LOOP
from app.documents.forms.findings import Problem
from app.documents.forms.form_facts import FormFacts

_NEAR = 0.6
_LISTING = frozenset({"pairs"})
_PASSING = frozenset({"fact", "lines", "step_each", "capital"})
_TO_TEXT = frozenset({"join", "length", "count"})


_LOOP = object()
Scope = dict[str, Any]


class NotKnown(Exception):
    """A form asks for what is not there, or for more than one thing at once.

    Attributes:
        problem: Which of the two.
        field: What it asks for.
        nearest: What it may mean.
    """

    def __init__(self, problem: Problem, field: str, nearest: str = "") -> None:
        super().__init__(field)
        self.problem = problem
        self.field = field
        self.nearest = nearest


def first_scope() -> Scope:
    """Return the names that every form knows."""
    return dict(_first_scope())


@lru_cache(maxsize=1)
def _first_scope() -> Scope:
    return {name: type_of_hint(hint) for name, hint in get_type_hints(FormFacts).items()}


def require_one(node: nodes.Node, scope: Scope) -> None:
    """Check that an expression is known and can be printed.

    Raises:
        NotKnown: It is not known, or is not one value.
    """
    found = type_of(node, scope)
    printable = found is TEXT or (isinstance(found, Several) and found.each is TEXT)
    if not printable:
        raise NotKnown(Problem.SEVERAL, _path_of(node))


def type_of(node: nodes.Node, scope: Scope) -> Any:
    """Return what an expression is: one value, a record, or several of either.

    Raises:
        NotKnown: It asks for a field that there is not.
    """
    match node:
        case nodes.Name():
            if node.name not in scope:
                raise NotKnown(Problem.UNKNOWN, node.name, _nearest(node.name, scope))
            return scope[node.name]
        case nodes.Getattr():
            return _field_of(node, scope)
        case nodes.Filter():
            return _filtered(node, scope)
        case nodes.CondExpr():
            type_of(node.test, scope)
            if node.expr2 is not None:
                type_of(node.expr2, scope)
            return type_of(node.expr1, scope)
    for child in node.iter_child_nodes():
        type_of(child, scope)
    return TEXT


@lru_cache(maxsize=1)
def known_paths() -> tuple[str, ...]:
    """Return every field of one value that a form can print without a loop, as it writes it."""
    return tuple(list_paths(Record(FormFacts), ""))


def loop_scope(target: str, listed: Any) -> Scope:
    """Return the names that there are within a loop over ``listed``."""
    each = listed.each if isinstance(listed, Several) else TEXT
    return {target: each, "loop": Record(_LOOP)}


def _field_of(node: nodes.Getattr, scope: Scope) -> Any:
    path = _path_of(node)
    if path.partition(".")[0] not in {"…", *scope}:
        raise NotKnown(Problem.UNKNOWN, path, _nearest(path, scope))
    above = type_of(node.node, scope)
    if not isinstance(above, Record):
        raise NotKnown(Problem.UNKNOWN, path, _nearest(path, scope))
    if above.kind is _LOOP:
        if node.attr in LOOP:
            return TEXT
        raise NotKnown(Problem.UNKNOWN, path)
    known = fields_of(above.kind)
    if node.attr not in known:
        near = get_close_matches(node.attr, list(known), 1, _NEAR)
        before = path.rpartition(".")[0]
        nearest = f"{before}.{near[0]}" if near else _nearest(path, scope)
        raise NotKnown(Problem.UNKNOWN, path, nearest)
    return known[node.attr]


def _filtered(node: nodes.Filter, scope: Scope) -> Any:
    inner = type_of(node.node, scope) if node.node is not None else TEXT
    for argument in node.args:
        type_of(argument, scope)
    if node.name in _LISTING:
        return Several(inner)
    if node.name in _PASSING:
        return inner
    if node.name not in _TO_TEXT and inner is not TEXT:
        raise NotKnown(Problem.SEVERAL, _path_of(node.node))
    return TEXT


def _nearest(path: str, scope: Scope) -> str:
    """Return the known path that is written most like one that is not."""
    candidates = {_plain(each): each for each in (*known_paths(), *scope)}
    for each in candidates.values():
        if path.endswith(f".{each}") and "." in each:
            return each
    near = get_close_matches(_plain(path), list(candidates), 1, _NEAR)
    return candidates[near[0]] if near else ""


def _plain(path: str) -> str:
    return path.replace("_", " ").replace(".", " ").casefold()


def _path_of(node: Any) -> str:
    match node:
        case nodes.Name():
            return str(node.name)
        case nodes.Getattr():
            return f"{_path_of(node.node)}.{node.attr}"
        case nodes.Filter():
            return _path_of(node.node)
    return "…"
