import time
from concurrent.futures import ThreadPoolExecutor
from uuid import RFC_4122, UUID

import pytest

from app.domain import identity
from app.domain.identity import new_id


def test_a_key_is_a_uuid_of_version_seven() -> None:
    key = new_id()
    assert (key.version, key.variant) == (7, RFC_4122)


def test_a_key_tells_the_millisecond_of_its_making() -> None:
    before = time.time_ns() // 1_000_000
    key = new_id()
    after = time.time_ns() // 1_000_000
    # Keys made faster than the clock ticks run ahead of it, by far less than a second.
    assert before <= key.int >> 80 <= after + 1000


def test_keys_sort_in_the_order_of_their_making() -> None:
    made = [new_id() for _ in range(5000)]
    assert made == sorted(made)
    assert [str(key) for key in made] == sorted(str(key) for key in made)
    assert len(set(made)) == len(made)


def test_keys_made_in_many_threads_are_all_different() -> None:
    def make(_number: int) -> list[UUID]:
        return [new_id() for _ in range(500)]

    with ThreadPoolExecutor(8) as threads:
        batches = list(threads.map(make, range(16)))
    made = [key for batch in batches for key in batch]
    assert len(set(made)) == len(made) == 8000
    assert all(batch == sorted(batch) for batch in batches)
    assert len({key.int >> 62 for key in made}) == 8000  # time and sequence alone tell them apart


def test_a_clock_that_is_put_back_does_not_put_keys_out_of_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = new_id()
    monkeypatch.setattr(identity.time, "time_ns", lambda: 0)
    second = new_id()
    assert second > first


def test_a_clock_that_stands_still_gives_different_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time_ns() + 60_000_000_000
    monkeypatch.setattr(identity, "_last", 0)
    monkeypatch.setattr(identity.time, "time_ns", lambda: now)
    made = [new_id() for _ in range(5000)]  # more than fit into one millisecond
    assert made == sorted(set(made))
