"""Follows the loops and conditions of a form from field to field, and says where they go wrong."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from app.documents.fact_types import TEXT, Several
from app.documents.forms import knowing
from app.documents.forms.cage import FormSandbox
from app.documents.forms.findings import Finding, Problem
from app.documents.forms.knowing import NotKnown
from app.documents.forms.markup import CELL, ROW, w
from app.documents.forms.tags import LONGEST, Tag, TagKind
from app.documents.template_errors import ForbiddenInTemplate

_BEGINS = {"for": "endfor", "if": "endif"}
_ENDS = {end: begin for begin, end in _BEGINS.items()}
_BETWEEN = frozenset({"else", "elif"})
_OF_CELLS = frozenset({"vm", "hm", "colspan", "cellbg"})
_WHOLE = {"p": "paragraph", "tr": "row", "tc": "cell"}
_SPANNED = f"{w('tcPr')}/{w('gridSpan')}"


@dataclass
class _Open:
    """A loop or condition that has begun and not ended yet."""

    tag: Tag
    scope: knowing.Scope = field(default_factory=dict)


class Statements:
    """Checks the fields of one part, in their order."""

    def __init__(self, cage: FormSandbox) -> None:
        self._cage = cage
        self._open: list[_Open] = []
        self._own: knowing.Scope = {}

    def check(self, tags: Iterable[Tag]) -> Iterator[Finding]:
        """Yield what is wrong with the fields."""
        for tag in tags:
            if tag.is_pending:
                yield Finding(Problem.PENDING, tag.written, tag.place)
            detail = _find_misuse(tag)
            if detail:
                yield _wrong(tag, detail)
                if tag.kind is TagKind.STATEMENT:
                    list(self._check_statement(tag))  # what follows still stands in its loop
            elif tag.kind is TagKind.PRINT:
                yield from self._check_expression(tag)
            elif tag.kind is TagKind.STATEMENT:
                yield from self._check_statement(tag)
        for left in self._open:
            yield _wrong(left.tag, f"has no “{_BEGINS[left.tag.word]}” after it")

    def _check_expression(self, tag: Tag) -> Iterator[Finding]:
        tree, problem = self._read(tag, f"{{{{ {tag.body} }}}}")
        if tree is None:
            yield problem
            return
        (output,) = tree.find_all(nodes.Output)
        yield from self._check_names(tag, output.nodes[0], printed=True)

    def _check_statement(self, tag: Tag) -> Iterator[Finding]:
        match tag.word:
            case "for" | "if":
                yield from self._begin(tag)
            case "endfor" | "endif":
                yield from self._end(tag)
            case "else" | "elif":
                yield from self._turn(tag)
            case "set":
                yield from self._set(tag)
            case word if word in _OF_CELLS:
                yield from self._check_cell(tag)
            case _:
                yield _wrong(tag, "is no instruction that forms may use")

    def _begin(self, tag: Tag) -> Iterator[Finding]:
        opened = _Open(tag)
        self._open.append(opened)
        tree, problem = self._read(tag, f"{{% {tag.body} %}}{{% {_BEGINS[tag.word]} %}}")
        if tree is None:
            yield problem
            return
        node = tree.body[0]
        if isinstance(node, nodes.For):
            yield from self._check_loop(tag, node, opened)
        elif isinstance(node, nodes.If):
            yield from self._check_names(tag, node.test)

    def _check_loop(self, tag: Tag, node: nodes.For, opened: _Open) -> Iterator[Finding]:
        found = list(self._check_names(tag, node.iter))
        yield from found
        listed = TEXT if found else knowing.type_of(node.iter, self._scope())
        if not isinstance(node.target, nodes.Name):
            yield _wrong(tag, "names more than one thing at once")
            return
        if not found and not isinstance(listed, Several):
            yield _wrong(tag, "goes through something that is no list")
        opened.scope = knowing.loop_scope(node.target.name, listed)
        if node.test is not None:
            yield from self._check_names(tag, node.test)

    def _end(self, tag: Tag) -> Iterator[Finding]:
        begin = _ENDS[tag.word]
        if not self._open or self._open[-1].tag.word != begin:
            yield _wrong(tag, f"ends a “{begin}” that is not open here")
            return
        yield from _find_mismatch(self._open.pop().tag, tag)

    def _turn(self, tag: Tag) -> Iterator[Finding]:
        if not self._open or (tag.word == "elif" and self._open[-1].tag.word != "if"):
            yield _wrong(tag, "stands outside of any condition")
            return
        yield from _find_mismatch(self._open[-1].tag, tag)
        if tag.word == "elif":
            test = tag.body.partition(" ")[2]
            tree, problem = self._read(tag, f"{{% if {test} %}}{{% endif %}}")
            if tree is None:
                yield problem
            else:
                (node,) = tree.find_all(nodes.If)
                yield from self._check_names(tag, node.test)

    def _set(self, tag: Tag) -> Iterator[Finding]:
        tree, problem = self._read(tag, f"{{% {tag.body} %}}")
        if tree is None:
            yield problem
            return
        (node,) = tree.find_all(nodes.Assign)
        found = list(self._check_names(tag, node.node))
        yield from found
        if isinstance(node.target, nodes.Name):
            known = TEXT if found else knowing.type_of(node.node, self._scope())
            (self._open[-1].scope if self._open else self._own)[node.target.name] = known

    def _check_cell(self, tag: Tag) -> Iterator[Finding]:
        cell = next(tag.paragraph.iterancestors(CELL), None)
        if cell is None:
            yield _wrong(tag, "stands outside of any table")
        elif tag.word == "hm" and cell.find(_SPANNED) is not None:
            yield _wrong(tag, "cannot be used in a cell that is merged already")
        elif tag.word in {"vm", "hm"}:
            if not any(each.tag.word == "for" for each in self._open):
                yield _wrong(tag, "stands outside of any loop")
        else:
            value = tag.body.partition(" ")[2]
            tree, problem = self._read(tag, f"{{{{ {value} }}}}")
            if tree is None:
                yield problem
            else:
                (output,) = tree.find_all(nodes.Output)
                yield from self._check_names(tag, output.nodes[0], printed=True)

    def _read(self, tag: Tag, source: str) -> tuple[nodes.Template | None, Finding]:
        try:
            return self._cage.read(source), _wrong(tag, "")
        except ForbiddenInTemplate as error:
            return None, _wrong(tag, f"uses {error.what}, which is not allowed in forms")
        except TemplateSyntaxError as error:
            told = (error.message or "it is not complete").rstrip(".")
            return None, _wrong(tag, f"cannot be followed: {told[:120]}")

    def _check_names(
        self, tag: Tag, node: nodes.Node, *, printed: bool = False
    ) -> Iterator[Finding]:
        try:
            if printed:
                knowing.require_one(node, self._scope())
            else:
                knowing.type_of(node, self._scope())
        except NotKnown as error:
            yield Finding(error.problem, error.field, tag.place, nearest=error.nearest)

    def _scope(self) -> knowing.Scope:
        scope = knowing.first_scope() | self._own
        for opened in self._open:
            scope |= opened.scope
        return scope


def _find_misuse(tag: Tag) -> str:
    """Return what is wrong with how a tag is placed; nothing where it is right."""
    if len(tag.body) > LONGEST:
        return "is longer than any field"
    if tag.kind is TagKind.PRINT and tag.level:
        return f"cannot take the place of a whole {_WHOLE[tag.level]}"
    if not tag.body and tag.kind is not TagKind.COMMENT:
        return "is empty"
    if not tag.is_alone:
        whole = _WHOLE[tag.level]
        return f"takes the place of a whole {whole}, so nothing else may stand in that {whole}"
    if tag.level and ("%" in tag.body or "}" in tag.body):
        return "has a “%” or a “}” in it"
    return ""


def _find_mismatch(begin: Tag, end: Tag) -> Iterator[Finding]:
    """Find an end that does not lie where its beginning lies: the file would fall apart."""
    if begin.level != end.level:
        yield _wrong(
            end, f"does not fit “{begin.written}”: both are for whole rows, or paragraphs, or none"
        )
    elif _holder(begin) is not _holder(end):
        yield _wrong(end, f"does not stand in the same table cell or text as “{begin.written}”")


def _holder(tag: Tag) -> etree._Element | None:
    """Return what holds everything that a loop or condition of this level repeats or leaves out."""
    above = tag.paragraph
    if tag.level in {"tr", "tc"}:
        above = next(tag.paragraph.iterancestors(ROW if tag.level == "tr" else CELL), above)
    return above.getparent()


def _wrong(tag: Tag, detail: str) -> Finding:
    return Finding(Problem.MARKUP, tag.written, tag.place, detail=detail)
