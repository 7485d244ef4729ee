"""The preview says what the paper will say, and is a page that Qt can show."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from app.documents import preview
from app.documents.compose import compose
from app.documents.kinds import DocumentKind
from app.documents.preview.sheet import GAP, RECORD, ROLES
from app.texts.blocks import (
    Cell,
    Control,
    Document,
    Form,
    Note,
    Paragraph,
    Placeholder,
    Reference,
    Role,
    Row,
    Section,
    Table,
    Text,
)
from app.texts.numbering import UnknownTarget
from app.texts.walking import missing_facts
from tests.documents.facts_builders import minutes_facts, rules_facts
from tests.documents.plain import write_plain
from tests.documents.samples import all_documents

DOCUMENTS = all_documents()
EMPTY = {"br", "hr", "img"}


class Page(HTMLParser):
    """What a page says, where it leads, and whether every element is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.names: set[str] = set()
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if "href" in found:
            self.links.append(found["href"])
        if "name" in found:
            self.names.add(found["name"])
        if tag not in EMPTY:
            self.open.append(tag)
        self.words.append("\n" if tag in {"p", "br", "td"} else "")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def squeeze(text: str) -> str:
    return " ".join(text.split())


def single(*blocks, **document) -> Document:
    return Document((Section(tuple(blocks)),), **document)


def minutes(**changes) -> Document:
    return compose(DocumentKind.AGREED_MINUTES, minutes_facts(), original_of="MN", **changes)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_everything_on_the_pages_is_in_the_preview_in_the_same_order(name):
    shown = squeeze(Page(preview.html(DOCUMENTS[name])).text)
    place = 0
    for line in write_plain(DOCUMENTS[name]).splitlines():
        wanted = squeeze(line)
        found = shown.find(wanted, place)
        assert found >= 0, wanted
        place = found


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_element_is_closed_and_every_link_leads_somewhere(name):
    page = Page(preview.html(DOCUMENTS[name]))
    assert page.open == []
    within = {link[1:] for link in page.links if link.startswith("#")}
    assert within <= page.names


def test_the_holder_of_the_original_signs_on_the_left():
    page = Page(preview.html(minutes())).text
    assert page.index("For the Mongolian side") < page.index("For the Korean side")


def test_every_gap_is_amber():
    document = minutes()
    written = preview.html(document)
    for what in missing_facts(document):
        assert f'background-color:{GAP};color:#7a4b00;">[{what}]</span>' in written
    assert len(missing_facts(document)) >= 3


def test_values_from_the_records_stand_on_blue_and_the_wording_does_not():
    written = preview.html(minutes(mark_facts=True))
    blue = {
        unescape(words)
        for words in re.findall(rf'background-color:{RECORD};">([^<]*)</span>', written)
    }
    assert {"Ulaanbaatar", "27 May 2025", "the Republic of Korea", "Batkhishig Purevdoo"} <= blue
    assert not any("Agreed Minutes" in words or "was held" in words for words in blue)
    assert RECORD not in preview.html(minutes())


def test_marking_what_is_from_the_records_changes_no_word():
    for kind, facts in (
        (DocumentKind.AGREED_MINUTES, minutes_facts()),
        (DocumentKind.RULES, rules_facts()),
    ):
        plain = compose(kind, facts, original_of="KR")
        marked = compose(kind, facts, original_of="KR", mark_facts=True)
        assert write_plain(marked) == write_plain(plain)
        assert (marked.title, marked.running_head) == (plain.title, plain.running_head)
        assert marked != plain


def test_a_decision_leads_to_its_record():
    links = [link for link in Page(preview.html(minutes())).links if ":decision:" in link]
    (decision, *_others) = [
        block
        for block in minutes().sections[0].blocks
        if isinstance(block, Control) and block.record == "decision"
    ]
    assert f"jwg:decision:{decision.id}" in links


def test_footnotes_are_collected_at_the_end():
    noted = Paragraph((Text("Agreed"), Note((Text("in 2023"),)), Text("."), Note((Text("twice"),))))
    page = squeeze(Page(preview.html(single(noted, Paragraph((Text("Last."),))))).text)
    assert page.endswith("Last. 1 in 2023 2 twice")


def test_a_draft_says_so_at_its_head():
    assert "DRAFT" in preview.html(single(draft=True))
    assert "ТӨСӨЛ" in preview.html(single(draft=True, language="mn"))
    assert "DRAFT" not in preview.html(single())


def test_nothing_in_the_words_is_markup():
    hostile = '<img src="http://example.org/x.png"><script>alert(1)</script>&amp;'
    record = Control(
        'decision"><b>', 'x"/><a href="file:///etc">', "", (Paragraph((Text("D", bold=True),)),)
    )
    table = Table((1,), (Row((Cell((Text(hostile),)),)),))
    document = single(
        Paragraph((Text(hostile), Placeholder(hostile)), id='p"><b>'),
        record,
        table,
        symbol=hostile,
        running_head=hostile,
    )
    written = preview.html(document)
    assert "<img" not in written
    assert "<script" not in written
    assert all(not link.startswith("file:") for link in Page(written).links)
    assert Page(written).text.count(hostile) == 5


def test_lone_surrogates_and_control_characters_do_not_reach_the_page():
    written = preview.html(single(Paragraph((Text("a\x00b\ud800c\ufdd0d"),))))
    assert "abcd" in written
    written.encode("utf-8")


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_face(role):
    assert role in ROLES
    assert "Words" in preview.html(single(Paragraph((Text("Words"),), role=role)))


@pytest.mark.parametrize("form", Form)
def test_every_form_of_table_shows_its_cells(form):
    card = Cell((Text("Kim Seo-yeon", bold=True),))
    table = Table((1, 1), (Row((card, card)),), form=form)
    assert Page(preview.html(single(table))).text.count("Kim Seo-yeon") == 2


def test_a_larger_scale_makes_everything_larger():
    document = minutes()
    small, large = preview.html(document, scale=0.5), preview.html(document, scale=2.0)
    assert "font-size:8px" in small
    assert "font-size:32px" in large
    assert Page(small).text == Page(large).text


def test_a_bare_document_has_neither_header_nor_footer():
    section = Section((Paragraph((Text("Plate"),)),), bare=True)
    document = Document((section,), symbol="JWG-1", running_foot="Foot")
    assert squeeze(Page(preview.html(document)).text) == "Plate"


def test_a_page_that_lies_on_its_side_is_wider():
    upright = Section((Paragraph((Text("x"),)),))
    lying = replace(upright, landscape=True)
    assert preview.page_width(Document((lying,))) == preview.PAGE_HEIGHT == 1123
    assert preview.page_width(Document((upright, lying))) == preview.PAGE_WIDTH == 794
    assert preview.page_width(Document(())) == 794


@pytest.mark.parametrize("language", ["en", "ko", "mn", "ja"])
def test_the_numbers_of_articles_have_room_in_every_language(language):
    written = preview.html(replace(DOCUMENTS["rules-KR"], language=language))
    (width,) = set(re.findall(r'<td width="(\d+)"><p', written))
    assert int(width) >= {"mn": 140}.get(language, 110)


def test_a_reference_to_nothing_is_refused():
    with pytest.raises(UnknownTarget):
        preview.html(single(Paragraph((Reference("nowhere"),))))


def test_an_empty_document_is_an_empty_page():
    assert Page(preview.html(replace(single(), sections=()))).open == []
