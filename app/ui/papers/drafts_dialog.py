"""Asks what files shall be called as papers: one after another, and all of them at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import Misfortune
from app.ui.appearance import scaled
from app.ui.notify import Notifier
from app.ui.papers import words
from app.ui.papers.drafts import FileDraft
from app.ui.papers.paper_forms import draft_form
from app.ui.papers.sheet import PapersSheet
from app.ui.widgets.card import rule
from app.ui.widgets.label import wrapped_label
from app.ui.widgets.record_table import Column, RecordTable

_SIZE = (940, 560)


class DraftsDialog(QDialog):
    """The files at the left, what one of them becomes at the right.

    Signals:
        submitted: The FileDrafts that shall become papers.
        symbol_wanted: A file, its category, and the symbols that are taken.
    """

    submitted = Signal(tuple)
    symbol_wanted = Signal(int, str, tuple)

    def __init__(
        self,
        drafts: Sequence[FileDraft],
        sheet: PapersSheet,
        *,
        notifier: Notifier,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("drafts_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add papers"))
        self.setModal(True)
        room = parent.window().size()
        self.resize(
            min(scaled(_SIZE[0]), room.width() - 40), min(scaled(_SIZE[1]), room.height() - 40)
        )
        self._notifier = notifier
        self._drafts = {draft.id: draft for draft in drafts}
        self._shown: int | None = None
        self._was_changed = False
        self.form = draft_form(sheet)
        self.form.changed.connect(self._note_change)
        self._said = wrapped_label("", "open", name="draft_said")
        self.list = self._make_list()
        self._save = QPushButton()
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self._show_list()
        first = next((draft.id for draft in drafts if draft.can_be_taken), drafts[0].id)
        self.list.choose((first,))

    def show_symbol(self, draft_id: int, symbol: str) -> None:
        """Show the symbol that is proposed for a file."""
        self._drafts[draft_id] = replace(
            self._drafts[draft_id], symbol=symbol, symbol_is_proposed=True
        )
        if draft_id == self._shown:
            self.form.set_values({"symbol": symbol})
        self._show_list()

    def show_refused(self, problem: Misfortune) -> None:
        """Say why nothing was added, beside the field if it is of the file that is shown."""
        self._allow()
        self.form.show_refused(problem)

    def reject(self) -> None:
        """Close without adding, after asking where something would be lost."""
        if not self._was_changed or self._notifier.ask(
            self.tr("Close without adding the papers?"),
            self.tr("What you entered would be lost. The files themselves stay where they are."),
            agree=self.tr("Close without adding"),
        ):
            super().reject()

    def submit(self) -> None:
        """Hand out what every file shall become, if all of it can be read."""
        self._keep()
        wanted = self._wanted()
        unnamed = next((draft for draft in wanted if not _is_named(draft)), None)
        if unnamed is not None:
            self.list.choose((unnamed.id,))
        if not wanted or not self.form.check():
            return
        if unnamed is not None:
            field = "titles" if unnamed.symbol.strip() else "symbol"
            told = self.tr("Enter a title.") if field == "titles" else self.tr("Enter a symbol.")
            self.form.problems({field: told})
            return
        self._save.setEnabled(False)
        self.submitted.emit(tuple(wanted))

    def _make_list(self) -> RecordTable:
        table = RecordTable(
            (
                Column("name", self.tr("File"), lambda draft: draft.file.name, icon=_sign),
                Column("symbol", self.tr("Symbol"), lambda draft: draft.symbol, width=110),
            ),
            name="draft_list",
            spoken=self.tr("Files"),
            filtered=False,
        )
        table.setMinimumWidth(scaled(300))
        return table

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("bg", "surface")
        right = QVBoxLayout(inside)
        right.setContentsMargins(0, 0, 12, 0)
        right.setSpacing(10)
        right.addWidget(self._said)
        right.addWidget(self.form)
        right.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        across = QHBoxLayout()
        across.setContentsMargins(20, 18, 8, 14)
        across.setSpacing(18)
        across.addWidget(self.list, 2)
        across.addWidget(area, 3)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(across, 1)
        down.addWidget(rule())
        down.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("cancel")
        cancel.clicked.connect(self.reject)
        self._save.setObjectName("save")
        self._save.setProperty("kind", "primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self.submit)
        across = QHBoxLayout()
        across.setContentsMargins(20, 12, 20, 14)
        across.setSpacing(8)
        across.addStretch(1)
        across.addWidget(cancel)
        across.addWidget(self._save)
        return across

    def _wanted(self) -> list[FileDraft]:
        return [draft for draft in self._drafts.values() if draft.can_be_taken]

    def _show_list(self) -> None:
        self.list.set_rows(tuple(self._drafts.values()))
        self._allow()

    def _allow(self) -> None:
        count = len(self._wanted())
        self._save.setEnabled(count > 0)
        self._save.setText(self.tr("Add %n paper(s)", "", count))

    def _choose(self, rows: tuple[Any, ...]) -> None:
        if len(rows) != 1 or rows[0].id == self._shown:
            return
        self._keep()
        draft = self._drafts[rows[0].id]
        self._shown = draft.id
        self.form.setVisible(draft.can_be_taken)
        self.form.clear_problems()
        self.form.set_values(draft.values())
        problem = draft.file.problem
        told = ""
        if problem is not None:
            told = f"{problem.sentence} {problem.remedy}"
        elif draft.file.danger is not None:
            told = words.danger(str(draft.file.danger))
        self._said.setText(told)
        self._said.setVisible(bool(told))

    def _keep(self) -> None:
        """Keep what the form says of the file that is shown."""
        if self._shown is not None and self._drafts[self._shown].can_be_taken:
            self._drafts[self._shown] = replace(self._drafts[self._shown], **self.form.values())

    def _note_change(self) -> None:
        """Have the symbol follow the category until somebody has written another one.

        Only these two fields are read: reading them all would end what is being composed.
        """
        self._was_changed = True
        if self._shown is None:
            return
        before = self._drafts[self._shown]
        symbol, category = self._field("symbol"), self._field("category")
        is_ours = before.symbol_is_proposed and symbol == before.symbol
        self._drafts[self._shown] = replace(
            before, symbol=symbol, category=category, symbol_is_proposed=is_ours
        )
        if is_ours and category != before.category:
            taken = tuple(
                draft.symbol for draft in self._drafts.values() if draft.id != self._shown
            )
            self.symbol_wanted.emit(self._shown, category, taken)
        elif symbol != before.symbol:
            self._show_list()

    def _field(self, name: str) -> str:
        return str(self.form.field(name).value())


def _is_named(draft: FileDraft) -> bool:
    return bool(draft.symbol.strip()) and any(title.strip() for title in draft.titles.values())


def _sign(draft: FileDraft) -> tuple[str, str] | None:
    if draft.file.problem is not None:
        return "circle-alert", "bad"
    if draft.file.danger is not None:
        return "triangle-alert", "warn"
    return "file-text", "text3"
