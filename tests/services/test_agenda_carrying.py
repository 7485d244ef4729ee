from datetime import date
from uuid import UUID

import pytest

from app.domain.agenda import AgendaItem, ItemOutcome, ItemStatus, StandardItem
from app.domain.errors import RuleBroken
from app.domain.meeting import AgendaStatus, MeetingStatus
from app.services import agenda, agenda_carrying, agenda_editions, bodies, meetings, papers
from app.store.workspace import Workspace
from tests.builders import World, a_body, a_meeting, a_paper, an_agenda_item, key_of
from tests.services.conftest import Unchanged

Items = dict[str, UUID]


@pytest.fixture
def following(workspace: Workspace, world: World) -> UUID:
    draft = a_meeting(world.body, ordinal=2, code="JWG-2", planned_starts_on=date(2026, 5, 12))
    return key_of(meetings.plan(workspace, draft))


@pytest.fixture
def items(workspace: Workspace, world: World) -> Items:
    made: Items = {}
    for name, parent in (("A", None), ("B", None), ("b1", "B"), ("b2", "B")):
        draft = an_agenda_item(
            world.meeting,
            titles={"en": name},
            parent_id=made[parent] if parent else None,
            minutes_planned=30,
            lead_party_id=world.korea,
        )
        made[name] = key_of(agenda.add_item(workspace, draft))
    return made


def told(workspace: Workspace, meeting_id: UUID) -> list[tuple[int, str]]:
    rows = agenda.outline(workspace, meeting_id=meeting_id).items
    return [(row.depth, row.title) for row in rows]


def test_an_item_is_carried_with_what_is_unfinished_below_it_and_both_know_it(
    workspace: Workspace, world: World, items: Items, following: UUID
) -> None:
    agenda.close_item(
        workspace, item_id=items["b1"], status=ItemStatus.CONCLUDED, outcome=ItemOutcome.NOTED
    )
    agenda_carrying.carry(workspace, item_ids=(items["B"],), to_meeting_id=following)
    assert told(workspace, following) == [(0, "B"), (1, "b2")]
    fresh = agenda.outline(workspace, meeting_id=following).items[0]
    assert (fresh.carried_from, fresh.minutes_planned, fresh.status) == (
        "JWG-1",
        30,
        ItemStatus.PROPOSED,
    )
    assert fresh.lead is not None
    rows = {row.title: row for row in agenda.outline(workspace, meeting_id=world.meeting).items}
    assert (rows["B"].carried_to, rows["B"].status) == ("JWG-2", ItemStatus.DEFERRED)
    assert (rows["b1"].carried_to, rows["b1"].status) == ("", ItemStatus.CONCLUDED)
    assert rows["A"].carried_to == ""


def test_carrying_twice_enters_nothing_twice(
    workspace: Workspace, items: Items, following: UUID
) -> None:
    agenda_carrying.carry(workspace, item_ids=(items["B"],), to_meeting_id=following)
    again = agenda_carrying.carry(
        workspace, item_ids=(items["A"], items["B"]), to_meeting_id=following
    )
    assert told(workspace, following) == [(0, "B"), (1, "b1"), (1, "b2"), (0, "A")]
    assert again.kinds == {"agenda_item"}
    third = agenda_carrying.carry(
        workspace, item_ids=(items["A"], items["B"]), to_meeting_id=following
    )
    assert third.kinds == frozenset()


def test_papers_go_with_an_item(
    workspace: Workspace, world: World, items: Items, following: UUID
) -> None:
    paper_id = key_of(papers.register(workspace, a_paper(world.body, symbol="P1")))
    agenda.add_paper(workspace, item_id=items["A"], paper_id=paper_id)
    agenda_carrying.carry(workspace, item_ids=(items["A"],), to_meeting_id=following)
    fresh = agenda.outline(workspace, meeting_id=following).items[0]
    assert [paper.symbol for paper in fresh.papers] == ["P1"]


def test_a_carried_item_stands_before_other_business(
    workspace: Workspace, items: Items, following: UUID
) -> None:
    for title, standard in (("Opening", "opening"), ("Other", "other-business")):
        draft = an_agenda_item(following, titles={"en": title}, standard=StandardItem(standard))
        agenda.add_item(workspace, draft)
    agenda_carrying.carry(workspace, item_ids=(items["A"],), to_meeting_id=following)
    assert told(workspace, following) == [(0, "Opening"), (0, "A"), (0, "Other")]


