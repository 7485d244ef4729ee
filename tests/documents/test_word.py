"""The Word file: valid, complete, the same bytes every time, and safe from bad input."""

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from app.documents.word import write
from app.documents.word.anchors import hash_text
from app.texts.blocks import (
    Document,
    Level,
    Note,
    Paragraph,
    Placeholder,
    Provision,
    Reference,
    Section,
    Table,
    Text,
)
from app.texts.numbering import UnknownTarget, number
from app.texts.walking import provisions_of
from tests.documents.facts_builders import record_id
from tests.documents.invariants import NAMES, WordFile, w
from tests.documents.samples import all_documents

DOCUMENTS = all_documents()


def single(*blocks, **attributes) -> Document:
    return Document((Section(tuple(blocks)),), **attributes)


def file_of(*blocks, **attributes) -> WordFile:
    return WordFile(write(single(*blocks, **attributes)))


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def test_numbers_in_the_word_lists_are_ours():
    """Word would count the paragraphs of each list to the labels that the numberer gives."""
    document = DOCUMENTS["rules-KR"]
    file = WordFile(write(document))
    numbering = number(document)
    for provision in provisions_of(document):
        if not numbering.labels[provision.id].literal:
            continue
        name = f"_Ref_{provision.id}"
        (paragraph,) = file.document.xpath(
            "//w:p[w:bookmarkStart/@w:name=$name]", name=name, namespaces=NAMES
        )
        number_of_list = paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}").get(w("val"))
        lists = file.roots["word/numbering.xml"]
        (abstract,) = lists.xpath(
            "//w:num[@w:numId=$n]/w:abstractNumId/@w:val",
            n=number_of_list,
            namespaces=NAMES,
        )
        (label,) = lists.xpath(
            "//w:abstractNum[@w:abstractNumId=$a]/w:lvl[@w:ilvl='0']/w:lvlText/@w:val",
            a=abstract,
            namespaces=NAMES,
        )
        assert label == numbering.labels[provision.id].text == "Article 2 bis"


def test_a_reference_is_a_field_per_level_with_its_result():
    article = Provision(
        Level.ARTICLE,
        "a",
        children=(Provision(Level.PARAGRAPH, "b", children=(Provision(Level.ITEM, "c"),)),),
    )
    file = file_of(article, Paragraph((Text("see "), Reference("c"))))
    instructions = [each.text.strip() for each in file.document.iter(w("instrText"))]
    assert instructions == [r"REF _Ref_a \n \h", r"REF _Ref_b \n \h", r"REF _Ref_c \n \h"]
    last = file.document.findall(f".//{w('p')}")[-1]
    assert "".join(each.text for each in last.iter(w("t"))) == "see Article 1(1)(a)"


def test_words_that_introduce_a_list_stay_with_it():
    item = Provision(Level.ITEM, "c", text=(Text("the first;"),))
    lead_in = Provision(Level.PARAGRAPH, "b", text=(Text("The Parties shall:"),), children=(item,))
    file = file_of(Provision(Level.ARTICLE, "a", children=(lead_in,)))
    kept = {
        "".join(paragraph.itertext()): paragraph.find(f"{w('pPr')}/{w('keepNext')}") is not None
        for paragraph in file.document.iter(w("p"))
    }
    assert kept["The Parties shall:"]
    assert not kept["the first;"]


def test_a_reference_to_nothing_is_refused_by_name():
    with pytest.raises(UnknownTarget, match="art_9"):
        write(single(Paragraph((Reference("art_9"),))))


def test_a_missing_fact_is_amber_and_in_brackets():
    file = file_of(Paragraph((Placeholder("place to be confirmed"),)))
    (run,) = file.document.iter(w("r"))
    assert run.find(w("t")).text == "[place to be confirmed]"
    assert run.find(f"{w('rPr')}/{w('rStyle')}").get(w("val")) == "JWGToBeConfirmed"
    (style,) = (
        each
        for each in file.roots["word/styles.xml"].iter(w("style"))
        if each.get(w("styleId")) == "JWGToBeConfirmed"
    )
    assert style.find(f"{w('rPr')}/{w('shd')}").get(w("fill")) == "FFE3A3"


