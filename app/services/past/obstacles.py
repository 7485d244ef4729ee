"""Says what must be settled before proposals can be stored: contradictions, wrong days, doubles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.services.past.proposals import (
    MeetingProposal,
    Proposal,
    ProposalKind,
    Remark,
    Standing,
    Use,
)
from app.texts.past.facts import FactField

_NEEDS_MEETING = frozenset({ProposalKind.PAPER, ProposalKind.ACTION, ProposalKind.DELEGATE})


class Obstacle(StrEnum):
    """Why something that is ticked cannot be stored yet."""

    CONTESTED = "contested"
    BACKWARDS = "backwards"
    NO_DAYS = "no-days"
    NUMBER_TWICE = "number-twice"
    NO_MEETING = "no-meeting"
    NO_SIDE = "no-side"
    NO_TITLE = "no-title"
    SYMBOL_TWICE = "symbol-twice"
    IN_FORCE_BEFORE = "in-force-before"


@dataclass(frozen=True)
class Hurdle:
    """One obstacle, and where it is."""

    group_id: int
    proposal_id: int
    obstacle: Obstacle


def find_hurdles(groups: Sequence[MeetingProposal]) -> tuple[Hurdle, ...]:
    """Return what must be settled first, in the order of the groups."""
    wanted = [group for group in groups if group.is_wanted]
    found = [hurdle for group in wanted for hurdle in _of_group(group)]
    return (*found, *_doubles(wanted))


def _of_group(group: MeetingProposal) -> Iterator[Hurdle]:
    for each in _unanswered(group):
        yield Hurdle(group.id, each.id, Obstacle.CONTESTED)
    for each in group.proposals:
        obstacle = _of_proposal(each) if each.is_wanted else None
        if obstacle is not None:
            yield Hurdle(group.id, each.id, obstacle)
    if group.meeting_id is None and not is_identified(group):
        homeless = (
            each for each in group.proposals if each.is_wanted and each.kind in _NEEDS_MEETING
        )
        said = group.wanted(ProposalKind.FACT)
        first = next(homeless, None) or next(said, None)
        if first is not None:
            yield Hurdle(group.id, first.id, Obstacle.NO_MEETING)


def is_identified(group: MeetingProposal) -> bool:
    """Say whether a meeting would be entered with a number or a day, so that it can be known."""
    told = (FactField.ORDINAL, FactField.DAYS, FactField.PLANNED_DAYS)
    return any(group.entered(field.value) for field in told)


def _unanswered(group: MeetingProposal) -> Iterator[Proposal]:
    """Yield the first of rivals of which none was chosen and none is kept as a statement."""
    seen: set[tuple[str, str]] = set()
    for each in group.proposals:
        if each.kind is not ProposalKind.FACT or Remark.CONTESTED not in each.remarks:
            continue
        if each.is_rival_of in seen:
            continue
        seen.add(each.is_rival_of)
        rivals = [
            other
            for other in group.proposals
            if other.kind is ProposalKind.FACT and other.is_rival_of == each.is_rival_of
        ]
        if not any(rival.is_wanted for rival in rivals) and not _is_settled(rivals):
            yield each


def _is_settled(rivals: Iterable[Proposal]) -> bool:
    """Say whether the record has both already, from an earlier reading."""
    return all(rival.standing is Standing.SAME for rival in rivals)


def _of_proposal(proposal: Proposal) -> Obstacle | None:
    values = proposal.values
    match proposal.kind:
        case ProposalKind.FACT:
            return _of_fact(proposal)
        case ProposalKind.DELEGATE:
            return None if values.get("party_id") else Obstacle.NO_SIDE
        case ProposalKind.DECISION:
            return None if str(values.get("title", "")).strip() else Obstacle.NO_TITLE
        case ProposalKind.RULES:
            adopted, in_force = values.get("adopted_on"), values.get("in_force_from")
            wrong = adopted and in_force and in_force < adopted
            return Obstacle.IN_FORCE_BEFORE if wrong else None
        case _:
            return None


def _of_fact(proposal: Proposal) -> Obstacle | None:
    if proposal.use is not Use.ENTER:
        return None
    if proposal.field in {FactField.DAYS.value, FactField.PLANNED_DAYS.value}:
        first, last = proposal.values.get("first"), proposal.values.get("last")
        if first is None:
            return Obstacle.NO_DAYS
        return Obstacle.BACKWARDS if last is not None and last < first else None
    return None


def _doubles(groups: Sequence[MeetingProposal]) -> Iterator[Hurdle]:
    numbers: set[int] = set()
    symbols: set[str] = set()
    for group in groups:
        ordinal = group.entered(FactField.ORDINAL.value)
        if ordinal is not None:
            number = ordinal.values["number"]
            if number in numbers:
                yield Hurdle(group.id, ordinal.id, Obstacle.NUMBER_TWICE)
            numbers.add(number)
        for decision in group.wanted(ProposalKind.DECISION):
            symbol = str(decision.values.get("symbol", "")).strip().casefold()
            if symbol and symbol in symbols:
                yield Hurdle(group.id, decision.id, Obstacle.SYMBOL_TWICE)
            symbols.add(symbol)
