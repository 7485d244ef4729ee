"""The document of the minutes says what the paragraphs say: their depth, grades and signatures."""

from datetime import date
from uuid import UUID

import pytest

from app.documents.kinds import DocumentKind
from app.documents.plain import plain_text
from app.domain.agenda import StandardItem
from app.domain.delegation import DelegateRole
from app.domain.meeting import Meeting
from app.domain.minutes import Grade, Signature
from app.domain.party import Party
from app.domain.person import Person
from app.services import (
    agenda,
    minutes_drafting,
    minutes_sheets,
    minutes_writing,
    note_lines,
    persons,
    record_documents,
    signing,
)
from app.services.note_lines import NotePlace
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_paragraph,
    an_agenda_item,
    key_of,
    open_minutes,
    seat_person,
)

LANGUAGES = ("en", "ko", "mn", "ja")
PLACES = {
    "en": ("The Hague", "Prague"),
    "ko": ("헤이그", "프라하"),
    "mn": ("Гааг", "Прага"),
    "ja": ("ハーグ", "プラハ"),
}


@pytest.fixture(autouse=True)
def facts(workspace: Workspace, world: World) -> None:
    """Tell what the document asks for in every language."""
    with workspace.write("Prepare") as work:
        for key, words in (
            (world.korea, {"en": "Korean", "ko": "한국", "mn": "Солонгосын", "ja": "韓国"}),
            (world.mongolia, {"en": "Mongolian", "ko": "몽골", "mn": "Монголын", "ja": "モンゴル"}),
        ):
            work.get(Party, key).adjectives = words
        work.get(Meeting, world.meeting).languages = list(LANGUAGES)
        work.commit()


def document(workspace: Workspace, world: World, language: str = "en") -> str:
    made = record_documents.compose_for_meeting(
        workspace,
        meeting_id=world.meeting,
        kind=DocumentKind.AGREED_MINUTES,
        language=language,
    )
    return plain_text(made.document)


def item(workspace: Workspace, world: World, label: str = "1", **fields: object) -> UUID:
    draft = an_agenda_item(world.meeting, label, **fields)
    return key_of(agenda.add_item(workspace, draft))


def write(workspace: Workspace, world: World, *told: tuple[str, dict[str, object]]) -> UUID:
    minutes = open_minutes(workspace, world.meeting)
    place = item(workspace, world)
    minutes_writing.write(
        workspace,
        [a_paragraph(minutes, text, agenda_item_id=place, **fields) for text, fields in told],
    )
    return minutes


@pytest.mark.parametrize("language", LANGUAGES)
def test_sub_points_are_numbered_below_their_point(
    workspace: Workspace, world: World, language: str
) -> None:
    minutes = open_minutes(workspace, world.meeting)
    place = item(workspace, world)
    minutes_writing.write(
        workspace,
        [
            a_paragraph(
                minutes,
                agenda_item_id=place,
                level=level,
                texts={language: text},
                confirmed=True,
            )
            for text, level in (("First.", 0), ("Below.", 1), ("Also below.", 1), ("Second.", 0))
        ],
    )
    lines = [
        line.split()
        for line in document(workspace, world, language).splitlines()
        if line.endswith(("First.", "elow.", "Second."))
    ]
    first, below, also_below, second = (line[0] for line in lines)
    assert int(second.rstrip(".")) == int(first.rstrip(".")) + 1, "sub-points are not counted along"
    assert len({first, below, also_below, second}) == 4
    assert not below.rstrip(".").isdigit() or below != first


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_signatory_has_a_place_and_a_day_of_their_own(
    workspace: Workspace, world: World, language: str
) -> None:
    minutes = write(workspace, world, ("They agreed.", {"texts": {language: "They agreed."}}))
    hague, prague = PLACES[language]
    for party, name, place, day in (
        (world.korea, "Cho Gye-yeon", hague, date(2002, 6, 17)),
        (world.mongolia, "Batkhishig Purevdoo", prague, date(2002, 7, 1)),
    ):
        signing.add_signatory(
            workspace,
            Signature(
                minutes_id=minutes,
                ordinal=1,
                party_id=party,
                printed_names={language: name},
                capacities={language: "Director"},
                place=place,
                signed_on=day,
            ),
        )
    told = document(workspace, world, language)
    for expected in (hague, prague, "Cho Gye-yeon", "Batkhishig Purevdoo", "2002", "Director"):
        assert expected in told
    if language == "en":
        assert "in The Hague on 17 June 2002 and in Prague on 1 July 2002" in told


def test_a_signatory_is_named_as_in_the_language_of_the_original(
    workspace: Workspace, world: World
) -> None:
    agreed = "양측은 합의하였다."
    minutes = write(workspace, world, (agreed, {"texts": {"ko": agreed}}))
    seen = Person(printed_name="Cho Gye-yeon", names={"ko": "조계연"})
    person = key_of(persons.register(workspace, seen))
    signing.add_signatory(
        workspace,
        Signature(
            minutes_id=minutes,
            ordinal=1,
            party_id=world.korea,
            person_id=person,
            printed_names={"en": "Cho Gye-yeon"},
        ),
    )
    told = document(workspace, world, "ko")
    assert "조계연" in told
    assert "Cho Gye-yeon" not in told


def test_what_is_written_under_a_standard_item_is_not_said_twice(
    workspace: Workspace, world: World
) -> None:
    seat_person(workspace, world.korean_delegation, "Cho Gye-yeon", role=DelegateRole.HEAD)
    for place, standard in enumerate(
        (StandardItem.OPENING, StandardItem.ADOPTION_OF_AGENDA, StandardItem.NEXT_MEETING), start=1
    ):
        item(workspace, world, str(place), standard=standard)
    minutes_drafting.draft(workspace, meeting_id=world.meeting)
    told = document(workspace, world)
    assert told.count("was held in Ulaanbaatar") == 1
    assert told.count("adopted the agenda") == 1
    assert told.count("next meeting") == 1


def test_words_of_a_decision_that_the_paragraph_says_are_not_said_twice(
    workspace: Workspace, world: World
) -> None:
    minutes = open_minutes(workspace, world.meeting)
    place = item(workspace, world)
    note_lines.record(
        workspace,
        minutes_id=minutes,
        line="D: the annex is approved",
        language="en",
        place=NotePlace(agenda_item_id=place),
    )
    assert document(workspace, world).count("annex is approved") == 1


def test_the_earlier_edition_is_not_in_the_document_of_the_latest(
    workspace: Workspace, world: World
) -> None:
    from app.services import minutes_editions

    minutes = write(workspace, world, ("As it was.", {"grade": Grade.BOTH_SIDES}))
    minutes_editions.keep(workspace, minutes_id=minutes)
    (paragraph,) = minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs
    minutes_writing.rewrite(
        workspace, paragraph_id=paragraph.id, language="en", words="As it is now."
    )
    told = document(workspace, world)
    assert "As it is now." in told
    assert "As it was." not in told
