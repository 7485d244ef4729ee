"""Reads a folder of old papers, file by file, and makes proposals of them; nothing is stored."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.domain.errors import Misfortune
from app.services.past.choices import carry_over, choose, tick
from app.services.past.folders import FolderNotRead, NothingToRead, PastFile, Unread, list_files
from app.services.past.on_record import read_record
from app.services.past.papers import PastPaper, read_paper
from app.services.past.proposals import (
    MeetingProposal,
    Proposal,
    ProposalKind,
    Remark,
    Standing,
    Use,
)
from app.services.past.proposing import Proposer
from app.services.past.terms import terms_of
from app.store.workspace import Workspace

__all__ = [
    "FolderNotRead",
    "FolderReading",
    "MeetingProposal",
    "NothingToRead",
    "PastFile",
    "Proposal",
    "ProposalKind",
    "Proposals",
    "Remark",
    "Standing",
    "Unread",
    "Use",
    "begin",
    "carry_over",
    "choose",
    "tick",
]


@dataclass(frozen=True)
class Proposals:
    """What a folder holds.

    Attributes:
        groups: What is proposed, meeting by meeting.
        papers: The files that were read, by name.
        unread: The files that were not, each with the reason.
    """

    groups: tuple[MeetingProposal, ...]
    papers: dict[str, PastPaper]
    unread: tuple[Unread, ...]


class FolderReading:
    """A folder that is being read; it is asked for one file after another."""

    def __init__(self, workspace: Workspace, *, folder: Path, body_id: UUID) -> None:
        listing = list_files(folder)
        self._workspace = workspace
        self._body_id = body_id
        self._files = listing.files
        self._unread = list(listing.unread)
        self._terms = terms_of(workspace, body_id=body_id)
        self._papers: dict[str, PastPaper] = {}
        self._hashes: dict[str, str] = {}
        self._at = 0

    @property
    def total(self) -> int:
        """How many files there are."""
        return len(self._files)

    @property
    def done(self) -> int:
        """How many have been read."""
        return self._at

    @property
    def next_name(self) -> str:
        """The name of the file that is read next; empty after the last."""
        return self._files[self._at].name if self._at < len(self._files) else ""

    def read_next(self, *, is_stopped: Callable[[], bool] = lambda: False) -> None:
        """Read one more file; one that cannot be read is noted with the reason."""
        file = self._files[self._at]
        self._at += 1
        try:
            paper = read_paper(file, self._terms, is_stopped=is_stopped)
        except Misfortune as problem:
            self._unread.append(Unread(file.name, problem.sentence, problem.remedy))
            return
        twin = self._hashes.setdefault(paper.sha256, paper.name)
        if twin != paper.name:
            sentence = f"It is the same file as “{twin}”, word for word."
            self._unread.append(Unread(file.name, sentence))
            return
        self._papers[paper.name] = paper

    def propose(self) -> Proposals:
        """Return what is proposed of all that was read, beside what is on record now."""
        record = read_record(self._workspace, body_id=self._body_id)
        groups = Proposer(self._terms, record).propose(tuple(self._papers.values()))
        unread = tuple(sorted(self._unread, key=lambda each: each.name))
        return Proposals(groups, dict(self._papers), unread)


def begin(workspace: Workspace, *, folder: Path, body_id: UUID) -> FolderReading:
    """Look into a folder, and begin to read it.

    Raises:
        FolderNotRead, NothingToRead: There is nothing that could be read.
        NotFound: if there is no such body.
    """
    return FolderReading(workspace, folder=folder, body_id=body_id)
