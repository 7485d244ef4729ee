"""The window in which the past is brought in: first the folder, then what was found in it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import Misfortune
from app.ui.appearance import scaled
from app.ui.notify import Notifier
from app.ui.past import words
from app.ui.past.detail import PastDetail
from app.ui.past.start_page import StartPage
from app.ui.past.tree import PastTree
from app.ui.past.view import PastSetup
from app.ui.widgets.card import rule
from app.ui.widgets.label import ElidingLabel, wrapped_label
from app.ui.widgets.problem_note import ProblemBanner
from app.ui.widgets.room import fit

if TYPE_CHECKING:
    from app.services.past.obstacles import Hurdle
    from app.services.past.proposals import MeetingProposal
    from app.services.past.reading import Proposals

_WIDTH, _HEIGHT, _DETAIL = 1280, 820, 380


class PastDialog(QDialog):
    """Leads from a folder to the record.

    Signals:
        read_wanted: The folder and the body.
        ticked: A group, a proposal (0 for all), and whether it is wanted.
        use_chosen: A group, a proposal, and what shall become of it.
        values_changed: A group, a proposal, and its values.
        approved: What is ticked shall be stored.
        stop_wanted: No further meeting shall be stored.
    """

    read_wanted = Signal(object, object)
    ticked = Signal(int, int, bool)
    use_chosen = Signal(int, int, str)
    values_changed = Signal(int, int, object)
    approved = Signal()
    stop_wanted = Signal()

    def __init__(
        self, setup: PastSetup, *, notifier: Notifier, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("past_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bring in the past"))
        self.setModal(True)
        self._notifier = notifier
        self._is_reading = self._is_storing = False
        self._groups: dict[int, MeetingProposal] = {}
        self._at = (0, 0)
        self._found: Proposals | None = None
        self.start = StartPage(setup, notifier=notifier)
        self.start.folder_given.connect(self.read_wanted)
        self.tree = PastTree()
        self.detail = PastDetail()
        self.banner = ProblemBanner(name="past_problem")
        self.news = wrapped_label("", "", name="past_news")
        self._told = ElidingLabel("", "small")
        self._told.setObjectName("past_summary")
        self._pages = QStackedWidget()
        self._back = self._button(self.tr("Another folder"), "past_back", self._leave_folder)
        self._cancel = self._button(self.tr("Close"), "cancel", self.reject)
        self._read = self._button(self.tr("Read the folder"), "past_read", self.start.read)
        self._save = self._button(self.tr("Bring in"), "save", self._approve)
        for button in (self._read, self._save):
            button.setProperty("kind", "primary")
        self._join()
        self._lay_out()
        fit(self, _WIDTH, _HEIGHT)
        self._go_back()

    def show_reading(self, *, done: int, total: int, name: str) -> None:
        """Show how far the reading is."""
        self._is_reading = True
        self._pages.setCurrentIndex(0)
        self._read.setEnabled(False)
        self._cancel.setText(self.tr("Cancel"))
        self.start.show_reading(done=done, total=total, name=name)

    def show_unreadable(self, problem: Misfortune) -> None:
        """Say why a folder cannot be read."""
        self._end_reading()
        self.start.banner.say(f"{problem.sentence} {problem.remedy}".strip())

    def show_proposals(self, found: "Proposals", sides: Mapping[Any, str]) -> None:
        """Show what was found."""
        self._end_reading()
        self._end_storing()
        self._found = found
        self._groups = {group.id: group for group in found.groups}
        self.banner.say("")
        self.news.hide()
        self.detail.offer_sides(sides)
        self.tree.show_all(found.groups, found.unread, sides)
        self._pages.setCurrentIndex(1)
        self._read.hide()
        self._back.show()
        self._save.show()
        self._count()
        self.tree.setFocus()

    def show_group(self, group: "MeetingProposal") -> None:
        """Show one meeting as it is now."""
        self._groups[group.id] = group
        self.tree.show_group(group)
        if self._at[0] == group.id:
            self._show_detail()
        self._count()

    def show_hurdle(self, hurdle: "Hurdle") -> None:
        """Say what must be settled first, and go there."""
        group = self._groups[hurdle.group_id]
        where = next(each for each in group.proposals if each.id == hurdle.proposal_id)
        spoken = f"{words.group(group)}, {words.what(where)}"
        self.banner.say(words.obstacle(hurdle.obstacle.value, spoken))
        self.tree.go_to(hurdle.group_id, hurdle.proposal_id)

    def show_storing(self, *, done: int, total: int) -> None:
        """Show how many meetings are stored."""
        self._is_storing = True
        self.banner.say("")
        for widget in (self.tree, self.detail, self._back, self._save):
            widget.setEnabled(False)
        self._cancel.setText(self.tr("Stop"))
        self._told.setText(
            self.tr("Bringing in {done} of {total}…").format(done=done + 1, total=total)
        )

    def show_refused(self, problem: Misfortune) -> None:
        """Say why a meeting was not stored; what was ticked stays ticked."""
        self._end_storing()
        self._count()
        self.banner.say(f"{problem.sentence} {problem.remedy}".strip())

    def show_stored(self, count: int) -> None:
        """Say how many meetings and papers have been brought in."""
        told = self.tr(
            "Brought in: {number}. Each can be taken back with Edit, Undo, unless something in it"
            " was adopted."
        )
        self.news.setText(told.format(number=count))
        self.news.show()

    def file_of(self, name: str) -> Any:
        """Return the path of a file that was read."""
        paper = self._found.papers.get(name) if self._found is not None else None
        return paper.path if paper is not None else None

    def reject(self) -> None:
        """Close; while meetings are being stored, stop that first."""
        if self._is_storing:
            self.stop_wanted.emit()
        elif self._is_reading or not self._has_ticks() or self._agrees_to_lose():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before what was ticked is lost."""
        event.ignore()
        self.reject()

    def _has_ticks(self) -> bool:
        return any(group.is_wanted for group in self._groups.values())

    def _agrees_to_lose(self) -> bool:
        return self._notifier.ask(
            self.tr("Leave without bringing in what is ticked?"),
            self.tr("What you ticked and corrected here is forgotten. The folder stays as it is."),
            agree=self.tr("Leave without bringing in"),
        )

    def _approve(self) -> None:
        if self.detail.check():
            self.approved.emit()

    def _leave_folder(self) -> None:
        if not self._has_ticks() or self._agrees_to_lose():
            self._go_back()

    def _go_back(self) -> None:
        self._pages.setCurrentIndex(0)
        self._groups = {}
        self._back.hide()
        self._save.hide()
        self._read.show()
        self._told.setText("")
        self.start.form.setFocus()

    def _end_reading(self) -> None:
        self._is_reading = False
        self._read.setEnabled(True)
        self._cancel.setText(self.tr("Close"))
        self.start.show_reading(done=-1, total=0, name="")

    def _end_storing(self) -> None:
        self._is_storing = False
        for widget in (self.tree, self.detail, self._back, self._save):
            widget.setEnabled(True)
        self._cancel.setText(self.tr("Close"))

    def _show_chosen(self, group_id: int, proposal_id: int) -> None:
        self._at = (group_id, proposal_id)
        self._show_detail()

    def _show_detail(self) -> None:
        group_id, proposal_id = self._at
        group = self._groups.get(group_id)
        told = group.proposals if group is not None else ()
        proposal = next((each for each in told if each.id == proposal_id), None)
        if group is None or proposal is None:
            self.detail.show_group(group)
        else:
            self.detail.show_proposal(group, proposal)

    def _count(self) -> None:
        wanted = [group for group in self._groups.values() if group.is_wanted]
        number = sum(1 for group in wanted for each in group.proposals if each.is_wanted)
        self._save.setEnabled(bool(wanted))
        told = self.tr("Ticked: {number}, in {groups} of {all}")
        self._told.setText(told.format(number=number, groups=len(wanted), all=len(self._groups)))

    def _join(self) -> None:
        self.tree.chosen.connect(self._show_chosen)
        self.tree.ticked.connect(self.ticked)
        self.detail.use_chosen.connect(lambda use: self.use_chosen.emit(*self._at, use))
        self.detail.values_changed.connect(
            lambda values: self.values_changed.emit(*self._at, values)
        )

    def _button(self, text: str, name: str, do: Callable[[], Any]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def _lay_out(self) -> None:
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(self.tree)
        across.addWidget(self.detail)
        across.setStretchFactor(0, 1)
        across.setStretchFactor(1, 0)
        self.detail.setMinimumWidth(scaled(_DETAIL))
        second = QWidget()
        down = QVBoxLayout(second)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(10)
        down.addWidget(self.banner)
        down.addWidget(self.news)
        down.addWidget(across, 1)
        self._pages.addWidget(self.start)
        self._pages.addWidget(second)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._back)
        buttons.addWidget(self._told, 1)
        for button in (self._cancel, self._read, self._save):
            buttons.addWidget(button)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(20, 18, 20, 16)
        outside.setSpacing(12)
        outside.addWidget(self._pages, 1)
        outside.addWidget(rule())
        outside.addLayout(buttons)
