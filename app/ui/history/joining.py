"""Joins the history with the window's Edit menu."""

from collections.abc import Callable

from app.ui.history.edit_menu import EditMenu
from app.ui.history.presenter import HistoryPresenter
from app.ui.history.text_keys import TextKeys
from app.ui.needs import Needs
from app.ui.window.frame import Frame


def join_history(window: Frame, needs: Needs, *, leave: Callable[[], None]) -> HistoryPresenter:
    """Have the Edit menu undo and redo; ``leave`` saves what is being typed."""
    TextKeys(window)
    return HistoryPresenter(
        EditMenu(window.menu_bar),
        tasks=needs.tasks,
        operations=needs.operations,
        changes=needs.changes,
        report_failure=needs.report_failure,
        leave=leave,
    )
