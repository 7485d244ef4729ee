"""Shows the notes of delegates beside the text, and the windows in which they are dealt with."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui import dates
from app.ui.notes.card_frame import CardFrame
from app.ui.notes.cards import AnswerCard, NoteCard, card_of_arriving, card_of_received
from app.ui.notes.pane import NotesPane
from app.ui.notify import FileKind, Notifier
from app.ui.widgets.fields import LongTextField, NamesField, OptionField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.services.notes.notes_in import NotesPreview
    from app.services.notes.received import NoteRow

_UNRESOLVED, _EVERY, _RESOLVED = "unresolved", "all", "resolved"


class ReceivedPane(QObject):
    """The pane and its windows.

    Signals:
        merge_requested: The file that shall be taken in.
        answered: The key of a note, or else of an answer, and the words.
        proposed: The key of a note, and what was entered for the proposal.
    """

    merge_requested = Signal(object)
    answered = Signal(object, object, str)
    proposed = Signal(object, object)

    def __init__(self, *, window: QWidget, notifier: Notifier) -> None:
        super().__init__(window)
        self._window = window
        self._notifier = notifier
        self._dialog: FormDialog | None = None
        self._folder = Path.home()
        self.pane = NotesPane(
            kinds=(
                (self.tr("Not resolved"), _UNRESOLVED),
                (self.tr("Every note"), _EVERY),
                (self.tr("Resolved"), _RESOLVED),
            ),
            last=self.tr("Bring in notes…"),
        )
        self.pane.narrow_by(_is_of)

    def save_beside(self, folder: Path) -> None:
        """Look in this folder first for files."""
        self._folder = folder

    def allow_change(self, *, allowed: bool) -> None:
        """Offer to deal with notes, or only to read them."""
        self.pane.may_change = allowed
        self.pane.leave.setVisible(allowed)

    def show_notes(self, rows: "tuple[NoteRow, ...]", *, can_change: bool) -> None:
        """Show the notes."""
        self.pane.show_cards([card_of_received(row, can_change=can_change) for row in rows])

    def ask_answer(self, card: NoteCard | None, text: str, answer_id: UUID | None) -> None:
        """Ask what is answered."""
        form = Form(name="note_answer")
        if card is not None:
            form.add_widget(wrapped_label(card.text, "muted"))
        form.add("text", self.tr("Answer"), LongTextField(lines=4))
        form.set_values({"text": text})
        title = self.tr("Answer {author}").format(author=card.head) if card else self.tr("Answer")
        dialog = self._open(title, form, save=self.tr("Save the answer"))
        note_id = card.key if card is not None else None
        dialog.submitted.connect(
            lambda values: self.answered.emit(note_id, answer_id, values["text"])
        )

    def agrees_to_delete(self, answer: AnswerCard) -> bool:
        """Ask whether an answer shall go."""
        return self._notifier.ask(
            self.tr("Delete this answer?"), answer.text, agree=self.tr("Delete the answer")
        )

    def ask_proposal(self, card: NoteCard, parties: Sequence[tuple[UUID, str]]) -> None:
        """Ask what is proposed, and by whom."""
        form = Form(name="note_proposal")
        form.add_widget(wrapped_label(f"{card.head}: {card.text}", "muted"))
        form.add("party_id", self.tr("Proposed by"), OptionField(list(parties)))
        form.add(
            "texts",
            self.tr("New wording"),
            NamesField([card.row.place.language], long=True),
            hint=self.tr("May stay empty until the wording is known; the note is the reason."),
        )
        if card.row.side_id is not None:
            form.set_values({"party_id": card.row.side_id})
        title = self.tr("Proposal for {name}").format(name=card.row.place.name)
        dialog = self._open(title, form, save=self.tr("Enter the proposal"))
        dialog.submitted.connect(lambda values: self.proposed.emit(card.key, values))

    def say_no_draft(self, card: NoteCard) -> None:
        """Say that there is no draft that a proposal could be for."""
        self._notifier.tell(
            self.tr("There is no draft of a new version of these rules."),
            self.tr("Begin one first: Rules, Draft the next version."),
        )

    def say_proposed(self) -> None:
        """Say where the proposal is."""
        self._notifier.tell(
            self.tr("The note is a proposal now."),
            self.tr("It stands at its provision among the rules being drafted."),
        )

    def choose_file(self) -> Path | None:
        """Ask for a file of notes."""
        return self._notifier.choose_file(
            FileKind.NOTES, title=self.tr("Bring in notes"), folder=self._folder
        )

    def show_arriving(self, path: Path, preview: "NotesPreview") -> None:
        """Show what a file of notes holds, and ask whether to take it in."""
        form = Form(name="arriving_notes")
        counts = {str(kind.value): count for kind, count in preview.counts.items()}
        told = self.tr("New: {new} · Revised: {revised} · Here already: {here}").format(
            **{key: counts.get(key, 0) for key in ("new", "revised", "here")}
        )
        form.add_widget(wrapped_label(self._origin(preview), "muted"))
        form.add_widget(wrapped_label(told, "strong", name="arriving_counts"))
        lost = sum(row.placing.is_orphan for row in preview.rows)
        for count, words in (
            (lost, self.tr("What they speak of is gone: {count}")),
            (preview.reopened, self.tr("Resolved before, and open again: {count}")),
        ):
            if count:
                form.add_widget(wrapped_label(words.format(count=count), "open"))
        for row in preview.rows:
            card = card_of_arriving(row)
            form.add_widget(CardFrame(card, with_place=True, may_change=False))
        title = self.tr("Bring in “{name}”").format(name=preview.file_name)
        dialog = self._open(title, form, save=self.tr("Bring them in"))
        dialog.submitted.connect(lambda _values: self.merge_requested.emit(path))

    def show_merged(self, new: int, revised: int, here: int) -> None:
        """Say what was taken in."""
        self.close_saved()
        told = self.tr("New: {new} · Revised: {revised} · Here already: {here}")
        self._notifier.tell(
            self.tr("The notes are in."), told.format(new=new, revised=revised, here=here)
        )

    def show_refused(self, problem: Misfortune) -> None:
        """Show why it was not done; what was entered stays."""
        if self._dialog is not None:
            self._dialog.show_refused(problem)
        else:
            self._notifier.tell_misfortune(problem.sentence, problem.remedy)

    def close_saved(self) -> None:
        """Close: it is done."""
        if self._dialog is not None:
            self._dialog.close_saved()

    def _origin(self, preview: "NotesPreview") -> str:
        authors = ", ".join((*preview.author_names, *preview.sides))
        parts = [authors, preview.body_name, preview.pack_title]
        if preview.pack_on is not None:
            parts.append(self.tr("as of {day}").format(day=dates.day_and_year(preview.pack_on)))
        if not preview.pack_known:
            parts.append(self.tr("written on a pack that was not made in this workspace"))
        return " · ".join(part for part in parts if part)

    def _open(self, title: str, form: Form, *, save: str) -> FormDialog:
        dialog = FormDialog(
            title, form, save=save, notifier=self._notifier, parent=self._window.window()
        )
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        return dialog

    def _forget(self, _result: Any) -> None:
        self._dialog = None


def _is_of(card: NoteCard, kind: str) -> bool:
    resolved = str(card.row.state.value) == "resolved"
    return kind == _EVERY or resolved == (kind == _RESOLVED)
