from dataclasses import replace
from datetime import date

from app.ui.studio.offer import Wish, read_offer
from app.ui.studio.record_facts import Field, Origin, gather
from tests.ui.ui_fakes import DELEGATIONS, DETAIL, FIRST, JM, KM, KOREA, MONGOLIA, fake_services


def read(wish):
    return read_offer(fake_services(), None, body_id=KM.id, wish=wish, language="en")


def test_a_body_without_meetings_has_nothing_to_offer():
    offered = read_offer(fake_services(), None, body_id=JM.id, wish=Wish(), language="en")

    assert offered is None


def test_languages_begin_with_english_and_those_of_the_meeting():
    assert DETAIL.languages == ("en", "mn", "ko")

    assert read(Wish(FIRST.id)).languages == ("en", "mn", "ko", "ja")


def test_the_sides_with_an_original_are_offered_in_their_order():
    offer = read(Wish(FIRST.id, original_of=KOREA.id))

    assert offer.originals == (MONGOLIA, KOREA)
    assert offer.chosen.original_of == KOREA.id
    assert read(Wish(FIRST.id, kind="agenda")).originals == ()


def test_a_meeting_that_is_gone_gives_way_to_the_latest():
    offer = read(Wish(KM.id))

    assert offer.chosen.meeting_id == offer.meetings[0].id


def test_the_rules_are_not_made_of_what_the_meeting_says():
    assert read(Wish(FIRST.id, kind="rules")).facts == ()
    assert read(Wish(FIRST.id, kind="agenda")).facts != ()


def test_every_value_names_the_record_it_comes_from():
    facts = gather(DETAIL, DELEGATIONS)

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

    facts = gather(replace(DETAIL, row=row, chair=""), (nobody,))

    assert [fact.is_known for fact in facts] == [True, False, False, False]
