"""The words that a search understands before and after a colon, and what each stands for."""

from app.domain.action import ActionStatus
from app.domain.agenda import ItemStatus
from app.domain.body import BodyStatus
from app.domain.decision import DecisionStatus
from app.domain.instrument import InstrumentStatus
from app.domain.meeting import MeetingStatus
from app.domain.paper import PaperStatus
from app.domain.project import ProjectStatus
from app.domain.rules import VersionStatus
from app.texts.query.asked import Field, Kind

FIELDS = {field.value: field for field in Field} | {
    "side": Field.PARTY,
    "kind": Field.TYPE,
    "is": Field.STATUS,
    "date": Field.DAY,
    "by": Field.OWNER,
}

TYPES: dict[str, tuple[Kind, ...]] = {
    "meeting": (Kind.MEETING,),
    "agenda": (Kind.AGENDA_ITEM,),
    "item": (Kind.AGENDA_ITEM,),
    "minutes": (Kind.MINUTES_PARAGRAPH,),
    "paper": (Kind.PAPER,),
    "decision": (Kind.DECISION,),
    "action": (Kind.ACTION_ITEM,),
    "rule": (Kind.RULE_DOCUMENT, Kind.PROVISION),
    "provision": (Kind.PROVISION,),
    "article": (Kind.PROVISION,),
    "person": (Kind.PERSON,),
    "people": (Kind.PERSON,),
    "delegate": (Kind.PERSON,),
    "project": (Kind.PROJECT,),
    "instrument": (Kind.INSTRUMENT,),
    "agreement": (Kind.INSTRUMENT,),
    "document": (Kind.ISSUED_DOCUMENT, Kind.PAPER),
    "body": (Kind.BODY,),
    "bodies": (Kind.BODY,),
}

OPEN, LATE, CLOSED = "open", "late", "closed"
_GROUPS = {
    "open": OPEN,
    "late": LATE,
    "overdue": LATE,
    "closed": CLOSED,
    "finished": CLOSED,
}

_LIVES = (
    ActionStatus,
    BodyStatus,
    DecisionStatus,
    InstrumentStatus,
    ItemStatus,
    MeetingStatus,
    PaperStatus,
    ProjectStatus,
    VersionStatus,
)
STATUSES = frozenset(str(value.value) for life in _LIVES for value in life)
"""Every state that a record of some kind may be in."""


def kinds_of(told: str) -> tuple[Kind, ...]:
    """Return the kinds that a word stands for, in the singular or the plural."""
    return TYPES.get(told) or TYPES.get(told.removesuffix("s")) or ()


def status_of(told: str) -> str:
    """Return the state, or the group of states, that a word stands for; nothing for none."""
    joined = told.replace(" ", "-").replace("_", "-")
    if joined in _GROUPS:
        return _GROUPS[joined]
    return joined if joined in STATUSES else ""
