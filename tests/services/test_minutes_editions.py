"""Editions are kept, compared and restored; a signed one stays whole when it is corrected."""

import pytest

from app.domain.errors import Sealed, UnlawfulTransition
from app.domain.minutes import (
    Minutes,
    MinutesAnswer,
    MinutesParagraph,
    MinutesStatus,
    Signature,
)
from app.services import minutes_editions, minutes_sheets, minutes_writing, signing
from app.services.minutes_editions import NotSigned, ReasonMissing, SameEdition
from app.store.workspace import Workspace
from tests.builders import FIRST_DAY, World, a_paragraph, key_of, open_minutes, take_minutes_to
from tests.services.conftest import Unchanged


def rewrite_first(workspace: Workspace, world: World, text: str) -> None:
    first = minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs[0]
    minutes_writing.rewrite(workspace, paragraph_id=first.id, language="en", words=text)


def texts_of(workspace: Workspace, world: World, number: int) -> list[str]:
    sheet = minutes_sheets.read(workspace, meeting_id=world.meeting)
    key = next(each.id for each in sheet.editions if each.number == number)
    shown = minutes_sheets.read(workspace, meeting_id=world.meeting, minutes_id=key)
    return [each.texts["en"] for each in shown.paragraphs]


def test_what_is_kept_stays_while_the_records_that_were_sent_are_written_on(
    workspace: Workspace, world: World
) -> None:
    key = open_minutes(workspace, world.meeting, "One.", "Two.")
    before = minutes_sheets.read(workspace, meeting_id=world.meeting)
    minutes_editions.keep(workspace, minutes_id=key)
    rewrite_first(workspace, world, "One, in other words.")
    after = minutes_sheets.read(workspace, meeting_id=world.meeting)
    assert (after.id, after.edition) == (key, 2), "a returned Word file finds its records"
    assert [each.id for each in after.paragraphs] == [each.id for each in before.paragraphs]
    assert [(each.number, each.is_latest) for each in after.editions] == [(2, True), (1, False)]
    assert texts_of(workspace, world, 1) == ["One.", "Two."]
    assert texts_of(workspace, world, 2) == ["One, in other words.", "Two."]


def test_what_goes_to_the_other_side_is_kept_with_the_answers_to_it(
    workspace: Workspace, world: World
) -> None:
    key = open_minutes(workspace, world.meeting, "One.")
    signing.take_step(workspace, minutes_id=key, status=MinutesStatus.EXCHANGED)
    answer = MinutesAnswer(
        minutes_id=key,
        party_id=world.korea,
        answer="changes-proposed",
        answered_on=FIRST_DAY,
        note="In paragraph 1, “Once”.",
    )
    signing.give_answer(workspace, answer)
    signing.take_step(workspace, minutes_id=key, status=MinutesStatus.NEGOTIATED)
    signing.take_step(workspace, minutes_id=key, status=MinutesStatus.EXCHANGED)
    sheet = minutes_sheets.read(workspace, meeting_id=world.meeting)
    assert [each.number for each in sheet.editions] == [3, 2, 1]
    assert {each.status for each in sheet.editions} == {MinutesStatus.EXCHANGED}
    assert [each.answer for each in sheet.sides] == ["", ""], "to the new edition nobody has yet"
    second = minutes_sheets.read(
        workspace, meeting_id=world.meeting, minutes_id=sheet.editions[1].id
    )
    assert {each.party.code: each.answer for each in second.sides}["KR"] == "changes-proposed"
    assert second.is_sealed


