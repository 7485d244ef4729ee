"""What the journal leaves out is found again: from the records, and from what was changed since."""

import copy
from contextlib import closing
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.body import Body, BodyKind
from app.domain.journal import ChangeEntry, Operation
from app.domain.rules import Provision, ProvisionKind, RuleDocument, RuleKind
from app.store.engine import Access, connect
from app.store.journal import LONGEST_RUN, whole_image
from app.store.queries.changes import (
    count_set_changes,
    list_record_changes,
    list_set_changes,
)
from app.store.undoing import ChangedSince, take_back
from app.store.workspace import Workspace

FIELDS = ("topic", "note", "names", "languages")
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "topic": st.sampled_from(["", "air", "water"]),
    "note": st.sampled_from(["", "a", "b", "c"]),
    "names": st.dictionaries(st.sampled_from(["en", "ko"]), st.sampled_from(["A", "나"])),
    "languages": st.lists(st.sampled_from(["en", "ko", "mn"]), max_size=2, unique=True),
}
CHANGES = st.fixed_dictionaries({}, optional=VALUES)
STEPS = st.lists(st.one_of(CHANGES, st.sampled_from(["delete", "undo"])), max_size=8)


def image_of(workspace: Workspace, key: object) -> dict[str, Any] | None:
    with workspace.read() as reader:
        body = reader.first(Body, id=key)
        return copy.deepcopy(whole_image(body)) if body is not None else None


def do(workspace: Workspace, key: object, step: Any, last: int) -> int | None:
    """Do one thing to the body, if it can be done; return the number of its change set."""
    if step == "undo":
        with workspace.write("Undo", undo_of=last) as work:
            return take_back(work, number=last, use_case="it").number
    with workspace.write("Change") as work:
        body = work.first(Body, id=key)
        if body is None:
            return None
        if step == "delete":
            work.delete(body)
        else:
            for name, value in step.items():
                setattr(body, name, value)
        return work.commit().number


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_every_value_that_a_record_ever_had_is_told(workspace: Workspace, steps: list[Any]) -> None:
    with workspace.write("Set up") as work:
        body = work.add(Body(code=f"B{id(steps)}-{len(steps)}", kind=BodyKind.OTHER))
        last = work.commit().number or 0
    seen = {last: image_of(workspace, body.id)}
    undone: set[int] = set()
    for step in steps:
        if step == "undo" and last in undone:
            continue
        number = do(workspace, body.id, step, last)
        if number is not None:
            undone |= {last} if step == "undo" else set()
            last = number
            seen[number] = image_of(workspace, body.id)

    with workspace.read() as reader:
        told = list_record_changes(reader, entity="body", key=str(body.id))
        by_set = [one for number in seen for one in list_set_changes(reader, number=number)]
    image: dict[str, Any] | None = None
    stood: dict[int, dict[str, Any] | None] = {}
    for change in told:
        if change.operation is Operation.UPDATE:
            assert image is not None
            assert {name: image.get(name) for name in change.before or {}} == change.before
            image = {**image, **(change.after or {})}
        else:
            assert change.before == image
            image = change.after
        stood[change.number] = image
    assert tuple(sorted(by_set, key=lambda one: one.number)) == told
    assert stood == {number: kept for number, kept in seen.items() if number in stood}
    with workspace.write("Clear away") as work:
        for left in work.find(Body):
            work.delete(left)
        work.commit()


def make_provisions(workspace: Workspace, count: int) -> int:
    with workspace.write("Draft rules") as work:
        document = work.add(RuleDocument(code="R", kind=RuleKind.RULE_SET))
        work.flush()
        for place in range(count):
            work.add(
                Provision(document_id=document.id, eid=f"art_{place}", kind=ProvisionKind.ARTICLE)
            )
        return work.commit().number or 0


def test_records_that_are_made_together_are_one_entry(workspace: Workspace) -> None:
    number = make_provisions(workspace, 300)
    with workspace.read() as reader:
        written = reader.find(ChangeEntry, entity="provision")
        told = list_set_changes(reader, number=number)
        counted = count_set_changes(reader, numbers=[number])
    assert [(entry.pk, entry.last) for entry in written] == [("1", 300)]
    assert [change.key for change in told[1:]] == [str(key) for key in range(1, 301)]
    assert counted == {number: {"rule_document": 1, "provision": 300}}


