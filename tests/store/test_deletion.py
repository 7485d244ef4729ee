from collections.abc import Callable

import pytest

from app.domain.agenda import AgendaItem
from app.domain.body import Body, BodyName, BodyParty
from app.domain.journal import ChangeEntry, Operation
from app.domain.meeting import Meeting
from app.domain.party import NameKind, Party, PartyKind
from app.store.broken_rules import StillInUse
from app.store.search import find_records
from app.store.workspace import Workspace

AddBody = Callable[..., Body]
AddMeeting = Callable[..., Meeting]


@pytest.fixture
def meeting(workspace: Workspace, add_body: AddBody, add_meeting: AddMeeting) -> Meeting:
    """A meeting with an agenda of two levels, the third item carried to a second meeting."""
    with workspace.write("Plan a meeting") as work:
        body = add_body(work)
        meeting, later = add_meeting(work, body, 1), add_meeting(work, body, 2)
        top = work.add(AgendaItem(meeting_id=meeting.id, ordinal=1, titles={"en": "Opening"}))
        below = work.add(
            AgendaItem(meeting_id=meeting.id, parent_id=top.id, ordinal=1, titles={"en": "Welcome"})
        )
        work.add(
            AgendaItem(
                meeting_id=later.id, ordinal=1, carried_from_id=below.id, titles={"en": "Carried"}
            )
        )
        work.commit()
    return meeting


def test_what_belongs_to_a_record_goes_with_it(workspace: Workspace, meeting: Meeting) -> None:
    with workspace.write("Remove a meeting") as work:
        work.delete(work.get(Meeting, meeting.id))
        changes = work.commit()
    with workspace.read() as reader:
        (kept,) = reader.find(AgendaItem)
        gone = reader.find(ChangeEntry, change_set_id=changes.number, operation=Operation.DELETE)
    assert kept.titles == {"en": "Carried"}
    assert [entry.entity for entry in gone] == ["agenda_item", "agenda_item", "meeting"]


def test_what_only_points_at_a_record_lets_go_of_it(workspace: Workspace, meeting: Meeting) -> None:
    with workspace.write("Remove a meeting") as work:
        work.delete(work.get(Meeting, meeting.id))
        changes = work.commit()
    with workspace.read() as reader:
        (kept,) = reader.find(AgendaItem)
        (updated,) = reader.find(
            ChangeEntry, change_set_id=changes.number, operation=Operation.UPDATE
        )
    assert kept.carried_from_id is None
    assert updated.before is not None
    assert updated.before["carried_from_id"] is not None


def test_what_was_deleted_is_no_longer_found(workspace: Workspace, meeting: Meeting) -> None:
    with workspace.read() as reader:
        assert find_records(reader, query="welcome").count == 1
    with workspace.write("Remove a meeting") as work:
        work.delete(work.get(Meeting, meeting.id))
        work.commit()
    with workspace.read() as reader:
        assert find_records(reader, query="welcome").count == 0
        assert find_records(reader, query="carried").count == 1


def test_a_record_in_use_is_not_deleted_and_its_users_are_named(
    workspace: Workspace, meeting: Meeting
) -> None:
    with workspace.write("Remove a body") as work, pytest.raises(StillInUse) as refused:
        work.delete(work.get(Body, meeting.body_id))
    assert refused.value.used_by == (("meeting", 2),)
    with workspace.read() as reader:
        assert len(reader.find(Meeting)) == 2


def test_names_and_seats_go_with_a_body_but_its_parties_stay(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        body = add_body(work)
        party = work.add(Party(code="KR", kind=PartyKind.STATE))
        work.add(BodyParty(body_id=body.id, party_id=party.id, seat=1))
        work.add(BodyName(body_id=body.id, kind=NameKind.ACRONYM, language="en", text="JWG"))
        work.commit()
    with workspace.write("Remove a body") as work:
        work.delete(work.get(Body, body.id))
        work.commit()
    with workspace.read() as reader:
        assert reader.find(BodyParty) == []
        assert reader.find(BodyName) == []
        assert len(reader.find(Party)) == 1


def test_a_record_that_was_only_just_added_can_be_deleted(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        work.delete(add_body(work))
        work.commit()
    with workspace.read() as reader:
        assert reader.find(Body) == []
