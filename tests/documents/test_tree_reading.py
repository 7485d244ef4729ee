"""A Word file of ours is read back as the tree it was written from, another one by its words."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from app.documents import word
from app.documents.gate import WordFileRefused
from app.documents.word.redline import write_redline
from app.documents.word.tree_reading import read_tree
from app.texts.blocks import (
    Contents,
    Document,
    Form,
    Heading,
    Inline,
    Level,
    Note,
    Paragraph,
    Placeholder,
    Provision,
    Reference,
    Role,
    Signatures,
    Table,
    Text,
)
from app.texts.comparison import compare
from app.texts.numbering import number
from app.texts.units import list_units
from tests.documents.hostile_files import refused
from tests.documents.redline_cases import PAIRS
from tests.documents.samples import all_documents
from tests.documents.word_files import paragraph, run, word_file

AT = datetime(2026, 2, 1, 9, tzinfo=UTC)
DOCUMENTS = all_documents()
FLAWED = refused()


def back(document: Document) -> Document:
    return read_tree(word.write(document), name="sent.docx", language=document.language)


def spell(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the number and the words of every unit, as a reader sees them."""
    numbering = number(document)

    def say(inlines: tuple[Inline, ...]) -> str:
        said = ""
        for inline in inlines:
            match inline:
                case Text(text):
                    said += text
                case Reference():
                    said += numbering.spell(inline)
                case Placeholder(what):
                    said += f"[{what}]"
                case Note(inside):
                    said += say(inside)
                case _:
                    said += " "
        return re.sub(r"\s+", " ", said).strip()

    for unit in list_units(document, numbering=numbering):
        if not isinstance(unit.block, Contents | Signatures):
            said = " ".join(filter(None, map(say, unit.lines)))
            if said:
                yield unit.name, said


def blocks(document: Document, kind: type) -> list:
    return [each for section in document.sections for each in section.blocks if type(each) is kind]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_reads_as_it_was_written(name: str) -> None:
    document = DOCUMENTS[name]

    read = dict.fromkeys(said.replace(". ", " ") for _, said in spell(back(document)))

    lost = [said for _, said in spell(document) if said.replace(". ", " ") not in read]
    # A heading in the line of its text becomes part of it; a number the file cannot give does not.
    assert [said for said in lost if not any(said[:20] in other for other in read)] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_was_read_is_the_same_when_it_is_read_again(name: str) -> None:
    first = back(DOCUMENTS[name])

    assert compare(first, first, by="text").changes == ()
    assert compare(first, back(first), by="text").changes == ()


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.startswith("rules")])
def test_every_provision_keeps_its_number(name: str) -> None:
    numbered = [numbered for numbered, _ in spell(DOCUMENTS[name]) if numbered]

    assert [number for number, _ in spell(back(DOCUMENTS[name])) if number] == numbered


@pytest.mark.parametrize("name", PAIRS)
def test_a_redline_reads_as_the_newer_text(name: str) -> None:
    old, new = PAIRS[name]

    marked = write_redline(old, new, author="Decision 2/JWG.2", at=AT)

    read = read_tree(marked, name="redline.docx", language=new.language)
    assert [said for _, said in spell(read)] == [said for _, said in spell(back(new))]


def test_the_kinds_of_blocks_are_told_by_their_styles() -> None:
    read = back(DOCUMENTS["agreed-minutes-KR"])

    assert blocks(read, Paragraph)[0].role is Role.TITLE
    assert blocks(read, Heading)
    assert len(blocks(read, Signatures)) == 1
    assert any(each.level is Level.POINT for each in blocks(read, Provision))
    assert any(each.level is Level.ANNEX for each in blocks(read, Provision))


def test_a_gap_stays_a_gap_and_a_footnote_a_footnote() -> None:
    units = list_units(
        back(DOCUMENTS["agreed-minutes-KR"]), numbering=number(back(DOCUMENTS["agreed-minutes-KR"]))
    )
    inlines = [inline for unit in units for line in unit.lines for inline in line]

    assert any(isinstance(inline, Placeholder) for inline in inlines)
    assert any(isinstance(inline, Note) for inline in inlines)


def test_plates_and_badges_stay_what_they_are() -> None:
    forms = {
        table.form
        for name in ("name-plates-KR", "badges-KR")
        for table in blocks(back(DOCUMENTS[name]), Table)
    }

    assert forms == {Form.PLATES, Form.BADGES}


def test_a_table_that_somebody_put_in_has_as_many_cells_in_every_row() -> None:
    cell = "<w:tc><w:p>{0}</w:p></w:tc>"
    wide = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p>{0}</w:p></w:tc>"
    rows = (
        f"<w:tr>{cell.format(run('A'))}{cell.format(run('B'))}{cell.format(run('C'))}</w:tr>"
        f"<w:tr>{wide.format(run('D'))}</w:tr>"
    )
    content = word_file(f"<w:tbl>{rows}</w:tbl>{paragraph('After')}")

    (table,) = blocks(read_tree(content, name="a.docx"), Table)

    assert [len(row.cells) for row in table.rows] == [3, 3]
    assert table.form is Form.PARTICULARS


def test_what_was_written_with_unknown_styles_is_an_ordinary_paragraph() -> None:
    content = word_file(
        '<w:p><w:pPr><w:pStyle w:val="Whatever"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
        "<w:t>Bold</w:t></w:r><w:r><w:t xml:space='preserve'> and plain</w:t></w:r></w:p>"
    )

    (read,) = blocks(read_tree(content, name="a.docx"), Paragraph)

    assert read == Paragraph((Text("Bold", bold=True), Text(" and plain")))


def test_tracked_changes_are_read_as_accepted_and_moved_words_once() -> None:
    mark = 'w:id="{0}" w:author="Kim" w:date="2026-03-02T12:00:00Z"'
    content = word_file(
        "<w:p>"
        f"<w:del {mark.format(1)}><w:r><w:delText>Old</w:delText></w:r></w:del>"
        f"<w:ins {mark.format(2)}>{run('New')}</w:ins>"
        f"<w:moveFrom {mark.format(3)}>{run(' gone')}</w:moveFrom>"
        f"<w:moveTo {mark.format(4)}>{run(' here')}</w:moveTo></w:p>"
    )

    (read,) = blocks(read_tree(content, name="a.docx"), Paragraph)

    assert read.inlines == (Text("New here"),)


def test_words_in_a_text_box_are_read_once() -> None:
    box = "<w:txbxContent><w:p>{0}</w:p></w:txbxContent>"
    content = word_file(
        "<w:p>"
        f"{run('Beside')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"{box.format(run('In the box'))}</w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"{box.format(run('In the box'))}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    said = [each.inlines for each in blocks(read_tree(content, name="a.docx"), Paragraph)]

    assert said == [(Text("Beside"),), (Text("In the box"),)]


def test_an_empty_file_is_an_empty_document() -> None:
    read = read_tree(word_file(""), name="a.docx")

    assert [section.blocks for section in read.sections] == [()]


@pytest.mark.parametrize("name", FLAWED)
def test_no_file_that_is_not_let_in_is_read(name: str) -> None:
    content, refusal = FLAWED[name]

    with pytest.raises(WordFileRefused) as refused_for:
        read_tree(content, name="a.docx")

    assert refused_for.value.refusal is refusal
