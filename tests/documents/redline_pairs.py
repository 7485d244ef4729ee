"""Builds pairs of rule texts that differ in known ways, and reads back what a Word file says."""

import random
import re
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from app.texts.blocks import (
    Document,
    Heading,
    Inline,
    Level,
    Paragraph,
    Provision,
    Reference,
    Role,
    Section,
    Text,
)
from tests.documents.invariants import w

SUBJECTS = (
    "The Committee", "The secretariat", "Each Party", "The Co-Chairs", "A project participant",
    "The validating entity", "The host Party", "Either side", "The working group", "The registry",
)  # fmt: skip
DUTIES = (
    "shall notify", "may request", "shall keep", "shall publish", "may suspend", "shall review",
    "shall transmit", "may delegate", "shall confirm", "shall record", "may approve", "may reject",
)  # fmt: skip
OBJECTS = (
    "the monitoring report", "any proposed methodology", "the list of projects", "each decision",
    "the annual workplan", "the registration of a project", "the draft minutes", "all credits",
    "the project design document", "the amount of reductions", "the names of its delegates",
)  # fmt: skip
CLAUSES = (
    "within thirty days of receipt", "in writing", "after consultation with the other side",
    "unless both sides decide otherwise", "in accordance with its national law",
    "at the latest two weeks before the meeting", "through the electronic system",
    "for a period of two years", "without prejudice to earlier decisions", "on its website",
    "taking into account the guidance in force", "where the circumstances so require",
)  # fmt: skip


def sentence(chance: random.Random) -> str:
    """Return a sentence as rules have them."""
    clauses = " and ".join(chance.sample(CLAUSES, chance.randint(1, 3)))
    subject, duty = chance.choice(SUBJECTS), chance.choice(DUTIES)
    return f"{subject} {duty} {chance.choice(OBJECTS)} {clauses}."


def make_rules(articles: int, *, seed: int, references: bool = True) -> Document:
    """Return rules of so many articles in chapters, with paragraphs, items and references."""
    chance = random.Random(seed)
    targets = articles if references else 0
    made = [_article(number, chance, targets=targets) for number in range(1, articles + 1)]
    chapters = tuple(
        Provision(
            Level.CHAPTER,
            f"c{number}",
            heading=(Text(f"Matters of kind {number}"),),
            children=tuple(made[first : first + 10]),
        )
        for number, first in enumerate(range(0, articles, 10), start=1)
    )
    front = (
        Paragraph((Text("Rules of procedure"),), role=Role.TITLE),
        Paragraph((Text("The two sides have agreed as follows."),)),
    )
    end = (Heading((Text("Closing"),)), Paragraph((Text("Done in two originals."),)))
    return document(*front, *chapters, *end)


def document(*blocks: object) -> Document:
    """Return a document of ``blocks``."""
    return Document((Section(tuple(blocks)),), kind="rules", title="Rules", identifier="r")


def _article(number: int, chance: random.Random, *, targets: int) -> Provision:
    paragraphs = []
    for place in range(1, chance.randint(2, 4)):
        inlines: tuple[Inline, ...] = (Text(sentence(chance)),)
        if targets and chance.random() < 0.4:
            target = f"a{chance.randint(1, targets)}"
            inlines = (*inlines, Text(" The hour is set by "), Reference(target), Text("."))
        items = tuple(
            Provision(Level.ITEM, f"a{number}p{place}i{item}", text=(Text(sentence(chance)),))
            for item in range(chance.choice((0, 0, 2)))
        )
        paragraphs.append(
            Provision(Level.PARAGRAPH, f"a{number}p{place}", text=inlines, children=items)
        )
    return Provision(
        Level.ARTICLE,
        f"a{number}",
        heading=(Text(chance.choice(OBJECTS).capitalize()),),
        children=tuple(paragraphs),
    )


