"""What is done with an agenda as a whole: steps, editions, hours, carrying items on, documents."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from app.ui.agenda.reading import AgendaReading

if TYPE_CHECKING:
    from datetime import date, time


class AgendaWhole(AgendaReading):
    """The verbs for the agenda as a whole."""

    def insert_standard(self, kinds: Sequence[str] | None) -> None:
        """Put standard items into the agenda: all that it lacks, or these."""
        self._do(
            "Insert standard items",
            "insert",
            of="standard_items",
            meeting_id=self._meeting_id,
            kinds=kinds,
        )

    def take_step(self, status: str, dated_on: "date | None", note: str) -> None:
        """Take the agenda as a whole a step on, and keep it as it stands."""
        self._do(
            "Send round agenda",
            "change_agenda_status",
            of="agenda_editions",
            done=self._view.close_dialog,
            refused=self._view.refuse_dialog,
            meeting_id=self._meeting_id,
            status=status,
            dated_on=dated_on,
            note=note,
        )

    def change_numbering(self, numbering: str) -> None:
        """Number the agenda in another style."""
        self._do(
            "Change numbering of agenda",
            "change_numbering",
            meeting_id=self._meeting_id,
            numbering=numbering,
        )

    def change_breaks(self, breaks: "Sequence[tuple[time, time]]") -> None:
        """Enter when the sitting pauses."""
        self._do(
            "Change breaks of meeting",
            "change_breaks",
            of="agenda_hours",
            done=self._view.close_dialog,
            refused=self._view.refuse_dialog,
            meeting_id=self._meeting_id,
            breaks=tuple(breaks),
        )

    def show_editions(self) -> None:
        """Show the editions that were kept, and the latest of them."""
        if self._sheet is not None and self._sheet.editions:
            self._view.show_editions(self._sheet)

    def read_edition(self, edition_id: UUID | None) -> None:
        """Show an edition as it stood; ``None`` for the agenda as it is now."""
        self._read("show", self._view.show_edition, edition_id=edition_id)

    def compare(self, old_id: UUID | None, new_id: UUID | None) -> None:
        """Show what differs between two editions; ``None`` for the agenda as it is now."""
        self._read("compare", self._view.show_changes, old_id=old_id, new_id=new_id)

    def restore(self, edition_id: UUID) -> None:
        """Make the agenda again what it was in an edition."""
        self._do(
            "Restore edition of agenda",
            "restore",
            of="agenda_editions",
            done=self._view.close_dialog,
            refused=self._view.refuse_dialog,
            edition_id=edition_id,
        )

    def ask_carry(self, ids: Sequence[UUID]) -> None:
        """Ask to which meeting items shall be carried."""
        items = self._items(ids)
        if items:
            self._read(
                "list_meetings_ahead", partial(self._view.show_carry, items), of="agenda_carrying"
            )

    def carry(self, ids: Sequence[UUID], to_meeting_id: UUID) -> None:
        """Carry items to another meeting."""
        self._do(
            "Carry agenda items to next meeting",
            "carry",
            of="agenda_carrying",
            done=self._view.close_dialog,
            refused=self._view.refuse_dialog,
            item_ids=tuple(ids),
            to_meeting_id=to_meeting_id,
        )

    def ask_left_over(self) -> None:
        """Show what other meetings left unfinished."""
        self._read("list_left_over", self._view.show_left_over, of="agenda_carrying")

    def take_up(self, ids: Sequence[UUID]) -> None:
        """Take up here what other meetings left unfinished."""
        if self._meeting_id is not None:
            self.carry(ids, self._meeting_id)

    def save_document(self, kind: str) -> None:
        """Save the agenda or the chair's run sheet as a Word file."""
        path = self._view.choose_word_file(kind)
        if path is not None:
            self._do(
                "Save as Word",
                "save_as_word",
                of="documents",
                done=self._view.show_saved,
                meeting_id=self._meeting_id,
                kind=kind,
                folder_or_path=path,
            )
