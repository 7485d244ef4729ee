"""The page of instruments: the list or the timeline, and beside it the one that is chosen."""

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import Misfortune
from app.ui.appearance import scaled
from app.ui.instruments.forms import InstrumentForm, PartyForm
from app.ui.instruments.instrument_pane import InstrumentPane
from app.ui.instruments.list_pane import InstrumentsPane
from app.ui.instruments.view import Choices, Shown
from app.ui.notify import Notifier
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.instruments import InstrumentDetail

_FOLDS_BELOW = 1000
_INSTRUMENT = 400


class InstrumentsPage(QWidget):
    """Shows on what everything rests.

    Signals:
        instrument_submitted: What the form for an instrument says.
        party_submitted: The id of the party, or ``None`` for a new one, and what its form says.
    """

    instrument_submitted = Signal(object)
    party_submitted = Signal(object, object)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("instruments_page")
        self.setProperty("bg", "window")
        self._notifier = notifier
        self._has_gone_on = False
        self._form: FormDialog | None = None
        self.list_pane = InstrumentsPane()
        self.instrument = InstrumentPane()
        self.list_pane.opened.connect(self._go_on)
        self.instrument.back_requested.connect(self._go_back)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.list_pane, 1)
        across.addWidget(self.instrument)
        self.setFocusProxy(self.list_pane)
        self.link_here = self.list_pane.table.link_here

    def show_reading(self) -> None:
        """Say that the instruments are being read."""
        self.list_pane.show_reading()

    def show_instruments(self, shown: Shown, *, chosen: UUID | None) -> None:
        """Show the instruments."""
        self.list_pane.show_instruments(shown, chosen=chosen)

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is nothing to show."""
        self.list_pane.show_problem(sentence, remedy)

    def show_instrument(self, detail: "InstrumentDetail", *, can_change: bool) -> None:
        """Show one instrument."""
        self.instrument.show_instrument(detail, can_change=can_change)

    def show_none(self) -> None:
        """Show that none is chosen."""
        self.instrument.show_none()
        self._has_gone_on = False
        self._fold()

    def ask_for_instrument(self, detail: "InstrumentDetail | None", choices: Choices) -> None:
        """Open the form for an instrument; ``None`` for a new one."""
        title = self.tr("New instrument") if detail is None else detail.row.code
        save = self.tr("Add") if detail is None else self.tr("Save")
        form = InstrumentForm(detail, choices)
        self._ask(title, form, self.instrument_submitted.emit, save=save)

    def ask_for_party(
        self, detail: "InstrumentDetail", party_id: UUID | None, choices: Choices
    ) -> None:
        """Open the form for a party; ``None`` for one that is not named yet."""
        name = next((party.name for party in detail.parties if party.id == party_id), "")
        submitted = partial(self.party_submitted.emit, party_id)
        save = self.tr("Save") if party_id else self.tr("Add")
        form = PartyForm(detail, party_id, choices)
        self._ask(name or self.tr("Add party"), form, submitted, save=save)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self._fold()

    def _ask(self, title: str, form: Form, submitted: Any, *, save: str) -> None:
        dialog = FormDialog(
            title, form, save=save, notifier=self._notifier, width=620, parent=self.window()
        )
        dialog.submitted.connect(submitted)
        dialog.finished.connect(partial(self._forget_form, dialog))
        self._form = dialog
        dialog.open()

    def _forget_form(self, dialog: FormDialog, _result: int) -> None:
        if self._form is dialog:
            self._form = None

    def _go_on(self) -> None:
        self._has_gone_on = True
        self._fold()
        self.instrument.setFocus()

    def _go_back(self) -> None:
        self._has_gone_on = False
        self._fold()
        self.list_pane.setFocus()

    def _fold(self) -> None:
        """Show both side by side, or where there is no room one of them."""
        narrow = self.width() < scaled(_FOLDS_BELOW)
        self.instrument.offer_back(offered=narrow)
        self.list_pane.setVisible(not narrow or not self._has_gone_on)
        self.instrument.setVisible(not narrow or self._has_gone_on)
        if narrow:
            self.instrument.setMinimumWidth(0)
            self.instrument.setMaximumWidth(16_777_215)
        else:
            self.instrument.setFixedWidth(scaled(_INSTRUMENT))
