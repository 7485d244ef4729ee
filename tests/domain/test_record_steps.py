from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.meeting import AgendaStatus, MeetingStatus
from app.domain.minutes import MinutesStatus
from app.domain.record_steps import RecordFacts, StepKey, StepState, record_steps

PLANNED = RecordFacts(
    status=MeetingStatus.PROPOSED,
    agenda_status=AgendaStatus.PRELIMINARY,
    agenda_items=0,
    starts_on=None,
    delegations=0,
    delegations_filled=0,
    minutes_status=None,
    signed_on=None,
    actions=0,
    actions_finished=0,
)
HELD = replace(
    PLANNED,
    status=MeetingStatus.CLOSED,
    agenda_status=AgendaStatus.ADOPTED,
    agenda_items=6,
    starts_on=date(2025, 5, 27),
    delegations=2,
    delegations_filled=2,
)
DONE = replace(
    HELD,
    status=MeetingStatus.ARCHIVED,
    minutes_status=MinutesStatus.SIGNED,
    signed_on=date(2025, 6, 3),
    actions=3,
    actions_finished=3,
)
all_facts = st.builds(
    RecordFacts,
    status=st.sampled_from(MeetingStatus),
    agenda_status=st.sampled_from(AgendaStatus),
    agenda_items=st.integers(0, 3),
    starts_on=st.none() | st.dates(),
    delegations=st.integers(0, 3),
    delegations_filled=st.integers(0, 3),
    minutes_status=st.none() | st.sampled_from(MinutesStatus),
    signed_on=st.none() | st.dates(),
    actions=st.integers(0, 3),
    actions_finished=st.integers(0, 3),
)


def states(facts: RecordFacts) -> str:
    """The six states as letters: d(one), n(ow), a(head)."""
    return "".join(step.state.value[0] for step in record_steps(facts))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(PLANNED, "naaaaa", id="nothing yet"),
        pytest.param(
            replace(PLANNED, agenda_status=AgendaStatus.ADOPTED), "dnaaaa", id="agenda adopted"
        ),
        pytest.param(HELD, "ddnaaa", id="held"),
        pytest.param(replace(HELD, delegations_filled=1), "dnaaaa", id="an empty delegation"),
        pytest.param(replace(HELD, delegations=0, delegations_filled=0), "dnaaaa", id="nobody"),
        pytest.param(
            replace(HELD, minutes_status=MinutesStatus.PRE_DRAFTED), "dddnaa", id="drafted"
        ),
        pytest.param(replace(HELD, minutes_status=MinutesStatus.APPROVED), "ddddna", id="agreed"),
        pytest.param(replace(DONE, actions_finished=2), "dddddn", id="signed, actions open"),
        pytest.param(DONE, "dddddd", id="all done"),
        pytest.param(replace(DONE, actions=0, actions_finished=0), "dddddd", id="nothing promised"),
        pytest.param(
            replace(DONE, agenda_status=AgendaStatus.DRAFT, agenda_items=0),
            "nddddd",
            id="held without an agenda",
        ),
        pytest.param(
            replace(DONE, agenda_status=AgendaStatus.DRAFT), "dddddd", id="agenda never adopted"
        ),
    ],
)
def test_the_first_step_that_is_not_done_is_the_one_at_hand(
    facts: RecordFacts, expected: str
) -> None:
    assert states(facts) == expected


def test_a_delegation_is_not_done_before_the_meeting_was_held() -> None:
    assert states(replace(HELD, status=MeetingStatus.CONVENED)) == "dnaaaa"


def test_counts_and_days_are_told_where_they_are_known() -> None:
    steps = {step.key: step for step in record_steps(replace(DONE, actions_finished=1))}
    assert (steps[StepKey.DELEGATIONS].done, steps[StepKey.DELEGATIONS].total) == (2, 2)
    assert (steps[StepKey.FOLLOW_UP].done, steps[StepKey.FOLLOW_UP].total) == (1, 3)
    assert steps[StepKey.AGENDA].on == date(2025, 5, 27)
    assert steps[StepKey.SIGNED].on == date(2025, 6, 3)
    assert (steps[StepKey.DRAFTED].done, steps[StepKey.DRAFTED].on) == (None, None)


def test_an_agenda_that_is_not_adopted_has_no_day() -> None:
    agenda = record_steps(replace(HELD, agenda_status=AgendaStatus.DRAFT))[0]
    assert (agenda.key, agenda.on) == (StepKey.AGENDA, None)


@given(all_facts)
def test_there_are_always_six_steps_and_at_most_one_is_at_hand(facts: RecordFacts) -> None:
    steps = record_steps(facts)
    assert [step.key for step in steps] == list(StepKey)
    at_hand = [place for place, step in enumerate(steps) if step.state is StepState.NOW]
    ahead = [place for place, step in enumerate(steps) if step.state is StepState.AHEAD]
    assert len(at_hand) <= 1
    assert all(place > at_hand[0] for place in ahead)
