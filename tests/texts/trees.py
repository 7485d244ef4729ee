"""Hypothesis strategies for block trees, as wide as the grammar allows."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from app.texts.blocks import (
    LAWFUL_CHILDREN,
    Break,
    Cell,
    Contents,
    Control,
    Document,
    Form,
    Heading,
    Level,
    Note,
    Paragraph,
    Placeholder,
    Provision,
    Reference,
    ReferenceForm,
    Role,
    Row,
    Section,
    Signatory,
    Signatures,
    Table,
    Text,
)
from app.texts.spacing import tidy
from app.texts.walking import provisions_of

ROOTS = (
    *(Level.PART, Level.CHAPTER, Level.ARTICLE, Level.POINT),
    *(Level.AGENDA_ITEM, Level.ANNEX, Level.TOPIC),
)

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=20)
keys = st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True)
texts = st.builds(
    Text, words, st.booleans(), st.booleans(), st.sampled_from(["", "ko", "ja", "mn"])
)
gaps = st.builds(Placeholder, st.from_regex(r"[a-z]{1,9}( [a-z]{1,9})?", fullmatch=True))
marks = st.one_of(texts, st.just(Break()), gaps)
notes = st.builds(Note, st.lists(marks, max_size=3).map(tidy))
inlines = st.lists(st.one_of(marks, notes), max_size=5).map(tidy)


@st.composite
def provisions(draw: st.DrawFn, level: Level, identifiers: Iterator[int]):
    lawful = sorted(LAWFUL_CHILDREN[level])
    kinds = draw(st.lists(st.sampled_from(lawful), max_size=3)) if lawful else []
    children = [draw(provisions(kind, identifiers)) for kind in kinds]
    return Provision(
        level,
        f"p{next(identifiers)}",
        heading=draw(inlines),
        text=draw(inlines),
        children=tuple(children),
        number=draw(st.sampled_from(["", "", "", "2 bis", "7 ter"])),
        record=draw(st.sampled_from(["", "provision"])),
    )


@st.composite
def tables(draw: st.DrawFn, identifiers: Iterator[int]):
    columns = draw(st.integers(1, 4))

    def row() -> Row:
        cells = tuple(Cell(draw(inlines), draw(st.integers(0, 3))) for _ in range(columns))
        heads = draw(st.booleans())
        return Row(cells, record="action-item", id=f"r{next(identifiers)}", heads=heads)

    return Table(
        widths=tuple(draw(st.lists(st.integers(1, 99), min_size=columns, max_size=columns))),
        rows=tuple(row() for _ in range(draw(st.integers(0, 3)))),
        head=tuple(row() for _ in range(draw(st.integers(0, 1)))),
        id=f"t{next(identifiers)}",
        form=draw(st.sampled_from([Form.RULED, Form.RULED, Form.PARTICULARS])),
    )


@st.composite
def blocks(draw: st.DrawFn, identifiers: Iterator[int], depth: int = 0):
    kinds = ["paragraph", "heading", "table", "signatures", "contents", "provision"]
    if depth < 2:
        kinds.append("control")
    match draw(st.sampled_from(kinds)):
        case "paragraph":
            return Paragraph(draw(inlines), role=draw(st.sampled_from(Role)))
        case "heading":
            return Heading(draw(inlines), level=draw(st.integers(1, 3)))
        case "table":
            return draw(tables(identifiers))
        case "contents":
            return Contents(draw(inlines), levels=draw(st.integers(1, 3)))
        case "signatures":
            blocks_of_names = st.builds(Signatory, keys, inlines, inlines, inlines)
            return Signatures(tuple(draw(st.lists(blocks_of_names, max_size=3))))
        case "control":
            inside = [draw(blocks(identifiers, depth + 1)) for _ in range(draw(st.integers(0, 2)))]
            return Control("decision", f"c{next(identifiers)}", "Decision", tuple(inside))
        case _:
            return draw(provisions(draw(st.sampled_from(ROOTS)), identifiers))


@st.composite
def documents(draw: st.DrawFn):
    identifiers = count(1)
    sections = tuple(
        Section(
            tuple(draw(blocks(identifiers)) for _ in range(draw(st.integers(0, 4)))),
            landscape=draw(st.booleans()),
            line_numbers=draw(st.booleans()),
            bare=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(1, 3)))
    )
    document = Document(
        sections,
        kind=draw(keys),
        language=draw(st.sampled_from(["en", "ko", "ja", "mn"])),
        title=draw(st.from_regex(r"[A-Z<&\"'][a-z]{0,9}( [a-z]{1,9})?", fullmatch=True)),
        symbol=draw(keys),
        draft=draw(st.booleans()),
    )
    return _with_references(draw, document)


def _with_references(draw: st.DrawFn, document: Document) -> Document:
    """Add a paragraph that refers to some of the numbered units, if there are any."""
    targets = [provision.id for provision in provisions_of(document)]
    if not targets:
        return document
    wanted = draw(st.lists(st.sampled_from(targets), max_size=3))
    form = draw(st.sampled_from(ReferenceForm))
    paragraph = Paragraph(tuple(Reference(target, form) for target in wanted))
    last = document.sections[-1]
    sections = (*document.sections[:-1], replace(last, blocks=(*last.blocks, paragraph)))
    return replace(document, sections=sections)
