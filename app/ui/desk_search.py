"""Joins the palette, the search page, the line at the side and the links with the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from app.texts.addresses import Address
from app.ui.desk_pages import DeskPages
from app.ui.desk_ways import Ways
from app.ui.needs import Needs
from app.ui.palette.commands import CommandEntry
from app.ui.palette.palette import Palette
from app.ui.palette.presenter import PalettePresenter
from app.ui.search.joining import KEY, SearchDeskPage
from app.ui.window.frame import Frame
from app.ui.window.here import Here
from app.ui.window.menus import MENUS, Command

if TYPE_CHECKING:
    from app.services.finding.kept import SavedRow
    from app.ui.services import Services

_SELF = frozenset({Command.PALETTE, Command.GO_SEARCH})


class DeskSearch(QObject):
    """What the window offers to find things: quickly, wholly, and again."""

    def __init__(
        self,
        window: Frame,
        needs: Needs,
        pages: DeskPages,
        *,
        ways: Ways,
        here: Here,
        in_hand: Callable[[], UUID | None],
        obey: Callable[[Any], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._needs = needs
        self._here = here
        self._in_hand = in_hand
        self._is_open = False
        self.page = SearchDeskPage(needs, tell_saved=self._tell_saved, copy_link=self.copy_link)
        pages.add((self.page,))
        self.palette = Palette(window)
        self.presenter = PalettePresenter(
            self.palette,
            tasks=needs.tasks,
            report_failure=needs.report_failure,
            commands=self._offered,
            recent=ways.recent.refs,
            go_to=needs.go_to,
            obey=obey,
            search_page=self.show_all,
        )
        self.palette.typed.connect(self.presenter.type)
        self.palette.chosen.connect(self.presenter.choose)
        self.palette.all_requested.connect(self.presenter.show_all)
        window.sidebar.search_requested.connect(self.open_palette)
        window.sidebar.search_chosen.connect(self._make_saved)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace."""
        self._is_open = True
        self.palette.close_palette()
        self.presenter.open(services, workspace, language=language)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self.presenter.show_body(body_id)

    def commands(self) -> dict[Command, Callable[[], object]]:
        """Return what the menu entries do."""
        return {Command.PALETTE: self.open_palette, Command.COPY_LINK: self._copy_here}

    def open_palette(self) -> None:
        """Show the palette."""
        if self._is_open:
            self.palette.open_palette()

    def show_all(self, line: str) -> None:
        """Show everything that a line finds, on the page."""
        self._window.go_to(KEY)
        self.page.presenter.look_for(line)
        self.page.page.line.setFocus()

    def copy_link(self, kind: str, record_id: UUID) -> None:
        """Put the address of a record where it can be pasted into Word or a message."""
        QApplication.clipboard().setText(str(Address(kind, record_id)))
        told = QCoreApplication.translate("DeskSearch", "The link was copied")
        self._window.status_line.show_notice(told)

    def _copy_here(self) -> None:
        what = self._here.link()
        meeting_id = self._in_hand()
        if what is not None:
            self.copy_link(*what)
        elif meeting_id is not None:
            self.copy_link("meeting", meeting_id)
        else:
            told = QCoreApplication.translate("DeskSearch", "Choose a record to copy its link")
            self._window.status_line.show_notice(told)

    def _tell_saved(self, rows: "tuple[SavedRow, ...]") -> None:
        self._window.sidebar.show_searches([(row.id, row.name) for row in rows])

    def _make_saved(self, search_id: UUID) -> None:
        self._window.go_to(KEY)
        self.page.presenter.choose_saved(search_id)
        self.page.page.list.setFocus()

    def _offered(self) -> tuple[CommandEntry, ...]:
        """Return the commands that can be chosen now."""
        found = []
        for menu in MENUS:
            name = _plain(menu.title)
            for entry in menu.entries:
                if entry is None or entry.command in _SELF:
                    continue
                action = self._window.menu_bar.action(entry.command)
                if action.isEnabled():
                    keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
                    found.append(
                        CommandEntry(
                            entry.command,
                            action.text().replace("&", ""),
                            name,
                            action.toolTip(),
                            keys,
                        )
                    )
        return tuple(found)


def _plain(words: str) -> str:
    return QCoreApplication.translate("Menus", words).replace("&", "")
