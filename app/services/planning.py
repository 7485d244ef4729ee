"""Verbs for planning a meeting: read what proposals are made from, and enter what was agreed on.

Everything proposed is a suggestion with its reason; what is saved is what staff have entered.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.body import Body, BodyKind, MembershipRole
from app.domain.meeting import Meeting, MeetingStatus
from app.domain.names import in_language
from app.domain.ordinals import OrdinalFinding, OrdinalRemark
from app.domain.party import Party
from app.domain.rotation import HostProposal, Turn
from app.domain.zones import is_zone
from app.services import earlier_delegations, meetings, standard_items
from app.services.body_sheet import TITLE_PATTERNS
from app.services.meeting_sheet import MeetingSheet, read_sheet, require_fit, write_sheet
from app.services.proposals import (
    Basis,
    Clock,
    PastMeeting,
    Plan,
    Side,
    clocks,
    draft,
    look_at_number,
    propose_code,
    propose_place,
    propose_titles,
    propose_turn,
    suggest_number,
)
from app.store.change_set import ChangeSet
from app.store.queries.bodies import seats_on
from app.store.reader import Reader
from app.store.workspace import Workspace

__all__ = [
    "Basis",
    "Clock",
    "Extras",
    "HostProposal",
    "MeetingSheet",
    "OrdinalFinding",
    "OrdinalRemark",
    "PastMeeting",
    "Plan",
    "Side",
    "Turn",
    "clocks",
    "draft",
    "look_at_number",
    "plan",
    "prepare",
    "propose_code",
    "propose_place",
    "propose_titles",
    "propose_turn",
    "suggest_number",
]


@dataclass(frozen=True)
class Extras:
    """What a new meeting gets beside what was entered.

    Attributes:
        delegations: Whoever sat at the last meeting is nominated again.
        standing_agenda: Its agenda gets the items that every agenda has.
        held: It has been held already: it is entered as closed, and nothing is prepared.
    """

    delegations: bool = False
    standing_agenda: bool = False
    held: bool = False


def prepare(
    workspace: Workspace,
    *,
    body_id: UUID | None,
    language: str = "en",
    except_id: UUID | None = None,
) -> Plan:
    """Return what proposals for a meeting of a body are made from.

    Args:
        workspace: The workspace.
        body_id: Which body; ``None`` for events that belong to none.
        language: Of the names of the sides and meetings.
        except_id: A meeting that is being changed, and is therefore none of the past.
    """
    with workspace.read() as reader:
        body = reader.get(Body, body_id) if body_id else Body(code="-", kind=BodyKind.OTHER)
        held = sorted(
            (each for each in reader.find(Meeting, body_id=body_id) if each.id != except_id),
            key=_when,
        )
        return Plan(
            body_id=body_id,
            names=dict(body.plain_names or body.names),
            rotation=body.host_rotation.value,
            languages=tuple(body.languages),
            prevailing_language=body.prevailing_language,
            meeting_pattern=body.meeting_pattern,
            title_patterns=dict(body.settings.get(TITLE_PATTERNS, {})),
            sides=_sides(reader, body_id, workspace.today(), language),
            past=tuple(_past(each, language) for each in held),
        )


def plan(
    workspace: Workspace,
    *,
    body_id: UUID | None,
    sheet: MeetingSheet,
    extras: Extras | None = None,
) -> ChangeSet:
    """Enter a meeting as staff have filled it in.

    Args:
        workspace: The workspace.
        body_id: Whose meeting; ``None`` for an event of its own.
        sheet: What was filled in.
        extras: What it gets beside that.

    Raises:
        InvalidValue: naming each field that does not fit.
        RuleBroken: if the number is taken.
    """
    require_fit(sheet)
    wish = extras or Extras()
    with workspace.write("Plan meeting") as work:
        meeting = Meeting(body_id=body_id)
        write_sheet(meeting, sheet)
        if wish.held:
            meeting.status = MeetingStatus.CLOSED
        meetings.plan(workspace, meeting)
        if wish.delegations:
            _nominate_again(workspace, meeting.id)
        if wish.standing_agenda:
            standard_items.insert(workspace, meeting_id=meeting.id)
        return work.commit(subject=meeting.id)


def _nominate_again(workspace: Workspace, meeting_id: UUID) -> None:
    """Nominate whoever came to the last meeting; whoever sat there, if nobody's coming is noted."""
    try:
        found = earlier_delegations.preview(workspace, meeting_id=meeting_id)
    except earlier_delegations.NobodyToCopy:
        return  # nothing to take over is no reason not to plan the meeting
    came = [row.delegate_id for row in found.rows if row.came]
    wanted = came or [row.delegate_id for row in found.rows]
    earlier_delegations.copy(workspace, meeting_id=meeting_id, delegate_ids=wanted)


def _sides(reader: Reader, body_id: UUID | None, today: date, language: str) -> tuple[Side, ...]:
    sides = []
    for seat in seats_on(reader, body_id=body_id, day=today):
        party = reader.get(Party, seat.party_id)
        sides.append(
            Side(
                id=party.id,
                code=party.code,
                name=in_language(party.names, language),
                zone=party.time_zone if is_zone(party.time_zone or "?") else "",
                may_host=seat.role is MembershipRole.MEMBER,
            )
        )
    return tuple(sides)


def _past(meeting: Meeting, language: str) -> PastMeeting:
    title = in_language(meeting.titles, language)
    return PastMeeting(
        id=meeting.id,
        label=f"{meeting.code} · {title}" if meeting.code else title,
        status=meeting.status,
        sheet=read_sheet(meeting),
    )


def _when(meeting: Meeting) -> tuple[int, date, UUID]:
    """Numbers go before days: the host follows the number."""
    return (meeting.ordinal or 0, meeting.first_day or date.min, meeting.id)
