"""What a person chooses among proposals: one is ticked, a rival gives way, nothing is lost."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from app.services.past.proposals import (
    SINGLE,
    MeetingProposal,
    Proposal,
    ProposalKind,
    Standing,
    Use,
)
from app.texts.past.facts import FactField


def choose(group: MeetingProposal, proposal_id: int, use: Use) -> MeetingProposal:
    """Return a group in which one proposal is used so; of rivals only one can be entered.

    Where a rival is entered already, the other is kept as what its source says.
    """
    proposal = next(each for each in group.proposals if each.id == proposal_id)
    if use is not Use.ENTER or proposal.field not in SINGLE:
        return group.with_proposal(replace(proposal, use=use))
    for other in group.proposals:
        if (
            other.id != proposal_id
            and other.kind is ProposalKind.FACT
            and (other.is_rival_of == proposal.is_rival_of and other.use is Use.ENTER)
        ):
            group = group.with_proposal(replace(other, use=Use.STATE))
    return group.with_proposal(replace(proposal, use=Use.ENTER))


def tick(group: MeetingProposal, proposal_id: int, *, wanted: bool) -> MeetingProposal:
    """Return a group in which one proposal is ticked or not; beside a rival it is a statement."""
    proposal = next(each for each in group.proposals if each.id == proposal_id)
    if not wanted:
        return choose(group, proposal_id, Use.LEAVE)
    taken = any(
        other.id != proposal_id
        and other.kind is ProposalKind.FACT
        and other.is_rival_of == proposal.is_rival_of
        and other.use is Use.ENTER
        for other in group.proposals
    )
    is_beside = proposal.standing in {Standing.SAME, Standing.DIFFERS} or (
        taken and proposal.field in SINGLE
    )
    is_fact = proposal.kind is ProposalKind.FACT
    only_said = is_fact and (is_beside or proposal.field not in _ENTERED)
    return choose(group, proposal_id, Use.STATE if only_said else Use.ENTER)


_ENTERED = SINGLE | {FactField.HAPPENING.value}


def carry_over(
    now: tuple[MeetingProposal, ...],
    before: Iterable[MeetingProposal],
    *,
    stored: Collection[int],
) -> tuple[MeetingProposal, ...]:
    """Return proposals that were made anew with what a person decided about them before.

    Args:
        now: The proposals beside the record as it is now.
        before: The proposals as they were ticked and corrected.
        stored: The groups that were stored meanwhile: what is left of them was not wanted.
    """
    known = {
        _sign(each): replace(each, use=Use.LEAVE) if group.id in stored else each
        for group in before
        for each in group.proposals
    }
    return tuple(
        replace(group, proposals=tuple(_carried(each, known) for each in group.proposals))
        for group in now
    )


def _carried(proposal: Proposal, known: Mapping[object, Proposal]) -> Proposal:
    earlier = known.get(_sign(proposal))
    if earlier is None or proposal.standing is Standing.SAME:
        return proposal
    return replace(proposal, use=earlier.use, values=earlier.values)


def _sign(proposal: Proposal) -> object:
    """Return what a proposal is known by when the folder is compared with the record again."""
    symbol = proposal.values.get("symbol") if proposal.kind is ProposalKind.DECISION else ""
    return (proposal.kind, proposal.field, proposal.language, proposal.quotes, symbol)
