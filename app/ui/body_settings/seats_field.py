"""A field for the parties of a body, in the order of their seats."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.appearance import scaled
from app.ui.body_settings.filling import PartyChoice, PartyKey
from app.ui.body_settings.words import roles
from app.ui.widgets import chip
from app.ui.widgets.clearing import clear
from app.ui.widgets.field import Field
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import ElidingLabel
from app.ui.widgets.option_field import OptionField
from app.ui.widgets.record_field import RecordField

Seat = tuple[PartyKey, str]
_MEMBER = "member"


class SeatsField(Field):
    """A line for each party with its role, and below them a line that adds one.

    Signals:
        new_wanted: The name of a party that is not in the list and that the user wants to enter.
        edit_wanted: The key of a party whose names the user wants to change.
    """

    new_wanted = Signal(str)
    edit_wanted = Signal(object)

    def __init__(
        self, choices: Sequence[PartyChoice], *, name: str, parent: QWidget | None = None
    ) -> None:
        self._holder = QWidget()
        super().__init__(self._holder, parent)
        self._name = name
        self._seats: list[Seat] = []
        self._choices: dict[PartyKey, PartyChoice] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._adding = RecordField(may_make=True)
        self._adding.editor.setObjectName(f"{name}_add")
        self._adding.set_placeholder(self.tr("Add a party: type a part of its name"))
        self._adding.changed.connect(self._take_added)
        self._adding.new_wanted.connect(self.new_wanted)
        down = QVBoxLayout(self._holder)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(6)
        down.addLayout(self._rows)
        down.addWidget(self._adding)
        self.setFocusProxy(self._adding.editor)
        self.offer(choices)

    def value(self) -> tuple[Seat, ...]:
        """Return the parties with their roles, in the order of their seats."""
        return tuple(self._seats)

    def offer(self, choices: Sequence[PartyChoice]) -> None:
        """Offer these parties; those that sit there already are not offered again."""
        self._choices = {choice.key: choice for choice in choices}
        self._show_rows()

    def add_party(self, key: PartyKey) -> None:
        """Give a party the next seat."""
        if key in self._choices and key not in {seat for seat, _ in self._seats}:
            self._seats.append((key, _MEMBER))
            self._show_rows()
            self._tell()
            self._finish()

    def codes(self) -> tuple[str, ...]:
        """Return the codes of the parties, in the order of their seats."""
        return tuple(self._choices[key].code for key, _ in self._seats if key in self._choices)

    def name_of(self, key: PartyKey) -> str:
        """Return what a party is called."""
        choice = self._choices.get(key)
        return choice.name if choice is not None else ""

    def editors(self) -> tuple[QWidget, ...]:
        """Return every widget of the field that takes the keyboard."""
        return (self._adding.editor,)

    def setAccessibleName(self, name: str, /) -> None:
        """Say in words what the field is for."""
        super().setAccessibleName(name)
        self._adding.setAccessibleName(self.tr("{field}: add one").format(field=name))

    def _show(self, value: Any) -> None:
        self._seats = [(key, str(getattr(role, "value", role))) for key, role in value or ()]
        self._show_rows()

    def _show_rows(self) -> None:
        clear(self._rows)
        for place, (key, role) in enumerate(self._seats):
            self._rows.addWidget(self._row(place, key, role))
        taken = {key for key, _ in self._seats}
        free = [choice for key, choice in self._choices.items() if key not in taken]
        self._adding.offer(
            [(choice.key, f"{choice.name} ({choice.code})") for choice in free],
            also=[choice.also for choice in free],
        )

    def _row(self, place: int, key: PartyKey, role: str) -> QWidget:
        choice = self._choices.get(key) or PartyChoice(key, "?", str(key[1]))
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        hue = phrases.party_hue(place + 1)
        across.addWidget(chip.badge(choice.code[:4], hue), 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(ElidingLabel(choice.name, "medium"), 1)
        field = OptionField(roles())
        field.set_value(role)
        field.setMaximumWidth(scaled(150))
        field.setAccessibleName(self.tr("Role of {party}").format(party=choice.name))
        field.editor.setObjectName(f"{self._name}_role_{choice.code}")
        field.changed.connect(lambda: self._take_role(key, field.value()))
        across.addWidget(field)
        for button in self._buttons(place, choice):
            across.addWidget(button)
        return row

    def _buttons(self, place: int, choice: PartyChoice) -> tuple[IconButton, ...]:
        name, code = choice.name, choice.code
        up = IconButton(
            "arrow-up",
            self.tr("{party}: one seat up").format(party=name),
            name=f"{self._name}_up_{code}",
        )
        up.setEnabled(place > 0)
        up.clicked.connect(partial(self._move, choice.key, -1))
        down = IconButton(
            "arrow-down",
            self.tr("{party}: one seat down").format(party=name),
            name=f"{self._name}_down_{code}",
        )
        down.setEnabled(place < len(self._seats) - 1)
        down.clicked.connect(partial(self._move, choice.key, 1))
        edit = IconButton(
            "pencil",
            self.tr("{party}: names…").format(party=name),
            name=f"{self._name}_edit_{code}",
        )
        edit.setVisible(choice.key[0] == "party")
        edit.clicked.connect(partial(self.edit_wanted.emit, choice.key))
        out = IconButton(
            "x",
            self.tr("{party}: take out").format(party=name),
            name=f"{self._name}_remove_{code}",
        )
        out.clicked.connect(partial(self._remove, choice.key))
        return (up, down, edit, out)

    def _take_added(self) -> None:
        key = self._adding.value()
        if isinstance(key, tuple):
            self._adding.set_value(None)
            self.add_party(key)
            self._adding.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_role(self, key: PartyKey, role: str) -> None:
        self._seats = [(seat, role if seat == key else was) for seat, was in self._seats]
        self._tell()
        self._finish()

    def _move(self, key: PartyKey, by: int) -> None:
        place = next(at for at, (seat, _) in enumerate(self._seats) if seat == key)
        self._seats.insert(place + by, self._seats.pop(place))
        self._end_change()

    def _remove(self, key: PartyKey) -> None:
        self._seats = [seat for seat in self._seats if seat[0] != key]
        self._end_change()

    def _end_change(self) -> None:
        self._show_rows()
        self._adding.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()
        self._finish()
