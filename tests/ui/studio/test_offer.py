from dataclasses import replace
from datetime import date

import pytest

from app.documents.optional_sections import OptionalSection
from app.services.compared_texts import TwoVersions
from app.services.rule_documents import NotInForce
from app.ui.studio.material import Source
from app.ui.studio.offer import read_offer
from app.ui.studio.record_facts import Field, Origin, of_meeting
from app.ui.studio.wish import CHANGES, Subject, Wish
from tests.ui.studio.studio_fakes import RULES, SOUGHT, VERSIONS, library_services
from tests.ui.ui_fakes import (
    DECISIONS,
    DELEGATIONS,
    DETAIL,
    FIRST,
    JM,
    KM,
    KOREA,
    MONGOLIA,
    SECOND,
    fake_services,
)


def read(body=KM, services=None, **wished):
    source = Source(services or fake_services(), None, body.id, "en")
    return read_offer(source, Wish(**wished))


def from_library(**wished):
    return read(services=library_services(), **wished)


def test_a_body_without_records_has_nothing_to_offer():
    assert read(JM) is None


def test_languages_begin_with_english_and_those_of_the_meeting():
    assert DETAIL.languages == ("en", "mn", "ko")

    assert read(meeting_id=FIRST.id).languages == ("en", "mn", "ko", "ja")


def test_the_sides_with_an_original_are_offered_in_their_order():
    offer = read(meeting_id=FIRST.id, original_of=KOREA.id)

    assert offer.originals == (MONGOLIA, KOREA)
    assert offer.chosen.original_of == offer.wanted.original_of == KOREA.id
    assert read(meeting_id=FIRST.id, kind="agenda").originals == ()


def test_a_meeting_that_is_gone_gives_way_to_the_latest():
    offer = read(meeting_id=KM.id)

    assert [record.id for record in offer.records] == [SECOND.id, FIRST.id]
    assert offer.chosen.meeting_id == SECOND.id


def test_without_anything_else_a_body_offers_its_meetings_alone():
    assert read().subjects == (Subject.MEETING,)


def test_a_body_with_more_offers_decisions_procedures_rules_and_itself():
    assert from_library().subjects == tuple(Subject)


def test_the_text_of_rules_is_not_offered_among_the_documents_of_a_meeting():
    assert read(meeting_id=FIRST.id).kinds == ("agreed-minutes", "participants", "agenda")


def test_the_latest_decision_is_chosen_and_its_facts_are_told():
    offer = from_library(subject=Subject.DECISION)

    assert offer.chosen.record_id == DECISIONS[-1].id
    assert offer.wanted.decision_id == DECISIONS[-1].id
    assert offer.kinds == ("decision",)
    assert [fact.field for fact in offer.facts] == [Field.TITLE, Field.NUMBER, Field.TAKEN_ON]
    assert all(fact.leads for fact in offer.facts)


def test_of_a_decision_sought_in_writing_the_circular_is_made_apart():
    offer = from_library(subject=Subject.PROCEDURE)

    assert [record.id for record in offer.records] == [SOUGHT.id]
    assert offer.kinds == ("circular",)
    assert offer.wanted.decision_id == SOUGHT.id
    assert offer.facts[-1].days[0] == date(2025, 7, 1)


def test_of_rules_the_latest_adopted_version_is_chosen_and_not_the_draft():
    offer = from_library(subject=Subject.RULES)

    assert offer.chosen.rules_id == RULES.id
    assert offer.chosen.version == 2
    assert offer.wanted.rule_version_id == VERSIONS[1].id
    assert [version.number for version in offer.versions] == [1, 2, 3]


def test_another_version_is_wanted_and_had():
    offer = from_library(subject=Subject.RULES, version=3)

    assert offer.wanted.rule_version_id == VERSIONS[2].id
    assert offer.wanted.on is None


def test_the_text_of_a_day_is_that_of_the_version_in_force():
    offer = from_library(subject=Subject.RULES, on=date(2025, 8, 1))

    assert (offer.wanted.rule_version_id, offer.wanted.on) == (VERSIONS[0].id, date(2025, 8, 1))


def test_a_day_before_the_first_version_is_refused():
    with pytest.raises(NotInForce):
        from_library(subject=Subject.RULES, on=date(2020, 1, 1))


def test_only_the_languages_of_the_text_are_offered():
    assert from_library(subject=Subject.RULES).languages == ("en", "ko", "mn")


