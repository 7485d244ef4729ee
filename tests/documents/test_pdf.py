"""PDFs are laid out by LibreOffice, if there is one; the table of contents learns its pages."""

import os
import subprocess
import zlib
from pathlib import Path

import pytest

from app.documents import pdf
from app.documents.compose import compose
from app.documents.kinds import DocumentKind
from app.documents.page_numbers import write_with_pages
from app.documents.pdf import NoLibreOffice, NotLaidOut
from app.documents.pdf_outline import Bookmark, list_bookmarks
from app.documents.word import write
from app.texts.blocks import Document
from tests.documents.facts_builders import minutes_facts, rules_facts
from tests.documents.invariants import WordFile, w


def minutes() -> Document:
    return compose(DocumentKind.AGREED_MINUTES, minutes_facts(), original_of="KR")


def rules() -> Document:
    return compose(DocumentKind.RULES, rules_facts())


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without LibreOffice."""
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setattr(pdf, "_usual_places", lambda: iter((tmp_path / "soffice",)))


@pytest.fixture
def pretend(tmp_path: Path):
    """A program that does what a test says in place of LibreOffice."""
    if os.name == "nt":
        pytest.skip("needs a shell")

    def make(script: str) -> Path:
        program = tmp_path / "soffice"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        return program

    return make


def test_without_libreoffice_the_user_is_told_what_to_install(nowhere) -> None:
    assert pdf.find_libreoffice() is None
    with pytest.raises(NoLibreOffice, match="Install LibreOffice"):
        pdf.convert(b"")


def test_without_libreoffice_the_pages_are_left_to_word(nowhere) -> None:
    assert write_with_pages(rules()) == write(rules())


def test_it_is_found_where_installers_put_it(nowhere, pretend) -> None:
    program = pretend("true")
    assert pdf.find_libreoffice() == program


def test_one_that_takes_too_long_is_stopped_with_all_that_it_started(pretend, tmp_path) -> None:
    program = pretend(f"sleep 60 & echo $! > {tmp_path / 'child'}; wait")
    with pytest.raises(NotLaidOut, match="longer than 1 seconds"):
        pdf.convert(b"", program=program, seconds=1)
    child = (tmp_path / "child").read_text().strip()
    state = subprocess.run(["ps", "-o", "stat=", "-p", child], capture_output=True, check=False)
    assert state.stdout.strip() in (b"", b"Z")


def test_what_it_said_is_told_when_it_makes_nothing(pretend) -> None:
    with pytest.raises(NotLaidOut, match="the disk is full"):
        pdf.convert(b"", program=pretend("echo starting; echo the disk is full >&2"))
    with pytest.raises(NotLaidOut, match="it said nothing"):
        pdf.convert(b"", program=pretend("exit 1"))


def test_one_that_cannot_be_started_is_told(tmp_path) -> None:
    with pytest.raises(NotLaidOut, match=r"No such file|cannot find"):
        pdf.convert(b"", program=tmp_path / "gone")


def test_each_time_it_has_a_profile_of_its_own(pretend, tmp_path) -> None:
    program = pretend(f'echo "$@" >> {tmp_path / "asked"}')
    for _time in range(2):
        with pytest.raises(NotLaidOut):
            pdf.convert(b"", program=program)
    asked = (tmp_path / "asked").read_text().splitlines()
    profiles = {line.split()[0] for line in asked}
    assert len(profiles) == 2
    assert all(profile.startswith("-env:UserInstallation=file:///") for profile in profiles)


@pytest.mark.libreoffice
def test_a_pdf_has_tags_a_language_a_title_and_bookmarks() -> None:
    made = pdf.convert(write(minutes()))
    assert made.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in made
    assert b"/Lang(en-GB)" in made
    titles = [bookmark.title for bookmark in list_bookmarks(made)]
    assert "Action items" in titles
    assert any(title.startswith("Annex 1") for title in titles)


@pytest.mark.libreoffice
def test_the_table_of_contents_has_the_pages_of_the_layout() -> None:
    content = write_with_pages(rules())
    shown = [line.split("\t") for line in contents_of(content)]
    bookmarks = {each.title: str(each.page) for each in list_bookmarks(pdf.convert(content))}
    assert [line[-1] for line in shown] == [bookmarks[" ".join(line[:-1])] for line in shown]
    assert len(shown) >= 7
    assert {line[-1] for line in shown} == {"1", "2"}
    assert contents_field(content).get(w("dirty")) is None
    assert contents_field(write(rules())).get(w("dirty")) == "true"


@pytest.mark.libreoffice
def test_a_document_without_a_table_of_contents_is_not_laid_out_twice(pretend) -> None:
    assert write_with_pages(minutes(), program=pretend("exit 1")) == write(minutes())


def contents_of(content: bytes) -> list[str]:
    """Return the lines of the table of contents, their parts between tabs."""
    links = WordFile(content).document.iter(w("hyperlink"))
    return [
        "".join(each.text if each.tag == w("t") else "\t" for each in link.iter(w("t"), w("tab")))
        for link in links
    ]


def contents_field(content: bytes):
    for field in WordFile(content).document.iter(w("fldChar")):
        following = field.getparent().getnext()
        if following is not None and "TOC" in "".join(following.itertext()):
            return field
    raise AssertionError("there is no table of contents")


CATALOGUE = b"1 0 obj\n<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>>\nendobj\n"
PAGES = b"2 0 obj\n<</Type/Pages/Kids[ 3 0 R 4 0 R ]>>\nendobj\n"
FIRST = b"6 0 obj\n<</First 7 0 R/Title<FEFF0041>/Dest[3 0 R/XYZ 0 0 0]/Next 8 0 R>>\nendobj\n"
BELOW = b"7 0 obj\n<</Title<FEFF0042>/Dest[4 0 R/XYZ 0 0 0]>>\nendobj\n"
LAST = b"8 0 obj\n<</Title<FEFFAC00>/Dest[4 0 R/XYZ 0 0 0]>>\nendobj\n"
OUTLINES = b"5 0 obj\n<</First 6 0 R/Last 8 0 R>>\nendobj\n"
PACKED = b"9 0 obj\n<</Type/ObjStm/N 4/First %d>>\nstream\n%s\nendstream\nendobj\n"
FOUND = (Bookmark("A", 1), Bookmark("B", 2), Bookmark("가", 2))


def test_bookmarks_are_read_in_the_order_of_the_text() -> None:
    assert list_bookmarks(CATALOGUE + PAGES + OUTLINES + FIRST + BELOW + LAST) == FOUND


def test_bookmarks_in_object_streams_are_read_too() -> None:
    objects = {5: OUTLINES, 6: FIRST, 7: BELOW, 8: LAST}
    bodies = {
        number: body.partition(b"obj\n")[2].removesuffix(b"endobj\n")
        for number, body in objects.items()
    }
    heads, packed = b"", b""
    for number, body in bodies.items():
        heads += b"%d %d " % (number, len(packed))
        packed += body
    stream = zlib.compress(heads + packed)
    assert list_bookmarks(CATALOGUE + PAGES + PACKED % (len(heads), stream)) == FOUND


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no PDF",
        CATALOGUE,
        CATALOGUE + PAGES + OUTLINES,
        CATALOGUE + b"2 0 obj\n<</Type/Pages/Kids[ 2 0 R 2 0 R ]>>\nendobj\n",
        CATALOGUE + OUTLINES + FIRST.replace(b"Next 8", b"Next 6") + BELOW,
        CATALOGUE + PAGES + PACKED % (4, b"x"),
    ],
)
def test_of_what_is_not_understood_nothing_is_told(content: bytes) -> None:
    assert list_bookmarks(content) == ()
