"""Cuts what stands within a line into the smallest pieces that a comparison marks as changed.

A reader takes in words, not letters, so a changed word is marked whole; only Kanji and Kana, which
know no spaces, are compared character by character. The number that a reference shows is not part
of the text: two references are equal when they point to the same unit.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.texts.blocks import Break, Inline, Note, Placeholder, Reference, Text

_KANA = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
_KANJI = "々〆〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_COMBINING = "\u0300-\u036f\u0483-\u0489\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f"
_SKIN = "\U0001f3fb-\U0001f3ff"
_TOKEN = re.compile(
    rf"(?P<character>[{_KANA}{_KANJI}][{_COMBINING}]*)"
    r"|(?P<number>\d+)"
    rf"|(?P<word>(?:(?![{_KANA}{_KANJI}])[^\W\d_][{_COMBINING}]*)+)"
    r"|(?P<blank>\s+)"
    rf"|(?P<mark>.(?:[{_COMBINING}{_SKIN}]|\u200d.)*)",
    re.DOTALL,
)
_OBJECT = "\ufffc"
"""Begins the key of whatever is no text; the reader's ``clean`` text never holds a key so made."""


Face = tuple[bool, bool, str]
"""Bold, italic, language."""


class TokenKind(StrEnum):
    """What a token is to a reader."""

    WORD = "word"
    NUMBER = "number"
    CHARACTER = "character"
    BLANK = "blank"
    MARK = "mark"
    OBJECT = "object"


_KINDS = {kind.value: kind for kind in TokenKind}
WORDS = frozenset({TokenKind.WORD, TokenKind.NUMBER, TokenKind.CHARACTER, TokenKind.OBJECT})
"""Kinds that say something; blanks and punctuation alone do not."""


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a text.

    Attributes:
        kind: What it is.
        key: What is compared.
        inline: The piece itself, in its face.
    """

    kind: TokenKind
    key: str
    inline: Inline

    @property
    def size(self) -> int:
        """How many characters a reader sees, about."""
        return len(self.inline.text) if isinstance(self.inline, Text) else 1


def tokenize(
    inlines: Iterable[Inline], *, targets: Mapping[str, str] | None = None
) -> tuple[Token, ...]:
    """Return the tokens of ``inlines``.

    Args:
        inlines: The text.
        targets: What a reference's target is called for comparing, where not by its own name.
    """
    return tuple(_tokens(inlines, targets or {}))


def list_words(inlines: Iterable[Inline]) -> Iterator[str]:
    """Yield what ``inlines`` say, word by word; anything but words as what it is."""
    for inline in inlines:
        if isinstance(inline, Text):
            for found in _TOKEN.finditer(inline.text):
                if _KINDS[found.lastgroup or ""] in WORDS:
                    yield found.group()
        elif not isinstance(inline, Break):
            yield TokenKind.OBJECT.value


def join_tokens(tokens: Iterable[Token]) -> tuple[Inline, ...]:
    """Return the inlines that ``tokens`` were cut from; spaces at the ends stay."""
    joined: list[Inline] = []
    for token in tokens:
        piece = token.inline
        together = _join(joined[-1], piece) if joined else None
        if together is None:
            joined.append(piece)
        else:
            joined[-1] = together
    return tuple(joined)


def face_of(inline: Inline) -> Face:
    """Return how ``inline`` looks; only words have a face of their own."""
    if isinstance(inline, Text):
        return inline.bold, inline.italic, inline.language
    return False, False, ""


def _join(first: Inline, second: Inline) -> Text | None:
    """Return both as one text, if they differ in their words only."""
    if not isinstance(first, Text) or not isinstance(second, Text):
        return None
    alike = face_of(first) == face_of(second) and first.from_record is second.from_record
    if not alike:
        return None
    return Text(
        first.text + second.text, first.bold, first.italic, first.language, first.from_record
    )


def _tokens(inlines: Iterable[Inline], targets: Mapping[str, str]) -> Iterator[Token]:
    for inline in inlines:
        if isinstance(inline, Text):
            face = (inline.bold, inline.italic, inline.language, inline.from_record)
            for found in _TOKEN.finditer(inline.text):
                words = found.group()
                yield Token(_KINDS[found.lastgroup or ""], words, Text(words, *face))
        else:
            kind = TokenKind.BLANK if isinstance(inline, Break) else TokenKind.OBJECT
            yield Token(kind, _object_key(inline, targets), inline)


def _object_key(inline: Inline, targets: Mapping[str, str]) -> str:
    match inline:
        case Reference(target, form):
            return f"{_OBJECT}reference:{form.value}:{targets.get(target, target)}"
        case Placeholder(what):
            return f"{_OBJECT}gap:{what}"
        case Note(inlines):
            inside = "".join(token.key for token in _tokens(inlines, targets))
            return f"{_OBJECT}note:{inside}"
        case _:
            return f"{_OBJECT}break"