def test_an_item_carried_after_the_next_agenda_went_round_is_late_there(
    workspace: Workspace, items: Items, following: UUID
) -> None:
    agenda.add_item(workspace, an_agenda_item(following))
    agenda_editions.change_agenda_status(
        workspace, meeting_id=following, status=AgendaStatus.PROVISIONAL
    )
    agenda_carrying.carry(workspace, item_ids=(items["A"],), to_meeting_id=following)
    rows = agenda.outline(workspace, meeting_id=following).items
    assert [row.is_late for row in rows] == [False, True]


@pytest.mark.parametrize("status", [ItemStatus.CONCLUDED, ItemStatus.WITHDRAWN])
def test_what_is_finished_is_not_carried(
    workspace: Workspace,
    items: Items,
    following: UUID,
    unchanged: Unchanged,
    status: ItemStatus,
) -> None:
    agenda.close_item(workspace, item_id=items["A"], status=status)
    with unchanged(), pytest.raises(RuleBroken, match="nothing to carry on"):
        agenda_carrying.carry(workspace, item_ids=(items["B"], items["A"]), to_meeting_id=following)


def test_what_another_meeting_took_up_is_not_carried_to_a_third(
    workspace: Workspace, world: World, items: Items, following: UUID, unchanged: Unchanged
) -> None:
    third = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=3, code="JWG-3")))
    agenda_carrying.carry(workspace, item_ids=(items["A"],), to_meeting_id=following)
    with unchanged(), pytest.raises(RuleBroken, match="was carried to JWG-2 already"):
        agenda_carrying.carry(workspace, item_ids=(items["A"],), to_meeting_id=third)
    fresh = agenda.outline(workspace, meeting_id=following).items[0]
    agenda_carrying.carry(workspace, item_ids=(fresh.id,), to_meeting_id=third)
    assert agenda.outline(workspace, meeting_id=third).items[0].carried_from == "JWG-2"


def test_an_item_is_carried_only_to_another_meeting_of_its_body(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    other_body = key_of(bodies.establish(workspace, a_body(code="OTHER")))
    elsewhere = key_of(meetings.plan(workspace, a_meeting(other_body)))
    for target in (elsewhere, world.meeting):
        with unchanged(), pytest.raises(RuleBroken, match="another meeting of its body"):
            agenda_carrying.carry(workspace, item_ids=(items["A"],), to_meeting_id=target)


def test_deleting_the_carried_item_frees_the_old_one(
    workspace: Workspace, items: Items, following: UUID
) -> None:
    agenda_carrying.carry(workspace, item_ids=(items["A"],), to_meeting_id=following)
    fresh = agenda.outline(workspace, meeting_id=following).items[0]
    agenda.remove_item(workspace, item_id=fresh.id)
    with workspace.read() as reader:
        assert reader.get(AgendaItem, items["A"]).carried_to_id is None
    left = agenda_carrying.list_left_over(workspace, meeting_id=following)
    assert "A" in {row.title for row in left}


def test_what_is_left_over_is_told_to_the_meetings_after(
    workspace: Workspace, world: World, items: Items, following: UUID
) -> None:
    agenda.close_item(
        workspace, item_id=items["A"], status=ItemStatus.CONCLUDED, outcome=ItemOutcome.AGREED
    )
    left = agenda_carrying.list_left_over(workspace, meeting_id=following)
    assert [(row.title, row.meeting) for row in left] == [("B", "JWG-1 · First meeting")]
    agenda_carrying.carry(
        workspace, item_ids=tuple(row.id for row in left), to_meeting_id=following
    )
    assert agenda_carrying.list_left_over(workspace, meeting_id=following) == ()


def test_meetings_ahead_are_those_of_the_body_that_are_not_over(
    workspace: Workspace, world: World, following: UUID
) -> None:
    draft = a_meeting(
        world.body, ordinal=3, code="JWG-3", status=MeetingStatus.CANCELLED, titles={"en": "No"}
    )
    meetings.plan(workspace, draft)
    ahead = agenda_carrying.list_meetings_ahead(workspace, meeting_id=world.meeting)
    assert ahead == ((following, "JWG-2 · First meeting"),)
