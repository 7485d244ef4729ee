"""The Decisions page: the register over all meetings, and what is decided in writing."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.decisions.decision_pane import DecisionPane
from app.ui.decisions.procedure_pane import ProcedurePane
from app.ui.decisions.register_forms import FORMS as REGISTER_FORMS
from app.ui.decisions.register_pane import RegisterPane
from app.ui.decisions.side import Side
from app.ui.decisions.silence_forms import FORMS as SILENCE_FORMS
from app.ui.decisions.silence_list import SilencePane
from app.ui.notify import Notifier
from app.ui.widgets.label import text_label
from app.ui.widgets.menu_button import MenuButton
from app.ui.widgets.saved_notice import SavedNotice
from app.ui.widgets.segments import Segment, Segments

REGISTER, WRITING = "register", "writing"
THIS_BODY, ALL_BODIES = "this", "all"


class DecisionsPage(QWidget):
    """Shows decisions.

    Signals:
        turned: REGISTER or WRITING, whichever is shown now.
        bodies_chosen: Whether those of all bodies shall be shown.
        new_requested: What the button of the shown half makes is wanted.
        told: A word from the menu of the head.
    """

    turned = Signal(str)
    bodies_chosen = Signal(bool)
    new_requested = Signal()
    told = Signal(str)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decisions_page")
        self.setProperty("bg", "window")
        self.register = Side(RegisterPane(), DecisionPane(), REGISTER_FORMS, notifier=notifier)
        self.silence = Side(SilencePane(), ProcedurePane(), SILENCE_FORMS, notifier=notifier)
        self.notice = SavedNotice(name="decisions_saved")
        self.notice.hide()
        self.notice.open_requested.connect(notifier.open_outside)
        self._mode = REGISTER
        self._stack = QStackedWidget()
        for side in (self.register, self.silence):
            self._stack.addWidget(side)
            side.saved.connect(self.notice.show_path)
        self._can_change = False
        self._head = self._make_head()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._head)
        down.addWidget(self.notice)
        down.addWidget(self._stack, 1)
        self.turn_to(REGISTER)

    def turn_to(self, mode: str) -> None:
        """Show the register, or what is decided in writing."""
        self._mode = mode
        names = {REGISTER: self.tr("Register"), WRITING: self.tr("In writing")}
        self._modes.offer([Segment(key, name, name) for key, name in names.items()], mode)
        self._stack.setCurrentWidget(self.register if mode == REGISTER else self.silence)
        self.setFocusProxy(self._stack.currentWidget())
        new = self.tr("New decision") if mode == REGISTER else self.tr("New silence procedure")
        self._new.setText(new)
        self.turned.emit(mode)

    def show_bodies(self, *, all_bodies: bool, has_body: bool) -> None:
        """Show whose decisions are listed."""
        names = {THIS_BODY: self.tr("This body"), ALL_BODIES: self.tr("All bodies")}
        self._bodies.offer(
            [Segment(key, name, name) for key, name in names.items()],
            ALL_BODIES if all_bodies else THIS_BODY,
        )
        self._bodies.setEnabled(has_body)

    def allow_change(self, *, allowed: bool) -> None:
        """Offer what changes the workspace, or not."""
        self._new.setEnabled(allowed)
        self._number.setEnabled(allowed)
        self._release.setEnabled(allowed)

    def mode(self) -> str:
        """Return which half is shown."""
        return self._mode

    def _make_head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("decisions_toolbar")
        self._modes = Segments(name="decisions_mode")
        self._modes.chosen.connect(self.turn_to)
        self._bodies = Segments(name="decisions_bodies")
        self._bodies.chosen.connect(self._tell_bodies)
        save = MenuButton(self.tr("More"))
        save.setObjectName("save_register")
        for text, word in (
            (self.tr("Register as Word…"), "register_word"),
            (self.tr("Register as Excel workbook…"), "register_workbook"),
        ):
            save.choices.addAction(text, partial(self.told.emit, word)).setObjectName(word)
        save.choices.addSeparator()
        self._number = save.choices.addAction(
            self.tr("Reserve or leave out a number…"), partial(self.told.emit, "number")
        )
        self._number.setObjectName("number")
        self._release = save.choices.addAction(
            self.tr("Free a reserved or void number…"), partial(self.told.emit, "release")
        )
        self._release.setObjectName("release")
        self._new = QPushButton()
        self._new.setObjectName("new_decision")
        self._new.setProperty("kind", "primary")
        self._new.setIcon(icons.icon("plus", "on_accent"))
        self._new.clicked.connect(self.new_requested)
        across = QHBoxLayout(head)
        across.setContentsMargins(24, 8, 16, 8)
        across.setSpacing(8)
        across.addWidget(text_label(self.tr("Decisions"), "h1"))
        across.addSpacing(8)
        across.addWidget(self._modes)
        across.addStretch(1)
        for widget in (self._bodies, save, self._new):
            across.addWidget(widget)
        return head

    def _tell_bodies(self, value: str) -> None:
        self.bodies_chosen.emit(value == ALL_BODIES)
