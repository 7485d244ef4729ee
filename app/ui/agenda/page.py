"""The agenda's tab: what can be done, how far it has come, the items, and whether they fit."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import Misfortune
from app.ui.agenda import words
from app.ui.agenda.dialogs import AgendaDialogs
from app.ui.agenda.editions_dialog import EditionsDialog
from app.ui.agenda.head import AgendaHead
from app.ui.agenda.hours_line import HoursLine
from app.ui.agenda.left_over_dialog import LeftOverDialog
from app.ui.agenda.outline import AgendaOutline
from app.ui.agenda.peek import AgendaPeek
from app.ui.agenda.sheet import AgendaSheet
from app.ui.notify import FileKind, Notifier
from app.ui.widgets.problem_note import ProblemBanner
from app.ui.widgets.saved_notice import SavedNotice

if TYPE_CHECKING:
    from app.services.agenda import Hanging, OutlineItem
    from app.services.agenda_carrying import LeftOver
    from app.services.agenda_editions import AgendaChange, AgendaLine
    from app.services.paper_files import IncomingFile
    from app.services.papers import PaperDetail


class AgendaPage(QWidget):
    """Shows an agenda and asks what is needed to change it.

    Signals:
        sheet_shown: The agenda that is shown now.
        edition_wanted: The edition that shall be shown.
        compare_wanted: The older and the newer edition; ``None`` is the agenda as it is now.
        restore_wanted: The edition that shall be the agenda again.
        taken_up: The items of other meetings that shall be taken up here.

    Attributes:
        head: The buttons and the state of the agenda.
        outline: The items.
        peek: What there is to say of the item that is chosen.
        dialogs: The dialogs with a form.
        editions: The dialog with the editions, while it is open.
        left_over: The dialog with the items left over, while it is open.
    """

    sheet_shown = Signal(object)
    edition_wanted = Signal(object)
    compare_wanted = Signal(object, object)
    restore_wanted = Signal(object)
    taken_up = Signal(tuple)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_page")
        self.setProperty("bg", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._notifier = notifier
        self._folder = Path.home()
        self._code = ""
        self.head = AgendaHead()
        self.outline = AgendaOutline()
        self.peek = AgendaPeek()
        self.dialogs = AgendaDialogs(self, notifier=notifier)
        self.editions: EditionsDialog | None = None
        self.left_over: LeftOverDialog | None = None
        self._banner = ProblemBanner(name="agenda_problem")
        self._notice = SavedNotice(name="agenda_saved")
        self._notice.hide()
        self._notice.open_requested.connect(notifier.open_outside)
        self._hours = HoursLine()
        self.outline.table.chosen.connect(self._peek)
        self.head.take_filter(self.outline.table.filter_line)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 16, 24, 14)
        down.setSpacing(10)
        for widget in (self.head, self._banner, self._notice):
            down.addWidget(widget)
        down.addWidget(self.outline, 1)
        down.addWidget(self.peek)
        down.addWidget(self._hours)

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a file is chosen."""
        self._folder = folder

    def show_reading(self) -> None:
        """Say that the agenda is being read."""
        self.outline.table.set_busy(True)

    def show_sheet(self, sheet: AgendaSheet) -> None:
        """Show this agenda."""
        self._code = sheet.outline.code
        self._banner.say("")
        self.outline.table.set_busy(False)
        self.head.setEnabled(True)
        self.head.show_sheet(sheet)
        self._hours.show_sheet(sheet)
        self._say_empty(sheet)
        self.outline.show_sheet(sheet)
        self._peek(self.outline.table.selected())
        self.sheet_shown.emit(sheet)

    def show_nothing(self) -> None:
        """Show that there is no meeting."""
        self._fill_blank()
        self.outline.table.say_empty(self.tr("No meeting is chosen"))

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the agenda why it cannot be read."""
        self._fill_blank()
        self.outline.table.say_problem(sentence, remedy)

    def say_refused(self, problem: Misfortune) -> None:
        """Say above the list why nothing was changed."""
        self._banner.say(f"{problem.sentence} {problem.remedy}".strip())

    def select_next(self, item_id: UUID) -> None:
        """Choose an item as soon as it is shown."""
        self.outline.select_next(item_id)

    def ask_remove(self, items: "tuple[OutlineItem, ...]", hanging: "tuple[Hanging, ...]") -> bool:
        """Ask before items are deleted, saying what hangs on them."""
        names = ", ".join(" ".join(filter(None, (item.label, item.title))) for item in items)
        told = "\n".join(dict.fromkeys(words.hanging(found) for found in hanging))
        return self._notifier.ask(
            self.tr("Delete “{item}”?").format(item=names), told, agree=self.tr("Delete")
        )

    def show_item(
        self, item: "OutlineItem", sheet: AgendaSheet, papers: "tuple[PaperDetail, ...]"
    ) -> None:
        """Show an item with all that can be changed in it."""
        self.dialogs.show_item(item, sheet, papers)

    def show_editions(self, sheet: AgendaSheet) -> None:
        """Show the editions that were kept."""
        self.editions = EditionsDialog(sheet, notifier=self._notifier, parent=self)
        self.editions.finished.connect(self._forget_editions)
        self.editions.shown_wanted.connect(self.edition_wanted)
        self.editions.compare_wanted.connect(self.compare_wanted)
        self.editions.restore_wanted.connect(self.restore_wanted)
        self.editions.start()

    def show_edition(self, lines: "tuple[AgendaLine, ...]") -> None:
        """Show the items of the edition that was asked for."""
        if self.editions is not None:
            self.editions.show_edition(lines)

    def show_changes(self, changes: "tuple[AgendaChange, ...]") -> None:
        """Show what differs between the editions that were asked for."""
        if self.editions is not None:
            self.editions.show_changes(changes)

    def show_carry(
        self, items: "tuple[OutlineItem, ...]", meetings: tuple[tuple[UUID, str], ...]
    ) -> None:
        """Ask to which meeting items shall be carried."""
        if meetings:
            self.dialogs.ask_carry(items, meetings)
            return
        sentence = self.tr("This body has no other meeting ahead.")
        self.say_refused(Misfortune(sentence, self.tr("Plan the next one first.")))

    def show_left_over(self, rows: "tuple[LeftOver, ...]") -> None:
        """Ask which of the items that other meetings left unfinished shall be taken up."""
        self.left_over = LeftOverDialog(rows, parent=self)
        self.left_over.finished.connect(self._forget_left_over)
        self.left_over.taken_up.connect(self.taken_up)
        self.left_over.open()

    def choose_files(self) -> tuple[Path, ...]:
        """Ask for the file of a new paper."""
        title = self.tr("The file of the paper")
        chosen = self._notifier.choose_files(title=title, folder=self._folder)
        if chosen:
            self._folder = chosen[0].parent
        return chosen

    def show_new_paper(
        self, item: "OutlineItem", file: "IncomingFile", symbol: str, sheet: AgendaSheet
    ) -> None:
        """Ask what a file shall be called as a paper before an item."""
        self.dialogs.ask_paper(item, file, symbol, sheet)

    def choose_word_file(self, kind: str) -> Path | None:
        """Ask where a document of the agenda shall be written."""
        called = self.tr("Chair’s run sheet") if kind == "run-sheet" else self.tr("Agenda")
        suggestion = self._folder / f"{called} - {self._code}.docx".replace("/", "-")
        title = self.tr("Save as Word")
        chosen = self._notifier.choose_new_file(FileKind.WORD, title=title, suggestion=suggestion)
        if chosen is not None:
            self._folder = chosen.parent
        return chosen

    def show_saved(self, path: Path) -> None:
        """Say that a file was written."""
        self._notice.show_path(path)

    def close_dialog(self, _result: Any = None) -> None:
        """Close the dialog that is open, now that what it asked for is done."""
        self.dialogs.close_saved()
        for dialog in (self.editions, self.left_over):
            if dialog is not None:
                dialog.accept()

    def refuse_dialog(self, problem: Misfortune) -> None:
        """Say in the dialog that is open why nothing was changed."""
        if self.editions is not None:
            self.editions.show_refused(problem)
        elif self.left_over is not None:
            self.left_over.show_refused(problem)
        elif not self.dialogs.show_refused(problem):
            self.say_refused(problem)

    def _fill_blank(self) -> None:
        self.outline.table.set_busy(False)
        self.outline.table.set_rows(())
        self.head.setEnabled(False)
        self._hours.hide()
        self.peek.show_line(None)
        self._banner.say("")

    def _say_empty(self, sheet: AgendaSheet) -> None:
        button = self.tr("Insert the standard items") if sheet.can_change else ""
        self.outline.table.say_empty(
            self.tr("This meeting has no agenda yet"),
            button,
            detail=self.tr("Begin with the items that every meeting has, or press Enter to type."),
        )

    def _peek(self, lines: tuple[Any, ...]) -> None:
        self.peek.show_line(lines[0] if len(lines) == 1 else None)

    def _forget_editions(self) -> None:
        self.editions = None

    def _forget_left_over(self) -> None:
        self.left_over = None
