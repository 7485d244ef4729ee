"""What the presenters of notes ask of what is shown."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from app.domain.errors import Misfortune

if TYPE_CHECKING:
    from app.services.notes.notes_in import NotesPreview
    from app.services.notes.received import NoteRow
    from app.services.notes.rows import OwnNote, Writer
    from app.ui.notes.cards import AnswerCard, NoteCard


class OwnNotesView(Protocol):
    """What the presenter of a reader's notes asks of what is shown."""

    def show_notes(self, notes: "tuple[OwnNote, ...]") -> None:
        """Show the notes."""
        ...

    def show_problem(self, problem: Misfortune) -> None:
        """Say why the notes cannot be read; the text can be."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Say why a note was not kept; its words stay where they were written."""
        ...

    def show_kept(self) -> None:
        """Hear that a note was kept."""
        ...

    def ask_words(self, note: "OwnNote") -> None:
        """Ask what a note shall say from now on."""
        ...

    def agrees_to_delete(self, note: "OwnNote") -> bool:
        """Ask whether a note shall go."""
        ...

    def ask_sending(self, writer: "Writer", ours: "tuple[OwnNote, ...]", *, private: int) -> None:
        """Show what would go to the secretariat, and ask in which form."""
        ...

    def choose_file(self, form: str) -> Path | None:
        """Ask where the file shall be written."""
        ...

    def show_sent(self, path: Path, count: int) -> None:
        """Say that the file is written."""
        ...

    def say_nothing_to_send(self, private: int) -> None:
        """Say that no note is for the secretariat."""
        ...


class ReceivedView(Protocol):
    """What the presenter of the notes of delegates asks of what is shown."""

    def allow_change(self, *, allowed: bool) -> None:
        """Offer to deal with notes, or only to read them."""
        ...

    def show_notes(self, rows: "tuple[NoteRow, ...]", *, can_change: bool) -> None:
        """Show the notes."""
        ...

    def ask_answer(self, card: "NoteCard | None", text: str, answer_id: UUID | None) -> None:
        """Ask what is answered."""
        ...

    def agrees_to_delete(self, answer: "AnswerCard") -> bool:
        """Ask whether an answer shall go."""
        ...

    def ask_proposal(self, card: "NoteCard", parties: Sequence[tuple[UUID, str]]) -> None:
        """Ask what is proposed, and by whom."""
        ...

    def say_no_draft(self, card: "NoteCard") -> None:
        """Say that there is no draft that a proposal could be for."""
        ...

    def say_proposed(self) -> None:
        """Say where the proposal is."""
        ...

    def choose_file(self) -> Path | None:
        """Ask for a file of notes."""
        ...

    def show_arriving(self, path: Path, preview: "NotesPreview") -> None:
        """Show what a file of notes holds, and ask whether to take it in."""
        ...

    def show_merged(self, new: int, revised: int, here: int) -> None:
        """Say what was taken in."""
        ...

    def show_refused(self, problem: Misfortune) -> None:
        """Show why it was not done; what was entered stays."""
        ...

    def close_saved(self) -> None:
        """Close: it is done."""
        ...
