"""Writes what stands within a line of two texts: what stayed, what went, what came.

Nothing is said by colour alone: what came is underlined, what went is struck through.
"""

from collections.abc import Iterable, Sequence

from app.documents.preview import sheet
from app.documents.preview.wording import Wording
from app.texts.blocks import Break, Inline, Note, Placeholder, Reference, Text
from app.texts.difference import Segment
from app.texts.numbering import Numbering
from app.texts.tokens import join_tokens

INSERTED = "color:#0b6536;background-color:#dff3e6;text-decoration:underline;"
REMOVED = "color:#a51f18;background-color:#fbe3e1;text-decoration:line-through;"
_BETWEEN = "\N{THIN SPACE}"
_ELSEWHERE = " … "
_POINTS = " .,;:"
_LONGEST_BEGINNING = 40

Line = Sequence[Segment]


class MarkedLines:
    """Writes the lines of two texts, each with the numbers of its own."""

    def __init__(self, *, old: Numbering, new: Numbering) -> None:
        self._old = _WordingWithNotes(old)
        self._new = _WordingWithNotes(new)

    def write(self, line: Line) -> str:
        """Return a line with its marks."""
        written = ""
        for segment in line:
            if segment.kept:
                written += self._new.write(join_tokens(segment.new))
                continue
            gone = self._old.write(join_tokens(segment.old))
            come = self._new.write(join_tokens(segment.new))
            between = _BETWEEN if gone and come else ""
            written += _mark(gone, REMOVED) + between + _mark(come, INSERTED)
        return written

    def removed(self, line: Line) -> str:
        """Return the words of a line that went."""
        gone = [segment.old for segment in line if not segment.kept and segment.old]
        return _ELSEWHERE.join(self._old.say(join_tokens(tokens)) for tokens in gone)

    def added(self, line: Line) -> str:
        """Return the words of a line that came."""
        come = [segment.new for segment in line if not segment.kept and segment.new]
        return _ELSEWHERE.join(self._new.say(join_tokens(tokens)) for tokens in come)

    def beginning(self, line: Line) -> str:
        """Return the first words of a line, as it reads now."""
        told = self._new.say(join_tokens([token for part in line for token in part.new]))
        if len(told) <= _LONGEST_BEGINNING:
            return told
        return told[:_LONGEST_BEGINNING].rpartition(" ")[0] or told[:_LONGEST_BEGINNING]


class _WordingWithNotes(Wording):
    """Writes footnotes where their marks are, because two texts have two counts of them."""

    def __init__(self, numbering: Numbering) -> None:
        super().__init__(numbering)
        self._spelled = numbering

    def say(self, inlines: Iterable[Inline]) -> str:
        """Return the plain words of a line, without the points between it and the next ones."""
        told = "".join(map(self._say, inlines)).strip()
        return told.strip(_POINTS) or told

    def _say(self, inline: Inline) -> str:
        match inline:
            case Text():
                return inline.text
            case Reference():
                return self._spelled.spell(inline)
            case Placeholder():
                return f"[{inline.what}]"
            case Note():
                return f" [{self.say(inline.inlines)}] "
            case Break():
                return " / "

    def _write(self, inline: Inline, record: str) -> str:
        if isinstance(inline, Reference) and inline.target not in self._spelled.labels:
            return super()._write(Placeholder(inline.target), record)
        return super()._write(inline, record)

    def _note(self, note: Note) -> str:
        return f'<span style="color:{sheet.MUTED};"> [{self.write(note.inlines)}] </span>'


def _mark(words: str, style: str) -> str:
    return f'<span style="{style}">{words}</span>' if words else ""
