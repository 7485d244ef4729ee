from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.agenda import AgendaItem
from app.domain.errors import NotFound, RuleBroken
from app.domain.identity import new_id
from app.domain.meeting import AgendaNumbering
from app.services import agenda, history, meetings
from app.services.agenda import BelowItself, Direction, NoSuchPlace
from app.store.workspace import Workspace
from tests.builders import World, a_meeting, an_agenda_item, key_of
from tests.services.conftest import Unchanged

Items = dict[str, UUID]


def outline(workspace: Workspace, meeting_id: UUID) -> list[str]:
    """The agenda as it is read: one line an item, indented by its depth."""
    rows = agenda.list_for_meeting(workspace, meeting_id=meeting_id)
    return ["." * row.depth + row.label for row in rows]


@pytest.fixture
def items(workspace: Workspace, world: World) -> Items:
    """Items A, B with b1 and b2, and C."""
    agenda.change_numbering(
        workspace, meeting_id=world.meeting, numbering=AgendaNumbering.AS_ENTERED
    )
    made: Items = {}
    for label, parent in (("A", None), ("B", None), ("b1", "B"), ("b2", "B"), ("C", None)):
        draft = an_agenda_item(world.meeting, label, parent_id=made[parent] if parent else None)
        made[label] = key_of(agenda.add_item(workspace, draft))
    return made


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


@pytest.mark.parametrize(
    ("moved", "direction", "expected"),
    [
        ("C", Direction.UP, ["A", "C", "B", ".b1", ".b2"]),
        ("A", Direction.DOWN, ["B", ".b1", ".b2", "A", "C"]),
        ("b2", Direction.UP, ["A", "B", ".b2", ".b1", "C"]),
        ("b1", Direction.UP, ["A", ".b1", "B", ".b2", "C"]),
        ("b2", Direction.DOWN, ["A", "B", ".b1", "C", ".b2"]),
        ("b1", Direction.OUT, ["A", "B", ".b2", "b1", "C"]),
        ("C", Direction.IN, ["A", "B", ".b1", ".b2", ".C"]),
        ("B", Direction.IN, ["A", ".B", "..b1", "..b2", "C"]),
    ],
)
def test_an_item_goes_a_step_in_a_direction(
    workspace: Workspace,
    world: World,
    items: Items,
    moved: str,
    direction: Direction,
    expected: list[str],
) -> None:
    agenda.shift_items(workspace, item_ids=(items[moved],), direction=direction)
    assert outline(workspace, world.meeting) == expected


@pytest.mark.parametrize(
    ("moved", "direction", "sentence"),
    [
        ("A", Direction.UP, "Agenda item A stands first already"),
        ("C", Direction.DOWN, "Agenda item C stands last already"),
        ("A", Direction.OUT, "Agenda item A is not below another item"),
        ("A", Direction.IN, "Agenda item A has no item before it"),
        ("b1", Direction.IN, "Agenda item b1 has no item before it"),
    ],
)
def test_a_step_that_leads_nowhere_is_refused_in_words(
    workspace: Workspace,
    items: Items,
    unchanged: Unchanged,
    moved: str,
    direction: Direction,
    sentence: str,
) -> None:
    with unchanged(), pytest.raises(NoSuchPlace, match=sentence):
        agenda.shift_items(workspace, item_ids=(items[moved],), direction=direction)


@pytest.mark.parametrize(
    ("moved", "target", "above", "expected"),
    [
        (("A",), "C", True, ["B", ".b1", ".b2", "A", "C"]),
        (("A",), "C", False, ["B", ".b1", ".b2", "C", "A"]),
        (("C",), "A", True, ["C", "A", "B", ".b1", ".b2"]),
        (("A", "C"), "b1", False, ["B", ".b1", ".A", ".C", ".b2"]),
        (("A", "C"), "b1", True, ["B", ".A", ".C", ".b1", ".b2"]),
        (("b1", "b2"), "A", True, ["b1", "b2", "A", "B", "C"]),
        (("A",), "A", True, ["A", "B", ".b1", ".b2", "C"]),
    ],
)
def test_items_are_dropped_beside_another_in_their_order(
    workspace: Workspace,
    world: World,
    items: Items,
    moved: tuple[str, ...],
    target: str,
    above: bool,
    expected: list[str],
) -> None:
    keys = tuple(items[each] for each in moved)
    agenda.move_beside(workspace, item_ids=keys, target_id=items[target], above=above)
    assert outline(workspace, world.meeting) == expected


def test_items_are_dropped_into_another_after_those_below_it(
    workspace: Workspace, world: World, items: Items
) -> None:
    agenda.nest_items(workspace, item_ids=(items["A"], items["C"]), parent_id=items["B"])
    assert outline(workspace, world.meeting) == ["B", ".b1", ".b2", ".A", ".C"]


def test_an_item_is_not_dropped_among_those_below_it(
    workspace: Workspace, items: Items, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(BelowItself) as refused:
        agenda.nest_items(workspace, item_ids=(items["A"], items["B"]), parent_id=items["b1"])
    assert refused.value.field == "parent_id"
    with unchanged(), pytest.raises(BelowItself):
        agenda.move_beside(workspace, item_ids=(items["B"],), target_id=items["b2"], above=True)


def test_an_item_is_not_dropped_into_the_agenda_of_another_meeting(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    other = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=2, code="JWG-2")))
    elsewhere = key_of(agenda.add_item(workspace, an_agenda_item(other)))
    with unchanged(), pytest.raises(RuleBroken, match="another meeting"):
        agenda.nest_items(workspace, item_ids=(items["A"],), parent_id=elsewhere)
    with unchanged(), pytest.raises(NotFound):
        agenda.move_beside(workspace, item_ids=(items["A"],), target_id=new_id(), above=True)


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


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from("AB12C"), st.sampled_from(Direction)), min_size=1, max_size=6
    )
)
def test_steps_keep_the_tree_a_tree_and_the_others_in_order_and_undo_takes_them_back(
    workspace: Workspace, world: World, steps: list[tuple[str, Direction]]
) -> None:
    meeting_id = key_of(meetings.plan(workspace, a_meeting(world.body, ordinal=None)))
    keys: dict[str, UUID] = {}
    for name in "AB12C":
        parent = keys["B"] if name in "12" else None
        draft = an_agenda_item(meeting_id, name, parent_id=parent)
        keys[name] = key_of(agenda.add_item(workspace, draft))
    for name, direction in steps:
        before = _snapshot(workspace, meeting_id)
        try:
            agenda.shift_items(workspace, item_ids=(keys[name],), direction=direction)
        except NoSuchPlace:
            assert _snapshot(workspace, meeting_id) == before
            continue
        after = _snapshot(workspace, meeting_id)
        going = {keys[name], *_below(before, keys[name])}
        assert [key for key in before if key not in going] == [
            key for key in after if key not in going
        ]
        for key in going - {keys[name]}:
            assert after[key][0] == before[key][0]
        history.undo(workspace)
        assert _snapshot(workspace, meeting_id) == before
        history.redo(workspace)
        assert _snapshot(workspace, meeting_id) == after


def _snapshot(workspace: Workspace, meeting_id: UUID) -> dict[UUID, tuple[UUID | None, str]]:
    """The items in the order of the agenda, each with what it is below and its number."""
    rows = agenda.list_for_meeting(workspace, meeting_id=meeting_id)
    return {row.id: (row.parent_id, row.label) for row in rows}


def _below(tree: dict[UUID, tuple[UUID | None, str]], key: UUID) -> set[UUID]:
    found = {key}
    for each, (parent, _) in tree.items():
        if parent in found:
            found.add(each)
    return found - {key}
