"""Computes every number of a document once, for the page, for Word's fields and for references.

It counts as Word does, so that what we write is what Word finds when it counts again: one count
per list, a level starts again after any higher one, and a unit with a number of its own ("2 bis")
has a list of its own, in which the units below it are counted while the main list waits.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.errors import Misfortune
from app.texts.blocks import Document, Provision, Reference, ReferenceForm
from app.texts.counting import spell_number
from app.texts.labels import PLACE_IN_SERIES, LabelStyle, styles_for
from app.texts.walking import blocks_of


class UnknownTarget(Misfortune):
    """A cross-reference points to a unit that the document does not have."""

    def __init__(self, target: str) -> None:
        super().__init__(
            f"A cross-reference points to “{target}”, which is not a numbered part of this text.",
            "Point it to another provision, or write the number out.",
        )
        self.target = target


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a reference: words, or the number of ``target``."""

    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """The number of one unit.

    Attributes:
        text: As it stands in the text: ``Article 2 bis``, ``2.``, ``(a)``.
        bare: What Word's REF field shows: the same without full stops.
        number: The number alone.
        literal: Whether Word is told it letter by letter, because its list would not give it: it
            was given and not counted, or its ending agrees with the number.
        before: What a composed reference puts before ``bare``.
        after: What it puts after.
        chain: The units above it in its list, highest first.
    """

    text: str
    bare: str
    number: str
    literal: bool
    before: str
    after: str
    chain: tuple[str, ...]

    def name_alone(self, target: str) -> tuple[Piece, ...]:
        """Return the unit ``target`` named without those above it: ``(a)``, but ``나목``."""
        number = Piece(self.bare, target)
        if not self.after.isalpha():
            return (number,)
        before = self.before.strip()
        return (*([Piece(before)] if before else []), number, Piece(self.after))


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of one document."""

    labels: dict[str, Label]

    def label(self, target: str) -> Label:
        """Return the number of the unit ``target``.

        Raises:
            UnknownTarget: The document has no such unit.
        """
        try:
            return self.labels[target]
        except KeyError:
            raise UnknownTarget(target) from None

    def compose(self, reference: Reference) -> tuple[Piece, ...]:
        """Return the pieces of ``reference``, level by level: Article 2, (, 2, ), (a).

        Word's own full-context number would give "Article 22.(a)" for the same place.
        """
        own = self.label(reference.target)
        if reference.form is ReferenceForm.LAST:
            return own.name_alone(reference.target)
        pieces = []
        for position, unit in enumerate((*own.chain, reference.target)):
            label = self.labels[unit]
            wrapped = position > 0
            if wrapped and label.before:
                pieces.append(Piece(label.before))
            pieces.append(Piece(label.bare, unit))
            if wrapped and label.after:
                pieces.append(Piece(label.after))
        return tuple(pieces)

    def spell(self, reference: Reference) -> str:
        """Return ``reference`` as it reads: ``Article 2(2)(a)``."""
        return "".join(piece.text for piece in self.compose(reference))


def number(document: Document) -> Numbering:
    """Number every unit of ``document``."""
    blocks = (block for block in blocks_of(document) if isinstance(block, Provision))
    return number_provisions(blocks, language=document.language)


def number_provisions(provisions: Iterable[Provision], *, language: str) -> Numbering:
    """Number ``provisions``, given in the order of the text, each before those below it."""
    numberer = _Numberer(language)
    for provision in provisions:
        # A walk names the units below a unit again; they are counted with it, not twice.
        if provision.id not in numberer.labels:
            numberer.add(provision, numberer.main, chain=())
    return Numbering(numberer.labels)


class _Numberer:
    def __init__(self, language: str) -> None:
        self.styles = styles_for(language)
        self.labels: dict[str, Label] = {}
        self.main: dict[str, list[int]] = {}

    def add(
        self, provision: Provision, counts: dict[str, list[int]], chain: tuple[str, ...]
    ) -> None:
        series, depth = PLACE_IN_SERIES[provision.level]
        style = self.styles[provision.level]
        count = counts.setdefault(series.name, [0] * len(series.levels))
        counted = spell_number(count[depth] + 1, count=style.count)
        if provision.printed is None:
            literal = provision.number not in ("", counted)
        else:
            literal = provision.printed != style.write(counted)
        if literal:
            counts = {**counts, series.name: [0] * len(series.levels)}
        else:
            count[depth] += 1
            count[depth + 1 :] = [0] * (len(count) - depth - 1)
        if literal and provision.printed is not None:
            self.labels[provision.id] = _printed(provision.printed, chain=chain)
        else:
            self.labels[provision.id] = _label(
                provision.number if literal else counted,
                style=style,
                literal=literal or style.agrees,
                chain=chain,
            )
        for child in provision.children:
            inside = PLACE_IN_SERIES[child.level][0] is series
            below = (*chain, provision.id) if inside else ()
            self.add(child, counts, below)


def _printed(shown: str, *, chain: tuple[str, ...]) -> Label:
    """Return a number that somebody else wrote, sign by sign."""
    return Label(
        text=shown,
        bare=shown.rstrip("."),
        number=shown,
        literal=True,
        before=" " if shown else "",
        after="",
        chain=chain,
    )


def _label(shown: str, *, style: LabelStyle, literal: bool, chain: tuple[str, ...]) -> Label:
    return Label(
        text=style.write(shown),
        bare=style.write_bare(shown),
        number=shown,
        literal=literal,
        before=style.before,
        after=style.after,
        chain=chain,
    )
