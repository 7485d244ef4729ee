"""Verbs for bodies: establish one, seat its parties, name its secretariat, change its state."""

from datetime import date
from uuid import UUID

from app.domain.body import (
    BODY_LIFE,
    Body,
    BodyKind,
    BodyName,
    BodyOffice,
    BodyOrganisation,
    BodyParty,
    BodyStatus,
    HostRotation,
    Level,
    MembershipRole,
)
from app.domain.errors import RuleBroken
from app.domain.meeting import Meeting
from app.domain.names import Names, PartialDate, sort_key
from app.domain.party import NameForm, NameKind, Party
from app.services import parties, preparation
from app.services.body_sheet import (
    BodySheet,
    SeatSheet,
    current_seats,
    read_sheet,
    require_fit,
    write_sheet,
)
from app.services.preparation import OffsetDraft
from app.store.change_set import ChangeSet
from app.store.queries import bodies as queries
from app.store.queries.bodies import BodyRow
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "BodyKind",
    "BodyRow",
    "BodySheet",
    "HostRotation",
    "Level",
    "MembershipRole",
    "SeatSheet",
    "add_name",
    "add_office",
    "add_organisation",
    "change",
    "change_status",
    "create",
    "establish",
    "find_by_code",
    "list_all",
    "seat_party",
    "show_sheet",
]

_FORMS = {
    NameForm.NAME: "names",
    NameForm.SHORT: "short_names",
    NameForm.PLAIN: "plain_names",
    NameForm.CALL: "call_names",
}


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


def show_sheet(workspace: Workspace, *, body_id: UUID) -> BodySheet:
    """Return what was entered about a body.

    Raises:
        NotFound: if there is no such body.
    """
    with workspace.read() as reader:
        ours = parties.our_side_in(reader)
        return read_sheet(reader, workspace, reader.get(Body, body_id), our_side=ours)


def create(
    workspace: Workspace, sheet: BodySheet, *, offsets: tuple[OffsetDraft, ...] = ()
) -> ChangeSet:
    """Establish a body with its parties, states that are new to the workspace among them.

    Args:
        workspace: The workspace.
        sheet: What staff have filled in.
        offsets: The tasks that every meeting of it needs.

    Raises:
        InvalidValue: naming each field that does not fit.
        RuleBroken: if another body has the code.
    """
    require_fit(sheet)
    with workspace.write("New body") as work:
        body = Body(code=sheet.code.strip(), kind=sheet.kind)
        write_sheet(body, sheet)
        work.add(body)
        work.flush()
        _seat(workspace, work, body.id, sheet)
        if offsets:
            preparation.save_offsets(workspace, body_id=body.id, drafts=offsets)
        return work.commit(subject=body.id)


def change(
    workspace: Workspace, *, body_id: UUID, sheet: BodySheet, since: date | None = None
) -> ChangeSet:
    """Change what was entered about a body.

    A party that leaves a body which has met keeps its seat up to today; one that joins it sits
    there from today on.

    Args:
        workspace: The workspace.
        body_id: Which body.
        sheet: What holds now.
        since: From which day it bears names that differ: documents of earlier days keep the old
            ones. ``None`` corrects a mistake, and earlier documents with it.

    Raises:
        InvalidValue: naming each field that does not fit.
        RuleBroken: if another body has the code.
    """
    require_fit(sheet)
    with workspace.write("Change body") as work:
        body = work.get(Body, body_id)
        if since is not None:
            _keep_former_names(work, body, sheet, since)
        write_sheet(body, sheet)
        _seat(workspace, work, body_id, sheet)
        return work.commit(subject=body_id)


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


def _seat(workspace: Workspace, work: UnitOfWork, body_id: UUID, sheet: BodySheet) -> None:
    """Seat the parties of a sheet in their order; who is not in it leaves."""
    wanted = {_party(workspace, seat.party): seat.role for seat in sheet.seats}
    has_met = work.first(Meeting, body_id=body_id) is not None
    seats = {seat.party_id: seat for seat in current_seats(work, workspace, body_id)}
    today = workspace.today().isoformat()
    for party_id in seats.keys() - wanted.keys():
        left = seats[party_id]
        if has_met and left.valid_from != today:
            left.valid_to = today
        else:
            work.delete(left)
    for number, (party_id, role) in enumerate(wanted.items(), start=1):
        seat = seats.get(party_id) or _returned(work, body_id, party_id, today)
        if seat is None:
            begun = today if has_met else None
            seat = BodyParty(body_id=body_id, party_id=party_id, seat=number, valid_from=begun)
            work.add(seat)
        seat.valid_to = None
        seat.seat = number
        seat.role = role
    if sheet.our_side is not None:
        parties.choose_our_side(workspace, party_id=_party(workspace, sheet.our_side))


def _party(workspace: Workspace, party: UUID | str) -> UUID:
    """Return the key of a party; a state that is named by its code is added if need be."""
    if isinstance(party, UUID):
        return party
    subject = parties.add_state(workspace, code=party).subject
    assert isinstance(subject, UUID)
    return subject


def _returned(work: UnitOfWork, body_id: UUID, party_id: UUID, today: str) -> BodyParty | None:
    """Return the seat that a party gave up only today, which it then never left."""
    return work.first(BodyParty, body_id=body_id, party_id=party_id, valid_to=today)


def _keep_former_names(work: UnitOfWork, body: Body, sheet: BodySheet, since: date) -> None:
    """Keep each name that is given up, with the day on which it was given up."""
    for form, attribute in _FORMS.items():
        now: Names = getattr(sheet, attribute)
        before: Names = getattr(body, attribute)
        if form is NameForm.PLAIN:  # where there was none, documents printed the name
            before = {tag: body.names[tag] for tag in now if tag in body.names} | before
        for language, text in before.items():
            if now.get(language) != text:
                work.add(
                    BodyName(
                        body_id=body.id,
                        kind=NameKind.FORMER,
                        form=form,
                        language=language,
                        text=text,
                        valid_to=since.isoformat(),
                    )
                )


def _overlap(one: BodyParty, other: BodyParty) -> bool:
    """Return whether two seats are ever held at once; partial dates compare as text."""
    one_is_first = one.valid_to is not None and one.valid_to <= (other.valid_from or "")
    other_is_first = other.valid_to is not None and other.valid_to <= (one.valid_from or "")
    return not (one_is_first or other_is_first)
