"""Asks for the files and the answers that the Templates page needs, and tells what was said."""

from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.notify import FileKind, Notifier
from app.ui.templates import words
from app.ui.templates.dialogs import LONGEST, copy_dialog, form_dialog
from app.ui.templates.entries import PARTS, Entry
from app.ui.templates.view import NewForm
from app.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.own_forms import FormReport, OwnFormRow


class Asking(QObject):
    """The questions of the page.

    Signals:
        form_looked_into: The Word file that may become a form.
        add_form_requested: What the user says of a new Word form.
        change_form_requested: What the user says of the form that is shown.
        copy_requested: The language and the code of the body that a template is begun for.
        restore_requested: The user wants the shipped template, and was asked.
        form_file_chosen: The file that replaces the form that is shown.
        form_removed: The user wants the form taken away, and was asked.
        form_opened: The folder into which a copy of the form goes.
        letter_placed: Where the letter goes that the form makes.
        style_opened: The file to which the house style goes.
        style_chosen: The house style that was changed.
        style_restored: The user wants that of JWG Desk, and was asked.
        logo_chosen: A picture for the letterhead, or none.

    Attributes:
        bodies: The bodies that forms and templates can be for: key, code and name.
        folder: Where files are looked for first.
        entry: The template that is shown.
        form: The Word form that is shown.
    """

    form_looked_into = Signal(object)
    add_form_requested = Signal(object)
    change_form_requested = Signal(object)
    copy_requested = Signal(str, str)
    restore_requested = Signal()
    form_file_chosen = Signal(object)
    form_removed = Signal()
    form_opened = Signal(object)
    letter_placed = Signal(object)
    style_opened = Signal(object)
    style_chosen = Signal(object)
    style_restored = Signal()
    logo_chosen = Signal(object)

    def __init__(self, parent: QWidget, *, notifier: Notifier) -> None:
        super().__init__(parent)
        self._over = parent
        self._notifier = notifier
        self._dialog: FormDialog | None = None
        self.bodies: tuple[tuple[UUID, str, str], ...] = ()
        self.folder = Path.home()
        self.entry: Entry | None = None
        self.form: OwnFormRow | None = None

    def add_form(self) -> None:
        """Ask for a Word file that may become a form."""
        path = self._notifier.choose_file(
            FileKind.WORD, title=self.tr("Add a Word form"), folder=self.folder
        )
        if path is None:
            return
        self.folder = path.parent
        self.form_looked_into.emit(path)

    def ask_about_form(self, path: Path, report: "FormReport") -> None:
        """Show what a Word file has in it, and ask what it is called and for whom."""
        values = {"name": path.stem[:LONGEST], "language": "en", "body_id": None, "note": ""}
        dialog = self._open(
            form_dialog(
                path=path,
                report=report,
                values=values,
                bodies=[(key, name) for key, _code, name in self.bodies],
                notifier=self._notifier,
                parent=self._over,
            )
        )
        dialog.submitted.connect(
            lambda told: self.add_form_requested.emit(NewForm(path=path, **told))
        )

    def change_form(self) -> None:
        """Ask what the form is called and for whom from now on."""
        row = self.form
        if row is None:
            return
        values = {
            "name": row.name,
            "language": row.language,
            "body_id": row.body_id,
            "note": row.note,
        }
        dialog = self._open(
            form_dialog(
                path=None,
                report=None,
                values=values,
                bodies=[(key, name) for key, _code, name in self.bodies],
                notifier=self._notifier,
                parent=self._over,
            )
        )
        dialog.submitted.connect(
            lambda told: self.change_form_requested.emit(NewForm(path=Path(), **told))
        )

    def ask_for_copy(self) -> None:
        """Ask for which language and body a template is begun."""
        entry = self.entry
        if entry is None:
            return
        dialog = self._open(
            copy_dialog(
                language=entry.language,
                bodies=[(code, name) for _key, code, name in self.bodies],
                for_bodies=entry.document != PARTS,
                notifier=self._notifier,
                parent=self._over,
            )
        )
        dialog.submitted.connect(
            lambda told: self.copy_requested.emit(told["language"], told.get("body_code", ""))
        )

    def _open(self, dialog: FormDialog) -> FormDialog:
        self._dialog = dialog
        dialog.open()
        return dialog

    def ask_to_restore(self) -> None:
        """Ask before a template of one's own is given up."""
        shipped = self.entry is not None and self.entry.is_shipped
        question = (
            self.tr("Go back to the template of JWG Desk?")
            if shipped
            else self.tr("Remove this template?")
        )
        agree = self.tr("Go back") if shipped else self.tr("Remove")
        if self._notifier.ask(question, self.tr("Your wording is taken away."), agree=agree):
            self.restore_requested.emit()

    def open_form(self) -> None:
        """Have a copy of the form written where it can be opened."""
        self.form_opened.emit(Path(mkdtemp(prefix="jwg-desk-")))

    def choose_form_file(self) -> None:
        """Ask for the file that replaces the form."""
        path = self._choose(self.tr("Replace the form"))
        if path is not None:
            self.form_file_chosen.emit(path)

    def ask_to_remove(self) -> None:
        """Ask before a form is taken away."""
        name = self.form.name if self.form is not None else ""
        question = self.tr("Remove the form “{name}”?").format(name=name)
        detail = self.tr("Letters that were written with it are kept.")
        if self._notifier.ask(question, detail, agree=self.tr("Remove")):
            self.form_removed.emit()

    def ask_to_replace_form(self, path: Path, report: "FormReport") -> bool:
        """Ask whether a file is wanted as the form, where something is left out of it."""
        question = self.tr("Replace the form by “{name}”?").format(name=path.name)
        left_out = "\n".join(f"• {each}" for each in words.removed_in_short(report.removed))
        detail = self.tr("This is left out of it:") + "\n" + left_out
        return self._notifier.ask(question, detail, agree=self.tr("Replace"))

    def ask_to_issue(self, name: str) -> Path | None:
        """Ask whether a letter shall be issued, and where it shall be written; nothing if not."""
        agreed = self._notifier.ask(
            self.tr("Issue “{name}”?").format(name=Path(name).stem),
            self.tr(
                "A copy of it is kept in the workspace for good, with the day and a fingerprint "
                "by which it can be recognised. You are asked next where the Word file shall be "
                "written."
            ),
            agree=self.tr("Issue…"),
        )
        if not agreed:
            return None
        path = self._notifier.choose_new_file(
            FileKind.WORD, title=self.tr("Issue the letter"), suggestion=self.folder / name
        )
        if path is not None:
            self.folder = path.parent
        return path

    def place_letter(self) -> None:
        """Ask where the letter goes that the form makes."""
        name = f"{self.form.name}.docx" if self.form is not None else ""
        path = self._notifier.choose_new_file(
            FileKind.WORD, title=self.tr("Save the letter"), suggestion=self.folder / name
        )
        if path is not None:
            self.folder = path.parent
            self.letter_placed.emit(path)

    def place_style(self) -> None:
        """Ask where the copy of the house style goes."""
        path = self._notifier.choose_new_file(
            FileKind.WORD,
            title=self.tr("Where shall the copy of the house style be?"),
            suggestion=self.folder / self.tr("House style.docx"),
        )
        if path is not None:
            self.folder = path.parent
            self.style_opened.emit(path)

    def choose_style(self) -> None:
        """Ask for the house style that was changed."""
        path = self._choose(self.tr("Use a house style that was changed in Word"))
        if path is not None:
            self.style_chosen.emit(path)

    def ask_to_restore_style(self) -> None:
        """Ask before the house style of one's own is given up."""
        question = self.tr("Go back to the house style of JWG Desk?")
        detail = self.tr("Documents that are saved already stay as they are.")
        if self._notifier.ask(question, detail, agree=self.tr("Go back")):
            self.style_restored.emit()

    def choose_logo(self) -> None:
        """Ask for a picture for the letterhead."""
        path = self._notifier.choose_file(
            FileKind.PICTURE, title=self.tr("Choose a logo"), folder=self.folder
        )
        if path is not None:
            self.folder = path.parent
            self.logo_chosen.emit(path)

    def remove_logo(self) -> None:
        """Have the picture taken away."""
        self.logo_chosen.emit(None)

    def _choose(self, title: str) -> Path | None:
        path = self._notifier.choose_file(FileKind.WORD, title=title, folder=self.folder)
        if path is not None:
            self.folder = path.parent
        return path

    def ask_what_to_do(self, sentence: str) -> str | None:
        """Ask whether to keep both files, or to replace the one that was changed, or neither."""
        answers = ("keep-both", "replace")
        place = self._notifier.choose(
            sentence,
            self.tr("Keep both writes the new one beside it under another name."),
            answers=(self.tr("Keep both"), self.tr("Replace")),
        )
        return answers[place] if place is not None else None

    def close_dialog(self) -> None:
        """Close the dialog that is open: what it asked for was done."""
        if self._dialog is not None:
            self._dialog.close_saved()
            self._dialog = None

    def refuse_dialog(self, problem: Any) -> None:
        """Show in the dialog that is open why it was not done."""
        if self._dialog is not None:
            self._dialog.show_refused(problem)
