from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.rotation import Hosting, Turn, propose_host

KR, JP, CN = "KR", "JP", "CN"


def held(*hosts: str | None, first: int = 1) -> list[Hosting]:
    return [Hosting(number, None, host) for number, host in enumerate(hosts, start=first)]


@pytest.mark.parametrize("rotation", ["none", "unknown", "nonsense"])
def test_without_a_rule_nobody_is_proposed(rotation: str) -> None:
    assert propose_host(rotation, seats=[KR, JP], held=held(KR, JP)) is None


def test_without_sides_nobody_is_proposed() -> None:
    assert propose_host("alternating", seats=[], held=[]) is None


def test_the_first_side_by_seat_hosts_first() -> None:
    proposal = propose_host("alternating", seats=[JP, KR], held=[])
    assert proposal is not None
    assert (proposal.host, proposal.turn) == (JP, Turn.FIRST)


def test_two_sides_alternate() -> None:
    proposal = propose_host("alternating", seats=[JP, KR], held=held(JP, KR), ordinal=3)
    assert proposal is not None
    assert (proposal.host, proposal.turn) == (JP, Turn.ALTERNATES)
    assert proposal.last is not None
    assert proposal.last.ordinal == 2


def test_the_host_follows_the_number_across_meetings_that_are_not_on_record() -> None:
    # The 19th meeting of the ROK–Japan committee was in Tsukuba, the 22nd in Seoul.
    proposal = propose_host("alternating", seats=[KR, JP], held=held(JP, first=19), ordinal=22)
    assert proposal is not None
    assert (proposal.host, proposal.turn) == (KR, Turn.BY_NUMBER)


def test_a_past_meeting_is_judged_by_the_number_nearest_to_it() -> None:
    known = [Hosting(1, None, JP), Hosting(11, None, KR)]  # an exception lies between
    proposal = propose_host("alternating", seats=[KR, JP], held=known, ordinal=2)
    assert proposal is not None
    assert proposal.host == KR


def test_a_meeting_whose_host_is_not_known_tells_nothing() -> None:
    proposal = propose_host("alternating", seats=[KR, JP], held=held(JP, None), ordinal=3)
    assert proposal is not None
    assert (proposal.host, proposal.turn) == (JP, Turn.BY_NUMBER)


def test_a_host_that_sits_there_no_more_is_passed_over() -> None:
    proposal = propose_host("alternating", seats=[KR, JP], held=held(JP, CN))
    assert proposal is not None
    assert proposal.host == KR


def test_in_a_rotation_the_one_that_waited_longest_hosts() -> None:
    proposal = propose_host("rotating", seats=[KR, JP, CN], held=held(KR, CN, JP))
    assert proposal is not None
    assert (proposal.host, proposal.turn) == (KR, Turn.ROTATES)


def test_in_a_rotation_who_never_hosted_comes_before_who_did() -> None:
    proposal = propose_host("rotating", seats=[KR, JP, CN], held=held(CN, KR))
    assert proposal is not None
    assert proposal.host == JP


def test_an_exception_puts_the_rotation_out_of_step_only_once() -> None:
    proposal = propose_host("rotating", seats=[KR, JP, CN], held=held(KR, JP, CN, JP, KR))
    assert proposal is not None
    assert proposal.host == CN


def test_a_fixed_host_stays_and_is_not_guessed() -> None:
    assert propose_host("fixed", seats=[KR, JP], held=[]) is None
    proposal = propose_host("fixed", seats=[KR, JP], held=held(JP, JP))
    assert proposal is not None
    assert (proposal.host, proposal.turn) == (JP, Turn.FIXED)


@given(st.sampled_from(["alternating", "rotating"]), st.integers(2, 6), st.integers(1, 40))
def test_sides_that_follow_the_proposals_host_equally_often(
    rotation: str, count: int, meetings: int
) -> None:
    seats = [f"side {number}" for number in range(count)]
    known: list[Hosting] = []
    for ordinal in range(1, meetings + 1):
        proposal = propose_host(rotation, seats=seats, held=known, ordinal=ordinal)
        assert proposal is not None
        known.append(Hosting(ordinal, None, proposal.host))
    hosts = [each.host for each in known]
    counts = [hosts.count(side) for side in seats]
    assert max(counts) - min(counts) <= 1
    assert all(one != other for one, other in pairwise(hosts))


@given(
    st.lists(st.sampled_from([KR, JP, None]), max_size=12),
    st.one_of(st.none(), st.integers(1, 60)),
    st.lists(st.integers(1, 60), min_size=12, max_size=12),
)
def test_whatever_is_on_record_the_proposal_is_a_side_that_sits_there(
    hosts: list[str | None], ordinal: int | None, numbers: list[int]
) -> None:
    known = [
        Hosting(number, date(2020, 1, 1), host)
        for number, host in zip(sorted(numbers), hosts, strict=False)
    ]
    proposal = propose_host("alternating", seats=[KR, JP], held=known, ordinal=ordinal)
    assert proposal is not None
    assert proposal.host in {KR, JP}
