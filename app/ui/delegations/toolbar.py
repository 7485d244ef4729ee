"""What can be done with delegations, in a line that wraps, and the same in the menu of the rows."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.domain.party_order import PartyOrder
from app.ui import icons, phrases
from app.ui.delegations.columns import SeatRow
from app.ui.delegations.view import Shown
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.menu_button import MenuButton

if TYPE_CHECKING:
    from app.services.delegations import DelegationRow

_STEPS = ("notified", "confirmed", "attended", "absent")
_PLACES = ("room", "online")


class DelegationsToolbar(QWidget):
    """Buttons over the list of delegates.

    Signals:
        order_chosen: The rule by which the parties follow one another, and whose original it is.
        marked: The state of attendance that the chosen delegates shall have.
        placed: Where the chosen delegates take part from.
        export_requested: The kind of file (``xlsx``, ``csv``), and the language of the list.

    Attributes:
        add, import_list, copy_last, edit, replace, remove, open_all, remove_side: The actions.
    """

    order_chosen = Signal(object, object)
    marked = Signal(str)
    placed = Signal(str)
    export_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("delegations_toolbar")
        self.add = self._action(self.tr("Add delegate…"), "add_delegate", "user-plus", "Ctrl+D")
        self.import_list = self._action(self.tr("Import a list…"), "import_delegates", "file-up")
        self.copy_last = self._action(
            self.tr("Copy from the last meeting…"), "copy_delegates", "copy"
        )
        self.edit = self._action(self.tr("Edit…"), "edit_delegate", "pencil")
        self.replace = self._action(self.tr("Replaced by…"), "replace_delegate", "replace")
        self.remove = self._action(self.tr("Remove…"), "remove_delegates", "trash-2")
        self.open_all = self._action(
            self.tr("Open delegations of all parties"), "open_all_delegations", "plus"
        )
        self.remove_side = self._action(self.tr("Remove this delegation…"), "remove_delegation", "")
        self._attendance = self._mark_actions()
        self._flow = FlowLayout(self, spacing=8, line_spacing=8)
        self._add_buttons()

    def show_state(self, shown: Shown, *, side: "DelegationRow | None") -> None:
        """Offer what can be done with these delegations, of which one is looked at."""
        has_sides = shown.can_change and bool(shown.rows)
        for action in (self.add, self.import_list):
            action.setEnabled(has_sides)
        self.copy_last.setEnabled(shown.can_change)
        self.open_all.setEnabled(shown.can_open)
        self.remove_side.setEnabled(shown.can_change and side is not None)
        self._export.setEnabled(bool(shown.rows))
        self._order.setEnabled(len(shown.rows) > 1)
        self._offer_orders(shown)

    def note_chosen(self, rows: tuple[SeatRow, ...], *, can_change: bool) -> None:
        """Offer what can be done with the delegates that are chosen."""
        alone = can_change and len(rows) == 1
        self.edit.setEnabled(alone)
        self.replace.setEnabled(alone and rows[0].seat.attendance != "replaced")
        self.remove.setEnabled(can_change and bool(rows))
        for action in self._attendance:
            action.setEnabled(can_change and bool(rows))
        self._mark.setEnabled(can_change and bool(rows))

    def row_actions(self) -> tuple[QAction | None, ...]:
        """Return what the menu of the rows offers; ``None`` for a line."""
        return (self.edit, self.replace, None, *self._attendance, None, self.remove)

    def _action(self, text: str, name: str, icon: str, keys: str = "") -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        if icon:
            action.setIcon(icons.icon(icon))
            action.setData(icon)
        if keys:
            action.setShortcut(QKeySequence(keys))
        return action

    def _mark_actions(self) -> tuple[QAction, ...]:
        steps = [
            self._action(
                self.tr("Mark as {state}").format(state=phrases.say("attendance", step).lower()),
                f"mark_{step}",
                "",
            )
            for step in _STEPS
        ]
        for action, step in zip(steps, _STEPS, strict=True):
            action.triggered.connect(partial(self.marked.emit, step))
        places = [
            self._action(self.tr("In the room"), "place_room", ""),
            self._action(self.tr("Online"), "place_online", ""),
        ]
        for action, place in zip(places, _PLACES, strict=True):
            action.triggered.connect(partial(self.placed.emit, place))
        return (*steps, *places)

    def _add_buttons(self) -> None:
        self._flow.addWidget(_button(self.add))
        self._bring = self._menu_button(
            self.tr("Bring in"), "bring_in_delegates", (self.import_list, self.copy_last)
        )
        self._mark = self._menu_button(self.tr("Mark as"), "mark_delegates", self._attendance)
        self._mark.choices.insertSeparator(self._attendance[len(_STEPS)])
        self._order = self._menu_button(self.tr("Order"), "order_of_parties", ())
        self._order.setAccessibleName(self.tr("Order of the parties"))
        more = (self.edit, self.replace, self.remove, self.open_all, self.remove_side)
        self._more = self._menu_button(self.tr("More"), "more_delegations", more)
        self._more.choices.insertSeparator(self.open_all)
        self._more.choices.addSeparator()
        self._export = self._more.choices.addMenu(self.tr("Export"))
        self._fill_export(self._export)

    def _menu_button(self, text: str, name: str, actions: Sequence[QAction]) -> MenuButton:
        button = MenuButton(text)
        button.setObjectName(name)
        for action in actions:
            button.choices.addAction(action)
        self._flow.addWidget(button)
        return button

    def _fill_export(self, menu: QMenu) -> None:
        for language in ("en", "ko", "mn", "ja"):
            words = self.tr("Excel workbook, {language}").format(
                language=phrases.say("language", language)
            )
            action = menu.addAction(words, partial(self.export_requested.emit, "xlsx", language))
            action.setObjectName(f"export_xlsx_{language}")
        menu.addSeparator()
        action = menu.addAction(
            self.tr("Comma-separated file (CSV)"), partial(self.export_requested.emit, "csv", "en")
        )
        action.setObjectName("export_csv")

    def _offer_orders(self, shown: Shown) -> None:
        menu = self._order.choices
        menu.clear()
        group = QActionGroup(menu)
        for order, words in (
            (PartyOrder.HOST_FIRST, self.tr("Host first")),
            (PartyOrder.ROTATION, self.tr("Host first, then in turn")),
            (PartyOrder.SEATS, self.tr("As seated in the body")),
            (PartyOrder.ALPHABET, self.tr("By the alphabet")),
        ):
            self._offer_order(menu, group, words, order, None, shown)
        menu.addSeparator()
        for row in sorted(shown.rows, key=lambda row: row.party.name):
            words = self.tr("{party} first: its own original").format(party=row.party.name)
            self._offer_order(menu, group, words, PartyOrder.ONE_FIRST, row.party.id, shown)

    def _offer_order(
        self,
        menu: QMenu,
        group: QActionGroup,
        words: str,
        order: PartyOrder,
        first: UUID | None,
        shown: Shown,
    ) -> None:
        action = menu.addAction(words, partial(self.order_chosen.emit, order, first))
        action.setObjectName(f"order_{order}")
        action.setCheckable(True)
        action.setActionGroup(group)
        action.setChecked(shown.order is order and shown.first == first)


def _button(action: QAction) -> QPushButton:
    """Return a button that does what an action does, and can be pressed when it can be done."""
    button = QPushButton(action.text())
    button.setObjectName(action.objectName())
    button.setIcon(icons.icon(action.data(), "on_accent"))
    button.setProperty("kind", "primary")
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    return button
