"""LibreOffice, which counts and lays out by itself, finds the numbers and pages that we wrote."""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from app.documents.compose import compose
from app.documents.kinds import DocumentKind
from app.documents.word import write
from app.texts.blocks import Contents, Document, Section
from tests.documents.large_builders import large_minutes, large_rules
from tests.documents.plain import write_plain
from tests.documents.samples import all_documents

pytestmark = [pytest.mark.libreoffice, pytest.mark.timeout(300)]

RESULT = re.compile(
    r'(<w:instrText xml:space="preserve"> REF .*?fldCharType="separate"/></w:r><w:r>.*?<w:t[^>]*>)'
    r"[^<]*(</w:t>)"
)
FOOTNOTE_MARK = re.compile(r"(?<=[a-zа-я가-힣][.,;])1$|(?<=[。、])1$", re.MULTILINE)


def documents() -> dict[str, Document]:
    """Return every document in every language, and long ones."""
    made = all_documents()
    made["large-minutes"] = compose(
        DocumentKind.AGREED_MINUTES, large_minutes(), original_of="KR", draft=True
    )
    made["large-rules"] = compose(DocumentKind.RULES, large_rules())
    return {name: _without_contents(document) for name, document in made.items()}


def _without_contents(document: Document) -> Document:
    # LibreOffice shows the table of contents as it was written; only what it counts is compared.
    sections = tuple(
        Section(tuple(block for block in each.blocks if not isinstance(block, Contents)))
        for each in document.sections
    )
    return replace(document, sections=sections)


DOCUMENTS = documents()
MACRO = Path(__file__).with_name("counting_macro.xba")


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """Convert all documents at once, with every cached result of a reference spoiled."""
    folder = tmp_path_factory.mktemp("libreoffice")
    for name, document in DOCUMENTS.items():
        (folder / f"{name}.docx").write_bytes(spoil_results(write(document)))
    run_libreoffice(folder, "--terminate_after_init")
    # A new profile brings an empty module of this name.
    module = folder / "profile" / "user" / "basic" / "Standard" / "Module1.xba"
    assert module.is_file()
    module.write_bytes(MACRO.read_bytes())
    run_libreoffice(folder, f'macro:///Standard.Module1.ConvertAll("{folder.as_posix()}")')
    return folder


def run_libreoffice(folder: Path, *arguments: str) -> None:
    profile = (folder / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", *arguments],
        check=True,
        capture_output=True,
        timeout=240,
    )


def spoil_results(content: bytes) -> bytes:
    spoiled = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(spoiled, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                part = RESULT.sub(r"\1?\2", part.decode()).encode()
            target.writestr(name, part)
    return spoiled.getvalue()


def lines(text: str) -> list[str]:
    stripped = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in stripped if line]


def pages(folder, name: str, *options: str) -> list[str]:
    if shutil.which("pdftotext") is None:
        refuse = pytest.fail if os.environ.get("JWG_REQUIRE_LIBREOFFICE") == "1" else pytest.skip
        refuse("needs pdftotext (poppler-utils) on the machine")
    told = subprocess.run(
        ["pdftotext", *options, f"{name}.pdf", "-"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=60,
    )
    return told.stdout.decode().removesuffix("\f").split("\f")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_libreoffice_counts_every_number_and_reference_as_we_do(converted, name):
    found = (converted / f"{name}.txt").read_text(encoding="utf-8-sig")
    ours = lines(write_plain(DOCUMENTS[name]))
    theirs = lines(FOOTNOTE_MARK.sub("", found))
    assert theirs == ours


@pytest.mark.parametrize("name", ["agreed-minutes-KR", "large-minutes", "rules-KR", "agenda-KR"])
def test_every_page_has_symbol_and_number(converted, name):
    document = DOCUMENTS[name]
    printed = pages(converted, name)
    for position, page in enumerate(printed, start=1):
        assert document.symbol in page
        assert document.running_head in page
        assert f"Page {position} of {len(printed)}" in page
        assert document.running_foot in page


@pytest.mark.parametrize(
    ("name", "left", "right"),
    [
        ("agreed-minutes-KR", "For the Korean side", "For the Mongolian side"),
        ("agreed-minutes-MN", "For the Mongolian side", "For the Korean side"),
        ("agreed-minutes-six", "For the delegation of State 4", "For the delegation of State 1"),
    ],
)
def test_the_holder_of_the_original_signs_on_the_left(converted, name, left, right):
    printed = "\n".join(pages(converted, name, "-layout"))
    assert re.search(rf"{left} +{right}", printed)


def test_signatures_stay_on_one_page_with_the_words_above_them(converted):
    for name in ("agreed-minutes-KR", "agreed-minutes-six", "large-minutes"):
        (page,) = (page for page in pages(converted, name) if "Done in Ulaanbaatar" in page)
        assert page.count("For the ") == (6 if name.endswith("six") else 2)


def test_heads_of_long_tables_are_on_every_page(converted):
    with_rows = [page for page in pages(converted, "large-minutes") if "Both sides" in page]
    assert len(with_rows) >= 2
    assert all("Responsible" in page for page in with_rows)


def test_annexes_begin_on_pages_of_their_own(converted):
    printed = pages(converted, "agreed-minutes-KR")
    beginning = [page for page in printed if re.search(r"^Annex \d$", page, re.MULTILINE)]
    assert len(beginning) == 2
    assert all(lines(page)[2].startswith("Annex") for page in beginning)


def test_the_long_minutes_have_forty_pages(converted):
    assert 36 <= len(pages(converted, "large-minutes")) <= 60
