"""Verbs that store what was approved of old papers: one meeting, or one paper, at a time."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.domain.body import Body
from app.domain.errors import Misfortune, RuleBroken
from app.domain.meeting import HELD, Meeting, MeetingMode, MeetingStatus
from app.domain.names import in_language
from app.services import planning
from app.services.past.kept_papers import keep_paper
from app.services.past.listed_records import (
    Arrivals,
    enter_action,
    enter_decision,
    take_over_rules,
)
from app.services.past.obstacles import Obstacle, find_hurdles, is_identified
from app.services.past.papers import PastPaper
from app.services.past.proposals import HOST, MeetingProposal, ProposalKind, Use
from app.services.past.witnesses import Witnesses
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.meeting_titles import make_title
from app.texts.past.facts import FactField

__all__ = ["NotSettled", "NothingApproved", "Obstacle", "find_hurdles", "store"]


class NothingApproved(Misfortune):
    """Something was to be stored of which nothing was approved."""

    def __init__(self) -> None:
        super().__init__("Nothing is ticked, so there is nothing to bring in.", "Tick something.")


class NotSettled(RuleBroken):
    """Something was to be stored that contradicts itself."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(
            "The proposals of this meeting are not settled yet.",
            "Look at those that are marked, and choose.",
        )
        self.obstacle = obstacle


def store(
    workspace: Workspace,
    *,
    body_id: UUID,
    group: MeetingProposal,
    papers: Mapping[str, PastPaper],
) -> ChangeSet:
    """Store what was approved of one meeting, whole or not at all; nothing else is touched.

    What is on record already is never overwritten: another value is kept as a statement of its
    source. A meeting of which it is known that it was held is entered as closed.

    Args:
        workspace: The workspace.
        body_id: Whose meeting.
        group: The proposals, of which those that are wanted are stored.
        papers: The files, by name.

    Raises:
        NothingApproved: if nothing is ticked.
        NotSettled: if something that is ticked contradicts itself.
        RuleBroken: if a number is taken by now.
    """
    if not group.is_wanted:
        raise NothingApproved
    hurdles = find_hurdles([group])
    if hurdles:
        raise NotSettled(hurdles[0].obstacle)
    with workspace.write(_name(group)) as work:
        work.get(Body, body_id)
        meeting = _meeting(workspace, work, body_id, group)
        witnesses = Witnesses(work, papers)
        if meeting is not None:
            witnesses.state_facts(group.wanted(ProposalKind.FACT), meeting.id)
            _keep_papers(work, group, papers, body_id=body_id, meeting=meeting)
            _seat_delegates(work, witnesses, group, meeting)
        meeting_id = meeting.id if meeting is not None else None
        first = _enter_lists(workspace, work, witnesses, group, papers, body_id, meeting_id)
        return work.commit(subject=meeting_id or first)


def _name(group: MeetingProposal) -> str:
    """Return what the Undo menu calls it."""
    if group.ordinal is not None:
        return f"Bring in meeting no. {group.ordinal}"
    if group.first_day is not None:
        return f"Bring in meeting of {group.first_day.day} {group.first_day:%B %Y}"
    return "Bring in old paper"


def _meeting(
    workspace: Workspace, work: UnitOfWork, body_id: UUID, group: MeetingProposal
) -> Meeting | None:
    """Return the meeting, new or on record, with what was approved of it entered."""
    if group.meeting_id is not None:
        meeting = work.get(Meeting, group.meeting_id)
        before = meeting.model_dump()
        _fill(meeting, group)
        if meeting.model_dump() != before:
            meeting.ical_sequence += 1
    elif is_identified(group):
        meeting = Meeting(body_id=body_id)
        _fill(meeting, group)
        meeting.status = _status(group)
        _name_meeting(workspace, meeting, body_id)
        work.add(meeting)
    else:
        return None
    work.flush()
    return meeting


