"""The block tree: the one form every document takes between its template and its writers.

All nodes are frozen. Identifiers are those of the records and stay the same between versions.
Numbers are never part of the text: ``app.texts.numbering`` computes them.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import Mistake
from app.texts.letterhead import Letterhead


class Level(StrEnum):
    """The kinds of numbered unit, from the highest to the lowest within each series."""

    PART = "part"
    CHAPTER = "chapter"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    SUBITEM = "subitem"
    POINT = "point"
    SUBPOINT = "subpoint"
    AGENDA_ITEM = "agenda-item"
    AGENDA_SUBITEM = "agenda-subitem"
    TOPIC = "topic"
    ANNEX = "annex"


LAWFUL_CHILDREN: dict[Level, frozenset[Level]] = {
    Level.PART: frozenset({Level.CHAPTER, Level.ARTICLE}),
    Level.CHAPTER: frozenset({Level.ARTICLE}),
    Level.ARTICLE: frozenset({Level.PARAGRAPH, Level.ITEM}),
    Level.PARAGRAPH: frozenset({Level.ITEM}),
    Level.ITEM: frozenset({Level.SUBITEM}),
    Level.SUBITEM: frozenset(),
    Level.POINT: frozenset({Level.SUBPOINT}),
    Level.SUBPOINT: frozenset(),
    Level.AGENDA_ITEM: frozenset({Level.AGENDA_SUBITEM}),
    Level.AGENDA_SUBITEM: frozenset(),
    Level.TOPIC: frozenset(),
    Level.ANNEX: frozenset(),
}


class Role(StrEnum):
    """What an unnumbered paragraph does on the page; each role has a style in the house style."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    PLACE = "place"
    BODY = "body"
    NOTICE = "notice"
    DECISION = "decision"
    ANNOTATION = "annotation"
    DETAIL = "detail"
    LISTED = "listed"
    PERSON = "person"
    CLOSING = "closing"
    ADOPTION = "adoption"
    LETTERHEAD = "letterhead"
    DATELINE = "dateline"
    ADDRESSEE = "addressee"
    MATTER = "matter"
    LEAD = "lead"


class Form(StrEnum):
    """What a table is for, and so how it looks."""

    RULED = "ruled"
    PARTICULARS = "particulars"  # names at the left, facts at the right, no head
    PLATES = "plates"  # a sheet for each row, to be folded between its two faces
    BADGES = "badges"  # eight to a sheet, to be cut out


class ReferenceForm(StrEnum):
    """How much of its target's number a reference shows."""

    FULL = "full"  # Article 2(2)(a)
    LAST = "last"  # (a)


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words in one face.

    Attributes:
        text: The words.
        bold: Whether they are bold.
        italic: Whether they are italic.
        language: Their language, only where it is not the document's.
        from_record: Whether they are a value of a record, which the preview shows on blue.
    """

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    from_record: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of another unit, which follows that unit when it moves."""

    target: str
    form: ReferenceForm = ReferenceForm.FULL


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A fact that nobody has entered; shown in amber, in brackets, never as nothing."""

    what: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, at the place of its mark."""

    inlines: tuple["Text | Reference | Break | Placeholder", ...]


Inline = Text | Reference | Break | Placeholder | Note


@dataclass(frozen=True, slots=True)
class Paragraph:
    """An unnumbered paragraph."""

    inlines: tuple[Inline, ...]
    role: Role = Role.BODY
    id: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """An unnumbered heading of level 1, 2 or 3."""

    inlines: tuple[Inline, ...]
    level: int = 1
    id: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; ``depth`` counts how far its text stands in."""

    inlines: tuple[Inline, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        cells: One for each column.
        record: The kind of record, where the row is a record of its own.
        id: The identifier of that record.
        heads: Whether it heads the rows after it, so that it does not end a page.
    """

    cells: tuple[Cell, ...]
    record: str = ""
    id: str = ""
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the head is repeated on every page, widths are parts of the whole."""

    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    caption: str = ""
    id: str = ""
    form: Form = Form.RULED

    def __post_init__(self) -> None:
        if any(len(row.cells) != len(self.widths) for row in self.head + self.rows):
            raise Mistake(f"a row of table “{self.id}” has not {len(self.widths)} cells")


@dataclass(frozen=True, slots=True)
class Signatory:
    """One signature block: for whom, and who signs where and when, as far as it is known."""

    party: str
    capacity: tuple[Inline, ...]
    name: tuple[Inline, ...] = ()
    post: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signature blocks, in the order in which the parties sign: first is left."""

    signatories: tuple[Signatory, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, down to ``levels`` outline levels."""

    title: tuple[Inline, ...] = ()
    levels: int = 3


@dataclass(frozen=True, slots=True)
class Provision:
    """One numbered unit: a provision of rules, a paragraph of minutes, an agenda item, an annex.

    Attributes:
        level: Where it stands in its series.
        id: The record's identifier, or one the template gave.
        heading: Its heading, beside the number.
        text: Its wording, beside the number or below the heading.
        children: The units below it.
        number: Its number as printed, where counting does not give it ("2 bis").
        record: The kind of record it is, if it is one.
        printed: In a text that is numbered as others number theirs, the number with all its signs
            ("①", "Rule 3"), empty for none; such a text also nests its units as it likes.
    """

    level: Level
    id: str
    heading: tuple[Inline, ...] = ()
    text: tuple[Inline, ...] = ()
    children: tuple["Provision", ...] = ()
    number: str = ""
    record: str = ""
    printed: str | None = None

    def __post_init__(self) -> None:
        if self.printed is not None:
            return
        lawful = LAWFUL_CHILDREN[self.level]
        for child in self.children:
            if child.printed is None and child.level not in lawful:
                raise Mistake(f"a {child.level} cannot stand in a {self.level} (“{child.id}”)")


@dataclass(frozen=True, slots=True)
class Control:
    """Blocks that are one record, so that a returned file finds its way home."""

    record: str
    id: str
    alias: str
    blocks: tuple["Block", ...]


Block = Paragraph | Heading | Table | Signatures | Contents | Provision | Control


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that share a page layout; a ``bare`` one has neither header nor footer."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    line_numbers: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    Attributes:
        sections: What is on its pages.
        kind: Which document it is, as in ``app.documents.kinds``.
        language: The language of its text, as a tag.
        title: Its title, in plain words.
        symbol: Its symbol, printed in the header.
        subject: What it is about, for the file's properties.
        author: Whose document it is, for the file's properties.
        identifier: The record it was made from.
        original_of: Code of the party whose original this is.
        running_head: Printed at the left of every header.
        running_foot: Printed at the left of every footer.
        draft: Whether the word DRAFT lies across its pages.
        for_circulation: Whether it goes round for comments: its lines are counted, and whoever
            changes it leaves a trace.
        letterhead: The head of its first page, if it is a letter.
    """

    sections: tuple[Section, ...]
    kind: str = ""
    language: str = "en"
    title: str = ""
    symbol: str = ""
    subject: str = ""
    author: str = ""
    identifier: str = ""
    original_of: str = ""
    running_head: str = ""
    running_foot: str = ""
    draft: bool = False
    for_circulation: bool = False
    letterhead: Letterhead | None = None
