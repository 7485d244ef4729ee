"""What the studio's presenters ask of its page, so that they need not know a widget."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.services.checks import Check
    from app.services.comparisons import ShownComparison
    from app.services.kept_documents import KeptDocument
    from app.services.previews import PlannedFile
    from app.ui.studio.bench import ShownPage
    from app.ui.studio.offer import Offer


class Angle(StrEnum):
    """Between which two texts a comparison is."""

    BY_HAND = "by-hand"
    CAME_BACK = "came-back"
    SINCE = "since"
    OVER_FILE = "over-file"


class StudioView(Protocol):
    """The page of the Document studio, seen from its presenter."""

    def show_reading(self) -> None:
        """Say that another document is being made; what is shown cannot be saved until then."""
        ...

    def show_offer(self, offer: "Offer", *, has_pdf: bool, can_write: bool) -> None:
        """Show what can be chosen.

        Args:
            offer: That.
            has_pdf: Whether a PDF can be made here.
            can_write: Whether the workspace can keep what is issued.
        """
        ...

    def show_page(self, page: "ShownPage", *, scale: float) -> None:
        """Show the page, which was made at a scale."""
        ...

    def show_checks(self, found: "tuple[Check, ...]") -> None:
        """Show what is in order and what is not."""
        ...

    def show_files(self, files: "tuple[PlannedFile, ...]") -> None:
        """Show what will be saved, every original of it."""
        ...

    def show_nothing_to_make(self) -> None:
        """Show that there are no records to make documents of."""
        ...

    def show_no_document(self) -> None:
        """Show that the record that is chosen is not enough for any document."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the page why it cannot be made."""
        ...


class SavingView(Protocol):
    """The page, seen from what takes a document along."""

    def choose_word_file(self, name: str) -> Path | None:
        """Ask where the Word file shall be written."""
        ...

    def choose_pdf_file(self, name: str) -> Path | None:
        """Ask where the PDF shall be written; ``name`` is that of the Word file."""
        ...

    def pdf_writer(self, page: "ShownPage", path: Path) -> Callable[[], Path]:
        """Return what writes a page as a PDF, on whichever thread, and returns the path."""
        ...

    def choose_folder(self) -> Path | None:
        """Ask into which folder several files shall be written."""
        ...

    def ask_to_issue(self, name: str) -> bool:
        """Ask whether the document of that file name shall be issued."""
        ...

    def ask_what_to_do(self, sentence: str) -> str | None:
        """Ask what to do about a file that was changed by hand: the value of a choice, or none."""
        ...

    def show_not_ready(self) -> None:
        """Lead to what is to be mended before the document can be issued."""
        ...

    def show_saved(self, path: Path) -> None:
        """Show that the file was written."""
        ...

    def show_all_saved(self, paths: Sequence[Path]) -> None:
        """Show that several files were written."""
        ...

    def show_issued(self, path: Path) -> None:
        """Show that the document was issued, and where it was written."""
        ...

    def show_print(self, page: "ShownPage") -> None:
        """Show how the document will be printed."""
        ...

    def tell_misfortune(self, sentence: str, remedy: str) -> None:
        """Say what went wrong with a file and what to do next."""
        ...

    def open_outside(self, path: Path) -> None:
        """Open a file or a folder in the program that is for it."""
        ...


class KeptView(Protocol):
    """The list of what was issued and saved earlier."""

    def show_kept(self, documents: "tuple[KeptDocument, ...]") -> None:
        """Show the list."""
        ...

    def show_kept_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the list why it cannot be read."""
        ...


class ComparisonView(Protocol):
    """Two texts side by side."""

    def open_comparison(
        self, name: str, angles: "Sequence[Angle]", chosen: "Angle", *, is_asked: bool
    ) -> None:
        """Turn to the comparison of a document; ``is_asked`` offers what can be done about it."""
        ...

    def show_comparison(self, shown: "ShownComparison", *, scale: float) -> None:
        """Show the page and the list of changes."""
        ...

    def show_comparison_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the page why the two cannot be compared."""
        ...

    def close_comparison(self) -> None:
        """Turn back to the document."""
        ...

    def show_comparison_saved(self, path: Path) -> None:
        """Show that the file was written."""
        ...


class WholeView(StudioView, KeptView, ComparisonView, Protocol):
    """The whole page.

    Attributes:
        ways_out: Asks where documents shall go.
    """

    @property
    def ways_out(self) -> SavingView:
        """Return what asks where documents shall go."""
        ...
