"""Shows a reader's own notes beside the text, and the windows to change and send them in."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui import phrases
from app.ui.notes.acts import FILE, SHEET
from app.ui.notes.cards import NoteCard, card_of_own
from app.ui.notes.pane import NotesPane, Where
from app.ui.notes.writing import WritingBox
from app.ui.notify import FileKind, Notifier
from app.ui.widgets.fields import CheckField, LongTextField, OptionField, TextField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.services.notes.rows import OwnNote, Writer

_EVERY, _OURS, _PRIVATE = "all", "ours", "private"


class OwnNotesPane(QObject):
    """The pane and its windows.

    Signals:
        changed: The key of a note, and what was entered for it.
        sending: What was entered about the file that shall be sent.
    """

    changed = Signal(object, object)
    sending = Signal(object)

    def __init__(self, *, window: QWidget, notifier: Notifier) -> None:
        super().__init__(window)
        self._window = window
        self._notifier = notifier
        self._dialog: FormDialog | None = None
        self._folder = Path.home()
        self.pane = NotesPane(
            kinds=(
                (self.tr("Every note"), _EVERY),
                (self.tr("For the secretariat"), _OURS),
                (self.tr("Private"), _PRIVATE),
            ),
            last=self.tr("Send to the secretariat…"),
        )
        self.pane.narrow_by(_is_of)
        self.box = WritingBox()
        self.pane.writing.addWidget(self.box)

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first for files."""
        self._folder = folder

    def show_notes(self, notes: "tuple[OwnNote, ...]") -> None:
        """Show the notes."""
        self.pane.show_cards([card_of_own(note) for note in notes])

    def show_problem(self, problem: Misfortune) -> None:
        """Say why the notes cannot be read; the text can be."""
        self.pane.show_problem(problem.sentence, problem.remedy)

    def show_refused(self, problem: Misfortune) -> None:
        """Say why a note was not kept; its words stay where they were written."""
        if self._dialog is not None:
            self._dialog.show_refused(problem)
        else:
            self.box.show_refused(problem)

    def show_kept(self) -> None:
        """Hear that a note was kept."""
        if self._dialog is not None:
            self._dialog.close_saved()
        else:
            self.box.clear()
            self.pane.show_where(Where.HERE)

    def ask_words(self, note: "OwnNote") -> None:
        """Ask what a note shall say from now on."""
        form = Form(name="own_note")
        form.add("text", self.tr("Note"), LongTextField(lines=5))
        form.add("ours", "", CheckField(self.tr("For the secretariat")))
        form.set_values({"text": note.text, "ours": note.for_secretariat})
        title = self.tr("Note on {name}").format(name=note.place.name)
        dialog = self._open(title, form, save=self.tr("Save"))
        dialog.submitted.connect(lambda values: self.changed.emit(note.uid, values))

    def agrees_to_delete(self, note: "OwnNote") -> bool:
        """Ask whether a note shall go."""
        return self._notifier.ask(
            self.tr("Delete this note on {name}?").format(name=note.place.name),
            note.text,
            agree=self.tr("Delete the note"),
        )

    def ask_sending(self, writer: "Writer", ours: "tuple[OwnNote, ...]", *, private: int) -> None:
        """Show what would go to the secretariat, and ask in which form."""
        form = Form(name="send_notes")
        form.add("author", self.tr("Your name"), TextField(max_length=120))
        sides = [(None, self.tr("Not said")), *((side.id, side.name) for side in writer.sides)]
        form.add("side_id", self.tr("You speak for"), OptionField(sides))
        forms = [
            (FILE, self.tr("A small file of notes, which the secretariat brings in")),
            (SHEET, self.tr("A sheet of comments for Word")),
        ]
        form.add("form", self.tr("Send as"), OptionField(forms))
        languages = [(tag, phrases.say("language", tag)) for tag in ("en", "ko", "mn", "ja")]
        form.add("language", self.tr("Language of the sheet"), OptionField(languages))
        form.show_field("language", shown=False)
        form.changed.connect(
            lambda: form.show_field("language", shown=form.field("form").value() == SHEET)
        )
        form.add_heading(self.tr("What goes: {count}").format(count=len(ours)))
        for note in ours:
            form.add_widget(wrapped_label(f"{note.place.name}: {note.text}"))
        if private:
            told = self.tr("What stays here, as it is private: {count}").format(count=private)
            form.add_widget(wrapped_label(told, "muted", name="send_notes_private"))
        form.set_values({"author": writer.author, "side_id": writer.side_id, "form": FILE})
        title = self.tr("Send notes to the secretariat")
        dialog = self._open(title, form, save=self.tr("Save the file…"))
        dialog.submitted.connect(self.sending)

    def choose_file(self, form: str) -> Path | None:
        """Ask where the file shall be written."""
        kind = FileKind.WORD if form == SHEET else FileKind.NOTES
        chosen = self._notifier.choose_new_file(
            kind,
            title=self.tr("Save the notes"),
            suggestion=self._folder / self.tr("Notes.{kind}").format(kind=kind.value),
        )
        if chosen is None and self._dialog is not None:
            self._dialog.allow_again()
        return chosen

    def show_sent(self, path: Path, count: int) -> None:
        """Say that the file is written."""
        if self._dialog is not None:
            self._dialog.close_saved()
        self._notifier.tell(
            self.tr("“{name}” holds what you wrote for the secretariat: {count}.").format(
                name=path.name, count=count
            ),
            self.tr("Send it by e-mail. It is here: {folder}").format(folder=path.parent),
        )

    def say_nothing_to_send(self, private: int) -> None:
        """Say that no note is for the secretariat."""
        self._notifier.tell(
            self.tr("None of your notes is for the secretariat."),
            self.tr("Private notes: {count}. Mark those that you want to send.").format(
                count=private
            ),
        )

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
    ours = bool(card.row.for_secretariat)
    return kind == _EVERY or ours == (kind == _OURS)
