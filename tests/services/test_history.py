import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.clock import FixedClock
from app.domain.agenda import AgendaItem
from app.domain.attachment import AttachmentBlob
from app.domain.delegation import Delegate, DelegateRole
from app.domain.errors import Misfortune
from app.domain.issued import IssuedDocument
from app.domain.journal import ChangeSetEntry
from app.services import (
    actions,
    agenda,
    agenda_moves,
    attachments,
    delegations,
    history,
    parties,
    persons,
)
from app.services.sample import building
from app.store.engine import Access, connect
from app.store.queries.history import NOT_UNDONE
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import OpenedReadOnly, Workspace
from tests.builders import (
    World,
    a_delegate,
    a_party,
    a_person,
    an_action,
    an_agenda_item,
    key_of,
    seat_person,
    take_decision,
)
from tests.contents import contents_of, what_can_be_found
from tests.services.conftest import NOW, Unchanged


def rename(workspace: Workspace, item_id: UUID, title: str) -> None:
    agenda.rename_item(workspace, item_id=item_id, language="en", title=title)


def title_of(workspace: Workspace, item_id: UUID) -> str:
    with workspace.read() as reader:
        return reader.get(AgendaItem, item_id).titles["en"]


def titles_in_order(workspace: Workspace, world: World) -> list[str]:
    return [row.title for row in agenda.list_for_meeting(workspace, meeting_id=world.meeting)]


def add_item(workspace: Workspace, world: World, title: str) -> UUID:
    return key_of(
        agenda.add_item(workspace, an_agenda_item(world.meeting, label="", titles={"en": title}))
    )


@pytest.fixture
def item(workspace: Workspace, world: World) -> UUID:
    return add_item(workspace, world, "Opening")


def test_the_newest_change_is_the_one_to_be_undone_and_has_a_name(
    workspace: Workspace, item: UUID, clock: FixedClock
) -> None:
    rename(workspace, item, "Welcome")

    row = history.next_undo(workspace)

    assert row is not None
    assert (row.use_case, row.actor, row.at) == ("Rename agenda item", "Bat", clock.now())


def test_undoing_puts_a_value_back_and_redoing_brings_it_again(
    workspace: Workspace, item: UUID
) -> None:
    rename(workspace, item, "Welcome")

    change = history.undo(workspace)
    assert title_of(workspace, item) == "Opening"
    assert change.kinds == {"agenda_item"}
    assert change.use_case == "Undo Rename agenda item"

    change = history.redo(workspace)
    assert title_of(workspace, item) == "Welcome"
    assert change.use_case == "Redo Rename agenda item"


def test_several_changes_are_undone_from_the_newest_on_and_redone_from_the_oldest(
    workspace: Workspace, item: UUID
) -> None:
    for title in ("One", "Two", "Three"):
        rename(workspace, item, title)

    seen = []
    for _time in range(3):
        history.undo(workspace)
        seen.append(title_of(workspace, item))
    for _time in range(3):
        history.redo(workspace)
        seen.append(title_of(workspace, item))

    assert seen == ["Two", "One", "Opening", "One", "Two", "Three"]
    assert history.next_redo(workspace) is None


def test_what_was_redone_can_be_undone_again_and_again(workspace: Workspace, item: UUID) -> None:
    rename(workspace, item, "Welcome")
    for _time in range(3):
        history.undo(workspace)
        assert title_of(workspace, item) == "Opening"
        history.redo(workspace)
        assert title_of(workspace, item) == "Welcome"


def test_something_new_ends_what_could_be_redone(workspace: Workspace, item: UUID) -> None:
    rename(workspace, item, "One")
    rename(workspace, item, "Two")
    history.undo(workspace)
    rename(workspace, item, "Three")

    assert history.next_redo(workspace) is None
    with pytest.raises(history.NothingToRedo):
        history.redo(workspace)
    history.undo(workspace)
    assert title_of(workspace, item) == "One"


def test_an_undo_is_a_change_of_its_own_that_names_the_one_it_takes_back(
    workspace: Workspace, item: UUID
) -> None:
    row = history.next_undo(workspace)
    assert row is not None
    change = history.undo(workspace)

    with workspace.read() as reader:
        entry = reader.get(ChangeSetEntry, change.number)
    assert entry.undo_of == row.number
    assert entry.use_case == "Undo Add agenda item"


