"""The house style: made from its source, changed by staff, refused where it cannot serve."""

import importlib.util
import os
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from app import paths
from app.documents.word import styles, write
from app.documents.word.house import House, HouseStyleUnusable
from app.texts.blocks import Document, Paragraph, Section, Text
from tests.documents.invariants import WordFile, w

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "packaging" / "house_style.py"


def single(*blocks) -> Document:
    return Document((Section(tuple(blocks)),))


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def test_the_house_style_is_what_its_source_makes(monkeypatch):
    monkeypatch.syspath_prepend(str(SOURCE.parent))
    spec = importlib.util.spec_from_file_location("house_style_source", SOURCE)
    source = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(source)
    assert (paths.template_folder() / "house_style.docx").read_bytes() == source.write_house_style()


def test_the_house_style_is_valid():
    path = paths.template_folder() / "house_style.docx"
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    assert [str(error) for error in result.errors] == []


def test_the_page_is_a4_with_generous_margins():
    page = House().page
    assert (page.width, page.height) == (11906, 16838)
    assert page.text_width() == 9070


def test_every_style_that_documents_need_is_shown_on_its_page():
    with ZipFile(paths.template_folder() / "house_style.docx") as archive:
        shown = archive.read("word/document.xml").decode()
    assert all(f"{name}:" in shown for name in styles.ROLES.values())


def test_a_house_style_that_is_no_word_file_is_refused_by_name(tmp_path):
    path = tmp_path / "mine.docx"
    path.write_text("not a zip file")
    with pytest.raises(HouseStyleUnusable, match=r"“mine\.docx”.*not a Word file"):
        write(single(words("x")), house_style=path)


def test_a_house_style_with_a_damaged_part_is_refused_by_name(tmp_path):
    path = changed_house_style(tmp_path, "word/styles.xml", b"</w:styles>", b"")
    with pytest.raises(HouseStyleUnusable, match="not a Word file"):
        write(single(words("x")), house_style=path)


def test_a_house_style_that_is_changed_meanwhile_is_read_again(tmp_path):
    path = changed_house_style(tmp_path, "word/styles.xml", b'"BodyText"', b'"Absatz7"')
    assert House(path).style("Body Text") == "Absatz7"
    changed_house_style(tmp_path, "word/styles.xml", b'"BodyText"', b'"Absatz8"')
    os.utime(path, ns=(1, 1))
    assert House(path).style("Body Text") == "Absatz8"


def test_a_house_style_that_is_not_there_is_refused_by_name(tmp_path):
    with pytest.raises(HouseStyleUnusable, match=r"gone\.docx"):
        write(single(words("x")), house_style=tmp_path / "gone.docx")


def test_a_house_style_that_lacks_a_style_says_which(tmp_path):
    path = changed_house_style(tmp_path, "word/styles.xml", b'w:val="JWG Notice"', b'w:val="Mine"')
    with pytest.raises(HouseStyleUnusable, match="no style “JWG Notice”"):
        write(single(words("x")), house_style=path)


def test_a_house_style_whose_lists_are_gone_says_so(tmp_path):
    path = changed_house_style(
        tmp_path, "word/numbering.xml", b'w:num w:numId="3"', b'w:num w:numId="9"'
    )
    with pytest.raises(HouseStyleUnusable, match="no list 3"):
        write(single(words("x")), house_style=path)


def test_what_staff_change_in_the_house_style_is_in_the_document(tmp_path):
    path = changed_house_style(tmp_path, "word/document.xml", b'w:left="1418"', b'w:left="1701"')
    file = WordFile(write(single(words("x")), house_style=path))
    assert file.document.find(f".//{w('pgMar')}").get(w("left")) == "1701"


def test_styles_are_found_by_name_whatever_their_identifier(tmp_path):
    path = changed_house_style(tmp_path, "word/styles.xml", b'"BodyText"', b'"Absatz7"')
    file = WordFile(write(single(words("x")), house_style=path))
    assert file.document.find(f".//{w('pStyle')}").get(w("val")) == "Absatz7"


def changed_house_style(folder: Path, part: str, before: bytes, after: bytes) -> Path:
    target = folder / "changed.docx"
    with (
        ZipFile(paths.template_folder() / "house_style.docx") as source,
        ZipFile(target, "w") as copy,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert before in content
                content = content.replace(before, after)
            copy.writestr(name, content)
    return target
