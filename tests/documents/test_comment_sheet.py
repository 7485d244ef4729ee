"""A comment sheet is a valid Word file in every language, and is read when it comes back."""

import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from app.documents.comment_sheet import (
    LANGUAGES,
    CommentSheet,
    SheetComment,
    SheetRules,
    compose_sheet,
    write_sheet,
)
from app.documents.gate import WordFileRefused
from app.documents.incoming.returned_sheet import read_sheet
from app.documents.word import write
from app.texts.blocks import Document
from app.texts.walking import plain_text
from tests.documents.invariants import find_faults

AT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MAIN = "word/document.xml"
FIRST = "0190a1b200007000800000000000000"


def a_sheet(*texts: str) -> CommentSheet:
    comments = tuple(
        SheetComment(
            id=f"0190a1b2-0000-7000-8000-00000000000{place}",
            provision="Article 7(2)",
            version="ver02.0" if place else "1.0",
            quote="" if place == 1 else "양측은 매년 보고한다.",
            language="ko",
            text=text,
        )
        for place, text in enumerate(texts or ("Why?", "Two\nlines", "<b>&amp;</b>"))
    )
    return CommentSheet(
        body="Joint Working Group",
        pack="Rules in force",
        as_of=date(2026, 3, 1),
        author="D. Dulam",
        side="Mongolia",
        written_on=date(2026, 3, 2),
        rules=(SheetRules("Detailed rules", comments),),
        enclosed="bm90ZXM=",
    )


def written(*texts: str, language: str = "en") -> bytes:
    return write_sheet(a_sheet(*texts), language=language, written_at=AT)


def changed(content: bytes, *changes: tuple[str, str]) -> bytes:
    """Return a Word file in whose text something was changed by hand."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == MAIN:
                for before, after in changes:
                    assert before in part.decode()
                    part = part.decode().replace(before, after).encode()
            new.writestr(name, part)
    return made.getvalue()


def cells(document: Document) -> list[tuple[str, ...]]:
    table = document.sections[0].blocks[-1]
    return [tuple(plain_text(cell.inlines) for cell in row.cells) for row in table.rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_is_valid_and_the_same_each_time_in_every_language(
    language: str, tmp_path: Path
) -> None:
    content = written(language=language)
    assert find_faults(content) == []
    path = tmp_path / "sheet.docx"
    path.write_bytes(content)
    checked = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    assert [str(error) for error in checked.errors] == []
    assert content == written(language=language)


def test_every_comment_stands_beside_its_provision_with_room_for_an_answer() -> None:
    document = compose_sheet(a_sheet(), language="en")
    assert document.sections[0].landscape
    assert cells(document) == [
        ("1", "Article 7(2)\nversion 1.0", "양측은 매년 보고한다.", "Why?", ""),
        ("2", "Article 7(2)\nver02.0", "the whole provision", "Two\nlines", ""),
        ("3", "Article 7(2)\nver02.0", "양측은 매년 보고한다.", "<b>&amp;</b>", ""),
    ]
    korean = compose_sheet(a_sheet(), language="ko")
    assert cells(korean)[0][1].endswith("1.0판")
    assert not any(
        inline.italic for inline in korean.sections[0].blocks[-1].rows[1].cells[2].inlines
    )


def test_a_language_without_words_of_its_own_gets_an_english_sheet() -> None:
    assert written(language="fr") == written()


def test_a_returned_sheet_says_what_its_comments_say_now() -> None:
    sheet = read_sheet(written(), name="back.docx")
    assert sheet is not None
    assert sheet.enclosed == "bm90ZXM="
    assert sheet.comments == {
        f"{FIRST}0": "Why?",
        f"{FIRST}1": "Two\nlines",
        f"{FIRST}2": "<b>&amp;</b>",
    }


def test_changes_that_word_tracked_are_read_as_accepted() -> None:
    run = '<w:t xml:space="preserve">Why?</w:t></w:r>'
    tracked = (
        '</w:r><w:del w:id="900" w:author="X"><w:r><w:delText>Why?</w:delText></w:r></w:del>'
        '<w:ins w:id="901" w:author="X"><w:r><w:t>Why</w:t><w:br/><w:t>not?</w:t></w:r></w:ins>'
        '<w:moveFrom w:id="902" w:author="X"><w:r><w:t>elsewhere</w:t></w:r></w:moveFrom>'
    )
    sheet = read_sheet(changed(written(), (run, tracked)), name="back.docx")
    assert sheet is not None
    assert sheet.comments[f"{FIRST}0"] == "Why\nnot?"


def test_a_row_is_known_by_any_mark_that_is_left_of_it() -> None:
    content = changed(written(), (f'w:name="_C3_{FIRST}0"', 'w:name="lost"'))
    sheet = read_sheet(content, name="back.docx")
    assert sheet is not None
    assert sheet.comments[f"{FIRST}0"] == "Why?"


def test_other_word_files_are_no_sheets_and_other_files_are_refused() -> None:
    bare = write(compose_sheet(replace(a_sheet(), enclosed=""), language="en"))
    assert read_sheet(bare, name="other.docx") is None
    for data in (b"PK\x03\x04" + b"\0" * 90, written()[:2000], b"hello"):
        with pytest.raises(WordFileRefused):
            read_sheet(data, name="other.docx")
    declared = ("<w:document ", "<!DOCTYPE a [<!ENTITY b 'c'>]><w:document ")
    with pytest.raises(WordFileRefused):
        read_sheet(changed(written(), declared), name="other.docx")
