"""Opens the dialogs of the papers' tab, and tells what they ask for; one is open at a time."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.notify import Notifier
from app.ui.papers.drafts_dialog import DraftsDialog
from app.ui.papers.folder_dialog import FolderDialog
from app.ui.papers.paper_forms import file_form, paper_form, twin_form
from app.ui.papers.sheet import PapersSheet
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.meeting_folders import FolderPlan
    from app.services.papers import PaperDetail
    from app.ui.papers.drafts import FileDraft

_WIDE = 640


class PaperDialogs(QObject):
    """The dialogs.

    Signals:
        registered: The files that shall become papers.
        symbol_wanted: A file, its category, and the symbols that are taken.
        paper_saved: A paper, its changed fields and the version that was read.
        file_added: A paper, the language and the file.
        twins_linked: The confidential paper and its redacted form.
        scope_chosen: For whom the folder of the meeting shall be.
        folder_wanted: The plan of the folder, and whether it becomes an archive.
    """

    registered = Signal(tuple)
    symbol_wanted = Signal(int, str, tuple)
    paper_saved = Signal(object, dict, int)
    file_added = Signal(object, str, object)
    twins_linked = Signal(object, object)
    scope_chosen = Signal(str)
    folder_wanted = Signal(object, bool)

    def __init__(self, above: QWidget, *, notifier: Notifier) -> None:
        super().__init__(above)
        self._above = above
        self._notifier = notifier
        self._open: FormDialog | DraftsDialog | FolderDialog | None = None

    def close_saved(self) -> None:
        """Close the dialog that is open, now that what it asked for is done."""
        if self._open is not None:
            self._open.accept()

    def show_refused(self, problem: Misfortune) -> bool:
        """Say in the dialog that is open why nothing was done; say whether one is open."""
        if self._open is None:
            return False
        self._open.show_refused(problem)
        return True

    def show_drafts(self, drafts: "tuple[FileDraft, ...]", sheet: PapersSheet) -> None:
        """Ask what files shall be called as papers."""
        dialog = DraftsDialog(drafts, sheet, notifier=self._notifier, parent=self._above)
        dialog.submitted.connect(self.registered)
        dialog.symbol_wanted.connect(self.symbol_wanted)
        self._take(dialog)
        dialog.open()

    def show_symbol(self, draft_id: int, symbol: str) -> None:
        """Show the symbol that is proposed for one of the files."""
        if isinstance(self._open, DraftsDialog):
            self._open.show_symbol(draft_id, symbol)

    def show_paper(self, paper: "PaperDetail", sheet: PapersSheet) -> None:
        """Show a paper with all that can be changed in it."""
        title = self.tr("Paper {symbol}").format(symbol=paper.symbol)
        take = partial(self._tell_paper, paper)
        self._show(title, paper_form(paper, sheet), self.tr("Save"), take, width=_WIDE)

    def ask_file(self, paper: "PaperDetail", path: Path, sheet: PapersSheet) -> None:
        """Ask in which language a further file of a paper is."""
        title = self.tr("Add “{file}” to {symbol}").format(file=path.name, symbol=paper.symbol)
        take = partial(self._tell_file, paper, path)
        self._show(title, file_form(paper, sheet), self.tr("Add file"), take)

    def ask_twin(self, paper: "PaperDetail", others: "tuple[PaperDetail, ...]") -> None:
        """Ask which paper is the redacted form of a confidential one."""
        title = self.tr("Redacted form of {symbol}").format(symbol=paper.symbol)
        take = partial(self._tell_twin, paper)
        self._show(title, twin_form(paper, others), self.tr("Link"), take)

    def show_folder(self) -> None:
        """Ask for whom the meeting shall be written as a folder."""
        dialog = FolderDialog(parent=self._above)
        dialog.scope_chosen.connect(self.scope_chosen)
        dialog.save_wanted.connect(self.folder_wanted)
        self._take(dialog)
        dialog.start()

    def show_plan(self, plan: "FolderPlan") -> None:
        """Show what goes into the folder of the meeting."""
        if isinstance(self._open, FolderDialog):
            self._open.show_plan(plan)

    def begin_writing(self) -> Callable[[int, int], bool]:
        """Show that the folder is being written; return what takes how far it is."""
        if not isinstance(self._open, FolderDialog):
            return lambda _done, _total: True
        self._open.begin_writing()
        return self._open.tell_progress

    def _show(
        self,
        title: str,
        form: Form,
        save: str,
        take: Callable[[dict[str, Any]], None],
        **look: Any,
    ) -> None:
        dialog = FormDialog(
            title, form, save=save, notifier=self._notifier, parent=self._above.window(), **look
        )
        dialog.submitted.connect(take)
        self._take(dialog)
        dialog.open()

    def _take(self, dialog: "FormDialog | DraftsDialog | FolderDialog") -> None:
        self._open = dialog
        dialog.finished.connect(self._forget)

    def _forget(self) -> None:
        self._open = None

    def _tell_paper(self, paper: "PaperDetail", values: dict[str, Any]) -> None:
        self.paper_saved.emit(paper.id, values, paper.version)

    def _tell_file(self, paper: "PaperDetail", path: Path, values: dict[str, Any]) -> None:
        self.file_added.emit(paper.id, values["language"], path)

    def _tell_twin(self, paper: "PaperDetail", values: dict[str, Any]) -> None:
        self.twins_linked.emit(paper.id, values["twin_id"])
