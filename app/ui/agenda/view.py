"""What the agenda's presenter asks of the page that shows it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from app.domain.errors import Misfortune
    from app.services.agenda import Hanging, OutlineItem
    from app.services.agenda_carrying import LeftOver
    from app.services.agenda_editions import AgendaChange, AgendaLine
    from app.services.paper_files import IncomingFile
    from app.services.papers import PaperDetail
    from app.ui.agenda.sheet import AgendaSheet


class AgendaView(Protocol):
    """Shows an agenda and asks what is needed to change it."""

    def show_reading(self) -> None:
        """Say that the agenda is being read."""
        ...

    def show_sheet(self, sheet: "AgendaSheet") -> None:
        """Show this agenda."""
        ...

    def show_nothing(self) -> None:
        """Show that there is no meeting."""
        ...

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the agenda why it cannot be read."""
        ...

    def say_refused(self, problem: "Misfortune") -> None:
        """Say above the list why nothing was changed."""
        ...

    def select_next(self, item_id: UUID) -> None:
        """Choose an item as soon as it is shown."""
        ...

    def ask_remove(self, items: "tuple[OutlineItem, ...]", hanging: "tuple[Hanging, ...]") -> bool:
        """Ask before items are deleted, saying what hangs on them."""
        ...

    def show_item(
        self, item: "OutlineItem", sheet: "AgendaSheet", papers: "tuple[PaperDetail, ...]"
    ) -> None:
        """Show an item with all that can be changed in it."""
        ...

    def show_editions(self, sheet: "AgendaSheet") -> None:
        """Show the editions that were kept."""
        ...

    def show_edition(self, lines: "tuple[AgendaLine, ...]") -> None:
        """Show the items of the edition that was asked for."""
        ...

    def show_changes(self, changes: "tuple[AgendaChange, ...]") -> None:
        """Show what differs between the editions that were asked for."""
        ...

    def show_carry(
        self, items: "tuple[OutlineItem, ...]", meetings: tuple[tuple[UUID, str], ...]
    ) -> None:
        """Ask to which meeting items shall be carried."""
        ...

    def show_left_over(self, rows: "tuple[LeftOver, ...]") -> None:
        """Ask which of the items that other meetings left unfinished shall be taken up."""
        ...

    def choose_files(self) -> tuple[Path, ...]:
        """Ask for the file of a new paper."""
        ...

    def show_new_paper(
        self, item: "OutlineItem", file: "IncomingFile", symbol: str, sheet: "AgendaSheet"
    ) -> None:
        """Ask what a file shall be called as a paper before an item."""
        ...

    def choose_word_file(self, kind: str) -> Path | None:
        """Ask where a document of the agenda shall be written."""
        ...

    def show_saved(self, path: Path) -> None:
        """Say that a file was written."""
        ...

    def close_dialog(self, _result: Any = None) -> None:
        """Close the dialog that is open, now that what it asked for is done."""
        ...

    def refuse_dialog(self, problem: "Misfortune") -> None:
        """Say in the dialog that is open why nothing was changed."""
        ...
