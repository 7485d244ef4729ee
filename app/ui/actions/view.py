"""What the presenter of the action items asks of its page, so that it need not know a widget."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.domain.action import BoardColumn
from app.domain.errors import Misfortune
from app.ui.actions.narrowing import Narrowing
from app.ui.notify import FileKind

if TYPE_CHECKING:
    from app.services.follow_up.carrying import MeetingReview, MeetingRow
    from app.services.follow_up.sheets import ActionSheet, FollowUp, FollowUpRow

Values = dict[str, Any]


class Mode(StrEnum):
    """How the action items are looked at."""

    BOARD = "board"
    TABLE = "table"
    BY_MEETING = "by-meeting"


@dataclass(frozen=True)
class Shown:
    """What the page shows.

    Attributes:
        rows: Those that the narrowing lets through.
    """

    follow_up: "FollowUp"
    rows: "tuple[FollowUpRow, ...]"
    narrowing: Narrowing
    mode: Mode


@dataclass(frozen=True)
class ByMeeting:
    """The meetings, and the action items of the one that is chosen."""

    meetings: "tuple[MeetingRow, ...]"
    review: "MeetingReview | None"


class ActionsView(Protocol):
    """The page of action items, seen from its presenter."""

    def show_reading(self) -> None:
        """Say that the action items are being read."""
        ...

    def show_no_body(self) -> None:
        """Show that there is no body whose action items could be shown."""
        ...

    def show_actions(self, shown: Shown) -> None:
        """Show the action items."""
        ...

    def show_by_meeting(self, shown: ByMeeting) -> None:
        """Show the action items of one meeting, and the meetings to choose from."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is nothing to show."""
        ...

    def show_sheet(self, sheet: "ActionSheet | None") -> None:
        """Show one action item with its lines beside the others, or close it."""
        ...

    def choose(self, action_id: UUID) -> None:
        """Put the keyboard on an action item."""
        ...

    def ask_for_action(
        self, follow_up: "FollowUp", sheet: "ActionSheet | None", column: BoardColumn
    ) -> None:
        """Open the form for an action item; without a sheet for a new one."""
        ...

    def ask_for_line(self, follow_up: "FollowUp", sheet: "ActionSheet", values: Values) -> None:
        """Open the form for a status line."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why what is open could not be saved; what was entered stays."""
        ...

    def close_saved(self) -> None:
        """Close the open form: all is saved."""
        ...

    def choose_new_file(self, kind: FileKind, name: str) -> Path | None:
        """Ask where a file shall be written."""
        ...

    def show_saved(self, path: Path) -> None:
        """Say that a file was written."""
        ...

    def show_badge(self, late: int) -> None:
        """Show at the side of the window how many are overdue."""
        ...
