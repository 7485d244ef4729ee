"""What the parts of the delegations' presenter share: the workspace, the meeting, what was read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from app.services.delegations import DelegateRow, DelegationRow
    from app.services.meetings import MeetingDetail
    from app.ui.services import Services


@dataclass
class InHand:
    """The meeting whose delegations are shown.

    Attributes:
        rows: Its delegations as they were read last.
    """

    services: "Services | None" = None
    workspace: Any = None
    language: str = "en"
    detail: "MeetingDetail | None" = None
    rows: "tuple[DelegationRow, ...]" = ()

    def delegation_of(self, delegate_id: UUID) -> "DelegationRow | None":
        """Return the delegation in which a delegate sits."""
        return next(
            (row for row in self.rows if any(seat.id == delegate_id for seat in row.delegates)),
            None,
        )

    def delegate(self, delegate_id: UUID) -> "DelegateRow | None":
        """Return a delegate by the id of the seat."""
        seats = (seat for row in self.rows for seat in row.delegates)
        return next((seat for seat in seats if seat.id == delegate_id), None)
