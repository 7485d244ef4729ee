from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.agenda import AgendaItem
from app.domain.errors import NotFound
from app.domain.minutes import MinutesParagraph, MinutesStatus
from app.domain.paper import Paper
from app.domain.person import PersonName
from app.services import (
    actions,
    agenda,
    agenda_papers,
    alike_persons,
    delegations,
    history,
    minutes,
    minutes_writing,
    papers,
    persons,
)
from app.services.trash import contents, restoring
from app.store.workspace import Workspace
from tests.builders import (
    World,
    a_paper,
    a_paragraph,
    a_person,
    an_action,
    an_agenda_item,
    key_of,
    open_minutes,
    seat_person,
    sign_for_all,
    take_minutes_to,
)
from tests.contents import contents_of, what_can_be_found
from tests.services.conftest import Unchanged


def add_item(workspace: Workspace, world: World, title: str, parent: UUID | None = None) -> UUID:
    draft = an_agenda_item(world.meeting, label="", titles={"en": title}, parent_id=parent)
    return key_of(agenda.add_item(workspace, draft))


def add_paper(workspace: Workspace, world: World, symbol: str, item: UUID | None = None) -> UUID:
    draft = a_paper(world.body, meeting_id=world.meeting, symbol=symbol)
    key = key_of(papers.register(workspace, draft))
    if item is not None:
        agenda_papers.add_paper(workspace, item_id=item, paper_id=key)
    return key


def trash(workspace: Workspace) -> list[str]:
    return [row.names[0].short for row in contents.list_page(workspace).rows]


def newest(workspace: Workspace) -> int:
    return contents.list_page(workspace).rows[0].id


def agenda_of(workspace: Workspace, world: World) -> list[tuple[str, str]]:
    rows = agenda.list_for_meeting(workspace, meeting_id=world.meeting)
    return [(row.label, row.title) for row in rows]


def test_what_was_deleted_is_listed_with_what_hung_on_it(
    workspace: Workspace, world: World
) -> None:
    item = add_item(workspace, world, "Review")
    add_item(workspace, world, "First point", item)
    add_paper(workspace, world, "JWG-1/3", item)
    assert contents.list_page(workspace).rows == ()

    agenda.remove_item(workspace, item_id=item)

    (row,) = contents.list_page(workspace).rows
    assert (row.use_case, row.actor, row.at) == (
        "Delete agenda item",
        "Bat",
        workspace.clock.now(),
    )
    assert [(name.kind, name.code, name.title) for name in row.names] == [
        ("agenda_item", "1", "Review")
    ]
    assert row.names[0].within is not None
    assert row.names[0].within.code == "JWG-1"
    assert {kind: count for kind, count in row.hung.items() if count} == {
        "agenda_item": 1,
        "agenda_paper": 1,
    }


def test_a_restored_agenda_item_comes_back_with_all_that_hung_on_it(
    workspace: Workspace, world: World
) -> None:
    item = add_item(workspace, world, "Review")
    add_item(workspace, world, "First point", item)
    add_paper(workspace, world, "JWG-1/3", item)
    before, known = contents_of(workspace.path), what_can_be_found(workspace.path)
    agenda.remove_item(workspace, item_id=item)

    change = restoring.restore(workspace, number=newest(workspace))

    assert (change.use_case, change.subject) == ("Restore agenda item", item)
    assert contents_of(workspace.path) == before
    assert what_can_be_found(workspace.path) == known
    assert contents.list_page(workspace).rows == ()


