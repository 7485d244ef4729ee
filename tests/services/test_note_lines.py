"""Lines typed during a meeting become records at once, and the lines are kept."""

from datetime import date

import pytest

from app.domain.action import ActionItem
from app.domain.decision import Decision
from app.domain.delegation import Attendance, Delegate
from app.domain.errors import Sealed
from app.domain.minutes import MinutesStatus
from app.domain.party import Party
from app.services import agenda, delegations, minutes_sheets, note_lines
from app.services.minutes_sheets import SheetParagraph
from app.services.note_lines import (
    NobodyOfThatName,
    NotePlace,
    NoteRefused,
    SeveralOfThatName,
)
from app.store.change_set import ChangeSet
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_paragraph,
    an_agenda_item,
    key_of,
    open_minutes,
    seat_person,
    take_minutes_to,
)
from tests.services.conftest import Unchanged


@pytest.fixture(autouse=True)
def adjectives(request: pytest.FixtureRequest) -> None:
    """Tell how the two sides are called in a sentence."""
    workspace: Workspace = request.getfixturevalue("workspace")
    world: World = request.getfixturevalue("world")
    with workspace.write("Prepare") as work:
        work.get(Party, world.korea).adjectives = {"en": "Korean", "ko": "한국", "mn": "Солонгосын"}
        work.get(Party, world.mongolia).adjectives = {"en": "Mongolian", "ko": "몽골"}
        work.commit()


def note(workspace: Workspace, world: World, line: str, **how: object) -> ChangeSet:
    sheet = minutes_sheets.read(workspace, meeting_id=world.meeting)
    key = sheet.id or open_minutes(workspace, world.meeting)
    return note_lines.record(workspace, minutes_id=key, line=line, **({"language": "en"} | how))


def last(workspace: Workspace, world: World) -> SheetParagraph:
    return minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs[-1]


def test_a_decision_line_becomes_a_draft_decision(workspace: Workspace, world: World) -> None:
    note(workspace, world, "D: the detailed rules are adopted")
    paragraph = last(workspace, world)
    assert paragraph.texts == {"en": "The detailed rules are adopted."}
    assert paragraph.source_line == "D: the detailed rules are adopted"
    assert paragraph.confirmed, "the meeting is over: what is typed has happened"
    assert paragraph.decision is not None
    with workspace.read() as reader:
        assert reader.get(Decision, paragraph.decision.id).meeting_id == world.meeting


def test_an_action_line_becomes_an_action_item_with_side_and_day(
    workspace: Workspace, world: World
) -> None:
    note(workspace, world, "A: KR, 15 Dec 2026: Send the draft annex")
    paragraph = last(workspace, world)
    assert paragraph.texts["en"] == (
        "Action item A1 (the Korean side, due 15 December 2026): Send the draft annex."
    )
    assert paragraph.action is not None
    with workspace.read() as reader:
        action = reader.get(ActionItem, paragraph.action.id)
    assert (action.party_id, action.due_on) == (world.korea, date(2026, 12, 15))
    note(workspace, world, "ㅁ: 양측, 다음 회의 전까지: 초안 검토", language="ko")
    paragraph = last(workspace, world)
    assert paragraph.texts == {"ko": "조치사항 A2(양측, 다음 회의 전까지): 초안 검토."}


def test_what_was_noted_and_stated_is_a_whole_sentence(workspace: Workspace, world: World) -> None:
    note(workspace, world, "N: the revised schedule")
    told = "The two sides took note of the following: the revised schedule."
    assert last(workspace, world).texts["en"] == told
    note(workspace, world, "N: MN: the revised schedule")
    noted = last(workspace, world)
    told = "The Mongolian side took note of the following: the revised schedule."
    assert noted.texts["en"] == told
    assert (noted.grade, noted.party_id) == ("noted", world.mongolia)
    note(workspace, world, "한국: 국내 절차를 설명하였다", language="ko")
    stated = last(workspace, world)
    assert stated.texts == {"ko": "한국 측은 국내 절차를 설명하였다."}
    assert (stated.grade, stated.party_id) == ("one-side", world.korea)


