"""The head of a letter is the sender's: on the first page, in the preview, and in plain text."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from app import paths
from app.documents import preview
from app.documents.compose import compose
from app.documents.fields import list_fields
from app.documents.house_style_check import missing_styles
from app.documents.kinds import DocumentKind as K
from app.documents.plain import plain_text
from app.documents.word import write
from app.documents.word.house import HouseStyleUnusable
from app.texts.blocks import Document, Section
from app.texts.letterhead import Letterhead
from tests.documents import catalogue_builders as further
from tests.documents.facts_builders import KOREA, MONGOLIA, minutes_facts
from tests.documents.invariants import WordFile, find_faults, w
from tests.documents.letter_builders import LINES, a_letterhead, a_logo, with_letterheads

LETTERS = {
    K.INVITATION: further.invitation_facts,
    K.NOTE_VERBALE: further.note_verbale_facts,
    K.PRESS_RELEASE: further.press_release_facts,
    K.CIRCULAR: further.circular_facts,
}
HEADER = "word/headerFirst.xml"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def letter(kind: K, *, original_of: str | None = None, **changes: object) -> Document:
    return compose(kind, with_letterheads(LETTERS[kind](), **changes), original_of=original_of)


def headed(letterhead: Letterhead, **changes: object) -> Document:
    return Document((Section(()),), letterhead=letterhead, **changes)


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("code", ["KR", "MN"])
def test_a_letter_bears_the_letterhead_of_the_side_that_sends_it(kind, code):
    made = letter(kind, original_of=code).letterhead
    assert made is not None
    assert made.lines == (("Ministry of Foreign Affairs",) if code == "KR" else LINES)


@pytest.mark.parametrize("kind", [K.INVITATION, K.NOTE_VERBALE])
def test_a_letter_that_is_nobodys_original_comes_from_the_first_party(kind):
    made = letter(kind, parties=(MONGOLIA, KOREA))
    assert made.letterhead is not None
    assert made.letterhead.lines == LINES


@pytest.mark.parametrize("kind", [K.PRESS_RELEASE, K.CIRCULAR])
def test_what_both_sides_say_bears_the_head_of_the_side_that_sends_it_if_that_is_known(kind):
    assert letter(kind).letterhead is None
    ours = letter(kind, sender=MONGOLIA).letterhead
    assert ours is not None
    assert ours.lines == LINES


def test_a_side_without_a_letterhead_writes_under_the_name_of_its_office():
    made = compose(K.INVITATION, further.invitation_facts())
    assert made.letterhead is None
    assert "Ministry of Environment" in plain_text(made).split("\n\n")[0]


def test_the_name_of_the_office_does_not_stand_below_its_letterhead_again():
    words = plain_text(letter(K.NOTE_VERBALE, original_of="MN"))
    assert words.startswith("\n".join(LINES))
    assert "\nMongolia\n" not in words.partition("Note No.")[0]


def test_minutes_have_no_letterhead():
    assert compose(K.AGREED_MINUTES, minutes_facts(), original_of="KR").letterhead is None


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("code", ["KR", "MN"])
def test_a_letter_with_a_letterhead_is_valid(kind, code, tmp_path):
    document = letter(kind, original_of=code)
    for made in (document, replace(document, draft=False)):
        content = write(made)
        path = tmp_path / "letter.docx"
        path.write_bytes(content)
        result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
        assert [str(error) for error in result.errors] == []
        assert find_faults(content) == []


def test_the_first_page_has_a_header_of_its_own_and_the_footer_of_the_others():
    file = WordFile(write(letter(K.INVITATION, original_of="MN")))
    (section,) = file.document.iter(w("sectPr"))
    assert section.find(w("titlePg")) is not None
    kinds = {
        each.get(w("type")): each.get(
            "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
        )
        for each in section.iter(w("footerReference"))
    }
    assert kinds == {"default": "rIdfooterPortrait", "first": "rIdfooterPortrait"}
    said = "".join(file.roots[HEADER].itertext())
    assert all(line in said for line in LINES)
    assert "Invitation" not in said
    assert "Invitation" in "".join(file.roots["word/headerPortrait.xml"].itertext())


def test_the_word_draft_lies_across_the_first_page_too():
    draft = letter(K.INVITATION, original_of="MN")
    assert b'string="DRAFT"' in WordFile(write(draft)).parts[HEADER]
    assert b"textpath" not in WordFile(write(replace(draft, draft=False))).parts[HEADER]


@pytest.mark.parametrize(
    ("width", "height", "broad", "tall"),
    [
        (300, 200, 1_350_000, 900_000),  # 25 mm at the most
        (96, 48, 914_400, 457_200),  # as it is
        (6000, 60, 5_759_450, 57_594),  # as broad as the text at the most
        (1, 6000, 150, 900_000),
    ],
)
def test_a_logo_is_no_taller_than_25_millimetres_and_no_broader_than_the_text(
    width, height, broad, tall
):
    file = WordFile(write(headed(a_letterhead(logo=a_logo(width, height)))))
    (extent,) = file.roots[HEADER].iter(f"{DRAWING}extent")
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (broad, tall)


def test_a_logo_says_what_it_shows_and_is_in_the_file_as_it_was():
    letterhead = a_letterhead()
    content = write(headed(letterhead))
    file = WordFile(content)
    (told,) = file.roots[HEADER].iter(f"{DRAWING}docPr")
    assert told.get("descr") == "Ministry of Environment"
    assert file.parts["word/media/first.png"] == letterhead.logo.content
    assert write(headed(letterhead)) == content


def test_a_letterhead_of_one_line_or_of_a_logo_alone_is_whole():
    for letterhead in (
        Letterhead(("Ministry",)),
        Letterhead((), a_logo()),
        Letterhead(),
        a_letterhead(lines=("외교부", "Гадаад харилцааны яам", "a\x00b & <c> \ud800 👩‍🚒")),
    ):
        content = write(headed(letterhead, draft=True))
        assert find_faults(content) == []


def test_a_document_of_cards_has_no_letterhead_whatever_is_asked():
    content = write(Document((Section((), bare=True),), letterhead=a_letterhead()))
    assert HEADER not in WordFile(content).parts
    assert find_faults(content) == []


def test_the_preview_shows_the_letterhead_instead_of_the_running_header():
    page = preview.html(letter(K.INVITATION, original_of="MN"))
    assert "data:image/png;base64," in page
    assert 'alt="Ministry of Environment"' in page
    assert page.index(LINES[0]) < page.index("Head of Delegation")
    assert "DRAFT" in page
    assert "Invitation, First Meeting" not in page


def test_a_letterhead_is_no_field_of_a_template_but_whether_there_is_one_is():
    fields = {each.path for each in list_fields(with_letterheads(further.invitation_facts()))}
    assert {"facts.letterheads", "facts.letterheads[2].party.code"} <= fields
    assert not any("lines" in each or "logo" in each for each in fields)


def without_letterhead_styles(folder: Path) -> Path:
    target = folder / "older.docx"
    shipped = paths.template_folder() / "house_style.docx"
    with ZipFile(shipped) as source, ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name).replace(b'"JWG Letterhead ', b'"Old Letterhead ')
            copy.writestr(name, content)
    return target


def test_an_older_house_style_is_told_what_it_lacks_and_serves_for_all_but_letters(tmp_path):
    older = without_letterhead_styles(tmp_path)
    assert missing_styles(older) == ("JWG Letterhead Name", "JWG Letterhead Line")
    assert find_faults(write(Document((Section(()),)), house_style=older)) == []
    with pytest.raises(HouseStyleUnusable, match="“JWG Letterhead Name”"):
        write(headed(a_letterhead()), house_style=older)