def test_an_item_comes_back_to_its_place_though_the_agenda_has_changed_since(
    workspace: Workspace, world: World
) -> None:
    items = [add_item(workspace, world, title) for title in ("Opening", "Review", "Closing")]
    paper = add_paper(workspace, world, "JWG-1/3", items[1])
    agenda.remove_item(workspace, item_id=items[1])
    add_item(workspace, world, "Other business")
    agenda.rename_item(workspace, item_id=items[2], language="en", title="Closing words")

    restoring.restore(workspace, number=newest(workspace))

    assert agenda_of(workspace, world) == [
        ("1", "Opening"),
        ("2", "Review"),
        ("3", "Closing words"),
        ("4", "Other business"),
    ]
    with workspace.read() as reader:
        assert reader.get(AgendaItem, items[1]).ordinal == 2
        assert reader.get(Paper, paper).symbol == "JWG-1/3"


def test_the_last_item_comes_back_behind_those_it_followed_and_before_newer_ones(
    workspace: Workspace, world: World
) -> None:
    items = [add_item(workspace, world, title) for title in ("A", "B", "C", "D")]
    for key in (items[0], items[1], items[3]):
        agenda.remove_item(workspace, item_id=key)
    add_item(workspace, world, "New")

    for row in reversed(contents.list_page(workspace).rows):
        restoring.restore(workspace, number=row.id)

    assert [title for _label, title in agenda_of(workspace, world)] == ["A", "B", "C", "D", "New"]


def test_what_spoke_of_a_deleted_item_speaks_of_it_again(
    workspace: Workspace, world: World
) -> None:
    item, other = add_item(workspace, world, "Review"), add_item(workspace, world, "Closing")
    draft = open_minutes(workspace, world.meeting)
    paragraph = key_of(
        minutes.write_paragraph(workspace, a_paragraph(draft, agenda_item_id=item, confirmed=True))
    )
    agenda.remove_item(workspace, item_id=item)
    agenda.rename_item(workspace, item_id=other, language="en", title="Closing words")

    restoring.restore(workspace, number=newest(workspace))

    with workspace.read() as reader:
        assert reader.get(MinutesParagraph, paragraph).agenda_item_id == item


def test_an_item_comes_back_though_the_minutes_that_spoke_of_it_were_signed_since(
    workspace: Workspace, world: World
) -> None:
    item = add_item(workspace, world, "Review")
    draft = open_minutes(workspace, world.meeting)
    paragraph = key_of(
        minutes.write_paragraph(workspace, a_paragraph(draft, agenda_item_id=item, confirmed=True))
    )
    agenda.remove_item(workspace, item_id=item)
    sign_for_all(workspace, draft)
    take_minutes_to(workspace, draft, MinutesStatus.SIGNED)

    restoring.restore(workspace, number=newest(workspace))

    assert agenda_of(workspace, world) == [("1", "Review")]
    with workspace.read() as reader:
        assert reader.get(MinutesParagraph, paragraph).agenda_item_id is None