def test_a_plain_line_is_a_paragraph_without_a_kept_line(
    workspace: Workspace, world: World
) -> None:
    note(workspace, world, "the meeting resumed at 14:00")
    paragraph = last(workspace, world)
    assert (paragraph.texts["en"], paragraph.source_line) == ("The meeting resumed at 14:00.", "")


def test_a_line_stands_where_it_was_typed(workspace: Workspace, world: World) -> None:
    item = key_of(agenda.add_item(workspace, an_agenda_item(world.meeting)))
    key = open_minutes(workspace, world.meeting)
    from app.services import minutes_writing

    for text in ("One.", "Three."):
        minutes_writing.write(workspace, [a_paragraph(key, text, agenda_item_id=item)])
    first = minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs[0]
    place = NotePlace(agenda_item_id=item, after_id=first.id)
    note(workspace, world, "Two", place=place)
    shown = minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs
    assert [each.texts["en"] for each in shown] == ["One.", "Two.", "Three."]


def test_a_paragraph_that_was_typed_as_a_line_becomes_the_record(
    workspace: Workspace, world: World
) -> None:
    open_minutes(workspace, world.meeting, "D: the rules are adopted")
    paragraph = last(workspace, world)
    note(workspace, world, "D: the rules are adopted", paragraph_id=paragraph.id)
    (after,) = minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs
    assert after.id == paragraph.id
    assert after.texts["en"] == "The rules are adopted."
    assert after.decision is not None


def test_who_attended_is_found_by_other_spellings_and_orders(
    workspace: Workspace, world: World
) -> None:
    seat = seat_person(workspace, world.korean_delegation, "Cho Gye-yeon")
    note(workspace, world, "+ CHO Gye Yoen")
    with workspace.read() as reader:
        assert reader.get(Delegate, seat).attendance is Attendance.ATTENDED
    assert minutes_sheets.read(workspace, meeting_id=world.meeting).paragraphs == ()


def test_a_name_that_fits_two_is_asked_about(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    keys = [
        seat_person(workspace, world.mongolian_delegation, name)
        for name in ("Bat-Erdene Dorj", "Bat-Erdene Ganbold")
    ]
    open_minutes(workspace, world.meeting)
    with unchanged(), pytest.raises(SeveralOfThatName) as caught:
        note(workspace, world, "+ Bat-Erdene")
    assert {key for key, _name in caught.value.candidates} == set(keys)
    note(workspace, world, "+ Bat-Erdene", delegate_id=keys[1])
    rows = delegations.list_for_meeting(workspace, meeting_id=world.meeting)
    marks = {seat.id: seat.attendance for row in rows for seat in row.delegates}
    assert (marks[keys[0]], marks[keys[1]]) == ("nominated", "attended")


def test_a_name_that_nobody_bears_is_told(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    open_minutes(workspace, world.meeting)
    with unchanged(), pytest.raises(NobodyOfThatName, match="Nobody in the delegations"):
        note(workspace, world, "+ Somebody Else")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("A: Send the draft", "An action item needs the side"),
        ("A: JP, 2026-12-15: Send", "“JP” is no side of this meeting"),
        ("A: KR, 31 Feb 2026: Send", "There is no such day as “31 Feb 2026”"),
        ("D:", "There are no words after the mark"),
    ],
)
def test_a_line_that_is_not_understood_changes_nothing(
    workspace: Workspace, world: World, unchanged: Unchanged, line: str, sentence: str
) -> None:
    open_minutes(workspace, world.meeting)
    with unchanged(), pytest.raises(NoteRefused, match=sentence) as caught:
        note(workspace, world, line)
    assert caught.value.field == "line"


def test_signed_minutes_take_no_notes(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    key = open_minutes(workspace, world.meeting, "One.")
    take_minutes_to(workspace, key, MinutesStatus.SIGNED)
    with unchanged(), pytest.raises(Sealed):
        note(workspace, world, "D: no")
