"""What must hold in every Word file, beyond its schema: broken, each makes Word repair or lose."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from tests.documents.page_invariants import PAGE_CHECKS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
STYLES_ELEMENTS = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
NAMES = {"w": W, "w14": W14, "r": R}


def w(name: str) -> str:
    """Return a name in Word's namespace."""
    return f"{{{W}}}{name}"


class WordFile:
    """A Word file opened for inspection."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as archive:
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}
        self.roots = {
            name: etree.fromstring(blob)
            for name, blob in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }

    @property
    def document(self) -> etree._Element:
        return self.roots["word/document.xml"]

    @property
    def texts(self) -> dict[str, etree._Element]:
        """The parts that hold paragraphs."""
        wanted = re.compile(r"word/(document|header\w*|footer\w*|footnotes)\.xml")
        return {name: root for name, root in self.roots.items() if wanted.fullmatch(name)}


def find_faults(content: bytes) -> list[str]:
    """Return one sentence per broken invariant; nothing if all hold."""
    file = WordFile(content)
    return [fault for check in CHECKS for fault in check(file)]


def unique_marks(file: WordFile) -> Iterator[str]:
    """Numbers and names of bookmarks and controls, and paragraph identities, occur once."""
    for what, path in (
        ("control number", "//w:sdtPr/w:id/@w:val"),
        ("control tag", "//w:sdtPr/w:tag/@w:val"),
        ("control alias", "//w:sdtPr/w:alias/@w:val"),
        ("bookmark number", "//w:bookmarkStart/@w:id"),
        ("paragraph identity", "//@w14:paraId"),
    ):
        counted = Counter(file.document.xpath(path, namespaces=NAMES))
        yield from (f"{what} {value} twice" for value, times in counted.items() if times > 1)
    names = (
        name.lower() for name in file.document.xpath("//w:bookmarkStart/@w:name", namespaces=NAMES)
    )
    yield from (f"bookmark {name} twice" for name, times in Counter(names).items() if times > 1)


def lawful_names(file: WordFile) -> Iterator[str]:
    """Names of bookmarks are short and plain; tags and aliases are short."""
    for name in file.document.xpath("//w:bookmarkStart/@w:name", namespaces=NAMES):
        if not re.fullmatch(r"[A-Za-z_]\w{0,39}", name, re.ASCII):
            yield f"bookmark name {name} is too long or not plain"
    for value in file.document.xpath("//w:tag/@w:val | //w:alias/@w:val", namespaces=NAMES):
        if len(value) > 64:
            yield f"tag or alias {value} is too long"


def paired_ranges(file: WordFile) -> Iterator[str]:
    """What begins ends, in that order, and nothing ends that did not begin."""
    for kind in ("bookmark", "commentRange", "moveFromRange", "moveToRange"):
        open_numbers: list[str] = []
        for element in file.document.iter(w(f"{kind}Start"), w(f"{kind}End")):
            number = element.get(w("id"))
            if element.tag == w(f"{kind}Start"):
                open_numbers.append(number)
            elif number in open_numbers:
                open_numbers.remove(number)
            else:
                yield f"{kind} {number} ends without a beginning"
        yield from (f"{kind} {number} does not end" for number in open_numbers)


def balanced_fields(file: WordFile) -> Iterator[str]:
    """Every field begins, separates and ends, within one part."""
    for name, root in file.texts.items():
        depth = 0
        for mark in root.iter(w("fldChar")):
            kind = mark.get(w("fldCharType"))
            depth += {"begin": 1, "end": -1}.get(kind, 0)
            if depth < 0 or (kind == "separate" and depth == 0):
                yield f"a field in {name} is out of order"
                break
        if depth > 0:
            yield f"a field in {name} does not end"


def reachable_targets(file: WordFile) -> Iterator[str]:
    """Fields and links point to bookmarks that exist."""
    names = set(file.document.xpath("//w:bookmarkStart/@w:name", namespaces=NAMES))
    for root in file.texts.values():
        for instruction in root.iter(w("instrText")):
            words = (instruction.text or "").split()
            if words[:1] in (["REF"], ["PAGEREF"]) and words[1] not in names:
                yield f"a field points to {words[1]}, which is nowhere"
        for link in root.iter(w("hyperlink")):
            anchor = link.get(w("anchor"))
            if anchor is not None and anchor not in names:
                yield f"a link points to {anchor}, which is nowhere"


def cached_results(file: WordFile) -> Iterator[str]:
    """A REF field shows something even where nothing computes it."""
    for root in file.texts.values():
        inside = ""
        for element in root.iter(w("fldChar"), w("instrText"), w("t")):
            if element.tag == w("instrText"):
                inside = "code" if (element.text or "").split()[:1] == ["REF"] else ""
            elif element.tag == w("t") and inside == "result":
                inside = "shown" if element.text else inside
            elif element.get(w("fldCharType")) == "separate" and inside == "code":
                inside = "result"
            elif element.get(w("fldCharType")) == "end":
                if inside in ("code", "result"):
                    yield "a REF field has no cached result"
                inside = ""


def filled_controls(file: WordFile) -> Iterator[str]:
    """A control has content."""
    for content in file.document.iter(w("sdtContent")):
        if len(content) == 0:
            yield "a control is empty"


def whole_tables(file: WordFile) -> Iterator[str]:
    """Rows fill the grid, cells end in a paragraph, tables do not touch, texts end in none."""
    for table in file.document.iter(w("tbl")):
        columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
        for row in table.iterchildren(w("tr")):
            spans = [
                int(cell.xpath("string(w:tcPr/w:gridSpan/@w:val)", namespaces=NAMES) or 1)
                for cell in row.iterchildren(w("tc"))
            ]
            if sum(spans) != columns:
                yield f"a row spans {sum(spans)} of {columns} columns"
        following = table.getnext()
        if following is not None and following.tag in (w("tbl"), w("sectPr")):
            yield "a table is followed by no paragraph"
    for cell in file.document.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            yield "a cell does not end in a paragraph"


def defined_styles(file: WordFile) -> Iterator[str]:
    """Styles that are used exist, and none is based on itself by a detour."""
    styles = file.roots["word/styles.xml"]
    defined = {style.get(w("styleId")): style for style in styles.iter(w("style"))}
    for root in (*file.texts.values(), styles, file.roots["word/numbering.xml"]):
        for name in STYLES_ELEMENTS:
            for element in root.iter(w(name)):
                if element.get(w("val")) not in defined:
                    yield f"the style {element.get(w('val'))} does not exist"
    for name, style in defined.items():
        seen = {name}
        while (base := style.find(w("basedOn"))) is not None:
            if base.get(w("val")) in seen or base.get(w("val")) not in defined:
                yield f"the style {name} is based on itself"
                break
            seen.add(base.get(w("val")))
            style = defined[base.get(w("val"))]


def defined_lists(file: WordFile) -> Iterator[str]:
    """Lists that are used exist, and all definitions stand before all lists."""
    numbering = file.roots["word/numbering.xml"]
    abstract = {each.get(w("abstractNumId")) for each in numbering.iter(w("abstractNum"))}
    lists = {each.get(w("numId")) for each in numbering.iterchildren(w("num"))}
    for each in numbering.iterchildren(w("num")):
        if each.find(w("abstractNumId")).get(w("val")) not in abstract:
            yield "a list has no definition"
    for root in (*file.texts.values(), file.roots["word/styles.xml"]):
        for each in root.iter(w("numId")):
            if each.get(w("val")) not in lists:
                yield f"the list {each.get(w('val'))} does not exist"
    order = [each.tag for each in numbering]
    if order != sorted(order, key=(w("abstractNum"), w("num")).index):
        yield "a list stands before a definition"


def present_notes(file: WordFile) -> Iterator[str]:
    """Every mark has its note, every note its mark, and the separators are there."""
    notes = {
        note.get(w("id")): note.get(w("type"))
        for note in file.roots["word/footnotes.xml"].iter(w("footnote"))
    }
    marks = [each.get(w("id")) for each in file.document.iter(w("footnoteReference"))]
    written = [number for number, kind in notes.items() if kind is None]
    if sorted(marks) != sorted(written):
        yield "notes and their marks do not agree"
    if sorted(filter(None, notes.values())) != ["continuationSeparator", "separator"]:
        yield "the separators of the notes are not there"


def lawful_changes(file: WordFile) -> Iterator[str]:
    """Deleted runs hold deleted text only, and changes are dated."""
    for deleted in file.document.iter(w("del")):
        if next(deleted.iter(w("t")), None) is not None:
            yield "deleted text is kept as text"
    for element in file.document.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo")):
        if not ISO_DATE.fullmatch(element.get(w("date"), "")):
            yield "a change has no date"


def dated_properties(file: WordFile) -> Iterator[str]:
    """The dates of the file's properties are ISO dates."""
    for element in file.roots["docProps/core.xml"]:
        if element.tag.startswith("{http://purl.org/dc/terms/}") and not ISO_DATE.fullmatch(
            element.text or ""
        ):
            yield f"{element.tag} is no date"


