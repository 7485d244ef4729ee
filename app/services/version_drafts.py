"""What every way to a new version of rules does: open a draft, place its text, follow another."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from app.domain.decision import TextStatus
from app.domain.errors import Misfortune
from app.domain.provenance import Provenance
from app.domain.rules import Provision, RuleDocument, RuleVersion, VersionStatus
from app.services.revisions.wording import GAP, Place, add_texts, open_revision, texts_of
from app.store.unit_of_work import UnitOfWork
from app.texts.provision_draft import ProvisionDraft, walk

_TOGETHER = 200
"""How many provisions are written at once; one by one would take many times as long."""


class DraftPending(Misfortune):
    """A new draft was begun while another is still open."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"The draft “{label}” of these rules is still open.", "Adopt or withdraw it first."
        )


def next_number(work: UnitOfWork, document_id: UUID) -> int:
    """Return the number that the next version of a document bears."""
    return len(work.find(RuleVersion, document_id=document_id)) + 1


def open_draft(
    work: UnitOfWork, *, document_id: UUID, label: str, provenance: Provenance
) -> RuleVersion:
    """Add a draft without text.

    Raises:
        DraftPending: if another draft is open.
    """
    work.get(RuleDocument, document_id)
    pending = work.first(RuleVersion, document_id=document_id, status=VersionStatus.DRAFT)
    if pending is not None:
        raise DraftPending(pending.label)
    return work.add(
        RuleVersion(
            document_id=document_id,
            number=next_number(work, document_id),
            label=label,
            provenance=provenance,
        )
    )


def place_text(
    work: UnitOfWork,
    *,
    version: RuleVersion,
    provisions: tuple[ProvisionDraft, ...],
    statuses: Mapping[str, TextStatus],
    told: Callable[[int], None] = lambda _done: None,
) -> None:
    """Write the first text of a document; ``told`` hears now and then how much is."""
    known = {row.eid: row for row in work.find(Provision, document_id=version.document_id)}
    placed = tuple(walk(provisions))
    made = []
    for draft, _, _ in placed:
        there = known.get(draft.eid)
        made.append(
            there
            or work.add(Provision(document_id=version.document_id, eid=draft.eid, kind=draft.kind))
        )
    work.flush()  # the revisions need the numbers that the provisions are given
    positioned = list(enumerate(zip(made, placed, strict=True), start=1))
    for begin in range(0, len(positioned), _TOGETHER):
        told(begin)
        revisions = []
        for position, (provision, (draft, parent, depth)) in positioned[begin : begin + _TOGETHER]:
            place = Place(parent, depth, position * GAP)
            revision = open_revision(
                work, version=version, provision=provision, place=place, label=draft.label
            )
            revisions.append((revision, draft))
        work.flush()  # the texts need the numbers that the revisions are given
        for revision, draft in revisions:
            texts = texts_of(draft, statuses)
            add_texts(work, revision=revision, texts=texts)


def supersede_earlier(work: UnitOfWork, *, version: RuleVersion, from_day: date) -> None:
    """Let a version take the place of those before it."""
    for earlier in work.find(RuleVersion, document_id=version.document_id):
        standing = earlier.status in {VersionStatus.ADOPTED, VersionStatus.EFFECTIVE}
        if standing and earlier.number < version.number:
            earlier.status = VersionStatus.SUPERSEDED
            earlier.in_force_to = from_day
