"""Shows the dialogs of whole workspaces, and asks for folders and files through the notifier."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.notify import FileKind, Notifier
from app.ui.whole_workspace import words
from app.ui.whole_workspace.export_dialog import ExportDialog
from app.ui.whole_workspace.opening_dialog import OpeningDialog
from app.ui.whole_workspace.presenter import Progress

if TYPE_CHECKING:
    from app.services.whole_workspace.exporting import Exported
    from app.services.whole_workspace.importing import ExportSummary, Imported

_ZIP = ".zip"


class WholeWorkspaceView(QObject):
    """What is shown and asked.

    Signals:
        export_wanted: Where the export shall be, and whether it becomes an archive.
        opening_wanted: The export, and where the workspace shall be.
    """

    export_wanted = Signal(object, bool)
    opening_wanted = Signal(object, object)

    def __init__(self, *, window: QWidget, notifier: Notifier) -> None:
        super().__init__(window)
        self._window = window
        self._notifier = notifier
        self._beside = Path()
        self._suggestion = ""
        self._export: ExportDialog | None = None
        self._opening: OpeningDialog | None = None

    def save_beside(self, folder: Path) -> None:
        """Begin the search for a place in this folder."""
        self._beside = folder

    def show_export(self, name: str, suggestion: str) -> None:
        """Open the dialog that exports a workspace, and say what the export may be called."""
        self._suggestion = suggestion
        self._export = ExportDialog(name, parent=self._window)
        self._export.wanted.connect(self._ask_where_to_export)
        self._export.finished.connect(self._forget)
        self._export.open()

    def show_exported(self, made: "Exported") -> None:
        """Say what was written, and where."""
        if self._export is not None:  # else it was closed before it came to a stop
            folder = made.path if made.path.is_dir() else made.path.parent
            self._export.folder_wanted.connect(lambda: self._notifier.open_outside(folder))
            self._export.show_made(made)

    def show_export_refused(self, problem: Misfortune) -> None:
        """Say why nothing was written."""
        if self._export is not None:
            self._export.show_refused(problem)

    def export_progress(self) -> Progress:
        """Return what the export tells its progress to, from any thread."""
        return self._export.tell_progress if self._export is not None else _go_on

    def choose_export(self) -> Path | None:
        """Ask for an exported workspace."""
        return self._notifier.choose_file(
            FileKind.EXPORT,
            title=self.tr("Choose the zip archive, or manifest.json in the folder of the export"),
            folder=self._beside,
        )

    def show_found(self, path: Path, summary: "ExportSummary") -> None:
        """Open the dialog that makes a workspace of an export, and show what is in it."""
        self._opening = OpeningDialog(summary, parent=self._window)
        self._opening.act.clicked.connect(lambda: self._ask_where_to_open(path, summary.name))
        self._opening.finished.connect(self._forget)
        self._opening.open()

    def show_opening_refused(self, problem: Misfortune) -> None:
        """Say why no workspace was made."""
        if self._opening is not None:
            self._opening.show_refused(problem)

    def opening_progress(self) -> Progress:
        """Return what the opening tells its progress to, from any thread."""
        return self._opening.tell_progress if self._opening is not None else _go_on

    def show_made(self, made: "Imported") -> None:
        """Say that a workspace was made of an export."""
        if self._opening is not None:
            self._opening.end()
            self._opening.accept()
        told = self.tr("“{name}” holds everything that the export holds: {records} records.")
        sealed = self.tr("Every seal fits. The last one is {seal}.").format(
            seal=words.fingerprint(made.last_seal)
        )
        self._notifier.tell(
            told.format(name=made.path.name, records=words.figure(made.records)),
            sealed if made.seals else "",
        )

    def _ask_where_to_export(self, as_zip: bool) -> None:  # noqa: FBT001
        title = self.tr("Export workspace")
        if as_zip:
            suggestion = self._beside / f"{self._suggestion}{_ZIP}"
            chosen = self._notifier.choose_place(title=title, suggestion=suggestion)
            target = chosen and _with_zip(chosen)
        else:
            folder = self._notifier.choose_folder(title=title, folder=self._beside)
            target = folder and folder / self._suggestion
        if target is not None and self._export is not None:
            self._export.begin()
            self.export_wanted.emit(target, as_zip)

    def _ask_where_to_open(self, path: Path, name: str) -> None:
        chosen = self._notifier.choose_new_file(
            FileKind.WORKSPACE,
            title=self.tr("Open exported workspace"),
            suggestion=self._beside / f"{name.removesuffix(_ZIP)}.{FileKind.WORKSPACE}",
        )
        if chosen is not None and self._opening is not None:
            self._opening.begin()
            self.opening_wanted.emit(path, chosen)

    def _forget(self) -> None:
        """A dialog that was closed is gone."""
        self._export = self._opening = None


def _with_zip(path: Path) -> Path:
    return path if path.suffix.lower() == _ZIP else path.with_name(f"{path.name}{_ZIP}")


def _go_on(_done: int, _total: int) -> bool:
    return True
