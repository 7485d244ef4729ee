"""What the presenter of the drafting page asks of what is shown."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from app.domain.errors import Misfortune
    from app.services.drafting.draft_numbers import NumbersAhead
    from app.services.drafting.draft_sheets import (
        DraftLine,
        DraftSheet,
        ProposalRow,
        ProvisionSheet,
    )
    from app.services.drafting.draft_terms import TermRow
    from app.services.drafting.readiness import OpenPlace

Typed = Callable[[str], tuple[str | None, str | None]]


class Tab(StrEnum):
    """What is shown beside the outline."""

    TEXT = "text"
    PROPOSALS = "proposals"
    REFERENCES = "references"
    TERMS = "terms"
    PLACES = "places"


class DraftingView(Protocol):
    """Shows a draft and asks for what is to be done to it."""

    def show_draft(self, sheet: "DraftSheet", eid: str, *, can_write: bool) -> None:
        """Show a draft with its outline; one provision is in hand."""
        ...

    def show_lines(self, lines: "tuple[DraftLine, ...]", eid: str) -> None:
        """Show the outline as it stands now."""
        ...

    def show_provision(
        self, draft: "DraftSheet", sheet: "ProvisionSheet", *, typed: Typed, can_write: bool
    ) -> None:
        """Show the provision in hand; what is being typed stays."""
        ...

    def show_none(self, *, has_body: bool, has_rules: bool) -> None:
        """Say that nothing is being drafted."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is nothing to show."""
        ...

    def show_references(self, ahead: "NumbersAhead", *, can_write: bool) -> None:
        """Show the references that lead elsewhere than they say."""
        ...

    def show_terms(
        self, rows: "Sequence[TermRow]", languages: Sequence[str], language: str
    ) -> None:
        """Show the terms of the draft."""
        ...

    def show_places(self, places: "Sequence[OpenPlace]") -> None:
        """Show what must be settled before the version can be adopted."""
        ...

    def show_tab(self, tab: Tab) -> None:
        """Turn to a tab."""
        ...

    def choose_line(self, eid: str) -> None:
        """Mark a provision in the outline."""
        ...

    def focus_text(self) -> None:
        """Put the keyboard into the words of the provision in hand."""
        ...

    def is_composing(self) -> bool:
        """Say whether an input method is in the middle of a syllable."""
        ...

    def ask_begin(self, title: str, label: str) -> None:
        """Ask how a new version shall be called."""
        ...

    def ask_name(self, title: str, label: str) -> None:
        """Ask how the draft shall be called."""
        ...

    def ask_insert(self, line: "DraftLine | None") -> None:
        """Ask what shall be inserted, and where."""
        ...

    def ask_numbers(self, line: "DraftLine | None") -> None:
        """Ask for a number."""
        ...

    def show_ahead(self, ahead: "NumbersAhead") -> None:
        """Show what a renumbering would do."""
        ...

    def ask_proposal(
        self,
        draft: "DraftSheet",
        sheet: "ProvisionSheet",
        persons: Sequence[tuple[UUID, str]],
        row: "ProposalRow | None",
    ) -> None:
        """Ask what somebody proposes."""
        ...

    def close_dialog(self) -> None:
        """Close the dialog that is open."""
        ...

    def refuse(self, problem: "Misfortune") -> None:
        """Say why something was not done, in the dialog if one is open."""
        ...

    def ask_withdraw(self, label: str) -> bool:
        """Ask before the draft is withdrawn."""
        ...
