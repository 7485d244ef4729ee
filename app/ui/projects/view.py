"""What the presenter of the projects asks of its page, so that it need not know a widget."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.services.projects import ProjectDetail, ProjectListRow

Values = dict[str, Any]
Pairs = tuple[tuple[UUID, str], ...]


class Adding(StrEnum):
    """What is added to a project by a form of its own."""

    PARTY = "party"
    ORGANISATION = "organisation"
    DECISION = "decision"
    FIGURE = "figure"
    REVIEW = "review"


@dataclass(frozen=True)
class Choices:
    """What can be chosen in the forms, by id and name."""

    parties: Pairs
    offices: Pairs
    instruments: Pairs
    decisions: Pairs
    meetings: Pairs
    sources: Pairs


class ProjectsView(Protocol):
    """The page of projects, seen from its presenter."""

    def show_reading(self) -> None:
        """Say that the projects are being read."""
        ...

    def show_rows(
        self,
        rows: "tuple[ProjectListRow, ...]",
        *,
        chosen: UUID | None,
        every: bool,
        can_change: bool,
    ) -> None:
        """Show the list; ``every`` says that it is that of all bodies."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        ...

    def show_project(self, detail: "ProjectDetail", *, can_change: bool) -> None:
        """Show a project."""
        ...

    def show_none(self) -> None:
        """Show that none is chosen."""
        ...

    def ask_for_project(self, detail: "ProjectDetail | None", choices: Choices) -> None:
        """Open the form for a project; ``None`` for a new one."""
        ...

    def ask_for(self, adding: Adding, choices: Choices) -> None:
        """Open the form for what is added to the project that is shown."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why what is open could not be saved; what was entered stays."""
        ...

    def close_saved(self) -> None:
        """Close the open form: all is saved."""
        ...

    def choose_word_file(self, name: str) -> Path | None:
        """Ask where a Word file shall be written."""
        ...

    def show_saved(self, path: Path) -> None:
        """Say that a file was written."""
        ...
