"""A dialog for work that takes a while: it shows how far it is, and can be stopped at any time."""

from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import Misfortune
from app.ui.appearance import scaled
from app.ui.widgets.card import rule
from app.ui.widgets.problem_note import ProblemBanner

_WIDTH = 580
_STEPS = 1000


class LongDialog(QDialog):
    """What is to be done, a button that does it, and how far it is.

    Signals:
        progressed: How much of how much is done; told from any thread.
    """

    progressed = Signal(object, object)

    def __init__(self, *, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._name = name
        self._stopped = Event()
        self._is_working = False
        self.inside = QVBoxLayout()
        self.inside.setContentsMargins(20, 18, 20, 16)
        self.inside.setSpacing(12)
        self.banner = ProblemBanner(name=f"{name}_problem")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}_progress")
        self._bar.setAccessibleName(self.tr("How far it is"))
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.act = QPushButton()
        self.act.setObjectName(f"{name}_act")
        self.act.setProperty("kind", "primary")
        self.act.setDefault(True)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setObjectName("cancel")
        self._cancel.clicked.connect(self.reject)
        self.beside = QHBoxLayout()
        self.progressed.connect(self._show_progress)
        self._lay_out(room=parent.window().width())

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the words need at this width."""
        super().showEvent(event)
        self.act.setFocus()
        self.fit()

    def begin(self) -> None:
        """Show that it is under way, and let it be stopped."""
        self._is_working = True
        self._stopped.clear()
        self.banner.say("")
        self._bar.setRange(0, 0)
        self._bar.show()
        self._cancel.setText(self.tr("Stop"))
        self._cancel.setFocus()
        self._let_act(can=False)
        self.fit()

    def end(self) -> None:
        """Show that it is over."""
        self._is_working = False
        self._bar.hide()
        self._cancel.setText(self.tr("Cancel"))
        self._let_act(can=True)

    def tell_progress(self, done: int, total: int) -> bool:
        """Take how far it is, from any thread; say whether to go on."""
        self.progressed.emit(done, total)
        return not self._stopped.is_set()

    def show_refused(self, problem: Misfortune) -> None:
        """Say why it was not done."""
        self.end()
        self.banner.say(f"{problem.sentence} {problem.remedy}".strip())
        self.act.setFocus()
        self.fit()

    def fit(self) -> None:
        """Be as high as what is shown needs."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def reject(self) -> None:
        """Close; while it is under way, stop that first; whoever does not wait closes it again."""
        if self._is_working and not self._stopped.is_set():
            self._stopped.set()
            self._cancel.setText(self.tr("Stopping…"))
            return
        super().reject()

    def rename_cancel(self, text: str) -> None:
        """Call the button that closes it otherwise, once there is nothing left to cancel."""
        self._cancel.setText(text)
        self._cancel.setFocus()

    def is_locked_while_working(self) -> tuple[QWidget, ...]:
        """Return what can be changed only before it begins."""
        return ()

    def _let_act(self, *, can: bool) -> None:
        for widget in (self.act, *self.is_locked_while_working()):
            widget.setEnabled(can)

    def _lay_out(self, *, room: int) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 12, 20, 14)
        buttons.setSpacing(8)
        buttons.addLayout(self.beside)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.act)
        lower = QVBoxLayout()
        lower.setContentsMargins(20, 0, 20, 14)
        lower.setSpacing(10)
        lower.addWidget(self.banner)
        lower.addWidget(self._bar)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(self.inside)
        down.addLayout(lower)
        down.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        down.addWidget(rule())
        down.addLayout(buttons)
        self.setFixedWidth(min(scaled(_WIDTH), room - 40))

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(done * _STEPS // max(total, 1))


def selectable(label: QLabel, spoken: str) -> QLabel:
    """Let the words of a label be marked and copied, with the mouse and with the keyboard."""
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(spoken)
    return label
