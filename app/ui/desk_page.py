"""What a page must offer to have its place at the side of the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.ui.widgets.navigation import Place
from app.ui.window.menus import Command

if TYPE_CHECKING:
    from app.ui.services import Services


class DeskPage(Protocol):
    """A page of the window.

    Attributes:
        place: Its name, icon and heading at the side.
        command: The menu entry that leads to it.
        widget: What is shown.
    """

    place: Place
    command: Command
    widget: QWidget

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes to; each is a focus proxy for where its work begins."""
        ...

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        ...

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        ...

    def show_meeting(self, meeting_id: UUID | None) -> None:
        """Hear which meeting is in hand."""
        ...

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether it is the page that is looked at; read no more than is."""
        ...

    def leave(self) -> None:
        """Save what is being typed, the syllable that is being composed with it."""
        ...


@runtime_checkable
class ShowsRecords(Protocol):
    """A page that records of some kinds are looked at on.

    Attributes:
        kinds: The kinds of record that the window turns to it for.
    """

    kinds: frozenset[str]

    def show_record(self, kind: str, record_id: UUID) -> None:
        """Turn to a record; that it is no longer there is told in a sentence."""
        ...


@runtime_checkable
class BearsBadge(Protocol):
    """A page at whose place the window shows what waits there."""

    def take_badge(self, show: Callable[[str], None]) -> None:
        """Keep what shows words at the place; no words take them away."""
        ...


@runtime_checkable
class OffersCommands(Protocol):
    """A page that menu entries ask for more than to be shown."""

    def further_commands(self) -> dict[Command, Callable[[], object]]:
        """Return what each of its menu entries does."""
        ...
