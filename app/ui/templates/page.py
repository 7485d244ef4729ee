"""The Templates page: what there is at the left, what is chosen beside it, fields at the right."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.ui.appearance import scaled
from app.ui.notify import Notifier
from app.ui.templates.asking import Asking
from app.ui.templates.entries import Entry
from app.ui.templates.fields_pane import FieldsPane
from app.ui.templates.form_pane import FormPane
from app.ui.templates.letterhead_pane import LetterheadPane
from app.ui.templates.list_pane import ListPane
from app.ui.templates.style_pane import StylePane
from app.ui.templates.template_pane import TemplatePane
from app.ui.templates.view import LetterheadShown, TemplateShown
from app.ui.widgets.blank import Blank

if TYPE_CHECKING:
    from app.documents.forms.findings import Finding
    from app.services.meetings import MeetingRow
    from app.services.own_forms import FormReport, OwnFormRow
    from app.services.previews import Preview

_TURNS_BELOW = 1120


class TemplatesPage(QWidget):
    """Shows one template, form, letterhead or the house style at a time.

    Signals:
        page_requested: Whether the page is wanted, and at which scale.

    Attributes:
        asking: Asks for files and answers.
    """

    page_requested = Signal(bool, float)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("templates_page_whole")
        self._notifier = notifier
        self._shows_fields = False
        self.asking = Asking(self, notifier=notifier)
        self.list_pane = ListPane()
        self.template = TemplatePane()
        self.form = FormPane()
        self.style_pane = StylePane()
        self.letterhead = LetterheadPane()
        self.fields = FieldsPane()
        self._blank = Blank("stamp", name="templates_blank")
        self._stack = QStackedWidget()
        self._panes = (self.template, self.form, self.style_pane, self.letterhead)
        for each in (self._blank, *self._panes):
            self._stack.addWidget(each)
        self.setFocusProxy(self.list_pane)
        self._join()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list_pane)
        row.addWidget(self._stack, 1)
        row.addWidget(self.fields)
        self._fold()  # before it is shown: what is hidden makes the window no wider

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a file is chosen or written."""
        self.asking.folder = folder

    def know_bodies(self, bodies: tuple[tuple[UUID, str, str], ...]) -> None:
        """Know the bodies that forms and templates can be for: key, code and name."""
        self.asking.bodies = bodies

    def show_entries(self, entries: tuple[Entry, ...], *, chosen: Any, can_add: bool) -> None:
        """Show what there is, and what of it is chosen."""
        self.list_pane.show_entries(entries, chosen=chosen, can_add=can_add)

    def show_meetings(self, rows: "tuple[MeetingRow, ...]", chosen: UUID | None) -> None:
        """Show the meetings that templates can be tried with."""
        self.fields.show_meetings(rows, chosen)

    def show_template(self, shown: TemplateShown) -> None:
        """Show a template in the editor."""
        self.asking.entry = shown.entry
        self.template.show_template(shown)
        self.fields.say_hint(self.tr("Enter or a double click puts a field in at the cursor."))
        self._show(self.template)

    def show_problem(self, sentence: str, remedy: str, *, line: int) -> None:
        """Show what is wrong with the template, at its line if it has one."""
        self.template.show_problem(sentence, remedy, line=line)

    def show_checked(self, *, tried: bool) -> None:
        """Show that nothing is wrong; ``tried`` says whether a meeting was tried too."""
        self.template.show_checked(tried=tried)

    def show_page(self, preview: "Preview", *, scale: float) -> None:
        """Show the page that the template makes of the meeting."""
        self.template.show_page(preview, scale=scale)

    def show_page_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the page why there is none."""
        self.template.show_page_problem(sentence, remedy)

    def show_form(
        self, row: "OwnFormRow", report: "FormReport", *, body: str, can_edit: bool, tried: bool
    ) -> None:
        """Show what a Word form asks for, and what was found in it."""
        if self.asking.form is None or self.asking.form.id != row.id:
            self.form.forget()
        self.asking.form = row
        self.form.show_form(row, report, body=body, can_edit=can_edit, tried=tried)
        self.fields.say_hint(
            self.tr("Enter or a double click copies a field, to be pasted into the form in Word.")
        )
        self._show(self.form)

    def show_style(self, name: str, *, can_edit: bool) -> None:
        """Show which house style is in use; no name is that of JWG Desk."""
        self.style_pane.show_style(name, can_edit=can_edit)
        self._show(self.style_pane)

    def show_letterhead(self, entry: Entry, shown: LetterheadShown, *, can_edit: bool) -> None:
        """Show what stands at the head of a party's letters."""
        if self.asking.entry is None or self.asking.entry.key != entry.key:
            self.letterhead.forget()
        self.asking.entry = entry
        self.letterhead.show_letterhead(entry, shown, can_edit=can_edit)
        self._show(self.letterhead)

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self._blank.say(self.tr("Choose a template at the left"), icon="stamp")
        self._show(self._blank)

    def show_failure(self, sentence: str, remedy: str) -> None:
        """Show in the place of what was chosen why it cannot be shown."""
        self._blank.say(sentence, remedy, icon="circle-alert")
        self._show(self._blank)

    def show_refused(self, sentence: str, remedy: str) -> None:
        """Show beside what was asked for why it was not done."""
        pane = self._stack.currentWidget()
        if pane is self._blank:
            self._notifier.tell_misfortune(sentence, remedy)
        else:
            pane.show_refused(sentence, remedy)  # type: ignore[attr-defined]

    def show_fields(self, fields: tuple[Any, ...]) -> None:
        """Show what can be put in."""
        if fields:
            self.fields.show_fields(fields)
        else:
            self.fields.show_nothing(
                self.tr("Fields are there for templates and Word forms, once there is a meeting")
            )

    def show_no_fields(self, sentence: str) -> None:
        """Say why there is nothing to put in."""
        self.fields.show_nothing(sentence)

    def show_saved(self, path: Path, *, issued: bool = False) -> None:
        """Say that a letter was written and where, as a draft or issued for good."""
        self.form.show_saved(path, issued=issued)

    def show_not_ready(self, findings: "tuple[Finding, ...]") -> None:
        """Say that a form cannot be issued yet, and lead to the list of what stands in the way."""
        self.form.show_not_ready(findings)

    def ask_to_issue(self, name: str) -> Path | None:
        """Ask whether a letter shall be issued, and where it shall be written; nothing if not."""
        return self.asking.ask_to_issue(name)

    def ask_about_form(self, path: Path, report: "FormReport") -> None:
        """Show what a Word file has in it and what is left out of it, and ask what it is called."""
        self.asking.ask_about_form(path, report)

    def ask_to_replace_form(self, path: Path, report: "FormReport") -> bool:
        """Ask whether a file is wanted as the form, where something is left out of it."""
        return self.asking.ask_to_replace_form(path, report)

    def show_done(self, words: str) -> None:
        """Say that something was done: one of the words that the page knows."""
        pane = self.letterhead if words == "letterhead" else self._stack.currentWidget()
        if pane is not self._blank:
            pane.show_done(words)  # type: ignore[attr-defined]

    def open_outside(self, path: Path) -> None:
        """Open a file in the program the computer uses for it."""
        self._notifier.open_outside(path)

    def ask_what_to_do(self, sentence: str) -> str | None:
        """Ask whether to keep both files, or to replace the one that was changed, or neither."""
        return self.asking.ask_what_to_do(sentence)

    def close_dialog(self) -> None:
        """Close the dialog that is open: what it asked for was done."""
        self.asking.close_dialog()

    def refuse_dialog(self, problem: Any) -> None:
        """Show in the dialog that is open why it was not done."""
        self.asking.refuse_dialog(problem)

    def changeEvent(self, event: QEvent) -> None:
        """Fold or unfold to the new size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self._fold()

    def _show(self, pane: QWidget) -> None:
        self._stack.setCurrentWidget(pane)
        self._fold()

    def _join(self) -> None:
        template, form, style = self.template, self.form, self.style_pane
        self.list_pane.add_requested.connect(self.asking.add_form)
        template.restore_requested.connect(self.asking.ask_to_restore)
        template.copy_requested.connect(self.asking.ask_for_copy)
        template.page_requested.connect(self._ask_for_page)
        form.open_requested.connect(self.asking.open_form)
        form.replace_requested.connect(self.asking.choose_form_file)
        form.change_requested.connect(self.asking.change_form)
        form.remove_requested.connect(self.asking.ask_to_remove)
        form.fill_requested.connect(self.asking.place_letter)
        form.saved.open_requested.connect(self._notifier.open_outside)
        style.open_requested.connect(self.asking.place_style)
        style.adopt_requested.connect(self.asking.choose_style)
        style.restore_requested.connect(self.asking.ask_to_restore_style)
        self.letterhead.logo_requested.connect(self.asking.choose_logo)
        self.letterhead.logo_removed.connect(self.asking.remove_logo)
        self.fields.field_chosen.connect(self._put_in)
        for pane in self._panes:
            pane.head.turned.connect(self._turn)

    def _put_in(self, written: str) -> None:
        """Put a field in at the cursor; for Word, which is elsewhere, onto the clipboard."""
        if self._stack.currentWidget() is self.template:
            if not self.template.editor.isReadOnly():
                self.template.show_source()
                self.template.editor.put_in(written)
        elif self._stack.currentWidget() is self.form:
            QGuiApplication.clipboard().setText(written)
            self.form.notice.say_well(
                self.tr("Copied {field}. Paste it into the form in Word.").format(field=written)
            )

    def _ask_for_page(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        self.page_requested.emit(wanted, self.template.measure())

    def _turn(self) -> None:
        self._shows_fields = not self._shows_fields
        self._fold()

    def _fold(self) -> None:
        """Show both panes beside the middle, or where there is no room one of them."""
        has_fields = self._stack.currentWidget() in {self.template, self.form}
        narrow = self.width() < scaled(_TURNS_BELOW) and has_fields
        self.list_pane.setVisible(not (narrow and self._shows_fields))
        self.fields.setVisible(has_fields and (not narrow or self._shows_fields))
        for pane in self._panes:
            pane.head.offer_turn(offered=narrow, fields_shown=self._shows_fields)
