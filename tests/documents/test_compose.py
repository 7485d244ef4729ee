"""From facts to a document: complete, in the right order, with its gaps."""

from dataclasses import replace

import pytest

from app import paths
from app.documents.compose import FactsMissing, compose
from app.documents.facts import DelegationFacts
from app.documents.kinds import DocumentKind
from app.documents.templates import Templates
from app.texts.blocks import Control, Heading, Level, Paragraph, Role, Signatures
from app.texts.markup import MarkupError
from app.texts.numbering import number
from app.texts.walking import blocks_of, missing_facts, plain_text, provisions_of
from tests.documents.facts_builders import (
    KOREA,
    MEETING,
    SIX,
    agenda_facts,
    complete_minutes_facts,
    minutes_facts,
    participants_facts,
    rules_facts,
)
from tests.documents.plain import write_plain

MINUTES = DocumentKind.AGREED_MINUTES


def signatories(document):
    (block,) = (b for b in blocks_of(document) if isinstance(b, Signatures))
    return [each.party for each in block.signatories]


@pytest.mark.parametrize(
    ("holder", "named", "signing"),
    [
        ("KR", "between the Republic of Korea and Mongolia", ["KR", "MN"]),
        ("MN", "between Mongolia and the Republic of Korea", ["MN", "KR"]),
    ],
)
def test_each_original_names_its_party_first_and_has_it_sign_left(holder, named, signing):
    document = compose(MINUTES, minutes_facts(), original_of=holder)
    assert named in write_plain(document)
    assert signatories(document) == signing
    assert document.original_of == holder
    assert document.running_foot.startswith("Original of")


def test_minutes_have_the_parts_that_officials_expect_in_their_order():
    words = write_plain(compose(MINUTES, complete_minutes_facts(), original_of="KR", draft=False))
    expected = [
        "Agreed Minutes",
        (
            "of the First Meeting\nof the Joint Working Group on Climate Change Cooperation\n"
            "between the Republic of Korea and Mongolia"
        ),
        "Ulaanbaatar, 27 May 2025 (hybrid)",
        "1. The First Meeting of the Joint Working Group on Climate Change Cooperation between",
        "was held in Ulaanbaatar on Tuesday, 27 May 2025, in hybrid format.",
        "2. The delegation of the Republic of Korea was led by Cho Gye-yeon, Deputy Director",
        "The delegation of Mongolia was led by Batkhishig Purevdoo, Special Envoy",
        "The lists of participants appear in Annex 1.",
        "3. The meeting was convened in accordance with the Framework Agreement",
        "4. The agenda of the meeting appears in Annex 2.",
        "(Agenda item 3(a))",
        "Decision 1/JWG.1. Landfill project",
        "Decision 2/JWG.1. Adoption of the detailed rules",
        "Action items",
        "Next meeting",
        "The Second Meeting of the Joint Working Group will be held in Seoul in May 2026.",
        "Done in Ulaanbaatar on 27 May 2025 in two originals, in the English language.",
        "For the Korean side",
        "For the Mongolian side",
        "Annex 1\nList of Participants",
        "Ministry of Foreign Affairs",
        "Annex 2\nAgenda",
        "3. Bilateral cooperation projects",
        "(a) Mongolia landfill",
    ]
    place = -1
    for part in expected:
        found = words.find(part, place + 1)
        assert found > place, f"{part!r} is missing or out of order"
        place = found


def test_what_is_reconstructed_says_so_before_anything_else():
    document = compose(MINUTES, minutes_facts())
    notice = next(
        b for b in blocks_of(document) if isinstance(b, Paragraph) and b.role is Role.NOTICE
    )
    told = plain_text(notice.inlines)
    assert told.startswith("Reconstructed record, not the text that was agreed at the meeting.")
    assert "press release of the Ministry of Environment" in told


def test_what_is_not_reconstructed_has_no_notice():
    document = compose(MINUTES, complete_minutes_facts())
    assert not any(isinstance(b, Paragraph) and b.role is Role.NOTICE for b in blocks_of(document))


def test_illustrative_rules_say_so_at_the_top_and_on_every_page():
    document = compose(DocumentKind.RULES, rules_facts())
    assert "Illustrative, not the adopted text." in write_plain(document)
    assert "not the adopted text" in document.running_foot


