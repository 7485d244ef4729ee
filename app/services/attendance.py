"""Verbs for attendance: follow several nominations on at once, and record who came instead."""

from collections.abc import Iterable
from uuid import UUID

from app.domain.delegation import DELEGATE_LIFE, Attendance, Delegate, DelegateRole, Presence
from app.domain.errors import Misfortune
from app.domain.names import in_language
from app.domain.person import Person
from app.services.delegations import follow, nominate_in
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "Attendance",
    "NotFromHere",
    "Presence",
    "SameDelegate",
    "list_steps",
    "mark",
    "mark_presence",
    "replace",
    "replace_by_new",
]


_WHERE = {
    Presence.ROOM: "in the room",
    Presence.ONLINE: "online",
    Presence.UNKNOWN: "of unknown place",
}


class NotFromHere(Misfortune):
    """Some delegates cannot take the step that was asked for.

    Attributes:
        names: Who they are.
    """

    def __init__(self, wanted: Attendance, names: tuple[str, ...]) -> None:
        told = ", ".join(names[:5]) + (" and others" if len(names) > 5 else "")
        super().__init__(
            f"Nobody was marked as {wanted.value}, because it does not follow for: {told}.",
            "Choose the others only; what these are can be changed one by one.",
        )
        self.names = names


class SameDelegate(Misfortune):
    """A delegate was to be replaced by the very same one, or by one of another delegation."""

    def __init__(self) -> None:
        super().__init__(
            "A delegate is replaced by another one of the same delegation.",
            "Choose another name.",
            field="person_id",
        )


def list_steps(attendance: Attendance) -> tuple[Attendance, ...]:
    """Return what a delegate who stands at ``attendance`` can become."""
    return DELEGATE_LIFE.after(attendance)


def mark(
    workspace: Workspace, *, delegate_ids: Iterable[UUID], attendance: Attendance
) -> ChangeSet:
    """Follow several nominations on at once; who stands there already stays as they are.

    Raises:
        NotFromHere: naming those for whom the step does not follow; nobody is then changed.
    """
    keys = tuple(dict.fromkeys(delegate_ids))
    with workspace.write(f"Mark {_many(keys)} as {attendance.value}") as work:
        delegates = [work.get(Delegate, key) for key in keys]
        moving = [each for each in delegates if each.attendance is not attendance]
        refused = [each for each in moving if attendance not in list_steps(each.attendance)]
        if refused:
            raise NotFromHere(attendance, tuple(_name_of(work, each) for each in refused))
        for delegate in moving:
            follow(delegate, attendance)
        return work.commit(subject=keys[0] if keys else None)


def mark_presence(
    workspace: Workspace, *, delegate_ids: Iterable[UUID], presence: Presence
) -> ChangeSet:
    """Record for several delegates at once whether they are in the room or online."""
    keys = tuple(dict.fromkeys(delegate_ids))
    with workspace.write(f"Mark {_many(keys)} as {_WHERE[presence]}") as work:
        for key in keys:
            delegate = work.get(Delegate, key)
            if delegate.presence is not presence:
                delegate.presence = presence
        return work.commit(subject=keys[0] if keys else None)


def replace(workspace: Workspace, *, delegate_id: UUID, by_id: UUID) -> ChangeSet:
    """Record that another delegate of the same delegation came instead, who then is the head too.

    Raises:
        SameDelegate: if it is nobody else of the delegation.
        UnlawfulTransition: if the delegate cannot be replaced any more.
    """
    with workspace.write("Replace delegate") as work:
        gone, came = work.get(Delegate, delegate_id), work.get(Delegate, by_id)
        if gone.id == came.id or gone.delegation_id != came.delegation_id:
            raise SameDelegate
        _hand_over(work, gone, came)
        return work.commit(subject=by_id)


def replace_by_new(
    workspace: Workspace, draft: Delegate, *, delegate_id: UUID, person: Person | None = None
) -> ChangeSet:
    """Seat somebody who came instead of a delegate, who then is the head too.

    Raises:
        UnlawfulTransition: if the delegate cannot be replaced any more.
        RuleBroken: if the person already sits there.
    """
    with workspace.write("Replace delegate") as work:
        gone = work.get(Delegate, delegate_id)
        filled = draft.copied()
        filled.delegation_id = gone.delegation_id
        filled.role = DelegateRole.DELEGATE if gone.role is DelegateRole.HEAD else gone.role
        came = nominate_in(workspace, work, filled, person=person)
        _hand_over(work, gone, came)
        return work.commit(subject=came.id)


def _many(keys: tuple[UUID, ...]) -> str:
    return f"{len(keys)} delegates" if len(keys) != 1 else "delegate"


def _hand_over(work: UnitOfWork, gone: Delegate, came: Delegate) -> None:
    """Let ``came`` have the place of ``gone`` and lead the delegation if that one did."""
    DELEGATE_LIFE.require(gone.attendance, Attendance.REPLACED)
    gone.attendance = Attendance.REPLACED
    gone.replaced_by_id = came.id
    others = work.find(Delegate, delegation_id=gone.delegation_id)
    others.sort(key=lambda each: each.ordinal)
    others.remove(came)
    others.insert(others.index(gone), came)
    if gone.role is DelegateRole.HEAD:
        gone.role = DelegateRole.DELEGATE
        work.flush()  # or for a moment there would be two heads
        came.role = DelegateRole.HEAD
    for ordinal, each in enumerate(others, 1):
        if each.ordinal != ordinal:
            each.ordinal = ordinal


def _name_of(work: UnitOfWork, delegate: Delegate) -> str:
    printed = in_language(delegate.printed_names, "en")
    if printed or delegate.person_id is None:
        return printed or in_language(delegate.printed_organisations, "en")
    return work.get(Person, delegate.person_id).printed_name