def test_a_record_is_found_in_a_run_of_any_length(workspace: Workspace) -> None:
    make_provisions(workspace, LONGEST_RUN + 7)
    with workspace.read() as reader:
        runs = [
            (int(entry.pk), entry.last) for entry in reader.find(ChangeEntry, entity="provision")
        ]
        for key in (1, LONGEST_RUN, LONGEST_RUN + 1, LONGEST_RUN + 7):
            (told,) = list_record_changes(reader, entity="provision", key=str(key))
            assert told.after is not None
            assert (told.operation, told.after["id"]) == (Operation.INSERT, key)
        assert list_record_changes(reader, entity="provision", key=str(LONGEST_RUN + 8)) == ()
    assert runs == [(1, LONGEST_RUN), (LONGEST_RUN + 1, LONGEST_RUN + 7)]


def test_a_run_is_taken_back_and_brought_back_whole(workspace: Workspace) -> None:
    number = make_provisions(workspace, 20)
    with workspace.write("Undo", undo_of=number) as work:
        undone = take_back(work, number=number, use_case="Draft rules").number or 0
    with workspace.read() as reader:
        assert reader.find(Provision) == []
    with workspace.write("Redo", undo_of=undone) as work:
        take_back(work, number=undone, use_case="Draft rules")
    with workspace.read() as reader:
        assert [each.eid for each in reader.find(Provision)] == [f"art_{at}" for at in range(20)]


def write_as_before(workspace: Workspace) -> None:
    """Give every entry the values that the first two versions of the program wrote into it."""
    with workspace.read() as reader:
        entries = reader.find(ChangeEntry)
        told = {
            (one.number, one.entity, one.key): one.after
            for number in {entry.change_set_id for entry in entries}
            for one in list_set_changes(reader, number=number)
        }
    with workspace.write("Rewrite") as work:
        connection = work.connection()
        table: Any = ChangeEntry.__table__  # type: ignore[attr-defined]
        for entry in entries:
            after = told[entry.change_set_id, entry.entity, entry.pk]
            if after is not None:
                connection.execute(table.update().where(table.c.id == entry.id).values(after=after))
        work.commit()


def test_what_an_earlier_version_wrote_is_taken_back_and_brought_back(
    workspace: Workspace,
) -> None:
    with workspace.write("Set up") as work:
        body = work.add(Body(code="B", kind=BodyKind.OTHER, names={"en": "Group"}))
        made = work.commit().number or 0
    with workspace.write("Describe") as work:
        work.get(Body, body.id).topic = "air"
        described = work.commit().number or 0
    write_as_before(workspace)
    image = image_of(workspace, body.id)

    back = []
    for number in (described, made):
        with workspace.write("Undo", undo_of=number) as work:
            back.append(take_back(work, number=number, use_case="it").number or 0)
    assert image_of(workspace, body.id) is None
    for number in reversed(back):
        with workspace.write("Redo", undo_of=number) as work:
            take_back(work, number=number, use_case="it")
    assert image_of(workspace, body.id) == image


def test_a_record_that_was_changed_since_it_was_made_is_not_taken_back(
    workspace: Workspace,
) -> None:
    with workspace.write("Set up") as work:
        body = work.add(Body(code="B", kind=BodyKind.OTHER))
        made = work.commit().number or 0
    with workspace.write("Describe") as work:
        work.get(Body, body.id).topic = "air"
        work.commit()
    with pytest.raises(ChangedSince), workspace.write("Undo", undo_of=made) as work:
        take_back(work, number=made, use_case="Set up")
    with workspace.write("Describe") as work:  # as it was before
        work.get(Body, body.id).topic = ""
        work.commit()
    with workspace.write("Undo", undo_of=made) as work:
        take_back(work, number=made, use_case="Set up")
    assert image_of(workspace, body.id) is None


def test_the_lookup_of_a_run_uses_an_index(workspace: Workspace) -> None:
    plan = (
        "EXPLAIN QUERY PLAN SELECT id FROM change WHERE entity = 'provision'"
        " AND last >= 5 AND last < 505 AND CAST(pk AS INTEGER) <= 5 AND change_set_id > 0"
    )
    with closing(connect(workspace.path, access=Access.READ_ONLY)) as connection:
        told = " ".join(row[-1] for row in connection.execute(plan))
    assert "ix_change_entity_last" in told
