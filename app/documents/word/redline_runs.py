"""Writes what stands within a line of a redline: kept words plain, the others marked."""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from app.documents.word.anchors import Anchors
from app.documents.word.house import House
from app.documents.word.redline_marks import Mark, Marks
from app.documents.word.runs import Runs
from app.texts.blocks import Inline, Placeholder, Reference
from app.texts.difference import Segment
from app.texts.numbering import Numbering
from app.texts.tokens import Face, Token, face_of, join_tokens

_RUN = re.compile(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?(.*?)</w:r>", re.DOTALL)


class OldNames(Anchors):
    """Names the units of the old text as the redline does, where both texts stand in one file."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._new_names = names

    def reference_name(self, identifier: str) -> str:
        """Return the bookmark that references to ``identifier`` point to."""
        return super().reference_name(self._new_names.get(identifier, identifier))


class TolerantRuns(Runs):
    """Runs in which a reference that leads nowhere is a gap, because somebody must mend it."""

    def __init__(
        self,
        house: House,
        *,
        numbering: Numbering,
        anchors: Anchors,
        language: str,
        known_before: Numbering | None = None,
    ) -> None:
        super().__init__(house, numbering=numbering, anchors=anchors, language=language)
        self._known = numbering
        self._known_before = known_before

    def _write(self, inline: Inline, *, bold: bool) -> str:
        if isinstance(inline, Reference) and inline.target not in self._known.labels:
            before = self._known_before
            if before is not None and inline.target in before.labels:
                return super()._write(Placeholder(before.spell(inline)), bold=bold)
            return super()._write(Placeholder(inline.target), bold=bold)
        return super()._write(inline, bold=bold)


class RedlineRuns:
    """Writes the lines of one redline, from the two texts it compares."""

    def __init__(self, *, old: Runs, new: Runs, marks: Marks) -> None:
        self._old = old
        self._new = new
        self._marks = marks
        # One file has one list of footnotes, whichever text they come from.
        old.notes = new.notes

    def plain(self, inlines: Iterable[Inline], *, bold: bool = False) -> str:
        """Return ``inlines`` of the new text without marks."""
        return self._new.write(inlines, bold=bold)

    def whole(self, inlines: Iterable[Inline], mark: Mark, *, bold: bool = False) -> str:
        """Return ``inlines`` with one mark on all of them."""
        from_old = mark in (Mark.DELETED, Mark.MOVED_FROM)
        notes = self._new.notes
        known = len(notes)
        written = (self._old if from_old else self._new).write(inlines, bold=bold)
        if mark in (Mark.INSERTED, Mark.DELETED):
            # A note whose mark is struck is struck too, or it would look as if it stayed.
            notes[known:] = [self._marks.runs(mark, note) for note in notes[known:]]
        return self._marks.runs(mark, written)

    def segments(self, segments: Iterable[Segment], *, bold: bool = False) -> str:
        """Return a compared line."""
        return "".join([self._segment(segment, bold=bold) for segment in segments])

    def _segment(self, segment: Segment, *, bold: bool) -> str:
        if not segment.kept:
            mark = Mark.DELETED if segment.old else Mark.INSERTED
            return self.whole(join_tokens(segment.old or segment.new), mark, bold=bold)
        written = []
        for (old_face, new_face), pairs in groupby(
            zip(segment.old, segment.new, strict=True), key=_faces
        ):
            old_tokens, new_tokens = zip(*pairs, strict=True)
            runs = self.plain(join_tokens(new_tokens), bold=bold)
            if old_face != new_face:
                runs = self._refaced(runs, self._old.write(join_tokens(old_tokens), bold=bold))
            written.append(runs)
        return "".join(written)

    def _refaced(self, runs: str, before: str) -> str:
        """Return ``runs``, each with a note of the face its words had ``before``."""
        faces = [found[1] or "" for found in _RUN.finditer(before)]

        def refaced(found: re.Match[str]) -> str:
            face, old_face = found[1] or "", faces.pop(0)
            if face == old_face:
                return found[0]
            return f"<w:r><w:rPr>{face}{self._marks.face_before(old_face)}</w:rPr>{found[2]}</w:r>"

        return _RUN.sub(refaced, runs)


def _faces(pair: tuple[Token, Token]) -> tuple[Face, Face]:
    return face_of(pair[0].inline), face_of(pair[1].inline)
