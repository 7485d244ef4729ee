"""A ministry's own form is filled as it stands, and everything else in it stays as it was."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from app.documents.forms.findings import FormRefused, FormRunsAway, Problem
from app.documents.forms.places import PartOfForm
from app.documents.word.words import read_words
from app.domain.names import Untranslated
from tests.documents.form_samples import NAME, fill, form_facts, form_of, letter, read, torn
from tests.documents.word_files import W, pack, paragraph, part_of, parts_of, run, table, word_file

INVITED = (
    "The Ministry of Environment and Climate Change has the honour to invite the delegation of"
    " the Republic of Korea to the meeting, which will be held in State Conference Hall,"
    " Ulaanbaatar, on 27 May 2025 at 09:30."
)
PLAIN = {"word/styles.xml", "word/settings.xml", "word/_rels/document.xml.rels", "_rels/.rels"}


def words(content: bytes) -> tuple[str, ...]:
    return read_words(content, name=NAME)


def filled_words(body: str, facts=None, **more) -> tuple[str, ...]:
    return words(fill(word_file(body, **more), facts).content)


def test_a_letter_is_filled_in_text_table_header_footer_and_footnote():
    filled = fill(letter())
    assert filled.missing == ()
    assert words(filled.content) == (
        "14 April 2025",
        "To: Cho Gye-yeon, Ministry of Foreign Affairs",
        "Invitation to the First Meeting of the Joint Working Group",
        INVITED,
        "The following agenda is proposed:",
        *("No.", "Agenda item", "Lead"),
        *("1", "Opening of the meeting", "Both sides"),
        *("2", "Projects & programmes under Article 6.2", "Korean side"),
        *("3", "Other business", "Both sides"),
        "The working languages are English, Mongolian.",
        "The second meeting would be held in Seoul.",
        "Republic of Korea: Cho Gye-yeon",
        "Mongolia: Batkhishig Purevdoo",
        "Signed for the Mongolian side",
    )
    assert b"Climate Change Cooperation" in part_of(filled.content, "word/header1.xml")
    assert b">JWG-1<" in part_of(filled.content, "word/footer1.xml")
    assert b"clock of Ulaanbaatar." in part_of(filled.content, "word/footnotes.xml")


def test_the_same_form_and_facts_give_the_same_bytes():
    assert fill(letter()).content == fill(letter()).content


def test_every_part_without_fields_stays_as_it_was():
    before, after = letter(), fill(letter()).content
    with ZipFile(BytesIO(before)) as one, ZipFile(BytesIO(after)) as other:
        assert set(one.namelist()) == set(other.namelist())
        for name in PLAIN:
            assert one.read(name) == other.read(name), name


def test_what_stands_around_the_fields_stays_as_it_was():
    before = part_of(letter(), "word/document.xml")
    after = part_of(fill(letter()).content, "word/document.xml")
    for piece in (b"<w:sectPr>", b"<w:tblBorders>", b"<w:proofErr", b"<w:footnoteReference"):
        assert after.count(piece) == before.count(piece)


def test_the_file_no_longer_says_who_made_the_form():
    core = part_of(fill(letter()).content, "docProps/core.xml")
    assert b"Clerk" not in core
    assert b"2019" not in core
    assert b"<dc:title>Letter</dc:title>" in core


def test_a_field_that_word_has_torn_keeps_the_look_of_its_beginning():
    body = f"<w:p>{run('At ', '<w:i/>')}{torn('{', '{ meeting.', 'place }', '}')}</w:p>"
    content = fill(word_file(body)).content
    assert words(content) == ("At Ulaanbaatar",)
    root = etree.fromstring(part_of(content, "word/document.xml"))
    shown = [each for each in root.iter(f"{{{W}}}r") if "Ulaan" in "".join(each.itertext())]
    assert shown[0].find(f"{{{W}}}rPr") is None


def test_signs_that_word_puts_by_itself_do_no_harm():
    assert filled_words(
        paragraph("{{ meeting.place|fact(“the place”) }}", "{{\u00a0meeting.number\u00a0}}")
    ) == ("UlaanbaatarJWG-1",)


def test_values_are_written_as_words_never_as_markup():
    sly = 'R&D <w:p>{{ body.name }}</w:p> {% if %} {_{ "’'
    facts = form_facts(body=replace(form_facts().body, name=sly))
    assert filled_words(paragraph("{{ body.name }}"), facts) == (sly,)


def test_lines_of_a_value_are_lines_in_word():
    facts = form_facts(body=replace(form_facts().body, name="One\nTwo\tThree"))
    content = fill(word_file(paragraph("{{ body.name }} end")), facts).content
    assert words(content) == ("One\nTwo\tThree end",)


def test_what_looks_like_a_field_elsewhere_is_left_alone():
    identifier = '<w:customXml w:uri="{6B1D6D43-0F0C-4F0B}"/>'
    content = fill(word_file(identifier + paragraph("{ {{ meeting.place }} }"))).content
    assert words(content) == ("{ Ulaanbaatar }",)
    assert b"{6B1D6D43-0F0C-4F0B}" in part_of(content, "word/document.xml")


def test_comments_are_left_out():
    assert filled_words(
        paragraph("Be{# seen by nobody {{ nothing }} #}fore") + paragraph("{#p not this #}")
    ) == ("Before",)


def test_cells_are_repeated_and_the_columns_follow():
    body = table(
        ("{%tc for party in parties %}", "{{ party.code }}", "{%tc endfor %}"),
    )
    content = fill(word_file(body)).content
    assert words(content) == ("KR", "MN")
    root = etree.fromstring(part_of(content, "word/document.xml"))
    assert len(list(root.iter(f"{{{W}}}gridCol"))) == 2


def test_cells_grow_together_down_a_loop():
    rows = (
        ("{%tr for item in agenda %}", ""),
        ("{% vm %}Agenda", "{{ item.title }}"),
        ("{%tr endfor %}", ""),
    )
    content = fill(word_file(table(*rows))).content
    told = part_of(content, "word/document.xml")
    assert told.count(b'w:vMerge w:val="restart"') == 1
    assert told.count(b'w:vMerge w:val="continue"') == 2


def test_a_run_may_be_written_as_docxtpl_writes_it():
    assert filled_words(
        paragraph("{{r meeting.place }}{%r if host %}", " by {{ host.name }}", "{%r endif %}.")
    ) == ("Ulaanbaatar by Mongolia.",)


def test_a_loop_over_nothing_leaves_a_whole_file():
    rows = table(("{%tr for item in agenda %}",), ("{{ item.title }}",), ("{%tr endfor %}",))
    content = fill(word_file(paragraph("Agenda") + rows), form_facts(agenda=())).content
    assert words(content) == ("Agenda",)
    assert b"w:tbl>" not in part_of(content, "word/document.xml")


def test_what_a_loop_repeats_has_its_marks_once():
    marked = (
        '<w:p w14:paraId="11111111"><w:bookmarkStart w:id="1" w:name="here"/>'
        f'{run("{{ party.name }}")}<w:bookmarkEnd w:id="1"/></w:p>'
    )
    body = paragraph("{%p for party in parties %}") + marked + paragraph("{%p endfor %}")
    told = part_of(fill(word_file(body)).content, "word/document.xml")
    for mark in (b"paraId", b"<w:bookmarkStart", b"<w:bookmarkEnd"):
        assert told.count(mark) == 1


def test_days_are_written_in_the_language_of_the_form():
    content = word_file(paragraph("{{ meeting.starts_on }} {{ today|weekday }}"))
    assert words(fill(content, language="ko").content) == ("2025년 5월 27일 월요일",)


def test_what_is_not_known_stands_in_amber_and_is_listed_with_its_place():
    facts = form_facts(meeting=replace(form_facts().meeting, venue=None))
    body = paragraph("{{ meeting.place }}") + table(
        ("Where", "In {{ meeting.venue|fact('venue') }}, {{ meeting.place }}")
    )
    filled = fill(word_file(body), facts)
    (finding,) = filled.missing
    assert finding.problem is Problem.MISSING
    assert finding.detail == "venue to be confirmed"
    place = finding.place
    assert (place.part, place.table, place.row, place.column) == (PartOfForm.BODY, 1, 1, 2)
    assert "In {{ meeting.venue" in place.around
    assert "[venue to be confirmed]" in words(filled.content)[-1]
    told = part_of(filled.content, "word/document.xml").decode()
    gap = re.search(r"<w:r>(?:(?!</w:r>).)*\[venue to be confirmed\]", told)
    assert gap is not None
    assert 'w:fill="FFE3A3"' in gap[0]


def test_of_a_side_that_is_not_known_nothing_is_known():
    filled = fill(word_file(paragraph("{{ host.name }}")), form_facts(host=None))
    assert words(filled.content) == ("[name of the host to be confirmed]",)
    assert [each.field for each in filled.missing] == ["host.name"]


def test_a_gap_is_named_in_english_and_bare_in_other_languages():
    facts = form_facts(meeting=replace(form_facts().meeting, venue=None, starts_at=None))
    body = word_file(paragraph("{{ meeting.venue }} {{ meeting.starts_at|hour }}"))
    assert words(fill(body, facts).content) == ("[venue to be confirmed] [hour to be confirmed]",)
    assert words(fill(body, facts, language="mn").content)[0].count("[") == 2


def test_a_condition_does_not_ask_for_what_it_leaves_out():
    body = paragraph("{% if host %}{{ host.name }}{% else %}No host{% endif %}")
    filled = fill(word_file(body), form_facts(host=None))
    assert (words(filled.content), filled.missing) == (("No host",), ())


def test_words_in_another_language_are_printed_and_told():
    venue = Untranslated("State Conference Hall", "en")
    facts = form_facts(meeting=replace(form_facts().meeting, venue=venue))
    filled = fill(word_file(paragraph("{{ meeting.venue }}")), facts, language="ko")
    assert words(filled.content)[0].startswith("State Conference Hall [")
    assert len(filled.missing) == 1


def test_a_gap_keeps_what_follows_it_in_the_same_run():
    facts = form_facts(meeting=replace(form_facts().meeting, venue=None))
    inside = "<w:t>{{ meeting.venue }}</w:t><w:br/><w:t>End</w:t>"
    body = f'<w:p><w:r><w:rPr><w:sz w:val="30"/></w:rPr>{inside}</w:r></w:p>'
    content = fill(word_file(body), facts).content
    assert words(content) == ("[venue to be confirmed]\nEnd",)
    assert part_of(content, "word/document.xml").count(b'<w:sz w:val="30"/>') == 2


def test_a_form_in_strict_markup_is_asked_for_anew():
    content = parts_of(paragraph("{{ meeting.place }}"))
    other = str(content["word/document.xml"]).replace("w:", "x:").replace(":w=", ":x=")
    form = read(pack({**content, "word/document.xml": other}))
    assert form.findings[0].detail.endswith("save it once more in Word")


def test_text_boxes_are_filled_in_both_their_copies():
    def box(inside):
        told = f"<w:txbxContent>{inside}</w:txbxContent>"
        new = f"<w:drawing><wps:txbx>{told}</wps:txbx></w:drawing>"
        old = f"<w:pict><v:textbox>{told}</v:textbox></w:pict>"
        both = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        return f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"

    content = word_file(f"<w:p>{run('Before ')}{box(paragraph('{{ meeting.place }}'))}</w:p>")
    told = part_of(fill(content).content, "word/document.xml")
    assert told.count(b"Ulaanbaatar") == 2
    wrong = word_file(f"<w:p>{box(paragraph('{{ meeting.plase }}'))}</w:p>")
    (finding,) = read(wrong).findings
    assert finding.place.part is PartOfForm.TEXT_BOX


def test_a_form_says_which_fields_it_has():
    form = form_of("{{ meeting.place }} {{ host.name }}", "{{ meeting.place }}")
    assert form.fields == ("meeting.place", "host.name")


def test_a_form_with_findings_is_not_filled():
    with pytest.raises(FormRefused) as raised:
        fill(word_file(paragraph("{{ meeting.plase }}") + paragraph("{{ hots.name }}")))
    assert "“meeting.plase” is no field that JWG Desk knows (perhaps “meeting.place” is meant)" in (
        raised.value.sentence
    )
    assert raised.value.sentence.endswith("; and 1 more.")
    assert "choose Replace" in raised.value.remedy


def test_a_form_has_only_so_much_time_and_so_many_turns():
    nested = "".join("{% for a in agenda %}" for _ in range(9))
    body = word_file(paragraph(nested + "x" + "{% endfor %}" * 9))
    with pytest.raises(FormRunsAway):
        fill(body, steps=5_000)
    with pytest.raises(FormRunsAway):
        fill(body, seconds=-1.0)


def test_too_much_output_is_cut_off(monkeypatch):
    monkeypatch.setattr("app.documents.forms.cage.LARGEST_OUTPUT", 1_000)
    with pytest.raises(FormRunsAway, match="prints too much"):
        fill(word_file(paragraph("{{ body.name }}" * 50)))


def test_a_second_opinion_finds_nothing_new_in_what_was_filled(tmp_path):
    def audit(content):
        path = tmp_path / "audited.docx"
        path.write_bytes(content)
        found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
        return {str(error) for error in found.errors}

    facts = form_facts(meeting=replace(form_facts().meeting, venue=None, starts_at=None))
    before = audit(letter())
    assert audit(fill(letter()).content) <= before
    assert audit(fill(letter(), facts).content) <= before


@pytest.mark.libreoffice
def test_libreoffice_reads_a_filled_letter(tmp_path):
    from app.documents.pdf import convert

    assert convert(fill(letter()).content).startswith(b"%PDF")
