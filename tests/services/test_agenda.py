from datetime import time
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.agenda import AgendaItem, AgendaPaper, ItemOutcome, ItemStatus
from app.domain.errors import NotFound, RuleBroken, UnlawfulTransition
from app.domain.identity import new_id
from app.domain.meeting import AgendaStatus, Meeting
from app.services import agenda, decisions, meetings, papers
from app.services.agenda import BelowItself
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_decision,
    a_meeting,
    a_paper,
    an_agenda_item,
    key_of,
)
from tests.services.conftest import Unchanged

Items = dict[str, UUID]


def outline(workspace: Workspace, meeting_id: UUID) -> list[str]:
    """The agenda as it is read: one line an item, indented by its depth."""
    rows = agenda.list_for_meeting(workspace, meeting_id=meeting_id)
    return ["." * row.depth + row.label for row in rows]


@pytest.fixture
def items(workspace: Workspace, world: World) -> Items:
    """Items A, B with b1 and b2, and C."""
    made: Items = {}
    for label, parent in (("A", None), ("B", None), ("b1", "B"), ("b2", "B"), ("C", None)):
        draft = an_agenda_item(world.meeting, label, parent_id=made[parent] if parent else None)
        made[label] = key_of(agenda.add_item(workspace, draft))
    return made


def test_items_are_listed_in_order_each_followed_by_those_below_it(
    workspace: Workspace, world: World, items: Items
) -> None:
    assert outline(workspace, world.meeting) == ["A", "B", ".b1", ".b2", "C"]


@pytest.mark.parametrize(
    ("moved", "parent", "position", "expected"),
    [
        ("C", None, 1, ["C", "A", "B", ".b1", ".b2"]),
        ("A", None, 2, ["B", ".b1", ".b2", "A", "C"]),
        ("A", None, 3, ["B", ".b1", ".b2", "C", "A"]),
        ("A", None, 99, ["B", ".b1", ".b2", "C", "A"]),
        ("C", None, -5, ["C", "A", "B", ".b1", ".b2"]),
        ("B", None, 2, ["A", "B", ".b1", ".b2", "C"]),
        ("b2", "B", 1, ["A", "B", ".b2", ".b1", "C"]),
        ("C", "B", 2, ["A", "B", ".b1", ".C", ".b2"]),
        ("b1", None, 1, ["b1", "A", "B", ".b2", "C"]),
        ("B", "A", 1, ["A", ".B", "..b1", "..b2", "C"]),
        ("b1", "b2", 1, ["A", "B", ".b2", "..b1", "C"]),
    ],
)
def test_an_item_moves_with_everything_below_it(
    workspace: Workspace,
    world: World,
    items: Items,
    moved: str,
    parent: str | None,
    position: int,
    expected: list[str],
) -> None:
    agenda.move_item(
        workspace,
        item_id=items[moved],
        parent_id=items[parent] if parent else None,
        position=position,
    )
    assert outline(workspace, world.meeting) == expected


@pytest.mark.parametrize("parent", ["B", "b1", "deep"])
def test_an_item_cannot_be_put_below_itself(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged, parent: str
) -> None:
    draft = an_agenda_item(world.meeting, "deep", parent_id=items["b1"])
    items["deep"] = key_of(agenda.add_item(workspace, draft))
    with unchanged(), pytest.raises(BelowItself, match="Agenda item B cannot be put below itself"):
        agenda.move_item(workspace, item_id=items["B"], parent_id=items[parent], position=1)


def test_an_item_stays_in_the_agenda_of_its_meeting(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    other = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2, code="JWG-2")))
    elsewhere = key_of(agenda.add_item(workspace, an_agenda_item(other, "X")))
    with unchanged(), pytest.raises(RuleBroken, match="another meeting"):
        agenda.move_item(workspace, item_id=items["A"], parent_id=elsewhere, position=1)
    draft = an_agenda_item(world.meeting, "Y", parent_id=elsewhere)
    with unchanged(), pytest.raises(RuleBroken, match="another meeting"):
        agenda.add_item(workspace, draft)


def test_an_item_below_one_that_is_not_there_is_refused(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(NotFound, match="There is no agenda item"):
        agenda.move_item(workspace, item_id=items["A"], parent_id=new_id(), position=1)
    with unchanged(), pytest.raises(NotFound, match="There is no agenda item"):
        agenda.add_item(workspace, an_agenda_item(world.meeting, parent_id=new_id()))
    with unchanged(), pytest.raises(NotFound, match="There is no meeting"):
        agenda.add_item(workspace, an_agenda_item(new_id()))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.none() | st.integers(0, 4), st.integers(-1, 7)),
        min_size=1,
        max_size=5,
    )
)
def test_whatever_is_moved_every_item_keeps_one_place_counted_from_one(
    workspace: Workspace, world: World, moves: list[tuple[int, int | None, int]]
) -> None:
    meeting_id = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=None)))
    keys = [
        key_of(agenda.add_item(workspace, an_agenda_item(meeting_id, str(number))))
        for number in range(5)
    ]
    for moved, parent, position in moves:
        target = None if parent is None else keys[parent]
        rows = agenda.list_for_meeting(workspace, meeting_id=meeting_id)
        above = {row.id: row.parent_id for row in rows}
        if _is_below(above, target, keys[moved]):
            with pytest.raises(BelowItself):
                agenda.move_item(
                    workspace, item_id=keys[moved], parent_id=target, position=position
                )
            continue
        agenda.move_item(workspace, item_id=keys[moved], parent_id=target, position=position)
        places = _places(workspace, meeting_id)
        assert sorted(
            row.id for row in agenda.list_for_meeting(workspace, meeting_id=meeting_id)
        ) == sorted(keys)
        for siblings in places.values():
            assert sorted(siblings.values()) == list(range(1, len(siblings) + 1))
        beside = places[target]
        assert beside[keys[moved]] == max(1, min(position, len(beside)))


