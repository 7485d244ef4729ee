"""Asks for a thing's values in a window of its own, and loses nothing that was typed."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import Misfortune
from app.ui.appearance import scaled
from app.ui.notify import Notifier
from app.ui.widgets.card import rule
from app.ui.widgets.form import Form

_WIDTH = 560
_HIGHEST = 660
_EDGE = 20


class FormDialog(QDialog):
    """A form with a button that saves it.

    Signals:
        submitted: The values, by name; every field could be read.
    """

    submitted = Signal(object)

    def __init__(
        self,
        title: str,
        form: Form,
        *,
        save: str,
        notifier: Notifier,
        width: int = _WIDTH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{form.objectName()}_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self.form = form
        self._notifier = notifier
        self._width = width
        self._was_fitted = False
        self._buttons = QHBoxLayout()
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setObjectName("cancel")
        self._cancel.clicked.connect(self.reject)
        self._save = QPushButton(save)
        self._save.setObjectName("save")
        self._save.setProperty("kind", "primary")
        self._save.clicked.connect(self.submit)
        self._area = self._scrolling()
        self._lay_out()
        # Last: each time a widget gets another parent, all that is in it is dressed anew.
        self._down.addWidget(form)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.submit)
        form.mark_clean()

    def open_next(self) -> None:
        """Open in the next turn of the event loop: a long form is not built and shown in one.

        What waits for an answer of the window's thread gets it in between.
        """
        QTimer.singleShot(0, self, self.open)

    def submit(self) -> None:
        """Hand out the values, if every field can be read."""
        if self._save.isEnabled() and self.form.check():
            self._save.setEnabled(False)  # until it is known what came of it
            self.submitted.emit(self.form.values())

    def show_refused(self, problem: Misfortune) -> None:
        """Say why it was not saved, and let the user mend it."""
        self._save.setEnabled(True)
        self.form.show_refused(problem)

    def allow_again(self) -> None:
        """Let the user go on: nothing was saved, and nothing is wrong."""
        self._save.setEnabled(True)

    def close_saved(self) -> None:
        """Close, now that everything is saved."""
        self.accept()

    def add_button(self, text: str, *, name: str) -> QPushButton:
        """Put a further button at the left of the others and return it."""
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        self._buttons.insertWidget(0, button)
        return button

    def reject(self) -> None:
        """Close without saving, after asking where something would be lost."""
        if not self.form.is_changed() or self._agrees_to_lose():
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size that the form needs, as far as there is room."""
        if not self._was_fitted:
            self._was_fitted = True
            self._fit()
        super().showEvent(event)

    def _agrees_to_lose(self) -> bool:
        return self._notifier.ask(
            self.tr("Close without saving?"),
            self.tr("What you entered under “{title}” would be lost.").format(
                title=self.windowTitle()
            ),
            agree=self.tr("Close without saving"),
        )

    def _fit(self) -> None:
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(button in (self._save, self._cancel))
        self._save.setDefault(True)
        width = scaled(self._width)
        self._inside.ensurePolished()
        needed = max(self._inside.heightForWidth(width), self._inside.sizeHint().height())
        needed += scaled(64)
        room = self.screen().availableGeometry()
        above = self.parentWidget()
        highest = min(scaled(_HIGHEST), room.height() - 60)
        if above is not None:
            highest = min(highest, above.window().height() - 40)
        self.resize(min(width, room.width() - 40), min(needed, max(highest, 240)))

    def _scrolling(self) -> QScrollArea:
        self._inside = QWidget()
        self._inside.setProperty("bg", "surface")
        self._down = QVBoxLayout(self._inside)
        self._down.setContentsMargins(_EDGE, 18, _EDGE, 18)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inside)
        return area

    def _lay_out(self) -> None:
        self._buttons.setContentsMargins(_EDGE, 14, _EDGE, 16)
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._cancel)
        self._buttons.addWidget(self._save)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._area, 1)
        down.addWidget(rule())
        down.addLayout(self._buttons)
