"""Reads a form: its fields part by part, and everything that keeps it from being filled."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from app.documents.forms.cage import FormSandbox
from app.documents.forms.findings import Finding, Problem
from app.documents.forms.healing import heal
from app.documents.forms.markup import STRANGE
from app.documents.forms.places import PARTS, Place
from app.documents.forms.statements import Statements
from app.documents.forms.tags import EDGE, Tag, TagKind
from app.documents.gate import WordFile
from app.documents.languages import wording_of
from app.documents.word.namespaces import W

MOST_TAGS = 3_000
MOST_FINDINGS = 200
LARGEST_PART = 4 * 1024 * 1024

_NOTHING_AFTER = "is written in a part of the file in which fields are not filled"


@dataclass
class FormPart:
    """A part of the file that has fields.

    Attributes:
        name: Its name in the file.
        root: Its tree, with every field in one piece.
        tags: Its fields.
    """

    name: str
    root: etree._Element
    tags: list[Tag]


@dataclass
class Form:
    """A form that was read.

    Attributes:
        file: The file itself.
        parts: Those of its parts that have fields.
        findings: What keeps it from being filled; nothing where it can be.
    """

    file: WordFile
    parts: list[FormPart] = field(default_factory=list)
    findings: tuple[Finding, ...] = ()

    @property
    def tags(self) -> list[Tag]:
        """All its fields, by their numbers."""
        return [tag for part in self.parts for tag in part.tags]

    @property
    def fields(self) -> tuple[str, ...]:
        """What it prints, each once, in the order of the form."""
        printed = (tag.body for tag in self.tags if tag.kind is TagKind.PRINT)
        return tuple(dict.fromkeys(printed))


def read_form(file: WordFile, *, language: str = "en") -> Form:
    """Read a form and check its fields, whatever the meeting.

    Args:
        file: The Word file, as the gate let it in.
        language: The language of its wording.
    """
    form = Form(file)
    findings: list[Finding] = []
    for name, content in file.parts.items():
        root = _open(name, content)
        if root is None:
            continue
        unusable = list(_find_unusable(root, content))
        findings += unusable
        if unusable or len(findings) > MOST_FINDINGS:
            continue
        healed = heal(root, first=len(form.tags), most=MOST_TAGS + 1 - len(form.tags))
        findings += healed.findings
        if healed.tags:
            form.parts.append(FormPart(name, root, healed.tags))
            cage = FormSandbox(wording_of(language))
            findings += islice(Statements(cage).check(healed.tags), MOST_FINDINGS)
    if len(form.tags) > MOST_TAGS:
        place = form.tags[MOST_TAGS].place
        detail = f"is one field too many: a form has at most {MOST_TAGS:,}"
        findings.append(Finding(Problem.MARKUP, form.tags[MOST_TAGS].written, place, detail=detail))
    # Word keeps a text box twice, for new programs and for old ones.
    form.findings = tuple(dict.fromkeys(findings))
    return form


def _open(name: str, content: bytes) -> etree._Element | None:
    """Return the tree of a part that fields may stand in; ``None`` of any other."""
    if not name.endswith(".xml") or not _may_have_fields(content):
        return None
    root = parse(content)
    if root.tag not in PARTS:
        return None
    written = etree.tostring(root, encoding="unicode")
    return parse(STRANGE.sub("", written).encode()) if STRANGE.search(written) else root


def parse(content: bytes) -> etree._Element:
    """Return the tree of a part that the gate has looked at."""
    return etree.fromstring(
        content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    )


def _may_have_fields(content: bytes) -> bool:
    return b"{" in content or b"}" in content


def _find_unusable(root: etree._Element, content: bytes) -> Iterator[Finding]:
    """Find what cannot be filled though it looks like a field, or a part too large for fields."""
    place = Place(PARTS[root.tag])
    if root.nsmap.get("w") != W:
        detail = "is saved in a way that only some programs use: save it once more in Word"
        yield Finding(Problem.MARKUP, "The file", place, detail=detail)
    if len(content) > LARGEST_PART:
        detail = "is too large for a form: keep the fields in a file of their own"
        yield Finding(Problem.MARKUP, "This part", place, detail=detail)
    for element in root.iter("{*}*"):
        for value in element.attrib.values():
            if EDGE.search(value) is not None and "{{" in value:
                yield Finding(Problem.MARKUP, value[:60], place, detail=_NOTHING_AFTER)
