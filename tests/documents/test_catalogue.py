"""What each document of the catalogue says, and that no facts can spoil it."""

from dataclasses import replace
from datetime import date

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from app.documents.compose import FactsMissing, compose
from app.documents.facts import DelegateFacts, DelegationFacts, PartyFacts
from app.documents.kinds import DocumentKind
from app.documents.letter_facts import ClockRuleFacts, SideFacts
from app.documents.word import write
from app.texts.blocks import Form, Level, Role, Signatures, Table
from app.texts.walking import blocks_of, missing_facts, provisions_of
from tests.documents import catalogue_builders as further
from tests.documents.facts_builders import KOREA, MONGOLIA, SIX, record_id
from tests.documents.invariants import find_faults
from tests.documents.plain import write_plain

K = DocumentKind
WHOLE = {
    K.SUMMARY_RECORD: further.summary_record_facts,
    K.RUN_SHEET: further.run_sheet_facts,
    K.INVITATION: further.invitation_facts,
    K.NOTE_VERBALE: further.note_verbale_facts,
    K.PRESS_RELEASE: further.press_release_facts,
    K.ACTION_LIST: further.action_list_facts,
    K.PROJECT_REVIEW: further.project_review_facts,
    K.REMINDER: further.reminder_facts,
    K.NAME_PLATES: further.cards_facts,
    K.BADGES: further.cards_facts,
    K.DECISION: further.decision_facts,
    K.DECISION_REGISTER: further.register_facts,
    K.CIRCULAR: further.circular_facts,
    K.BILINGUAL_RULES: further.bilingual_facts,
}
EMPTY = {
    K.SUMMARY_RECORD: {"delegations": (), "chapters": (), "agenda": (), "basis": None},
    K.RUN_SHEET: {"delegations": (), "items": (), "starts": (), "chair": None, "languages": ()},
    K.INVITATION: {"sides": (), "requests": (), "items": (), "starts": (), "number": None},
    K.NOTE_VERBALE: {"sides": (), "delegations": (), "number": None, "year": None},
    K.PRESS_RELEASE: {"delegations": (), "topics": (), "paragraphs": (), "contact": None},
    K.ACTION_LIST: {"groups": (), "meeting": None, "late": 0, "open": 0},
    K.PROJECT_REVIEW: {"projects": (), "meeting": None},
    K.REMINDER: {"actions": (), "writer": None, "addressed": None, "next_meeting": None},
    K.NAME_PLATES: {"cards": ()},
    K.BADGES: {"cards": ()},
    K.DECISION: {"operative": (), "chairs": (), "title": None, "symbol": None, "basis": None},
    K.DECISION_REGISTER: {"decisions": ()},
    K.CIRCULAR: {"proposed": (), "sides": (), "deadline": (), "circulated": (), "title": None},
    K.BILINGUAL_RULES: {"columns": ()},
}
NEVER_MISSING = {
    K.ACTION_LIST,
    K.PROJECT_REVIEW,
    K.REMINDER,
    K.DECISION_REGISTER,
    K.BILINGUAL_RULES,
}


def said(kind: DocumentKind, **changes: object) -> str:
    return write_plain(compose(kind, WHOLE[kind](**changes)))


def findings(content: bytes, folder) -> list[str]:
    path = folder / "checked.docx"
    path.write_bytes(content)
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    return [str(error) for error in result.errors] + find_faults(content)


def test_every_document_of_the_catalogue_is_tried_here_or_with_the_first_four():
    first = {K.AGREED_MINUTES, K.PARTICIPANTS, K.AGENDA, K.RULES}
    assert set(WHOLE) | first == set(K)
    assert set(EMPTY) == set(WHOLE)


@pytest.mark.parametrize("kind", WHOLE)
def test_every_document_has_a_name_in_words(kind):
    assert kind.words[0].islower()


@pytest.mark.parametrize("kind", [each for each in WHOLE if each not in NEVER_MISSING])
def test_what_nobody_entered_is_shown_and_never_left_out(kind, tmp_path):
    document = compose(kind, WHOLE[kind](**EMPTY[kind]))
    assert missing_facts(document)
    assert findings(write(document), tmp_path) == []


