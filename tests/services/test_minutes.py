from datetime import date

import pytest

from app.domain.errors import NotFound, RuleBroken, Sealed, UnlawfulTransition
from app.domain.identity import new_id
from app.domain.minutes import (
    Answer,
    Grade,
    Minutes,
    MinutesAnswer,
    MinutesKind,
    MinutesParagraph,
    MinutesStatus,
    Signature,
)
from app.services import minutes, minutes_writing, signing
from app.services.signing import NotReady
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_paragraph,
    key_of,
    open_minutes,
    take_minutes_to,
)
from tests.services.conftest import Unchanged


def test_a_meeting_without_minutes_shows_none(workspace: Workspace, world: World) -> None:
    assert minutes.show(workspace, meeting_id=world.meeting) is None


def test_paragraphs_stand_in_the_order_of_their_writing(workspace: Workspace, world: World) -> None:
    open_minutes(workspace, world.meeting, "First.", "Second.", "Third.")
    shown = minutes.show(workspace, meeting_id=world.meeting)
    assert shown is not None
    assert [paragraph.text for paragraph in shown.paragraphs] == ["First.", "Second.", "Third."]
    assert (shown.edition, shown.status) == (1, "pre-drafted")


def test_what_one_side_states_names_the_side(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = open_minutes(workspace, world.meeting)
    with unchanged(), pytest.raises(RuleBroken, match="needs that side"):
        minutes.write_paragraph(workspace, a_paragraph(key, grade=Grade.ONE_SIDE))
    draft = a_paragraph(key, grade=Grade.NOTED, party_id=world.mongolia)
    minutes.write_paragraph(workspace, draft)
    shown = minutes.show(workspace, meeting_id=world.meeting)
    assert shown is not None
    (paragraph,) = shown.paragraphs
    assert paragraph.side is not None
    assert (paragraph.grade, paragraph.side.code) == ("noted", "MN")


def test_a_paragraph_is_put_into_other_words(workspace: Workspace, world: World) -> None:
    key = open_minutes(workspace, world.meeting)
    paragraph = key_of(minutes.write_paragraph(workspace, a_paragraph(key)))
    minutes.rewrite_paragraph(
        workspace, paragraph_id=paragraph, texts={"en": "Both sides noted.", "mn": "Талууд"}
    )
    shown = minutes.show(workspace, meeting_id=world.meeting, language="mn")
    assert shown is not None
    assert shown.paragraphs[0].text == "Талууд"


def test_minutes_with_unconfirmed_paragraphs_are_not_approved(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = open_minutes(workspace, world.meeting, "One.", "Two.", confirmed=False)
    take_minutes_to(workspace, key, MinutesStatus.NEGOTIATED)
    with unchanged(), pytest.raises(NotReady, match=r"“One\.” is not confirmed") as caught:
        signing.take_step(workspace, minutes_id=key, status=MinutesStatus.APPROVED)
    assert len(caught.value.obstacles) == 2
    with workspace.read() as reader:
        paragraphs = reader.find(MinutesParagraph, minutes_id=key)
    minutes_writing.confirm(workspace, paragraph_ids=[each.id for each in paragraphs])
    signing.take_step(workspace, minutes_id=key, status=MinutesStatus.APPROVED)
    shown = minutes.show(workspace, meeting_id=world.meeting)
    assert shown is not None
    assert all(paragraph.confirmed for paragraph in shown.paragraphs)


def test_what_was_written_after_the_approval_is_confirmed_before_the_signing(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = open_minutes(workspace, world.meeting, "One.")
    take_minutes_to(workspace, key, MinutesStatus.APPROVED)
    minutes.write_paragraph(workspace, a_paragraph(key, "Slipped in."))
    with unchanged(), pytest.raises(NotReady):
        signing.take_step(workspace, minutes_id=key, status=MinutesStatus.SIGNED)


def test_signed_minutes_are_sealed_in_every_way(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = open_minutes(workspace, world.meeting, "One.")
    take_minutes_to(workspace, key, MinutesStatus.SIGNED)
    with workspace.read() as reader:
        paragraph = reader.find(MinutesParagraph, minutes_id=key)[0].id
    signature = Signature(minutes_id=key, ordinal=1, party_id=world.korea)
    sealed = "This edition of the minutes is sealed"
    with unchanged(), pytest.raises(Sealed, match=sealed) as caught:
        minutes.write_paragraph(workspace, a_paragraph(key))
    assert "Open a new edition" in caught.value.remedy
    with unchanged(), pytest.raises(Sealed, match=sealed):
        minutes.rewrite_paragraph(workspace, paragraph_id=paragraph, texts={"en": "Changed"})
    with unchanged(), pytest.raises(Sealed, match=sealed):
        minutes_writing.confirm(workspace, paragraph_ids=[paragraph])
    with unchanged(), pytest.raises(Sealed, match=sealed):
        signing.add_signatory(workspace, signature)


def test_a_signed_edition_is_corrected_by_the_next_one(workspace: Workspace, world: World) -> None:
    first = open_minutes(workspace, world.meeting, "One.")
    take_minutes_to(workspace, first, MinutesStatus.SIGNED)
    open_minutes(workspace, world.meeting, "One, corrected.")
    signing.take_step(workspace, minutes_id=first, status=MinutesStatus.CORRECTED)
    shown = minutes.show(workspace, meeting_id=world.meeting)
    assert shown is not None
    assert (shown.edition, shown.paragraphs[0].text) == (2, "One, corrected.")


def test_a_summary_record_does_not_hide_the_agreed_minutes(
    workspace: Workspace, world: World
) -> None:
    open_minutes(workspace, world.meeting, "Agreed.")
    for _edition in range(2):
        draft = Minutes(meeting_id=world.meeting, kind=MinutesKind.SUMMARY_RECORD)
        minutes.open_edition(workspace, draft)
    shown = minutes.show(workspace, meeting_id=world.meeting)
    assert shown is not None
    assert [paragraph.text for paragraph in shown.paragraphs] == ["Agreed."]


def test_a_meeting_that_has_a_summary_record_only_shows_that(
    workspace: Workspace, world: World
) -> None:
    draft = Minutes(meeting_id=world.meeting, kind=MinutesKind.SUMMARY_RECORD)
    key = key_of(minutes.open_edition(workspace, draft))
    shown = minutes.show(workspace, meeting_id=world.meeting)
    assert shown is not None
    assert shown.id == key


def test_minutes_take_lawful_steps_only(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = open_minutes(workspace, world.meeting, "One.")
    with unchanged(), pytest.raises(UnlawfulTransition, match="“pre-drafted” cannot become"):
        signing.take_step(workspace, minutes_id=key, status=MinutesStatus.SIGNED)
    take_minutes_to(workspace, key, MinutesStatus.SIGNED)
    with unchanged(), pytest.raises(UnlawfulTransition, match="“signed” cannot become"):
        signing.take_step(workspace, minutes_id=key, status=MinutesStatus.NEGOTIATED)


def test_each_side_answers_with_a_date(workspace: Workspace, world: World) -> None:
    key = open_minutes(workspace, world.meeting)
    for party_id, given in ((world.korea, Answer.CHANGES_PROPOSED), (world.korea, Answer.AGREED)):
        signing.give_answer(
            workspace,
            MinutesAnswer(
                minutes_id=key,
                party_id=party_id,
                answer=given,
                answered_on=date(2025, 6, 1),
                note="Paragraph 2.",
            ),
        )
    with workspace.read() as reader:
        given = [row.answer for row in reader.find(MinutesAnswer, minutes_id=key)]
    assert given == [Answer.CHANGES_PROPOSED, Answer.AGREED]


def test_each_signatory_signs_at_a_place_and_on_a_day_of_their_own(
    workspace: Workspace, world: World
) -> None:
    key = open_minutes(workspace, world.meeting)
    for party_id, place, day in (
        (world.korea, "Seoul", date(2025, 6, 2)),
        (world.mongolia, "Ulaanbaatar", date(2025, 6, 9)),
    ):
        signing.add_signatory(
            workspace,
            Signature(
                minutes_id=key,
                ordinal=1,
                party_id=party_id,
                printed_names={"en": place},
                capacities={"en": "Head of delegation"},
                place=place,
                signed_on=day,
            ),
        )
    shown = minutes.show(workspace, meeting_id=world.meeting)
    assert shown is not None
    told = [(row.party.code, row.place, row.signed_on) for row in shown.signatures]
    assert told == [
        ("KR", "Seoul", date(2025, 6, 2)),
        ("MN", "Ulaanbaatar", date(2025, 6, 9)),
    ]


def test_what_is_not_there_is_refused(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotFound, match="There is no meeting"):
        minutes.open_edition(workspace, Minutes(meeting_id=new_id()))
    with unchanged(), pytest.raises(NotFound, match="There is no minutes"):
        minutes.write_paragraph(workspace, a_paragraph(new_id()))
    with unchanged(), pytest.raises(NotFound, match="There is no minutes paragraph"):
        minutes_writing.confirm(workspace, paragraph_ids=[new_id()])
    answer = MinutesAnswer(
        minutes_id=new_id(), party_id=world.korea, answer="agreed", answered_on=date(2025, 6, 1)
    )
    with unchanged(), pytest.raises(NotFound):
        signing.give_answer(workspace, answer)
