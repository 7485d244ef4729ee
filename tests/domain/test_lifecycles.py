from enum import StrEnum
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.action import ACTION_LIFE, ActionStatus
from app.domain.agenda import ITEM_LIFE, ItemStatus
from app.domain.body import BODY_LIFE, BodyStatus
from app.domain.decision import ADOPTED_DECISIONS, DECISION_LIFE, DecisionStatus
from app.domain.delegation import DELEGATE_LIFE, Attendance
from app.domain.errors import Misfortune, UnlawfulTransition
from app.domain.instrument import INSTRUMENT_LIFE, InstrumentStatus
from app.domain.lifecycle import LifeCycle
from app.domain.meeting import AGENDA_LIFE, MEETING_LIFE, AgendaStatus, MeetingStatus
from app.domain.minutes import MINUTES_LIFE, SEALED_MINUTES, MinutesStatus
from app.domain.paper import PAPER_LIFE, PaperStatus
from app.domain.project import PROJECT_LIFE, ProjectStatus
from app.domain.rules import SEALED_VERSIONS, VERSION_LIFE, VersionStatus
from app.domain.tables import MODULES
from app.domain.written_procedure import PROCEDURE_LIFE, ProcedureStatus

LIVES: dict[type[StrEnum], LifeCycle[Any]] = {
    ActionStatus: ACTION_LIFE,
    AgendaStatus: AGENDA_LIFE,
    Attendance: DELEGATE_LIFE,
    BodyStatus: BODY_LIFE,
    DecisionStatus: DECISION_LIFE,
    InstrumentStatus: INSTRUMENT_LIFE,
    ItemStatus: ITEM_LIFE,
    MeetingStatus: MEETING_LIFE,
    MinutesStatus: MINUTES_LIFE,
    PaperStatus: PAPER_LIFE,
    ProcedureStatus: PROCEDURE_LIFE,
    ProjectStatus: PROJECT_LIFE,
    VersionStatus: VERSION_LIFE,
}
STANDS = [(life, here) for states, life in LIVES.items() for here in states]
every_life = pytest.mark.parametrize("states", LIVES, ids=lambda states: states.__name__)


def test_every_life_cycle_of_the_domain_is_tried_here() -> None:
    found = [
        value
        for module in MODULES
        for value in vars(module).values()
        if isinstance(value, LifeCycle)
    ]
    assert len(found) == len(LIVES) == 13
    assert all(life in LIVES.values() for life in found)


@every_life
def test_a_life_cycle_speaks_of_its_own_states_only(states: type[StrEnum]) -> None:
    life = LIVES[states]
    assert life.start
    assert {type(state) for state in life.start} == {states}
    assert {type(state) for state in life.steps} == {states}
    assert {type(state) for steps in life.steps.values() for state in steps} == {states}


@every_life
def test_every_state_can_be_reached(states: type[StrEnum]) -> None:
    assert LIVES[states].reachable() == frozenset(states)


@every_life
def test_no_step_is_listed_twice(states: type[StrEnum]) -> None:
    for steps in LIVES[states].steps.values():
        assert len(steps) == len(set(steps))


@pytest.mark.parametrize(
    ("life", "here"), STANDS, ids=[f"{life.kind} {here}" for life, here in STANDS]
)
def test_from_where_a_record_stands_only_the_lawful_steps_are_allowed(
    life: LifeCycle[Any], here: StrEnum
) -> None:
    lawful = life.steps.get(here, ())
    for there in lawful:
        life.require(here, there)
    for there in set(type(here)) - set(lawful):
        with pytest.raises(UnlawfulTransition) as caught:
            life.require(here, there)
        refusal = caught.value
        assert isinstance(refusal, Misfortune)
        assert refusal.sentence.endswith(f"that is “{here}” cannot become “{there}”.")
        assert life.kind in refusal.sentence
        assert refusal.lawful == tuple(step.value for step in lawful)
        assert refusal.remedy == (
            f"From here it can become: {', '.join(lawful) or 'nothing further'}."
        )


@pytest.mark.parametrize(
    ("life", "opening"),
    [(AGENDA_LIFE, "An agenda "), (BODY_LIFE, "A body "), (ACTION_LIFE, "An action item ")],
)
def test_a_refusal_is_a_sentence(life: LifeCycle[Any], opening: str) -> None:
    with pytest.raises(UnlawfulTransition) as caught:
        life.require(life.start[0], life.start[0])
    assert caught.value.sentence.startswith(opening)


