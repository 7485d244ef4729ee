"""Joins the papers' tab with its presenter and hands both to the meeting."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence

from app.ui import icons, phrases
from app.ui.needs import Needs
from app.ui.papers.folder_dialog import target_of
from app.ui.papers.page import PapersPage
from app.ui.papers.presenter import PapersPresenter
from app.ui.papers.sheet import PapersSheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.services.meeting_folders import FolderPlan
    from app.services.meetings import MeetingDetail
    from app.services.papers import PaperDetail
    from app.ui.services import Services

_STEPS = {
    "draft": ("circulated", "withdrawn"),
    "circulated": ("final", "draft", "withdrawn"),
    "final": ("withdrawn",),
    "withdrawn": (),
}


class PapersPart(QObject):
    """The papers as a tab of a meeting.

    Signals:
        retitled: The number of papers has changed.
    """

    retitled = Signal()
    key = "papers"

    def __init__(self, needs: Needs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count: int | None = None
        self._wanted: UUID | None = None
        self._page = PapersPage(notifier=needs.notifier)
        self.widget: QWidget = self._page
        self._presenter = PapersPresenter(
            self._page,
            tasks=needs.tasks,
            operations=needs.operations,
            changes=needs.changes,
            report_failure=needs.report_failure,
        )
        self._actions = self._make_actions()
        self._join_list()
        self._join_dialogs()
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._presenter.clear_copies)

    def title(self) -> str:
        """Return the text of the tab."""
        if self._count is None:
            return self.tr("Documents")
        return self.tr("Documents  {n}").format(n=self._count)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; no meeting is shown yet."""
        self._page.save_beside(workspace.path.parent)
        self._presenter.open(services, workspace, language=language)

    def show_meeting(self, detail: "MeetingDetail | None") -> None:
        """Turn to a meeting, or show the one in hand anew."""
        self._recount(detail.row.papers if detail is not None else None)
        self._presenter.show_meeting(detail.row.id if detail is not None else None)

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether the tab is the one that is looked at."""
        self._presenter.look(shown=shown)
        if shown:
            self._presenter.look_for_changes()

    def focus(self) -> None:
        """Put the keyboard on the papers."""
        self._page.table.setFocus()

    def show_record(self, kind: str, record_id: "UUID") -> None:
        """Choose a paper, as soon as the papers of its meeting are shown."""
        self._wanted = record_id
        self._choose_wanted()

    def leave(self) -> None:
        """Nothing is typed here outside of dialogs, which keep what is typed themselves."""

    def _take_sheet(self, sheet: PapersSheet) -> None:
        self._recount(len(sheet.papers))
        self._allow()
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        table = self._page.table
        if self._wanted is not None and self._wanted in {row.id for row in table.rows()}:
            table.choose((self._wanted,))
            # What is shown below the list of the chosen one takes its room from the list first.
            QTimer.singleShot(0, table.view, lambda: table.view.scrollTo(table.view.currentIndex()))
            self._wanted = None

    def _recount(self, count: int | None) -> None:
        if count != self._count:
            self._count = count
            self.retitled.emit()

    def _join_list(self) -> None:
        page, presenter = self._page, self._presenter
        page.sheet_shown.connect(self._take_sheet)
        page.dropped.connect(presenter.add_files)
        page.add.clicked.connect(self._add_files)
        page.table.start_requested.connect(self._add_files)
        page.folder.clicked.connect(page.dialogs.show_folder)
        page.table.activated.connect(self._open_first)
        page.table.delete_requested.connect(self._remove)
        page.table.retry_requested.connect(presenter.refresh)
        page.table.chosen.connect(self._allow)
        page.peek.opened.connect(presenter.open_file)
        page.peek.saved.connect(presenter.save_file)
        page.peek.removed.connect(presenter.remove_file)
        page.peek.details_wanted.connect(presenter.show_paper)
        page.copies_touched.connect(presenter.look_for_changes)
        page.changed.keep_wanted.connect(presenter.take_back)
        page.changed.leave_wanted.connect(presenter.leave_copy)
        for name, action in self._actions.items():
            if name in {"circulated", "twin", "delete"}:
                page.table.add_separator()
                page.more.choices.addSeparator()
            page.table.add_action(action)
            page.more.choices.addAction(action)

    def _join_dialogs(self) -> None:
        dialogs, presenter = self._page.dialogs, self._presenter
        dialogs.registered.connect(presenter.register)
        dialogs.symbol_wanted.connect(presenter.propose_symbol)
        dialogs.paper_saved.connect(presenter.save_paper)
        dialogs.file_added.connect(presenter.add_file)
        dialogs.twins_linked.connect(presenter.link_twins)
        dialogs.scope_chosen.connect(presenter.plan_folder)
        dialogs.folder_wanted.connect(self._write_folder)

    def _make_actions(self) -> dict[str, QAction]:
        told: tuple[tuple[str, str, str, str, Callable[[], object]], ...] = (
            ("open", self.tr("Open"), "external-link", "Ctrl+Return", self._open_first),
            ("save", self.tr("Save as…"), "file-down", "", self._save_first),
            ("details", self.tr("Details…"), "file-pen-line", "Alt+Return", self._show_details),
            ("file", self.tr("Add revision or language…"), "file-plus", "", self._ask_file),
            *(
                (status, self._step_words(status), "", "", partial(self._step, status))
                for status in ("circulated", "final", "draft", "withdrawn")
            ),
            ("twin", self.tr("Link with its redacted form…"), "eye-off", "", self._ask_twin),
            ("part", self.tr("Unlink from its redacted form"), "", "", self._part_twins),
            ("delete", self.tr("Delete…"), "trash-2", "", self._remove),
        )
        made = {}
        for name, text, icon, keys, act in told:
            action = QAction(text, self)
            action.setObjectName(f"paper_{name}_action")
            if icon:
                action.setIcon(icons.icon(icon))
            if keys:
                action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _checked=False, act=act: act())
            made[name] = action
        return made

    def _step_words(self, status: str) -> str:
        told = phrases.say("paper status", status)
        return self.tr("Mark as {status}").format(status=told.lower())

    def _chosen(self) -> "tuple[PaperDetail, ...]":
        return self._page.table.selected()

    def _ids(self) -> "tuple[UUID, ...]":
        return tuple(paper.id for paper in self._chosen())

    def _allow(self) -> None:
        sheet = self._presenter.sheet
        can_change = sheet is not None and sheet.can_change
        papers = self._chosen()
        one = papers[0] if len(papers) == 1 else None
        has_file = one is not None and bool(one.files)
        allowed = {
            "open": has_file,
            "save": has_file,
            "details": one is not None,
            "file": can_change and one is not None,
            "twin": can_change and one is not None and one.twin is None,
            "part": can_change and one is not None and one.twin is not None,
            "delete": can_change and bool(papers),
        }
        for status in ("circulated", "final", "draft", "withdrawn"):
            allowed[status] = (
                can_change
                and bool(papers)
                and all(status in _STEPS[str(paper.status)] for paper in papers)
            )
        for name, action in self._actions.items():
            action.setEnabled(allowed[name])

    def _add_files(self) -> None:
        self._presenter.add_files()

    def _open_first(self, _row: Any = None) -> None:
        """Open the file of the paper, in the first of the meeting's languages that it has."""
        for file in self._latest():
            self._presenter.open_file(file.id)

    def _save_first(self) -> None:
        for file in self._latest():
            self._presenter.save_file(file.id)

    def _latest(self) -> tuple[Any, ...]:
        papers = self._chosen()
        sheet = self._presenter.sheet
        if len(papers) != 1 or sheet is None:
            return ()
        order = {tag: place for place, tag in enumerate(sheet.languages)}
        files = sorted(papers[0].latest, key=lambda file: order.get(file.language, len(order)))
        return tuple(files[:1])

    def _show_details(self) -> None:
        for paper in self._chosen()[:1]:
            self._presenter.show_paper(paper.id)

    def _ask_file(self) -> None:
        for paper in self._chosen()[:1]:
            self._presenter.ask_file(paper.id)

    def _ask_twin(self) -> None:
        for paper in self._chosen()[:1]:
            self._presenter.ask_twin(paper.id)

    def _part_twins(self) -> None:
        for paper in self._chosen()[:1]:
            self._presenter.part_twins(paper.id)

    def _step(self, status: str) -> None:
        self._presenter.change_status(self._ids(), status)

    def _remove(self, _rows: Any = None) -> None:
        self._presenter.remove(self._ids())

    def _write_folder(self, plan: "FolderPlan", as_zip: bool) -> None:  # noqa: FBT001 - a slot
        chosen = self._page.choose_target(plan.name, as_zip=as_zip)
        if chosen is not None:
            target = target_of(chosen, as_zip=as_zip)
            self._presenter.write_folder(plan, target, as_zip)
