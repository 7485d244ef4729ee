"""The cage that forms are filled in: that of our own templates, and it knows each field's place."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, time
from typing import Any
from xml.sax.saxutils import unescape

from jinja2 import Template, nodes, pass_context
from jinja2.runtime import Context, LoopContext, Undefined

from app.documents.filters import filters_of
from app.documents.forms.markup import GAP_CLOSES, GAP_OPENS, NUMBER
from app.documents.language_marks import mark_language
from app.documents.languages import ENGLISH, Wording
from app.documents.sandbox import LARGEST_OUTPUT, Sandbox, budget
from app.documents.template_errors import TemplateTooLong
from app.domain.names import Untranslated

LOOP = frozenset({"index", "index0", "first", "last", "length", "revindex"})
"""What a form may ask of the loop that it is in."""

_SPOT = " spot"  # no form can write this name
_TAG = re.compile(r"(\{\{|\{%)(.*?)(\}\}|%\})", re.DOTALL)
_NUMBER = re.compile(f"{NUMBER}(\\d+){NUMBER}")
_CALLED = {
    "name": "",
    "starts_on": "date",
    "ends_on": "last day",
    "dates": "date",
    "starts_at": "hour",
    "due_on": "date",
    "number": "number of the meeting",
}
_OTHER_LANGUAGE = re.compile("\ufdd2([^\ufdd3]*)\ufdd3([^\ufdd4]*)\ufdd4")


class Gap(str):
    """The words that stand in the place of a fact that is not known, without their brackets."""

    __slots__ = ()


class _Capped(Template):
    """A template whose output has an end."""

    def render(self, *args: Any, **values: Any) -> str:
        """Return all that it prints.

        Raises:
            TemplateTooLong: It prints too much.
        """
        collected, length = [], 0
        for piece in self.generate(*args, **values):
            length += len(piece)
            if length > LARGEST_OUTPUT:
                raise TemplateTooLong
            collected.append(piece)
        return "".join(collected)


class FormSandbox(Sandbox):
    """A cage for one part of a form.

    Attributes:
        lines: Which field stands in which line of the template that runs.
        missing: The fields that had no value, with the words that stand in their place.
    """

    template_class = _Capped

    def __init__(self, wording: Wording) -> None:
        super().__init__(filters=form_filters(wording))
        self.filters = {**self.filters, "step_each": _step_each, _SPOT: self._spot}
        self.lines: dict[int, int] = {}
        self.missing: list[tuple[int, str]] = []
        self._wording = wording

    def read(self, source: str) -> nodes.Template:
        """Return one field or instruction as a tree, held to the rules of the cage.

        Raises:
            ForbiddenInTemplate: It does what forms may not do.
            TemplateSyntaxError: It is not written as fields are written.
        """
        return super()._parse(source, None, None)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a form may see ``attr``: of a record its fields, of a loop its place."""
        if isinstance(obj, LoopContext):
            return attr in LOOP
        return attr in getattr(type(obj), "__dataclass_fields__", ())

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a field of a record; of a record that is not known, nothing is known."""
        return None if obj is None else super().getattr(obj, attribute)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(self._number_lines(source), name, filename)
        for output in tree.find_all(nodes.Output):
            output.nodes = [self._spotted(each) for each in output.nodes]
        tree.set_environment(self)
        return tree

    def _number_lines(self, source: str) -> str:
        """Give every field a line of its own, by which it is known when the template runs."""
        line = 1
        written = []
        after = 0
        for found in _TAG.finditer(source):
            before = source[after : found.start()]
            line += before.count("\n") + 1
            number = _NUMBER.search(found[2])
            if number is not None:
                self.lines[line] = int(number[1])
            body = unescape(_NUMBER.sub("", found[2]).replace("\n", " "))
            written += [before, found[1], "\n", body, found[3]]
            after = found.end()
        return "".join([*written, source[after:]])

    def _spotted(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.TemplateData):
            return node
        told = (node.lineno, _name_of(node))
        known = [nodes.Const(each, lineno=node.lineno) for each in told]
        return nodes.Filter(node, _SPOT, known, [], None, None, lineno=node.lineno)

    @pass_context
    def _spot(self, _context: Context, value: Any, line: int, name: str) -> str:
        """Return the words of a value, or the gap in its place, which is noted."""
        number = self.lines.get(line, -1)
        if value is None or isinstance(value, Gap):
            return self._gap(number, value or self._words_of_gap(name))
        shown = self._words_of(value)
        return _OTHER_LANGUAGE.sub(lambda found: self._foreign(number, found), shown)

    def _foreign(self, number: int, found: re.Match[str]) -> str:
        told = self._wording.name_untranslated(found[1].partition("-")[0].lower())
        return f"{found[2]} {self._gap(number, told)}"

    def _gap(self, number: int, words: str) -> str:
        self.missing.append((number, words))
        return f"{GAP_OPENS}[{words}]{GAP_CLOSES}"

    def _words_of_gap(self, name: str) -> str:
        """Return what stands in a gap; the names of fields are English, other languages go bare."""
        named = name and self._wording.tag == ENGLISH.tag
        return self._wording.name_gap(name) if named else self._wording.bare_gap

    def _words_of(self, value: Any) -> str:
        if isinstance(value, Undefined):
            return str(value)  # which says that it is not known
        if isinstance(value, Untranslated):
            return mark_language(value)
        if isinstance(value, date):
            return self._wording.spell_day(value)
        if isinstance(value, time):
            return self._wording.spell_hour(value)
        if isinstance(value, tuple | list):
            return ", ".join(self._words_of(each) for each in value)
        return str(value)


def form_filters(wording: Wording) -> dict[str, Callable[..., Any]]:
    """Return what forms may do to a value before it is printed."""
    return {
        **filters_of(wording),
        "fact": lambda value, what: Gap(wording.name_gap(what)) if value is None else value,
        "lines": lambda value: value,
        "join": lambda values, between=", ": str(between).join(map(str, values or ())),
        "upper": lambda value: None if value is None else str(value).upper(),
    }


def _name_of(node: nodes.Node) -> str:
    """Return what a field is called in a sentence: “the venue”, “the name of the head”."""
    while isinstance(node, nodes.Filter) and node.node is not None:
        node = node.node
    if not isinstance(node, nodes.Getattr):
        return ""
    own = _CALLED.get(node.attr, node.attr.replace("_", " "))
    if own or not isinstance(node.node, nodes.Getattr | nodes.Name):
        return own
    above = node.node.attr if isinstance(node.node, nodes.Getattr) else node.node.name
    return f"name of the {above.replace('_', ' ')}"


@pass_context
def _step_each(_context: Context, values: Iterable[Any] | None) -> Iterator[Any]:
    """Yield each of ``values``; of a list that is not known, none."""
    if isinstance(values, str):
        raise TypeError("a text cannot be looped over")
    spending = budget.get()
    for value in () if values is None else values:
        spending.spend()
        yield value