def test_rules_are_the_tree_that_was_given():
    facts = rules_facts()
    document = compose(DocumentKind.RULES, facts)
    given = [each for each in provisions_of(document) if each.level is Level.CHAPTER]
    assert given == list(facts.provisions)
    assert number(document).labels["art_2bis"].text == "Article 2 bis"


def test_a_gap_is_shown_where_a_fact_is_missing():
    document = compose(MINUTES, minutes_facts())
    assert missing_facts(document) == (
        "responsible side to be confirmed",
        "date to be confirmed",
        "place to be confirmed",
        "date of signature to be confirmed",
    )
    assert document.draft


def test_a_document_with_gaps_cannot_be_issued_and_says_what_is_missing():
    with pytest.raises(FactsMissing, match="place to be confirmed") as raised:
        compose(MINUTES, minutes_facts(), draft=False)
    assert "date of signature to be confirmed" in raised.value.missing
    assert raised.value.sentence.startswith("The agreed minutes cannot be issued yet:")


def test_a_document_without_gaps_can_be_issued():
    document = compose(MINUTES, complete_minutes_facts(), original_of="MN", draft=False)
    assert not document.draft


def test_a_paragraph_that_is_not_confirmed_is_marked_unless_all_is_reconstructed():
    item = minutes_facts().items[0]
    unconfirmed = replace(item, paragraphs=(replace(item.paragraphs[0], confirmed=False),))
    facts = replace(complete_minutes_facts(), items=(unconfirmed,))
    assert missing_facts(compose(MINUTES, facts)) == ("not yet confirmed as having happened",)
    facts = replace(facts, reconstructed_from=minutes_facts().reconstructed_from)
    assert missing_facts(compose(MINUTES, facts)) == ()


def test_every_record_has_its_mark():
    document = compose(MINUTES, minutes_facts(), original_of="KR")
    records = {each.record for each in provisions_of(document)}
    records |= {b.record for b in blocks_of(document) if isinstance(b, Control)}
    assert {"minutes-paragraph", "agenda-item", "decision"} <= records


def test_an_empty_delegation_is_a_gap_and_no_hole():
    facts = participants_facts(delegations=(DelegationFacts(id="d", party=KOREA),))
    document = compose(DocumentKind.PARTICIPANTS, facts)
    assert missing_facts(document) == ("name to be confirmed", "names to be confirmed")


def test_minutes_of_nothing_are_all_gaps_and_still_a_document():
    facts = minutes_facts(
        meeting=replace(MEETING, ordinal=None, starts_on=None, place=None, mode=None),
        delegations=tuple(
            DelegationFacts(id=party.code, party=party) for party in minutes_facts().parties
        ),
        basis=None,
        items=(),
        actions=(),
        agenda=(),
        next_meeting=None,
        signed_at=None,
    )
    missing = missing_facts(compose(MINUTES, facts))
    assert "name of the meeting to be confirmed" in missing
    assert "head of delegation to be confirmed" in missing
    assert "place of signature to be confirmed" in missing


@pytest.mark.parametrize(
    ("parties", "named", "originals"),
    [
        (SIX[:1], "of State 1", "in one original,"),
        (SIX[:3], "among State 1, State 2 and State 3", "in three originals,"),
        (SIX, "among State 1, State 2, State 3, State 4, State 5 and State 6", "in six originals,"),
    ],
)
def test_one_party_or_six_are_named_and_sign_too(parties, named, originals):
    facts = minutes_facts(
        parties=parties,
        delegations=tuple(DelegationFacts(id=each.code, party=each) for each in parties),
    )
    document = compose(MINUTES, facts, original_of="P1")
    words = write_plain(document)
    assert named in words
    assert originals in words
    assert signatories(document) == [each.code for each in parties]


def test_two_languages_are_both_named():
    words = write_plain(compose(MINUTES, minutes_facts(languages=("English", "Mongolian"))))
    assert "in two originals, each in the English and Mongolian languages." in words


def test_a_meeting_without_ordinal_is_called_by_its_title():
    facts = minutes_facts(meeting=replace(MEETING, ordinal=None, title="Special Meeting"))
    assert "of the Special Meeting" in write_plain(compose(MINUTES, facts))


