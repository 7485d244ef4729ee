"""Builds the menu bar from the menus' data and tells which entry was chosen."""

from collections.abc import Set as AbstractSet
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.ui.window.menus import MENUS, Command, Entry, Menu


class MenuBar(QMenuBar):
    """The menus of the window.

    Signals:
        requested: The Command that was chosen.
        opening: A menu is about to be shown.
        closed: A menu is no longer shown.
    """

    requested = Signal(object)
    opening = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[Command, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._entries: list[Entry] = []
        self._menus: list[tuple[QMenu, Menu]] = []
        self.is_workspace_open = False
        for menu in MENUS:
            self._add(menu)
        self.show_workspace_open(is_open=False)

    def mark(self, command: Command) -> None:
        """Mark one of a group of alternatives."""
        self._actions[command].setChecked(True)

    def action(self, command: Command) -> QAction:
        """Return the action of a command."""
        return self._actions[command]

    def show_workspace_open(self, *, is_open: bool) -> None:
        """Enable what needs an open workspace, or disable it."""
        self.is_workspace_open = is_open
        for entry in self._entries:
            if entry.needs_workspace:
                self._actions[entry.command].setEnabled(is_open)

    def offer_only(self, commands: AbstractSet[Command]) -> None:
        """Show these entries and no others."""
        for command, action in self._actions.items():
            action.setVisible(command in commands)
        for shown, menu in self._menus:
            offered = (entry for entry in menu.entries if entry is not None)
            has_any = any(self._actions[entry.command].isVisible() for entry in offered)
            shown.menuAction().setVisible(has_any)

    def _add(self, menu: Menu) -> None:
        shown = self.addMenu(_translated(menu.title))
        self._menus.append((shown, menu))
        shown.setToolTipsVisible(True)
        shown.aboutToShow.connect(self.opening)
        shown.aboutToHide.connect(self.closed)
        for entry in menu.entries:
            if entry is None:
                shown.addSeparator()
            else:
                shown.addAction(self._action(entry))

    def _action(self, entry: Entry) -> QAction:
        action = QAction(_translated(entry.text), self)
        action.setObjectName(entry.command)
        action.setToolTip(_translated(entry.help))
        if entry.keys:
            action.setShortcuts([QKeySequence(keys) for keys in (entry.keys, *entry.other_keys)])
        if entry.group:
            group = self._groups.setdefault(entry.group, QActionGroup(self))
            action.setCheckable(True)
            group.addAction(action)
        action.triggered.connect(partial(self.requested.emit, entry.command))
        self._actions[entry.command] = action
        self._entries.append(entry)
        return action


def _translated(text: str) -> str:
    return QCoreApplication.translate("Menus", text)
