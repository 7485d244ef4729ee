"""Decides what the papers' tab shows, and does what its user asks for."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.ui.papers import drafts as drafting
from app.ui.papers.drafts import FileDraft
from app.ui.papers.reading import PapersReading

if TYPE_CHECKING:
    from app.services.meeting_folders import FolderPlan
    from app.services.working_copies import WorkingCopy
    from app.ui.services import Services


class PapersPresenter(PapersReading):
    """Keeps a PapersView in step with the workspace while it is looked at."""

    def __init__(self, *view: Any, **needs: Any) -> None:
        super().__init__(*view, **needs)
        self._copies: dict[Path, WorkingCopy] = {}

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; copies that were put out of the last one are cleared away."""
        self.clear_copies()
        super().open(services, workspace, language=language)

    def add_files(self, paths: Sequence[Path] | None = None) -> None:
        """Ask what files shall be called as papers; which files, if none are given."""
        sheet = self._sheet
        if sheet is None or not sheet.can_change or self._services is None:
            return
        chosen = tuple(paths) if paths is not None else self._view.choose_files()
        if not chosen:
            return
        work = partial(
            drafting.guess,
            self._services,
            self._workspace,
            meeting_id=sheet.meeting_id,
            paths=chosen,
            languages=sheet.languages,
        )
        self._read(work, self._show_drafts)

    def propose_symbol(self, draft_id: int, category: str, taken: Collection[str]) -> None:
        """Propose the symbol of a file whose category was changed."""
        if self._services is not None and self._meeting_id is not None:
            work = partial(
                drafting.propose,
                self._services,
                self._workspace,
                meeting_id=self._meeting_id,
                category=category,
                taken=tuple(taken),
            )
            self._read(work, partial(self._view.show_symbol, draft_id))

    def register(self, drafts: Sequence[FileDraft]) -> None:
        """Register a paper for each of some files, all of them or none."""
        if self._services is None:
            return
        make = self._services.papers.PaperDraft
        made = tuple(make(path=draft.file.path, **draft.values()) for draft in drafts)
        self._do(
            "Add papers",
            "papers",
            "add_from_files",
            done=self._view.close_dialog,
            refused=self._view.refuse_dialog,
            meeting_id=self._meeting_id,
            drafts=made,
        )

    def show_paper(self, paper_id: UUID) -> None:
        """Show a paper with all that can be changed in it."""
        for paper in self._papers((paper_id,)):
            if self._sheet is not None:
                self._view.show_paper(paper, self._sheet)

    def save_paper(self, paper_id: UUID, changes: Mapping[str, Any], version: int) -> None:
        """Save what was changed in a paper."""
        self._do(
            "Change paper",
            "papers",
            "edit",
            done=self._view.close_dialog,
            refused=self._view.refuse_dialog,
            paper_id=paper_id,
            changes=changes,
            version=version,
        )

    def change_status(self, ids: Sequence[UUID], status: str) -> None:
        """Take papers a step on."""
        if ids:
            self._do(
                "Change status of paper",
                "papers",
                "change_statuses",
                paper_ids=tuple(ids),
                status=status,
            )

    def remove(self, ids: Sequence[UUID]) -> None:
        """Delete papers, after asking."""
        papers = self._papers(ids)
        if papers and self._view.ask_remove(papers):
            keys = tuple(paper.id for paper in papers)
            self._do("Delete paper", "papers", "remove_several", paper_ids=keys)

    def ask_file(self, paper_id: UUID) -> None:
        """Ask for a further file of a paper."""
        for paper in self._papers((paper_id,)):
            if self._sheet is not None:
                self._view.ask_file(paper, self._sheet)

    def add_file(self, paper_id: UUID, language: str, path: Path) -> None:
        """Add a language or a revision to a paper."""
        self._do(
            "Add revision of paper",
            "paper_files",
            "add_file",
            done=self._view.close_dialog,
            refused=self._view.refuse_dialog,
            paper_id=paper_id,
            language=language,
            path=path,
        )

    def remove_file(self, file_id: UUID) -> None:
        """Delete a file of a paper, after asking."""
        found = self._sheet.paper_of(file_id) if self._sheet is not None else None
        if found is not None and self._view.ask_remove_file(*found):
            self._do("Delete file of paper", "paper_files", "remove_file", file_id=file_id)

    def ask_twin(self, paper_id: UUID) -> None:
        """Ask which paper is the redacted form of a confidential one."""
        for paper in self._papers((paper_id,)):
            papers = self._sheet.papers if self._sheet is not None else ()
            others = tuple(other for other in papers if other.id != paper_id and other.twin is None)
            self._view.ask_twin(paper, others)

    def link_twins(self, confidential_id: UUID, redacted_id: UUID) -> None:
        """Mark two papers as the confidential and the redacted form of one."""
        self._do(
            "Link redacted paper",
            "papers",
            "link_twins",
            done=self._view.close_dialog,
            refused=self._view.refuse_dialog,
            confidential_id=confidential_id,
            redacted_id=redacted_id,
        )

    def part_twins(self, paper_id: UUID) -> None:
        """Take back that a paper has a confidential or a redacted form."""
        self._do("Unlink redacted paper", "papers", "part_twins", paper_id=paper_id)

    def open_file(self, file_id: UUID) -> None:
        """Open a read-only copy of a file in the program the computer uses for it."""
        self._do(
            "Open paper",
            "working_copies",
            "put_out",
            done=self._open_copy,
            file_id=file_id,
            folder=self._view.copies_folder(),
        )

    def look_for_changes(self) -> None:
        """Find out whether a copy that was put out was changed in another program."""
        if self._services is None or not self._copies:
            return
        was_changed = self._services.working_copies.was_changed
        work = partial(_changed, was_changed, tuple(self._copies.values()))
        self._read(work, self._view.show_changed)

    def take_back(self, copy: "WorkingCopy") -> None:
        """Keep a changed copy as a new revision of its paper."""
        self._do(
            "Add revision of paper",
            "working_copies",
            "take_back",
            done=partial(self._forget_copy, copy),
            copy=copy,
        )

    def leave_copy(self, copy: "WorkingCopy") -> None:
        """Leave a changed copy where it is, and speak of it no more."""
        self._copies.pop(copy.path, None)
        self._view.show_changed(())

    def clear_copies(self) -> None:
        """Delete the copies that nobody changed."""
        copies, self._copies = tuple(self._copies.values()), {}
        if copies and self._services is not None:
            self._services.working_copies.clear_away(copies)

    def save_file(self, file_id: UUID) -> None:
        """Write a file where the user says."""
        found = self._sheet.paper_of(file_id) if self._sheet is not None else None
        if found is None:
            return
        path = self._view.choose_place(found[1].file_name)
        if path is not None:
            self._do(
                "Save paper",
                "paper_files",
                "save",
                done=self._view.show_saved,
                file_id=file_id,
                folder_or_path=path,
            )

    def plan_folder(self, scope: str) -> None:
        """Show what goes into the folder of the meeting for those who shall get it."""
        if self._services is not None and self._meeting_id is not None:
            work = partial(
                self._services.meeting_folders.plan,
                self._workspace,
                meeting_id=self._meeting_id,
                scope=scope,
                language=self._language,
            )
            self._read(work, self._view.show_plan)

    def write_folder(self, wanted: "FolderPlan", target: Path, as_zip: bool) -> None:  # noqa: FBT001
        """Write the folder of the meeting, as it was shown."""
        self._do(
            "Save meeting folder",
            "meeting_folders",
            "write",
            done=self._take_folder,
            refused=self._view.refuse_dialog,
            wanted=wanted,
            target=target,
            as_zip=as_zip,
            progress=self._view.progress(),
        )

    def _show_drafts(self, drafts: tuple[FileDraft, ...]) -> None:
        if self._sheet is not None:
            self._view.show_drafts(drafts, self._sheet)

    def _open_copy(self, copy: "WorkingCopy") -> None:
        self._copies[copy.path] = copy
        self._view.open_outside(copy)

    def _forget_copy(self, copy: "WorkingCopy", _change: Any = None) -> None:
        self._copies.pop(copy.path, None)
        self._view.show_changed(())

    def _take_folder(self, path: Path) -> None:
        self._view.close_dialog()
        self._view.show_saved(path)


def _changed(was_changed: Any, copies: "tuple[WorkingCopy, ...]") -> tuple[Any, ...]:
    return tuple(copy for copy in copies if was_changed(copy))
