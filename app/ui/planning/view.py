"""Shows the form for a meeting over the window."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.notify import Notifier
from app.ui.planning.filling import Filling, Hints
from app.ui.planning.meeting_form import MeetingForm
from app.ui.widgets.form_dialog import FormDialog

_WIDTH = 660


class PlanningView(QObject):
    """Asks for what is known of a meeting.

    Signals:
        begun: The beginning that the user has chosen for a new meeting.
        followed: What is filled in, after each change.
        submitted: What shall be entered.
    """

    begun = Signal(object)
    followed = Signal(object)
    submitted = Signal(object)

    def __init__(self, *, window: QWidget, notifier: Notifier) -> None:
        super().__init__(window)
        self._window = window
        self._notifier = notifier
        self._form: MeetingForm | None = None
        self._dialog: FormDialog | None = None

    def show_meeting(self, filling: Filling) -> None:
        """Open the form for a meeting."""
        is_new = filling.editing is None
        form = MeetingForm(filling)
        dialog = FormDialog(
            self.tr("New meeting") if is_new else self.tr("Edit meeting"),
            form,
            save=self.tr("Plan meeting") if is_new else self.tr("Save"),
            notifier=self._notifier,
            width=_WIDTH,
            parent=self._window,
        )
        form.begun.connect(self.begun)
        form.followed.connect(self.followed)
        dialog.submitted.connect(self.submitted)
        dialog.finished.connect(self._forget)
        self._form, self._dialog = form, dialog
        dialog.open_next()

    def fill(self, values: Mapping[str, Any]) -> None:
        """Put proposals into fields of the open form."""
        if self._form is not None:
            self._form.fill(values)

    def show_hints(self, filling: Filling, hints: Hints) -> None:
        """Show what there is to say beside the fields."""
        if self._form is not None:
            self._form.show_hints(hints)

    def show_refused(self, problem: Misfortune) -> None:
        """Show why it could not be saved; what was entered stays."""
        if self._dialog is not None:
            self._dialog.show_refused(problem)

    def close_saved(self) -> None:
        """Close the form: all is saved."""
        if self._dialog is not None:
            self._dialog.close_saved()

    def _forget(self) -> None:
        self._form = self._dialog = None
