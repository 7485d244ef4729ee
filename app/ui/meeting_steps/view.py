"""Asks for what belongs to a step of a meeting, and where its calendar file shall be."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.meeting_steps import words
from app.ui.notify import FileKind, Notifier
from app.ui.widgets.fields import DateField, LongTextField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.meetings import NextStep

_WIDTH = 460


class StepsView(QObject):
    """Shows one small dialog at a time.

    Signals:
        submitted: The step that shall be taken, and what was entered.
    """

    submitted = Signal(object, object)

    def __init__(self, *, window: QWidget, notifier: Notifier) -> None:
        super().__init__(window)
        self._window = window
        self._notifier = notifier
        self._folder = Path.home()
        self._dialog: FormDialog | None = None

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a file is saved."""
        self._folder = folder

    def show_step(self, step: "NextStep", values: Mapping[str, Any]) -> None:
        """Ask on which day a step was taken, and why where that must be said."""
        form = self._form(step, values)
        title = words.title_words(step)
        dialog = FormDialog(
            title,
            form,
            save=title,
            notifier=self._notifier,
            width=_WIDTH,
            parent=self._window,
        )
        dialog.submitted.connect(partial(self.submitted.emit, step))
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def show_refused(self, problem: Misfortune) -> None:
        """Show why the step could not be taken; what was entered stays."""
        if self._dialog is not None:
            self._dialog.show_refused(problem)

    def close_saved(self) -> None:
        """Close the dialog: the step is taken."""
        if self._dialog is not None:
            self._dialog.close_saved()

    def choose_calendar_file(self, name: str) -> Path | None:
        """Ask where a calendar file shall be written."""
        chosen = self._notifier.choose_new_file(
            FileKind.CALENDAR, title=self.tr("Save calendar file"), suggestion=self._folder / name
        )
        if chosen is not None:
            self._folder = chosen.parent
        return chosen

    def show_saved(self, path: Path) -> None:
        """Say that a file was written."""
        self._notifier.tell(
            self.tr("The calendar file was saved as “{name}”.").format(name=path.name),
            self.tr("Open it, or attach it to a message, to put the days into a calendar."),
        )

    def _form(self, step: "NextStep", values: Mapping[str, Any]) -> Form:
        form = Form(name="meeting_step")
        if "planned_starts_on" in values:
            form.add("planned_starts_on", self.tr("First day"), DateField(optional=False))
            form.add("planned_ends_on", self.tr("Last day"), DateField(), beside=True)
        form.add("on", words.day_words(step), DateField(optional=False))
        label = self.tr("Why") if step.needs_reason else self.tr("Note")
        hint = self.tr("Kept with the meeting for ever.") if step.needs_reason else ""
        form.add("reason", label, LongTextField(lines=3 if step.needs_reason else 2), hint=hint)
        form.set_values(values)
        return form

    def _forget(self) -> None:
        self._dialog = None
