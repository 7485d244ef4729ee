"""Verbs for bodies: establish one, seat its parties, name its secretariat, change its state."""

from uuid import UUID

from app.domain.body import (
    BODY_LIFE,
    Body,
    BodyName,
    BodyOffice,
    BodyOrganisation,
    BodyParty,
    BodyStatus,
    MembershipRole,
)
from app.domain.names import PartialDate, sort_key
from app.domain.party import Party
from app.store.change_set import ChangeSet
from app.store.queries import bodies as queries
from app.store.queries.bodies import BodyRow
from app.store.workspace import Workspace

__all__ = [
    "BodyRow",
    "add_name",
    "add_office",
    "add_organisation",
    "change_status",
    "establish",
    "find_by_code",
    "list_all",
    "seat_party",
]


def list_all(workspace: Workspace, *, language: str = "en") -> tuple[BodyRow, ...]:
    """Return all bodies by name, with their parties."""
    with workspace.read() as reader:
        return queries.list_bodies(reader, language=language)


def find_by_code(workspace: Workspace, *, code: str) -> UUID | None:
    """Return the key of the body with a code, or ``None``."""
    with workspace.read() as reader:
        body = reader.first(Body, code=code)
        return body.id if body else None


def establish(workspace: Workspace, draft: Body) -> ChangeSet:
    """Enter a body."""
    with workspace.write("Establish body") as work:
        body = draft.copied()
        body.sort_key = sort_key(body.names)
        work.add(body)
        return work.commit(subject=body.id)


def seat_party(
    workspace: Workspace,
    *,
    body_id: UUID,
    party_id: UUID,
    role: MembershipRole = MembershipRole.MEMBER,
    valid_from: PartialDate | None = None,
    valid_to: PartialDate | None = None,
) -> ChangeSet:
    """Give a party the next seat in a body."""
    with workspace.write("Seat party") as work:
        work.get(Body, body_id)
        work.get(Party, party_id)
        taken = [seat.seat for seat in work.find(BodyParty, body_id=body_id)]
        seat = work.add(
            BodyParty(
                body_id=body_id,
                party_id=party_id,
                role=role,
                seat=max(taken, default=0) + 1,
                valid_from=valid_from,
                valid_to=valid_to,
            )
        )
        return work.commit(subject=seat.id)


def add_organisation(workspace: Workspace, draft: BodyOrganisation) -> ChangeSet:
    """Say what an organisation does for a body, such as its secretariat."""
    with workspace.write("Add organisation to body") as work:
        work.get(Body, draft.body_id)
        seat = work.add(draft.copied())
        return work.commit(subject=seat.id)


def add_office(workspace: Workspace, draft: BodyOffice) -> ChangeSet:
    """Enter who holds an office of a body, and from when."""
    with workspace.write("Add office of body") as work:
        work.get(Body, draft.body_id)
        office = work.add(draft.copied())
        return work.commit(subject=office.id)


def add_name(workspace: Workspace, draft: BodyName) -> ChangeSet:
    """Give a body a further name: an alias, an acronym, what another source prints."""
    with workspace.write("Add name of body") as work:
        work.get(Body, draft.body_id)
        name = work.add(draft.copied())
        return work.commit(subject=name.id)


def change_status(workspace: Workspace, *, body_id: UUID, status: BodyStatus) -> ChangeSet:
    """Take a body a lawful step on.

    Raises:
        UnlawfulTransition: if the step does not follow from where the body stands.
    """
    with workspace.write("Change status of body") as work:
        body = work.get(Body, body_id)
        BODY_LIFE.require(body.status, status)
        body.status = status
        return work.commit(subject=body_id)