def test_the_header_has_the_symbol_and_the_footer_counts_the_pages():
    file = file_of(words("x"), symbol="JWG.1/MINUTES", running_head="Agreed Minutes")
    header = "".join(file.roots["word/headerPortrait.xml"].itertext())
    assert "Agreed Minutes" in header
    assert "JWG.1/MINUTES" in header
    footer = file.roots["word/footerPortrait.xml"]
    instructions = [each.text.strip() for each in footer.iter(w("instrText"))]
    assert instructions == ["PAGE", "NUMPAGES"]


def test_a_long_title_leaves_the_symbol_its_place_in_the_header():
    file = file_of(words("x"), symbol="JWG-KM-ILLUSTRATIVE v2.0", running_head="Long rules " * 20)
    head, symbol = "".join(file.roots["word/headerPortrait.xml"].itertext()).split("…")
    assert head.startswith("Long rules Long rules")
    assert len(head) < 70
    assert symbol == "JWG-KM-ILLUSTRATIVE v2.0"


def test_the_word_draft_is_there_in_drafts_only():
    draft = file_of(words("x"), draft=True).parts["word/headerPortrait.xml"].decode()
    final = file_of(words("x")).parts["word/headerPortrait.xml"].decode()
    assert 'string="DRAFT"' in draft
    assert "PowerPlusWaterMarkObject" in draft
    assert "textpath" not in final


def test_a_landscape_section_has_its_own_header_and_page():
    wide = Section((words("wide"),), landscape=True, line_numbers=True)
    content = write(Document((Section((words("x"),)), wide), symbol="X"))
    file = WordFile(content)
    first, second = file.document.iter(w("sectPr"))
    assert first.find(w("pgSz")).get(w("orient")) is None
    assert second.find(w("pgSz")).get(w("orient")) == "landscape"
    assert second.find(w("lnNumType")) is not None
    tabs = [
        file.roots[f"word/header{layout}.xml"].find(f".//{w('tab')}[@{w('pos')}]").get(w("pos"))
        for layout in ("Portrait", "Landscape")
    ]
    assert tabs == ["9070", "14002"]


def test_the_files_properties_say_what_it_is():
    content = write(
        single(
            words("x"), title="T" * 300, symbol="JWG.1", subject="S & s", author="A", kind="rules"
        ),
        written_at=datetime(2025, 5, 27, 9, tzinfo=UTC),
    )
    core = WordFile(content).roots["docProps/core.xml"]
    told = {etree.QName(each).localname: each.text for each in core}
    assert told == {
        "title": "T" * 254 + "…",
        "subject": "S & s",
        "creator": "A",
        "identifier": "JWG.1",
        "language": "en-GB",
        "keywords": "rules",
        "created": "2025-05-27T09:00:00Z",
        "modified": "2025-05-27T09:00:00Z",
    }


def test_the_manifest_knows_the_hash_of_every_text_that_is_anchored():
    document = DOCUMENTS["agreed-minutes-KR"]
    file = WordFile(write(document))
    units = {each.get("bookmark"): each for each in file.roots["customXml/item1.xml"]}
    names = {each.get(w("name")) for each in file.document.iter(w("bookmarkStart"))}
    assert set(units) == names
    (paragraph,) = (each for each in provisions_of(document) if each.id == record_id(23))
    unit = units[f"_Ref_{record_id(23).replace('-', '')}"]
    assert unit.get("record") == record_id(23)
    assert unit.get("sha256") == hash_text(paragraph.text)


def test_a_hash_does_not_depend_on_results_of_fields():
    assert hash_text((Text("see "), Reference("a"))) == hash_text((Text("see "), Reference("b")))
    assert hash_text((Text("see "),)) != hash_text((Text("saw "),))


def test_every_record_is_in_a_control_with_its_identifier_in_tag_and_alias():
    file = WordFile(write(DOCUMENTS["agreed-minutes-KR"]))
    tags = file.document.xpath("//w:tag/@w:val", namespaces=NAMES)
    aliases = file.document.xpath("//w:alias/@w:val", namespaces=NAMES)
    assert f"jwg:minutes-paragraph:{record_id(23)}" in tags
    assert f"jwg:decision:{record_id(31)}" in tags
    assert any(alias.endswith(f"({record_id(31)})") for alias in aliases)


