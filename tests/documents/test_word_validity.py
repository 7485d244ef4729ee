"""Every Word file is valid and the same each time, whatever is put into it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from openxml_audit import FileFormat, OpenXmlValidator

from app.documents.word import write
from app.texts.blocks import (
    Document,
    Level,
    Note,
    Paragraph,
    Placeholder,
    Provision,
    Role,
    Section,
    Text,
)
from tests.documents.invariants import WordFile, find_faults
from tests.documents.samples import all_documents, all_states
from tests.documents.write_golden import GOLDEN, write_readable
from tests.texts.trees import documents as trees

DOCUMENTS = all_documents()
NAMES = sorted(DOCUMENTS)
STATES = all_states()


def findings(content: bytes, folder: Path) -> list[str]:
    path = folder / "checked.docx"
    path.write_bytes(content)
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    return [str(error) for error in result.errors]


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


@pytest.mark.parametrize("name", NAMES)
def test_every_document_is_valid(name, tmp_path):
    assert findings(write(DOCUMENTS[name]), tmp_path) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_document_keeps_the_invariants(name):
    assert find_faults(write(DOCUMENTS[name])) == []


@pytest.mark.parametrize("name", sorted(STATES))
def test_every_document_is_valid_issued_and_sent_round_for_comments(name, tmp_path):
    content = write(STATES[name])
    assert findings(content, tmp_path) == []
    assert find_faults(content) == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(trees())
def test_any_tree_keeps_the_invariants(tree):
    assert find_faults(write(tree)) == []


def test_a_tree_with_everything_is_valid_in_every_language(tmp_path):
    blocks = (
        DOCUMENTS["rules-KR"].sections[0].blocks + DOCUMENTS["agreed-minutes-KR"].sections[0].blocks
    )
    for language in ("en", "ko", "ja", "mn"):
        sections = (Section(blocks), Section((words("x"),), landscape=True, line_numbers=True))
        content = write(Document(sections, language=language, draft=True, symbol="X"))
        assert findings(content, tmp_path) == []
        assert find_faults(content) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_same_document_gives_the_same_bytes(name):
    assert write(DOCUMENTS[name]) == write(DOCUMENTS[name])


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_the_golden_one(name):
    """After a change that is meant: python -m tests.documents.write_golden, and read the diff."""
    golden = (GOLDEN / f"{name}.xml").read_text(encoding="utf-8")
    assert write_readable(DOCUMENTS[name]) == golden


def test_there_is_a_golden_text_for_each_document_and_no_other():
    assert sorted(path.stem for path in GOLDEN.glob("*.xml")) == NAMES


NASTY = "a\x00b\x0bc\x1f &<>\"' ]]> \ud800 \ufffe \u202e end"


def test_no_character_can_break_the_file(tmp_path):
    content = write(
        Document(
            (
                Section(
                    (
                        words(NASTY),
                        Provision(
                            Level.ARTICLE,
                            f"id {NASTY}",
                            heading=(Text(NASTY),),
                            record="provision",
                        ),
                        Paragraph((Placeholder(NASTY), Note((Text(NASTY),))), role=Role.NOTICE),
                    )
                ),
            ),
            title=NASTY,
            symbol=NASTY,
            subject=NASTY,
            author=NASTY,
            running_head=NASTY,
            running_foot=NASTY,
            identifier=NASTY,
            draft=True,
        )
    )
    assert findings(content, tmp_path) == []
    assert find_faults(content) == []


def test_two_identifiers_that_look_alike_have_two_bookmarks():
    blocks = [
        Provision(Level.POINT, name) for name in ("a-1", "a_1", "a.1", "A_1", "a 1", "a" * 80)
    ]
    assert find_faults(write(Document((Section(tuple(blocks)),)))) == []


def test_a_title_of_three_hundred_characters_is_printed_in_full():
    title = "long " * 60
    blocks = (Paragraph((Text(title),), role=Role.TITLE),)
    file = WordFile(write(Document((Section(blocks),))))
    assert "".join(file.document.itertext()) == title


def test_a_document_without_content_is_still_a_document(tmp_path):
    assert findings(write(Document((Section(()),))), tmp_path) == []
