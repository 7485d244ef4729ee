"""What must hold of pages, their heads and their protection: else Word repairs, or worse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tests.documents.invariants import WordFile

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TALLEST = 25 * 36_000
SIGNATURES = {".png": b"\x89PNG\r\n\x1a\n", ".jpeg": b"\xff\xd8\xff"}
SECTION_ORDER = (
    *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar"),
    *("paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign"),
    *("noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid"),
)


def protected_drafts(file: WordFile) -> Iterator[str]:
    """Whoever changes a protected draft leaves a trace, and nothing else is protected."""
    settings = file.roots["word/settings.xml"]
    tracking = settings.find(qn("w:trackRevisions"))
    protection = settings.find(qn("w:documentProtection"))
    if (tracking is None) != (protection is None):
        yield "changes are tracked without protection, or protected without being tracked"
    if protection is None:
        return
    if protection.get(qn("w:edit")) != "trackedChanges":
        yield "the protection is not that of tracked changes"
    if protection.get(qn("w:enforcement")) != "1":
        yield "the protection is not enforced"
    if tracking is not None and list(settings).index(tracking) > list(settings).index(protection):
        yield "the protection stands before the tracking"


def counted_lines(file: WordFile) -> Iterator[str]:
    """Lines are counted from one page to the next or anew, and at least every hundredth."""
    for lines in file.document.iter(qn("w:lnNumType")):
        if not 1 <= int(lines.get(qn("w:countBy"), "0")) <= 100:
            yield "lines are counted and never numbered"
        if lines.get(qn("w:restart")) not in {"newPage", "newSection", "continuous"}:
            yield "nobody knows where the counting of lines begins"


def headed_pages(file: WordFile) -> Iterator[str]:
    """A section has the first page that it names, and its properties are in Word's order."""
    for section in file.document.iter(qn("w:sectPr")):
        named = {
            (each.tag, each.get(qn("w:type")))
            for each in section.iter(qn("w:headerReference"), qn("w:footerReference"))
        }
        first = {tag for tag, kind in named if kind == "first"}
        opens = section.find(qn("w:titlePg")) is not None
        if opens != bool(first):
            yield "a first page of its own has no header, or a header no first page"
        if first and len(first) != 2:
            yield "a first page has a header or a footer alone"
        if first and not any(kind == "default" for _, kind in named):
            yield "only the first page has a header"
        yield from _ordered(section)


def _ordered(section: etree._Element) -> Iterator[str]:
    names = [each.tag.rpartition("}")[2] for each in section]
    places = [SECTION_ORDER.index(name) for name in names if name in SECTION_ORDER]
    head = sum(name in SECTION_ORDER[:2] for name in names)
    if places[head:] != sorted(places[head:]):
        yield "the properties of a section are out of order"


def shown_pictures(file: WordFile) -> Iterator[str]:
    """A picture is in the file, is what its name says, is told in words and is not too tall."""
    numbers: list[str] = []
    for name, root in file.texts.items():
        folder, _, last = name.rpartition("/")
        known = {
            each.get("Id"): each.get("Target", "").removeprefix("/")
            for each in _relations(file, f"{folder}/_rels/{last}.rels")
        }
        for picture in root.iter(f"{A}blip"):
            target = known.get(picture.get(f"{R}embed"), "")
            path = target if target in file.parts else f"{folder}/{target}"
            content = file.parts.get(path)
            if content is None:
                yield f"a picture in {name} is not there"
            elif not content.startswith(SIGNATURES.get(path[path.rfind(".") :], b"?")):
                yield f"{path} is not what its name says"
        for told in root.iter(f"{WP}docPr"):
            numbers.append(told.get("id", ""))
            if not told.get("descr"):
                yield f"a picture in {name} is not told in words"
        for extent in root.iter(f"{WP}extent"):
            if not 0 < int(extent.get("cy", "0")) <= TALLEST:
                yield f"a picture in {name} is too tall, or flat"
    if len(set(numbers)) != len(numbers):
        yield "two pictures have one number"


def _relations(file: WordFile, name: str) -> Iterator[etree._Element]:
    return file.roots[name].iter(RELATIONSHIP) if name in file.roots else iter(())


PAGE_CHECKS = (protected_drafts, counted_lines, headed_pages, shown_pictures)