def test_signatures_stand_in_the_order_of_the_original():
    for holder, expected in (("KR", ["Korean", "Mongolian"]), ("MN", ["Mongolian", "Korean"])):
        file = WordFile(write(DOCUMENTS[f"agreed-minutes-{holder}"]))
        signatures = [
            table
            for table in file.document.iter(w("tbl"))
            if "For the" in "".join(table.itertext())
        ]
        (row,) = signatures[0].iter(w("tr"))
        told = ["".join(cell.itertext()) for cell in row.iterchildren(w("tc"))]
        assert [told[0].split()[2], told[2].split()[2]] == expected
        assert row.find(f"{w('trPr')}/{w('cantSplit')}") is not None


def test_heads_of_tables_are_repeated_and_rows_stay_whole():
    file = WordFile(write(DOCUMENTS["agreed-minutes-KR"]))
    (table,) = (
        each for each in file.document.iter(w("tbl")) if "Responsible" in "".join(each.itertext())
    )
    rows = list(table.iterchildren(w("tr")))
    assert rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is not None
    assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)


def test_a_table_keeps_to_the_width_of_the_page():
    file = file_of(Table(widths=(1, 1, 1), rows=()))
    columns = [int(each.get(w("w"))) for each in file.document.iter(w("gridCol"))]
    assert sum(columns) == 9070


def test_scripts_are_told_apart_for_fonts_and_proofing():
    file = file_of(words("Rules 규칙 дүрэм 条文の"))
    told = [
        (run.find(w("t")).text, _language(run), _font(run)) for run in file.document.iter(w("r"))
    ]
    assert told == [
        ("Rules ", None, None),
        ("규칙", "ko-KR", "Batang"),
        (" ", None, None),
        ("дүрэм", "mn-MN", None),
        (" ", None, None),
        ("条文の", "ja-JP", "MS Mincho"),
    ]


def _language(run):
    mark = run.find(f"{w('rPr')}/{w('lang')}")
    return None if mark is None else mark.get(w("eastAsia")) or mark.get(w("val"))


def _font(run):
    fonts = run.find(f"{w('rPr')}/{w('rFonts')}")
    return None if fonts is None else fonts.get(w("eastAsia"))


@pytest.mark.parametrize(
    ("language", "label"), [("ko", "제%1조"), ("ja", "第%1条"), ("mn", "%1 дугаар зүйл")]
)
def test_lists_count_in_the_language_of_the_document(language, label):
    file = file_of(Provision(Level.ARTICLE, "a"), language=language)
    labels = file.roots["word/numbering.xml"].xpath("//w:lvlText/@w:val", namespaces=NAMES)
    assert label in labels


def test_footnotes_are_notes_of_word():
    file = file_of(Paragraph((Text("a"), Note((Text("Signed on 15 February 2023."),)))))
    notes = file.roots["word/footnotes.xml"]
    (note,) = (each for each in notes if each.get(w("type")) is None)
    assert "".join(note.itertext()).strip() == "Signed on 15 February 2023."


def test_the_table_of_contents_has_every_article_with_a_link():
    file = WordFile(write(DOCUMENTS["rules-KR"]))
    lines = ["".join(link.itertext()) for link in file.document.iter(w("hyperlink"))]
    assert lines == [
        "Chapter I.General provisions",
        "Article 1Purpose and scope",
        "Article 2Definitions",
        "Article 2 bisStandardised baselines",
        "Chapter II.Institutions and procedure",
        "Article 3Secretariats",
        "Article 4Final provision",
        "Document history",
    ]
    begin = next(file.document.iter(w("fldChar")))
    assert begin.get(w("dirty")) == "true"


def test_nothing_in_a_file_tells_when_or_where_it_was_packed():
    with ZipFile(BytesIO(write(DOCUMENTS["agenda-KR"]))) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}


def test_numbers_are_never_part_of_the_text():
    file = WordFile(write(DOCUMENTS["rules-KR"]))
    for provision in provisions_of(DOCUMENTS["rules-KR"]):
        if provision.heading:
            (paragraph,) = file.document.xpath(
                "//w:p[w:bookmarkStart/@w:name=$name]",
                name=f"_Ref_{provision.id}",
                namespaces=NAMES,
            )
            assert not re.match(r"(Article|Chapter) ", "".join(paragraph.itertext()))
