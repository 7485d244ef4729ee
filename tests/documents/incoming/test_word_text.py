from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from app.documents.gate import WordFileRefused
from app.documents.incoming.counting import spell
from app.documents.incoming.word_text import Left, read_word

LEVELS = (
    ("decimal", "Article %1", 1),
    ("decimal", "%1.%2.", 1),
    ("lowerLetter", "(%3)", 1),
    ("ganada", "%4.", 1),
    ("upperRoman", "%5)", 3),
    ("bullet", "\uf0b7", 1),
)


class WordDraft:
    """A Word file with one many-levelled list, as another ministry would have made it."""

    def __init__(self) -> None:
        self.document = docx.Document()
        root = self.document.part.numbering_part.element
        for child in list(root):
            root.remove(child)
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{way}"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
            for depth, (way, pattern, start) in enumerate(LEVELS)
        )
        spaces = nsdecls("w")
        root.append(
            parse_xml(f'<w:abstractNum {spaces} w:abstractNumId="0">{levels}</w:abstractNum>')
        )
        self.add_list(1)

    def add_list(self, number: int, *, restarts: bool = False) -> None:
        override = (
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
            if restarts
            else ""
        )
        self.document.part.numbering_part.element.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="0"/>{override}'
                "</w:num>"
            )
        )

    def say(self, text: str, depth: int | None = None, *, number: int = 1) -> None:
        paragraph = self.document.add_paragraph(text)
        if depth is not None:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/>'
                    "</w:numPr>"
                )
            )

    def lines(self) -> list[str]:
        return [each.line for each in self.read().paragraphs]

    def read(self):
        held = BytesIO()
        self.document.save(held)
        return read_word(held.getvalue(), name="theirs.docx")


@pytest.fixture
def draft() -> WordDraft:
    return WordDraft()


def test_the_numbers_that_word_prints_are_read_with_their_paragraphs(draft):
    for text, depth in (("Scope", 0), ("x", 1), ("y", 1), ("a", 2), ("b", 2), ("Words", 0)):
        draft.say(text, depth)
    draft.say("z", 1)
    draft.say("plain")
    assert draft.lines() == [
        "Article 1\tScope",
        "1.1.\tx",
        "1.2.\ty",
        "(a)\ta",
        "(b)\tb",
        "Article 2\tWords",
        "2.1.\tz",
        "plain",
    ]


def test_a_level_counts_from_its_own_start_and_starts_again_after_a_higher_one(draft):
    for depth in (0, 3, 3, 4, 4, 3, 4):
        draft.say("x", depth)
    labels = [line.split("\t")[0] for line in draft.lines()]
    assert labels == ["Article 1", "가.", "나.", "III)", "IV)", "다.", "III)"]


def test_a_second_list_goes_on_counting_unless_it_overrides_its_start(draft):
    draft.add_list(2)
    draft.add_list(3, restarts=True)
    for number in (1, 2, 3, 3):
        draft.say("x", 0, number=number)
    labels = [line.split("\t")[0] for line in draft.lines()]
    assert labels == ["Article 1", "Article 2", "Article 1", "Article 2"]


def test_a_number_that_comes_from_the_style_is_found(draft):
    style = draft.document.styles["Heading 1"].element
    style.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="1"/></w:numPr>')
    )
    draft.document.add_heading("Scope", level=1)
    assert draft.lines() == ["Article 1\tScope"]


def test_a_symbol_of_a_private_font_is_read_as_a_dot(draft):
    draft.say("entry", 5)
    assert draft.lines() == ["•\tentry"]


def test_pending_changes_count_as_accepted_and_are_told(draft):
    paragraph = draft.document.add_paragraph("Within ")._p
    spaces = nsdecls("w")
    for tag, inner in (("del", "<w:delText>30</w:delText>"), ("ins", "<w:t>60</w:t>")):
        paragraph.append(
            parse_xml(
                f'<w:{tag} {spaces} w:id="1" w:author="x" w:date="2025-01-01T00:00:00Z">'
                f"<w:r>{inner}</w:r></w:{tag}>"
            )
        )
    read = draft.read()
    assert read.plain() == "Within 60"
    assert dict(read.left)[Left.PENDING_CHANGES] == 2


def test_a_table_is_read_row_by_row(draft):
    table = draft.document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Party"
    table.rows[0].cells[1].text = "Mongolia"
    read = draft.read()
    assert [(each.line, each.in_table) for each in read.paragraphs] == [("Party\tMongolia", True)]
    assert dict(read.left)[Left.TABLES] == 1


def test_breaks_tabs_and_content_controls_are_part_of_the_text(draft):
    paragraph = draft.document.add_paragraph("one")
    paragraph.add_run("\ttwo\nthree")
    holder = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    paragraph._p.getparent().replace(paragraph._p, holder)
    holder.find(qn("w:sdtContent")).append(paragraph._p)
    assert draft.read().plain() == "one\ttwo\nthree"


def test_a_file_that_is_no_word_file_is_refused_by_name():
    with pytest.raises(WordFileRefused, match=r"theirs\.docx"):
        read_word(b"\xd0\xcf\x11\xe0" + bytes(600), name="theirs.docx")


@pytest.mark.parametrize(
    ("position", "way", "sign"),
    [
        (12, "decimal", "12"),
        (4, "upperRoman", "IV"),
        (28, "upperLetter", "BB"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "japaneseCounting", "二十一"),
        (3, "iroha", "ハ"),
        (2, "ordinal", "2nd"),
        (7, "decimalZero", "07"),
        (5, "a-way-of-next-year", "5"),
    ],
)
def test_each_way_of_counting_writes_its_own_signs(position, way, sign):
    assert spell(position, way=way) == sign
