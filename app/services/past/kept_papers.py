"""Keeps the approved files of a meeting as its papers, which only our own side sees at first."""

from pathlib import PurePath
from uuid import UUID

from app.domain.attachment import Attachment
from app.domain.paper import Distribution, Paper, PaperCategory, PaperFile, PaperStatus
from app.services import paper_symbols
from app.services.paper_files import keep_revision
from app.services.paper_secrecy import papers_with
from app.services.past.papers import PastPaper, content_of
from app.services.past.proposals import Proposal
from app.services.safe_names import safe_name
from app.store.unit_of_work import UnitOfWork


def keep_paper(
    work: UnitOfWork, paper: PastPaper, proposal: Proposal, *, body_id: UUID, meeting_id: UUID
) -> None:
    """Keep a file as a paper of a meeting, once; its own name is its title."""
    if _is_kept(work, paper.sha256, meeting_id):
        return
    values = proposal.values
    category = PaperCategory(values["category"])
    kept = work.add(
        Paper(
            body_id=body_id,
            meeting_id=meeting_id,
            symbol=paper_symbols.propose(work, meeting_id=meeting_id, category=category),
            titles={values["language"]: PurePath(str(values["title"])).stem.strip() or "–"},
            category=category,
            status=PaperStatus.CIRCULATED,
            distribution=_distribution(work, paper.sha256),
        )
    )
    work.flush()
    name = safe_name(paper.name.rpartition("/")[2])
    keep_revision(work, kept, content_of(paper), name=name, language=values["language"])


def _is_kept(work: UnitOfWork, sha256: str, meeting_id: UUID) -> bool:
    known = work.first(Attachment, sha256=sha256)
    if known is None:
        return False
    papers = (
        work.get(Paper, file.paper_id) for file in work.find(PaperFile, attachment_id=known.id)
    )
    return any(paper.meeting_id == meeting_id for paper in papers)


def _distribution(work: UnitOfWork, sha256: str) -> Distribution:
    """Return who may see the paper: as with another paper of the same file, else our side only."""
    known = work.first(Attachment, sha256=sha256)
    others = papers_with(work, known.id) if known is not None else ()
    shown = any(not other.is_kept_back for other in others)
    return Distribution.BOTH_SIDES if shown else Distribution.ONE_SIDE
