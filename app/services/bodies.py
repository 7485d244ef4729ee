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
from app.domain.errors import RuleBroken
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


class AlreadySeated(RuleBroken):
    """A party was to be given a second seat in a body beside the one it has."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"{code} already sits in the body.",
            "A further seat can begin on the day on which the present one ends.",
        )


def list_all(workspace: Workspace, *, language: str = "en") -> tuple[BodyRow, ...]:
    """Return all bodies by name, with their parties."""
    with workspace.read() as reader:
        return queries.list_bodies(reader, language=language, today=workspace.today())


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
    """Give a party the next seat in a body.

    Raises:
        AlreadySeated: if it has a seat there at the same time.
    """
    with workspace.write("Seat party") as work:
        work.get(Body, body_id)
        party = work.get(Party, party_id)
        taken = work.find(BodyParty, body_id=body_id)
        seat = BodyParty(
            body_id=body_id,
            party_id=party_id,
            role=role,
            seat=max((other.seat for other in taken), default=0) + 1,
            valid_from=valid_from,
            valid_to=valid_to,
        )
        if any(other.party_id == party_id and _overlap(other, seat) for other in taken):
            raise AlreadySeated(party.code)
        work.add(seat)
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


def _overlap(one: BodyParty, other: BodyParty) -> bool:
    """Return whether two seats are ever held at once; partial dates compare as text."""
    one_is_first = one.valid_to is not None and one.valid_to <= (other.valid_from or "")
    other_is_first = other.valid_to is not None and other.valid_to <= (one.valid_from or "")
    return not (one_is_first or other_is_first)
