"""Reads the tracked changes of a Word file, and accepts or rejects them, all or one by one.

What it is given has passed the gate for files from outside, or was written here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from app.documents.word.revision_marks import (
    Mark,
    RevisionKind,
    Scope,
    find_marks,
    w,
)
from app.documents.word.revision_settling import settle

_TEXTS = re.compile(r"word/(document|header[^/]*|footer[^/]*|footnotes|endnotes|comments)\.xml")
_MAIN = "word/document.xml"
_NOTES = {
    "word/footnotes.xml": ("footnote", "footnoteReference"),
    "word/endnotes.xml": ("endnote", "endnoteReference"),
}
_WORDS = (w("t"), w("delText"), w("tab"), w("br"))
_OBJECTS = (w("drawing"), w("pict"), w("object"), w("footnoteReference"), w("endnoteReference"))
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change.

    Attributes:
        number: Its place in the file, from 0; the same as long as the file is the same.
        part: The part of the package it stands in.
        kind: What it does.
        scope: To what it is attached.
        author: Who made it, as the file says.
        at: When, as the file says, if it does.
        text: The words it is about; empty for an end of a paragraph or a change of look.
        bookmark: The bookmark of its paragraph, or the last one before it.
    """

    number: int
    part: str
    kind: RevisionKind
    scope: Scope
    author: str
    at: datetime | None
    text: str
    bookmark: str


Decide = Callable[[Revision], bool | None]
"""Accept (True), reject (False) or leave (None) a change."""


def list_revisions(package: bytes) -> tuple[Revision, ...]:
    """Return the tracked changes of a Word file in reading order.

    Changes of nothing at all, which LibreOffice leaves around a comment, are left out.
    """
    file = _File(package)
    return tuple(revision for _, revision in file.revisions() if not _is_empty(revision))


def accept_all(package: bytes) -> bytes:
    """Return the Word file as if all its tracked changes had been accepted."""
    return resolve(package, decide=lambda _revision: True)


def reject_all(package: bytes) -> bytes:
    """Return the Word file as if none of its tracked changes had been made."""
    return resolve(package, decide=lambda _revision: False)


def resolve(package: bytes, *, decide: Decide) -> bytes:
    """Return the Word file with the tracked changes accepted and rejected that ``decide`` says."""
    file = _File(package)
    decisions = {mark.element: decide(revision) for mark, revision in file.revisions()}
    noted = file.noted()
    for root in file.texts.values():
        settle(root, decide=lambda mark: decisions[mark.element])
    file.drop_notes(noted)
    return file.to_bytes()


class _File:
    """A Word file, its texts opened."""

    def __init__(self, package: bytes) -> None:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        with ZipFile(BytesIO(package)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.texts = {
            name: etree.fromstring(content, parser)
            for name, content in self.parts.items()
            if _TEXTS.fullmatch(name)
        }

    def revisions(self) -> Iterator[tuple[Mark, Revision]]:
        """Yield every tracked change with what is known about it."""
        number = 0
        for part, root in sorted(self.texts.items(), key=lambda item: item[0] != _MAIN):
            places = _Places(root)
            for mark in find_marks(root):
                yield mark, _describe(mark, part=part, number=number, places=places)
                number += 1

    def noted(self) -> dict[str, set[str]]:
        """Return the numbers of the notes that the texts have marks for, by part."""
        return {
            part: {
                mark.get(w("id"), "") for root in self.texts.values() for mark in root.iter(w(tag))
            }
            for part, (_, tag) in _NOTES.items()
        }

    def drop_notes(self, noted: dict[str, set[str]]) -> None:
        """Remove the notes whose marks are gone, since ``noted``."""
        still = self.noted()
        for part, (tag, _) in _NOTES.items():
            root = self.texts.get(part)
            if root is None:
                continue
            for note in root.findall(w(tag)):
                if note.get(w("id")) in noted[part] - still[part]:
                    root.remove(note)

    def to_bytes(self) -> bytes:
        """Return the file; the same contents give the same bytes."""
        written = BytesIO()
        with ZipFile(written, "w", ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                entry = ZipInfo(name, _EARLIEST)
                entry.compress_type = ZIP_DEFLATED
                entry.create_system = 0
                entry.external_attr = 0
                root = self.texts.get(name)
                archive.writestr(entry, content if root is None else _print(root))
        return written.getvalue()


class _Places:
    """Knows the bookmark nearest to each place of a text."""

    def __init__(self, root: etree._Element) -> None:
        self._nearest: dict[etree._Element, str] = {}
        last = ""
        for paragraph in root.iter(w("p")):
            first = next(paragraph.iter(w("bookmarkStart")), None)
            last = last if first is None else str(first.get(w("name"), last))
            self._nearest[paragraph] = last

    def nearest(self, element: etree._Element) -> str:
        """Return the bookmark of the paragraph in which ``element`` stands, or which it holds."""
        paragraph = next(element.iterancestors(w("p")), None)
        if paragraph is None:
            around = next(element.iterancestors(w("tr"), w("tbl")), element)
            paragraph = next(around.iter(w("p")), None)
        return self._nearest.get(paragraph, "")


def _describe(mark: Mark, *, part: str, number: int, places: _Places) -> Revision:
    element = mark.element
    if mark.scope is Scope.ROW:
        text = _text_of(next(element.iterancestors(w("tr"))))
    elif mark.scope is Scope.CELL:
        text = _text_of(next(element.iterancestors(w("tc"))))
    else:
        text = _text_of(element) if mark.scope is Scope.TEXT else ""
    return Revision(
        number,
        part,
        mark.kind,
        mark.scope,
        author=str(element.get(w("author"), "")),
        at=_read_instant(element.get(w("date"), "")),
        text=text,
        bookmark=places.nearest(element),
    )


def _text_of(element: etree._Element) -> str:
    pieces = []
    for piece in element.iter(*_WORDS, *_OBJECTS):
        if piece.tag in _OBJECTS:
            pieces.append("\N{OBJECT REPLACEMENT CHARACTER}")
        elif piece.tag == w("tab"):
            pieces.append("\t")
        else:
            pieces.append("\n" if piece.tag == w("br") else piece.text or "")
    return "".join(pieces)


def _is_empty(revision: Revision) -> bool:
    return revision.scope is Scope.TEXT and not revision.text


def _read_instant(written: str) -> datetime | None:
    """Return the instant that Word wrote; it writes the author's wall clock and calls it UTC."""
    try:
        instant = datetime.fromisoformat(written)
    except ValueError:
        return None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _print(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
