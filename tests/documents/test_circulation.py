"""A draft that goes round for comments counts its lines and keeps a trace of every change."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from app import paths
from app.documents import preview
from app.documents.compose import compose
from app.documents.kinds import DocumentKind as K
from app.documents.word import write
from app.texts.blocks import Cell, Document, Paragraph, Row, Section, Table, Text
from tests.documents import catalogue_builders as further
from tests.documents.facts_builders import complete_minutes_facts, minutes_facts, rules_facts
from tests.documents.invariants import WordFile, find_faults, w

FACTS = {
    K.AGREED_MINUTES: minutes_facts,
    K.SUMMARY_RECORD: further.summary_record_facts,
    K.DECISION: further.decision_facts,
    K.RULES: rules_facts,
}


def circulated(kind: K) -> Document:
    return compose(kind, FACTS[kind](), for_circulation=True)


def settings_of(content: bytes) -> list[str]:
    root = WordFile(content).roots["word/settings.xml"]
    return [each.tag.rpartition("}")[2] for each in root]


@pytest.mark.parametrize("kind", FACTS)
def test_it_tracks_changes_and_lets_nobody_switch_that_off_by_accident(kind):
    file = WordFile(write(circulated(kind)))
    (protection,) = file.roots["word/settings.xml"].iter(w("documentProtection"))
    assert dict(protection.attrib) == {w("edit"): "trackedChanges", w("enforcement"): "1"}
    names = settings_of(write(circulated(kind)))
    assert names.index("documentProtection") == names.index("trackRevisions") + 1
    assert names.index("zoom") < names.index("trackRevisions") < names.index("compat")


@pytest.mark.parametrize("kind", FACTS)
def test_it_counts_every_fifth_line_on_each_page_and_says_draft(kind):
    file = WordFile(write(circulated(kind)))
    for section in file.document.iter(w("sectPr")):
        lines = section.find(w("lnNumType"))
        assert (lines.get(w("countBy")), lines.get(w("restart"))) == ("5", "newPage")
    assert b'string="DRAFT"' in file.parts["word/headerPortrait.xml"]


def test_the_air_after_a_table_is_no_line_that_anybody_counts():
    file = WordFile(write(circulated(K.AGREED_MINUTES)))
    for table in file.document.iter(w("tbl")):
        air = table.getnext()
        assert air.find(f"{w('pPr')}/{w('suppressLineNumbers')}") is not None


def test_a_draft_that_stays_in_the_house_does_neither():
    content = write(compose(K.AGREED_MINUTES, minutes_facts()))
    assert next(WordFile(content).document.iter(w("lnNumType")), None) is None
    assert "trackRevisions" not in settings_of(content)


def test_an_issued_document_is_never_for_circulation():
    issued = compose(K.AGREED_MINUTES, complete_minutes_facts(), draft=False, for_circulation=True)
    assert not issued.for_circulation
    assert "documentProtection" not in settings_of(write(issued))


def test_lines_are_not_counted_where_all_stands_in_a_table():
    both = compose(K.BILINGUAL_RULES, further.bilingual_facts(), for_circulation=True)
    row = Row((Cell((Text("word " * 40),)),))
    table = Table((1,), (row,))
    words = Section((Paragraph((Text("word " * 90),)), table))
    mixed = replace(both, sections=(Section((table,)), words, Section((), bare=True)))
    counted = [
        section.find(w("lnNumType")) is not None
        for section in WordFile(write(mixed)).document.iter(w("sectPr"))
    ]
    assert counted == [False, True, False]
    assert "documentProtection" in settings_of(write(both))


def changed_while_tracking(folder: Path) -> Path:
    """Return a house style that somebody saved with the tracking of changes switched on."""
    target = folder / "mine.docx"
    shipped = paths.template_folder() / "house_style.docx"
    left = (
        b"<w:trackRevisions/><w:doNotTrackMoves/>"
        b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    )
    with ZipFile(shipped) as source, ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/settings.xml":
                before, zoom, after = content.partition(b"<w:zoom")
                zoom, end, after = (zoom + after).partition(b"/>")
                content = before + zoom + end + left + after
            copy.writestr(name, content)
    return target


def test_a_house_style_saved_while_tracking_locks_no_document(tmp_path):
    style = changed_while_tracking(tmp_path)
    ordinary = write(compose(K.AGREED_MINUTES, minutes_facts()), house_style=style)
    assert not {"trackRevisions", "documentProtection"} & set(settings_of(ordinary))
    sent = write(circulated(K.AGREED_MINUTES), house_style=style)
    names = settings_of(sent)
    place = names.index("trackRevisions")
    assert names[place : place + 3] == ["trackRevisions", "doNotTrackMoves", "documentProtection"]
    assert find_faults(sent) == []


@pytest.mark.parametrize(("language", "word"), [("en", "DRAFT"), ("ko", "초안"), ("ja", "案")])
def test_the_window_is_told_the_word_across_the_pages(language, word):
    document = Document((Section(()),), language=language, draft=True)
    assert preview.watermark(document) == word
    assert preview.watermark(replace(document, draft=False)) == ""
