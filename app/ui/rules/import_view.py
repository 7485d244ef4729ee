"""What the presenter that brings a text of rules in asks of what is shown."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.services.decisions import DecisionRow
    from app.services.rule_imports import Alignment, ImportPreview
    from app.services.rules import RuleDocumentRow, VersionRow


@dataclass(frozen=True)
class ImportSetup:
    """What the window offers.

    Attributes:
        language: The language that is chosen at first.
        rules: The rule documents of the body, each with its versions.
        chosen: The one that is read just now.
        decisions: Those of the body that are adopted.
    """

    language: str
    rules: "tuple[tuple[RuleDocumentRow, tuple[VersionRow, ...]], ...]"
    chosen: UUID | None
    decisions: "tuple[DecisionRow, ...]"


class ImportView(Protocol):
    """Shows the text that came, and asks what it is."""

    def open_import(self, setup: ImportSetup) -> None:
        """Open the window."""
        ...

    def show_reading(self) -> None:
        """Show that a text is being read."""
        ...

    def show_preview(self, preview: "ImportPreview") -> None:
        """Show the text as it would be taken over."""
        ...

    def show_rows(self, rows: Any, place: int) -> None:
        """Show the provisions as they are arranged now."""
        ...

    def show_alignment(self, alignment: "Alignment | None") -> None:
        """Show where the text differs from that of another language."""
        ...

    def show_unreadable(self, problem: Misfortune) -> None:
        """Say why a text cannot be read."""
        ...

    def show_storing(self) -> None:
        """Show that the text is being stored."""
        ...

    def report_progress(self, done: int, total: int) -> None:
        """Hear, from any thread, how much is stored."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Say why the text was not stored."""
        ...

    def close_imported(self) -> None:
        """Close: everything is stored."""
        ...
