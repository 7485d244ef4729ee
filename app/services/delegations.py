"""Verbs for delegations: open them, seat delegates, move, change and remove them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from app.domain.body import MembershipRole
from app.domain.delegation import DELEGATE_LIFE, Attendance, Delegate, DelegateRole, Delegation
from app.domain.errors import Conflict, Misfortune, Mistake
from app.domain.identity import new_id
from app.domain.meeting import Meeting
from app.domain.organisation import Organisation, OrganisationKind
from app.domain.party import Party
from app.domain.party_order import PartyOrder, order_by_rule
from app.domain.person import Person
from app.services import organisations, persons
from app.store.change_set import ChangeSet
from app.store.queries import delegations as queries
from app.store.queries.bodies import seats_on
from app.store.queries.delegations import DelegateDetail, DelegateRow, DelegationRow
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.alphabet import alphabet_key

__all__ = [
    "Delegate",
    "DelegateDetail",
    "DelegateRow",
    "DelegationRow",
    "EverybodyHasOne",
    "PartyOrder",
    "arrange",
    "can_open",
    "change",
    "change_attendance",
    "draft_office",
    "list_for_meeting",
    "nominate",
    "open_delegation",
    "open_for_body",
    "remove",
    "remove_delegation",
    "seat",
    "show_delegate",
]

_CHANGEABLE = frozenset(
    {
        "role",
        "organisation_id",
        "printed_names",
        "printed_posts",
        "printed_organisations",
        "attendance",
        "presence",
        "sessions",
    }
)


class EverybodyHasOne(Misfortune):
    """Delegations were to be opened where every party of the body has one."""

    def __init__(self) -> None:
        super().__init__(
            "Every party of the body has a delegation at this meeting already.",
            "To add one more, enter the party as a member of the body first.",
        )


def list_for_meeting(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    language: str = "en",
    order: PartyOrder = PartyOrder.HOST_FIRST,
    first: UUID | None = None,
) -> tuple[DelegationRow, ...]:
    """Return the delegations of a meeting, the host first and then by seat, or in another order.

    Args:
        workspace: The workspace.
        meeting_id: Which meeting.
        language: The language of the names, and of the alphabet.
        order: The rule by which the parties follow one another.
        first: With ``ONE_FIRST`` the party whose original it is.
    """
    with workspace.read() as reader:
        rows = queries.list_delegations(reader, meeting_id=meeting_id, language=language)
    if order is PartyOrder.HOST_FIRST:
        return rows
    is_one_first = order is PartyOrder.ONE_FIRST
    return order_by_rule(
        rows,
        order=order,
        seat=lambda row: row.party.seat,
        name=lambda row: alphabet_key(row.party.name, language),
        comes_first=lambda row: row.party.id == first if is_one_first else row.is_host,
    )


def show_delegate(workspace: Workspace, *, delegate_id: UUID) -> DelegateDetail:
    """Return all that is on record of a seat, as a form shows it.

    Raises:
        NotFound: if there is no such seat.
    """
    with workspace.read() as reader:
        return queries.show_delegate(reader, delegate_id=delegate_id)


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
        delegation = _open(work, meeting_id, party_id, role)
        return work.commit(subject=delegation.id)


def can_open(workspace: Workspace, *, meeting_id: UUID) -> bool:
    """Say whether a party of the body has no delegation at a meeting yet."""
    with workspace.read() as reader:
        return bool(_without_delegation(reader, meeting_id))


def open_for_body(workspace: Workspace, *, meeting_id: UUID) -> ChangeSet:
    """Open a delegation for every party that sits in the body on the day and has none yet.

    Raises:
        EverybodyHasOne: if there is none to open.
    """
    with workspace.write("Open delegations") as work:
        wanted = _without_delegation(work, meeting_id)
        if not wanted:
            raise EverybodyHasOne
        for party_id, role in wanted.items():
            _open(work, meeting_id, party_id, role)
            work.flush()
        return work.commit(subject=meeting_id)


def seat(workspace: Workspace, draft: Delegate) -> ChangeSet:
    """Give a person, or an organisation where no person is known, the next seat.

    Raises:
        RuleBroken: if the person already sits there, or the delegation already has a head.
    """
    with workspace.write("Seat delegate") as work:
        delegate = _seat(work, draft)
        return work.commit(subject=delegate.id)


def nominate(
    workspace: Workspace,
    draft: Delegate,
    *,
    person: Person | None = None,
    organisation: Organisation | None = None,
) -> ChangeSet:
    """Seat somebody, entering the person or the organisation first where they are new.

    A head takes the first place, everybody else the last one.

    Raises:
        RuleBroken: if the person already sits there, or the delegation already has a head.
    """
    with workspace.write("Add delegate") as work:
        delegate = nominate_in(workspace, work, draft, person=person, organisation=organisation)
        return work.commit(subject=delegate.id)


def change(
    workspace: Workspace, *, delegate_id: UUID, row_version: int, values: Mapping[str, Any]
) -> ChangeSet:
    """Change what is on record of a delegate at this meeting.

    Raises:
        Conflict: if it was changed elsewhere since it was read.
        UnlawfulTransition: if the attendance does not follow from what it was.
        RuleBroken: if the delegation already has a head.
    """
    if unknown := values.keys() - _CHANGEABLE:
        raise Mistake(f"A delegate has no field to change called {', '.join(sorted(unknown))}.")
    with workspace.write("Edit delegate") as work:
        delegate = work.get(Delegate, delegate_id)
        if delegate.row_version != row_version:
            raise Conflict("delegate", delegate_id)
        was_head = delegate.role is DelegateRole.HEAD
        attendance = Attendance(values.get("attendance", delegate.attendance))
        follow(delegate, attendance)
        for name, value in values.items():
            setattr(delegate, name, value)
        if delegate.role is DelegateRole.HEAD and not was_head:
            _put_first(work, delegate)
        return work.commit(subject=delegate_id)


def arrange(
    workspace: Workspace, *, delegation_id: UUID, delegate_ids: Sequence[UUID]
) -> ChangeSet:
    """Give the delegates of a delegation another order of precedence.

    Raises:
        Conflict: if somebody was added or removed elsewhere in the meantime.
    """
    with workspace.write("Change order of delegates") as work:
        work.get(Delegation, delegation_id)
        known = {each.id: each for each in work.find(Delegate, delegation_id=delegation_id)}
        if known.keys() != set(delegate_ids) or len(known) != len(delegate_ids):
            raise Conflict("delegation", delegation_id)
        for ordinal, key in enumerate(delegate_ids, 1):
            if known[key].ordinal != ordinal:
                known[key].ordinal = ordinal
        return work.commit(subject=delegation_id)


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
        follow(delegate, attendance)
        return work.commit(subject=delegate_id)


def remove(workspace: Workspace, *, delegate_ids: Iterable[UUID]) -> ChangeSet:
    """Take delegates out of their delegation; the persons stay in the workspace."""
    keys = tuple(dict.fromkeys(delegate_ids))
    many = f"{len(keys)} delegates" if len(keys) != 1 else "delegate"
    with workspace.write(f"Remove {many}") as work:
        for key in keys:
            work.delete(work.get(Delegate, key))
        return work.commit(subject=keys[0] if keys else None)


def remove_delegation(workspace: Workspace, *, delegation_id: UUID) -> ChangeSet:
    """Take a party's delegation out of a meeting, with everybody in it."""
    with workspace.write("Remove delegation") as work:
        work.delete(work.get(Delegation, delegation_id))
        return work.commit(subject=delegation_id)


