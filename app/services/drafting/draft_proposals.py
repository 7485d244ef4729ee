"""Verbs for proposals on one provision of a draft: enter, change, choose one of them or neither."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.domain.provision_proposal import ProposalKind, ProposalStatus, ProvisionProposal
from app.domain.rules import Provision, RuleVersion
from app.services.drafting.draft_structure import Where, insert_into
from app.services.drafting.draft_text import DraftText, require_draft
from app.services.drafting.draft_wording import status_in
from app.services.drafting.own_revision import OwnRevision
from app.services.drafting.refusals import NotThere
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "ProposalKind",
    "ProposalStatus",
    "ProvisionProposal",
    "change_proposal",
    "choose_neither",
    "choose_proposal",
    "propose",
    "remove_proposal",
    "reopen_proposals",
]


def propose(workspace: Workspace, draft: ProvisionProposal, *, eid: str) -> ChangeSet:
    """Enter a proposal for a provision; ``subject`` is its key.

    Args:
        workspace: The workspace.
        draft: The proposal; which provision it touches is found by its identity.
        eid: The provision.

    Raises:
        NotADraft: if the version is no draft.
        NotThere: if the provision does not stand in it.
        RuleBroken: if neither a party nor a person proposes it.
    """
    with workspace.write("Enter proposal") as work:
        version = require_draft(work, draft.version_id)
        made = draft.copied()
        made.provision_id = _provision_id(work, version, eid)
        made.status = ProposalStatus.OPEN
        if made.proposed_on is None:
            made.proposed_on = workspace.today()
        work.add(made)
        return work.commit(subject=made.id)


def change_proposal(
    workspace: Workspace, *, proposal_id: UUID, changes: Mapping[str, Any]
) -> ChangeSet:
    """Change what a proposal says, or who makes it, while its version is a draft."""
    with workspace.write("Change proposal") as work:
        proposal = work.get(ProvisionProposal, proposal_id)
        require_draft(work, proposal.version_id)
        for name, value in changes.items():
            setattr(proposal, name, value)
        return work.commit(subject=proposal_id)


def remove_proposal(workspace: Workspace, *, proposal_id: UUID) -> ChangeSet:
    """Take a proposal off the table, as whoever made it has withdrawn it."""
    with workspace.write("Remove proposal") as work:
        proposal = work.get(ProvisionProposal, proposal_id)
        require_draft(work, proposal.version_id)
        work.delete(proposal)
        return work.commit(subject=proposal_id)


def choose_proposal(workspace: Workspace, *, proposal_id: UUID) -> ChangeSet:
    """Choose a proposal: the draft says so from now on, and the others are not chosen.

    Proposals to insert do not exclude one another: each is chosen or not by itself.
    """
    with workspace.write("Choose proposal") as work:
        proposal = work.get(ProvisionProposal, proposal_id)
        version = require_draft(work, proposal.version_id)
        eid = work.get(Provision, proposal.provision_id).eid
        if proposal.kind is not ProposalKind.INSERT:
            for other in _rivals(work, proposal):
                other.status = ProposalStatus.NOT_CHOSEN
        proposal.status = ProposalStatus.CHOSEN
        work.flush()
        _carry_out(work, version, proposal, eid)
        return work.commit(subject=proposal_id)


def choose_neither(workspace: Workspace, *, version_id: UUID, eid: str) -> ChangeSet:
    """Choose none of the proposals for a provision: the draft stays as it is there."""
    with workspace.write("Choose no proposal") as work:
        version = require_draft(work, version_id)
        for proposal in _of(work, version, eid):
            if proposal.status is ProposalStatus.OPEN:
                proposal.status = ProposalStatus.NOT_CHOSEN
        return work.commit(subject=version_id)


def reopen_proposals(workspace: Workspace, *, version_id: UUID, eid: str) -> ChangeSet:
    """Put the proposals for a provision on the table again; what the draft says stays for now."""
    with workspace.write("Reopen proposals") as work:
        version = require_draft(work, version_id)
        for proposal in _of(work, version, eid):
            proposal.status = ProposalStatus.OPEN
        return work.commit(subject=version_id)


def _carry_out(
    work: UnitOfWork, version: RuleVersion, proposal: ProvisionProposal, eid: str
) -> None:
    if proposal.kind is ProposalKind.REPEAL:
        text = DraftText(work, version)
        text.remove(eid)
        text.write()
    elif proposal.kind is ProposalKind.INSERT:
        insert_into(
            work,
            version,
            kind=proposal.kind_of_provision or work.get(Provision, proposal.provision_id).kind,
            where=Where.AFTER,
            beside=eid,
            label=proposal.label or None,
            headings=proposal.headings,
            texts=proposal.texts,
        )
    else:
        _reword(work, version, proposal, eid)


def _reword(work: UnitOfWork, version: RuleVersion, proposal: ProvisionProposal, eid: str) -> None:
    own = OwnRevision(work, version, eid)
    tags = sorted(
        {*proposal.headings, *proposal.texts}, key=lambda tag: status_in(work, version, tag).value
    )
    for tag in tags:  # the authentic text first: translations note what they translate
        heading, text = own.says(tag)
        own.say(
            tag,
            heading=proposal.headings.get(tag, heading),
            text=proposal.texts.get(tag, text),
            status=status_in(work, version, tag),
        )


def _rivals(work: UnitOfWork, proposal: ProvisionProposal) -> list[ProvisionProposal]:
    found = work.find(
        ProvisionProposal,
        version_id=proposal.version_id,
        provision_id=proposal.provision_id,
    )
    return [row for row in found if row.id != proposal.id and row.kind is not ProposalKind.INSERT]


def _of(work: UnitOfWork, version: RuleVersion, eid: str) -> list[ProvisionProposal]:
    provision_id = _provision_id(work, version, eid)
    return work.find(ProvisionProposal, version_id=version.id, provision_id=provision_id)


def _provision_id(work: UnitOfWork, version: RuleVersion, eid: str) -> int:
    provision = work.first(Provision, document_id=version.document_id, eid=eid)
    if provision is None or provision.id is None:
        raise NotThere(eid)
    return provision.id