def test_a_paragraph_does_not_come_back_into_signed_minutes(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    draft = open_minutes(workspace, world.meeting)
    minutes.write_paragraph(workspace, a_paragraph(draft, confirmed=True))
    gone = key_of(minutes.write_paragraph(workspace, a_paragraph(draft, ordinal=2)))
    minutes_writing.remove(workspace, paragraph_ids=[gone])
    sign_for_all(workspace, draft)
    take_minutes_to(workspace, draft, MinutesStatus.SIGNED)

    with unchanged(), pytest.raises(restoring.NotRestored, match="signed record") as caught:
        restoring.restore(workspace, number=newest(workspace))
    assert caught.value.remedy


def test_what_belongs_to_something_deleted_is_refused_until_that_is_restored(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    parent = add_item(workspace, world, "Review")
    child = add_item(workspace, world, "First point", parent)
    agenda.remove_item(workspace, item_id=child)
    first = newest(workspace)
    agenda.remove_item(workspace, item_id=parent)
    second = newest(workspace)

    with unchanged(), pytest.raises(restoring.RestoreFirst) as caught:
        restoring.restore(workspace, number=first)
    assert "“1”" in caught.value.sentence
    assert caught.value.remedy == "Restore the agenda item first."
    restoring.restore(workspace, number=second)
    restoring.restore(workspace, number=first)
    assert [title for _label, title in agenda_of(workspace, world)] == ["Review", "First point"]


def test_a_number_that_was_taken_since_is_told_in_a_sentence(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    paper = add_paper(workspace, world, "JWG-1/3")
    papers.remove(workspace, paper_id=paper)
    add_paper(workspace, world, "JWG-1/3")

    with unchanged(), pytest.raises(restoring.NotRestored) as caught:
        restoring.restore(workspace, number=newest(workspace))
    assert "paper “JWG-1/3”" in caught.value.sentence
    assert "already has a paper with this symbol" in caught.value.sentence


def test_what_was_restored_is_not_restored_twice(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    paper = add_paper(workspace, world, "JWG-1/3")
    papers.remove(workspace, paper_id=paper)
    number = newest(workspace)
    restoring.restore(workspace, number=number)

    for again in (number, 10_000, number + 1):
        with unchanged(), pytest.raises(restoring.NotInTrash):
            restoring.restore(workspace, number=again)


def test_restoring_is_undone_and_done_again_and_then_the_deletion_too(
    workspace: Workspace, world: World
) -> None:
    person = key_of(persons.register(workspace, a_person(printed_name="Kim Min-su")))
    persons.remove(workspace, person_id=person)
    other = key_of(persons.register(workspace, a_person(printed_name="Lee")))
    restoring.restore(workspace, number=newest(workspace))
    restored = contents_of(workspace.path)

    def next_undo() -> str:
        row = history.next_undo(workspace)
        return row.use_case if row else ""

    def next_redo() -> str:
        row = history.next_redo(workspace)
        return row.use_case if row else ""

    assert (next_undo(), next_redo()) == ("Restore person", "")
    history.undo(workspace)
    assert trash(workspace) == ["Kim Min-su"]
    assert (next_undo(), next_redo()) == ("Register person", "Restore person")
    history.redo(workspace)
    assert contents_of(workspace.path) == restored
    assert (next_undo(), next_redo()) == ("Restore person", "")
    for _time in range(3):
        history.undo(workspace)
    assert next_undo() == "Register person"  # of Kim Min-su, who is there again
    assert persons.show(workspace, person_id=person).name == "Kim Min-su"
    for expected in ("Remove person", "Register person", "Restore person"):
        assert next_redo() == expected
        history.redo(workspace)
    assert contents_of(workspace.path) == restored
    assert persons.show(workspace, person_id=other).name == "Lee"


def test_what_went_by_an_undo_can_be_found_in_the_trash_too(
    workspace: Workspace, world: World
) -> None:
    key = key_of(actions.assign(workspace, an_action(world.body, code="A1")))
    history.undo(workspace)
    persons.register(workspace, a_person())  # so that it cannot be done again

    assert trash(workspace) == ["A1"]
    restoring.restore(workspace, number=newest(workspace))
    assert actions.list_for_body(workspace, body_id=world.body)[0].id == key


def test_a_merge_is_taken_back_whole_or_not_at_all(
    workspace: Workspace, world: World, unchanged: Unchanged
) -> None:
    kept = key_of(persons.register(workspace, a_person(printed_name="Cho Gye-yeon")))
    seat = seat_person(workspace, world.korean_delegation, "CHO Gye Yoen")
    with workspace.read() as reader:
        before = {row.printed_name: row.id for row in reader.find(type(a_person()))}
    whole = contents_of(workspace.path)
    alike_persons.merge(workspace, kept_id=kept, other_id=before["CHO Gye Yoen"])
    assert trash(workspace) == ["CHO Gye Yoen"]
    number = newest(workspace)

    restoring.restore(workspace, number=number)
    assert contents_of(workspace.path) == whole
    history.undo(workspace)
    with workspace.read() as reader:
        (spelling,) = reader.find(PersonName, person_id=kept)
    persons.remove_name(workspace, name_id=spelling.id)
    delegations.remove(workspace, delegate_ids=[seat])
    merged = contents.list_page(workspace).rows[-1].id
    with unchanged(), pytest.raises(history.ChangedSince):
        restoring.restore(workspace, number=merged)


def test_pages_of_the_trash_follow_one_another(workspace: Workspace, world: World) -> None:
    for number in range(7):
        key = add_paper(workspace, world, f"JWG-1/{number}")
        papers.remove(workspace, paper_id=key)

    first = contents.list_page(workspace, limit=3)
    second = contents.list_page(workspace, limit=3, before=first.next)
    third = contents.list_page(workspace, limit=3, before=second.next)

    found = [row.names[0].code for page in (first, second, third) for row in page.rows]
    assert found == [f"JWG-1/{number}" for number in reversed(range(7))]
    assert third.next is None


Delete = Callable[[Workspace, World, UUID], object]
DELETIONS = st.lists(st.integers(min_value=0, max_value=11), min_size=1, max_size=4)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=DELETIONS, backwards=st.booleans())
def test_whatever_is_deleted_is_the_same_when_all_of_it_is_restored(
    filled: tuple[Workspace, tuple[Callable[[], object], ...]],
    chosen: list[int],
    backwards: bool,
) -> None:
    workspace, deletions = filled
    before, known = contents_of(workspace.path), what_can_be_found(workspace.path)
    for place in dict.fromkeys(each % len(deletions) for each in chosen):
        deletions[place]()
    assert contents_of(workspace.path) != before

    for _round in range(5):
        rows = contents.list_page(workspace).rows
        for row in rows if backwards else rows[::-1]:
            try:
                restoring.restore(workspace, number=row.id)
            except restoring.RestoreFirst:
                continue
    assert contents.list_page(workspace).rows == ()
    assert contents_of(workspace.path) == before
    assert what_can_be_found(workspace.path) == known


@pytest.fixture
def filled(
    workspace: Workspace, world: World
) -> tuple[Workspace, tuple[Callable[[], object], ...]]:
    """A workspace, and what can be deleted in it: each of them by whoever is at work."""
    items = [add_item(workspace, world, f"Item {number}") for number in range(4)]
    below = [add_item(workspace, world, f"Point {number}", items[1]) for number in range(2)]
    sheets = [add_paper(workspace, world, f"JWG-1/{number}") for number in range(2)]
    agenda_papers.add_paper(workspace, item_id=below[0], paper_id=sheets[0])
    draft = open_minutes(workspace, world.meeting)
    spoken = [
        key_of(minutes.write_paragraph(workspace, a_paragraph(draft, ordinal=each + 1)))
        for each in range(3)
    ]
    seat = seat_person(workspace, world.korean_delegation, "Lee")
    action = key_of(actions.assign(workspace, an_action(world.body, code="A1")))
    lonely = key_of(persons.register(workspace, a_person(printed_name="Nobody")))

    def drop_item(key: UUID) -> Callable[[], object]:
        return lambda: _unless_gone(agenda.remove_item, workspace, item_id=key)

    return workspace, (
        drop_item(items[0]),
        drop_item(items[1]),
        drop_item(items[2]),
        drop_item(below[0]),
        lambda: papers.remove(workspace, paper_id=sheets[1]),
        lambda: minutes_writing.remove(workspace, paragraph_ids=spoken[:1]),
        lambda: minutes_writing.remove(workspace, paragraph_ids=spoken[1:]),
        lambda: _unless_gone(delegations.remove, workspace, delegate_ids=[seat]),
        lambda: delegations.remove_delegation(workspace, delegation_id=world.korean_delegation),
        lambda: actions.remove(workspace, action_id=action),
        lambda: persons.remove(workspace, person_id=lonely),
        drop_item(items[3]),
    )


def _unless_gone(verb: Callable[..., object], workspace: Workspace, **asked: object) -> None:
    with suppress(NotFound):  # it went with something above it
        verb(workspace, **asked)
