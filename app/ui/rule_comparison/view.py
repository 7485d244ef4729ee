"""Opens the window in which two texts of rules are compared, and asks for a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.notify import FileKind, Notifier
from app.ui.rule_comparison.dialog import ComparisonDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.rule_library.counterparts import RulesChoice, RulesComparison

_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


class ComparisonView(QObject):
    """One window at a time.

    Signals:
        pair_chosen: Which two texts shall be compared.
        save_requested: The comparison shall be saved as a Word file.
    """

    pair_chosen = Signal(object)
    save_requested = Signal()

    def __init__(self, *, window: QWidget, notifier: Notifier) -> None:
        super().__init__(window)
        self._window = window
        self._notifier = notifier
        self._folder = Path.home()
        self._dialog: ComparisonDialog | None = None

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a file is saved."""
        self._folder = folder

    def open_comparison(self, choices: "Sequence[RulesChoice]", first: UUID | None) -> None:
        """Open the window with the rules that can be compared."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        dialog = ComparisonDialog(choices, first, parent=self._window.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.pair_chosen.connect(self.pair_chosen)
        dialog.save_requested.connect(self.save_requested)
        dialog.notice.open_requested.connect(self._notifier.open_outside)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.start()

    def show_comparison(self, compared: "RulesComparison") -> None:
        """Show two texts side by side."""
        if self._dialog is not None:
            self._dialog.show_comparison(compared)

    def show_problem(self, problem: Misfortune) -> None:
        """Say why the two cannot be compared."""
        if self._dialog is not None:
            self._dialog.show_problem(problem)

    def choose_file(self, suggestion: str) -> Path | None:
        """Ask where the Word file shall be written."""
        name = f"{suggestion.translate(_FORBIDDEN)[:120].strip()}.docx"
        chosen = self._notifier.choose_new_file(
            FileKind("docx"), title=self.tr("Save the comparison"), suggestion=self._folder / name
        )
        if chosen is not None:
            self._folder = chosen.parent
        return chosen

    def show_saved(self, path: Path) -> None:
        """Say that a file was written."""
        if self._dialog is not None:
            self._dialog.notice.show_path(path)

    def tell_too_few(self) -> None:
        """Say that there are no two texts to compare."""
        self._notifier.tell(
            self.tr("There are no two texts of rules to compare."),
            self.tr("Bring in the rules of another body first."),
        )

    def _forget(self, _result: Any) -> None:
        self._dialog = None