def _fill(meeting: Meeting, group: MeetingProposal) -> None:
    for each in group.wanted(ProposalKind.FACT):
        if each.use is not Use.ENTER:
            continue
        values = each.values
        match each.field:
            case FactField.ORDINAL.value:
                meeting.ordinal = values["number"]
            case FactField.DAYS.value:
                _set_days(meeting, "", values)
                meeting.date_words = ""
            case FactField.PLANNED_DAYS.value:
                _set_days(meeting, "planned_", values)
            case FactField.TITLE.value:
                meeting.titles = {**meeting.titles, each.language: values["text"].strip()}
            case FactField.PLACE.value:
                parts = (values["town"].strip(), str(values.get("land") or "").strip())
                place = ", ".join(part for part in parts if part)
                meeting.places = {**meeting.places, each.language: place}
            case FactField.MODE.value:
                meeting.mode = MeetingMode(values["choice"])
            case field if field == HOST:
                meeting.host_party_id = values["party_id"]


def _set_days(meeting: Meeting, prefix: str, values: Mapping[str, Any]) -> None:
    first = values["first"]
    last = values.get("last") or first
    setattr(meeting, f"{prefix}ends_on", None)  # the last day never stands alone before the first
    setattr(meeting, f"{prefix}starts_on", first)
    setattr(meeting, f"{prefix}ends_on", last)


def _status(group: MeetingProposal) -> MeetingStatus:
    """Return where a meeting stands by what was approved: held only where a paper says so."""
    told = group.entered(FactField.HAPPENING.value)
    is_held = told is not None and told.values["choice"] == "held"
    if is_held or group.entered(FactField.DAYS.value):
        return MeetingStatus.CLOSED
    if group.entered(FactField.PLANNED_DAYS.value):
        return MeetingStatus.DATES_AGREED
    return MeetingStatus.PROPOSED


def _name_meeting(workspace: Workspace, meeting: Meeting, body_id: UUID) -> None:
    """Give a meeting its code by the body's pattern, and a title where no paper gives one."""
    known = planning.prepare(workspace, body_id=body_id)
    day = meeting.first_day
    meeting.code = planning.propose_code(known, ordinal=meeting.ordinal, day=day)
    if meeting.titles:
        return
    name = in_language(known.names, "en")
    if meeting.ordinal is not None:
        meeting.titles = {"en": make_title(name, "en", meeting.ordinal)}
    elif day is not None:
        meeting.titles = {"en": f"{name}, {day.day} {day:%B %Y}"}


def _keep_papers(
    work: UnitOfWork,
    group: MeetingProposal,
    papers: Mapping[str, PastPaper],
    *,
    body_id: UUID,
    meeting: Meeting,
) -> None:
    for each in group.wanted(ProposalKind.PAPER):
        paper = papers[each.values["file"]]
        keep_paper(work, paper, each, body_id=body_id, meeting_id=meeting.id)


def _seat_delegates(
    work: UnitOfWork, witnesses: Witnesses, group: MeetingProposal, meeting: Meeting
) -> None:
    wanted = tuple(group.wanted(ProposalKind.DELEGATE))
    if not wanted:
        return
    arrivals = Arrivals(work, meeting.id, is_held=meeting.status in HELD)
    for each in wanted:
        witnesses.state_record(each, entity="delegate", key=arrivals.seat(each))
    arrivals.finish()


def _enter_lists(
    workspace: Workspace,
    work: UnitOfWork,
    witnesses: Witnesses,
    group: MeetingProposal,
    papers: Mapping[str, PastPaper],
    body_id: UUID,
    meeting_id: UUID | None,
) -> UUID | None:
    """Enter decisions, action items and rules; return the key of the first of them."""
    made: list[UUID] = []
    for each in group.wanted(ProposalKind.DECISION):
        key = enter_decision(workspace, work, each, body_id=body_id, meeting_id=meeting_id)
        witnesses.state_record(each, entity="decision", key=key)
        made.append(key)
    for each in group.wanted(ProposalKind.ACTION):
        if meeting_id is not None:
            key = enter_action(workspace, each, body_id=body_id, meeting_id=meeting_id)
            witnesses.state_record(each, entity="action_item", key=key)
            made.append(key)
    for each in group.wanted(ProposalKind.RULES):
        paper = papers[each.values["file"]]
        key = take_over_rules(workspace, work, each, paper, body_id=body_id)
        witnesses.state_record(each, entity="rule_version", key=key)
        made.append(key)
    return made[0] if made else None
