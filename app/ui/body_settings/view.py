"""Shows the form for a body over the window, and that for a party over it."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.body_settings.body_form import BodyForm
from app.ui.body_settings.filling import BodyFilling, PartyChoice, PartyFilling, PartyKey
from app.ui.body_settings.party_form import PartyForm
from app.ui.notify import Notifier
from app.ui.steps import Steps
from app.ui.widgets.form_dialog import FormDialog

_WIDTH = 680


class BodySettingsView(QObject):
    """Asks for what is known of a body and of a party.

    Signals:
        submitted: What shall be entered of the body.
        party_submitted: What shall be entered of the party.
        party_wanted: The name of a party that is in no list.
        party_edit_wanted: The key of a party whose names shall be changed.
    """

    submitted = Signal(object)
    party_submitted = Signal(object)
    party_wanted = Signal(str)
    party_edit_wanted = Signal(object)

    def __init__(self, *, window: QWidget, notifier: Notifier) -> None:
        super().__init__(window)
        self._window = window
        self._notifier = notifier
        self._form: BodyForm | None = None
        self._body: FormDialog | None = None
        self._party: FormDialog | None = None
        self._making = Steps(self)

    def show_body(self, filling: BodyFilling, *, today: date) -> None:
        """Open the form for a body."""
        self._making.take(self._make_body(filling, today))

    def show_party(self, filling: PartyFilling, *, today: date) -> None:
        """Open the form for a party, over that of the body."""
        is_new = filling.editing is None
        form = PartyForm(filling, today=today)
        dialog = FormDialog(
            self.tr("New party") if is_new else self.tr("Party"),
            form,
            save=self.tr("Add the party") if is_new else self.tr("Save"),
            notifier=self._notifier,
            parent=self._body or self._window,
        )
        dialog.submitted.connect(self.party_submitted)
        dialog.finished.connect(self._forget_party)
        self._party = dialog
        dialog.open_next()

    def offer_parties(self, choices: tuple[PartyChoice, ...], *, chosen: PartyKey | None) -> None:
        """Offer other parties in the form of the body, and seat the chosen one."""
        if self._form is not None:
            self._form.seats.offer(choices)
            if chosen is not None:
                self._form.seats.add_party(chosen)

    def refuse_body(self, problem: Misfortune) -> None:
        """Show why the body could not be saved; what was entered stays."""
        if self._body is not None:
            self._body.show_refused(problem)

    def refuse_party(self, problem: Misfortune) -> None:
        """Show why the party could not be saved; what was entered stays."""
        if self._party is not None:
            self._party.show_refused(problem)

    def close_body(self) -> None:
        """Close the form of the body: all is saved."""
        if self._body is not None:
            self._body.close_saved()

    def close_party(self) -> None:
        """Close the form of the party: all is saved."""
        if self._party is not None:
            self._party.close_saved()

    def _make_body(self, filling: BodyFilling, today: date) -> Iterator[None]:
        is_new = filling.editing is None
        form = BodyForm(filling, today=today)
        yield from form.fill_in()
        form.seats.new_wanted.connect(self.party_wanted)
        form.seats.edit_wanted.connect(self.party_edit_wanted)
        dialog = FormDialog(
            self.tr("New body") if is_new else self.tr("Body"),
            form,
            save=self.tr("Enter the body") if is_new else self.tr("Save"),
            notifier=self._notifier,
            width=_WIDTH,
            parent=self._window,
        )
        dialog.submitted.connect(self.submitted)
        dialog.finished.connect(self._forget_body)
        self._form, self._body = form, dialog
        dialog.open_next()

    def _forget_body(self) -> None:
        self._form = self._body = None

    def _forget_party(self) -> None:
        self._party = None
