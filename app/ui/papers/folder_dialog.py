"""The whole meeting as a folder or an archive: for whom, what goes in, what does not and why."""

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui import phrases
from app.ui.appearance import scaled
from app.ui.papers import words
from app.ui.widgets.card import rule
from app.ui.widgets.fields import OptionField
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.problem_note import ProblemBanner
from app.ui.widgets.record_table import Column, RecordTable
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from app.domain.errors import Misfortune
    from app.services.meeting_folders import FolderEntry, FolderPlan, LeftOut

_SIZE = (860, 600)
_SCOPES = ("one-side", "both-sides", "public")
_FIRST = "both-sides"
FOLDER, ZIP = "folder", "zip"


class FolderDialog(QDialog):
    """Shows what goes in before anything is written.

    Signals:
        scope_chosen: For whom it shall be.
        save_wanted: The plan that is shown, and whether it becomes an archive.
        progressed: How many of how many files are written; told from any thread.
    """

    scope_chosen = Signal(str)
    save_wanted = Signal(object, bool)
    progressed = Signal(int, int)

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("folder_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("The meeting as a folder"))
        self.setModal(True)
        room = parent.window().size()
        self.resize(
            min(scaled(_SIZE[0]), room.width() - 40), min(scaled(_SIZE[1]), room.height() - 40)
        )
        self._plan: FolderPlan | None = None
        self._stopped = Event()
        self._is_writing = False
        self._scopes = Segments(name="folder_scope")
        self._form = OptionField([(FOLDER, self.tr("Folder")), (ZIP, self.tr("Zip archive"))])
        self._form.setAccessibleName(self.tr("Folder or archive"))
        self._form.editor.setObjectName("folder_form")
        self._explained = wrapped_label("", "muted", name="folder_explained")
        self._banner = ProblemBanner(name="folder_problem")
        self._entries = self._make_entries()
        self._left_out = wrapped_label("", "small", name="folder_left_out")
        self._bar = QProgressBar()
        self._bar.setObjectName("folder_progress")
        self._bar.setAccessibleName(self.tr("Files written"))
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._save = QPushButton(self.tr("Save…"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._lay_out()
        self._scopes.chosen.connect(self._choose)
        self.progressed.connect(self._show_progress)

    def start(self) -> None:
        """Open, and ask for what goes to all sides."""
        self._choose(_FIRST)
        self.open()

    def show_plan(self, plan: "FolderPlan") -> None:
        """Show what goes in, and what does not."""
        self._plan = plan
        self._entries.set_rows(plan.entries)
        confidential = sum(1 for entry in plan.entries if entry.is_confidential)
        self._explained.setText(_explained(str(plan.scope), confidential))
        self._left_out.setText(_left_out(plan.left_out))
        self._left_out.setVisible(bool(plan.left_out))
        self._save.setEnabled(bool(plan.entries) and not self._is_writing)

    def begin_writing(self) -> None:
        """Show that it is being written, and let that be stopped."""
        self._is_writing = True
        self._stopped.clear()
        self._bar.setRange(0, 0)
        self._bar.show()
        self._cancel.setText(self.tr("Stop"))
        for widget in (self._save, self._scopes, self._form):
            widget.setEnabled(False)

    def tell_progress(self, done: int, total: int) -> bool:
        """Take how far it is, from any thread; say whether to go on."""
        self.progressed.emit(done, total)
        return not self._stopped.is_set()

    def show_refused(self, problem: "Misfortune") -> None:
        """Say why nothing was written."""
        self._is_writing = False
        self._bar.hide()
        self._cancel.setText(self.tr("Cancel"))
        for widget in (self._save, self._scopes, self._form):
            widget.setEnabled(True)
        self._banner.say(f"{problem.sentence} {problem.remedy}".strip())
        if self._plan is not None:
            self.scope_chosen.emit(str(self._plan.scope))

    def reject(self) -> None:
        """Close; while it is being written, stop that first."""
        if self._is_writing:
            self._stopped.set()
            return
        super().reject()

    def is_zip(self) -> bool:
        """Say whether it becomes an archive."""
        return bool(self._form.value() == ZIP)

    def plan_name(self) -> str:
        """Return what the folder will be called."""
        return self._plan.name if self._plan is not None else ""

    def _make_entries(self) -> RecordTable:
        table = RecordTable(
            (
                Column("symbol", self.tr("Symbol"), lambda entry: entry.symbol, width=120),
                Column("title", self.tr("What"), _title, icon=_sign),
                Column("language", self.tr("Language"), _language, width=100),
                Column("path", self.tr("Called"), lambda entry: entry.path),
                Column("size", self.tr("Size"), _size, width=76, align_right=True),
            ),
            name="folder_entries",
            spoken=self.tr("What goes in"),
            key=lambda entry: entry.path,
            filtered=False,
        )
        table.say_empty(self.tr("Nothing of this meeting may go to them"))
        return table

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(10)
        upper.addWidget(text_label(self.tr("For"), "small"))
        upper.addWidget(self._scopes)
        upper.addStretch(1)
        self._form.setFixedWidth(scaled(160))
        upper.addWidget(self._form)
        inside = QVBoxLayout()
        inside.setContentsMargins(20, 18, 20, 14)
        inside.setSpacing(10)
        inside.addLayout(upper)
        inside.addWidget(self._explained)
        inside.addWidget(self._banner)
        inside.addWidget(self._entries, 1)
        inside.addWidget(self._left_out)
        inside.addWidget(self._bar)
        self._save.setObjectName("folder_save")
        self._save.setProperty("kind", "primary")
        self._save.clicked.connect(self._ask_save)
        self._cancel.setObjectName("cancel")
        self._cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 12, 20, 14)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(inside, 1)
        down.addWidget(rule())
        down.addLayout(buttons)

    def _choose(self, scope: str) -> None:
        segments = [
            Segment(each, phrases.say("distribution", each), phrases.say("distribution", each))
            for each in _SCOPES
        ]
        self._scopes.offer(segments, scope)
        self._banner.say("")
        self._save.setEnabled(False)
        self.scope_chosen.emit(scope)

    def _ask_save(self) -> None:
        if self._plan is not None:
            self.save_wanted.emit(self._plan, self.is_zip())

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)


def target_of(chosen: Path, *, as_zip: bool) -> Path:
    """Return where to write: an archive gets its ending, whatever was typed."""
    if as_zip and chosen.suffix.lower() != f".{ZIP}":
        return chosen.with_name(f"{chosen.name}.{ZIP}")
    return chosen


def _explained(scope: str, confidential: int) -> str:
    if scope == "one-side":
        told = words.say("Everything goes in, with what is for our side only.")
        if confidential:
            told = f"{told} {words.confidential(confidential)}"
        return told
    if scope == "public":
        return words.say(
            "Only what is public goes in: nothing of our side alone, nothing confidential."
        )
    return words.say("What all sides may see goes in: nothing of our side alone or confidential.")


def _left_out(rows: "tuple[LeftOut, ...]") -> str:
    told = [
        words.say("{what} ({why})").format(
            what=row.symbol or phrases.say("document", row.document), why=words.left_out(row)
        )
        for row in rows
    ]
    return words.say("Left out: {list}.").format(list=", ".join(told)) if told else ""


def _title(entry: "FolderEntry") -> str:
    return phrases.say("document", entry.document) if entry.document else entry.title


def _sign(entry: "FolderEntry") -> tuple[str, str] | None:
    if entry.is_confidential:
        return "lock", "bad"
    return "file-text", "text3"


def _language(entry: "FolderEntry") -> str:
    return phrases.say("language", entry.language)


def _size(entry: "FolderEntry") -> Any:
    return words.size(entry.size) if entry.size is not None else ""
