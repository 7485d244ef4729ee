import pytest

from app.domain.journal import ChangeEntry, Operation
from app.store.net_changes import NetChange, sum_up

INSERT, UPDATE, DELETE = Operation.INSERT, Operation.UPDATE, Operation.DELETE


def entry(operation: Operation, before=None, after=None, *, key: str = "1") -> ChangeEntry:
    return ChangeEntry(
        change_set_id=1, entity="party", pk=key, operation=operation, before=before, after=after
    )


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([entry(INSERT, after={"a": 1})], NetChange("party", "1", None, {"a": 1})),
        (
            [entry(INSERT, after={"a": 1, "b": 1}), entry(UPDATE, {"a": 1}, {"a": 2})],
            NetChange("party", "1", None, {"a": 2, "b": 1}),
        ),
        (
            [entry(UPDATE, {"a": 1}, {"a": 2}), entry(UPDATE, {"a": 2, "b": 5}, {"a": 3, "b": 6})],
            NetChange("party", "1", {"a": 1, "b": 5}, {"a": 3, "b": 6}),
        ),
        (
            [entry(UPDATE, {"a": 1}, {"a": 2}), entry(DELETE, {"a": 2, "b": 5})],
            NetChange("party", "1", {"a": 1, "b": 5}, None, is_whole=True),
        ),
        (
            [entry(DELETE, {"a": 1}), entry(INSERT, after={"a": 2}), entry(UPDATE, {}, {"b": 3})],
            NetChange("party", "1", {"a": 1}, {"a": 2, "b": 3}, is_whole=True),
        ),
    ],
)
def test_what_happened_to_a_record_is_summed_up(
    entries: list[ChangeEntry], expected: NetChange
) -> None:
    assert sum_up(entries) == (expected,)


def test_what_was_made_and_taken_away_again_did_not_happen() -> None:
    made = entry(INSERT, after={"a": 1})
    assert sum_up([made, entry(UPDATE, {"a": 1}, {"a": 2}), entry(DELETE, {"a": 2})]) == ()


def test_a_change_that_was_changed_back_did_not_happen() -> None:
    assert sum_up([entry(UPDATE, {"a": 1}, {"a": 2}), entry(UPDATE, {"a": 2}, {"a": 1})]) == ()


def test_records_stand_in_the_order_in_which_they_were_last_touched() -> None:
    found = sum_up(
        [
            entry(UPDATE, {"a": 1}, {"a": 2}, key="1"),
            entry(UPDATE, {"a": 1}, {"a": 2}, key="2"),
            entry(UPDATE, {"a": 2}, {"a": 3}, key="1"),
        ]
    )

    assert [change.key for change in found] == ["2", "1"]
