"""The bar above the minutes: how far they have come, what the next step is, who has answered."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.ui import dates, phrases
from app.ui.appearance import scaled
from app.ui.minutes import words
from app.ui.widgets import chip
from app.ui.widgets.clearing import clear
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.segments import Segment, Segments
from app.ui.widgets.stepper import Step, Stepper

if TYPE_CHECKING:
    from app.services.minutes_sheets import MinutesSheet, SheetAnswer

WRITE, AGREE = "write", "agree"
_STEPPER_FROM = 640
_STEPPER_HEIGHT = 46
_SEVERAL_SIDES = 2


class StepsBar(QFrame):
    """Shows the steps of the minutes and offers those that are lawful now.

    Signals:
        turned: ``write`` or ``agree``: what the user wants to see below.
        step_wanted: The state that the minutes shall be brought into.
        draft_wanted: What the minutes lack shall be drafted.
        keep_wanted: The edition shall be kept as it is.
        reopen_wanted: The signed minutes shall be opened again.
        spelling_wanted: Spelling shall be checked, or not any more.
    """

    turned = Signal(object)
    step_wanted = Signal(object)
    draft_wanted = Signal()
    keep_wanted = Signal()
    reopen_wanted = Signal()
    spelling_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minutes_bar")
        self._steps: tuple[Any, ...] = ()
        self._status = ""
        self._is_open = False
        self._is_signed = False
        self._spelling: bool | None = None
        self._stepper = Stepper()
        self._stepper.setObjectName("minutes_steps")
        self._stepper.setFixedHeight(scaled(_STEPPER_HEIGHT))
        self._segments = Segments(name="minutes_turn")
        self._segments.offer(
            (
                Segment(WRITE, self.tr("Write"), self.tr("Write the minutes")),
                Segment(AGREE, self.tr("Agree and sign"), self.tr("Agree on the minutes and sign")),
            ),
            WRITE,
        )
        self._segments.chosen.connect(self.turned)
        self._state = chip.chip("", "neutral", name="minutes_state")
        self._answers = QHBoxLayout()
        self._answers.setSpacing(6)
        self._next = QPushButton()
        self._next.setObjectName("next_step")
        self._next.clicked.connect(self._take_next)
        self._more = IconButton("ellipsis", self.tr("More steps"), name="minutes_more")
        self._more.clicked.connect(self._offer_more)
        self._lay_out()

    def show_turn(self, where: str) -> None:
        """Show which of the two is looked at."""
        for button, value in zip(self._segments.buttons(), (WRITE, AGREE), strict=True):
            button.setChecked(value == where)

    def show_sheet(
        self, sheet: "MinutesSheet", steps: Sequence[Any], *, is_open: bool, is_signed: bool
    ) -> None:
        """Show how far the minutes have come and what the next steps are."""
        self._steps = tuple(steps)
        self._is_open = is_open
        self._is_signed = is_signed
        status = self._status = str(sheet.status.value)
        shown = words.say_step(status)
        edition = self.tr("{state} · edition {n}").format(state=shown, n=sheet.edition)
        self._state.setText(edition)
        self._stepper.show_steps(_steps_of(status))
        self._show_answers(sheet.sides if status in ("exchanged", "negotiated") else ())
        first = _likeliest(self._steps, self._status)
        self._next.setVisible(first is not None)
        if first is not None:
            self._next.setText(words.say_verb(first))
        self._fold()

    def offer_spelling(self, *, is_on: bool | None) -> None:
        """Offer to check spelling; ``None`` where no dictionary is installed."""
        self._spelling = is_on

    def menu(self) -> QMenu:
        """Return everything else that can be done with the minutes now."""
        menu = QMenu(self)
        menu.setObjectName("minutes_more_menu")
        for step in self._steps:
            action = menu.addAction(words.say_verb(step))
            action.triggered.connect(partial(self._want, step))
        if self._steps:
            menu.addSeparator()
        if self._is_open:
            draft = menu.addAction(self.tr("Pre-draft what is missing"))
            draft.triggered.connect(self.draft_wanted)
            keep = menu.addAction(self.tr("Keep this edition and go on in the next"))
            keep.triggered.connect(self.keep_wanted)
        if self._is_signed:
            reopen = menu.addAction(self.tr("Open the signed minutes again…"))
            reopen.triggered.connect(self.reopen_wanted)
        if self._spelling is not None:
            check = menu.addAction(self.tr("Check spelling"))
            check.setShortcut("F7")
            check.setCheckable(True)
            check.setChecked(self._spelling)
            check.triggered.connect(self.spelling_wanted)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the steps where there is room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Show the steps where there is room for the new size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._stepper.setFixedHeight(scaled(_STEPPER_HEIGHT))
            self._fold()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._segments)
        row.addWidget(self._state)
        row.addLayout(self._answers)
        row.addStretch(1)
        row.addWidget(self._next)
        row.addWidget(self._more)
        down = QVBoxLayout(self)
        down.setContentsMargins(16, 8, 12, 8)
        down.setSpacing(8)
        down.addLayout(row)
        down.addWidget(self._stepper)

    def _show_answers(self, sides: "Sequence[SheetAnswer]") -> None:
        clear(self._answers)
        for side in sides:
            told = f"{side.party.code}: {words.say_answer(side.answer)}"
            label = chip.chip(told, words.hue_of_answer(side.answer))
            label.setToolTip(spoken_answer(side))
            self._answers.addWidget(label)

    def _fold(self) -> None:
        self._stepper.setVisible(self.width() >= scaled(_STEPPER_FROM))
        roomy = self.width() >= scaled(_STEPPER_FROM)
        for place in range(self._answers.count()):
            item = self._answers.itemAt(place)
            label = item.widget() if item is not None else None
            if label is not None:
                label.setVisible(roomy and self._answers.count() <= _SEVERAL_SIDES)

    def _take_next(self) -> None:
        first = _likeliest(self._steps, self._status)
        if first is not None:
            self._want(first)

    def _want(self, step: Any) -> None:
        self.step_wanted.emit(step)

    def _offer_more(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = QPoint(self._more.width() - menu.sizeHint().width(), self._more.height() + 4)
        menu.popup(self._more.mapToGlobal(corner))


def spoken_answer(side: "SheetAnswer") -> str:
    """Return in words what a side answered and when."""
    told = words.say_answer(side.answer)
    day = dates.day_and_year(side.answered_on) if side.answered_on else ""
    return ", ".join(part for part in (side.party.name, told, day, side.note) if part)


def _likeliest(steps: Sequence[Any], status: str) -> Any:
    """Return the nearest step that leads on, rather than back to where the minutes were."""
    order = {step: place for place, step in enumerate(words.STEPS)}
    here = order.get(status, len(order))
    ahead = [step for step in steps if order.get(str(step.value), -1) > here]
    return min(ahead, key=lambda step: order[str(step.value)], default=None)


def _steps_of(status: str) -> tuple[Step, ...]:
    """Return the steps with how far each is."""
    reached = words.STEPS.index(status) if status in words.STEPS else len(words.STEPS)
    made = []
    for place, step in enumerate(words.STEPS):
        state = "done" if place < reached else "now" if place == reached else "ahead"
        if status == "published" and place == reached:
            state = "done"
        label = words.say_step(step)
        spoken = f"{label}: {phrases.say('step state', state)}"
        made.append(Step(label, "", state, spoken))
    return tuple(made)