def test_undoing_goes_on_after_the_workspace_was_closed(
    workspace: Workspace, item: UUID, clock: FixedClock
) -> None:
    rename(workspace, item, "Welcome")
    path = workspace.path
    workspace.close()
    clock.instant += timedelta(days=3)

    with Workspace.open(path, clock=clock, actor="Сарнай") as opened:
        history.undo(opened)
        assert title_of(opened, item) == "Opening"
    with Workspace.open(path, clock=clock, actor="Bat") as opened:
        history.redo(opened)
        assert title_of(opened, item) == "Welcome"


def test_an_empty_history_has_nothing_to_undo(fresh_workspace: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(fresh_workspace, tmp_path / "Fresh.jwg"))
    with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
        assert history.next_undo(opened) is None
        with pytest.raises(history.NothingToUndo):
            history.undo(opened)


def write_document(
    workspace: Workspace, world: World, change: Callable[[UnitOfWork], object] = lambda _work: None
) -> None:
    """Save a document, which undoing passes over, and change something by the way."""
    with workspace.write("Save as Word") as work:
        kept = attachments.keep(work, b"PK", file_name="Minutes.docx")
        work.flush()
        work.add(
            IssuedDocument(
                kind="agreed-minutes",
                language="en",
                meeting_id=world.meeting,
                issued_at=NOW,
                file_name="Minutes.docx",
                sha256=kept.sha256,
                attachment_id=kept.id,
            )
        )
        change(work)
        work.commit()


def test_saving_a_document_is_passed_over(workspace: Workspace, world: World, item: UUID) -> None:
    rename(workspace, item, "Welcome")
    write_document(workspace, world)

    history.undo(workspace)
    write_document(workspace, world)

    assert title_of(workspace, item) == "Opening"
    assert history.next_redo(workspace) is not None
    with workspace.read() as reader:
        assert len(reader.find(IssuedDocument)) == 2


def test_what_was_changed_since_is_not_overwritten(
    workspace: Workspace, world: World, item: UUID, unchanged: Unchanged
) -> None:
    rename(workspace, item, "One")
    write_document(
        workspace, world, lambda work: setattr(work.get(AgendaItem, item), "titles", {"en": "Two"})
    )

    with unchanged(), pytest.raises(history.ChangedSince) as refused:
        history.undo(workspace)

    assert refused.value.sentence == (
        "“Rename agenda item” was not taken back: the agenda item was changed since."
    )
    assert refused.value.remedy
    assert title_of(workspace, item) == "Two"


def test_a_later_change_elsewhere_in_the_record_outlives_an_undo(
    workspace: Workspace, world: World, item: UUID
) -> None:
    rename(workspace, item, "Welcome")
    write_document(
        workspace, world, lambda work: setattr(work.get(AgendaItem, item), "note", "Read out")
    )

    history.undo(workspace)

    with workspace.read() as reader:
        found = reader.get(AgendaItem, item)
    assert (found.titles["en"], found.note) == ("Opening", "Read out")


def test_a_record_that_others_refer_to_by_now_is_not_taken_away(
    workspace: Workspace, world: World, item: UUID, unchanged: Unchanged
) -> None:
    write_document(
        workspace, world, lambda work: work.add(an_agenda_item(world.meeting, parent_id=item))
    )

    with unchanged(), pytest.raises(history.ChangedSince):
        history.undo(workspace)


def test_a_record_that_has_gone_since_is_said(
    workspace: Workspace, world: World, item: UUID, unchanged: Unchanged
) -> None:
    rename(workspace, item, "Welcome")
    write_document(workspace, world, lambda work: work.delete(work.get(AgendaItem, item)))

    with unchanged(), pytest.raises(history.ChangedSince):
        history.undo(workspace)


def test_nothing_from_before_the_sample_was_built_is_undone(
    workspace: Workspace, item: UUID
) -> None:
    with workspace.write(next(iter(NOT_UNDONE))) as work:
        work.add(a_party(code="JP"))
        work.commit()
    assert history.next_undo(workspace) is None

    rename(workspace, item, "Welcome")
    history.undo(workspace)
    assert history.next_undo(workspace) is None


def test_building_the_sample_is_called_what_undoing_knows_it_by() -> None:
    source = Path(building.__file__).read_text("utf-8")

    assert all(f'"{name}"' in source for name in NOT_UNDONE)


