"""Opens the dialogs of the agenda's tab, and tells what they ask for; one is open at a time."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Misfortune
from app.ui.agenda import small_forms, words
from app.ui.agenda.item_form import changes_of, item_form
from app.ui.agenda.sheet import AgendaSheet
from app.ui.notify import Notifier
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.agenda import OutlineItem
    from app.services.paper_files import IncomingFile
    from app.services.papers import PaperDetail

_WIDE = 680


class AgendaDialogs(QObject):
    """The dialogs with a form.

    Signals:
        item_saved: An item, its changed fields, the papers before it and the version that was read.
        step_taken: The step, its day and its note.
        breaks_changed: The breaks of the sitting.
        placed: Items, the other item, and where they shall stand.
        carried: Items and the meeting to which they are carried.
        paper_added: The item, the file, and what it is called as a paper.
    """

    item_saved = Signal(object, dict, tuple, int)
    step_taken = Signal(str, object, str)
    breaks_changed = Signal(list)
    placed = Signal(tuple, object, str)
    carried = Signal(tuple, object)
    paper_added = Signal(object, object, dict)

    def __init__(self, above: QWidget, *, notifier: Notifier) -> None:
        super().__init__(above)
        self._above = above
        self._notifier = notifier
        self._open: FormDialog | None = None

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

    def show_item(
        self, item: "OutlineItem", sheet: AgendaSheet, papers: "tuple[PaperDetail, ...]"
    ) -> None:
        """Show an item with all that can be changed in it."""
        title = self.tr("Agenda item {n}").format(n=item.label)
        self._show(
            title,
            item_form(item, sheet, papers),
            self.tr("Save"),
            partial(self._tell_item, item),
            width=_WIDE,
        )

    def ask_step(self, status: str, sheet: AgendaSheet, *, today: date) -> None:
        """Ask when a step was taken."""
        form = small_forms.step_form(status, sheet, today=today)
        title = words.step(status).rstrip("…")
        self._show(title, form, title, partial(self._tell_step, status))

    def ask_breaks(self, sheet: AgendaSheet) -> None:
        """Ask when the sitting pauses."""
        form = small_forms.breaks_form(sheet)
        self._show(self.tr("Breaks of the sitting"), form, self.tr("Save"), self._tell_breaks)

    def ask_place(self, ids: Sequence[UUID], sheet: AgendaSheet) -> None:
        """Ask where items shall stand."""
        form = small_forms.place_form(ids, sheet)
        self._show(self.tr("Move to"), form, self.tr("Move"), partial(self._tell_place, tuple(ids)))

    def ask_carry(
        self, items: "Sequence[OutlineItem]", meetings: Sequence[tuple[UUID, str]]
    ) -> None:
        """Ask to which meeting items shall be carried."""
        form = small_forms.carry_form(items, meetings)
        ids = tuple(item.id for item in items)
        title = self.tr("Carry to another meeting")
        self._show(title, form, self.tr("Carry"), partial(self._tell_carry, ids))

    def ask_paper(
        self, item: "OutlineItem", file: "IncomingFile", symbol: str, sheet: AgendaSheet
    ) -> None:
        """Ask what a file shall be called as a paper before an item."""
        form = small_forms.paper_form(file, symbol, sheet)
        title = self.tr("New paper for item {n}").format(n=item.label)
        self._show(title, form, self.tr("Add paper"), partial(self._tell_paper, item, file.path))

    def _show(
        self,
        title: str,
        form: Form,
        save: str,
        take: Callable[[dict[str, Any]], None],
        **look: Any,
    ) -> None:
        dialog = FormDialog(
            title, form, save=save, notifier=self._notifier, parent=self._above.window(), **look
        )
        dialog.submitted.connect(take)
        dialog.finished.connect(self._forget)
        self._open = dialog
        dialog.open()

    def _forget(self) -> None:
        self._open = None

    def _tell_item(self, item: "OutlineItem", values: dict[str, Any]) -> None:
        changes, papers = changes_of(values)
        self.item_saved.emit(item.id, changes, papers, item.version)

    def _tell_step(self, status: str, values: dict[str, Any]) -> None:
        self.step_taken.emit(status, values["dated_on"], values["note"])

    def _tell_breaks(self, values: dict[str, Any]) -> None:
        breaks, problems = small_forms.breaks_of(values)
        if problems and self._open is not None:
            self._open.show_refused(Misfortune(""))
            self._open.form.problems(problems)
            return
        self.breaks_changed.emit(breaks)

    def _tell_place(self, ids: tuple[UUID, ...], values: dict[str, Any]) -> None:
        self.placed.emit(ids, values["parent_id"], values["where"])

    def _tell_carry(self, ids: tuple[UUID, ...], values: dict[str, Any]) -> None:
        self.carried.emit(ids, values["meeting_id"])

    def _tell_paper(self, item: "OutlineItem", path: Path, values: dict[str, Any]) -> None:
        self.paper_added.emit(item.id, path, values)