def _is_below(above: dict[UUID, UUID | None], key: UUID | None, item: UUID) -> bool:
    while key is not None:
        if key == item:
            return True
        key = above[key]
    return False


def _places(workspace: Workspace, meeting_id: UUID) -> dict[UUID | None, dict[UUID, int]]:
    places: dict[UUID | None, dict[UUID, int]] = {}
    with workspace.read() as reader:
        for item in reader.find(AgendaItem, meeting_id=meeting_id):
            places.setdefault(item.parent_id, {})[item.id] = item.ordinal
    return places


def test_an_item_takes_lawful_steps_only(
    workspace: Workspace, items: Items, unchanged: Unchanged
) -> None:
    for status in (ItemStatus.INCLUDED, ItemStatus.OPENED, ItemStatus.CONCLUDED):
        agenda.change_status(workspace, item_id=items["A"], status=status)
    with unchanged(), pytest.raises(UnlawfulTransition, match="“concluded” cannot become"):
        agenda.change_status(workspace, item_id=items["A"], status=ItemStatus.OPENED)


def test_the_outcome_of_an_item_is_recorded(
    workspace: Workspace, world: World, items: Items
) -> None:
    agenda.record_outcome(
        workspace, item_id=items["A"], outcome=ItemOutcome.ADOPTED, texts={"en": "Adopted."}
    )
    agenda.record_outcome(workspace, item_id=items["C"], outcome=ItemOutcome.NOTED)
    rows = {row.label: row for row in agenda.list_for_meeting(workspace, meeting_id=world.meeting)}
    assert (rows["A"].outcome, rows["A"].outcome_text) == ("adopted", "Adopted.")
    assert (rows["C"].outcome, rows["C"].outcome_text) == ("noted", "")
    assert rows["B"].outcome is None


def test_the_agenda_as_a_whole_takes_lawful_steps_only(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(UnlawfulTransition, match="An agenda that is “preliminary”"):
        agenda.change_agenda_status(
            workspace, meeting_id=world.meeting, status=AgendaStatus.ADOPTED
        )
    for status in (AgendaStatus.PROVISIONAL, AgendaStatus.DRAFT, AgendaStatus.ADOPTED):
        agenda.change_agenda_status(workspace, meeting_id=world.meeting, status=status)
    with workspace.read() as reader:
        assert reader.get(Meeting, world.meeting).agenda_status is AgendaStatus.ADOPTED


def test_an_item_tells_its_time_its_side_and_its_decisions(
    workspace: Workspace, world: World
) -> None:
    draft = an_agenda_item(
        world.meeting,
        lead_party_id=world.mongolia,
        starts_at=time(9, 30),
        minutes_planned=45,
        annotations={"en": "For adoption", "ko": "채택"},
    )
    item_id = key_of(agenda.add_item(workspace, draft))
    for symbol in ("Draft B", "Draft A"):
        decisions.draft_decision(
            workspace,
            a_decision(
                world.body,
                meeting_id=world.meeting,
                agenda_item_id=item_id,
                temporary_symbol=symbol,
            ),
        )
    (row,) = agenda.list_for_meeting(workspace, meeting_id=world.meeting, language="ko")
    assert row.lead is not None
    assert (row.lead.code, row.lead.seat) == ("MN", 2)
    assert (row.starts_at, row.minutes_planned, row.annotation) == (time(9, 30), 45, "채택")
    assert [symbol for _key, symbol in row.decisions] == ["Draft A", "Draft B"]


def test_a_paper_is_put_before_an_item_once(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    paper_id = key_of(papers.register(workspace, a_paper(world.body, meeting_id=world.meeting)))
    agenda.add_paper(workspace, item_id=items["A"], paper_id=paper_id)
    with workspace.read() as reader:
        assert [link.paper_id for link in reader.find(AgendaPaper)] == [paper_id]
    with unchanged(), pytest.raises(RuleBroken):
        agenda.add_paper(workspace, item_id=items["A"], paper_id=paper_id)
    with unchanged(), pytest.raises(NotFound, match="There is no paper"):
        agenda.add_paper(workspace, item_id=items["A"], paper_id=new_id())
