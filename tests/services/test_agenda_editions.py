from datetime import date, time
from uuid import UUID

import pytest

from app.domain.agenda import AgendaItem, ItemStatus
from app.domain.agenda_edition import AgendaEdition
from app.domain.errors import UnlawfulTransition
from app.domain.meeting import AgendaNumbering, AgendaStatus, Meeting
from app.domain.minutes import Minutes, MinutesStatus
from app.services import agenda, agenda_editions, minutes, papers
from app.services.agenda import SpokenOf
from app.services.agenda_editions import AgendaChangeKind, EmptyAgenda, NothingAmended
from app.store.workspace import Workspace
from tests.builders import World, a_paper, a_paragraph, an_agenda_item, key_of, open_minutes
from tests.services.conftest import NOW, Unchanged

Items = dict[str, UUID]
S = AgendaStatus


@pytest.fixture
def items(workspace: Workspace, world: World) -> Items:
    """Items A, B with b1, and C, each under a title that is its name."""
    made: Items = {}
    for name, parent in (("A", None), ("B", None), ("b1", "B"), ("C", None)):
        draft = an_agenda_item(
            world.meeting,
            titles={"en": name, "ko": f"{name}-ko"},
            parent_id=made[parent] if parent else None,
        )
        made[name] = key_of(agenda.add_item(workspace, draft))
    return made


def take(workspace: Workspace, world: World, *statuses: AgendaStatus) -> None:
    for status in statuses:
        agenda_editions.change_agenda_status(workspace, meeting_id=world.meeting, status=status)


def titles(workspace: Workspace, world: World) -> list[tuple[str, str]]:
    rows = agenda.list_for_meeting(workspace, meeting_id=world.meeting)
    return [(row.label, row.title) for row in rows]


def differences(
    workspace: Workspace, world: World, *, since: int
) -> list[tuple[AgendaChangeKind, str]]:
    rows = {
        row.number: row.id
        for row in agenda_editions.list_editions(workspace, meeting_id=world.meeting)
    }
    changes = agenda_editions.compare(
        workspace, meeting_id=world.meeting, old_id=rows[since], new_id=None
    )
    return [(change.kind, side.title) for change in changes if (side := change.new or change.old)]


def test_every_step_keeps_the_agenda_as_it_stands(
    workspace: Workspace, world: World, items: Items
) -> None:
    take(workspace, world, S.PROVISIONAL, S.ANNOTATED)
    agenda_editions.change_agenda_status(
        workspace,
        meeting_id=world.meeting,
        status=S.DRAFT,
        dated_on=date(2025, 5, 27),
        note="As agreed by telephone",
    )
    rows = agenda_editions.list_editions(workspace, meeting_id=world.meeting)
    assert [(row.number, row.status, row.items) for row in rows] == [
        (3, S.DRAFT, 4),
        (2, S.ANNOTATED, 4),
        (1, S.PROVISIONAL, 4),
    ]
    assert (rows[0].dated_on, rows[0].note) == (date(2025, 5, 27), "As agreed by telephone")
    assert rows[1].dated_on == NOW.date()


def test_an_edition_shows_what_the_agenda_was_and_not_what_it_became(
    workspace: Workspace, world: World, items: Items
) -> None:
    take(workspace, world, S.PROVISIONAL)
    agenda.rename_item(workspace, item_id=items["A"], language="en", title="Changed")
    (row,) = agenda_editions.list_editions(workspace, meeting_id=world.meeting)
    kept = agenda_editions.show(workspace, meeting_id=world.meeting, edition_id=row.id)
    assert [(line.depth, line.label, line.title) for line in kept] == [
        (0, "1", "A"),
        (0, "2", "B"),
        (1, "2.1", "b1"),
        (0, "3", "C"),
    ]
    korean = agenda_editions.show(
        workspace, meeting_id=world.meeting, edition_id=row.id, language="ko"
    )
    assert korean[0].title == "A-ko"
    now = agenda_editions.show(workspace, meeting_id=world.meeting)
    assert now[0].title == "Changed"


