"""The invariants must find what they are for: every defect planted here is found."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from app.documents.compose import compose
from app.documents.kinds import DocumentKind
from app.documents.word import write
from tests.documents.facts_builders import minutes_facts, rules_facts
from tests.documents.invariants import find_faults

DOCUMENT = "word/document.xml"


def once(pattern: str, replacement: str, part: str = DOCUMENT) -> Callable[[dict[str, str]], None]:
    def plant(parts: dict[str, str]) -> None:
        changed, times = re.subn(pattern, replacement, parts[part], count=1, flags=re.DOTALL)
        assert times == 1, f"{pattern} is not in {part}"
        parts[part] = changed

    return plant


def without(part: str) -> Callable[[dict[str, str]], None]:
    def plant(parts: dict[str, str]) -> None:
        del parts[part]

    return plant


DEFECTS: dict[str, tuple[Callable[[dict[str, str]], None], str]] = {
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
}


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    """Return the parts of a file with everything in it: fields, notes, links, tables, controls."""
    facts = minutes_facts()
    minutes = compose(DocumentKind.AGREED_MINUTES, facts, original_of="KR")
    rules = compose(DocumentKind.RULES, rules_facts())
    both = type(minutes)(sections=minutes.sections + rules.sections, symbol="X", language="en")
    with ZipFile(BytesIO(write(both))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def pack(parts: dict[str, str]) -> bytes:
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
