"""Verbs for papers: register one under its symbol, say who may see it, take it a step on."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from app.domain.errors import Conflict, RuleBroken
from app.domain.meeting import Meeting
from app.domain.paper import PAPER_LIFE, Confidentiality, Paper, PaperCategory, PaperStatus
from app.services import paper_symbols
from app.services.agenda_papers import put_before
from app.services.paper_files import PaperDraft, put_file
from app.services.paper_secrecy import SameFile, TwinsNotApart, attachments_of, require_all_apart
from app.store.change_set import ChangeSet
from app.store.queries import paper_details as details
from app.store.queries import papers as queries
from app.store.queries.paper_details import FileRow, PaperDetail
from app.store.queries.papers import PaperRow
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = [
    "FileRow",
    "PaperDetail",
    "PaperDraft",
    "PaperRow",
    "SameFile",
    "TwinsNotApart",
    "add_from_files",
    "change_status",
    "change_statuses",
    "edit",
    "link_twins",
    "list_details",
    "list_for_meeting",
    "part_twins",
    "propose_symbol",
    "register",
    "remove",
    "remove_several",
]

_EDITABLE = frozenset(
    {
        *("symbol", "titles", "category", "distribution", "confidentiality", "submitted_by_id"),
        *("issued_on", "note"),
    }
)


class WasCirculated(RuleBroken):
    """A paper was to be deleted that others have seen."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(
            f"{paper.symbol} is {paper.status.value} and cannot be deleted.",
            "Mark it as withdrawn instead; it then stays in the record.",
        )


class OfNoBody(RuleBroken):
    """A paper was to be added to a meeting that belongs to no body."""

    def __init__(self) -> None:
        super().__init__(
            "This meeting belongs to no body, and papers are numbered by body.",
            "Attach the file to a meeting of a body.",
        )


