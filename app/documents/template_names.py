"""Follows a template from name to name, so that one that no record has is found beforehand.

A meeting reaches only some of the lines of a template; the others would fail on the day on which
they are needed. So every line is followed here, with what is known of the records alone.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from jinja2 import TemplateNotFound, nodes

from app.documents.fact_types import TEXT, Record, Several
from app.documents.facts import Facts, PartyFacts
from app.documents.known_names import (
    LOOP,
    SOMETHING,
    UNSURE,
    Scope,
    known_in,
    most_like,
    nearest_to,
    path_of,
)
from app.documents.optional_sections import SectionsShown

_PASSING = frozenset({"fact", "lines", "capital", "step_each"})
_GIVEN_TO_MACROS = ("varargs", "kwargs", "caller")
_DEEPEST_CALLS = 60
_MOST_CALLS = 400
_MOST_STATEMENTS = 100_000
_MOST_FOUND = 50
_LONGEST = 80
Source = Callable[[str], nodes.Template]


class Wrong(StrEnum):
    """What is wrong with a name."""

    NO_FIELD = "no-field"
    NO_LIST = "no-list"
    NO_PART = "no-part"
    NO_TEMPLATE = "no-template"
    LACKED = "lacked"


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that stands for nothing, or for something else than is asked of it.

    Attributes:
        field: As it is written.
        line: Where.
        nearest: The known one that it may mean; empty where none is near.
        wrong: What is wrong with it.
        whose: The template that a part was to be taken from, or that lacks it.
    """

    field: str
    line: int
    nearest: str = ""
    wrong: Wrong = Wrong.NO_FIELD
    whose: str = ""


@dataclass
class _Module:
    """A template while it is followed."""

    name: str
    tree: nodes.Template
    scope: Scope
    macros: "dict[str, tuple[nodes.Macro, _Module]]" = field(default_factory=dict)


def find_unknown(
    name: str, source: Source, *, asked: str, facts: type[Facts] | None
) -> tuple[UnknownName, ...]:
    """Return what a template names that there is not, in the order of its lines.

    Args:
        name: The template that is followed.
        source: Returns a template as a tree; raises ``TemplateNotFound``.
        asked: The template that is asked about: the same, or parts that it takes in.
        facts: The record that it prints; parts that others take in are given none.
    """
    return _Walk(asked, source).start(name, facts)


