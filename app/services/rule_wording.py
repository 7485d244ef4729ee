"""The words of a provision as pieces: what stayed, what went and what came."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.texts.blocks import Break, Inline, Reference, Text
from app.texts.difference import find_differences
from app.texts.tokens import Token, join_tokens, tokenize
from app.texts.wording import read_wording

Names = Mapping[str, str]


class PieceKind(StrEnum):
    """What became of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are shown alike.

    Attributes:
        target: The identity of the provision that they name, if they are a reference.
    """

    words: str
    kind: PieceKind = PieceKind.KEPT
    target: str = ""


def plain_words(text: str, names: Names) -> tuple[Piece, ...]:
    """Return a stored text, each reference as the name of its provision."""
    return tuple(_pieces(read_wording(text), PieceKind.KEPT, names))


def compare_words(old: str, new: str, names: tuple[Names, Names]) -> tuple[Piece, ...]:
    """Return two stored texts as one; a reference whose number alone changed is no change."""
    if old == new:  # most of a long text: nothing to cut into words
        return plain_words(new, names[1])
    made: list[Piece] = []
    segments = find_differences(tokenize(read_wording(old)), tokenize(read_wording(new)))
    for segment in segments:
        if segment.kept:
            made += _of(segment.new, PieceKind.KEPT, names[1])
        else:
            made += _of(segment.old, PieceKind.REMOVED, names[0])
            made += _of(segment.new, PieceKind.ADDED, names[1])
    return tuple(made)


def _of(tokens: tuple[Token, ...], kind: PieceKind, names: Names) -> Iterable[Piece]:
    return _pieces(join_tokens(tokens), kind, names)


def _pieces(inlines: Iterable[Inline], kind: PieceKind, names: Names) -> Iterable[Piece]:
    for inline in inlines:
        match inline:
            case Text():
                yield Piece(inline.text, kind)
            case Reference():
                yield Piece(names.get(inline.target, inline.target), kind, inline.target)
            case Break():
                yield Piece("\n", kind)
            case _:
                continue
