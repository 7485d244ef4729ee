"""What a decision is worth on a day: in force, amended, superseded, lapsed, done, not yet."""

from datetime import date
from enum import StrEnum

from app.domain.decision import ADOPTED_DECISIONS, Decision, DecisionStatus


class Standing(StrEnum):
    """What holds of a decision, in the order of a list to choose from."""

    IN_FORCE = "in-force"
    AMENDED = "amended"
    NOT_YET = "not-yet"
    TO_CONFIRM = "to-confirm"
    DONE = "done"
    SUPERSEDED = "superseded"
    LAPSED = "lapsed"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"


LIVE = frozenset({Standing.IN_FORCE, Standing.AMENDED, Standing.NOT_YET, Standing.TO_CONFIRM})
"""What still binds, or is about to."""

_OVER = {
    DecisionStatus.SUPERSEDED: Standing.SUPERSEDED,
    DecisionStatus.LAPSED: Standing.LAPSED,
    DecisionStatus.WITHDRAWN: Standing.WITHDRAWN,
}


def standing_on(decision: Decision, day: date) -> Standing:
    """Return what a decision is worth on ``day``, as it stands in the record today."""
    over = _OVER.get(decision.status)
    if over is not None:
        return over
    if decision.status not in ADOPTED_DECISIONS:
        return Standing.DRAFT
    if decision.done_on is not None and decision.done_on <= day:
        return Standing.DONE
    if decision.ad_referendum and decision.confirmed_on is None:
        return Standing.TO_CONFIRM
    if decision.effective_on is not None and decision.effective_on > day:
        return Standing.NOT_YET
    return Standing.AMENDED if decision.status is DecisionStatus.AMENDED else Standing.IN_FORCE
