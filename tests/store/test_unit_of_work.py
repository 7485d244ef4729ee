import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.domain.agenda import AgendaItem
from app.domain.body import Body, BodyKind, BodyParty
from app.domain.errors import Conflict, InvalidValue, Mistake, NotFound, RuleBroken
from app.domain.identity import new_id
from app.domain.journal import ChangeSetEntry
from app.domain.meeting import Meeting
from app.domain.party import Party, PartyKind
from app.store.broken_rules import BrokenCheck, BrokenReference, Double
from app.store.change_set import ChangeSet
from app.store.queries.changes import list_set_changes
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

AddBody = Callable[..., Body]
AddMeeting = Callable[..., Meeting]


def codes(workspace: Workspace) -> list[str]:
    with workspace.read() as reader:
        return [body.code for body in reader.find(Body)]


def test_what_is_committed_is_there(workspace: Workspace, add_body: AddBody) -> None:
    with workspace.write("Set up a body") as work:
        body = add_body(work)
        changes = work.commit(subject=body.id)
    assert codes(workspace) == ["KM-JWG"]
    assert changes.kinds == {"body"}
    assert changes.subject == body.id
    assert changes.use_case == "Set up a body"
    assert changes.number is not None


def test_what_is_not_committed_is_rolled_back(workspace: Workspace, add_body: AddBody) -> None:
    with workspace.write("Set up a body") as work:
        add_body(work)
        work.flush()
    assert codes(workspace) == []


def attempt(workspace: Workspace, *changes: Callable[[UnitOfWork], object]) -> ChangeSet:
    with workspace.write("Try") as work:
        for change in changes:
            change(work)
        return work.commit()


def fail(work: UnitOfWork) -> None:
    work.flush()
    raise ZeroDivisionError


def test_an_error_rolls_everything_back(workspace: Workspace, add_body: AddBody) -> None:
    with pytest.raises(ZeroDivisionError):
        attempt(workspace, add_body, fail)
    assert codes(workspace) == []
    attempt(workspace, add_body)
    assert codes(workspace) == ["KM-JWG"]


def test_a_commit_without_a_change_has_no_number(workspace: Workspace, add_body: AddBody) -> None:
    with workspace.write("Set up a body") as work:
        add_body(work)
        work.commit()
    with workspace.write("Look at a body") as work:
        body = work.find(Body)[0]
        body.code = "KM-JWG"
        changes = work.commit()
    assert (changes.number, changes.kinds) == (None, frozenset())


