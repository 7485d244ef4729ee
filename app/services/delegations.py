"""Verbs for delegations: open one, seat people or organisations, follow who came."""

from uuid import UUID

from app.domain.body import MembershipRole
from app.domain.delegation import DELEGATE_LIFE, Attendance, Delegate, Delegation
from app.domain.meeting import Meeting
from app.domain.party import Party
from app.store.change_set import ChangeSet
from app.store.queries import delegations as queries
from app.store.queries.delegations import DelegateRow, DelegationRow
from app.store.workspace import Workspace

__all__ = [
    "DelegateRow",
    "DelegationRow",
    "change_attendance",
    "list_for_meeting",
    "open_delegation",
    "seat",
]


def list_for_meeting(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[DelegationRow, ...]:
    """Return the delegations of a meeting, the host first and then by seat."""
    with workspace.read() as reader:
        return queries.list_delegations(reader, meeting_id=meeting_id, language=language)


def open_delegation(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    party_id: UUID,
    role: MembershipRole = MembershipRole.MEMBER,
) -> ChangeSet:
    """Open a party's delegation at a meeting."""
    with workspace.write("Open delegation") as work:
        work.get(Meeting, meeting_id)
        work.get(Party, party_id)
        taken = [opened.seat for opened in work.find(Delegation, meeting_id=meeting_id)]
        delegation = work.add(
            Delegation(
                meeting_id=meeting_id,
                party_id=party_id,
                role=role,
                seat=max(taken, default=0) + 1,
            )
        )
        return work.commit(subject=delegation.id)


def seat(workspace: Workspace, draft: Delegate) -> ChangeSet:
    """Give a person, or an organisation where no person is known, the next seat.

    Raises:
        RuleBroken: if the person already sits there, or the delegation already has a head.
    """
    with workspace.write("Seat delegate") as work:
        work.get(Delegation, draft.delegation_id)
        taken = [other.ordinal for other in work.find(Delegate, delegation_id=draft.delegation_id)]
        delegate = draft.copied()
        delegate.ordinal = max(taken, default=0) + 1
        work.add(delegate)
        return work.commit(subject=delegate.id)


def change_attendance(
    workspace: Workspace, *, delegate_id: UUID, attendance: Attendance
) -> ChangeSet:
    """Follow a nomination on: notified, confirmed, attended, absent, replaced.

    Raises:
        UnlawfulTransition: if the step does not follow from where the nomination stands.
    """
    with workspace.write("Change attendance") as work:
        delegate = work.get(Delegate, delegate_id)
        DELEGATE_LIFE.require(delegate.attendance, attendance)
        delegate.attendance = attendance
        return work.commit(subject=delegate_id)
