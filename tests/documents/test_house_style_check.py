"""A changed house style is told everything that it lacks, before a document is made with it."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from app import paths
from app.documents.house_style_check import missing_styles, require_usable
from app.documents.word.house import HouseStyleUnusable

SHIPPED = paths.template_folder() / "house_style.docx"


def changed(folder: Path, *pairs: tuple[bytes, bytes], part: str = "word/styles.xml") -> Path:
    target = folder / "mine.docx"
    with ZipFile(SHIPPED) as source, ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            for before, after in pairs if name == part else ():
                assert before in content
                content = content.replace(before, after)
            copy.writestr(name, content)
    return target


def test_the_shipped_house_style_lacks_nothing() -> None:
    assert missing_styles(SHIPPED) == ()
    assert missing_styles(SHIPPED.read_bytes()) == ()
    require_usable(SHIPPED)


def test_every_style_that_is_missing_is_named(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        (b'w:val="JWG Notice"', b'w:val="Notice"'),
        (b'w:val="JWG Point"', b'w:val="Point"'),
    )
    assert missing_styles(path) == ("JWG Notice", "JWG Point")
    with pytest.raises(HouseStyleUnusable, match="“JWG Notice”, “JWG Point”"):
        require_usable(path)
    with pytest.raises(HouseStyleUnusable, match=r"“ours\.docx” cannot be used"):
        require_usable(path.read_bytes(), name="ours.docx")


def test_a_further_style_is_no_matter(tmp_path: Path) -> None:
    path = changed(tmp_path, (b"</w:styles>", MINE + b"</w:styles>"))
    assert missing_styles(path) == ()
    require_usable(path)


MINE = b'<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/></w:style>'


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_text("Dear colleagues")
    for source in (path, path.read_bytes()):
        with pytest.raises(HouseStyleUnusable, match="not a Word file"):
            missing_styles(source)


def test_a_style_that_lost_its_numbers_is_named(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        (b'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>', b""),
    )
    with pytest.raises(HouseStyleUnusable, match="“JWG Point” has no numbering"):
        require_usable(path)