def list_for_meeting(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[PaperRow, ...]:
    """Return the papers of a meeting by symbol."""
    with workspace.read() as reader:
        return queries.list_papers(reader, meeting_id=meeting_id, language=language)


def list_details(
    workspace: Workspace, *, meeting_id: UUID, language: str = "en"
) -> tuple[PaperDetail, ...]:
    """Return the papers of a meeting with everything that can be changed in them."""
    with workspace.read() as reader:
        return details.list_details(reader, meeting_id=meeting_id, language=language)


def propose_symbol(
    workspace: Workspace,
    *,
    meeting_id: UUID,
    category: PaperCategory,
    taken: Collection[str] = (),
) -> str:
    """Return a symbol by the body's pattern that no paper has, and none of ``taken``."""
    with workspace.read() as reader:
        return paper_symbols.propose(
            reader, meeting_id=meeting_id, category=PaperCategory(category), taken=taken
        )


def register(workspace: Workspace, draft: Paper) -> ChangeSet:
    """Register a paper.

    Raises:
        RuleBroken: if the body already has a paper with this symbol.
    """
    with workspace.write("Register paper") as work:
        paper = work.add(draft.copied())
        return work.commit(subject=paper.id)


def add_from_files(
    workspace: Workspace, *, meeting_id: UUID, drafts: Sequence[PaperDraft]
) -> ChangeSet:
    """Register a paper for each of some files, all of them or none.

    Raises:
        OfNoBody: if the meeting belongs to none.
        RuleBroken: if the body already has a paper with one of the symbols.
        SameFile: if a file is kept back in one paper and would be shown in another.
        Misfortune: if a file cannot be taken; naming it.
    """
    with workspace.write("Add papers" if len(drafts) > 1 else "Add paper") as work:
        meeting = work.get(Meeting, meeting_id)
        if meeting.body_id is None:
            raise OfNoBody
        for draft in drafts:
            _add(work, draft, meeting_id=meeting_id, body_id=meeting.body_id)
        return work.commit(subject=meeting_id)


def edit(
    workspace: Workspace, *, paper_id: UUID, changes: Mapping[str, Any], version: int | None = None
) -> ChangeSet:
    """Change fields of a paper.

    Args:
        workspace: The workspace.
        paper_id: Which paper.
        changes: The new values by field.
        version: The version that was read before; nothing is changed if it is another by now.

    Raises:
        SameFile: if it would be shown, and one of its files is that of a paper that is not.
        TwinsNotApart: if it has a twin and is not the other of confidential and redacted any more.
        RuleBroken: if the body already has a paper with this symbol.
        Conflict: if it was changed since it was read.
    """
    with workspace.write("Change paper") as work:
        paper = work.get(Paper, paper_id)
        if version is not None and paper.row_version != version:
            raise Conflict("paper", paper_id)
        for name, value in changes.items():
            if name in _EDITABLE and getattr(paper, name) != value:
                setattr(paper, name, value)
        work.flush()
        require_all_apart(work, paper)
        if paper.twin_id is not None:
            _require_twins(work, paper, work.get(Paper, paper.twin_id))
        return work.commit(subject=paper_id)


def link_twins(workspace: Workspace, *, confidential_id: UUID, redacted_id: UUID) -> ChangeSet:
    """Mark two papers as the confidential and the redacted form of one.

    Raises:
        TwinsNotApart: if one of them has a twin already, or they are of two bodies.
        SameFile: if they have a file in common.
    """
    with workspace.write("Link redacted paper") as work:
        confidential, redacted = work.get(Paper, confidential_id), work.get(Paper, redacted_id)
        if confidential.twin_id or redacted.twin_id or confidential_id == redacted_id:
            raise TwinsNotApart(confidential, redacted)
        confidential.confidentiality = Confidentiality.CONFIDENTIAL
        redacted.confidentiality = Confidentiality.REDACTED
        confidential.twin_id, redacted.twin_id = redacted_id, confidential_id
        work.flush()
        _require_twins(work, confidential, redacted)
        require_all_apart(work, confidential)
        require_all_apart(work, redacted)
        return work.commit(subject=redacted_id)


def part_twins(workspace: Workspace, *, paper_id: UUID) -> ChangeSet:
    """Take back that a paper is the confidential or the redacted form of another."""
    with workspace.write("Unlink redacted paper") as work:
        paper = work.get(Paper, paper_id)
        if paper.twin_id is not None:
            twin = work.get(Paper, paper.twin_id)
            twin.twin_id = paper.twin_id = None
            for each in (twin, paper):
                if each.confidentiality is Confidentiality.REDACTED:
                    each.confidentiality = Confidentiality.OPEN
        return work.commit(subject=paper_id)


def remove(workspace: Workspace, *, paper_id: UUID) -> ChangeSet:
    """Delete a draft, and take its files out of the record.

    Raises:
        WasCirculated: if others have seen it.
    """
    with workspace.write("Delete paper") as work:
        paper = work.get(Paper, paper_id)
        if paper.status is not PaperStatus.DRAFT:
            raise WasCirculated(paper)
        work.delete(paper)
        return work.commit(subject=paper_id)


def remove_several(workspace: Workspace, *, paper_ids: Sequence[UUID]) -> ChangeSet:
    """Delete several drafts, all of them or none; as ``remove``."""
    with workspace.write("Delete papers") as work:
        for paper_id in paper_ids:
            remove(workspace, paper_id=paper_id)
        return work.commit(subject=paper_ids[0] if paper_ids else None)


def change_statuses(
    workspace: Workspace, *, paper_ids: Sequence[UUID], status: PaperStatus
) -> ChangeSet:
    """Take several papers a lawful step on, all of them or none; as ``change_status``."""
    with workspace.write("Change status of papers") as work:
        for paper_id in paper_ids:
            change_status(workspace, paper_id=paper_id, status=PaperStatus(status))
        return work.commit(subject=paper_ids[0] if paper_ids else None)


def change_status(workspace: Workspace, *, paper_id: UUID, status: PaperStatus) -> ChangeSet:
    """Take a paper a lawful step on.

    Raises:
        UnlawfulTransition: if the step does not follow from where the paper stands.
    """
    with workspace.write("Change status of paper") as work:
        paper = work.get(Paper, paper_id)
        PAPER_LIFE.require(paper.status, status)
        paper.status = status
        return work.commit(subject=paper_id)


def _add(work: UnitOfWork, draft: PaperDraft, *, meeting_id: UUID, body_id: UUID) -> None:
    paper = work.add(
        Paper(
            body_id=body_id,
            meeting_id=meeting_id,
            symbol=draft.symbol.strip(),
            titles=draft.titles,
            category=draft.category,
            distribution=draft.distribution,
            confidentiality=draft.confidentiality,
            submitted_by_id=draft.submitted_by_id,
            issued_on=draft.issued_on,
        )
    )
    work.flush()
    put_file(work, paper, draft.path, language=draft.language)
    if draft.item_id is not None:
        put_before(work, draft.item_id, paper.id)


def _require_twins(work: UnitOfWork, one: Paper, other: Paper) -> None:
    kinds = {one.confidentiality, other.confidentiality}
    if kinds != {Confidentiality.CONFIDENTIAL, Confidentiality.REDACTED}:
        raise TwinsNotApart(one, other)
    if one.body_id != other.body_id:
        raise TwinsNotApart(one, other)
    if attachments_of(work, one.id) & attachments_of(work, other.id):
        raise SameFile(one, other)
