"""What comes from outside is let in as a plain Word file, or it is not let in."""

import time
from io import BytesIO
from zipfile import ZipFile

import pytest

from app.documents.gate import Hazard, Refusal, Removed, WordFileRefused, let_in
from app.documents.gate.word_file import pack as pack_again
from tests.documents import hostile_files
from tests.documents.word_files import (
    PROLOGUE,
    pack,
    paragraph,
    part_of,
    parts_of,
    relation,
    word_file,
)

REFUSED = hostile_files.refused()
STRIPPED = hostile_files.stripped()
NAME = "form.docx"


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_honest_word_file_is_refused_at_once(what):
    content, refusal = REFUSED[what]
    began = time.monotonic()
    with pytest.raises(WordFileRefused) as raised:
        let_in(content, name=NAME)
    assert raised.value.refusal is refusal
    assert raised.value.sentence.startswith(f"“{NAME}” is ")
    assert raised.value.remedy
    assert time.monotonic() - began < 20


def test_the_sentences_tell_what_to_do():
    for what, words in (
        ("an old document", "save it once more as a Word document"),
        ("a password", "take the password off"),
    ):
        with pytest.raises(WordFileRefused) as raised:
            let_in(REFUSED[what][0], name=NAME)
        assert words in raised.value.remedy
        assert raised.value.field == "path"


@pytest.mark.parametrize("what", STRIPPED)
def test_what_acts_on_its_own_is_taken_out_and_told(what):
    content, hazard = STRIPPED[what]
    let = let_in(content, name=NAME)
    assert [each.hazard for each in let.removed] == [hazard]
    clean = let.to_bytes()
    again = let_in(clean, name=NAME)
    assert again.removed == ()
    assert again.to_bytes() == clean
    everything = b"".join(again.parts.values())
    for trace in (b"evil", b"DDE", b"calc", b"vbaProject", b"script", b"OLEObject", b"file:"):
        assert trace not in everything


@pytest.mark.parametrize("what", STRIPPED)
def test_the_words_that_were_shown_stay(what):
    let = let_in(STRIPPED[what][0], name=NAME)
    assert b"shown last" in let.parts[let.main]


def test_a_plain_file_passes_byte_for_byte():
    parts = parts_of(
        hostile_files._field(" PAGE ")
        + hostile_files._field(' HYPERLINK "https://unfccc.int" ')
        + hostile_files._field(r' HYPERLINK \l "Annex1" ')
        + hostile_files._field(r" REF _Ref1 \n \h "),
        header=paragraph("Ministry"),
        further=(relation("rId9", "hyperlink", "https://unfccc.int", external=True),),
    )
    content = pack(parts)
    let = let_in(content, name=NAME)
    assert (let.main, let.removed, let.to_bytes()) == ("word/document.xml", (), content)
    assert set(let.parts) == set(parts)


def test_our_own_house_style_passes():
    from app import paths

    content = (paths.template_folder() / "house_style.docx").read_bytes()
    assert let_in(content, name=NAME).removed == ()


def test_a_word_template_becomes_a_document():
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    let = let_in(word_file(paragraph("Text"), main=kind), name="form.dotx")
    types = let.parts["[Content_Types].xml"]
    assert b"template.main" not in types
    assert b"wordprocessingml.document.main+xml" in types


def test_a_workbook_that_calls_itself_a_document_is_refused():
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    with pytest.raises(WordFileRefused) as raised:
        let_in(word_file(paragraph("Text"), main=kind), name=NAME)
    assert raised.value.refusal is Refusal.NOT_WORD


def test_a_part_is_looked_at_whatever_it_is_called():
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    parts = parts_of(
        paragraph("Text"),
        further=(relation("rId9", "header", "header.bin"),),
        types=f'<Override PartName="/word/header.bin" ContentType="{kind}"/>',
    )
    parts["word/header.bin"] = f'{PROLOGUE}<!DOCTYPE a [<!ENTITY b "c">]><a/>'
    with pytest.raises(WordFileRefused) as raised:
        let_in(pack(parts), name=NAME)
    assert raised.value.refusal is Refusal.UNSAFE


def test_what_was_taken_out_is_named_once():
    twice = hostile_files._field(" DDE a b ") * 2
    let = let_in(word_file(twice), name=NAME)
    assert let.removed == (Removed(Hazard.FIELD, "DDE"),)


def test_a_document_type_in_another_encoding_is_found():
    written = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'
    parts = {**parts_of(paragraph("Text")), "word/other.xml": written.encode("utf-16")}
    with pytest.raises(WordFileRefused) as raised:
        let_in(pack(parts), name=NAME)
    assert raised.value.refusal is Refusal.UNSAFE


def test_packing_again_gives_the_same_bytes():
    parts = let_in(word_file(paragraph("Text")), name=NAME).parts
    assert pack_again(parts) == pack_again(dict(parts))
    with ZipFile(BytesIO(pack_again(parts))) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert part_of(pack_again(parts), "word/document.xml") == parts["word/document.xml"]
