"""Offers to keep what was changed in another program, before it is forgotten."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.services.working_copies import WorkingCopy


class ChangedNotice(QFrame):
    """One line for the first of the copies that were changed.

    Signals:
        keep_wanted: The copy that shall become a new revision.
        leave_wanted: The copy that shall be left alone.
    """

    keep_wanted = Signal(object)
    leave_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper_changed")
        self.setProperty("cls", "asked")
        self._copy: WorkingCopy | None = None
        self._sentence = wrapped_label("", "", name="paper_changed_sentence")
        keep = QPushButton(self.tr("Keep as a new revision"))
        keep.setObjectName("paper_changed_keep")
        keep.clicked.connect(self._keep)
        leave = QPushButton(self.tr("Leave it"))
        leave.setObjectName("paper_changed_leave")
        leave.clicked.connect(self._leave)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 8, 8, 8)
        across.setSpacing(8)
        across.addWidget(IconLabel("pencil", "warn"))
        across.addWidget(self._sentence, 1)
        across.addWidget(leave)
        across.addWidget(keep)
        self.hide()

    def show_copies(self, copies: "tuple[WorkingCopy, ...]") -> None:
        """Offer the first of these copies; none hide the line."""
        self._copy = copies[0] if copies else None
        self.setVisible(bool(copies))
        if self._copy is not None:
            told = self.tr("“{name}” was changed in another program.")
            self._sentence.setText(told.format(name=self._copy.path.name))

    def _keep(self) -> None:
        if self._copy is not None:
            self.keep_wanted.emit(self._copy)

    def _leave(self) -> None:
        if self._copy is not None:
            self.leave_wanted.emit(self._copy)
