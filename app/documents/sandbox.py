"""The cage that templates run in: they may look at facts and print them, and nothing else.

Offices change templates and send them to one another, so a template is a stranger's program. The
sandbox of Jinja2 alone still lets it call methods and fill the memory; so what a template may be
written with is listed here, node by node, and every loop and macro draws on a budget.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from typing import Any, cast

from jinja2 import StrictUndefined, TemplateNotFound, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

from app.documents.template_errors import ForbiddenInTemplate, TemplateTooLong
from app.documents.template_lines import mark_lines

STEPS = 500_000
SECONDS = 10.0
LARGEST_OUTPUT = 20_000_000

_ALLOWED: tuple[type[nodes.Node], ...] = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name),
    *(nodes.Getattr, nodes.Filter, nodes.Test, nodes.Call, nodes.Keyword),
    *(nodes.For, nodes.If, nodes.CondExpr, nodes.Assign, nodes.Macro),
    *(nodes.Include, nodes.FromImport),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
)
_TESTS = frozenset({"none", "defined", "eq", "ne", "gt", "lt", "ge", "le"})
_CONTROLS = frozenset({"step_each", "step_once"})


class Budget:
    """How much one rendering may still do."""

    def __init__(
        self, *, steps: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._steps = steps
        self._clock = clock
        self._deadline = clock() + seconds

    def spend(self) -> None:
        """Count one turn of a loop or one call of a macro.

        Raises:
            TemplateTooLong: The budget is used up.
        """
        self._steps -= 1
        if self._steps < 0 or self._clock() > self._deadline:
            raise TemplateTooLong


budget: ContextVar[Budget] = ContextVar("budget")


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment in which only what is listed can be written."""

    def __init__(
        self,
        *,
        filters: dict[str, Callable[..., Any]],
        wording_is_markup: bool = False,
        lines_are_marked: bool = False,
        **options: Any,
    ) -> None:
        """Make it with ``filters``.

        Args:
            filters: What templates may do to a value.
            wording_is_markup: Give macros the template's own words as markup, so that
                ``finalize`` can tell them from a value.
            lines_are_marked: Have the template's own words say in which line they stand.
            options: Those of Jinja.
        """
        self._wording_is_markup = wording_is_markup
        self._lines_are_marked = lines_are_marked
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            **options,
        )
        self.globals.clear()
        self.filters = {**filters, "step_each": _step_each, "step_once": _step_once}
        self.tests = {name: self.tests[name] for name in _TESTS}

    def tree_of(self, name: str) -> nodes.Template:
        """Return the template ``name`` as a tree, looked through as before it runs.

        Raises:
            TemplateNotFound: There is none.
            TemplateSyntaxError: It is not written as templates are written.
            ForbiddenInTemplate: It does what templates may not do.
        """
        if self.loader is None:
            raise TemplateNotFound(name)
        return self.parse(self.loader.get_source(self, name)[0], name)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may see ``attr``: of a record of facts, its fields alone."""
        fields = getattr(type(obj), "__dataclass_fields__", None)
        if fields is not None:
            return attr in fields
        return super().is_safe_attribute(obj, attr, value)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        # The one gate that every template passes, also those that another one includes.
        tree = super()._parse(source, name, filename)
        _Inspection(name or "", self).inspect(tree)
        _meter(tree)
        if self._wording_is_markup:
            _mark_wording(tree)
        if self._lines_are_marked:
            mark_lines(tree, name=name or "")
        tree.set_environment(self)  # the added nodes need it too
        return tree


class _Inspection:
    """Looks through one template before it runs."""

    def __init__(self, template: str, sandbox: Sandbox) -> None:
        self.template = template
        self.filters = frozenset(sandbox.filters) - _CONTROLS
        self.callable: frozenset[str] = frozenset()

    def inspect(self, tree: nodes.Template) -> None:
        macros = {macro.name for macro in tree.find_all(nodes.Macro)}
        for imported in tree.find_all(nodes.FromImport):
            macros.update(each if isinstance(each, str) else each[1] for each in imported.names)
        self.callable = frozenset(macros)
        for node in _everything_in(tree):
            self._inspect_node(node)

    def _inspect_node(self, node: nodes.Node) -> None:
        if not isinstance(node, _ALLOWED):
            raise self._refusal(node, f"“{type(node).__name__.lower()}”")
        match node:
            case nodes.Call():
                self._inspect_call(node)
            case nodes.Filter() if node.name not in self.filters:
                raise self._refusal(node, f"the filter “{node.name}”")
            case nodes.Test() if node.name not in _TESTS:
                raise self._refusal(node, f"the test “{node.name}”")
            case nodes.For() if node.recursive:
                raise self._refusal(node, "a recursive loop")
            case nodes.Include() | nodes.FromImport():
                if not isinstance(node.template, nodes.Const):
                    raise self._refusal(node, "a template whose name is computed")
            case nodes.Getattr() if node.attr.startswith("_"):
                raise self._refusal(node, f"the field “{node.attr}”")

    def _inspect_call(self, node: nodes.Call) -> None:
        called = node.node
        if not isinstance(called, nodes.Name) or called.name not in self.callable:
            shown = getattr(called, "name", None) or getattr(called, "attr", "")
            raise self._refusal(node, f"the call “{shown}()”")
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            raise self._refusal(node, f"starred arguments of “{called.name}()”")

    def _refusal(self, node: nodes.Node, what: str) -> ForbiddenInTemplate:
        # Some nodes only hold others and stand in no line themselves.
        lines = (each.lineno for each in _everything_in(node) if each.lineno)
        return ForbiddenInTemplate(what, template=self.template, line=next(lines, 0))


def _everything_in(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _everything_in(child)


def _meter(tree: nodes.Template) -> None:
    """Make every loop and every macro of ``tree`` draw on the budget."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(
            cast("nodes.Expr", loop.iter), "step_each", [], [], None, None, lineno=loop.lineno
        )
    for macro in tree.find_all(nodes.Macro):
        counted = nodes.Filter(
            nodes.Const("", lineno=macro.lineno),
            "step_once",
            [],
            [],
            None,
            None,
            lineno=macro.lineno,
        )
        macro.body.insert(0, nodes.Output([counted], lineno=macro.lineno))


def _mark_wording(tree: nodes.Template) -> None:
    """Make the words that ``tree`` itself hands to its macros markup, which they are."""
    for call in tree.find_all(nodes.Call):
        call.args = [_as_markup(each) for each in call.args]
        for keyword in call.kwargs:
            keyword.value = _as_markup(keyword.value)


def _as_markup(node: nodes.Expr) -> nodes.Expr:
    if not isinstance(node, nodes.Const) or not isinstance(node.value, str):
        return node
    escaped = nodes.Const(str(escape(node.value)), lineno=node.lineno)
    return nodes.MarkSafe(escaped, lineno=node.lineno)


@pass_context
def _step_each(_context: Context, values: Iterable[Any]) -> Iterator[Any]:
    if isinstance(values, str):
        raise TypeError("a text cannot be looped over")
    spending = budget.get()
    for value in values:
        spending.spend()
        yield value


@pass_context
def _step_once(_context: Context, nothing: str) -> str:
    budget.get().spend()
    return nothing
