"""Sends "Find on this page" and "Print" to whatever has the keyboard, else to what is shown.

A widget answers by having a method ``find_here`` or ``print_here``; nobody need know which it is.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.window.menu_bar import MenuBar
from app.ui.window.menus import Command

_METHODS = {Command.FIND: "find_here", Command.PRINT: "print_here"}
_LINK = "link_here"


class Here(QObject):
    """Finds who answers, and shows in the menus whether anybody does."""

    def __init__(self, window: QWidget, menu_bar: MenuBar) -> None:
        super().__init__(window)
        self._window = window
        self._menu_bar = menu_bar
        menu_bar.opening.connect(self._look)
        menu_bar.closed.connect(self._let_keys_through)

    def find(self) -> None:
        """Put the keyboard into the nearest filter."""
        self._answer(Command.FIND)

    def print(self) -> None:
        """Show how the nearest list or page will be printed."""
        self._answer(Command.PRINT)

    def link(self) -> Any:
        """Return the kind and the id of the record that the keyboard is on; None for none."""
        near: QWidget | None = QApplication.focusWidget()
        while near is not None and near is not self._window:
            offer = _offered(near, _LINK)
            found = offer() if offer is not None else None
            if found is not None:
                return found
            near = near.parentWidget()
        return None

    def _answer(self, command: Command) -> None:
        answer = self._answerer(_METHODS[command])
        if answer is not None:
            answer()

    def _answerer(self, method: str) -> Callable[[], Any] | None:
        near: QWidget | None = QApplication.focusWidget()
        while near is not None and near is not self._window:
            if (found := _offered(near, method)) is not None:
                return found
            near = near.parentWidget()
        shown = (each for each in self._window.findChildren(QWidget) if each.isVisible())
        offers = (_offered(each, method) for each in shown)
        return next((offer for offer in offers if offer is not None), None)

    def _look(self) -> None:
        """Show an entry as it is while its menu is open: alive, if somebody answers."""
        for command, method in _METHODS.items():
            action = self._menu_bar.action(command)
            answers = self._menu_bar.is_workspace_open and self._answerer(method) is not None
            action.setEnabled(answers)

    def _let_keys_through(self) -> None:
        """A key is asked for at another moment, when somebody else may answer."""
        for command in _METHODS:
            self._menu_bar.action(command).setEnabled(self._menu_bar.is_workspace_open)


def _offered(widget: QWidget, method: str) -> Callable[[], Any] | None:
    offer: Callable[[], Any] | None = getattr(widget, method, None)
    return offer
