"""Verbs for agreeing on minutes and signing them: steps, answers, signatories, signed scans."""

import tempfile
from datetime import date
from pathlib import Path
from uuid import UUID

from app.domain.attachment import Attachment, AttachmentLink
from app.domain.delegation import Delegate, DelegateRole, Delegation
from app.domain.errors import Misfortune
from app.domain.minutes import (
    MINUTES_LIFE,
    Minutes,
    MinutesAnswer,
    MinutesStatus,
    Signature,
)
from app.domain.names import Names
from app.domain.person import Person
from app.services import attachments, disk, incoming_files
from app.services.minutes_editions import keep_within
from app.services.minutes_order import require_open
from app.services.signing_obstacles import NotReady, Obstacle, ObstacleKind, find_obstacles
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "NotReady",
    "Obstacle",
    "ObstacleKind",
    "add_signatory",
    "attach_scan",
    "change_signatory",
    "detach_scan",
    "find_obstacles_to",
    "give_answer",
    "put_out_scan",
    "remove_signatory",
    "sign",
    "suggest_signatories",
    "take_step",
    "withdraw_answer",
]

_READ_ONLY = 0o444


class WordsMissing(Misfortune):
    """A side was said to propose changes without saying which."""

    def __init__(self) -> None:
        super().__init__(
            "A side that proposes changes says which.", "Write what it proposes.", field="note"
        )


class NobodyLeads(Misfortune):
    """Signatories were to be taken from delegations that have no heads."""

    def __init__(self) -> None:
        super().__init__(
            "No delegation without a signatory has a head yet.",
            "Name the heads under Delegations, or enter who signs.",
        )


def find_obstacles_to(
    workspace: Workspace, *, minutes_id: UUID, status: MinutesStatus
) -> tuple[Obstacle, ...]:
    """Return what is still to be done before minutes can take a step."""
    with workspace.read() as reader:
        return find_obstacles(reader, reader.get(Minutes, minutes_id), status)


def take_step(workspace: Workspace, *, minutes_id: UUID, status: MinutesStatus) -> ChangeSet:
    """Take minutes a lawful step on; what goes to the other side is kept as it was sent.

    Raises:
        UnlawfulTransition: if the step does not follow from where the minutes stand.
        NotReady: if something is still to be done before.
        EarlierEdition: if a later edition is being written.
    """
    with workspace.write(f"Mark minutes as {status.value}") as work:
        minutes = work.get(Minutes, minutes_id)
        MINUTES_LIFE.require(minutes.status, status)
        obstacles = find_obstacles(work, minutes, status)
        if obstacles:
            raise NotReady(status, obstacles)
        minutes.status = status
        if status is MinutesStatus.EXCHANGED:
            require_open(work, minutes_id)
            keep_within(work, minutes)
        return work.commit(subject=minutes_id)


def give_answer(workspace: Workspace, draft: MinutesAnswer) -> ChangeSet:
    """Record what a side answered to the minutes, and on which day.

    Raises:
        WordsMissing: if it proposes changes and does not say which.
    """
    if draft.answer.value == "changes-proposed" and not draft.note.strip():
        raise WordsMissing
    with workspace.write("Record answer to minutes") as work:
        work.get(Minutes, draft.minutes_id)
        given = work.add(draft.copied())
        return work.commit(subject=given.id)


def withdraw_answer(workspace: Workspace, *, minutes_id: UUID, party_id: UUID) -> ChangeSet:
    """Take back the last answer of a side, because it was entered by mistake."""
    with workspace.write("Take back answer to minutes") as work:
        work.get(Minutes, minutes_id)
        given = work.find(MinutesAnswer, minutes_id=minutes_id, party_id=party_id)
        for answer in sorted(given, key=lambda each: (each.answered_on, each.id))[-1:]:
            work.delete(answer)
        return work.commit(subject=minutes_id)


def add_signatory(workspace: Workspace, draft: Signature) -> ChangeSet:
    """Name somebody who signs.

    Raises:
        Sealed: if the minutes are signed.
    """
    with workspace.write("Add signatory") as work:
        require_open(work, draft.minutes_id)
        signature = _added(work, draft.copied())
        return work.commit(subject=signature.id)


