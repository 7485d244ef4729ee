"""How far the record of a meeting has come, from its agenda to its follow-up."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.meeting import HELD, AgendaStatus, MeetingStatus
from app.domain.minutes import SEALED_MINUTES, MinutesStatus


class StepKey(StrEnum):
    """The six steps of a meeting's record."""

    AGENDA = "agenda"
    DELEGATIONS = "delegations"
    DRAFTED = "drafted"
    AGREED = "agreed"
    SIGNED = "signed"
    FOLLOW_UP = "follow-up"


class StepState(StrEnum):
    """Whether a step is behind, at hand or ahead."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True)
class RecordStep:
    """One step; ``done`` of ``total`` where it is counted, ``on`` where its day is known."""

    key: StepKey
    state: StepState
    on: date | None = None
    done: int | None = None
    total: int | None = None


@dataclass(frozen=True)
class RecordFacts:
    """What the steps are told from.

    Attributes:
        adopted_on, drafted_on, agreed_on: The days of these steps, where they are known.
    """

    status: MeetingStatus
    agenda_status: AgendaStatus
    agenda_items: int
    starts_on: date | None
    delegations: int
    delegations_filled: int
    minutes_status: MinutesStatus | None
    signed_on: date | None
    actions: int
    actions_finished: int
    adopted_on: date | None = None
    drafted_on: date | None = None
    agreed_on: date | None = None


def record_steps(facts: RecordFacts) -> tuple[RecordStep, ...]:
    """Return the six steps in order; the first that is not done is the one at hand."""
    held = facts.status in HELD
    adopted = facts.agenda_status in {AgendaStatus.ADOPTED, AgendaStatus.AMENDED}
    agenda_done = adopted or (held and facts.agenda_items > 0)
    delegations_done = held and 0 < facts.delegations == facts.delegations_filled
    drafted = facts.minutes_status is not None
    signed = facts.minutes_status in SEALED_MINUTES
    agreed = signed or facts.minutes_status is MinutesStatus.APPROVED
    followed_up = signed and facts.actions == facts.actions_finished
    finished = {
        StepKey.AGENDA: agenda_done,
        StepKey.DELEGATIONS: delegations_done,
        StepKey.DRAFTED: drafted,
        StepKey.AGREED: agreed,
        StepKey.SIGNED: signed,
        StepKey.FOLLOW_UP: followed_up,
    }
    days = {
        StepKey.AGENDA: (facts.adopted_on or facts.starts_on) if adopted else None,
        StepKey.DRAFTED: facts.drafted_on,
        StepKey.AGREED: facts.agreed_on if agreed else None,
        StepKey.SIGNED: facts.signed_on,
    }
    counts = {
        StepKey.DELEGATIONS: (facts.delegations_filled, facts.delegations),
        StepKey.FOLLOW_UP: (facts.actions_finished, facts.actions),
    }
    at_hand = next((key for key, done in finished.items() if not done), None)
    return tuple(
        RecordStep(
            key=key,
            state=_state(key, done=done, at_hand=at_hand),
            on=days.get(key),
            done=counts[key][0] if key in counts else None,
            total=counts[key][1] if key in counts else None,
        )
        for key, done in finished.items()
    )


def _state(key: StepKey, *, done: bool, at_hand: StepKey | None) -> StepState:
    if done:
        return StepState.DONE
    return StepState.NOW if key is at_hand else StepState.AHEAD
