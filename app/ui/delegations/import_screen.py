"""The window of an import as its presenter sees it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui import people_words
from app.ui.delegations.import_dialog import ImportDialog
from app.ui.delegations.import_view import ImportSetup, TableShown
from app.ui.notify import Notifier
from app.ui.widgets.fields import RecordField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.import_rows import ImportRow
    from app.ui.delegations.importing import ImportPresenter


class ImportScreen(QObject):
    """Shows what the presenter of an import decides, and asks."""

    def __init__(self, *, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._folder = Path.home()
        self._presenter: ImportPresenter | None = None
        self._window: Callable[[], QWidget] | None = None
        self._dialog: ImportDialog | None = None
        self._setup: ImportSetup | None = None

    def join(self, presenter: "ImportPresenter", *, window: Callable[[], QWidget]) -> None:
        """Know who is to be told what the user does."""
        self._presenter = presenter
        self._window = window

    def look_beside(self, folder: Path) -> None:
        """Offer this folder first when a file is chosen."""
        self._folder = folder

    def open_import(self, setup: ImportSetup) -> None:
        """Open the window, with nothing read yet."""
        presenter = self._presenter
        if presenter is None:
            return
        parent = self._window() if self._window is not None else None
        dialog = ImportDialog(setup, notifier=self._notifier, parent=parent)
        dialog.source.look_beside(self._folder)
        dialog.source.file_chosen.connect(presenter.read_file)
        dialog.source.text_entered.connect(presenter.read_text)
        layout, preview = dialog.preview.layout_line, dialog.preview
        layout.side_chosen.connect(presenter.choose_side)
        layout.role_chosen.connect(presenter.choose_role)
        layout.sheet_chosen.connect(presenter.choose_sheet)
        layout.heading_chosen.connect(presenter.choose_heading)
        layout.encoding_chosen.connect(presenter.choose_encoding)
        layout.hidden_chosen.connect(self._choose_hidden)
        preview.columns.use_chosen.connect(presenter.choose_use)
        preview.created.connect(presenter.create)
        preview.left_out.connect(presenter.leave_out)
        preview.taken_back.connect(presenter.take_back)
        preview.matched.connect(presenter.match)
        preview.joined.connect(presenter.join)
        preview.person_wanted.connect(self._ask_who)
        dialog.submitted.connect(presenter.submit)
        dialog.stop_wanted.connect(presenter.stop)
        dialog.finished.connect(self._forget)
        self._dialog, self._setup = dialog, setup
        dialog.open()

    def show_reading(self, *, done: int, total: int) -> None:
        """Show how much of the list has been looked through."""
        if self._dialog is not None:
            self._dialog.show_reading(done, total)

    def show_table(self, table: TableShown) -> None:
        """Show how the list is laid out."""
        if self._dialog is not None:
            self._dialog.show_table(table)

    def show_rows(self, rows: "tuple[ImportRow, ...]") -> None:
        """Show what becomes of each row."""
        if self._dialog is not None:
            self._dialog.show_rows(rows)

    def show_unreadable(self, problem: Misfortune) -> None:
        """Show why nothing could be read; the window stays for another try."""
        if self._dialog is not None:
            self._dialog.show_unreadable(problem)

    def show_importing(self) -> None:
        """Show that the rows are being stored."""
        if self._dialog is not None:
            self._dialog.show_storing()

    def report_progress(self, done: int, total: int) -> None:
        """Hear, from any thread, how many rows have been stored."""
        if self._dialog is not None:
            self._dialog.report_progress(done, total)

    def show_refused(self, problem: Misfortune) -> None:
        """Show why nothing was stored; the preview stays."""
        if self._dialog is not None:
            self._dialog.show_refused(problem)

    def close_imported(self) -> None:
        """Close: everything is stored."""
        if self._dialog is not None:
            self._dialog.close_imported()

    def _choose_hidden(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        if self._presenter is not None:
            self._presenter.choose_hidden(wanted=wanted)

    def _ask_who(self, number: int) -> None:
        """Ask for the known person that a row is about."""
        if self._setup is None or self._dialog is None:
            return
        form = Form(name="import_person")
        field = RecordField(optional=False)
        persons = self._setup.persons
        field.offer(
            [(row.id, people_words.label_person(row)) for row in persons],
            also=[" ".join(row.spellings) for row in persons],
        )
        form.add("person_id", self.tr("Person"), field)
        dialog = FormDialog(
            self.tr("Who is in row {number}?").format(number=number),
            form,
            save=self.tr("It is this person"),
            notifier=self._notifier,
            parent=self._dialog,
        )
        dialog.submitted.connect(partial(self._take_person, dialog, number))
        dialog.open()

    def _take_person(self, dialog: FormDialog, number: int, values: dict[str, object]) -> None:
        dialog.close_saved()
        if self._presenter is not None:
            self._presenter.match(number, values["person_id"])  # type: ignore[arg-type]

    def _forget(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
        self._setup = None
