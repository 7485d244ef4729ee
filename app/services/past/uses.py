"""Says what is proposed to become of a proposal, and in which order proposals stand."""

from app.services.past.proposals import HOST, Proposal, ProposalKind, Remark, Standing, Use
from app.texts.past.evidence import Certainty
from app.texts.past.facts import FactField

_ONLY_SAID = frozenset({FactField.NEXT.value})
_ORDER = (
    ProposalKind.FACT,
    ProposalKind.DECISION,
    ProposalKind.RULES,
    ProposalKind.ACTION,
    ProposalKind.DELEGATE,
    ProposalKind.PAPER,
)
_FACTS = (
    *(FactField.ORDINAL.value, FactField.TITLE.value, FactField.HAPPENING.value),
    *(FactField.DAYS.value, FactField.PLANNED_DAYS.value, FactField.PLACE.value),
    *(HOST, FactField.MODE.value, FactField.NEXT.value, ""),
)


def order_of(proposal: Proposal) -> tuple[int, int, int]:
    """Facts come first, in the order of a form; rivals stand together; files come last."""
    return (_ORDER.index(proposal.kind), _FACTS.index(proposal.field), proposal.id)


_HINDERS = frozenset(
    {Remark.CONTESTED, Remark.BACKWARDS, Remark.TWICE, Remark.NO_SIDE, Remark.NO_NUMBER}
)


def use_of(proposal: Proposal, *, certain: bool) -> Use:
    """Return what is proposed to become of a proposal; nothing doubtful is ticked."""
    is_kept_paper = proposal.kind is ProposalKind.PAPER
    if not certain or proposal.standing is Standing.SAME:
        return Use.LEAVE
    if proposal.certainty is not Certainty.CERTAIN and not is_kept_paper:
        return Use.LEAVE
    if _HINDERS.intersection(proposal.remarks):
        return Use.LEAVE
    is_fact = proposal.kind is ProposalKind.FACT
    if is_fact and (proposal.standing is Standing.DIFFERS or proposal.field in _ONLY_SAID):
        return Use.STATE
    return Use.ENTER
