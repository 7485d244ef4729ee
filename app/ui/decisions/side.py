"""A list with the sheet of what is chosen beside it, and the forms that open over both."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import Misfortune
from app.ui.appearance import scaled
from app.ui.decisions.asks import Ask, Material
from app.ui.decisions.register_pane import RegisterPane
from app.ui.decisions.sheet_pane import SheetPane
from app.ui.decisions.silence_list import SilencePane
from app.ui.notify import FileKind, Notifier
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog

_FOLDS_BELOW = 1000
_SHEET = 420
_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))
Forms = Mapping[Ask, tuple[Callable[[Material], Form], str, str]]


class Side(QWidget):
    """One half of the page.

    Signals:
        submitted: An Ask, and what its form says.
        saved: The path of a file that was written.
    """

    submitted = Signal(object, object)
    saved = Signal(object)

    def __init__(
        self,
        list_pane: RegisterPane | SilencePane,
        sheet: SheetPane,
        forms: Forms,
        *,
        notifier: Notifier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.list_pane, self.sheet = list_pane, sheet
        self._forms = forms
        self._notifier = notifier
        self._folder = Path.home()
        self._form: FormDialog | None = None
        self._has_gone_on = False
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(list_pane, 1)
        across.addWidget(sheet)
        list_pane.opened.connect(self.open_sheet)
        sheet.back_requested.connect(self._go_back)
        self.setFocusProxy(list_pane)

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a file is saved."""
        self._folder = folder

    def show_reading(self) -> None:
        """Say that the list is being read."""
        self.list_pane.show_reading()

    def show_bodies(self, *, shown: bool) -> None:
        """Name the body of each line, where there are those of several."""
        self.list_pane.show_bodies(shown=shown)

    def show_rows(self, rows: Any, *, chosen: UUID | None, can_change: bool) -> None:
        """Show the list, one of it chosen."""
        self.list_pane.show_rows(rows, chosen=chosen, can_change=can_change)

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is no list."""
        self.list_pane.show_problem(sentence, remedy)

    def show_sheet(self, sheet: Any, *, can_change: bool) -> None:
        """Show the record that is chosen."""
        self.sheet.show_sheet(sheet, can_change=can_change)

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self.sheet.show_nothing()
        self._has_gone_on = False
        self._fold()

    def ask(self, ask: Ask, material: Material) -> None:
        """Open a form."""
        make, title, save = self._forms[ask]
        dialog = FormDialog(
            QCoreApplication.translate("DecisionForms", title),
            make(material),
            save=QCoreApplication.translate("DecisionForms", save),
            notifier=self._notifier,
            width=640,
            parent=self.window(),
        )
        dialog.submitted.connect(partial(self._submit, ask))
        dialog.finished.connect(partial(self._forget_form, dialog))
        self._form = dialog
        dialog.open()

    def show_refused(self, problem: Misfortune) -> None:
        """Show why what is open could not be saved; what was entered stays."""
        if self._form is not None:
            self._form.show_refused(problem)
        else:
            self._notifier.tell_misfortune(problem.sentence, problem.remedy)

    def close_saved(self) -> None:
        """Close the open form: all is saved."""
        if self._form is not None:
            self._form.close_saved()

    def choose_file(self, suggestion: str, kind: str) -> Path | None:
        """Ask where a file shall be written."""
        name = f"{suggestion.translate(_FORBIDDEN)}.{kind}"
        chosen = self._notifier.choose_new_file(
            FileKind(kind), title=self.tr("Save"), suggestion=self._folder / name
        )
        if chosen is not None:
            self._folder = chosen.parent
        return chosen

    def show_saved(self, path: Path) -> None:
        """Say that a file was written."""
        self.saved.emit(path)

    def open_sheet(self) -> None:
        """Turn to the sheet, where there is no room for both."""
        self._has_gone_on = True
        self._fold()
        self.sheet.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self._fold()

    def _submit(self, ask: Ask, values: Any) -> None:
        self.submitted.emit(ask, values)

    def _forget_form(self, dialog: FormDialog, _result: int) -> None:
        if self._form is dialog:
            self._form = None

    def _go_back(self) -> None:
        self._has_gone_on = False
        self._fold()
        self.list_pane.setFocus()

    def _fold(self) -> None:
        """Show both side by side, or where there is no room one of them."""
        narrow = self.width() < scaled(_FOLDS_BELOW)
        self.sheet.offer_back(offered=narrow)
        self.list_pane.setVisible(not narrow or not self._has_gone_on)
        self.sheet.setVisible(not narrow or self._has_gone_on)
        if narrow:
            self.sheet.setMinimumWidth(0)
            self.sheet.setMaximumWidth(16_777_215)
        else:
            self.sheet.setFixedWidth(scaled(_SHEET))