def test_in_two_columns_another_language_stands_beside():
    offer = from_library(subject=Subject.RULES, kind="bilingual-rules", beside="mn")

    assert offer.second_languages == ("ko", "mn")
    assert (offer.wanted.language, offer.wanted.beside) == ("en", "mn")
    assert from_library(subject=Subject.RULES, kind="bilingual-rules").wanted.beside == "ko"


def test_changes_are_between_the_version_and_the_one_before():
    offer = from_library(subject=Subject.RULES, kind=CHANGES, language="ko")

    assert offer.is_comparison
    assert offer.wanted == TwoVersions(document_id=RULES.id, older=1, newer=2, language="ko")
    assert (offer.originals, offer.sections, offer.can_circulate) == ((), (), False)


def test_changes_since_another_version_are_wanted_and_had():
    offer = from_library(subject=Subject.RULES, kind=CHANGES, version=1, since=3)

    assert (offer.wanted.older, offer.wanted.newer) == (3, 1)


def test_one_version_alone_has_no_changes():
    services = library_services()
    services.rules.list_versions = lambda workspace, **asked: VERSIONS[:1]

    offer = read(services=services, subject=Subject.RULES)

    assert CHANGES not in offer.kinds


def test_a_version_without_its_text_is_not_offered():
    services = library_services()
    bare = (replace(VERSIONS[0], text_held=False), VERSIONS[1])
    services.rules.list_versions = lambda workspace, **asked: bare

    offer = read(services=services, subject=Subject.RULES)

    assert [version.number for version in offer.versions] == [2]


def test_the_register_is_made_of_the_body_as_a_whole():
    offer = from_library(subject=Subject.BODY)

    assert offer.kinds == ("decision-register",)
    assert offer.records == offer.facts == ()
    assert offer.wanted.body_id == KM.id
    assert offer.chosen.record_id is None


def test_what_is_left_out_and_sent_round_is_asked_of_the_services():
    left_out = frozenset({OptionalSection.ACTIONS})
    offer = read(meeting_id=FIRST.id, omitted=left_out, for_circulation=False)

    assert OptionalSection.SIGNATURES in offer.sections
    assert offer.can_circulate
    assert (offer.wanted.omitted, offer.wanted.for_circulation) == (left_out, False)


def test_a_record_of_which_nothing_can_be_made_leaves_the_choice_of_another():
    services = fake_services()
    services.documents.list_kinds = lambda workspace, *, meeting_id: ()

    offer = read(services=services)

    assert (offer.kinds, offer.chosen.kind, offer.wanted) == ((), None, None)
    assert len(offer.records) == 2


def test_every_value_names_the_record_it_comes_from():
    facts = of_meeting(DETAIL, DELEGATIONS)

    assert [(fact.field, fact.origin) for fact in facts] == [
        (Field.TITLE, Origin.MEETING),
        (Field.DAYS, Origin.MEETING),
        (Field.PLACE, Origin.MEETING),
        (Field.CHAIR, Origin.MEETING),
        (Field.HEAD, Origin.DELEGATION),
        (Field.HEAD, Origin.DELEGATION),
    ]
    assert facts[1].days == (date(2025, 5, 27), date(2025, 5, 27))
    assert facts[4].words.startswith("Batkhishig Purevdoo, Special Envoy")
    assert all(fact.is_known for fact in facts)


def test_what_nobody_knows_yet_is_known_to_be_unknown():
    row = replace(FIRST, place="", starts_on=None, ends_on=None)
    nobody = replace(DELEGATIONS[0], delegates=DELEGATIONS[0].delegates[1:])

    facts = of_meeting(replace(DETAIL, row=row, chair=""), (nobody,))

    assert [fact.is_known for fact in facts] == [True, False, False, False]


def test_a_decision_leads_to_the_meeting_that_took_it():
    services = library_services()
    written = replace(DECISIONS[1], meeting_id=None)
    services.decisions.list_for_body = lambda workspace, **asked: (DECISIONS[0], written)

    taken = read(services=services, subject=Subject.DECISION, decision_id=DECISIONS[0].id)
    assert taken.meeting_id == FIRST.id
    assert all(fact.leads for fact in taken.facts)

    sought = read(services=services, subject=Subject.DECISION, meeting_id=FIRST.id)
    assert sought.meeting_id is None
    assert not any(fact.leads for fact in sought.facts)