def complete_package(file: WordFile) -> Iterator[str]:
    """Every part is there once, has a type, and every relationship leads to one."""
    yield from (f"{name} is there twice" for name, n in Counter(file.names).items() if n > 1)
    types = file.roots["[Content_Types].xml"]
    defaults = {each.get("Extension") for each in types.iter(f"{{{TYPES}}}Default")}
    overrides = {each.get("PartName") for each in types.iter(f"{{{TYPES}}}Override")}
    for name in file.names:
        if f"/{name}" not in overrides and name.rsplit(".", 1)[-1] not in defaults:
            yield f"{name} has no type"
    for missing in overrides - {f"/{name}" for name in file.names}:
        yield f"{missing} has a type and does not exist"
    for name, root in file.roots.items():
        if not name.endswith(".rels"):
            continue
        folder = name.split("_rels/", maxsplit=1)[0]
        for relation in root.iter(f"{{{RELATIONS}}}Relationship"):
            target = relation.get("Target", "")
            path = target[1:] if target.startswith("/") else _resolve(folder + target)
            if relation.get("TargetMode") == "External" or path not in file.parts:
                yield f"{name} points to {target}"


def used_relations(file: WordFile) -> Iterator[str]:
    """Relationships that the texts name exist."""
    for name, root in file.texts.items():
        relations = file.roots.get(f"word/_rels/{name.removeprefix('word/')}.rels")
        found = () if relations is None else relations.iter(f"{{{RELATIONS}}}Relationship")
        known = {each.get("Id") for each in found}
        for value in root.xpath("//@r:id | //@r:embed", namespaces=NAMES):
            if value not in known:
                yield f"{name} names the relationship {value}, which does not exist"


def spaced_texts(file: WordFile) -> Iterator[str]:
    """Spaces at the ends of a run are kept."""
    for name, root in file.texts.items():
        for text in root.iter(w("t")):
            kept = text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            if text.text and text.text != text.text.strip() and not kept:
                yield f"a space in {name} would be lost"


def _resolve(path: str) -> str:
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            steps.pop()
        else:
            steps.append(step)
    return "/".join(steps)


CHECKS = (
    unique_marks,
    lawful_names,
    paired_ranges,
    balanced_fields,
    reachable_targets,
    cached_results,
    filled_controls,
    whole_tables,
    defined_styles,
    defined_lists,
    present_notes,
    lawful_changes,
    dated_properties,
    complete_package,
    used_relations,
    spaced_texts,
    *PAGE_CHECKS,
)
