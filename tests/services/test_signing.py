"""Minutes are agreed on and signed, each signatory at a place and on a day of their own."""

import hashlib
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.decision import DecisionStatus
from app.domain.delegation import DelegateRole
from app.domain.errors import Sealed, UnlawfulTransition
from app.domain.meeting import Meeting
from app.domain.minutes import Answer, MinutesAnswer, MinutesStatus, Signature
from app.services import (
    decisions,
    minutes_editions,
    minutes_records,
    minutes_sheets,
    minutes_writing,
    signing,
)
from app.services.incoming_files import EmptyFile
from app.services.signing import NobodyLeads, NotReady, ObstacleKind, WordsMissing
from app.store.queries.minutes_sheet import lawful_steps
from app.store.workspace import Workspace
from tests.builders import (
    World,
    key_of,
    open_minutes,
    seat_person,
    sign_for_all,
    take_minutes_to,
)
from tests.services.conftest import Unchanged

K = ObstacleKind


@pytest.fixture
def minutes(workspace: Workspace, world: World) -> UUID:
    return open_minutes(workspace, world.meeting, "One.", "Two.")


def kinds(workspace: Workspace, minutes: UUID, status: MinutesStatus) -> list[ObstacleKind]:
    found = signing.find_obstacles_to(workspace, minutes_id=minutes, status=status)
    return [each.kind for each in found]


def test_only_lawful_steps_are_offered() -> None:
    assert lawful_steps(MinutesStatus.NEGOTIATED) == (
        MinutesStatus.EXCHANGED,
        MinutesStatus.APPROVED,
    )
    assert MinutesStatus.CORRECTED not in lawful_steps(MinutesStatus.SIGNED)


def test_an_earlier_edition_can_take_no_step(
    workspace: Workspace, world: World, minutes: UUID
) -> None:
    minutes_editions.keep(workspace, minutes_id=minutes)
    latest = minutes_sheets.read(workspace, meeting_id=world.meeting)
    earlier = minutes_sheets.read(
        workspace, meeting_id=world.meeting, minutes_id=latest.editions[-1].id
    )
    assert latest.steps == lawful_steps(latest.status)
    assert earlier.steps == ()


def test_approval_needs_every_paragraph_confirmed_and_without_gaps(
    workspace: Workspace, world: World, minutes: UUID, unchanged: Unchanged
) -> None:
    first, second = minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs
    minutes_writing.confirm(workspace, paragraph_ids=[first.id], happened=False)
    minutes_writing.rewrite(
        workspace,
        paragraph_id=second.id,
        language="en",
        words="They meet next in [place to be confirmed].",
    )
    take_minutes_to(workspace, minutes, MinutesStatus.NEGOTIATED)
    assert kinds(workspace, minutes, MinutesStatus.APPROVED) == [K.NOT_CONFIRMED, K.GAP_IN_WORDS]
    with unchanged(), pytest.raises(NotReady, match="So are 1 more") as caught:
        signing.take_step(workspace, minutes_id=minutes, status=MinutesStatus.APPROVED)
    assert [each.subject for each in caught.value.obstacles] == [first.id, second.id]


@pytest.mark.parametrize(
    "words",
    [
        "[일자 확인 필요]",
        "[огноо: тодруулна]",
        "[場所は要確認]",
        "Rules [영어로만 있음, 한국어본 필요]",
    ],
)
def test_gaps_are_found_in_every_language(
    workspace: Workspace, world: World, minutes: UUID, words: str
) -> None:
    first = minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs[0]
    minutes_writing.rewrite(workspace, paragraph_id=first.id, language="ko", words=words)
    assert K.GAP_IN_WORDS in kinds(workspace, minutes, MinutesStatus.APPROVED)


def test_minutes_that_say_nothing_are_not_approved(workspace: Workspace, world: World) -> None:
    empty = open_minutes(workspace, world.meeting)
    assert kinds(workspace, empty, MinutesStatus.APPROVED) == [K.NO_PARAGRAPHS]


def test_signing_needs_a_signature_of_every_side(
    workspace: Workspace, world: World, minutes: UUID, unchanged: Unchanged
) -> None:
    take_minutes_to(workspace, minutes, MinutesStatus.APPROVED)
    assert kinds(workspace, minutes, MinutesStatus.SIGNED) == [K.NO_SIGNATORIES]
    draft = Signature(minutes_id=minutes, ordinal=1, party_id=world.korea)
    key = key_of(signing.add_signatory(workspace, draft))
    assert kinds(workspace, minutes, MinutesStatus.SIGNED) == [
        K.SIDE_WITHOUT_SIGNATORY,
        K.NAME_MISSING,
        K.NOT_SIGNED,
    ]
    signing.change_signatory(
        workspace, signature_id=key, printed_names={"en": "Cho Gye-yeon"}, capacities={}
    )
    signing.sign(workspace, signature_id=key, place="Seoul", signed_on=date(2025, 6, 2))
    sign_for_all(workspace, minutes)
    assert kinds(workspace, minutes, MinutesStatus.SIGNED) == []
    signing.take_step(workspace, minutes_id=minutes, status=MinutesStatus.SIGNED)
    with unchanged(), pytest.raises(Sealed):
        signing.sign(workspace, signature_id=key, place="Busan", signed_on=date(2025, 6, 2))
    with unchanged(), pytest.raises(Sealed):
        signing.remove_signatory(workspace, signature_id=key)


