"""What the papers' presenter asks of the page that shows them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from app.domain.errors import Misfortune
    from app.services.meeting_folders import FolderPlan
    from app.services.papers import FileRow, PaperDetail
    from app.services.working_copies import WorkingCopy
    from app.ui.papers.drafts import FileDraft
    from app.ui.papers.sheet import PapersSheet


class PapersView(Protocol):
    """Shows papers and asks what is needed to change them."""

    def show_reading(self) -> None:
        """Say that the papers are being read."""
        ...

    def show_sheet(self, sheet: "PapersSheet") -> None:
        """Show these papers."""
        ...

    def show_nothing(self) -> None:
        """Show that there is no meeting."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the papers why they cannot be read."""
        ...

    def say_refused(self, problem: "Misfortune") -> None:
        """Say above the list why nothing was done."""
        ...

    def choose_files(self) -> tuple[Path, ...]:
        """Ask for files that shall become papers."""
        ...

    def show_drafts(self, drafts: "tuple[FileDraft, ...]", sheet: "PapersSheet") -> None:
        """Ask what files shall be called as papers."""
        ...

    def show_symbol(self, draft_id: int, symbol: str) -> None:
        """Show the symbol that is proposed for one of the files."""
        ...

    def show_paper(self, paper: "PaperDetail", sheet: "PapersSheet") -> None:
        """Show a paper with all that can be changed in it."""
        ...

    def ask_file(self, paper: "PaperDetail", sheet: "PapersSheet") -> None:
        """Ask for a further file of a paper, and its language."""
        ...

    def ask_twin(self, paper: "PaperDetail", others: "tuple[PaperDetail, ...]") -> None:
        """Ask which paper is the redacted form of a confidential one."""
        ...

    def ask_remove(self, papers: "tuple[PaperDetail, ...]") -> bool:
        """Ask before papers are deleted."""
        ...

    def ask_remove_file(self, paper: "PaperDetail", file: "FileRow") -> bool:
        """Ask before a file of a paper is deleted."""
        ...

    def choose_place(self, name: str) -> Path | None:
        """Ask where a file shall be written."""
        ...

    def copies_folder(self) -> Path:
        """Return a folder of our own for copies that are looked at."""
        ...

    def open_outside(self, copy: "WorkingCopy") -> None:
        """Open a copy in the program the computer uses for it, and notice when it is changed."""
        ...

    def show_changed(self, copies: "tuple[WorkingCopy, ...]") -> None:
        """Offer to keep what was changed in other programs."""
        ...

    def show_plan(self, plan: "FolderPlan") -> None:
        """Show what goes into the folder of the meeting."""
        ...

    def progress(self) -> Callable[[int, int], bool]:
        """Return what the writing of a folder tells its progress to, from any thread."""
        ...

    def show_saved(self, path: Path) -> None:
        """Say that a file or folder was written."""
        ...

    def close_dialog(self, _result: Any = None) -> None:
        """Close the dialog that is open, now that what it asked for is done."""
        ...

    def refuse_dialog(self, problem: "Misfortune") -> None:
        """Say in the dialog that is open why nothing was done."""
        ...

    def select_next(self, paper_id: "UUID") -> None:
        """Choose a paper as soon as it is shown."""
        ...
