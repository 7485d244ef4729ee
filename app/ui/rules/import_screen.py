"""Opens the window that brings rules in, and passes on what is said to it and by it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.notify import Notifier
from app.ui.rules.import_dialog import ImportDialog
from app.ui.rules.import_view import ImportSetup
from app.ui.steps import Steps

if TYPE_CHECKING:
    from app.services.rule_imports import Alignment, ImportPreview
    from app.ui.rules.importing import ImportPresenter


class ImportScreen:
    """Is the view of the presenter; between two imports there is no window."""

    def __init__(self, parent: QWidget, *, notifier: Notifier) -> None:
        self._parent = parent
        self._notifier = notifier
        self._folder = Path.home()
        self._dialog: ImportDialog | None = None
        self.presenter: ImportPresenter | None = None

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a file is chosen."""
        self._folder = folder

    def open_import(self, setup: ImportSetup) -> None:
        """Open the window."""
        presenter = self.presenter
        if presenter is None or self._dialog is not None:
            return
        dialog = ImportDialog(setup, notifier=self._notifier, parent=self._parent.window())
        self._dialog = dialog
        dialog.source.look_beside(self._folder)
        dialog.file_wanted.connect(
            lambda path, language, encoding: presenter.read_file(path, language, encoding=encoding)
        )
        dialog.text_wanted.connect(presenter.read_text)
        dialog.tree.step_wanted.connect(presenter.arrange)
        dialog.tree.kind_wanted.connect(
            lambda place, kind: presenter.arrange("call", place, kind=kind)
        )
        dialog.form.beside_chosen.connect(presenter.choose_beside)
        dialog.submitted.connect(presenter.submit)
        dialog.stop_wanted.connect(presenter.stop)
        dialog.finished.connect(self._forget)
        Steps(dialog).take(_open(dialog))

    def show_reading(self) -> None:
        """Show that a text is being read."""
        self._tell(lambda dialog: dialog.show_reading())

    def show_preview(self, preview: "ImportPreview") -> None:
        """Show the text as it would be taken over."""
        self._tell(lambda dialog: dialog.show_preview(preview))

    def show_rows(self, rows: Any, place: int) -> None:
        """Show the provisions as they are arranged now."""
        self._tell(lambda dialog: dialog.show_rows(rows, place))

    def show_alignment(self, alignment: "Alignment | None") -> None:
        """Show where the text differs from that of another language."""
        self._tell(lambda dialog: dialog.show_alignment(alignment))

    def show_unreadable(self, problem: Misfortune) -> None:
        """Say why a text cannot be read."""
        self._tell(lambda dialog: dialog.show_unreadable(problem))

    def show_storing(self) -> None:
        """Show that the text is being stored."""
        self._tell(lambda dialog: dialog.show_storing())

    def report_progress(self, done: int, total: int) -> None:
        """Hear, from any thread, how much is stored."""
        self._tell(lambda dialog: dialog.report_progress(done, total))

    def show_refused(self, problem: Misfortune) -> None:
        """Say why the text was not stored."""
        self._tell(lambda dialog: dialog.show_refused(problem))

    def close_imported(self) -> None:
        """Close: everything is stored."""
        self._tell(lambda dialog: dialog.close_imported())

    def _tell(self, say: Callable[[ImportDialog], None]) -> None:
        if self._dialog is not None:
            say(self._dialog)

    def _forget(self) -> None:
        self._dialog = None


def _open(dialog: ImportDialog) -> Iterator[None]:
    """Open it once the window has had its turn: there is much in it."""
    yield
    dialog.ensurePolished()
    yield
    dialog.open()
