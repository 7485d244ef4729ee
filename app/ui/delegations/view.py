"""What the presenter of the delegations asks of its tab, so that it need not know a widget."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.domain.errors import Misfortune
from app.domain.party_order import PartyOrder
from app.ui.delegations.filling import Filling

if TYPE_CHECKING:
    from app.services.alike_persons import LikelyPerson
    from app.services.delegations import DelegationRow
    from app.services.earlier_delegations import CopyPreview
    from app.services.persons import KnownPost


@dataclass(frozen=True)
class Shown:
    """The delegations as they are shown.

    Attributes:
        order: The rule by which the parties follow one another.
        first: Whose original the order is that of, where the rule asks for it.
        can_change: Whether anything can be changed here.
        can_open: Whether a party of the body has no delegation yet.
    """

    rows: "tuple[DelegationRow, ...]"
    order: PartyOrder
    first: UUID | None
    can_change: bool
    can_open: bool


class DelegationsView(Protocol):
    """The delegations of a meeting, seen from their presenter."""

    def show_reading(self) -> None:
        """Say that they are being read."""
        ...

    def show_delegations(self, shown: Shown) -> None:
        """Show them."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why they cannot be shown."""
        ...

    def ask_for_delegate(self, filling: Filling) -> None:
        """Open the form for a seat."""
        ...

    def propose_names(self, names: dict[str, str]) -> None:
        """Put the names of the person that was chosen into the open form."""
        ...

    def propose_posts(self, posts: "tuple[KnownPost, ...]") -> None:
        """Offer the posts of the person that was chosen in the open form, the first put in."""
        ...

    def show_likely(self, found: "tuple[LikelyPerson, ...]") -> None:
        """Show in the open form who may be meant by the name of somebody new."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why the open form or list could not be saved; what was entered stays."""
        ...

    def close_saved(self) -> None:
        """Close the open form or list: all is saved."""
        ...

    def ask_whom_to_copy(self, preview: "CopyPreview") -> None:
        """Open the list of those who sat at the earlier meeting."""
        ...

    def choose_export_file(self, name: str, *, as_workbook: bool) -> Path | None:
        """Ask where the list shall be written."""
        ...

    def show_saved(self, path: Path) -> None:
        """Say that the list was written."""
        ...
