"""Holds markup against the grammar, so that whoever reads it afterwards can trust it."""

from lxml import etree

from app.domain.errors import Misfortune
from app.texts.grammar import ELEMENTS, Element

_SHAPED = frozenset({"table", "note"})


class MarkupError(Misfortune):
    """A text is not JWG markup.

    Attributes:
        name: The file.
        line: The line in it, from 1; 0 where it cannot be told.
        problem: What is wrong there.
    """

    def __init__(self, problem: str, *, name: str, line: int) -> None:
        place = f", line {line}" if line else ""
        super().__init__(
            f"“{name}”{place}: {problem}.",
            "Correct the template, or restore the one that came with JWG Desk.",
        )
        self.problem = problem
        self.name = name
        self.line = line


def read_xml(markup: str, *, name: str) -> etree._Element:
    """Return the root of ``markup``: no entities, no DOCTYPE, nothing fetched from anywhere.

    Raises:
        MarkupError: It is not well-formed XML, or more than plain elements and text.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(markup.encode("utf-8", "surrogatepass"), parser)
    except etree.XMLSyntaxError as error:
        problem = error.msg or "it is empty"
        raise MarkupError(problem, name=name, line=error.lineno or 1) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise MarkupError("it has a DOCTYPE", name=name, line=1)
    return root


class Conformity:
    """One look through one text; remembers the identifiers it has seen."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._identifiers: set[str] = set()

    def error(self, element: etree._Element, problem: str) -> MarkupError:
        """Return the error that names the line of ``element``."""
        return MarkupError(problem, name=self.name, line=element.sourceline or 1)

    def check(self, element: etree._Element) -> None:
        """Check ``element`` and everything in it.

        Raises:
            MarkupError: Something in it is not in the grammar.
        """
        rule = ELEMENTS.get(str(element.tag))
        if rule is None:
            raise self.error(element, f"there is no element <{element.tag}>")
        if rule.required or element.attrib:
            self._check_attributes(element, rule)
        if not rule.words:
            self._check_words(element)
        if rule.once:
            self._check_order(element, rule)
        if element.tag in _SHAPED:
            self._check_shape(element)
        for child in element:
            if child.tag not in rule.children:
                raise self.error(child, f"<{child.tag}> cannot stand in <{element.tag}>")
            self.check(child)

    def claim(self, element: etree._Element, identifier: str) -> None:
        """Note that ``identifier`` is taken.

        Raises:
            MarkupError: It was taken already.
        """
        if identifier in self._identifiers:
            raise self.error(element, f"the identifier “{identifier}” occurs twice")
        self._identifiers.add(identifier)

    def _check_attributes(self, element: etree._Element, rule: Element) -> None:
        for wanted in rule.required:
            if wanted not in element.attrib:
                raise self.error(element, f"<{element.tag}> has no “{wanted}”")
        for key, value in element.attrib.items():
            form = rule.required.get(str(key)) or rule.optional.get(str(key))
            if form is None:
                raise self.error(element, f"<{element.tag}> cannot have “{key}”")
            if not form.fullmatch(str(value)):
                raise self.error(element, f"“{key}” of <{element.tag}> cannot be “{value}”")
        identifier = element.get("id")
        if identifier is not None:
            self.claim(element, identifier)

    def _check_words(self, element: etree._Element) -> None:
        pieces = [element.text, *(child.tail for child in element)]
        if any(piece and piece.strip() for piece in pieces):
            raise self.error(element, f"text stands directly in <{element.tag}>")

    def _check_shape(self, element: etree._Element) -> None:
        """Check what a list of lawful children cannot say."""
        if element.tag == "table":
            columns = len(element.get("widths", "").split())
            for row in element.iter("row"):
                if len(row) != columns:
                    problem = f"a row has {len(row)} cells in a table of {columns} columns"
                    raise self.error(row, problem)
        if element.tag == "note":
            for inner in element.iterdescendants("note"):
                raise self.error(inner, "<note> cannot stand in <note>")

    def _check_order(self, element: etree._Element, rule: Element) -> None:
        place = 0
        for child in element:
            if child.tag in rule.once:
                wanted = rule.once.index(str(child.tag)) + 1
                if wanted <= place:
                    raise self.error(child, f"<{child.tag}> comes too late or twice")
                place = wanted
            else:
                place = len(rule.once)