@pytest.mark.parametrize(
    ("status", "title"),
    [
        ("provisional", "Provisional Agenda"),
        ("annotated", "Annotated Provisional Agenda"),
        ("adopted", "Agenda"),
    ],
)
def test_an_agenda_is_called_by_its_status(status, title):
    document = compose(DocumentKind.AGENDA, agenda_facts(status=status))
    assert write_plain(document).startswith(title)


def test_an_item_inserted_into_an_agenda_keeps_the_numbers_of_the_others():
    items = agenda_facts().items
    inserted = replace(items[0], id="new", number="1 bis")
    document = compose(DocumentKind.AGENDA, agenda_facts(items=(items[0], inserted, *items[1:])))
    labels = number(document).labels
    assert labels["new"].text == "1 bis."
    assert labels[items[1].id].text == "2."


def test_control_characters_are_gone_and_longest_titles_fit():
    facts = minutes_facts(
        symbol="JWG\x00.1",
        body=replace(minutes_facts().body, name="A\x0bB \x1b" + "long " * 60),
    )
    document = compose(MINUTES, facts)
    assert document.symbol == "JWG.1"
    assert "A B long long" in document.title


def test_a_fact_of_blanks_is_a_missing_fact():
    facts = minutes_facts(signed_at="  \t ")
    assert "place of signature to be confirmed" in missing_facts(compose(MINUTES, facts))


def test_markup_in_a_fact_is_words():
    items = minutes_facts().items
    paragraph = replace(items[0].paragraphs[0], text="</text><script/> & “5 < 6”")
    facts = minutes_facts(items=(replace(items[0], paragraphs=(paragraph,)),))
    assert "</text><script/> & “5 < 6”" in write_plain(compose(MINUTES, facts))


def test_a_template_that_writes_no_document_is_refused_with_its_line(tmp_path):
    (tmp_path / "agenda.en.xml.jinja").write_text(
        "<document><section>\n<table/></section></document>", encoding="utf-8"
    )
    with pytest.raises(MarkupError, match="line 2") as raised:
        compose(DocumentKind.AGENDA, agenda_facts(), templates=Templates(tmp_path))
    assert raised.value.name == "agenda.en.xml.jinja"


def test_the_line_named_is_that_of_the_template_however_much_it_wrote_before(tmp_path):
    (tmp_path / "agenda.en.xml.jinja").write_text(
        "{# What an office says of its template #}\n"
        '{% from "rows.en.xml.jinja" import rows %}\n'
        "<document>\n<section>\n"
        "{% for item in facts.items %}\n<p>One</p>\n<p>Two</p>\n{% endfor %}\n"
        "{{ rows(facts.items) }}\n</section>\n</document>",
        encoding="utf-8",
    )
    rows = tmp_path / "rows.en.xml.jinja"
    rows.write_text(
        "{% macro rows(items) %}\n{% for item in items %}\n<p>Three</p>\n"
        "{% endfor %}\n<table/>\n{% endmacro %}\n",
        encoding="utf-8",
    )
    with pytest.raises(MarkupError) as raised:
        compose(DocumentKind.AGENDA, agenda_facts(), templates=Templates(tmp_path))
    assert (raised.value.name, raised.value.line) == ("rows.en.xml.jinja", 5)
    rows.write_text("{% macro rows(items) %}{% endmacro %}", encoding="utf-8")
    own = tmp_path / "agenda.en.xml.jinja"
    own.write_text(own.read_text().replace("<p>Two</p>", "<p>Two</o>"), encoding="utf-8")
    with pytest.raises(MarkupError) as raised:
        compose(DocumentKind.AGENDA, agenda_facts(), templates=Templates(tmp_path))
    assert (raised.value.name, raised.value.line) == ("agenda.en.xml.jinja", 7)


def test_headings_follow_the_items_in_order():
    document = compose(MINUTES, minutes_facts())
    headings = [
        plain_text(b.inlines)
        for b in blocks_of(document)
        if isinstance(b, Heading) and b.level == 1
    ]
    wanted = [item.heading for item in minutes_facts().items]
    assert headings == [*wanted, "Action items", "Next meeting"]


def test_the_shipped_templates_are_those_of_the_application():
    names = {path.name for path in paths.template_folder().glob("*.en.xml.jinja")}
    wanted = {f"{kind.value.replace('-', '_')}.en.xml.jinja" for kind in DocumentKind}
    assert names >= wanted
