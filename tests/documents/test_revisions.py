"""Tracked changes are accepted and rejected as Word does it, whoever made them."""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from app.documents.word import write
from app.documents.word.namespaces import DECLARATIONS
from app.documents.word.redline import write_redline
from app.documents.word.revision_marks import RevisionKind, Scope
from app.documents.word.revisions import (
    Revision,
    accept_all,
    list_revisions,
    reject_all,
    resolve,
)
from app.texts.blocks import Note, Paragraph, Text
from tests.documents.invariants import WordFile, find_faults
from tests.documents.redline_cases import PAIRS
from tests.documents.redline_pairs import document, read_paragraphs
from tests.documents.revision_cases import CASES, line, put_in, run, struck

WHO = 'w:id="7" w:author="Party B" w:date="2026-02-01T09:00:00Z"'


def package(body: str) -> bytes:
    """Return a Word file with ``body``, in which ``@`` stands for who changed it and when."""
    blank = write(document(Paragraph((Text("x"),))))
    made = BytesIO()
    main = f"<w:document {DECLARATIONS}><w:body>{body.replace('@', WHO)}</w:body></w:document>"
    with ZipFile(BytesIO(blank)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(name, main if name == "word/document.xml" else source.read(name))
    return made.getvalue()


def body_of(content: bytes) -> str:
    """Return the body without what every element says again."""
    with ZipFile(BytesIO(content)) as archive:
        main = archive.read("word/document.xml").decode()
    inside = main[main.index("<w:body>") + 8 : main.index("</w:body>")]
    return inside.replace(WHO, "@")


@pytest.mark.parametrize("name", sorted(CASES))
def test_accepted_it_is_as_the_author_wanted_it(name):
    marked, accepted, _ = CASES[name]
    assert plain(accept_all(package(marked))) == without_empty(accepted)


@pytest.mark.parametrize("name", sorted(CASES))
def test_rejected_it_is_as_it_was(name):
    marked, _, rejected = CASES[name]
    assert plain(reject_all(package(marked))) == without_empty(rejected)


@pytest.mark.parametrize("name", sorted(CASES))
def test_left_alone_it_stays_as_it_is(name):
    marked, _, _ = CASES[name]
    assert body_of(resolve(package(marked), decide=lambda _: None)) == marked


def plain(content: bytes) -> str:
    assert list_revisions(content) == ()
    return without_empty(body_of(content))


def without_empty(body: str) -> str:
    """Return ``body`` without properties that say nothing, written one way."""
    body = re.sub(r"<w:(pPr|rPr|trPr|tcPr)(/>|></w:\1>)", "", body)
    return re.sub(r"<w:p></w:p>", "<w:p/>", body)


def test_each_change_says_who_made_it_when_where_and_what():
    body = line(
        f'<w:bookmarkStart w:id="1" w:name="_Ref_a"/><w:ins @>{run("b")}</w:ins>'
        '<w:bookmarkEnd w:id="1"/>'
    )
    (revision,) = list_revisions(package(body + "<w:p/>"))
    at = datetime(2026, 2, 1, 9, tzinfo=UTC)
    assert revision == Revision(
        0, "word/document.xml", RevisionKind.INSERTION, Scope.TEXT, "Party B", at, "b", "_Ref_a"
    )


def test_a_date_that_is_none_is_left_out():
    body = line(f'<w:ins w:id="1" w:author="B" w:date="soon">{run("b")}</w:ins>')
    (revision,) = list_revisions(package(body))
    assert revision.at is None


def test_changes_of_nothing_are_not_listed_and_still_go():
    content = package(line(run("a") + "<w:ins @/>"))
    assert list_revisions(content) == ()
    assert body_of(accept_all(content)) == line(run("a"))


def test_the_changes_of_one_author_are_accepted_and_those_of_another_left():
    other = 'w:id="9" w:author="Party C" w:date="2026-02-02T09:00:00Z"'
    body = line(put_in("b") + f"<w:ins {other}>{run('c')}</w:ins>")
    content = resolve(package(body), decide=lambda one: True if one.author == "Party B" else None)
    (left,) = list_revisions(content)
    assert (left.author, left.text) == ("Party C", "c")
    assert body_of(content).startswith(f"<w:p>{run('b')}<w:ins")


def test_one_change_is_rejected_by_its_number():
    content = package(line(put_in("b")) + line(struck("c")))
    first, _ = list_revisions(content)
    left = resolve(content, decide=lambda one: False if one.number == first.number else None)
    assert [one.text for one in list_revisions(left)] == ["c"]


def test_the_brackets_of_a_move_stay_as_long_as_the_move_is_undecided():
    moved, _, _ = CASES["a move"]
    away = resolve(
        package(moved), decide=lambda one: True if one.kind is RevisionKind.MOVED_AWAY else None
    )
    assert "moveFromRange" not in body_of(away)
    assert body_of(away).count("moveToRange") == 2


def test_a_note_goes_with_its_mark_and_only_then():
    def noted(text: str) -> Paragraph:
        return Paragraph((Text("Adopted"), Note((Text(text),))))

    at = datetime(2026, 2, 1, tzinfo=UTC)
    content = write_redline(document(noted("x")), document(noted("y")), author="B", at=at)
    assert notes(content) == ["x", "y"]
    assert notes(accept_all(content)) == ["y"]
    assert notes(reject_all(content)) == ["x"]
    assert find_faults(reject_all(content)) == []


def notes(content: bytes) -> list[str]:
    root = WordFile(content).roots["word/footnotes.xml"]
    found = root.xpath("//w:footnote[not(@w:type)]", namespaces=root.nsmap)
    return sorted("".join(one.itertext()).strip() for one in found)


def test_a_change_in_a_note_or_a_header_is_settled_too():
    content = write(document(Paragraph((Text("Adopted"), Note((Text("see there"),))))))
    changed = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(changed, "w") as target:
        for name in source.namelist():
            part = source.read(name).decode()
            if name == "word/footnotes.xml":
                part = re.sub(
                    r"(<w:r><w:t[^>]*>see there</w:t></w:r>)", rf"<w:ins {WHO}>\1</w:ins>", part
                )
            target.writestr(name, part)
    (revision,) = list_revisions(changed.getvalue())
    assert (revision.part, revision.text) == ("word/footnotes.xml", "see there")
    assert notes(reject_all(changed.getvalue())) == [""]


@pytest.mark.parametrize("name", ["an article moved and edited", "contents, controls and sections"])
def test_settling_gives_the_same_bytes_each_time(name):
    old, new = PAIRS[name]
    content = write_redline(old, new, author="B", at=datetime(2026, 2, 1, tzinfo=UTC))
    assert accept_all(content) == accept_all(content)
    assert read_paragraphs(accept_all(accept_all(content))) == read_paragraphs(write(new))
