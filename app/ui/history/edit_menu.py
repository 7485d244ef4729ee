"""Shows in the Edit menu, by name, what can be taken back and what can be brought back."""

from PySide6.QtCore import QCoreApplication

from app.ui.window.menu_bar import MenuBar
from app.ui.window.menus import Command


class EditMenu:
    """The two entries of the Edit menu."""

    def __init__(self, menu_bar: MenuBar) -> None:
        self._undo = menu_bar.action(Command.UNDO)
        self._redo = menu_bar.action(Command.REDO)

    def show_next(self, undo: str, redo: str) -> None:
        """Show the names of the two; empty where there is none."""
        say = QCoreApplication.translate
        self._undo.setText(say("EditMenu", "&Undo {name}").format(name=_shown(undo)).strip())
        self._undo.setEnabled(bool(undo))
        self._redo.setText(say("EditMenu", "&Redo {name}").format(name=_shown(redo)).strip())
        self._redo.setEnabled(bool(redo))


def _shown(name: str) -> str:
    """A lone "&" in a menu would underline the letter after it."""
    return name.replace("&", "&&")
