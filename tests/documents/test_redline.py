"""Accepting everything in a redline gives the new text, rejecting everything the old one."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from app.documents.word import write
from app.documents.word.redline import write_redline
from app.documents.word.revision_marks import RevisionKind, Scope
from app.documents.word.revisions import Revision, accept_all, list_revisions, reject_all
from app.texts.blocks import Document
from tests.documents.invariants import WordFile, find_faults, w
from tests.documents.redline_cases import MEETINGS, MEMBERS, PAIRS, RULES, SCOPE, TITLE
from tests.documents.redline_pairs import Editor, document, make_rules, read_paragraphs
from tests.documents.samples import all_documents
from tests.texts.trees import documents

AT = datetime(2026, 2, 1, 9, tzinfo=UTC)
AUTHOR = "Decision 2/JWG.2"
DOCUMENTS = all_documents()
NAMES = sorted(PAIRS)


def redline(old: Document, new: Document, by: str = "id") -> bytes:
    return write_redline(old, new, author=AUTHOR, at=AT, by=by)


def findings(content: bytes, folder: Path) -> list[str]:
    path = folder / "checked.docx"
    path.write_bytes(content)
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    return [str(error) for error in result.errors]


@pytest.mark.parametrize("name", NAMES)
def test_accepting_all_gives_the_new_text(name):
    old, new = PAIRS[name]
    assert read_paragraphs(accept_all(redline(old, new))) == read_paragraphs(write(new))


@pytest.mark.parametrize("name", NAMES)
def test_rejecting_all_gives_the_old_text(name):
    old, new = PAIRS[name]
    assert read_paragraphs(reject_all(redline(old, new))) == read_paragraphs(write(old))


@pytest.mark.parametrize("name", NAMES)
def test_a_redline_is_valid_and_so_is_what_becomes_of_it(name, tmp_path):
    content = redline(*PAIRS[name])
    assert find_faults(content) == []
    assert findings(content, tmp_path) == []
    accepted, rejected = accept_all(content), reject_all(content)
    assert find_faults(accepted) == []
    assert findings(accepted, tmp_path) == []
    assert findings(rejected, tmp_path) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_redline_is_the_same_each_time(name):
    assert redline(*PAIRS[name]) == redline(*PAIRS[name])


@pytest.mark.parametrize("name", NAMES)
def test_a_pair_compared_by_text_gives_both_texts_back(name):
    old, new = PAIRS[name]
    content = redline(old, new, by="text")
    assert find_faults(content) == []
    assert read_paragraphs(accept_all(content)) == read_paragraphs(write(new))
    assert without_targets(reject_all(content)) == without_targets(write(old))


def without_targets(content: bytes) -> list[str]:
    """Return the paragraphs without where references lead; other texts have other names for it."""
    return [re.sub("<[^>]*>", "", one) for one in read_paragraphs(content)]


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(documents(), documents(), st.sampled_from(["id", "text"]))
def test_any_two_documents_give_a_redline_of_both(old, new, by):
    new = replace(new, language=old.language)
    content = redline(old, new, by)
    assert find_faults(content) == []
    assert read_paragraphs(accept_all(content)) == read_paragraphs(write(new))
    assert without_targets(reject_all(content)) == without_targets(write(old))


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10_000), st.sampled_from(["id", "text"]))
def test_rules_edited_at_random_are_given_back_whole(seed, by):
    chance = Random(seed)
    old = make_rules(chance.choice((3, 12)), seed=seed)
    new = Editor(chance).edit(old, edits=chance.randint(1, 8))
    content = redline(old, new, by)
    assert find_faults(content) == []
    assert read_paragraphs(accept_all(content)) == read_paragraphs(write(new))
    assert without_targets(reject_all(content)) == without_targets(write(old))


CARDS = {name for name in DOCUMENTS if name.startswith(("badges", "name-plates"))}


@pytest.mark.parametrize("name", sorted(DOCUMENTS.keys() - CARDS))
def test_a_text_compared_with_itself_looks_as_it_does_without(name):
    unchanged = redline(DOCUMENTS[name], DOCUMENTS[name])
    assert bare_body(unchanged) == bare_body(write(DOCUMENTS[name]))


def bare_body(content: bytes) -> list[str]:
    """Return what stands in the body, without the controls, which a redline has not."""
    root = WordFile(content).document
    for record in list(root.iter(w("tag"))):
        control = next(record.iterancestors(w("sdt")))
        place = control.getparent().index(control)
        control.getparent()[place : place + 1] = list(control.find(w("sdtContent")))
    for mark in root.iter(w("bookmarkStart"), w("bookmarkEnd"), w("id")):
        mark.attrib.pop(w("id"), None)
        mark.attrib.pop(w("val"), None)
    return [etree.tostring(block, encoding="unicode") for block in root[0]]


def made(name: str) -> list[tuple[RevisionKind, Scope, str]]:
    return [(one.kind, one.scope, one.text) for one in list_revisions(redline(*PAIRS[name]))]


def texts(revisions: list[tuple[RevisionKind, Scope, str]]) -> list[tuple[RevisionKind, str]]:
    return [(kind, text) for kind, scope, text in revisions if scope is Scope.TEXT]


def test_a_text_that_did_not_change_has_no_marks():
    assert made("nothing changed") == []


def test_a_word_is_struck_and_another_put_in():
    assert texts(made("a word replaced")) == [
        (RevisionKind.DELETION, "five"),
        (RevisionKind.INSERTION, "six"),
    ]


def test_numbers_that_follow_from_counting_are_not_marked():
    kinds = {kind for kind, _, _ in made("an article inserted")}
    assert kinds == {RevisionKind.INSERTION}
    assert [text for _, text in texts(made("an article inserted"))] == [
        "Interests",
        "Members disclose theirs.",
    ]


def test_what_moved_is_a_move_with_one_name_at_both_ends():
    content = redline(*PAIRS["an article moved"])
    kinds = [one.kind for one in list_revisions(content) if one.scope is Scope.TEXT]
    assert kinds == [RevisionKind.MOVED_HERE] * 2 + [RevisionKind.MOVED_AWAY] * 2
    root = WordFile(content).document
    (away,) = root.iter(w("moveFromRangeStart"))
    (here,) = root.iter(w("moveToRangeStart"))
    assert away.get(w("name")) == here.get(w("name"))


def test_what_moved_and_changed_is_deleted_and_inserted_and_the_rest_moves():
    kinds = texts(made("an article moved and edited"))
    assert (RevisionKind.DELETION, "A member stays until a successor is named.") in kinds
    assert (RevisionKind.INSERTION, "A member stays until another is named.") in kinds
    assert (RevisionKind.MOVED_HERE, "Terms") in kinds
    root = WordFile(redline(*PAIRS["an article moved and edited"])).document
    assert not root.xpath(
        "//w:moveTo//w:del | //w:del//w:moveTo", namespaces={"w": root.nsmap["w"]}
    )


def test_rows_come_and_go_as_rows():
    name = "rows inserted, deleted, edited and moved"
    rows = [(kind, text) for kind, scope, text in made(name) if scope is Scope.ROW]
    assert (RevisionKind.DELETION, "2Notes") in rows
    assert (RevisionKind.INSERTION, "5Sets") in rows
    assert (RevisionKind.INSERTION, " all") in texts(
        made("rows inserted, deleted, edited and moved")
    )


def test_another_face_is_a_change_of_look_and_no_change_of_words():
    assert {scope for _, scope, _ in made("another face")} == {Scope.PROPERTIES}
    assert {scope for _, scope, _ in made("a paragraph of another kind")} == {Scope.PROPERTIES}


def test_every_mark_names_its_author_and_its_date_and_has_a_number_of_its_own():
    old = make_rules(12, seed=5)
    content = redline(old, Editor(Random(5)).edit(old, edits=9))
    revisions: tuple[Revision, ...] = list_revisions(content)
    assert {(one.author, one.at) for one in revisions} == {(AUTHOR, AT)}
    root = WordFile(content).document
    numbers = [
        element.get(w("id"))
        for element in root.iter()
        if element.get(w("id")) and not str(element.tag).endswith(("End", "footnoteReference"))
    ]
    assert len(numbers) == len(set(numbers))


def test_an_author_with_marks_of_xml_in_the_name_is_written_as_it_is():
    old, new = PAIRS["a word replaced"]
    content = write_redline(old, new, author='A & "B" <C>', at=AT)
    assert {one.author for one in list_revisions(content)} == {'A & "B" <C>'}


def test_a_reference_that_leads_nowhere_is_a_gap_to_be_mended():
    new = document(TITLE, SCOPE, MEMBERS, MEETINGS)
    content = redline(RULES, new)
    assert find_faults(content) == []
    marked = texts([(r.kind, r.scope, r.text) for r in list_revisions(content)])
    assert (RevisionKind.DELETION, "Article 4") in marked
    assert (RevisionKind.INSERTION, "[Article 4]") in marked


def test_the_manifest_knows_the_new_text_only():
    content = redline(*PAIRS["what a reference leads to deleted"])
    clean = write(PAIRS["what a reference leads to deleted"][1])
    manifests = [WordFile(one).parts["customXml/item1.xml"] for one in (content, clean)]
    hashes = [
        re.findall(rb'bookmark="_Ref\w+" record="\w+" sha256="\w+"', one) for one in manifests
    ]
    assert hashes[0] == hashes[1]
    assert hashes[0]


def test_the_page_is_that_of_the_new_text(tmp_path):
    path = tmp_path / "redline.docx"
    path.write_bytes(redline(*PAIRS["contents, controls and sections"]))
    with ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.count("<w:sectPr>") == 3
    assert body.count('w:orient="landscape"') == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [("agreed-minutes-KR", "agreed-minutes-MN"), ("rules-KR", "agreed-minutes-KR")],
)
def test_documents_made_from_templates_may_be_redlined_too(old, new, tmp_path):
    before, after = DOCUMENTS[old], DOCUMENTS[new]
    content = redline(before, after)
    assert find_faults(content) == []
    assert findings(content, tmp_path) == []
    assert read_paragraphs(accept_all(content)) == read_paragraphs(write(after))
    assert read_paragraphs(reject_all(content)) == read_paragraphs(write(before))