def suggest_signatories(workspace: Workspace, *, minutes_id: UUID) -> ChangeSet:
    """Name the heads of all delegations that nobody signs for yet, as they are printed.

    Raises:
        NobodyLeads: if there is none.
    """
    with workspace.write("Take signatories from delegations") as work:
        minutes = require_open(work, minutes_id)
        signing = {each.party_id for each in work.find(Signature, minutes_id=minutes_id)}
        opened = work.find(Delegation, meeting_id=minutes.meeting_id)
        added = 0
        for delegation in sorted(opened, key=lambda each: each.seat):
            head = work.first(Delegate, delegation_id=delegation.id, role=DelegateRole.HEAD)
            if head is None or delegation.party_id in signing:
                continue
            _added(work, _signature_of(work, minutes_id, delegation, head))
            added += 1
        if not added:
            raise NobodyLeads
        return work.commit(subject=minutes_id)


def change_signatory(
    workspace: Workspace,
    *,
    signature_id: UUID,
    printed_names: Names,
    capacities: Names,
    party_id: UUID | None = None,
) -> ChangeSet:
    """Change under what name and in what capacity somebody signs.

    Raises:
        Sealed: if the minutes are signed.
    """
    with workspace.write("Change signatory") as work:
        signature = work.get(Signature, signature_id)
        require_open(work, signature.minutes_id)
        signature.printed_names = printed_names
        signature.capacities = capacities
        signature.party_id = party_id or signature.party_id
        return work.commit(subject=signature_id)


def remove_signatory(workspace: Workspace, *, signature_id: UUID) -> ChangeSet:
    """Have somebody not sign after all.

    Raises:
        Sealed: if the minutes are signed.
    """
    with workspace.write("Remove signatory") as work:
        signature = work.get(Signature, signature_id)
        require_open(work, signature.minutes_id)
        work.delete(signature)
        return work.commit(subject=signature_id)


def sign(
    workspace: Workspace, *, signature_id: UUID, place: str, signed_on: date | None
) -> ChangeSet:
    """Enter where and when somebody signed; each may sign at a place and on a day of their own.

    Raises:
        Sealed: if the signature is given and the minutes are signed.
    """
    with workspace.write("Enter signature") as work:
        signature = work.get(Signature, signature_id)
        signature.place = place.strip()
        signature.signed_on = signed_on
        return work.commit(subject=signature_id)


def attach_scan(
    workspace: Workspace, *, minutes_id: UUID, path: Path, language: str | None = None
) -> ChangeSet:
    """Keep a scan of the signed original with the minutes, known by its hash from then on.

    Raises:
        Misfortune: The file cannot be taken; as ``incoming_files.read``.
    """
    incoming = incoming_files.look(path)
    content = incoming_files.read(path)
    with workspace.write("Attach signed original") as work:
        work.get(Minutes, minutes_id)
        kept = attachments.keep(
            work, content, file_name=incoming.name, media_type=incoming.media_type
        )
        there = work.first(AttachmentLink, minutes_id=minutes_id, attachment_id=kept.id)
        link = there or work.add(
            AttachmentLink(attachment_id=kept.id, minutes_id=minutes_id, language=language)
        )
        return work.commit(subject=link.id)


def detach_scan(workspace: Workspace, *, link_id: UUID) -> ChangeSet:
    """Take a scan away from the minutes."""
    with workspace.write("Take signed original away") as work:
        work.delete(work.get(AttachmentLink, link_id))
        return work.commit(subject=link_id)


def put_out_scan(workspace: Workspace, *, attachment_id: UUID) -> Path:
    """Write a scan where it can be looked at, after making sure of its hash; return the path.

    Raises:
        AttachmentDamaged: It is not what was stored.
        FileNotWritten: naming the file and the reason.
    """
    with workspace.read() as reader:
        name = reader.get(Attachment, attachment_id).file_name
        content = attachments.read(reader, attachment_id)
    folder = Path(tempfile.mkdtemp(prefix="jwg-desk-"))
    path = disk.write_file(folder / name, content)
    path.chmod(_READ_ONLY)
    return path


def _added(work: UnitOfWork, signature: Signature) -> Signature:
    taken = [each.ordinal for each in work.find(Signature, minutes_id=signature.minutes_id)]
    signature.ordinal = max(taken, default=0) + 1
    work.add(signature)
    work.flush()
    return signature


def _signature_of(
    work: UnitOfWork, minutes_id: UUID, delegation: Delegation, head: Delegate
) -> Signature:
    names = dict(head.printed_names)
    if not names and head.person_id is not None:
        person = work.get(Person, head.person_id)
        names = dict(person.names) or {"en": person.printed_name}
    return Signature(
        minutes_id=minutes_id,
        ordinal=1,
        party_id=delegation.party_id,
        person_id=head.person_id,
        printed_names=names,
        capacities=dict(head.printed_posts),
    )