class _Walk:
    """One look through a template and those that it takes in."""

    def __init__(self, asked: str, source: Source) -> None:
        self._asked = asked
        self._source = source
        self._found: dict[UnknownName, None] = {}
        self._calls: list[tuple[str, int]] = []
        self._called: set[tuple[Any, ...]] = set()
        self._guarded: set[str] = set()
        self._modules: dict[str, _Module] = {}
        self._statements = 0  # what takes longer than these ends by itself when it runs

    def start(self, name: str, facts: type[Facts] | None) -> tuple[UnknownName, ...]:
        scope = _scope_of(facts) if facts is not None else {}
        module = self._follow(name, scope)
        called = {key[1] for key in self._called if key[0] == name}
        for macro in module.tree.find_all(nodes.Macro):
            if macro.name not in called:
                self._run(macro, module, {})
        return tuple(sorted(self._found, key=lambda each: (each.line, each.field)))

    def _follow(self, name: str, scope: Scope) -> _Module:
        tree = self._source(name)
        module = _Module(name, tree, scope)
        module.macros = {each.name: (each, module) for each in tree.find_all(nodes.Macro)}
        self._all(tree.body, scope, module)
        return module

    def _all(self, body: list[nodes.Node], scope: Scope, module: _Module) -> None:
        for node in body:
            self._statement(node, scope, module)

    def _statement(self, node: nodes.Node, scope: Scope, module: _Module) -> None:
        self._statements += 1
        if self._statements > _MOST_STATEMENTS or len(self._found) >= _MOST_FOUND:
            return
        match node:
            case nodes.Macro():
                pass  # it is looked at where it is called, with what it is given there
            case nodes.For():
                self._loop(node, scope, module)
            case nodes.If():
                self._type_of(node.test, scope, module)
                for each in (*node.body, *node.elif_, *node.else_):
                    self._statement(each, scope, module)
            case nodes.Assign(target=nodes.Name(name=name)):
                found = self._type_of(node.node, scope, module)
                differs = scope.get(name, found) != found
                scope[name] = UNSURE if differs else found
            case nodes.FromImport():
                self._import(node, scope, module)
            case nodes.Include():
                self._include(node, scope, module)
            case _:
                for child in node.iter_child_nodes():
                    self._type_of(child, scope, module)

    def _loop(self, node: nodes.For, scope: Scope, module: _Module) -> None:
        listed = self._type_of(node.iter, scope, module)
        if listed is TEXT or isinstance(listed, Record):
            path = path_of(node.iter)
            self._tell(UnknownName(path, node.lineno, wrong=Wrong.NO_LIST), module)
        each = listed.each if isinstance(listed, Several) else _unsure(listed)
        inside = {**scope, "loop": LOOP}
        if isinstance(node.target, nodes.Name):
            inside[node.target.name] = each
        if node.test is not None:
            self._type_of(node.test, inside, module)
        self._all(node.body, inside, module)
        self._all(node.else_, dict(scope), module)

    def _import(self, node: nodes.FromImport, scope: Scope, module: _Module) -> None:
        taken = self._take_in(node, dict(scope) if node.with_context else {}, module)
        for each in node.names:
            name, called = (each, each) if isinstance(each, str) else each
            if taken is None or name in taken.scope:
                scope[called] = UNSURE if taken is None else taken.scope[name]
            elif name in taken.macros:
                module.macros[called] = taken.macros[name]
            else:
                near = most_like(name, [*taken.macros, *taken.scope])
                told = UnknownName(name, node.lineno, near, Wrong.NO_PART, taken.name)
                self._tell(told, module)
                if taken.name == self._asked:
                    lacked = UnknownName(name, 0, near, Wrong.LACKED, module.name)
                    self._found[lacked] = None
                scope[called] = UNSURE

    def _include(self, node: nodes.Include, scope: Scope, module: _Module) -> None:
        self._take_in(node, dict(scope), module)

    def _take_in(
        self, node: nodes.FromImport | nodes.Include, scope: Scope, module: _Module
    ) -> _Module | None:
        name = node.template.value if isinstance(node.template, nodes.Const) else ""
        if not scope and name in self._modules:
            return self._modules[name]
        if any(name == above for above, _line in self._calls) or name == module.name:
            return None  # it takes itself in, which ends by itself when it runs
        try:
            with self._within(module, node.lineno):
                taken = self._follow(name, scope)
        except TemplateNotFound:
            self._tell(UnknownName(name, node.lineno, wrong=Wrong.NO_TEMPLATE), module)
            return None
        self._modules.setdefault(name, taken)
        return taken

    @contextmanager
    def _within(self, module: _Module, line: int) -> Iterator[None]:
        self._calls.append((module.name, line))
        try:
            yield
        finally:
            self._calls.pop()

    def _type_of(self, node: nodes.Node, scope: Scope, module: _Module) -> Any:
        match node:
            case nodes.Name():
                return self._name(node, scope, module)
            case nodes.Getattr():
                return self._field(node, scope, module)
            case nodes.Filter():
                return self._filtered(node, scope, module)
            case nodes.Call():
                return self._call(node, scope, module)
            case nodes.Test(name="defined"):
                self._guarded.add(path_of(node.node))
                return TEXT
            case nodes.CondExpr():
                return self._either(node, scope, module)
        for child in node.iter_child_nodes():
            self._type_of(child, scope, module)
        return TEXT

    def _name(self, node: nodes.Name, scope: Scope, module: _Module) -> Any:
        if node.name in scope:
            return scope[node.name]
        if node.name in module.macros:
            return TEXT
        return self._unknown(node.name, node.lineno, scope, module)

    def _field(self, node: nodes.Getattr, scope: Scope, module: _Module) -> Any:
        path = path_of(node)
        if isinstance(node.node, nodes.Name) and node.node.name not in {*scope, *module.macros}:
            return self._unknown(path, node.lineno, scope, module)
        above = self._type_of(node.node, scope, module)
        known = known_in(above)
        if known is None:
            return above
        if node.attr in known:
            return known[node.attr]
        near = most_like(node.attr, list(known))
        nearest = f"{path.rpartition('.')[0]}.{near}" if near else ""
        return self._unknown(path, node.lineno, scope, module, nearest=nearest)

    def _filtered(self, node: nodes.Filter, scope: Scope, module: _Module) -> Any:
        inner = self._type_of(node.node, scope, module) if node.node is not None else TEXT
        for argument in (*node.args, *node.kwargs):
            self._type_of(argument, scope, module)
        if node.name == "pairs":
            return Several(inner)
        return inner if node.name in _PASSING else TEXT

    def _either(self, node: nodes.CondExpr, scope: Scope, module: _Module) -> Any:
        self._type_of(node.test, scope, module)
        first = self._type_of(node.expr1, scope, module)
        if node.expr2 is None:
            return first
        second = self._type_of(node.expr2, scope, module)
        return first if first == second else UNSURE

    def _call(self, node: nodes.Call, scope: Scope, module: _Module) -> Any:
        given = [self._type_of(each, scope, module) for each in node.args]
        named = {each.key: self._type_of(each.value, scope, module) for each in node.kwargs}
        called = node.node
        if not isinstance(called, nodes.Name):
            return TEXT
        if called.name not in module.macros:
            if called.name not in scope:
                self._unknown(called.name, node.lineno, scope, module)
            return TEXT
        macro, home = module.macros[called.name]
        names = [each.name for each in macro.args]
        with self._within(module, node.lineno):
            self._run(macro, home, dict(zip(names, given, strict=False)) | named)
        return TEXT

    def _run(self, macro: nodes.Macro, home: _Module, given: dict[str, Any]) -> None:
        """Follow a macro with what it is given; what it is not given may be anything."""
        key = (home.name, macro.name, tuple(sorted(given.items(), key=lambda item: item[0])))
        too_much = len(self._calls) > _DEEPEST_CALLS or len(self._called) > _MOST_CALLS
        if key in self._called or too_much:
            return
        self._called.add(key)
        inside = {**home.scope, **dict.fromkeys(_GIVEN_TO_MACROS, UNSURE)}
        inside |= {each.name: given.get(each.name, SOMETHING) for each in macro.args}
        self._all(macro.body, inside, home)

    def _unknown(
        self, path: str, line: int, scope: Scope, module: _Module, *, nearest: str = ""
    ) -> Any:
        is_guarded = any(f"{path}.".startswith(f"{each}.") for each in self._guarded)
        if not is_guarded and len(self._found) < _MOST_FOUND:
            near = nearest or nearest_to(path, scope)
            self._tell(UnknownName(path[:_LONGEST], line, near), module)
        return UNSURE

    def _tell(self, unknown: UnknownName, module: _Module) -> None:
        """Note what is wrong at the line of the template in question that leads to it."""
        frames = [*self._calls, (module.name, unknown.line)]
        line = next((line for name, line in reversed(frames) if name == self._asked), 0)
        if line:
            self._found[replace(unknown, line=line)] = None


def _scope_of(facts: type[Facts]) -> Scope:
    """Return the names that every template of a document knows."""
    return {
        "facts": Record(facts),
        "original": Record(PartyFacts),
        "sections": Record(SectionsShown),
    }


def _unsure(found: Any) -> Any:
    return found if found is SOMETHING else UNSURE
