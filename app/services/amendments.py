"""How a draft changes the rules: revisions are closed and opened, and identities are kept.

What a decision changed is computed from the revisions when the version is adopted, never taken
from what somebody declared: declared change notes leave changes out.
"""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from app.domain.decision import TextStatus
from app.domain.rules import Amendment, AmendmentKind, Provision, ProvisionRevision, RuleVersion
from app.services.revisions.refusals import BelowItself, NoRoom, StandsAlready, UnknownProvision
from app.services.revisions.text_in_hand import TextInHand
from app.services.revisions.wording import Wordings, delete_revisions, wordings_around
from app.store.unit_of_work import UnitOfWork
from app.texts.provision_draft import ChangeKind, ProvisionChange

__all__ = [
    "BelowItself",
    "NoRoom",
    "StandsAlready",
    "UnknownProvision",
    "apply",
    "record",
    "take_back",
]


def apply(
    work: UnitOfWork,
    *,
    version: RuleVersion,
    changes: Sequence[ProvisionChange],
    statuses: Mapping[str, TextStatus],
    told: Callable[[int], None] = lambda _done: None,
) -> None:
    """Make every change, in order, in the draft ``version``; ``told`` hears how much is written.

    Raises:
        UnknownProvision: if a change names a provision that does not stand in the text.
        StandsAlready: if a provision is to be inserted that stands.
        BelowItself: if a provision is to be put below itself.
        NoRoom: if too much is inserted in one place.
    """
    text = TextInHand(work, version)
    makers: dict[ChangeKind, Callable[[ProvisionChange], None]] = {
        ChangeKind.INSERT: lambda change: text.insert(change, statuses),
        ChangeKind.REPLACE: lambda change: text.replace(change, statuses),
        ChangeKind.REPEAL: text.repeal,
        ChangeKind.RENUMBER: text.renumber,
        ChangeKind.MOVE: text.move,
    }
    for change in changes:
        makers[change.kind](change)
    text.write(told)


def take_back(work: UnitOfWork, *, version: RuleVersion) -> None:
    """Undo everything that a draft did; a provision that stood in no other version goes."""
    revisions = work.find(ProvisionRevision, document_id=version.document_id)
    drafted = [row for row in revisions if row.v_from == version.number]
    delete_revisions(work, drafted)
    work.flush()  # a provision stands in one place at a time: close before opening again
    for revision in revisions:
        if revision.v_to == version.number:
            revision.v_to = None
    stood = {row.provision_id for row in revisions if row.v_from != version.number}
    gone = {row.provision_id for row in drafted} - stood
    provisions = work.find(Provision, document_id=version.document_id)
    work.delete_together([provision for provision in provisions if provision.id in gone])


def record(work: UnitOfWork, *, version: RuleVersion, decision_id: UUID | None) -> None:
    """Record what a version changes in the one before, provision by provision.

    The first text changes nothing: the decision adopts it whole. Of texts that were adopted before
    the workspace knew them it is recorded what changed, even if not by which decision.
    """
    work.flush()
    revisions = work.find(ProvisionRevision, document_id=version.document_id)
    if all(row.v_from >= version.number for row in revisions):
        return
    opened = {row.provision_id: row for row in revisions if row.v_from == version.number}
    closed = {row.provision_id: row for row in revisions if row.v_to == version.number}
    wordings = wordings_around(work, document_id=version.document_id, number=version.number)
    for provision_id in sorted({*opened, *closed}):
        before, after = closed.get(provision_id), opened.get(provision_id)
        for kind in _kinds(before, after, wordings):
            work.add(
                Amendment(
                    decision_id=decision_id,
                    version_id=version.id,
                    provision_id=provision_id,
                    kind=kind,
                    instruction=_instruction(before, after),
                )
            )


def _kinds(
    before: ProvisionRevision | None,
    after: ProvisionRevision | None,
    wordings: Mapping[int, Wordings],
) -> list[AmendmentKind]:
    if before is None:
        return [AmendmentKind.INSERT]
    if after is None:
        return [AmendmentKind.REPEAL]
    kinds = []
    if wordings.get(before.id or 0, {}) != wordings.get(after.id or 0, {}):
        kinds.append(AmendmentKind.REPLACE)
    if before.label != after.label:
        kinds.append(AmendmentKind.RENUMBER)
    if (before.parent_eid, before.ordinal) != (after.parent_eid, after.ordinal):
        kinds.append(AmendmentKind.MOVE)
    return kinds


def _instruction(
    before: ProvisionRevision | None, after: ProvisionRevision | None
) -> dict[str, str]:
    """Return the labels that a provision lost and got; nothing where it kept its own."""
    if before is not None and after is not None and before.label == after.label:
        return {}
    labels = {"label_before": before, "label_after": after}
    return {key: revision.label for key, revision in labels.items() if revision is not None}
