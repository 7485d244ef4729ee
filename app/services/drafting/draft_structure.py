"""Verbs that change the outline of a draft: insert, repeal, restore and move provisions."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from uuid import UUID

from app.domain.names import Names
from app.domain.rules import (
    Provision,
    ProvisionKind,
    ProvisionRevision,
    RuleVersion,
)
from app.services.drafting.draft_text import DraftText, Line, require_draft
from app.services.drafting.draft_wording import status_in
from app.services.drafting.own_revision import OwnRevision
from app.services.drafting.refusals import NotThere, RestoreAbove
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.label_numbers import INSERTED, read_number
from app.texts.renumbering import propose_label

__all__ = ["ProvisionKind", "Where", "indent", "insert", "move", "repeal", "restore"]

_NAMES = {
    ProvisionKind.ANNEX: "annex",
    ProvisionKind.PART: "part",
    ProvisionKind.CHAPTER: "chp",
    ProvisionKind.SECTION: "sec",
    ProvisionKind.ARTICLE: "art",
    ProvisionKind.PARAGRAPH: "para",
    ProvisionKind.ITEM: "item",
    ProvisionKind.SUBITEM: "subitem",
}
_NESTED = frozenset({ProvisionKind.PARAGRAPH, ProvisionKind.ITEM, ProvisionKind.SUBITEM})


class Where(StrEnum):
    """Where something comes to stand, seen from another provision."""

    BEFORE = "before"
    AFTER = "after"
    INSIDE = "inside"


def insert(
    workspace: Workspace,
    *,
    version_id: UUID,
    kind: ProvisionKind,
    where: Where = Where.AFTER,
    beside: str | None = None,
    label: str | None = None,
    headings: Names | None = None,
    texts: Names | None = None,
) -> ChangeSet:
    """Insert a provision, which is given an identity of its own; ``subject`` is its key.

    Args:
        workspace: The workspace.
        version_id: The draft.
        kind: What it is.
        where: On which side of ``beside``, or last inside of it.
        beside: A provision; ``None`` for the end of the text.
        label: Its number; ``None`` for the one that would be proposed.
        headings: What it is headed, per language.
        texts: Its words, per language.

    Raises:
        CannotStandThere: if nothing of its kind can stand there.
    """
    with workspace.write("Insert provision") as work:
        version = require_draft(work, version_id)
        eid = insert_into(
            work,
            version,
            kind=ProvisionKind(kind),
            where=Where(where),
            beside=beside,
            label=label,
            headings=headings or {},
            texts=texts or {},
        )
        made = work.first(Provision, document_id=version.document_id, eid=eid)
        return work.commit(subject=made.id if made is not None else None)


def repeal(workspace: Workspace, *, version_id: UUID, eids: Sequence[str]) -> ChangeSet:
    """End provisions, and everything in them, with this version; what they said is kept.

    One that came with this very draft goes with everything that was said of it.

    Raises:
        NotThere: if one does not stand in the draft.
    """
    with workspace.write("Repeal provision") as work:
        version = require_draft(work, version_id)
        text = DraftText(work, version)
        gone: set[str] = set()
        for eid in eids:
            if eid not in gone:
                gone.update(text.family(eid))
                text.remove(eid)
        text.write()
        return work.commit(subject=version_id)


def restore(workspace: Workspace, *, version_id: UUID, eid: str) -> ChangeSet:
    """Let a provision stand again that this draft repealed, with everything in it.

    Raises:
        NotThere: if this draft has not repealed it.
        RestoreAbove: if what it stood in is repealed too.
    """
    with workspace.write("Restore provision") as work:
        version = require_draft(work, version_id)
        ended = _ended(work, version)
        if eid not in ended:
            raise NotThere(eid)
        revision = ended[eid]
        if revision.parent_eid in ended:
            above = ended[revision.parent_eid]
            raise RestoreAbove(revision.label or eid, above.label or revision.parent_eid or "")
        again = [eid]
        for each in again:  # grows while it is walked
            again += [other for other, row in ended.items() if row.parent_eid == each]
            ended[each].v_to = None
        return work.commit(subject=version_id)


def move(
    workspace: Workspace,
    *,
    version_id: UUID,
    eids: Sequence[str],
    where: Where,
    beside: str,
) -> ChangeSet:
    """Put provisions, with everything in them, before, after or inside another one.

    Raises:
        InsideItself, CannotStandThere: if they cannot stand there.
    """
    with workspace.write("Move provision") as work:
        text = DraftText(work, require_draft(work, version_id))
        target = beside
        for eid in eids:
            _put(text, eid, Where(where), target)
            if where is not Where.INSIDE:
                where, target = Where.AFTER, eid
        text.write()
        return work.commit(subject=version_id)


def indent(workspace: Workspace, *, version_id: UUID, eid: str, step: int) -> ChangeSet:
    """Let a provision stand in the one before it (1), or after the one that it stands in (-1).

    Raises:
        CannotStandThere: if it cannot.
    """
    with workspace.write("Move provision") as work:
        text = DraftText(work, require_draft(work, version_id))
        parent, place = text.place_of(eid)
        if step > 0 and place > 0:
            _put(text, eid, Where.INSIDE, text.children(parent)[place - 1])
        elif step < 0 and parent is not None:
            _put(text, eid, Where.AFTER, parent)
        text.write()
        return work.commit(subject=version_id)


def insert_into(
    work: UnitOfWork,
    version: RuleVersion,
    *,
    kind: ProvisionKind,
    where: Where,
    beside: str | None,
    label: str | None,
    headings: Mapping[str, str],
    texts: Mapping[str, str],
) -> str:
    """Insert a provision; return its identity."""
    text = DraftText(work, version)
    parent, place = _anchor(text, where, beside)
    after = text.children(parent)[place - 1] if place else None
    if label is None:
        label = propose_label(text.index, kind=kind, after=after, parent=parent)
    eid = _identity(work, version, kind, label, parent)
    text.add(Line(eid, kind, parent, label, None), parent=parent, place=place)
    text.write()
    own = OwnRevision(work, version, eid)
    languages = sorted({*headings, *texts}, key=lambda tag: status_in(work, version, tag).value)
    for tag in languages:  # the authentic text first: translations note what they translate
        own.say(
            tag,
            heading=headings.get(tag, ""),
            text=texts.get(tag, ""),
            status=status_in(work, version, tag),
        )
    return eid


def _put(text: DraftText, eid: str, where: Where, beside: str) -> None:
    parent, place = _anchor(text, where, beside)
    text.put(eid, parent=parent, place=place)


def _anchor(text: DraftText, where: Where, beside: str | None) -> tuple[str | None, int]:
    if beside is None:
        return None, len(text.children(None))
    if where is Where.INSIDE:
        return beside, len(text.children(beside))
    parent, place = text.place_of(beside)
    return parent, place + (where is Where.AFTER)


def _identity(
    work: UnitOfWork, version: RuleVersion, kind: ProvisionKind, label: str, parent: str | None
) -> str:
    """Return an identity that the document never had: what its label counts, and the version."""
    number = read_number(label, kind, -2)
    counted = "new" if number is None else str(number.value)
    if number is not None and number.inserted:
        counted += f"_{INSERTED[min(number.inserted, len(INSERTED) - 1)]}"
    own = f"{_NAMES[kind]}_{counted}"
    base = f"{parent}__{own}" if parent and kind in _NESTED else own
    taken = {row.eid for row in work.find(Provision, document_id=version.document_id)}
    names = [base, f"{base}_v{version.number}"]
    names += [f"{base}_v{version.number}_{count}" for count in range(2, len(taken) + 3)]
    return next(name for name in names if name not in taken)


def _ended(work: UnitOfWork, version: RuleVersion) -> dict[str, ProvisionRevision]:
    """Return what a draft has repealed, by identity."""
    document_id = version.document_id
    closed = work.find(ProvisionRevision, document_id=document_id, v_to=version.number)
    own = work.find(ProvisionRevision, document_id=document_id, v_from=version.number)
    opened = {row.provision_id for row in own}
    return {
        work.get(Provision, row.provision_id).eid: row
        for row in closed
        if row.provision_id not in opened
    }