@pytest.mark.parametrize("kind", NEVER_MISSING)
def test_an_empty_list_says_that_it_is_empty(kind, tmp_path):
    document = compose(kind, WHOLE[kind](**EMPTY[kind]))
    assert missing_facts(document) == ()
    assert findings(write(document), tmp_path) == []


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("parties", [(KOREA,), SIX], ids=["one party", "six parties"])
def test_one_party_or_six_give_a_whole_document(kind, parties, tmp_path):
    changes: dict[str, object] = {"parties": parties}
    facts = WHOLE[kind]()
    if hasattr(facts, "sides"):
        changes["sides"] = tuple(SideFacts(party=each, office="Ministry") for each in parties)
    if hasattr(facts, "delegations"):
        changes["delegations"] = tuple(
            DelegationFacts(id=each.code, party=each) for each in parties
        )
    document = compose(kind, replace(facts, **changes), original_of=parties[-1].code)
    assert findings(write(document), tmp_path) == []
    words = write_plain(document)
    if len(parties) > 2 and "among " in words:
        assert f"among {parties[-1].name}, {parties[0].name}" in words


NASTY = "a\x00b\x0b &<>\"' ]]> \ud800 \u202e 👩‍🚒 מזכירות " + "long " * 60


@pytest.mark.parametrize("kind", WHOLE)
def test_no_text_can_break_a_document(kind, tmp_path):
    party = PartyFacts(code="XX", name=NASTY, heading=NASTY, adjective=NASTY)
    facts = WHOLE[kind]()
    changes: dict[str, object] = {
        "symbol": NASTY,
        "parties": (party, KOREA),
        "body": replace(facts.body, name=NASTY, short_name=NASTY),
    }
    for name in ("title", "number", "chair", "justification", "contact", "outcome", "decision"):
        if hasattr(facts, name):
            changes[name] = NASTY
    for name in ("operative", "proposed", "topics", "paragraphs", "items"):
        if isinstance(getattr(facts, name, None), tuple) and kind is not K.RUN_SHEET:
            changes[name] = (NASTY, NASTY)
    if hasattr(facts, "delegations"):
        head = DelegateFacts(id=record_id(90), name=NASTY, post=NASTY, organisation=NASTY)
        changes["delegations"] = (
            DelegationFacts(id=record_id(91), party=party, head=head, institutions=(NASTY,)),
        )
    document = compose(kind, replace(facts, **changes))
    assert findings(write(document), tmp_path) == []


@pytest.mark.parametrize("kind", sorted(set(WHOLE) - {K.INVITATION, K.BADGES}))
def test_a_document_without_gaps_can_be_issued(kind):
    document = compose(kind, WHOLE[kind](), draft=False)
    assert (document.kind, document.draft) == (kind.value, False)


@pytest.mark.parametrize("kind", [K.INVITATION, K.BADGES])
def test_a_document_with_gaps_cannot_be_issued(kind):
    with pytest.raises(FactsMissing, match=f"The {kind.words} cannot be issued yet"):
        compose(kind, WHOLE[kind](), draft=False)


def test_the_summary_record_has_a_chapter_for_each_item_and_says_where_it_stood():
    words = said(K.SUMMARY_RECORD)
    document = compose(K.SUMMARY_RECORD, further.summary_record_facts())
    chapters = [each for each in provisions_of(document) if each.level is Level.TOPIC]
    assert len(chapters) == 1 + 4 + 1
    assert "I. Introduction" in words
    assert "II. Exchange on domestic policies\n(Agenda item 2)" in words
    assert "It had been announced for 26–27 May 2025." in words
    assert "(Decision 1/JWG.1; see Annex 3.)" in words
    assert "None was raised." in words


