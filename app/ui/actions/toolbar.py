"""The head of the page: how action items are looked at, whose, of which meeting, and a new one."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.ui import icons
from app.ui.actions import words
from app.ui.actions.narrowing import Narrowing, Whose
from app.ui.actions.view import Mode, Shown
from app.ui.widgets.label import text_label
from app.ui.widgets.menu_button import MenuButton
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.follow_up.sheets import FollowUp

_MOST_MEETINGS = 30


class ActionsToolbar(QFrame):
    """Above the board.

    Signals:
        mode_chosen: The Mode that shall hold.
        side_chosen: A party's id, or Whose.
        meeting_chosen: The id of the meeting that they shall come from, or ``None``.
        new_requested: A new action item shall be entered.
    """

    mode_chosen = Signal(object)
    side_chosen = Signal(object)
    meeting_chosen = Signal(object)
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actions_toolbar")
        self._modes = Segments(name="actions_mode")
        self._modes.chosen.connect(self.mode_chosen)
        self._side = MenuButton(self.tr("All sides"))
        self._side.setObjectName("actions_side")
        self._side.setIcon(icons.icon("users"))
        self._meeting = MenuButton(self.tr("All meetings"))
        self._meeting.setObjectName("actions_meeting")
        self._meeting.setIcon(icons.icon("landmark"))
        self._new = QPushButton(self.tr("New action"))
        self._new.setObjectName("new_action")
        self._new.setProperty("kind", "primary")
        self._new.setIcon(icons.icon("plus", "on_accent"))
        self._new.clicked.connect(self.new_requested)
        across = QHBoxLayout(self)
        across.setContentsMargins(20, 8, 16, 8)
        across.setSpacing(8)
        across.addWidget(text_label(self.tr("Action items"), "h3"))
        across.addStretch(1)
        for widget in (self._modes, self._side, self._meeting, self._new):
            across.addWidget(widget)

    def show_choices(self, shown: Shown) -> None:
        """Show what holds, and offer what can be chosen."""
        names = {
            Mode.BOARD: self.tr("Board"),
            Mode.TABLE: self.tr("Table"),
            Mode.BY_MEETING: self.tr("By meeting"),
        }
        self._modes.offer([Segment(mode, name, name) for mode, name in names.items()], shown.mode)
        self._new.setEnabled(shown.follow_up.can_change)
        self._offer_sides(shown.follow_up, shown.narrowing)
        self._offer_meetings(shown.follow_up, shown.narrowing)
        by_meeting = shown.mode is Mode.BY_MEETING
        self._meeting.setVisible(not by_meeting)
        self._side.setVisible(not by_meeting)

    def _offer_sides(self, follow_up: "FollowUp", narrowing: Narrowing) -> None:
        pairs: list[tuple[UUID | Whose, str]] = [(Whose.ALL, self.tr("Any side"))]
        for side in follow_up.sides:
            name = words.say_side(side)
            if side.id == follow_up.ours:
                name = self.tr("Our side: {name}").format(name=name)
            elif follow_up.ours is not None and len(follow_up.sides) == 2:
                name = self.tr("The other side: {name}").format(name=name)
            pairs.append((side.id, name))
        if follow_up.ours is not None and len(follow_up.sides) > 2:
            pairs.append((Whose.OTHERS, self.tr("The other sides")))
        pairs.append((Whose.JOINT, words.say_side(None)))
        self._fill(self._side, pairs, narrowing.side, self.side_chosen, self.tr("Whose"))

    def _offer_meetings(self, follow_up: "FollowUp", narrowing: Narrowing) -> None:
        have = {row.meeting_id for row in follow_up.rows}
        pairs: list[tuple[UUID | None, str]] = [(None, self.tr("All meetings"))]
        pairs += [(each.id, each.name) for each in follow_up.meetings if each.id in have][
            :_MOST_MEETINGS
        ]
        chosen = narrowing.meeting_id
        self._fill(self._meeting, pairs, chosen, self.meeting_chosen, self.tr("Of which meeting"))

    def _fill(
        self,
        button: MenuButton,
        pairs: "list[tuple[UUID | Whose, str]] | list[tuple[UUID | None, str]]",
        chosen: object,
        signal: SignalInstance,
        spoken: str,
    ) -> None:
        button.choices.clear()
        group = QActionGroup(button.choices)
        for value, name in pairs:
            action = button.choices.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.setObjectName(f"{button.objectName()}_{name}")
            group.addAction(action)
            action.triggered.connect(partial(self._tell, signal, value))
        name = next((name for value, name in pairs if value == chosen), pairs[0][1])
        button.setText(f" {name}".replace("&", "&&"))
        button.setAccessibleName(f"{spoken}: {name}")

    def _tell(self, signal: SignalInstance, value: object) -> None:
        signal.emit(value)
