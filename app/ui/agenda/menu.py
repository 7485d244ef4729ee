"""What can be done with agenda items, as a menu of the list and under More."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from app.ui import icons, phrases
from app.ui.agenda import words
from app.ui.agenda.sheet import AgendaSheet

_NUMBERINGS = ("decimal", "letters", "roman", "as-entered")
_OUTCOMES = ("adopted", "adopted-as-amended", "agreed", "noted", "exchanged-views")

_SHOWN = {
    "add": "Enter",
    "add_below": "Ctrl+Enter",
    "rename": "F2",
    "details": "Alt+Enter",
    "out": "Alt+Shift+Left",
    "in": "Alt+Shift+Right",
    "delete": "Del",
}
"""Keys that the list itself takes; they are shown, and not given to Qt a second time."""


class AgendaMenu(QObject):
    """The actions; each acts on the items that are chosen, or on the whole agenda.

    Signals:
        add_requested: A new item shall be entered; whether below the current one.
        rename_requested, details_requested, move_requested: Of the current item.
        delete_requested, carry_requested, paper_requested: Of the items that are chosen.
        shift_requested: The chosen items go a level out (-1) or in (1).
        left_as: How the meeting left the chosen items, and what came of them.
        left_over_requested, breaks_requested: Of the whole agenda.
        numbering_chosen: The style of numbering.
        step_requested: A step of the whole agenda.
        document_requested: The kind of document that shall be saved.
    """

    add_requested = Signal(bool)
    rename_requested = Signal()
    details_requested = Signal()
    move_requested = Signal()
    delete_requested = Signal()
    carry_requested = Signal()
    paper_requested = Signal()
    shift_requested = Signal(int)
    left_as = Signal(str, object)
    left_over_requested = Signal()
    breaks_requested = Signal()
    numbering_chosen = Signal(str)
    step_requested = Signal(str)
    document_requested = Signal(str)

    def __init__(self, more: QMenu) -> None:
        super().__init__(more)
        self._more = more
        self._numbering = QActionGroup(self)
        self.of_items = self._actions_of_items()
        self._of_one = ("rename", "details", "paper")

    def show_sheet(self, sheet: AgendaSheet, further_steps: tuple[str, ...]) -> None:
        """Offer what can be done with this agenda as a whole."""
        menu = self._more
        menu.clear()
        for step in further_steps:
            action = menu.addAction(words.step(step), partial(self.step_requested.emit, step))
            action.setEnabled(sheet.can_change and bool(sheet.outline.items))
        if further_steps:
            menu.addSeparator()
        self._add(menu, self.tr("Items left over…"), self.left_over_requested.emit, "left_over")
        self._add(menu, self.tr("Breaks of the sitting…"), self.breaks_requested.emit, "breaks")
        self._offer_numberings(menu, sheet)
        for action in menu.actions():
            if not sheet.can_change:
                action.setEnabled(False)
        menu.addSeparator()
        run_sheet = partial(self.document_requested.emit, "run-sheet")
        as_word = partial(self.document_requested.emit, "agenda")
        for text, act, name in (
            (self.tr("Chair’s run sheet as Word…"), run_sheet, "run_sheet"),
            (self.tr("Agenda as Word…"), as_word, "as_word"),
        ):
            self._add(menu, text, act, name).setEnabled(bool(sheet.outline.items))

    def allow(self, *, chosen: int, can_change: bool) -> None:
        """Allow what can be done with so many items."""
        for name, action in self.of_items.items():
            fits = chosen == 1 if name in self._of_one else chosen > 0 or name == "add"
            action.setEnabled(can_change and fits)
        self.of_items["details"].setEnabled(chosen == 1)

    def outcome_menu(self, above: QMenu) -> QMenu:
        """Return the menu of what came of an item."""
        menu = QMenu(self.tr("What came of it"), above)
        menu.setObjectName("agenda_outcomes")
        for outcome in _OUTCOMES:
            act = partial(self.left_as.emit, "concluded", outcome)
            self._add(menu, phrases.say("outcome", outcome), act, f"outcome_{outcome}")
        menu.addSeparator()
        for status in ("opened", "concluded", "deferred", "withdrawn"):
            outcome_of = "deferred" if status == "deferred" else None
            act = partial(self.left_as.emit, status, outcome_of)
            self._add(menu, phrases.say("item status", status), act, f"status_{status}")
        return menu

    def _actions_of_items(self) -> dict[str, QAction]:
        told: tuple[tuple[str, str, str, str, Callable[[], object]], ...] = (
            ("add", self.tr("Add item"), "plus", "", partial(self.add_requested.emit, False)),  # noqa: FBT003
            (
                "add_below",
                self.tr("Add sub-item"),
                "corner-down-right",
                "",
                partial(self.add_requested.emit, True),  # noqa: FBT003
            ),
            ("rename", self.tr("Rename"), "pencil", "", self.rename_requested.emit),
            ("details", self.tr("Details…"), "file-pen-line", "", self.details_requested.emit),
            (
                "paper",
                self.tr("New paper from a file…"),
                "file-plus",
                "",
                self.paper_requested.emit,
            ),
            ("out", self.tr("Move a level out"), "", "", partial(self.shift_requested.emit, -1)),
            ("in", self.tr("Move a level in"), "", "", partial(self.shift_requested.emit, 1)),
            ("move", self.tr("Move to…"), "", "Ctrl+M", self.move_requested.emit),
            ("carry", self.tr("Carry to another meeting…"), "", "", self.carry_requested.emit),
            ("delete", self.tr("Delete…"), "trash-2", "", self.delete_requested.emit),
        )
        made = {}
        for name, text, icon, keys, act in told:
            action = QAction(f"{text}\t{_SHOWN[name]}" if name in _SHOWN else text, self)
            action.setObjectName(f"agenda_{name}_action")
            if icon:
                action.setIcon(icons.icon(icon))
            if keys:
                action.setShortcut(QKeySequence(keys))
            action.triggered.connect(act)
            made[name] = action
        return made

    def _offer_numberings(self, menu: QMenu, sheet: AgendaSheet) -> None:
        below = menu.addMenu(self.tr("Numbering"))
        below.setObjectName("agenda_numbering")
        for numbering in _NUMBERINGS:
            action = below.addAction(
                phrases.say("agenda numbering", numbering),
                partial(self.numbering_chosen.emit, numbering),
            )
            action.setObjectName(f"numbering_{numbering}")
            action.setCheckable(True)
            action.setChecked(numbering == sheet.outline.numbering)
            self._numbering.addAction(action)

    def _add(self, menu: QMenu, text: str, act: Callable[[], object], name: str) -> QAction:
        action = menu.addAction(text, act)
        action.setObjectName(f"agenda_{name}_action")
        return action
