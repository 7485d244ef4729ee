"""The funnel above the list: shows only meetings in certain states, or of certain hosts."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.ui import phrases
from app.ui.meetings.narrowing import Narrowing
from app.ui.widgets.icon_button import IconButton

_ORDER = (
    "proposed",
    "dates-agreed",
    "convened",
    "in-session",
    "suspended",
    "closed",
    "record-agreed",
    "archived",
    "postponed",
    "cancelled",
)


class NarrowButton(IconButton):
    """Opens a menu in which states and hosts can be ticked.

    Signals:
        chosen: The Narrowing that holds now.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("funnel", "", name="meetings_narrow", parent=parent)
        self.choices = QMenu(self)
        self.choices.setObjectName("meetings_narrow_choices")
        self._offer = Narrowing()
        self._chosen = Narrowing()
        self._every: QAction | None = None
        self.clicked.connect(self.drop_down)
        self._say_state()

    def offer(self, offer: Narrowing) -> None:
        """Offer these; what is ticked and no longer offered is let go."""
        self._offer = offer
        states = self._chosen.states & offer.states
        hosts = {code: name for code, name in self._chosen.hosts.items() if code in offer.hosts}
        self._chosen = Narrowing(states, hosts)
        self._fill()
        self._say_state()

    def drop_down(self) -> None:
        """Open the menu below the button."""
        self.choices.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _fill(self) -> None:
        self.choices.clear()
        self._add_heading(self.tr("State"))
        for state in sorted(self._offer.states, key=_place):
            words = phrases.say("meeting status", state)
            action = self._add(words, f"narrow_{state}", ticked=state in self._chosen.states)
            action.toggled.connect(partial(self._take_state, state))
        if self._offer.hosts:
            self.choices.addSeparator()
            self._add_heading(self.tr("Host"))
        for code, name in self._offer.hosts.items():
            action = self._add(name, f"narrow_{code}", ticked=code in self._chosen.hosts)
            action.toggled.connect(partial(self._take_host, code, name))
        self.choices.addSeparator()
        self._every = self.choices.addAction(self.tr("Show all"), self._take_all)
        self._every.setObjectName("narrow_all")
        self._every.setEnabled(self._chosen.is_narrow)

    def _add_heading(self, words: str) -> None:
        self.choices.addAction(words).setEnabled(False)  # Fusion draws sections without their words

    def _add(self, words: str, name: str, *, ticked: bool) -> QAction:
        action = QAction(words, self.choices)
        action.setObjectName(name)
        action.setCheckable(True)
        action.setChecked(ticked)
        self.choices.addAction(action)
        return action

    def _take_state(self, state: str, ticked: bool) -> None:  # noqa: FBT001 - Qt calls it so
        states = self._chosen.states | {state} if ticked else self._chosen.states - {state}
        self._choose(Narrowing(states, self._chosen.hosts))

    def _take_host(self, code: str, name: str, ticked: bool) -> None:  # noqa: FBT001
        hosts = {key: told for key, told in self._chosen.hosts.items() if key != code}
        self._choose(Narrowing(self._chosen.states, hosts | ({code: name} if ticked else {})))

    def _take_all(self) -> None:
        for action in self.choices.actions():
            action.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            action.setChecked(False)
            action.blockSignals(False)  # noqa: FBT003
        self._choose(Narrowing())

    def _choose(self, chosen: Narrowing) -> None:
        self._chosen = chosen
        self._say_state()
        self.chosen.emit(chosen)

    def _say_state(self) -> None:
        """Show, and say, whether anything is left out."""
        narrow = self._chosen.is_narrow
        if self._every is not None:
            self._every.setEnabled(narrow)
        self.show_icon("funnel", "accent" if narrow else "text2")
        told = [phrases.say("meeting status", state) for state in sorted(self._chosen.states)]
        told += self._chosen.hosts.values()
        self.say(
            self.tr("Shown are only: {which}").format(which=", ".join(told))
            if narrow
            else self.tr("Show only certain states or hosts")
        )


def _place(state: str) -> int:
    return _ORDER.index(state) if state in _ORDER else len(_ORDER)
