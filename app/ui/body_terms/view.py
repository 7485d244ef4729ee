"""Shows the forms for the terms of a body and for the holidays of its parties."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.body_terms.presenter import TermsFilling
from app.ui.body_terms.terms_field import Term, TermsField
from app.ui.body_terms.weekdays_field import WeekdaysField
from app.ui.notify import Notifier
from app.ui.widgets.fields import LongTextField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.services.holidays import PartyCalendar
    from app.services.preparation import OffsetRow

_WIDE = 820


class BodyTermsView(QObject):
    """Shows one form at a time.

    Signals:
        terms_submitted: What shall be the terms.
        holidays_submitted: What shall be the holidays.
    """

    terms_submitted = Signal(object)
    holidays_submitted = Signal(object)

    def __init__(self, *, window: QWidget, notifier: Notifier) -> None:
        super().__init__(window)
        self._window = window
        self._notifier = notifier
        self._dialog: FormDialog | None = None

    def show_terms(self, filling: TermsFilling) -> None:
        """Open the form for the terms of a body."""
        form = Form(name="terms")
        told = self.tr(
            "Every meeting of the body gets these tasks, each with its day worked out from the "
            "dates of the meeting. Meetings that are still ahead follow what is changed here."
        )
        form.add_widget(wrapped_label(told, "muted"))
        field = TermsField(presets=filling.presets, parties=filling.parties, name="terms_offsets")
        form.add("offsets", self.tr("Tasks"), field)
        form.set_values({"offsets": tuple(_term(row) for row in filling.rows)})
        dialog = self._dialog_for(self.tr("Preparation terms"), form, width=_WIDE)
        dialog.submitted.connect(self.terms_submitted)
        dialog.open()

    def show_holidays(self, calendars: "tuple[PartyCalendar, ...]") -> None:
        """Open the form for the holidays of the parties."""
        form = Form(name="holidays")
        told = self.tr(
            "Write or paste one holiday to a line, such as “2026-10-03 National Foundation Day” or "
            "“2026-02-16 – 2026-02-18 Seollal”."
        )
        form.add_widget(wrapped_label(told, "muted"))
        values: dict[str, object] = {}
        for place, calendar in enumerate(calendars):
            form.add_heading(calendar.name)
            form.add(f"weekend_{place}", self.tr("Offices are closed on"), WeekdaysField())
            form.add(f"lines_{place}", self.tr("Holidays"), LongTextField(lines=5, most=9))
            values[f"weekend_{place}"] = calendar.weekend
            values[f"lines_{place}"] = calendar.lines
        form.set_values(values)
        dialog = self._dialog_for(self.tr("Holidays"), form)
        dialog.submitted.connect(self.holidays_submitted)
        dialog.open()

    def show_refused(self, problem: Misfortune) -> None:
        """Show why the open form could not be saved; what was entered stays."""
        if self._dialog is not None:
            self._dialog.show_refused(problem)

    def close_saved(self) -> None:
        """Close the open form: all is saved."""
        if self._dialog is not None:
            self._dialog.close_saved()

    def _dialog_for(self, title: str, form: Form, *, width: int = 560) -> FormDialog:
        dialog = FormDialog(
            title,
            form,
            save=self.tr("Save"),
            notifier=self._notifier,
            width=width,
            parent=self._window,
        )
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        return dialog

    def _forget(self) -> None:
        self._dialog = None


def _term(row: "OffsetRow") -> Term:
    side = row.party.id if row.party is not None else row.side.value
    return Term(row.id, row.days, row.anchor.value, row.title, side, row.precedent)