def test_an_empty_agenda_is_not_sent_round(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(EmptyAgenda, match="no items yet"):
        take(workspace, world, S.PROVISIONAL)


def test_steps_that_do_not_follow_are_refused(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    with unchanged(), pytest.raises(UnlawfulTransition):
        take(workspace, world, S.ADOPTED)
    assert agenda_editions.list_steps(status=S.PROVISIONAL) == (S.ANNOTATED, S.DRAFT)


def test_what_is_proposed_is_included_when_the_agenda_goes_round(
    workspace: Workspace, world: World, items: Items
) -> None:
    agenda.close_item(workspace, item_id=items["C"], status=ItemStatus.WITHDRAWN)
    take(workspace, world, S.PROVISIONAL)
    rows = agenda.outline(workspace, meeting_id=world.meeting).items
    assert [row.status for row in rows] == [
        ItemStatus.INCLUDED,
        ItemStatus.INCLUDED,
        ItemStatus.INCLUDED,
        ItemStatus.WITHDRAWN,
    ]


def test_what_comes_after_the_agenda_went_round_is_late(
    workspace: Workspace, world: World, items: Items
) -> None:
    take(workspace, world, S.PROVISIONAL)
    agenda.add_item(workspace, an_agenda_item(world.meeting, titles={"en": "Late"}))
    rows = agenda.outline(workspace, meeting_id=world.meeting).items
    assert [row.title for row in rows if row.is_late] == ["Late"]


def test_a_step_of_which_nobody_knows_how_the_agenda_stood_keeps_no_edition(
    workspace: Workspace, world: World
) -> None:
    agenda_editions.change_agenda_status(
        workspace, meeting_id=world.meeting, status=S.PROVISIONAL, keep_edition=False
    )
    assert agenda_editions.list_editions(workspace, meeting_id=world.meeting) == ()
    agenda.add_item(workspace, an_agenda_item(world.meeting))
    assert not agenda.outline(workspace, meeting_id=world.meeting).items[0].is_late


def test_an_agenda_is_amended_only_if_something_changed(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    take(workspace, world, S.PROVISIONAL, S.DRAFT, S.ADOPTED)
    with unchanged(), pytest.raises(NothingAmended):
        take(workspace, world, S.AMENDED)
    agenda.add_item(workspace, an_agenda_item(world.meeting, titles={"en": "New"}))
    take(workspace, world, S.AMENDED)
    with workspace.read() as reader:
        assert reader.get(Meeting, world.meeting).agenda_status is S.AMENDED
    rows = agenda_editions.list_editions(workspace, meeting_id=world.meeting)
    assert [row.items for row in rows] == [5, 4, 4, 4]


def test_two_editions_are_compared_item_by_item(
    workspace: Workspace, world: World, items: Items
) -> None:
    take(workspace, world, S.PROVISIONAL)
    agenda.add_item(workspace, an_agenda_item(world.meeting, titles={"en": "New"}), position=1)
    agenda.rename_item(workspace, item_id=items["A"], language="en", title="A reworded")
    agenda.move_item(workspace, item_id=items["C"], parent_id=items["B"], position=1)
    agenda.remove_item(workspace, item_id=items["b1"])
    agenda.edit_item(workspace, item_id=items["B"], changes={"minutes_planned": 20})
    assert differences(workspace, world, since=1) == [
        (AgendaChangeKind.ADDED, "New"),
        (AgendaChangeKind.RENAMED, "A reworded"),
        (AgendaChangeKind.RETIMED, "B"),
        (AgendaChangeKind.MOVED, "C"),
        (AgendaChangeKind.REMOVED, "b1"),
    ]


def test_an_edition_is_restored_whole_and_every_edition_stays(
    workspace: Workspace, world: World, items: Items
) -> None:
    paper_id = key_of(
        papers.register(workspace, a_paper(world.body, meeting_id=world.meeting, symbol="P1"))
    )
    agenda.add_paper(workspace, item_id=items["A"], paper_id=paper_id)
    changes = {"starts_at": time(9, 30), "lead_party_id": world.korea, "note": "ours alone"}
    agenda.edit_item(workspace, item_id=items["A"], changes=changes)
    take(workspace, world, S.PROVISIONAL)
    before = titles(workspace, world)
    (row,) = agenda_editions.list_editions(workspace, meeting_id=world.meeting)
    agenda.edit_item(workspace, item_id=items["A"], changes={"starts_at": None}, paper_ids=())
    agenda.move_item(workspace, item_id=items["b1"], parent_id=None, position=1)
    agenda.move_item(workspace, item_id=items["A"], parent_id=items["b1"], position=1)
    agenda.remove_item(workspace, item_id=items["C"])
    agenda.add_item(workspace, an_agenda_item(world.meeting, titles={"en": "Late"}))
    agenda_editions.restore(workspace, edition_id=row.id)
    assert titles(workspace, world) == before
    assert differences(workspace, world, since=1) == []
    restored = agenda.outline(workspace, meeting_id=world.meeting).items[0]
    assert (restored.starts_at, restored.note) == (time(9, 30), "ours alone")
    assert [paper.symbol for paper in restored.papers] == ["P1"]
    assert len(agenda_editions.list_editions(workspace, meeting_id=world.meeting)) == 1


def test_restoring_does_not_take_away_what_the_record_speaks_of(
    workspace: Workspace, world: World, items: Items, unchanged: Unchanged
) -> None:
    take(workspace, world, S.PROVISIONAL)
    late = key_of(agenda.add_item(workspace, an_agenda_item(world.meeting, titles={"en": "Late"})))
    minutes_id = open_minutes(workspace, world.meeting)
    minutes.write_paragraph(workspace, a_paragraph(minutes_id, agenda_item_id=late))
    with workspace.write("Sign") as work:
        work.get(Minutes, minutes_id).status = MinutesStatus.SIGNED
        work.commit()
    (row,) = agenda_editions.list_editions(workspace, meeting_id=world.meeting)
    with unchanged(), pytest.raises(SpokenOf):
        agenda_editions.restore(workspace, edition_id=row.id)


def test_an_edition_of_an_agenda_numbered_by_hand_keeps_its_numbers(
    workspace: Workspace, world: World
) -> None:
    agenda.change_numbering(
        workspace, meeting_id=world.meeting, numbering=AgendaNumbering.AS_ENTERED
    )
    item = key_of(agenda.add_item(workspace, an_agenda_item(world.meeting, "3 bis")))
    take(workspace, world, S.PROVISIONAL)
    agenda.edit_item(workspace, item_id=item, changes={"label": "4"})
    (row,) = agenda_editions.list_editions(workspace, meeting_id=world.meeting)
    agenda_editions.restore(workspace, edition_id=row.id)
    assert titles(workspace, world)[0][0] == "3 bis"


def test_an_edition_is_plain_data_that_needs_no_other_record(
    workspace: Workspace, world: World, items: Items
) -> None:
    take(workspace, world, S.PROVISIONAL)
    with workspace.read() as reader:
        (edition,) = reader.find(AgendaEdition, meeting_id=world.meeting)
        keys = {str(item.id) for item in reader.find(AgendaItem, meeting_id=world.meeting)}
    assert {told["id"] for told in edition.items} == keys
    assert edition.items[0]["titles"] == {"en": "A", "ko": "A-ko"}
