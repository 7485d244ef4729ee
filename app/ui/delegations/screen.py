"""The delegations as their presenter sees them: the tab, and the windows that it opens."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.delegations.columns import SeatRow
from app.ui.delegations.copy_dialog import CopyDialog
from app.ui.delegations.delegate_form import DelegateForm
from app.ui.delegations.filling import Filling
from app.ui.delegations.tab import DelegationsTab
from app.ui.delegations.view import Shown
from app.ui.notify import FileKind, Notifier
from app.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.alike_persons import LikelyPerson
    from app.services.earlier_delegations import CopyPreview
    from app.services.persons import KnownPost


class DelegationsScreen(QObject):
    """Shows what the presenter decides, and asks.

    Signals:
        seat_submitted: What the form for a seat says, and whether another one shall follow.
        person_chosen: The id of the person that was chosen in it.
        name_entered: The name of somebody new that was entered in it.
        copy_submitted: The ids of seats of the last meeting, and whether new posts are printed.
        counted: How many delegates there are now.
    """

    seat_submitted = Signal(object, bool)
    person_chosen = Signal(object)
    name_entered = Signal(str)
    copy_submitted = Signal(tuple, bool)
    counted = Signal(int)

    def __init__(self, *, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tab = DelegationsTab()
        self.tab.notice.open_requested.connect(notifier.open_outside)
        self._notifier = notifier
        self._folder = Path.home()
        self._form: DelegateForm | None = None
        self._dialog: FormDialog | CopyDialog | None = None
        self._wants_another = False

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a list is written."""
        self._folder = folder

    def show_reading(self) -> None:
        """Say that the delegations are being read."""
        self.tab.show_reading()

    def show_delegations(self, shown: Shown) -> None:
        """Show them."""
        self.tab.show_delegations(shown)
        self.counted.emit(sum(len(row.delegates) for row in shown.rows))

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why they cannot be shown."""
        self.tab.show_problem(sentence, remedy)

    def ask_for_delegate(self, filling: Filling) -> None:
        """Open the form for a seat."""
        form = DelegateForm(filling)
        form.person_chosen.connect(self.person_chosen)
        form.name_entered.connect(self.name_entered)
        dialog = FormDialog(
            self._title(filling),
            form,
            save=self.tr("Save") if filling.detail is not None else self.tr("Add"),
            notifier=self._notifier,
            width=620,
            parent=self._window(),
        )
        dialog.submitted.connect(self._submit_seat)
        form.settled.connect(dialog.submit)
        if filling.detail is None and filling.replaced is None:
            another = dialog.add_button(self.tr("Add, and then another"), name="save_another")
            another.clicked.connect(partial(self._submit_and_go_on, dialog))
        self._form = form
        self._open(dialog)
        form.begin()

    def propose_names(self, names: dict[str, str]) -> None:
        """Put the names of the person that was chosen into the open form."""
        if self._form is not None:
            self._form.propose_names(names)

    def propose_posts(self, posts: "tuple[KnownPost, ...]") -> None:
        """Offer the posts of the person that was chosen in the open form."""
        if self._form is not None:
            self._form.propose_posts(posts)

    def show_likely(self, found: "tuple[LikelyPerson, ...]") -> None:
        """Show in the open form who may be meant by the name of somebody new."""
        if self._form is not None:
            self._form.show_likely(found)

    def show_refused(self, problem: Misfortune) -> None:
        """Show why the open form or list could not be saved; what was entered stays."""
        self._wants_another = False
        if self._dialog is not None:
            self._dialog.show_refused(problem)

    def close_saved(self) -> None:
        """Close the open form or list: all is saved."""
        if self._dialog is not None:
            self._dialog.close_saved()

    def ask_whom_to_copy(self, preview: "CopyPreview") -> None:
        """Open the list of those who sat at the earlier meeting."""
        dialog = CopyDialog(preview, parent=self._window())
        dialog.submitted.connect(self.copy_submitted)
        self._open(dialog)

    def choose_export_file(self, name: str, *, as_workbook: bool) -> Path | None:
        """Ask where the list shall be written."""
        kind = FileKind.WORKBOOK if as_workbook else FileKind.CSV
        chosen = self._notifier.choose_new_file(
            kind, title=self.tr("Export"), suggestion=self._folder / f"{name}.{kind}"
        )
        if chosen is not None:
            self._folder = chosen.parent
        return chosen

    def show_saved(self, path: Path) -> None:
        """Say that the list was written."""
        self.tab.show_saved(path)

    def agrees_to_remove(self, rows: tuple[SeatRow, ...]) -> bool:
        """Ask whether delegates shall be removed."""
        if len(rows) == 1:
            question = self.tr("Remove {name} from the delegation?").format(name=rows[0].seat.name)
        else:
            question = self.tr("Remove %n delegate(s) from their delegation?", "", len(rows))
        detail = self.tr("The persons stay in the workspace. This can be undone.")
        return self._notifier.ask(question, detail, agree=self.tr("Remove"))

    def agrees_to_remove_delegation(self) -> bool:
        """Ask whether the delegation that is looked at shall be removed."""
        row = self.tab.delegation()
        if row is None:
            return False
        question = self.tr("Remove the delegation of {party}?").format(party=row.party.name)
        detail = self.tr(
            "Its %n delegate(s) go with it. This can be undone.", "", len(row.delegates)
        )
        return self._notifier.ask(question, detail, agree=self.tr("Remove"))

    def _title(self, filling: Filling) -> str:
        if filling.replaced is not None:
            return self.tr("Who came instead of {name}?").format(name=filling.replaced[1])
        if filling.detail is not None:
            name = filling.detail.person or self.tr("Organisation")
            return self.tr("{name} at this meeting").format(name=name)
        return self.tr("Add delegate")

    def _submit_seat(self, values: Any) -> None:
        another, self._wants_another = self._wants_another, False
        self.seat_submitted.emit(values, another)

    def _submit_and_go_on(self, dialog: FormDialog) -> None:
        self._wants_another = True
        dialog.submit()

    def _open(self, dialog: FormDialog | CopyDialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.open()

    def _forget(self, dialog: QWidget, _result: int) -> None:
        if dialog is self._dialog:
            self._dialog = None
            self._form = None
            self._wants_another = False

    def _window(self) -> QWidget:
        return self.tab.window()
