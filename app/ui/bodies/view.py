"""Joins the switcher's button in the sidebar with its pop-up."""

from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QWidget

from app.ui.bodies.switcher import BodySwitcher

if TYPE_CHECKING:
    from app.services.bodies import BodyRow

_LETTERS = 4


class ShowsBody(Protocol):
    """The button that says which body the window is about."""

    def show_body(self, *, letters: str, title: str, subtitle: str, full_name: str) -> None:
        """Show a body."""
        ...


class BodiesView:
    """Shows the body on its button and the others in the pop-up."""

    def __init__(self, *, button: ShowsBody, popup: BodySwitcher) -> None:
        self._button = button
        self._popup = popup

    def show_body(self, row: "BodyRow") -> None:
        """Show the body that the window is about."""
        sides = " · ".join(party.code for party in row.parties)
        self._button.show_body(
            letters=letters(row),
            title=row.short_name or row.name,
            subtitle=sides,
            full_name=row.name,
        )

    def show_no_body(self) -> None:
        """Show that the workspace has no bodies yet."""
        self._button.show_body(
            letters="",
            title=QCoreApplication.translate("BodiesView", "No body yet"),
            subtitle="",
            full_name="",
        )

    def show_found(self, rows: "tuple[BodyRow, ...]", *, chosen: UUID | None) -> None:
        """Show the bodies that fit what was typed."""
        self._popup.show_found(rows, chosen=chosen)

    def drop_down(self, button: QWidget) -> None:
        """Open the pop-up below the button."""
        self._popup.drop_down(button.mapToGlobal(QPoint(0, button.height() + 4)))


def letters(row: "BodyRow") -> str:
    """Return the few letters that stand for a body: the first part of its code."""
    return row.code.partition("-")[0][:_LETTERS]
