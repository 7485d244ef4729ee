"""Joins the window with its pages and presenters; each of them knows only what it is handed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.settings.options import LAST_BODY, LAST_WORKSPACE, WINDOW_GEOMETRY, ThemeChoice
from app.texts.addresses import Address
from app.ui.bodies.presenter import BodiesPresenter
from app.ui.bodies.switcher import BodySwitcher
from app.ui.bodies.view import BodiesView
from app.ui.changes import ChangeBus, ChangeSet
from app.ui.desk_forms import DeskForms
from app.ui.desk_history import DeskHistory
from app.ui.desk_pages import DeskPages
from app.ui.desk_reading import DeskReading
from app.ui.desk_search import DeskSearch
from app.ui.desk_ways import Ways
from app.ui.history.joining import join_history
from app.ui.look import Look
from app.ui.meetings.meeting_view import tab_of
from app.ui.meetings.page import MeetingsPage
from app.ui.meetings.presenter import MeetingsPresenter
from app.ui.meetings.record import MeetingRecord
from app.ui.needs import Needs
from app.ui.operations import Operations
from app.ui.pages import make_first, make_library, make_studio, make_work
from app.ui.parts import make_parts
from app.ui.services import warm
from app.ui.studio.joining import join
from app.ui.studio.page import StudioPage
from app.ui.studio.presenter import StudioPresenter
from app.ui.surroundings import Surroundings as Surroundings
from app.ui.whole_workspace.joining import WholeWorkspaces
from app.ui.widgets.navigation import Place
from app.ui.window.frame import Frame
from app.ui.window.here import Here
from app.ui.window.menus import Command
from app.ui.workspaces.presenter import Opened, WorkspacesPresenter
from app.ui.workspaces.view import WorkspacesView

if TYPE_CHECKING:
    from app.services.bodies import BodyRow

LANGUAGE = "en"
MEETINGS = "meetings"
STUDIO = "studio"

_THEMES = {
    ThemeChoice.LIGHT: Command.THEME_LIGHT,
    ThemeChoice.DARK: Command.THEME_DARK,
    ThemeChoice.SYSTEM: Command.THEME_SYSTEM,
}


_HOUR_MILLISECONDS = 3_600_000


class Desk(QObject):
    """Furnishes a window with its pages and lets them work.

    Signals:
        filled: A body's meetings are shown for the first time.
        warmed: What is wanted later is imported too: nothing heavy is left to load.
        closed: The workspace is closed and the window gone.
    """

    filled = Signal()
    warmed = Signal()
    closed = Signal()

    def __init__(self, window: Frame, around: Surroundings) -> None:
        super().__init__(window)
        self.window = window
        self._around = around
        self._settings = around.settings
        self._was_filled = False
        self._meeting_id: UUID | None = None
        self._changes = ChangeBus()
        self._operations = Operations(
            tasks=around.tasks,
            changes=self._changes,
            notifier=around.notifier,
            report_mistake=around.report_mistake,
            parent=self,
        )
        self._operations.busy_changed.connect(self.window.busy_bar.set_busy)
        self._look = Look(theme=around.theme, settings=around.settings)
        self.window.menu_bar.mark(_THEMES[around.theme.choice])
        self._needs = Needs(
            tasks=around.tasks,
            operations=self._operations,
            changes=self._changes,
            notifier=around.notifier,
            report_failure=self._operations.fail,
            clock=around.clock,
            settings=around.settings,
            go_to=self._go_to,
        )
        self._pages = DeskPages(window)
        self._ways = self._make_ways()
        self._pages.add(make_first(self._needs))
        self._meetings = self._make_meetings()
        window.place_changed.connect(self._page.meeting.leave)
        self._pages.add(make_work(self._needs))
        self._pages.add(make_library(self._needs))
        self._studio = self._make_studio()
        self._pages.add(make_studio(self._needs))
        self._bodies = self._make_bodies()
        self._forms = self._make_forms()
        self._popup.new_requested.connect(self._forms.start_new_body)
        self._workspaces = self._make_workspaces()
        self._whole = self._make_whole()
        self._changes.subscribe(self._tell_saved)
        self._history = join_history(window, self._needs, leave=self._leave_pages)
        self._here = Here(window, window.menu_bar)
        self._search = self._make_search()
        self._looking_back = DeskHistory(
            window, self._needs, self._pages, here=self._here, in_hand=self._meeting_in_hand
        )
        self._commands = self._make_commands()
        self._reading = DeskReading(window, self._page.meeting)
        self.window.menu_bar.requested.connect(self._obey)
        self.window.closing.connect(self._close)
        around.theme.changed.connect(self._show_again)
        self._hourly = QTimer(self, interval=_HOUR_MILLISECONDS)
        self._hourly.timeout.connect(self._workspaces.back_up_if_due)
        self._hourly.start()

    def start(self, path: Path | None, *, record: Address | None = None) -> None:
        """Open a workspace: the one given, else the last one, else the sample; at a record."""
        self._ways.want(record)
        last = self._settings.value(LAST_WORKSPACE)
        if path is not None:
            self._workspaces.open(path)
        elif last and Path(last).is_file():
            self._workspaces.open(Path(last))
        else:
            self._workspaces.open_sample()

    def turn_to_link(self, link: str) -> None:
        """Turn to the record of a link that was followed outside the window."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        self._ways.follow(link)

    def show_tab(self, key: str) -> None:
        """Turn to one of the tabs of the meeting that is shown."""
        self._page.meeting.show_tab(key)

    def go_to_meetings(self) -> None:
        """Show the meetings."""
        if self._workspaces.opened is not None:
            self.window.go_to(MEETINGS)
            self._page.list_pane.focus_list()

    def go_to_studio(self) -> None:
        """Show the Document studio, with the meeting in hand."""
        if self._workspaces.opened is not None:
            self.window.go_to(STUDIO)
            self._studio_page.focus_page()

    def _make_ways(self) -> Ways:
        return Ways(
            self._needs,
            self._pages,
            bodies=lambda: self._bodies,
            show_meeting=self._show_meeting,
            show_in_meeting=self._show_in_meeting,
        )

    def _make_search(self) -> DeskSearch:
        return DeskSearch(
            self.window,
            self._needs,
            self._pages,
            ways=self._ways,
            here=self._here,
            in_hand=self._meeting_in_hand,
            obey=self._obey,
        )

    def _make_meetings(self) -> MeetingsPresenter:
        page = MeetingsPage(notifier=self._around.notifier)
        presenter = MeetingsPresenter(
            page,
            tasks=self._around.tasks,
            operations=self._operations,
            changes=self._changes,
            report_failure=self._operations.fail,
            heard=self._show_clocks,
        )
        page.meeting_chosen.connect(presenter.choose)
        page.filter_changed.connect(presenter.filter)
        page.narrowed.connect(presenter.narrow)
        page.late_told.connect(self._show_late)
        page.save_requested.connect(presenter.save_as_word)
        page.meeting.record_requested.connect(self._go_to)
        self.window.add_page(Place(MEETINGS, self.tr("Meetings"), "landmark", "Ctrl+2"), page)
        self.window.add_pane(page.list_pane, page.list_pane.focus_list)
        self.window.add_pane(page.meeting, page.meeting.focus_tabs)
        self._page = page
        self._parts = make_parts(self._needs)
        for part in self._parts:
            page.meeting.add_part(part)
        return presenter

    def _make_studio(self) -> StudioPresenter:
        page = StudioPage(notifier=self._around.notifier)
        presenter = StudioPresenter(page, operations=self._operations, changes=self._changes)
        join(page, presenter)
        page.record_requested.connect(self._show_record)
        place = Place(
            STUDIO, self.tr("Document studio"), "file-pen-line", "Ctrl+9", self.tr("Studio")
        )
        self.window.add_page(place, page)
        for pane, focus in page.panes():
            self.window.add_pane(pane, focus)
        self._studio_page = page
        return presenter

    def _make_bodies(self) -> BodiesPresenter:
        self._popup = BodySwitcher(self.window)
        self._bodies_view = BodiesView(button=self.window.sidebar.switcher, popup=self._popup)
        presenter = BodiesPresenter(
            self._bodies_view,
            tasks=self._around.tasks,
            changes=self._changes,
            report_failure=self._operations.fail,
            turned_to=self._show_body,
        )
        self._popup.searched.connect(presenter.search)
        self._popup.body_chosen.connect(presenter.choose)
        self.window.sidebar.switch_requested.connect(self._switch_body)
        return presenter

    def _make_workspaces(self) -> WorkspacesPresenter:
        view = WorkspacesView(
            shell=self.window,
            blank=self.window.blank,
            notifier=self._around.notifier,
            window=self.window,
        )
        presenter = WorkspacesPresenter(
            view,
            load_services=self._around.load_services,
            operations=self._operations,
            clock=self._around.clock,
            actor=self._around.actor,
            sample_path=self._around.sample_path,
            turned_to=self._show_workspace,
        )
        view.open_button.clicked.connect(presenter.open_other)
        view.new_button.clicked.connect(presenter.create)
        view.restore_button.clicked.connect(presenter.show_backups)
        view.restore_requested.connect(presenter.restore)
        view.passphrase_given.connect(presenter.open)
        return presenter

    def _make_forms(self) -> DeskForms:
        return DeskForms(
            self.window,
            self._page,
            self._needs,
            body_made=self._bodies.turn_to,
            meeting_planned=self._meetings.turn_to,
        )

    def _make_whole(self) -> WholeWorkspaces:
        return WholeWorkspaces(
            self.window,
            self._needs,
            load_services=self._around.load_services,
            actor=self._around.actor,
            open_workspace=self._workspaces.open,
        )

    def _make_commands(self) -> dict[Command, Callable[[], object]]:
        workspaces, look = self._workspaces, self._look
        choose_theme = look.choose_theme
        return {
            Command.NEW_WORKSPACE: partial(self._leave_for, workspaces.create),
            Command.OPEN_WORKSPACE: partial(self._leave_for, workspaces.open_other),
            Command.OPEN_SAMPLE: partial(self._leave_for, workspaces.open_sample),
            Command.SAVE: self._say_saved,
            Command.SAVE_COPY: workspaces.save_copy,
            Command.RESTORE_BACKUP: workspaces.show_backups,
            Command.PRINT: self._here.print,
            Command.CLOSE: self.window.close,
            Command.UNDO: self._history.undo,
            Command.REDO: self._history.redo,
            Command.FIND: self._here.find,
            Command.GO_MEETINGS: self.go_to_meetings,
            Command.GO_STUDIO: self.go_to_studio,
            Command.SWITCH_BODY: self._switch_body,
            Command.NEXT_PANE: partial(self.window.move_between_panes, 1),
            Command.PREVIOUS_PANE: partial(self.window.move_between_panes, -1),
            Command.THEME_LIGHT: partial(choose_theme, ThemeChoice.LIGHT),
            Command.THEME_DARK: partial(choose_theme, ThemeChoice.DARK),
            Command.THEME_SYSTEM: partial(choose_theme, ThemeChoice.SYSTEM),
            Command.TEXT_LARGER: look.enlarge,
            Command.TEXT_SMALLER: look.reduce,
            Command.TEXT_NORMAL: look.restore_size,
            Command.MANUAL: self._show_manual,
            Command.ABOUT: self._show_about,
            **self._whole.commands(),
            **self._pages.commands(lambda: workspaces.opened is not None),
            **self._forms.commands(),
            **self._search.commands(),
            **self._looking_back.commands(),
        }

    def _obey(self, command: Command) -> None:
        if self.window.menu_bar.action(command).isVisible():
            self._commands[command]()

    def _show_workspace(self, opened: Opened) -> None:
        path = Path(opened.workspace.path)
        if path != self._around.sample_path or self._settings.value(LAST_WORKSPACE):
            self._settings.choose(LAST_WORKSPACE, str(path))
        self._reading.turn(opened.pack)
        self._page.save_beside(path.parent)
        self._studio_page.save_beside(path.parent)
        self._studio.open(opened.services, opened.workspace, language=LANGUAGE)
        for part in self._parts:
            part.open(opened.services, opened.workspace, language=LANGUAGE)
        self._ways.open(opened.services, opened.workspace)
        self._search.open(opened.services, opened.workspace, language=LANGUAGE)
        self._pages.open(opened.services, opened.workspace, language=LANGUAGE)
        self._forms.open(opened.services, opened.workspace, language=LANGUAGE)
        self._popup.set_read_only(read_only=opened.workspace.read_only)
        self._meetings.open(opened.services, opened.workspace, language=LANGUAGE)
        self._bodies.open(
            opened.services,
            opened.workspace,
            language=LANGUAGE,
            wanted_code=self._settings.value(LAST_BODY),
        )
        self._history.open(opened.services, opened.workspace)
        self._reading.arrive()
        self._whole.open(opened.services, opened.workspace)

    def _show_body(self, row: "BodyRow | None") -> None:
        if not self.window.place():
            self.window.go_to(MEETINGS)
        self._studio.show_body(row.id if row is not None else None)
        self._pages.show_body(row.id if row is not None else None)
        self._forms.show_body(row.id if row is not None else None)
        self._search.show_body(row.id if row is not None else None)
        if row is None:
            self._meetings.show_no_body()
            self._tell_filled()
            return
        self._settings.choose(LAST_BODY, row.code)
        self._meetings.show_body(row.id)
        self._ways.go_to_wanted()

    def _show_again(self) -> None:
        self._meetings.show_again()

    def _show_clocks(self, shown: MeetingRecord | None) -> None:
        zones: tuple[str, ...] = ()
        if shown is not None:
            others = (zone for zone, _ in shown.detail.other_clocks)
            zones = tuple(zone for zone in (shown.detail.zone, *others) if zone)
            self._studio.turn_to(shown.detail.row.id)
        self._meeting_id = shown.detail.row.id if shown is not None else None
        self._pages.show_meeting(self._meeting_id)
        self._forms.show_meeting(shown.detail if shown is not None else None)
        self.window.status_line.show_zones(zones)
        self._tell_filled()

    def _show_late(self, count: int) -> None:
        words = self.tr("%n late", "", count) if count else ""
        self.window.sidebar.navigation.show_badge(MEETINGS, words)

    def _tell_filled(self) -> None:
        if not self._was_filled:
            self._was_filled = True
            self._page.list_pane.focus_list()
            self.filled.emit()
            opened = self._workspaces.opened
            if opened is not None:
                work = partial(warm, opened.services)
                self._around.tasks.run(work, lambda _: self.warmed.emit(), self._operations.fail)

    def _tell_saved(self, change: ChangeSet) -> None:
        self.window.status_line.show_saved(self._around.clock.now())

    def _say_saved(self) -> None:
        self._leave_pages()
        opened = self._workspaces.opened
        if opened is not None and not opened.workspace.read_only:
            self.window.status_line.show_saved(self._around.clock.now())

    def _show_record(self, kind: str, identifier: str) -> None:
        """Show where a record is kept: the meeting of the studio, at the tab that has it."""
        meeting_id = self._studio.meeting_id
        if meeting_id is not None:
            self.window.go_to(MEETINGS)
            self._meetings.turn_to(meeting_id)
            self._page.meeting.show_tab(tab_of(kind))

    def _meeting_in_hand(self) -> UUID | None:
        """Return the meeting that is looked at, on its page or in the studio."""
        is_shown = self.window.place() in (MEETINGS, STUDIO)
        return self._meeting_id if is_shown else None

    def _go_to(self, kind: str, record_id: UUID) -> None:
        """Turn to a record that a page or a part of a meeting speaks of."""
        self._ways.go_to(kind, record_id)

    def _show_meeting(self, meeting_id: UUID) -> None:
        self.window.go_to(MEETINGS)
        self._meetings.turn_to(meeting_id)

    def _show_in_meeting(self, kind: str, record_id: UUID) -> None:
        """Show what belongs to the meeting in hand at the tab that has it."""
        self.window.go_to(MEETINGS)
        self._page.meeting.show_in(kind, record_id)

    def _switch_body(self) -> None:
        if self._workspaces.opened is not None:
            self._bodies_view.drop_down(self.window.sidebar.switcher)

    def _show_manual(self) -> None:
        from app.ui.manual.dialog import ManualDialog

        ManualDialog(parent=self.window).show()

    def _show_about(self) -> None:
        # Imported when asked for: reading the libraries' versions would slow the start.
        from app.ui.about.dialog import AboutDialog, Places

        opened = self._workspaces.opened
        places = Places(
            workspace=Path(opened.workspace.path) if opened is not None else None,
            settings=self._settings.path,
            log=self._around.log_folder,
        )
        AboutDialog(places, parent=self.window).open()

    def _close(self) -> None:
        self._settings.choose(WINDOW_GEOMETRY, self.window.place_text())
        self._leave_pages()
        self.window.hide()
        self._workspaces.close(self._leave)

    def _leave_for(self, other: Callable[[], None]) -> None:
        """Turn to another workspace after saving what is being typed in this one."""
        self._leave_pages()
        other()

    def _leave_pages(self) -> None:
        self._page.meeting.leave()
        self._pages.leave()

    def _leave(self) -> None:
        self.window.let_go()
        self.closed.emit()
