"""Shows the window of an adoption beside the text, so that both can be read together."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.adoption.form import AdoptionForm
from app.ui.notify import Notifier
from app.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.adoption.sheets import AdoptionSheet, VersionChange

_WIDTH = 620


class AdoptionView(QObject):
    """One window at a time; the page behind it can be used meanwhile.

    Signals:
        submitted: What was entered.
        notes_changed: The change note, per language.
        provision_wanted: The identity of a provision that shall be shown.
    """

    submitted = Signal(object)
    notes_changed = Signal(object)
    provision_wanted = Signal(str)

    def __init__(self, *, window: QWidget, notifier: Notifier) -> None:
        super().__init__(window)
        self._window = window
        self._notifier = notifier
        self._dialog: FormDialog | None = None
        self._form: AdoptionForm | None = None

    def open_adoption(self, sheet: "AdoptionSheet") -> None:
        """Open the window for a draft; one that is open already comes to the front."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        form = AdoptionForm(sheet)
        form.notes_changed.connect(self.notes_changed)
        form.provision_wanted.connect(self.provision_wanted)
        dialog = FormDialog(
            self.tr("Adopt {title}").format(title=sheet.title),
            form,
            save=self.tr("Adopt the text"),
            notifier=self._notifier,
            width=_WIDTH,
            parent=self._window.window(),
        )
        dialog.setModal(False)  # a jump shows its provision in the window behind
        dialog.submitted.connect(self.submitted)
        dialog.finished.connect(self._forget)
        self._dialog, self._form = dialog, form
        dialog.show()

    def show_undeclared(self, changes: "tuple[VersionChange, ...]") -> None:
        """List the changes that the note leaves out."""
        if self._form is not None:
            self._form.show_undeclared(changes)

    def agrees(self, label: str, left_out: int) -> bool:
        """Ask whether the text shall be adopted, which cannot be undone."""
        detail = self.tr("Its text is sealed then. It can only be superseded by a later version.")
        if left_out:
            told = self.tr("%n change(s) are not named in the change note.", "", left_out)
            detail = f"{told} {detail}"
        return self._notifier.ask(
            self.tr("Adopt version {label}?").format(label=label),
            detail,
            agree=self.tr("Adopt the text"),
        )

    def show_refused(self, problem: Misfortune) -> None:
        """Show why the text was not adopted; what was entered stays."""
        if self._dialog is not None:
            self._dialog.show_refused(problem)

    def take_back(self) -> None:
        """Let the user go on editing."""
        if self._dialog is not None:
            self._dialog.allow_again()

    def close_saved(self) -> None:
        """Close: the text is adopted."""
        if self._dialog is not None:
            self._dialog.close_saved()

    def _forget(self) -> None:
        self._dialog = self._form = None
