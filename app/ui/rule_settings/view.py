"""Shows one form for rules at a time, over the window."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui import phrases
from app.ui.notify import Notifier
from app.ui.rule_settings.document_form import DocumentForm
from app.ui.rule_settings.version_form import VersionForm
from app.ui.widgets.fields import OptionField, RecordField, TextField
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.services.rule_library.document_sheets import DocumentForm as DocumentFilling
    from app.services.rule_library.version_sheets import VersionForm as VersionFilling


class SettingsView(QObject):
    """The forms.

    Signals:
        submitted: What was entered.
    """

    submitted = Signal(object)

    def __init__(self, *, window: QWidget, notifier: Notifier) -> None:
        super().__init__(window)
        self._window = window
        self._notifier = notifier
        self._dialog: FormDialog | None = None

    def open_document(self, filling: "DocumentFilling") -> None:
        """Open the form for rules."""
        is_new = filling.document_id is None
        title = self.tr("New rules") if is_new else self.tr("About these rules")
        save = self.tr("Enter the rules") if is_new else self.tr("Save")
        self._open(title, DocumentForm(filling), save=save)

    def open_version(self, filling: "VersionFilling") -> None:
        """Open the form for a version."""
        is_new = filling.version_id is None
        title = self.tr("Version without text") if is_new else self.tr("About this version")
        save = self.tr("Record the version") if is_new else self.tr("Save")
        self._open(title, VersionForm(filling), save=save)

    def open_languages(self, languages: Sequence[str]) -> None:
        """Ask which language of a sealed version shall be authentic from now on."""
        form = Form(name="rule_original")
        form.add_widget(
            wrapped_label(
                self.tr(
                    "The text in this language becomes an authentic text and is sealed as it"
                    " stands now, beside what was adopted. This cannot be undone."
                ),
                "muted",
            )
        )
        pairs = [(tag, phrases.say("language", tag)) for tag in languages]
        form.add("language", self.tr("Language"), OptionField(pairs))
        self._open(
            self.tr("Declare a language authentic"), form, save=self.tr("Declare it authentic")
        )

    def open_link(self, name: str, decisions: Sequence[tuple[UUID, str]]) -> None:
        """Ask which decision relies on a provision."""
        form = Form(name="rule_link")
        form.add("decision_id", self.tr("Decision"), RecordField(decisions, optional=False))
        form.add(
            "relation",
            self.tr("How it relies on it"),
            TextField(max_length=80),
            hint=self.tr("For example “applies” or “implements”; may be empty."),
        )
        title = self.tr("A decision that relies on {name}").format(name=name)
        self._open(title, form, save=self.tr("Link the decision"))

    def tell(self, sentence: str, detail: str) -> None:
        """Say why there is nothing to open."""
        self._notifier.tell(sentence, detail)

    def tell_no_rules(self) -> None:
        """Say that the body has no rules yet."""
        self.tell(
            self.tr("This body has no rules on record."),
            self.tr("Enter new rules, or bring a text in."),
        )

    def tell_no_language(self) -> None:
        """Say that no language can be made authentic."""
        self.tell(
            self.tr("Every language of this version is authentic already."),
            self.tr("Bring the text in another language in beside it first."),
        )

    def show_refused(self, problem: Misfortune) -> None:
        """Show why nothing was saved; what was entered stays."""
        if self._dialog is not None:
            self._dialog.show_refused(problem)

    def close_saved(self) -> None:
        """Close: everything is saved."""
        if self._dialog is not None:
            self._dialog.close_saved()

    def _open(self, title: str, form: Form, *, save: str) -> None:
        if self._dialog is not None:
            return
        dialog = FormDialog(
            title, form, save=save, notifier=self._notifier, parent=self._window.window()
        )
        dialog.submitted.connect(self.submitted)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _forget(self, _result: Any) -> None:
        self._dialog = None
