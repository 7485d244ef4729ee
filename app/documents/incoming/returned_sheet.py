"""Reads a comment sheet that came back as a Word file: the words of every comment as they stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from app.documents.comment_sheet import COMMENT, NAMESPACE, PROVISION, QUOTE, WHOLE
from app.documents.gate import WordFile, let_in
from app.documents.gate.trees import parse

_ROW_MARK = re.compile(r"_C\d_([0-9a-f]{32})")
_ROOT = f"{{{NAMESPACE}}}notes"
_WORDS = {qn("w:t"): "", qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n"}
_GONE = frozenset({qn("w:moveFrom"), qn("w:del")})


@dataclass(frozen=True)
class AddedComment:
    """A comment in a row that somebody added in Word.

    Attributes:
        beside: The name of a note in the same table, and so on the same rules.
        provision: What the row says that the provision is called.
        quote: The words that it speaks of; empty for the whole provision.
    """

    beside: str
    provision: str
    quote: str
    text: str


@dataclass(frozen=True)
class ReturnedSheet:
    """A comment sheet that came back.

    Attributes:
        enclosed: What travelled with it unseen.
        comments: The words of each comment by the name of its note, changes in them accepted.
        added: The comments in rows that were not in it.
    """

    enclosed: str
    comments: Mapping[str, str]
    added: tuple[AddedComment, ...] = ()


def read_sheet(content: bytes, *, name: str) -> ReturnedSheet | None:
    """Return what a comment sheet says; ``None`` for a Word file that is none of ours.

    Raises:
        WordFileRefused: It is no Word file, or put together as no honest one is.
    """
    file = let_in(content, name=name)
    enclosed = _enclosed(file)
    if enclosed is None:
        return None
    root = parse(file.parts[file.main], part=file.main, name=name)
    comments: dict[str, str] = {}
    added: list[AddedComment] = []
    for table in root.iter(qn("w:tbl")):
        rows = [row for row in table.findall(qn("w:tr")) if len(row.findall(qn("w:tc"))) > COMMENT]
        keys = [_key_of(row) for row in rows]
        known = next(filter(None, keys), "")
        for row, key in zip(rows, keys, strict=True):
            if key:
                comments.setdefault(key, _text_of(row, COMMENT))
            elif known and not _is_head(row):
                added += _added(row, known)
    return ReturnedSheet(enclosed, comments, tuple(added))


def _enclosed(file: WordFile) -> str | None:
    for part, content in file.parts.items():
        if part.casefold().startswith("customxml/") and NAMESPACE.encode() in content:
            root = parse(content, part=part, name=file.name)
            if root.tag == _ROOT:
                return root.text or ""
    return None


def _key_of(row: etree._Element) -> str:
    """Return the name of the note of a row; one mark of those in its cells is enough."""
    for mark in row.iter(qn("w:bookmarkStart")):
        found = _ROW_MARK.fullmatch(mark.get(qn("w:name")) or "")
        if found:
            return found[1]
    return ""


def _is_head(row: etree._Element) -> bool:
    return next(row.iter(qn("w:tblHeader")), None) is not None


def _added(row: etree._Element, beside: str) -> Iterator[AddedComment]:
    text = _text_of(row, COMMENT)
    if text:
        provision = _text_of(row, PROVISION).partition("\n")[0].strip()
        quote = _text_of(row, QUOTE)
        yield AddedComment(beside, provision, "" if quote in WHOLE else quote, text)


def _text_of(row: etree._Element, column: int) -> str:
    cell = row.findall(qn("w:tc"))[column]
    return "\n".join("".join(_pieces(each)) for each in cell.iter(qn("w:p"))).strip()


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(*_WORDS):
        if not _GONE & {above.tag for above in element.iterancestors()}:
            yield element.text or _WORDS[element.tag]
