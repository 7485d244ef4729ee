"""Reads JWG markup into a block tree, or says in which file and line it is wrong."""

from collections.abc import Callable, Mapping

from lxml import etree

from app.texts.blocks import (
    Block,
    Cell,
    Contents,
    Control,
    Document,
    Form,
    Heading,
    Level,
    Paragraph,
    Provision,
    Reference,
    Role,
    Row,
    Section,
    Signatory,
    Signatures,
    Table,
)
from app.texts.characters import clean
from app.texts.conformity import Conformity, read_xml
from app.texts.conformity import MarkupError as MarkupError
from app.texts.grammar import PROVISIONS
from app.texts.inlines import read_child, read_inlines
from app.texts.walking import blocks_of, inlines_of, walk

Slots = Mapping[str, tuple[Block, ...]]


def parse(markup: str, *, name: str, slots: Slots | None = None) -> Document:
    """Return the document that ``markup`` describes.

    Args:
        markup: The text, with ``document`` as its root.
        name: The file it comes from, for the error.
        slots: The blocks that stand where ``<insert name="…"/>`` is.

    Raises:
        MarkupError: It is not JWG markup, an identifier occurs twice, or a reference leads nowhere.
    """
    root = read_xml(markup, name=name)
    conformity = Conformity(name)
    if root.tag != "document":
        raise conformity.error(root, f"it begins with <{root.tag}>, not <document>")
    conformity.check(root)
    document = _Reader(conformity, slots or {}).read_document(root)
    _check_references(root, document, conformity)
    return document


def _check_references(root: etree._Element, document: Document, conformity: Conformity) -> None:
    blocks = tuple(blocks_of(document))
    numbered = {block.id for block in blocks if isinstance(block, Provision)}
    for block in blocks:
        for inline in inlines_of(block):
            if isinstance(inline, Reference) and inline.target not in numbered:
                pointing = (ref for ref in root.iter("ref") if ref.get("to") == inline.target)
                raise conformity.error(
                    next(pointing, root),
                    f"a reference points to “{inline.target}”, which is no numbered part of it",
                )


class _Reader:
    def __init__(self, conformity: Conformity, slots: Slots) -> None:
        self.conformity = conformity
        self.slots = slots

    def read_document(self, root: etree._Element) -> Document:
        sections = tuple(
            Section(
                self.read_blocks(section),
                landscape=section.get("landscape") == "yes",
                line_numbers=section.get("line-numbers") == "yes",
                bare=section.get("bare") == "yes",
            )
            for section in root
        )
        return Document(
            sections=sections,
            kind=_attribute(root, "kind"),
            language=root.get("language", "en"),
            title=_attribute(root, "title"),
            symbol=_attribute(root, "symbol"),
            subject=_attribute(root, "subject"),
            author=_attribute(root, "author"),
            identifier=_attribute(root, "identifier"),
            original_of=_attribute(root, "original-of"),
            running_head=_attribute(root, "running-head"),
            running_foot=_attribute(root, "running-foot"),
            draft=root.get("draft") == "yes",
        )

    def read_blocks(self, parent: etree._Element) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for element in parent:
            if element.tag == "insert":
                blocks += self.read_slot(element)
            elif element.tag == "control":
                blocks.append(self.read_control(element))
            elif element.tag in PROVISIONS:
                blocks.append(_read_provision(element))
            else:
                blocks.append(_READERS[str(element.tag)](element))
        return tuple(blocks)

    def read_slot(self, element: etree._Element) -> tuple[Block, ...]:
        slot = element.get("name", "")
        if slot not in self.slots:
            raise self.conformity.error(element, f"there is nothing called “{slot}” to insert")
        for block in walk(self.slots[slot]):
            if isinstance(block, Provision | Control):
                self.conformity.claim(element, block.id)
        return self.slots[slot]

    def read_control(self, element: etree._Element) -> Control:
        return Control(
            record=element.get("record", ""),
            id=element.get("id", ""),
            alias=_attribute(element, "alias"),
            blocks=self.read_blocks(element),
        )


def _read_provision(element: etree._Element) -> Provision:
    children = (child for child in element if child.tag in PROVISIONS)
    return Provision(
        level=Level(str(element.tag)),
        id=element.get("id", ""),
        heading=read_child(element, "title"),
        text=read_child(element, "text"),
        children=tuple(_read_provision(child) for child in children),
        number=element.get("number", ""),
        record=element.get("record", ""),
    )


def _read_paragraph(element: etree._Element) -> Block:
    role = Role(element.get("role", Role.BODY))
    return Paragraph(read_inlines(element), role=role, id=element.get("id", ""))


def _read_heading(element: etree._Element) -> Block:
    level = int(element.get("level", "1"))
    return Heading(read_inlines(element), level=level, id=element.get("id", ""))


def _read_contents(element: etree._Element) -> Block:
    return Contents(read_inlines(element), levels=int(element.get("levels", "3")))


def _read_table(element: etree._Element) -> Block:
    return Table(
        widths=tuple(int(width) for width in element.get("widths", "").split()),
        rows=tuple(_read_row(row) for row in element.iterchildren("row")),
        head=tuple(_read_row(row) for row in element.iterfind("head/row")),
        caption=_attribute(element, "caption"),
        id=element.get("id", ""),
        form=Form(element.get("form", Form.RULED)),
    )


def _read_row(element: etree._Element) -> Row:
    return Row(
        tuple(Cell(read_inlines(cell), depth=int(cell.get("depth", "0"))) for cell in element),
        record=element.get("record", ""),
        id=element.get("id", ""),
        heads=element.get("heads") == "yes",
    )


def _read_signatures(element: etree._Element) -> Block:
    return Signatures(
        tuple(
            Signatory(
                party=signatory.get("party", ""),
                capacity=read_child(signatory, "capacity"),
                name=read_child(signatory, "name"),
                post=read_child(signatory, "post"),
            )
            for signatory in element
        )
    )


def _attribute(element: etree._Element, key: str) -> str:
    return " ".join(clean(element.get(key, "")).split())


_READERS: dict[str, Callable[[etree._Element], Block]] = {
    "p": _read_paragraph,
    "heading": _read_heading,
    "contents": _read_contents,
    "table": _read_table,
    "signatures": _read_signatures,
}