@given(st.data())
def test_whatever_lawful_steps_are_taken_a_record_stays_in_reachable_states(
    data: st.DataObject,
) -> None:
    life = data.draw(st.sampled_from(list(LIVES.values())))
    state = data.draw(st.sampled_from(life.start))
    for _step in range(12):
        ways = life.after(state)
        if not ways:
            break
        wanted = data.draw(st.sampled_from(ways))
        life.require(state, wanted)
        state = wanted
        assert state in life.reachable()


@pytest.mark.parametrize(
    ("life", "way"),
    [
        (MEETING_LIFE, ("proposed dates-agreed convened in-session suspended in-session closed "
         "record-agreed archived")),
        (MEETING_LIFE, "convened postponed proposed dates-agreed cancelled"),
        (BODY_LIFE, "proposed established active dormant active merged"),
        (DECISION_LIFE, "draft bracketed agreed adopted effective amended superseded"),
        (MINUTES_LIFE, ("pre-drafted exchanged negotiated approved signed confirmed distributed "
         "published corrected")),
        (AGENDA_LIFE, "preliminary provisional annotated draft adopted amended amended"),
        (DELEGATE_LIFE, "nominated notified confirmed absent"),
        (ITEM_LIFE, "proposed included opened deferred opened concluded"),
        (VERSION_LIFE, "draft adopted effective superseded"),
        (PROCEDURE_LIFE, ("prepared circulated objected consultation no-objection adopted "
         "announced recorded")),
        (INSTRUMENT_LIFE, "negotiated initialled signed in-force expired renewed renewed replaced"),
        (ACTION_LIFE, "open in-progress partly-done in-progress done open"),
        (PAPER_LIFE, "draft circulated draft circulated final withdrawn"),
        (PROJECT_LIFE, "proposed active suspended active completed"),
    ],
    ids=lambda told: told.split()[0] if isinstance(told, str) else told.kind,
)  # fmt: skip
def test_the_usual_way_of_a_record_is_lawful(life: LifeCycle[Any], way: str) -> None:
    states = type(life.start[0])
    steps = [states(name) for name in way.split()]
    for here, there in pairwise(steps):
        life.require(here, there)
    assert steps[-1] in life.reachable()


@pytest.mark.parametrize(
    ("life", "state"),
    [
        (MEETING_LIFE, MeetingStatus.CANCELLED),
        (MEETING_LIFE, MeetingStatus.ARCHIVED),
        (BODY_LIFE, BodyStatus.ENDED),
        (DECISION_LIFE, DecisionStatus.WITHDRAWN),
        (MINUTES_LIFE, MinutesStatus.CORRECTED),
        (VERSION_LIFE, VersionStatus.REPEALED),
        (PROCEDURE_LIFE, ProcedureStatus.RECORDED),
    ],
)
def test_an_end_is_an_end(life: LifeCycle[Any], state: StrEnum) -> None:
    assert life.after(state) == ()


@pytest.mark.parametrize(
    ("life", "sealed"),
    [
        (VERSION_LIFE, SEALED_VERSIONS),
        (MINUTES_LIFE, SEALED_MINUTES),
        (DECISION_LIFE, ADOPTED_DECISIONS),
    ],
    ids=["version", "minutes", "decision"],
)
def test_from_a_sealed_state_there_is_no_way_back(
    life: LifeCycle[Any], sealed: frozenset[StrEnum]
) -> None:
    assert sealed
    for state in sealed:
        assert set(life.after(state)) <= sealed


def test_a_meeting_that_began_can_no_longer_be_called_off() -> None:
    with pytest.raises(UnlawfulTransition, match="“in-session” cannot become “cancelled”"):
        MEETING_LIFE.require(MeetingStatus.IN_SESSION, MeetingStatus.CANCELLED)


def test_rules_are_drafted_before_they_are_adopted() -> None:
    assert VERSION_LIFE.start == (VersionStatus.DRAFT,)
    assert MINUTES_LIFE.start == (MinutesStatus.PRE_DRAFTED,)
    assert PROCEDURE_LIFE.start == (ProcedureStatus.PREPARED,)