@dataclass
class Editor:
    """Changes rules at random, as a negotiation does."""

    chance: random.Random
    serial: int = 0

    def edit(self, rules: Document, *, edits: int) -> Document:
        """Return ``rules`` after so many changes."""
        blocks = list(rules.sections[0].blocks)
        changes = (self._reword, self._insert, self._delete, self._move, self._reword)
        for _ in range(edits):
            places = [at for at, one in enumerate(blocks) if isinstance(one, Provision)]
            at = self.chance.choice(places)
            blocks[at] = self.chance.choice(changes)(blocks[at])
        return document(*_without_dangling(blocks))

    def _reword(self, chapter: Provision) -> Provision:
        def reword(unit: Provision) -> Provision:
            words = [one for one in unit.text if isinstance(one, Text)]
            if not words:
                return unit
            pieces = words[0].text.split(" ")
            at = self.chance.randrange(len(pieces))
            kind = self.chance.choice(("replace", "insert", "delete"))
            new = [] if kind == "delete" and len(pieces) > 2 else ["without", "delay"]
            pieces[at : at + (kind != "insert")] = new
            changed = replace(words[0], text=" ".join(pieces))
            text = tuple(changed if one is words[0] else one for one in unit.text)
            return replace(unit, text=text)

        return self._somewhere(chapter, reword)

    def _insert(self, chapter: Provision) -> Provision:
        self.serial += 1
        number = self.chance.choice(("", "", "7 bis"))
        below = Provision(Level.PARAGRAPH, f"n{self.serial}p1", text=(Text(sentence(self.chance)),))
        added = Provision(
            Level.ARTICLE,
            f"n{self.serial}",
            heading=(Text("Further matters"),),
            children=(below,),
            number=number,
        )
        children = list(chapter.children)
        children.insert(self.chance.randint(0, len(children)), added)
        return replace(chapter, children=tuple(children))

    def _delete(self, chapter: Provision) -> Provision:
        children = list(chapter.children)
        if children:
            children.pop(self.chance.randrange(len(children)))
        return replace(chapter, children=tuple(children))

    def _move(self, chapter: Provision) -> Provision:
        children = list(chapter.children)
        if len(children) > 1:
            moved = children.pop(self.chance.randrange(len(children)))
            children.insert(self.chance.randint(0, len(children)), moved)
        return replace(chapter, children=tuple(children))

    def _somewhere(self, chapter: Provision, change) -> Provision:
        articles = list(chapter.children)
        with_text = [at for at, one in enumerate(articles) if one.children]
        if not with_text:
            return chapter
        at = self.chance.choice(with_text)
        paragraphs = list(articles[at].children)
        where = self.chance.randrange(len(paragraphs))
        paragraphs[where] = change(paragraphs[where])
        articles[at] = replace(articles[at], children=tuple(paragraphs))
        return replace(chapter, children=tuple(articles))


def _without_dangling(blocks: list) -> list:
    """Return ``blocks`` without references to what was deleted."""
    known: set[str] = set()

    def collect(unit: Provision) -> None:
        known.add(unit.id)
        for child in unit.children:
            collect(child)

    def mend(unit: Provision) -> Provision:
        text = tuple(
            one for one in unit.text if not isinstance(one, Reference) or one.target in known
        )
        return replace(unit, text=text, children=tuple(map(mend, unit.children)))

    for block in blocks:
        if isinstance(block, Provision):
            collect(block)
    return [mend(block) if isinstance(block, Provision) else block for block in blocks]


def read_paragraphs(content: bytes) -> list[str]:
    """Return the paragraphs of a Word file that say anything: no marks, no results of fields.

    Deleted words are left out, and so is the table of contents, which Word makes anew.
    """
    with ZipFile(BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
    for contents in list(root.iter(w("docPartUnique"))):
        control = next(contents.iterancestors(w("sdt")))
        control.getparent().remove(control)
    noted = {note.get(w("id")): _words(note, {}) for note in notes}
    found = [_words(paragraph, noted) for paragraph in root.iter(w("p"))]
    return [words for words in found if words]


def _words(element: etree._Element, notes: dict[str, str]) -> str:
    """Return style and words, so that a paragraph that only looks alike differs."""
    depth, in_result, words = 0, False, []
    for piece in element.iter(
        w("t"), w("br"), w("fldChar"), w("instrText"), w("footnoteReference")
    ):
        if piece.tag == w("fldChar"):
            kind = piece.get(w("fldCharType"))
            depth += {"begin": 1, "end": -1}.get(kind, 0)
            in_result = kind == "separate" if depth else False
        elif piece.tag == w("instrText"):
            words.append(f"<{re.sub(r'REF _Ref_', '', piece.text).split()[0]}>")
        elif piece.tag == w("footnoteReference"):
            words.append(f"<note {notes.get(piece.get(w('id')), '')}>")
        elif not in_result:
            words.append("\n" if piece.tag == w("br") else piece.text or "")
    said = "".join(words)
    style = element.find(f"{w('pPr')}/{w('pStyle')}")
    return f"{style.get(w('val'))}: {said}" if said and style is not None else said
