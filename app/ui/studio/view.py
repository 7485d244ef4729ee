"""What the studio's presenter asks of its page, so that it need not know a widget."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.services.checks import Check
    from app.services.previews import Preview
    from app.ui.studio.offer import Offer


class StudioView(Protocol):
    """The page of the Document studio, seen from its presenter."""

    def show_reading(self) -> None:
        """Say that another document is being made; what is shown cannot be saved until then."""
        ...

    def show_offer(self, offer: "Offer", *, has_pdf: bool) -> None:
        """Show what can be chosen; ``has_pdf`` says whether a PDF can be made here."""
        ...

    def show_preview(self, preview: "Preview", *, scale: float) -> None:
        """Show the page, which was made at a scale."""
        ...

    def show_checks(self, found: "tuple[Check, ...]") -> None:
        """Show what is in order and what is not."""
        ...

    def show_no_meeting(self) -> None:
        """Show that there is no meeting to make documents of."""
        ...

    def show_no_document(self) -> None:
        """Show that the records of the meeting are not enough for any document."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the page why it cannot be made."""
        ...

    def choose_word_file(self, name: str) -> Path | None:
        """Ask where the Word file shall be written."""
        ...

    def choose_pdf_file(self, name: str) -> Path | None:
        """Ask where the PDF shall be written; ``name`` is that of the Word file."""
        ...

    def ask_what_to_do(self, sentence: str) -> str | None:
        """Ask whether to keep both files or to replace the one that was changed, or neither."""
        ...

    def show_saved(self, path: Path) -> None:
        """Show that the file was written."""
        ...

    def show_print(self, preview: "Preview") -> None:
        """Show how the document will be printed."""
        ...

    def tell_misfortune(self, sentence: str, remedy: str) -> None:
        """Say what went wrong with a file and what to do next."""
        ...
