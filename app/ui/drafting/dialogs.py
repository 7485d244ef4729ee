"""Opens the dialogs of the page, and tells what they ask for; one is open at a time."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.domain.errors import Misfortune
from app.ui.drafting import forms, words
from app.ui.notify import Notifier
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.drafting.draft_numbers import NumbersAhead
    from app.services.drafting.draft_sheets import (
        DraftLine,
        DraftSheet,
        ProposalRow,
        ProvisionSheet,
    )

_WIDE = 640
_PAUSE_MILLISECONDS = 250


class DraftingDialogs(QObject):
    """The dialogs with a form.

    Signals:
        begun: How the new version shall be called.
        renamed: How the draft shall be called from now on.
        inserted: What shall be inserted: where, kind, label.
        looked_ahead: The number in the form, and whether those after it go on.
        renumbered: The same, with whether references follow.
        proposed: The key of the proposal that is changed or ``None``, and what it says.
    """

    begun = Signal(str)
    renamed = Signal(str)
    inserted = Signal(dict)
    looked_ahead = Signal(dict)
    renumbered = Signal(dict)
    proposed = Signal(object, dict)

    def __init__(self, above: QWidget, *, notifier: Notifier) -> None:
        super().__init__(above)
        self._above = above
        self._notifier = notifier
        self._open: FormDialog | None = None
        self._preview: QTextBrowser | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._look_ahead)

    def close_saved(self) -> None:
        """Close the dialog that is open, now that everything is saved."""
        if self._open is not None:
            self._open.close_saved()

    def show_refused(self, problem: Misfortune) -> bool:
        """Say in the dialog that is open why nothing was saved; say whether one is open."""
        if self._open is None:
            return False
        self._open.show_refused(problem)
        return True

    def ask_begin(self, title: str, label: str) -> None:
        """Ask how a new version shall be called."""
        form = forms.begin_form(title, label)
        self._show(
            words.say("Draft a new version"),
            form,
            words.say("Begin the draft"),
            lambda values: self.begun.emit(values["label"]),
        )

    def ask_name(self, title: str, label: str) -> None:
        """Ask how the draft shall be called."""
        form = forms.begin_form(title, label)
        self._show(
            words.say("Rename the draft"),
            form,
            words.say("Save"),
            lambda values: self.renamed.emit(values["label"]),
        )

    def ask_insert(self, line: "DraftLine | None") -> None:
        """Ask what shall be inserted, and where."""
        form = forms.insert_form(line)
        self._show(words.say("Insert a provision"), form, words.say("Insert"), self.inserted.emit)

    def ask_numbers(self, line: "DraftLine | None") -> None:
        """Ask for a number, showing what will follow; ``None`` puts all numbers in order."""
        form, self._preview = forms.renumber_form(line)
        form.changed.connect(self._pause.start)
        title = words.say("Give another number") if line else words.say("Number in order")
        self._show(title, form, words.say("Renumber"), self.renumbered.emit, width=_WIDE)
        self._look_ahead()

    def show_ahead(self, ahead: "NumbersAhead") -> None:
        """Show what the renumbering in the form would do."""
        if self._preview is not None:
            self._preview.setHtml(forms.write_ahead(ahead))

    def ask_proposal(
        self,
        draft: "DraftSheet",
        sheet: "ProvisionSheet",
        persons: Sequence[tuple[UUID, str]],
        row: "ProposalRow | None",
    ) -> None:
        """Ask what somebody proposes."""
        form = forms.proposal_form(draft, sheet, persons, row)
        key = row.id if row is not None else None
        title = words.say("Change the proposal") if row else words.say("Add a proposal")
        self._show(title, form, words.say("Save"), partial(self.proposed.emit, key), width=_WIDE)

    def _look_ahead(self) -> None:
        if self._open is not None and self._preview is not None:
            self.looked_ahead.emit(self._open.form.values())

    def _show(
        self, title: str, form: Form, save: str, take: Callable[[dict[str, Any]], Any], **look: Any
    ) -> None:
        dialog = FormDialog(
            title, form, save=save, notifier=self._notifier, parent=self._above.window(), **look
        )
        dialog.submitted.connect(take)
        dialog.finished.connect(self._forget)
        self._open = dialog
        dialog.open()

    def _forget(self) -> None:
        self._open = self._preview = None
        self._pause.stop()
