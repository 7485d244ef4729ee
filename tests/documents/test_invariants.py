"""The invariants must find what they are for: every defect planted here is found."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from app.documents.compose import compose
from app.documents.kinds import DocumentKind
from app.documents.word import write
from tests.documents.facts_builders import minutes_facts, rules_facts
from tests.documents.invariants import find_faults
from tests.documents.letter_builders import a_letterhead

DOCUMENT = "word/document.xml"
SETTINGS = "word/settings.xml"
FIRST_HEADER = "word/headerFirst.xml"
Parts = dict[str, bytes]


def once(pattern: str, replacement: str, part: str = DOCUMENT) -> Callable[[Parts], None]:
    def plant(parts: Parts) -> None:
        text = parts[part].decode()
        changed, times = re.subn(pattern, replacement, text, count=1, flags=re.DOTALL)
        assert times == 1, f"{pattern} is not in {part}"
        parts[part] = changed.encode()

    return plant


def without(part: str) -> Callable[[Parts], None]:
    def plant(parts: Parts) -> None:
        del parts[part]

    return plant


def instead(part: str, content: bytes) -> Callable[[Parts], None]:
    def plant(parts: Parts) -> None:
        assert part in parts
        parts[part] = content

    return plant


DEFECTS: dict[str, tuple[Callable[[Parts], None], str]] = {
    "two bookmarks with one number": (
        once(r'(<w:bookmarkStart w:id=")2"', r'\g<1>1"'),
        "bookmark number 1 twice",
    ),
    "two bookmarks with one name": (
        once(r'w:name="_Jwg_0002"', 'w:name="_JWG_0001"'),
        "bookmark _jwg_0001 twice",
    ),
    "a bookmark's name with a space": (
        once(r'w:name="_Jwg_0003"', 'w:name="_Jwg 0003"'),
        "not plain",
    ),
    "two controls with one number": (
        once(r'<w:id w:val="10003"/>', '<w:id w:val="10001"/>'),
        "control number 10001 twice",
    ),
    "an alias that is too long": (
        once(r"<w:alias w:val=\"", '<w:alias w:val="' + "x" * 65),
        "too long",
    ),
    "a bookmark that does not end": (
        once(r'<w:bookmarkEnd w:id="3"/>', ""),
        "bookmark 3 does not end",
    ),
    "a bookmark that does not begin": (
        once(r'<w:bookmarkStart w:id="3"[^>]*/>', ""),
        "bookmark 3 ends without a beginning",
    ),
    "a comment that does not end": (
        once(r"<w:bookmarkStart", '<w:commentRangeStart w:id="7"/><w:bookmarkStart'),
        "commentRange 7 does not end",
    ),
    "a field that does not end": (
        once(r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
        "does not end",
    ),
    "a field that does not begin": (
        once(r'<w:r><w:fldChar w:fldCharType="begin"[^>]*/></w:r>', ""),
        "out of order",
    ),
    "a field in the footer that does not end": (
        once(r'<w:fldChar w:fldCharType="end"/>', "", "word/footerPortrait.xml"),
        "footerPortrait.xml does not end",
    ),
    "a reference to nowhere": (
        once(r" REF _Ref_\w+ ", " REF _Ref_nowhere "),
        "_Ref_nowhere, which is nowhere",
    ),
    "a link to nowhere": (
        once(r'w:anchor="_Ref_\w+"', 'w:anchor="_Ref_gone"'),
        "_Ref_gone, which is nowhere",
    ),
    "a reference without a cached result": (
        once(
            r'( REF [^<]*</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>)'
            r"<w:r>.*?</w:r>",
            r"\1",
        ),
        "no cached result",
    ),
    "an empty control": (
        once(r"<w:sdtContent>.*?</w:sdtContent>", "<w:sdtContent/>"),
        "a control is empty",
    ),
    "a row with a cell too few": (
        once(r"<w:tc>((?!</w:tc>).)*</w:tc></w:tr>", "</w:tr>"),
        "columns",
    ),
    "a cell without a paragraph": (
        once(r"(<w:tc><w:tcPr>.*?</w:tcPr>)<w:p>.*?</w:p></w:tc>", r"\1</w:tc>"),
        "does not end in a paragraph",
    ),
    "a table before the end": (
        once(r"</w:tbl><w:p>.*?</w:p>", "</w:tbl><w:tbl><w:tblGrid/></w:tbl>"),
        "followed by no paragraph",
    ),
    "a style that does not exist": (
        once(r'<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Tittle"/>'),
        "the style Tittle does not exist",
    ),
    "a style based on itself": (
        once(
            r'(w:styleId="Title"><w:name w:val="Title"/>)<w:basedOn w:val="Normal"/>',
            r'\1<w:basedOn w:val="Title"/>',
            "word/styles.xml",
        ),
        "based on itself",
    ),
    "a list that does not exist": (
        once(r'<w:numId w:val="\d+"/>', '<w:numId w:val="77"/>', "word/styles.xml"),
        "the list 77 does not exist",
    ),
    "a list before its definition": (
        once(
            r"(<w:abstractNum .*?</w:abstractNum>)(.*)(<w:num .*?</w:num>)",
            r"\3\1\2",
            "word/numbering.xml",
        ),
        "stands before a definition",
    ),
    "a note without its mark": (
        once(r'<w:footnoteReference w:id="2"/>', ""),
        "do not agree",
    ),
    "notes without separators": (
        once(r' w:type="separator"', "", "word/footnotes.xml"),
        "separators",
    ),
    "deleted text kept as text": (
        once(
            r"<w:r>",
            '<w:del w:id="1" w:author="x" w:date="2025-05-27T00:00:00Z"><w:r><w:t>x</w:t></w:r>'
            "</w:del><w:r>",
        ),
        "kept as text",
    ),
    "an undated change": (
        once(r"<w:r>", '<w:ins w:id="1" w:author="x"><w:r><w:t>x</w:t></w:r></w:ins><w:r>'),
        "no date",
    ),
    "a part that is not there": (without("word/footerPortrait.xml"), "does not exist"),
    "a part without a type": (
        once(r'<Default Extension="xml"[^>]*/>', "", "[Content_Types].xml"),
        "customXml/item1.xml has no type",
    ),
    "a relationship that does not exist": (
        once(r'r:id="rIdheaderPortrait"', 'r:id="rId404"'),
        "rId404",
    ),
    "something fetched from elsewhere": (
        once(
            r"</Relationships>",
            '<Relationship Id="rId9" Type="x" Target="http://example.org/" TargetMode="External"/>'
            "</Relationships>",
            "word/_rels/document.xml.rels",
        ),
        "points to http://example.org/",
    ),
    "a space that would be lost": (
        once(r'<w:t xml:space="preserve">(\S)', r"<w:t> \1"),
        "would be lost",
    ),
    "changes that are tracked as long as nobody minds": (
        once(r"<w:documentProtection [^>]*/>", "", SETTINGS),
        "tracked without protection",
    ),
    "a protection that tracks nothing": (
        once(r"<w:trackRevisions/>", "", SETTINGS),
        "protected without being tracked",
    ),
    "a protection of another kind": (
        once(r'w:edit="trackedChanges"', 'w:edit="readOnly"', SETTINGS),
        "not that of tracked changes",
    ),
    "a protection that is not enforced": (
        once(r'w:enforcement="1"', 'w:enforcement="0"', SETTINGS),
        "not enforced",
    ),
    "a protection before the tracking": (
        once(r"(<w:trackRevisions/>)(<w:documentProtection [^>]*/>)", r"\2\1", SETTINGS),
        "before the tracking",
    ),
    "lines that are counted and never numbered": (
        once(r'w:countBy="5"', 'w:countBy="0"'),
        "never numbered",
    ),
    "lines counted from nobody knows where": (
        once(r'<w:lnNumType ([^>]*) w:restart="newPage"', r"<w:lnNumType \1"),
        "where the counting of lines begins",
    ),
    "line numbers out of their place": (
        once(r"(<w:lnNumType [^>]*/>)(<w:cols/>)", r"\2\1"),
        "out of order",
    ),
    "a letterhead on no page": (once(r"<w:titlePg/>", ""), "a header no first page"),
    "a first page without its letterhead": (
        once(
            r'<w:headerReference w:type="first"[^>]*/><w:footerReference w:type="first"[^>]*/>', ""
        ),
        "has no header",
    ),
    "a first page without a foot": (
        once(r'<w:footerReference w:type="first"[^>]*/>', ""),
        "a footer alone",
    ),
    "a letter whose later pages have no header": (
        once(
            r'<w:headerReference w:type="default"[^>]*/><w:footerReference w:type="default"[^>]*/>'
            r'(?=<w:headerReference w:type="first")',
            "",
        ),
        "only the first page has a header",
    ),
    "a logo that leads nowhere": (
        once(r'r:embed="rIdlogo"', 'r:embed="rId404"', FIRST_HEADER),
        "rId404, which does not exist",
    ),
    "a logo that is not there": (without("word/media/first.png"), "is not there"),
    "a logo that is no picture": (
        instead("word/media/first.png", b"<svg/>"),
        "not what its name says",
    ),
    "a logo that is not told in words": (
        once(r'(<wp:docPr [^>]*) descr="[^"]*"', r"\1", FIRST_HEADER),
        "not told in words",
    ),
    "a logo that fills the page": (
        once(r'(<wp:extent cx="\d+" cy=)"\d+"', r'\1"9000000"', FIRST_HEADER),
        "too tall",
    ),
    "two logos with one number": (
        once(r"(<w:r><w:drawing>.*?</w:drawing></w:r>)", r"\1\1", FIRST_HEADER),
        "two pictures have one number",
    ),
    "a letterhead in a style that does not exist": (
        once(r'"JWGLetterheadName"', '"JWGLetterheadMane"', FIRST_HEADER),
        "the style JWGLetterheadMane does not exist",
    ),
}


@pytest.fixture(scope="module")
def parts() -> Parts:
    """Return the parts of a file with everything in it, from fields and notes to a letterhead."""
    facts = minutes_facts()
    minutes = compose(DocumentKind.AGREED_MINUTES, facts, original_of="KR")
    rules = compose(DocumentKind.RULES, rules_facts())
    both = replace(
        minutes,
        sections=minutes.sections + rules.sections,
        symbol="X",
        draft=True,
        for_circulation=True,
        letterhead=a_letterhead(),
    )
    with ZipFile(BytesIO(write(both))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: Parts) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def test_a_file_without_defects_has_no_faults(parts):
    assert find_faults(pack(parts)) == []


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_found(parts, defect):
    plant, words = DEFECTS[defect]
    changed = dict(parts)
    plant(changed)
    assert any(words in fault for fault in find_faults(pack(changed)))
