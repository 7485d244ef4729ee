"""What a part of a meeting must offer to stand as a tab of its page."""

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.services.meetings import MeetingDetail
    from app.ui.services import Services


class MeetingPart(Protocol):
    """A tab of the meetings page: its delegations, its agenda, its minutes.

    Attributes:
        key: What the rest of the window calls it.
        retitled: The title has changed, because a count has.
    """

    key: str
    retitled: SignalInstance

    @property
    def widget(self) -> QWidget:
        """Return what is shown below the tabs."""
        ...

    def title(self) -> str:
        """Return the text of the tab."""
        ...

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; no meeting is shown yet."""
        ...

    def show_meeting(self, detail: "MeetingDetail | None") -> None:
        """Turn to a meeting, or show the one in hand anew; read no more than is looked at."""
        ...

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether the tab is the one that is looked at."""
        ...

    def focus(self) -> None:
        """Put the keyboard where the work begins."""
        ...

    def leave(self) -> None:
        """Save what is being typed, the syllable that is being composed with it."""
        ...


@runtime_checkable
class ShowsRecord(Protocol):
    """A tab that can turn to one of its records."""

    def show_record(self, kind: str, record_id: UUID) -> None:
        """Turn to a record, as soon as its meeting is shown."""
        ...