def test_a_committed_unit_of_work_takes_nothing_more(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        work.commit()
        with pytest.raises(Mistake):
            add_body(work)


def test_records_may_be_added_in_any_order(workspace: Workspace, add_body: AddBody) -> None:
    party = Party(code="KR", kind=PartyKind.STATE)
    body = Body(code="KM", kind=BodyKind.JOINT_WORKING_GROUP)
    with workspace.write("Set up a body") as work:
        work.add(BodyParty(body_id=body.id, party_id=party.id, seat=1))
        work.flush()
        work.add(body)
        work.add(party)
        work.commit()
    with workspace.read() as reader:
        assert len(reader.find(BodyParty)) == 1


def test_times_of_making_and_change_come_from_the_clock(
    workspace: Workspace, clock: FixedClock, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        key = add_body(work).id
        work.commit()
    made = clock.instant
    clock.instant += timedelta(days=3)
    with workspace.write("Rename a body") as work:
        work.get(Body, key).topic = "carbon credits"
        work.commit()
    with workspace.read() as reader:
        body = reader.get(Body, key)
    assert (body.created_at, body.updated_at) == (made, clock.instant)
    assert body.created_at is not None
    assert body.created_at.tzinfo is UTC
    assert body.row_version == 2


def test_a_change_inside_a_field_is_written_and_journalled(
    workspace: Workspace, add_body: AddBody
) -> None:
    key = new_id()
    attempt(workspace, lambda work: add_body(work, id=key, languages=["en"]))
    with workspace.write("Translate a name") as work:
        body = work.get(Body, key)
        body.names["mn"] = "Хамтарсан ажлын хэсэг"
        body.languages.append("mn")
        changes = work.commit()
    with workspace.read() as reader:
        stored = reader.get(Body, key)
        (entry,) = list_set_changes(reader, number=changes.number or 0)
    assert stored.names["mn"] == "Хамтарсан ажлын хэсэг"
    assert stored.languages == ["en", "mn"]
    assert stored.row_version == 2
    assert entry.before is not None
    assert entry.before["languages"] == ["en"]
    assert set(entry.before["names"]) == {"en", "ko"}
    assert entry.after is not None
    assert set(entry.after["names"]) == {"en", "ko", "mn"}


def test_a_change_inside_a_new_record_is_written(workspace: Workspace, add_body: AddBody) -> None:
    with workspace.write("Set up a body") as work:
        body = add_body(work)
        body.names["mn"] = "Хэсэг"
        work.flush()
        body.names["ja"] = "部会"
        work.commit()
    with workspace.read() as reader:
        assert set(reader.get(Body, body.id).names) == {"en", "ko", "mn", "ja"}


def test_a_change_inside_a_field_of_a_record_from_elsewhere_is_written(
    workspace: Workspace, add_body: AddBody
) -> None:
    key = new_id()
    attempt(workspace, lambda work: add_body(work, id=key))
    with workspace.read() as reader:
        body = reader.get(Body, key)
    body.names["mn"] = "Хэсэг"
    assert attempt(workspace, lambda work: work.add(body)).kinds == {"body"}
    assert attempt(workspace, lambda work: work.add(body)).number is None
    with workspace.read() as reader:
        assert reader.get(Body, key).names["mn"] == "Хэсэг"


def test_a_wrong_value_inside_a_field_is_refused(workspace: Workspace, add_body: AddBody) -> None:
    key = new_id()
    attempt(workspace, lambda work: add_body(work, id=key))
    with pytest.raises(InvalidValue):
        attempt(workspace, lambda work: work.get(Body, key).names.update({"Korean": "회의"}))
    with workspace.read() as reader:
        assert set(reader.get(Body, key).names) == {"en", "ko"}


def test_a_wrong_value_is_refused_and_the_old_one_stays(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        body = add_body(work)
        with pytest.raises(InvalidValue):
            body.code = ""
        work.commit()
    assert codes(workspace) == ["KM-JWG"]


def test_a_double_is_refused_in_the_words_of_its_rule(
    workspace: Workspace, add_body: AddBody
) -> None:
    with pytest.raises(Double, match="Another body already has this code"):
        attempt(workspace, add_body, add_body)
    assert codes(workspace) == []


def test_values_that_do_not_go_together_are_refused(
    workspace: Workspace, add_body: AddBody, add_meeting: AddMeeting
) -> None:
    start = datetime(2026, 5, 27, tzinfo=UTC)
    hours = {"starts_at": start, "ends_at": start - timedelta(hours=1)}
    with pytest.raises(BrokenCheck, match="cannot end before it starts"):
        attempt(workspace, lambda work: add_meeting(work, add_body(work), **hours))


def test_a_reference_to_nothing_is_refused_by_name(workspace: Workspace, add_body: AddBody) -> None:
    def seat_nobody(work: UnitOfWork) -> None:
        work.add(BodyParty(body_id=add_body(work).id, party_id=new_id(), seat=1))

    with pytest.raises(BrokenReference, match="A body party refers to a party that is not"):
        attempt(workspace, seat_nobody)
    assert codes(workspace) == []


def test_every_broken_rule_is_a_misfortune() -> None:
    assert issubclass(Double, RuleBroken)
    assert issubclass(BrokenReference, RuleBroken)


def test_a_record_that_is_not_there_is_named(workspace: Workspace) -> None:
    key = new_id()
    with workspace.read() as reader, pytest.raises(NotFound, match=str(key)):
        reader.get(Body, key)


def test_a_write_over_a_newer_row_is_a_conflict(workspace: Workspace, add_body: AddBody) -> None:
    with workspace.write("Set up a body") as work:
        key = add_body(work).id
        work.commit()
    with workspace.read() as reader:
        stale = reader.get(Body, key)
    with workspace.write("Rename a body") as work:
        work.get(Body, key).topic = "waste"
        work.commit()
    stale.topic = "water"
    with pytest.raises(Conflict, match="changed elsewhere"):
        attempt(workspace, lambda work: work.add(stale))
    with workspace.read() as reader:
        assert reader.get(Body, key).topic == "waste"


def test_an_inner_unit_of_work_joins_the_outer(workspace: Workspace, add_body: AddBody) -> None:
    with workspace.write("Set up bodies") as outer:
        add_body(outer, "A")
        with workspace.write("Set up a body") as inner:
            add_body(inner, "B")
            joined = inner.commit()
        changes = outer.commit()
    assert codes(workspace) == ["A", "B"]
    assert joined.number == changes.number
    with workspace.read() as reader:
        assert [entry.use_case for entry in reader.find(ChangeSetEntry)] == ["Set up bodies"]


def test_an_outer_unit_of_work_that_is_not_committed_takes_the_inner_with_it(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up bodies"), workspace.write("Set up a body") as inner:
        add_body(inner, "B")
        inner.commit()
    assert codes(workspace) == []


def test_an_inner_unit_of_work_that_fails_takes_only_its_own_part(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up bodies") as outer:
        add_body(outer, "A")
        with pytest.raises(Double):
            attempt(workspace, lambda inner: [add_body(inner, "B"), add_body(inner, "A")])
        add_body(outer, "C")
        outer.commit()
    assert codes(workspace) == ["A", "C"]


def test_an_inner_part_that_was_dropped_leaves_no_trace_in_the_journal(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up bodies") as outer:
        with workspace.write("Set up a body") as inner:
            add_body(inner, "B")
            inner.flush()
        changes = outer.commit()
    assert changes.number is None
    with workspace.read() as reader:
        assert reader.find(ChangeSetEntry) == []


def test_a_reading_inside_a_unit_of_work_sees_what_it_wrote(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        add_body(work)
        with workspace.read() as reader:
            assert [body.code for body in reader.find(Body)] == ["KM-JWG"]
        work.commit()


def test_a_reading_does_not_see_what_is_not_committed(
    workspace: Workspace, add_body: AddBody
) -> None:
    seen: list[list[str]] = []
    with workspace.write("Set up a body") as work:
        add_body(work)
        work.flush()
        thread = threading.Thread(target=lambda: seen.append(codes(workspace)))
        thread.start()
        thread.join(20)
        work.commit()
    assert seen == [[]]


def test_writers_in_two_threads_wait_for_one_another(
    workspace: Workspace, add_body: AddBody
) -> None:
    def add_ten(letter: str) -> None:
        for number in range(10):
            with workspace.write("Set up a body") as work:
                add_body(work, f"{letter}{number}")
                work.commit()

    threads = [threading.Thread(target=add_ten, args=(letter,)) for letter in "ABC"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(codes(workspace)) == 30


def test_records_can_be_read_after_the_unit_of_work(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        body = add_body(work)
        work.commit()
    assert body.names["ko"] == "한몽 합동위원회"


def test_a_record_can_be_read_after_a_unit_of_work_that_was_dropped(
    workspace: Workspace, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        key = add_body(work).id
        work.commit()
    with workspace.write("Look at a body") as work:
        body = work.get(Body, key)
    assert body.code == "KM-JWG"


def test_first_gives_nothing_where_nothing_fits(workspace: Workspace, add_body: AddBody) -> None:
    with workspace.write("Set up a body") as work:
        add_body(work)
        work.commit()
    with workspace.read() as reader:
        assert reader.first(Body, code="KM-JWG") is not None
        assert reader.first(Body, code="absent") is None
        assert reader.first(AgendaItem) is None


def test_a_second_connection_sees_the_commit_at_once(
    workspace: Workspace, path: Path, clock: FixedClock, add_body: AddBody
) -> None:
    with workspace.write("Set up a body") as work:
        add_body(work)
        work.commit()
    with Workspace.open(path, clock=clock, actor="Bat", read_only=True) as second:
        assert codes(second) == ["KM-JWG"]