def _without_delegation(reader: Reader, meeting_id: UUID) -> dict[UUID, MembershipRole]:
    """Return the parties of the body on the day that have no delegation yet, with their roles."""
    meeting = reader.get(Meeting, meeting_id)
    there = {opened.party_id for opened in reader.find(Delegation, meeting_id=meeting_id)}
    seats = seats_on(reader, body_id=meeting.body_id, day=meeting.first_day)
    return {seat.party_id: seat.role for seat in seats if seat.party_id not in there}


def _open(work: UnitOfWork, meeting_id: UUID, party_id: UUID, role: MembershipRole) -> Delegation:
    taken = [opened.seat for opened in work.find(Delegation, meeting_id=meeting_id)]
    return work.add(
        Delegation(
            meeting_id=meeting_id, party_id=party_id, role=role, seat=max(taken, default=0) + 1
        )
    )


def draft_office(*, name: str, language: str = "en") -> Organisation:
    """Return an organisation to be entered, under a code that nobody else has."""
    code = f"office-{new_id().hex[-12:]}"
    return Organisation(code=code, kind=OrganisationKind.OTHER, names={language: name})


def nominate_in(
    workspace: Workspace,
    work: UnitOfWork,
    draft: Delegate,
    *,
    person: Person | None = None,
    organisation: Organisation | None = None,
) -> Delegate:
    """Seat ``draft`` inside a unit of work, entering the person or the organisation first."""
    filled = draft.copied()
    if person is not None:
        filled.person_id = subject_of(persons.register(workspace, person))
    if organisation is not None:
        filled.organisation_id = subject_of(organisations.register(workspace, organisation))
    delegate = _seat(work, filled)
    work.flush()
    if delegate.role is DelegateRole.HEAD:
        _put_first(work, delegate)
    return delegate


def follow(delegate: Delegate, attendance: Attendance) -> None:
    """Take a delegate a lawful step on, and forget who came instead if that was not so.

    Raises:
        UnlawfulTransition: if the step does not follow from where the delegate stands.
    """
    if attendance is not delegate.attendance:
        DELEGATE_LIFE.require(delegate.attendance, attendance)
        delegate.attendance = attendance
    if attendance is not Attendance.REPLACED:
        delegate.replaced_by_id = None


def subject_of(change: ChangeSet) -> UUID:
    """Return the key of the record that a verb has made."""
    assert isinstance(change.subject, UUID)
    return change.subject


def _put_first(work: UnitOfWork, head: Delegate) -> None:
    others = work.find(Delegate, delegation_id=head.delegation_id)
    others.sort(key=lambda each: (each.id != head.id, each.ordinal))
    for ordinal, each in enumerate(others, 1):
        if each.ordinal != ordinal:
            each.ordinal = ordinal


def _seat(work: UnitOfWork, draft: Delegate) -> Delegate:
    work.get(Delegation, draft.delegation_id)
    taken = [other.ordinal for other in work.find(Delegate, delegation_id=draft.delegation_id)]
    delegate = draft.copied()
    delegate.ordinal = max(taken, default=0) + 1
    return work.add(delegate)
