"""What the presenter of the rules page asks of what is shown."""

from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.ui.rules.about_text import Relying, SealState, Touching
from app.ui.rules.choice import Choice

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.rule_library.finding import Findings
    from app.services.rule_library.language_gaps import LanguageGap
    from app.services.rule_reading import ProvisionStep, ReadRules
    from app.services.rules import RuleDocumentRow, VersionRow


class RulesView(Protocol):
    """Shows texts of rules and asks for files."""

    def show_documents(self, rows: "tuple[RuleDocumentRow, ...]", chosen: UUID | None) -> None:
        """Show the rule documents of the body."""
        ...

    def show_text(self, read: "ReadRules", choice: Choice) -> None:
        """Show a text, its versions and its contents."""
        ...

    def show_history(self, steps: "tuple[ProvisionStep, ...]", read: "ReadRules") -> None:
        """Show every wording that the provision in hand had."""
        ...

    def show_relying(self, relying: Relying) -> None:
        """Show which provisions and decisions rely on the one in hand."""
        ...

    def show_touched(self, touching: Touching) -> None:
        """Show what the decision that adopted the version did."""
        ...

    def show_seal(self, state: SealState) -> None:
        """Show whether the version is word for word what was sealed."""
        ...

    def show_gaps(self, gaps: "tuple[LanguageGap, ...]") -> None:
        """Show what differs between the two languages that stand side by side."""
        ...

    def show_found(self, found: "Findings", words: str) -> None:
        """Show where words are in the rules of every body."""
        ...

    def show_provision(self, eid: str) -> None:
        """Bring a provision into sight."""
        ...

    def show_touched_provision(self, eid: str) -> None:
        """Mark the provision that the reader came to within the text."""
        ...

    def show_place(self, place: int, count: int) -> None:
        """Say at which of the changes the reader is."""
        ...

    def show_no_text(
        self,
        row: "RuleDocumentRow",
        *,
        any_version: bool,
        versions: "tuple[VersionRow, ...]" = (),
    ) -> None:
        """Say that the workspace holds no text of these rules, or none of that day."""
        ...

    def show_no_rules(self) -> None:
        """Say that the body has no rules on record."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is nothing to show."""
        ...

    def choose_file(self, suggestion: str, kind: str) -> "Path | None":
        """Ask where a file shall be written."""
        ...

    def show_saved(self, path: "Path") -> None:
        """Say that a file was written."""
        ...