def test_signing_needs_the_day_the_place_and_numbered_decisions(
    workspace: Workspace, world: World, minutes: UUID
) -> None:
    with workspace.write("Prepare") as work:
        meeting = work.get(Meeting, world.meeting)
        meeting.starts_on = meeting.ends_on = None
        meeting.places = {}
        meeting.languages = ["en", "ko"]
        work.commit()
    first, second = minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs
    minutes_writing.rewrite(workspace, paragraph_id=first.id, language="ko", words="하나.")
    change = minutes_records.make_decision(
        workspace, paragraph_id=first.id, language="en", title="", words="One."
    )
    sign_for_all(workspace, minutes)
    found = signing.find_obstacles_to(workspace, minutes_id=minutes, status=MinutesStatus.SIGNED)
    assert [(each.kind, each.subject) for each in found] == [
        (K.DAY_MISSING, world.meeting),
        (K.PLACE_MISSING, world.meeting),
        (K.NO_WORDS, second.id),
        (K.DECISION_NOT_ADOPTED, key_of(change)),
    ]
    decisions.change_status(workspace, decision_id=key_of(change), status=DecisionStatus.WITHDRAWN)
    assert kinds(workspace, minutes, MinutesStatus.SIGNED).count(K.DECISION_NOT_ADOPTED) == 1


def test_two_signatories_sign_at_two_places_on_two_days(
    workspace: Workspace, world: World, minutes: UUID
) -> None:
    for delegation, name in (
        (world.korean_delegation, "Cho Gye-yeon"),
        (world.mongolian_delegation, "Batkhishig Purevdoo"),
    ):
        seat_person(
            workspace,
            delegation,
            name,
            role=DelegateRole.HEAD,
            printed_posts={"en": f"Post of {name}"},
        )
    signing.suggest_signatories(workspace, minutes_id=minutes)
    with pytest.raises(NobodyLeads):
        signing.suggest_signatories(workspace, minutes_id=minutes)
    rows = minutes_sheets.read(workspace, meeting_id=world.meeting).signatures
    assert [row.printed_names for row in rows] == [
        {"en": "Cho Gye-yeon"},
        {"en": "Batkhishig Purevdoo"},
    ]
    assert rows[0].capacities == {"en": "Post of Cho Gye-yeon"}
    for row, place, day in zip(
        rows, ("The Hague", "Prague"), (date(2002, 6, 17), date(2002, 7, 1)), strict=True
    ):
        signing.sign(workspace, signature_id=row.id, place=place, signed_on=day)
    signed = minutes_sheets.read(workspace, meeting_id=world.meeting).signatures
    assert [(row.place, row.signed_on) for row in signed] == [
        ("The Hague", date(2002, 6, 17)),
        ("Prague", date(2002, 7, 1)),
    ]


def test_each_side_answers_and_who_has_not_answered_is_seen(
    workspace: Workspace, world: World, minutes: UUID, unchanged: Unchanged
) -> None:
    def answer(given: Answer, day: int, note: str = "") -> None:
        draft = MinutesAnswer(
            minutes_id=minutes,
            party_id=world.korea,
            answer=given,
            answered_on=date(2025, 6, day),
            note=note,
        )
        signing.give_answer(workspace, draft)

    with unchanged(), pytest.raises(WordsMissing) as caught:
        answer(Answer.CHANGES_PROPOSED, 1)
    assert caught.value.field == "note"
    answer(Answer.CHANGES_PROPOSED, 1, "In paragraph 2, “shall”.")
    answer(Answer.AGREED, 4)
    sides = {
        each.party.code: each
        for each in minutes_sheets.read(workspace, meeting_id=world.meeting).sides
    }
    assert (sides["KR"].answer, sides["KR"].answered_on) == ("agreed", date(2025, 6, 4))
    assert sides["MN"].answer == ""
    signing.withdraw_answer(workspace, minutes_id=minutes, party_id=world.korea)
    after = minutes_sheets.read(workspace, meeting_id=world.meeting).sides
    assert {each.party.code: each.answer for each in after}["KR"] == "changes-proposed"


def test_a_signed_scan_is_kept_with_its_hash_even_after_the_signing(
    workspace: Workspace, world: World, minutes: UUID, tmp_path: Path, unchanged: Unchanged
) -> None:
    take_minutes_to(workspace, minutes, MinutesStatus.SIGNED)
    path = tmp_path / "Signed original.pdf"
    path.write_bytes(b"%PDF-1.7 two signatures")
    for _twice in range(2):
        signing.attach_scan(workspace, minutes_id=minutes, path=path, language="en")
    (scan,) = minutes_sheets.read(workspace, meeting_id=world.meeting).scans
    assert scan.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    shown = signing.put_out_scan(workspace, attachment_id=scan.attachment_id)
    assert shown.read_bytes() == path.read_bytes()
    assert shown.name == "Signed original.pdf"
    empty = tmp_path / "empty.pdf"
    empty.touch()
    with unchanged(), pytest.raises(EmptyFile):
        signing.attach_scan(workspace, minutes_id=minutes, path=empty)
    signing.detach_scan(workspace, link_id=scan.link_id)
    assert minutes_sheets.read(workspace, meeting_id=world.meeting).scans == ()


def test_steps_that_do_not_follow_are_refused(
    workspace: Workspace, minutes: UUID, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(UnlawfulTransition):
        signing.take_step(workspace, minutes_id=minutes, status=MinutesStatus.PUBLISHED)