def test_the_run_sheet_lies_across_and_gives_the_chair_the_words():
    document = compose(K.RUN_SHEET, further.run_sheet_facts())
    words = write_plain(document)
    assert document.sections[0].landscape
    assert "09:30–10:15" in words
    assert "09:30 on Tuesday, 27 May 2025, Ulaanbaatar time (10:30 in Seoul)" in words
    assert "“I invite the Korean side to introduce item 2 (a).”" in words
    assert "There is before us decision 1/JWG.1, Landfill project." in words
    assert "Adoption of decision 1/JWG.1" in words


def test_the_invitation_goes_from_the_host_to_the_guests_with_days_and_requests():
    words = said(K.INVITATION)
    assert "On behalf of the Mongolian side, I have the honour to invite the delegation of" in words
    assert words.index("Ministry of Environment") < words.index("Cho Gye-yeon")
    assert "The composition of your delegation" in words
    assert "29 April 2025" in words
    assert "The names of the interpreters\n[date to be confirmed]" in words


def test_a_host_conveys_its_invitation_and_a_guest_its_delegation():
    host = write_plain(compose(K.NOTE_VERBALE, further.note_verbale_facts(), original_of="MN"))
    guest = write_plain(compose(K.NOTE_VERBALE, further.note_verbale_facts(), original_of="KR"))
    assert "convey the invitation of Mongolia to that meeting" in host
    assert "presents its compliments to the Embassy of the Republic of Korea" in host
    assert "convey the invitation" not in guest
    assert "The Ministry of Foreign Affairs of the Republic of Korea presents its" in guest
    assert "Cho Gye-yeon" in guest
    assert "Batkhishig" not in guest
    assert "assurances of its highest consideration" in guest
    assert "Note No. 3/2025" in guest


def test_a_note_verbale_is_not_signed():
    document = compose(K.NOTE_VERBALE, further.note_verbale_facts())
    assert not any(isinstance(block, Signatures) for block in blocks_of(document))


def test_the_circular_names_the_deadline_in_both_capitals_and_says_what_silence_means():
    words = said(K.CIRCULAR)
    both = "00:30 on Monday, 23 March 2026, Seoul time (23:30 on 22 March 2026 in Ulaanbaatar)"
    assert words.count(both) == 2
    assert "Silence alone does not adopt it." in words
    assert "The rule: “The period shall be ten working days.” (Article 9(2))" in words
    assert "silence is agreement" in said(K.CIRCULAR, affirmation_required=False)


@pytest.mark.parametrize(
    ("starts", "counts", "told"),
    [
        ("receipt", "calendar", "The period is 1 calendar day from the day after receipt."),
        ("dispatch", "working", "The period is 1 working day from the day after dispatch."),
    ],
)
def test_the_circular_says_how_the_period_is_counted(starts, counts, told):
    words = said(K.CIRCULAR, rule=ClockRuleFacts(days=1, counts=counts, starts=starts))
    assert told in words
    assert ("the period runs from that day" in words) is (starts == "receipt")
    assert "[rule that fixes the period to be confirmed]" in words


def test_the_press_release_lists_the_composition_of_each_side():
    korean = write_plain(compose(K.PRESS_RELEASE, further.press_release_facts(), original_of="KR"))
    assert "※ Composition of the delegations\nRepublic of Korea: Ministry of Foreign" in korean
    mongolian = write_plain(
        compose(K.PRESS_RELEASE, further.press_release_facts(), original_of="MN")
    )
    assert "※ Composition of the delegations\nMongolia: Ministry of Environment" in mongolian
    assert "▷ Landfill project" in korean


def test_a_decision_recalls_decides_and_takes_effect():
    words = said(K.DECISION)
    assert "Having regard to the Framework Agreement" in words
    assert "Recalling Decision E1/2025 of 1 March 2025, which this decision amends," in words
    assert "1. The Joint Working Group agrees to cooperate.\n2. It reviews the project." in words
    assert "This decision takes effect on 1 June 2025." in words
    assert "The Mongolian side entered a reservation without preventing consensus: on par" in words
    assert "Done in Ulaanbaatar on 27 May 2025 in two originals." in words