def test_what_was_adopted_is_not_undone_and_nothing_before_it(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    take_decision(workspace, world.body, "JWG-1/D1")

    with unchanged(), pytest.raises(history.CannotBeUndone) as refused:
        history.undo(workspace)

    assert "JWG-1/D1" in refused.value.sentence
    assert refused.value.remedy == "Take a further decision that amends or supersedes it."


def test_a_removed_branch_of_the_agenda_comes_back_with_its_order(
    workspace: Workspace, world: World, item: UUID
) -> None:
    second = add_item(workspace, world, "Rules")
    add_item(workspace, world, "Closing")
    below = an_agenda_item(world.meeting, parent_id=second, titles={"en": "First reading"})
    agenda.add_item(workspace, below)
    before, order = contents_of(workspace.path), titles_in_order(workspace, world)

    agenda.remove_item(workspace, item_id=second)
    assert "First reading" not in titles_in_order(workspace, world)
    history.undo(workspace)

    assert titles_in_order(workspace, world) == order
    assert contents_of(workspace.path) == before


def test_moving_many_rows_past_one_another_is_undone(
    workspace: Workspace, world: World, item: UUID
) -> None:
    for title in ("Two", "Three", "Four", "Five"):
        add_item(workspace, world, title)
    before = titles_in_order(workspace, world)

    agenda_moves.move_item(workspace, item_id=item, parent_id=None, position=3)
    moved = titles_in_order(workspace, world)
    history.undo(workspace)
    assert titles_in_order(workspace, world) == before
    history.redo(workspace)
    assert titles_in_order(workspace, world) == moved


def test_two_delegates_change_places_at_the_head_and_back(
    workspace: Workspace, world: World
) -> None:
    one = seat_person(workspace, world.korean_delegation, "Kim", role=DelegateRole.HEAD)
    other = seat_person(workspace, world.korean_delegation, "Park")
    for before, after in ((one, other), (other, one)):  # whichever key comes first
        with workspace.write("Make another head") as work:
            work.get(Delegate, before).role = DelegateRole.DELEGATE
            work.flush()
            work.get(Delegate, after).role = DelegateRole.HEAD
            work.commit()

    def head() -> UUID:
        with workspace.read() as reader:
            (found,) = reader.find(Delegate, role=DelegateRole.HEAD)
        return found.id

    seen = [head()]
    for step in (history.undo, history.undo, history.redo, history.redo):
        step(workspace)
        seen.append(head())

    assert seen == [one, other, one, other, one]


def test_the_bytes_of_a_file_come_back_too(workspace: Workspace) -> None:
    with workspace.write("Attach file") as work:
        attachments.keep(work, b"\x00scan\xff" * 100, file_name="scan.pdf")
        work.commit()

    history.undo(workspace)
    with workspace.read() as reader:
        assert reader.find(AttachmentBlob) == []
    history.redo(workspace)

    with workspace.read() as reader:
        (blob,) = reader.find(AttachmentBlob)
    assert bytes(blob.data) == b"\x00scan\xff" * 100


def test_a_change_without_effect_is_undone_like_any_other(workspace: Workspace, item: UUID) -> None:
    with workspace.write("Think twice") as work:
        found = work.get(AgendaItem, item)
        found.note = "x"
        work.flush()
        found.note = ""
        work.commit()

    history.undo(workspace)

    row = history.next_undo(workspace)
    assert row is not None
    assert row.use_case == "Add agenda item"


def test_a_change_from_before_a_field_was_there_is_undone_and_redone(
    workspace: Workspace, item: UUID
) -> None:
    """As the journal of a workspace that an earlier version wrote."""
    with closing(connect(workspace.path, access=Access.READ_WRITE)) as connection:
        connection.execute(
            "UPDATE change SET after = json_remove(after, '$.is_late') WHERE entity = 'agenda_item'"
        )

    history.undo(workspace)
    history.redo(workspace)

    with workspace.read() as reader:
        assert reader.get(AgendaItem, item).is_late is False


def test_a_workspace_that_may_only_be_read_is_not_undone(workspace: Workspace, item: UUID) -> None:
    path = workspace.path
    workspace.close()
    with (
        Workspace.open(path, clock=FixedClock(NOW), actor="Bat", read_only=True) as opened,
        pytest.raises(OpenedReadOnly),
    ):
        history.undo(opened)


def test_what_is_undone_is_no_longer_found(workspace: Workspace, world: World) -> None:
    before = what_can_be_found(workspace.path)
    add_item(workspace, world, "Biodiversity")
    after = what_can_be_found(workspace.path)
    assert before != after

    history.undo(workspace)
    assert what_can_be_found(workspace.path) == before
    history.redo(workspace)
    assert what_can_be_found(workspace.path) == after


# Any sequence of verbs, undone to the start and done again to the end.


def _all(workspace: Workspace, model: Any) -> list[Any]:
    with workspace.read() as reader:
        return reader.find(model)


def _pick(workspace: Workspace, model: Any, number: int) -> Any:
    found = _all(workspace, model)
    return found[number % len(found)] if found else None


def _add(workspace: Workspace, world: World, number: int) -> None:
    parent = _pick(workspace, AgendaItem, number) if number % 3 == 0 else None
    agenda.add_item(
        workspace,
        an_agenda_item(
            world.meeting,
            label="",
            titles={"en": f"Item {number}", "ko": f"의제 {number}"},
            parent_id=parent.id if parent else None,
        ),
    )


def _rename(workspace: Workspace, world: World, number: int) -> None:
    if found := _pick(workspace, AgendaItem, number):
        rename(workspace, found.id, f"Renamed {number % 4}")


def _move(workspace: Workspace, world: World, number: int) -> None:
    if found := _pick(workspace, AgendaItem, number):
        parent = _pick(workspace, AgendaItem, number // 7) if number % 2 else None
        agenda_moves.move_item(
            workspace,
            item_id=found.id,
            parent_id=parent.id if parent else None,
            position=1 + number % 3,
        )


def _remove(workspace: Workspace, world: World, number: int) -> None:
    if found := _pick(workspace, AgendaItem, number):
        agenda.remove_item(workspace, item_id=found.id)


def _seat(workspace: Workspace, world: World, number: int) -> None:
    person = key_of(persons.register(workspace, a_person(printed_name=f"Person {number}")))
    side = world.korean_delegation if number % 2 else world.mongolian_delegation
    role = DelegateRole.HEAD if number % 4 == 0 else DelegateRole.DELEGATE
    delegations.nominate(workspace, a_delegate(side, person_id=person, role=role))


def _arrange(workspace: Workspace, world: World, number: int) -> None:
    keys = [
        each.id
        for each in _all(workspace, Delegate)
        if each.delegation_id == world.korean_delegation
    ]
    turn = number % len(keys) if keys else 0
    delegations.arrange(
        workspace,
        delegation_id=world.korean_delegation,
        delegate_ids=[*keys[turn:], *keys[:turn]],
    )


def _unseat(workspace: Workspace, world: World, number: int) -> None:
    if found := _pick(workspace, Delegate, number):
        delegations.remove(workspace, delegate_ids=[found.id])


def _assign(workspace: Workspace, world: World, number: int) -> None:
    actions.assign(workspace, an_action(world.body, code=f"A{number % 5}"))


def _party(workspace: Workspace, world: World, number: int) -> None:
    parties.register(workspace, a_party(code=f"P{number % 5}", names={"en": f"Party {number}"}))


VERBS = (_add, _add, _rename, _move, _move, _remove, _seat, _arrange, _unseat, _assign, _party)
STEPS = st.lists(
    st.tuples(st.sampled_from(VERBS), st.integers(min_value=0, max_value=200)),
    min_size=1,
    max_size=10,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_any_sequence_of_verbs_is_undone_to_its_start_and_redone_to_its_end(
    world_in_file: tuple[Path, World], without_backup: None, steps: list[Any]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copyfile(world_in_file[0], Path(folder) / "World.jwg"))
        with Workspace.open(path, clock=FixedClock(NOW), actor="Bat") as opened:
            first = history.next_undo(opened)
            start = contents_of(path)
            for verb, number in steps:
                with suppress(Misfortune):  # refused, as it would be in the window
                    verb(opened, world_in_file[1], number)
            end, found = contents_of(path), what_can_be_found(path)
            undone = 0
            while history.next_undo(opened) != first:
                history.undo(opened)
                undone += 1
            assert contents_of(path) == start
            for _time in range(undone):
                history.redo(opened)
            assert contents_of(path) == end
            assert what_can_be_found(path) == found
            assert history.next_redo(opened) is None
