"""The window itself: it lays out its parts, folds them by width, and passes on what is asked."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.clock import Clock
from app.ui.appearance import scaled
from app.ui.widgets.blank import Blank
from app.ui.widgets.navigation import Place
from app.ui.widgets.progress import BusyBar
from app.ui.window.banner import ReadOnlyBanner
from app.ui.window.menu_bar import MenuBar
from app.ui.window.pack_line import PackLine, PackTold
from app.ui.window.sidebar import Sidebar
from app.ui.window.status_line import StatusLine

_SIDEBAR_FOLDS_BELOW = 1100
_SMALLEST = (920, 600)
_USUAL = (1440, 900)


class Frame(QMainWindow):
    """Sidebar, pages, banner and status line.

    Signals:
        painted: The window has been drawn for the first time.
        closing: The user wants to close the window; it stays until told to go.
        place_changed: The key of the place whose page is shown now.
    """

    painted = Signal()
    closing = Signal()
    place_changed = Signal(str)

    def __init__(self, *, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("frame")
        self.setWindowTitle("JWG Desk")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self.menu_bar = MenuBar()
        self.setMenuBar(self.menu_bar)
        self.sidebar = Sidebar()
        self.banner = ReadOnlyBanner()
        self.pack_line = PackLine()
        self.status_line = StatusLine(clock=clock)
        self.busy_bar = BusyBar(self)
        self.blank = Blank("folder-open", name="workspace_blank")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.blank)
        self._places: dict[str, QWidget] = {}
        self._panes: list[tuple[QWidget, Callable[[], None]]] = []
        self._was_painted = False
        self._may_close = False
        self.sidebar.place_chosen.connect(self.go_to)
        self.add_pane(self.sidebar, self.sidebar.focus_places)
        self._lay_out()

    def add_page(self, place: Place, page: QWidget) -> None:
        """Add a page, and the place that leads to it."""
        self._places[place.key] = page
        self._pages.addWidget(page)
        if place.is_listed:
            self.sidebar.add_place(place)

    def add_pane(self, pane: QWidget, focus: Callable[[], None]) -> None:
        """Add a part of the window that F6 goes to, and how to put the keyboard there."""
        self._panes.append((pane, focus))

    def go_to(self, key: str) -> None:
        """Show the page of a place."""
        self._pages.setCurrentWidget(self._places[key])
        self.sidebar.navigation.show_place(key)
        self.place_changed.emit(key)

    def has_place(self, key: str) -> bool:
        """Say whether there is such a place."""
        return key in self._places

    def place(self) -> str:
        """Return the place whose page is shown; nothing where none is."""
        shown = self._pages.currentWidget()
        return next((key for key, page in self._places.items() if page is shown), "")

    def show_blank(self) -> None:
        """Show that there is nothing to show, instead of a page."""
        self._pages.setCurrentWidget(self.blank)

    def say_opening(self, sentence: str) -> None:
        """Say in the status line what is being got ready."""
        self.status_line.show_opening(sentence)

    def say_backed_up(self, taken_at: datetime) -> None:
        """Say when the newest backup was taken."""
        self.status_line.show_backup(taken_at)

    def say_open(
        self,
        *,
        name: str,
        actor: str,
        why_read_only: str,
        last_backup: datetime | None,
        pack: PackTold | None = None,
    ) -> None:
        """Show a workspace's name and state, or those of a pack."""
        self.setWindowTitle(f"{name} – JWG Desk")
        self.sidebar.show_workspace(name=name, actor=actor)
        self.banner.say(why_read_only if pack is None else "")
        self.pack_line.show_pack(pack)
        self.menu_bar.show_workspace_open(is_open=True)
        if pack is not None:
            self.status_line.show_pack()
        elif why_read_only:
            self.status_line.show_read_only()
        else:
            self.status_line.show_saved(None)
        if why_read_only and last_backup is None:
            self.status_line.hide_backup()
        else:
            self.status_line.show_backup(last_backup)

    def move_between_panes(self, step: int) -> None:
        """Put the keyboard on the next pane, or on the one before."""
        shown = [entry for entry in self._panes if entry[0].isVisible()]
        focused = QApplication.focusWidget()
        here = next(
            (
                place
                for place, (pane, _) in enumerate(shown)
                if focused is not None and (pane is focused or pane.isAncestorOf(focused))
            ),
            -1 if step > 0 else 0,
        )
        shown[(here + step) % len(shown)][1]()

    def let_go(self) -> None:
        """Close the window at last."""
        self._may_close = True
        self.close()

    def place_text(self) -> str:
        """Return where the window stands, as text for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def put_back(self, place_text: str) -> None:
        """Put the window where it stood; nonsense is passed over."""
        if place_text:
            self.restoreGeometry(QByteArray.fromBase64(place_text.encode("ascii", "ignore")))

    def changeEvent(self, event: QEvent) -> None:
        """Fold or unfold to the new size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the window go only when told to."""
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.closing.emit()

    def _fold(self) -> None:
        self.sidebar.fold(narrow=self.width() < scaled(_SIDEBAR_FOLDS_BELOW))
        self.busy_bar.setGeometry(0, self.menu_bar.height(), self.width(), self.busy_bar.height())
        self.busy_bar.raise_()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addWidget(self._pages, 1)
        whole = QWidget()
        down = QVBoxLayout(whole)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addWidget(self.pack_line)
        down.addLayout(middle, 1)
        down.addWidget(self.status_line)
        self.setCentralWidget(whole)
