"""Verbs that take the delegates of an earlier meeting over to the next one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.delegation import Attendance, Delegate, DelegateRole, Delegation, Presence
from app.domain.errors import Misfortune
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.services.seating import Seating
from app.store.change_set import ChangeSet
from app.store.queries import delegations as queries
from app.store.queries.delegations import DelegationRow
from app.store.queries.parties import PartyChip
from app.store.queries.posts import KnownPost, list_known_posts
from app.store.reader import Reader
from app.store.workspace import Workspace

__all__ = ["CopyPreview", "CopyRow", "NobodyToCopy", "copy", "preview"]


@dataclass(frozen=True)
class CopyRow:
    """A delegate of the earlier meeting who can be taken over.

    Attributes:
        post: The post as printed then.
        new_post: The post known now, where it is another one; empty otherwise.
        is_there: Whether the person sits in the delegation already.
        came: Whether the delegate attended then.
    """

    delegate_id: UUID
    party: PartyChip
    name: str
    role: str
    post: str
    new_post: str
    is_there: bool
    came: bool


@dataclass(frozen=True)
class CopyPreview:
    """Who could be taken over, and from which meeting."""

    source_id: UUID
    source: str
    source_on: date | None
    rows: tuple[CopyRow, ...]


class NobodyToCopy(Misfortune):
    """There is no earlier meeting of the body with delegates on record."""

    def __init__(self) -> None:
        super().__init__(
            "No earlier meeting of this body has delegates on record.",
            "Add the delegates by hand, or import them from a list.",
        )


def preview(workspace: Workspace, *, meeting_id: UUID, language: str = "en") -> CopyPreview:
    """Return who sat at the last meeting, and whose post has changed since; nothing is stored.

    Raises:
        NobodyToCopy: if there is no earlier meeting with delegates.
    """
    with workspace.read() as reader:
        source = queries.find_earlier_meeting(reader, meeting_id=meeting_id)
        if source is None:
            raise NobodyToCopy
        meeting = reader.get(Meeting, meeting_id)
        rows = queries.list_delegations(reader, meeting_id=source.id, language=language)
        posts = _posts(reader, rows, meeting.first_day)
        there = _seated(reader, meeting_id)
        return CopyPreview(
            source_id=source.id,
            source=source.code or in_language(source.titles, language),
            source_on=source.first_day,
            rows=tuple(
                _row(row, place, posts, there, language)
                for row in rows
                for place in range(len(row.delegates))
            ),
        )


def copy(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    delegate_ids: Collection[UUID],
    with_new_posts: bool = True,
) -> ChangeSet:
    """Nominate delegates of an earlier meeting for this one, opening delegations as needed.

    Args:
        workspace: The workspace.
        meeting_id: The meeting they are nominated for.
        delegate_ids: Their seats at the earlier meeting, in the order of precedence.
        with_new_posts: Print the post that is known now; otherwise that of the earlier meeting.

    Raises:
        RuleBroken: if one of them sits there already, or there would be two heads.
    """
    with workspace.write("Copy delegates from an earlier meeting") as work:
        meeting = work.get(Meeting, meeting_id)
        old = [work.get(Delegate, key) for key in delegate_ids]
        persons = [seat.person_id for seat in old if seat.person_id]
        posts = list_known_posts(work, person_ids=persons, day=meeting.first_day)
        seating = Seating(work, meeting_id)
        for seat in old:
            party_id = work.get(Delegation, seat.delegation_id).party_id
            known = posts.get(seat.person_id, ()) if seat.person_id and with_new_posts else ()
            seating.give(_nominated(seat, seating.delegation_of(party_id), known))
        seating.put_heads_first()
        return work.commit(subject=meeting_id)


def _nominated(seat: Delegate, delegation_id: UUID, known: tuple[KnownPost, ...]) -> Delegate:
    """Return the seat for the next meeting: the name as printed last, the post as known now."""
    post = known[0] if known and _is_new(known[0], seat.printed_posts) else None
    return Delegate(
        delegation_id=delegation_id,
        person_id=seat.person_id,
        organisation_id=post.organisation_id if post else seat.organisation_id,
        role=DelegateRole(seat.role),
        ordinal=1,
        printed_names=dict(seat.printed_names),
        printed_posts=dict(post.titles) if post else dict(seat.printed_posts),
        printed_organisations=(
            dict(post.organisations) if post else dict(seat.printed_organisations)
        ),
        attendance=Attendance.NOMINATED,
        presence=Presence.UNKNOWN,
    )


def _is_new(post: KnownPost, printed: dict[str, str]) -> bool:
    return bool(post.titles) and dict(post.titles) != printed


def _posts(
    reader: Reader, rows: tuple[DelegationRow, ...], day: date | None
) -> dict[UUID, tuple[KnownPost, ...]]:
    persons = {seat.person_id for row in rows for seat in row.delegates if seat.person_id}
    return list_known_posts(reader, person_ids=persons, day=day)


def _seated(reader: Reader, meeting_id: UUID) -> set[tuple[UUID, UUID | None]]:
    """Return the party and the person of every seat at a meeting; institutions by their own key."""
    return {
        (delegation.party_id, seat.person_id or seat.organisation_id)
        for delegation in reader.find(Delegation, meeting_id=meeting_id)
        for seat in reader.find(Delegate, delegation_id=delegation.id)
    }


def _row(
    row: DelegationRow,
    place: int,
    posts: dict[UUID, tuple[KnownPost, ...]],
    there: set[tuple[UUID, UUID | None]],
    language: str,
) -> CopyRow:
    seat = row.delegates[place]
    known = posts.get(seat.person_id, ()) if seat.person_id else ()
    now = in_language(known[0].titles, language) if known else ""
    return CopyRow(
        delegate_id=seat.id,
        party=row.party,
        name=seat.name,
        role=seat.role,
        post=seat.post,
        new_post=now if now and now != seat.post else "",
        is_there=(row.party.id, seat.person_id or seat.organisation_id) in there,
        came=seat.attendance == Attendance.ATTENDED.value,
    )
