"""The papers' tab: the list, the files of the paper that is chosen, and files that are dropped."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QFileSystemWatcher, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import Misfortune
from app.ui.appearance import scaled
from app.ui.notify import Notifier
from app.ui.papers.changed_notice import ChangedNotice
from app.ui.papers.columns import NARROW, WIDE_ONLY, paper_columns
from app.ui.papers.dialogs import PaperDialogs
from app.ui.papers.peek import PaperPeek
from app.ui.papers.sheet import PapersSheet
from app.ui.widgets.field import mark
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.menu_button import MenuButton
from app.ui.widgets.problem_note import ProblemBanner
from app.ui.widgets.record_table import RecordTable
from app.ui.widgets.saved_notice import SavedNotice

if TYPE_CHECKING:
    from app.services.meeting_folders import FolderPlan
    from app.services.papers import FileRow, PaperDetail
    from app.services.working_copies import WorkingCopy
    from app.ui.papers.drafts import FileDraft

_NARROW_BELOW, _WIDE_FROM = 720, 1040


class PapersPage(QWidget):
    """Shows papers and asks what is needed to change them.

    Signals:
        dropped: The files that were dropped here.
        sheet_shown: The papers that are shown now.
        copies_touched: Something has happened to a copy that was put out.

    Attributes:
        table: The list.
        peek: The files of the paper that is chosen.
        dialogs: The dialogs.
        changed: Offers to keep what was changed in other programs.
        add, folder, more: The buttons.
    """

    dropped = Signal(tuple)
    sheet_shown = Signal(object)
    copies_touched = Signal()

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("papers_page")
        self.setProperty("bg", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._notifier = notifier
        self._from = self._to = Path.home()
        self._copies: Path | None = None
        self._can_change = False
        self.table = RecordTable(
            paper_columns(), name="papers_list", spoken=self.tr("Papers"), empty_icon="files"
        )
        self.table.offer_links("paper")
        self.peek = PaperPeek()
        self.changed = ChangedNotice()
        self.dialogs = PaperDialogs(self, notifier=notifier)
        self._banner = ProblemBanner(name="papers_problem")
        self._notice = SavedNotice(name="papers_saved")
        self._notice.hide()
        self._notice.open_requested.connect(notifier.open_outside)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self.copies_touched)
        self.table.chosen.connect(self._peek)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 16, 24, 14)
        down.setSpacing(10)
        down.addLayout(self._buttons())
        for widget in (self._banner, self.changed, self._notice):
            down.addWidget(widget)
        down.addWidget(self.table, 1)
        down.addWidget(self.peek)

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a file is chosen."""
        self._from = self._to = folder

    def show_reading(self) -> None:
        """Say that the papers are being read."""
        self.table.set_busy(True)

    def show_sheet(self, sheet: PapersSheet) -> None:
        """Show these papers."""
        self._banner.say("")
        self._can_change = sheet.can_change
        self.table.set_busy(False)
        self._say_empty(sheet)
        self.table.set_rows(sheet.papers)
        self.table.filter_line.setEnabled(bool(sheet.papers))
        self.add.setEnabled(sheet.can_change)
        self.folder.setEnabled(True)
        self._peek(self.table.selected())
        self.sheet_shown.emit(sheet)

    def show_nothing(self) -> None:
        """Show that there is no meeting."""
        self._fill_blank()
        self.table.say_empty(self.tr("No meeting is chosen"))

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the papers why they cannot be read."""
        self._fill_blank()
        self.table.say_problem(sentence, remedy)

    def say_refused(self, problem: Misfortune) -> None:
        """Say above the list why nothing was done."""
        self._banner.say(f"{problem.sentence} {problem.remedy}".strip())

    def choose_files(self) -> tuple[Path, ...]:
        """Ask for files that shall become papers."""
        chosen = self._notifier.choose_files(title=self.tr("Add papers"), folder=self._from)
        if chosen:
            self._from = chosen[0].parent
        return chosen

    def show_drafts(self, drafts: "tuple[FileDraft, ...]", sheet: PapersSheet) -> None:
        """Ask what files shall be called as papers."""
        self.dialogs.show_drafts(drafts, sheet)

    def show_symbol(self, draft_id: int, symbol: str) -> None:
        """Show the symbol that is proposed for one of the files."""
        self.dialogs.show_symbol(draft_id, symbol)

    def show_paper(self, paper: "PaperDetail", sheet: PapersSheet) -> None:
        """Show a paper with all that can be changed in it."""
        self.dialogs.show_paper(paper, sheet)

    def ask_file(self, paper: "PaperDetail", sheet: PapersSheet) -> None:
        """Ask for a further file of a paper, and its language."""
        title = self.tr("A file of {symbol}").format(symbol=paper.symbol)
        chosen = self._notifier.choose_files(title=title, folder=self._from)
        if chosen:
            self._from = chosen[0].parent
            self.dialogs.ask_file(paper, chosen[0], sheet)

    def ask_twin(self, paper: "PaperDetail", others: "tuple[PaperDetail, ...]") -> None:
        """Ask which paper is the redacted form of a confidential one."""
        if others:
            self.dialogs.ask_twin(paper, others)
            return
        sentence = self.tr("There is no other paper that could be its redacted form.")
        self.say_refused(Misfortune(sentence, self.tr("Add the redacted file as a paper first.")))

    def ask_remove(self, papers: "tuple[PaperDetail, ...]") -> bool:
        """Ask before papers are deleted."""
        symbols = ", ".join(paper.symbol for paper in papers)
        files = sum(len(paper.files) for paper in papers)
        told = self.tr("%n file(s) go with it; this can be undone.", "", files)
        items = ", ".join(dict.fromkeys(label for paper in papers for _, label in paper.items))
        if items:
            told += " " + self.tr("It is before agenda item {items}.").format(items=items)
        return self._notifier.ask(
            self.tr("Delete {symbols}?").format(symbols=symbols), told, agree=self.tr("Delete")
        )

    def ask_remove_file(self, paper: "PaperDetail", file: "FileRow") -> bool:
        """Ask before a file of a paper is deleted."""
        question = self.tr("Delete “{file}” of {symbol}?").format(
            file=file.file_name, symbol=paper.symbol
        )
        return self._notifier.ask(
            question, self.tr("The paper stays; this can be undone."), agree=self.tr("Delete")
        )

    def choose_place(self, name: str) -> Path | None:
        """Ask where a file shall be written."""
        chosen = self._notifier.choose_place(
            title=self.tr("Save the file"), suggestion=self._to / name
        )
        if chosen is not None:
            self._to = chosen.parent
        return chosen

    def choose_target(self, name: str, *, as_zip: bool) -> Path | None:
        """Ask where the folder of the meeting shall be written."""
        title = self.tr("Save the meeting")
        if as_zip:
            return self.choose_place(f"{name}.zip")
        chosen = self._notifier.choose_folder(title=title, folder=self._to)
        if chosen is not None:
            self._to = chosen
        return chosen

    def copies_folder(self) -> Path:
        """Return a folder of our own for copies that are looked at."""
        if self._copies is None or not self._copies.is_dir():
            self._copies = Path(tempfile.mkdtemp(prefix="jwg-"))
        return self._copies

    def open_outside(self, copy: "WorkingCopy") -> None:
        """Open a copy in the program the computer uses for it, and notice when it is changed."""
        self._watcher.addPath(str(copy.path))
        self._notifier.open_outside(copy.path)

    def show_changed(self, copies: "tuple[WorkingCopy, ...]") -> None:
        """Offer to keep what was changed in other programs."""
        self.changed.show_copies(copies)

    def show_plan(self, plan: "FolderPlan") -> None:
        """Show what goes into the folder of the meeting."""
        self.dialogs.show_plan(plan)

    def progress(self) -> Callable[[int, int], bool]:
        """Return what the writing of a folder tells its progress to, from any thread."""
        return self.dialogs.begin_writing()

    def show_saved(self, path: Path) -> None:
        """Say that a file or folder was written."""
        self._notice.show_path(path)

    def close_dialog(self, _result: Any = None) -> None:
        """Close the dialog that is open, now that what it asked for is done."""
        self.dialogs.close_saved()

    def refuse_dialog(self, problem: Misfortune) -> None:
        """Say in the dialog that is open why nothing was done."""
        if not self.dialogs.show_refused(problem):
            self.say_refused(problem)

    def select_next(self, paper_id: UUID) -> None:
        """Choose a paper as soon as it is shown."""
        self.table.choose((paper_id,))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, where they can become papers."""
        if self._can_change and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            mark(self, "dropping", holds=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that nothing would be taken any more."""
        mark(self, "dropping", holds=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files that were dropped."""
        mark(self, "dropping", holds=False)
        paths = tuple(
            Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()
        )
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is little room."""
        super().resizeEvent(event)
        hidden = NARROW if self.width() < scaled(_NARROW_BELOW) else WIDE_ONLY
        if self.width() >= scaled(_WIDE_FROM):
            hidden = frozenset()
        for place, column in enumerate(self.table.model.columns):
            self.table.view.setColumnHidden(place, column.key in hidden)

    def _buttons(self) -> QHBoxLayout:
        self.add = IconButton(
            "plus",
            self.tr("Add files as papers; they can also be dropped here"),
            name="papers_add",
            kind="",
            text=self.tr("Add files…"),
        )
        self.folder = IconButton(
            "folder-down",
            self.tr("The whole meeting as a folder or an archive"),
            name="papers_folder",
            kind="",
            text=self.tr("Meeting folder…"),
        )
        self.more = MenuButton(self.tr("More"))
        self.more.setObjectName("papers_more")
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.add)
        across.addWidget(self.table.filter_line, 1)
        across.addWidget(self.folder)
        across.addWidget(self.more)
        return across

    def _fill_blank(self) -> None:
        self.table.set_busy(False)
        self.table.set_rows(())
        self._can_change = False
        for button in (self.add, self.folder):
            button.setEnabled(False)
        self.peek.show_paper(None, can_change=False)
        self._banner.say("")

    def _say_empty(self, sheet: PapersSheet) -> None:
        if not sheet.has_body:
            self.table.say_empty(
                self.tr("This meeting belongs to no body, so it has no papers"),
                detail=self.tr("Papers are numbered by the body."),
            )
            return
        self.table.say_empty(
            self.tr("This meeting has no papers yet"),
            self.tr("Add files…") if sheet.can_change else "",
            detail=self.tr("Drop files here: Word, PDF, slides, and messages saved from mail."),
        )

    def _peek(self, papers: tuple[Any, ...]) -> None:
        paper = papers[0] if len(papers) == 1 else None
        self.peek.show_paper(paper, can_change=self._can_change)