def test_two_editions_are_compared_in_words(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = open_minutes(workspace, world.meeting, "They met in Seoul.", "They agreed to go.")
    minutes_editions.keep(workspace, minutes_id=key)
    rewrite_first(workspace, world, "They met in Ulaanbaatar.")
    minutes_writing.write(workspace, [a_paragraph(key, "They closed.", level=1)])
    latest, earlier = minutes_sheets.read(workspace, meeting_id=world.meeting).editions
    with unchanged():
        shown = minutes_editions.compare(
            workspace, older_id=earlier.id, newer_id=latest.id, language="en"
        )
    told = [(each.outcome, each.removed, each.added) for each in shown.changes]
    assert told[0][1:] == ("Seoul", "Ulaanbaatar")
    assert "They closed" in told[1][2]
    assert "Ulaanbaatar" in shown.html
    with pytest.raises(SameEdition):
        minutes_editions.compare(workspace, older_id=latest.id, newer_id=latest.id, language="en")


def test_editions_in_a_language_without_numbering_are_compared_all_the_same(
    workspace: Workspace, world: World
) -> None:
    key = open_minutes(workspace, world.meeting, "One.")
    minutes_editions.keep(workspace, minutes_id=key)
    latest, earlier = minutes_sheets.read(workspace, meeting_id=world.meeting).editions
    shown = minutes_editions.compare(
        workspace, older_id=earlier.id, newer_id=latest.id, language="zh"
    )
    assert shown.changes == ()


def test_an_earlier_edition_is_restored_as_the_next_one(workspace: Workspace, world: World) -> None:
    key = open_minutes(workspace, world.meeting, "One.")
    minutes_editions.keep(workspace, minutes_id=key)
    rewrite_first(workspace, world, "Something else.")
    earlier = minutes_sheets.read(workspace, meeting_id=world.meeting).editions[1]
    made = key_of(minutes_editions.restore(workspace, minutes_id=earlier.id))
    sheet = minutes_sheets.read(workspace, meeting_id=world.meeting)
    assert (sheet.id, sheet.edition, sheet.status) == (made, 3, MinutesStatus.PRE_DRAFTED)
    assert [each.texts["en"] for each in sheet.paragraphs] == ["One."]
    assert texts_of(workspace, world, 2) == ["Something else."]


def test_signed_minutes_are_corrected_by_a_new_edition_and_stay_as_signed(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = open_minutes(workspace, world.meeting, "One.")
    take_minutes_to(workspace, key, MinutesStatus.SIGNED)
    with unchanged(), pytest.raises(ReasonMissing) as caught:
        minutes_editions.reopen(workspace, minutes_id=key, why="  ")
    assert caught.value.field == "why"
    made = key_of(minutes_editions.reopen(workspace, minutes_id=key, why="A name was misspelt."))
    with workspace.read() as reader:
        signed, corrected = reader.get(Minutes, key), reader.get(Minutes, made)
        signatures = reader.find(Signature, minutes_id=key)
        copies = reader.find(Signature, minutes_id=made)
        (copy,) = reader.find(MinutesParagraph, minutes_id=made)
    assert (signed.status, signed.edition) == (MinutesStatus.CORRECTED, 1)
    assert all(each.signed_on for each in signatures)
    assert (corrected.corrects_id, corrected.reopened_why) == (key, "A name was misspelt.")
    assert (corrected.status, corrected.edition) == (MinutesStatus.PRE_DRAFTED, 2)
    assert len(copies) == len(signatures)
    assert not any(each.signed_on or each.place for each in copies)
    assert copy.confirmed
    rewrite_first(workspace, world, "One, corrected.")
    assert texts_of(workspace, world, 1) == ["One."]
    with unchanged(), pytest.raises(UnlawfulTransition):
        minutes_editions.reopen(workspace, minutes_id=key, why="Again.")


def test_what_is_not_signed_is_not_opened_again(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = open_minutes(workspace, world.meeting, "One.")
    with unchanged(), pytest.raises(NotSigned):
        minutes_editions.reopen(workspace, minutes_id=key, why="Because.")


def test_no_edition_is_kept_or_restored_over_signed_minutes(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = open_minutes(workspace, world.meeting, "One.")
    minutes_editions.keep(workspace, minutes_id=key)
    earlier = minutes_sheets.read(workspace, meeting_id=world.meeting).editions[1]
    take_minutes_to(workspace, key, MinutesStatus.SIGNED)
    with unchanged(), pytest.raises(Sealed):
        minutes_editions.keep(workspace, minutes_id=key)
    with unchanged(), pytest.raises(Sealed):
        minutes_editions.restore(workspace, minutes_id=earlier.id)