def test_a_decision_has_an_original_for_each_side():
    document = compose(K.DECISION, further.decision_facts(), original_of="MN")
    (signing,) = (block for block in blocks_of(document) if isinstance(block, Signatures))
    assert [each.party for each in signing.signatories] == ["MN", "KR"]
    assert document.running_foot == "Original of Mongolia"


def test_a_draft_decision_bears_no_number_in_its_title():
    words = said(K.DECISION, adopted=False)
    assert words.startswith("Draft Decision\n")
    assert "Has before it for adoption" in words


def test_a_decision_ad_referendum_waits_for_its_confirmation():
    pending = said(K.DECISION, ad_referendum=True)
    assert "[date of confirmation to be confirmed]" in pending
    confirmed = said(K.DECISION, ad_referendum=True, confirmed_on=date(2025, 7, 1))
    assert "It was confirmed on 1 July 2025." in confirmed


def test_an_illustrative_decision_says_so_before_anything_else():
    document = compose(K.DECISION, further.decision_facts(illustrative=True))
    notice = next(
        block for block in blocks_of(document) if getattr(block, "role", None) is Role.NOTICE
    )
    assert "no such decision was taken" in write_plain(document)
    assert notice.role is Role.NOTICE


def test_the_register_shows_how_each_decision_was_taken_and_what_it_does():
    words = said(K.DECISION_REGISTER)
    assert "27 May 2025\nFirst Meeting, Ulaanbaatar" in words
    assert "15 September 2025\nelectronic decision" in words
    assert "Supersedes Decision 1/JWG.1" in words
    assert "Adopts: Rules 1.0" in words
    assert "illustrative, never taken" in words


def test_the_action_list_goes_side_by_side_and_says_what_is_late():
    words = said(K.ACTION_LIST)
    assert "As of 10 July 2025: 2 open, 1 of them late" in words
    assert "Late by 10 days\nPartly done\nSent in part.\nreported on 20 June 2025" in words
    assert "JWG-1, agenda item 4, Decision 1/JWG.1" in words
    assert words.index("The Korean side") < words.index("The Mongolian side\nNo action items.")
    assert "Both sides\n" in words


def test_joint_action_items_come_last_whoever_holds_the_copy():
    words = write_plain(compose(K.ACTION_LIST, further.action_list_facts(), original_of="MN"))
    places = [words.index(each) for each in ("The Mongolian side", "The Korean side", "Both sides")]
    assert places == sorted(places)


def test_the_review_says_where_each_project_stands():
    words = said(K.PROJECT_REVIEW)
    assert "Landfill gas (10 projects)" in words
    assert "At risk, 20 % done. The site is not chosen." in words
    assert "from 2025 to 2035" in words
    assert "Active, Decision 1/JWG.1" in words


@pytest.mark.parametrize(
    ("kind", "form", "rows"), [(K.NAME_PLATES, Form.PLATES, 3), (K.BADGES, Form.BADGES, 2)]
)
def test_there_is_a_card_for_each_seat(kind, form, rows):
    document = compose(kind, further.cards_facts())
    (table,) = (block for block in blocks_of(document) if isinstance(block, Table))
    assert (table.form, len(table.rows)) == (form, rows)
    words = write_plain(document)
    assert "Cho Gye-yeon\n조계연" in words
    assert "Ulaanbaatar City" in words
    assert document.sections[0].bare


def test_a_badge_without_a_name_asks_for_one_and_a_plate_names_the_office():
    assert "[name to be confirmed]" in said(K.BADGES)
    assert missing_facts(compose(K.NAME_PLATES, further.cards_facts())) == ()


def test_rules_in_two_languages_put_each_provision_beside_itself():
    document = compose(K.BILINGUAL_RULES, further.bilingual_facts())
    (table,) = (block for block in blocks_of(document) if isinstance(block, Table))
    row = next(row for row in table.rows if row.id == "art_2")
    english, korean = (
        "".join(getattr(each, "text", "") for each in cell.inlines) for cell in row.cells
    )
    assert english.startswith("Article 2")
    assert korean.startswith("제2조")
    assert "English (authentic)" in write_plain(document)
    assert MONGOLIA.name in write_plain(document)
