"""Two texts on one page, with what differs, and what can be done about a changed file."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.paper.area import PaperArea
from app.ui.paper.changes_list import ChangesList
from app.ui.studio.view import Angle
from app.ui.widgets.blank import Blank
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import ElidingLabel, text_label
from app.ui.widgets.saved_notice import SavedNotice
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from app.services.comparisons import ShownComparison

_HEIGHT = 48


class ComparisonPane(QWidget):
    """The page with its marks, the changes in words beside it, and a bar above.

    Signals:
        entered: The pane is looked at now; the scale at which a page fits it.
        scale_changed: The scale at which the page is wanted now.
        angle_chosen: Between which two texts the comparison shall be, as an Angle.
        word_requested: The user wants a Word file with tracked changes.
        keep_both_requested: The new file shall be written beside the changed one.
        replace_requested: The new file shall be written over the changed one.
        closed: The user wants back to the document.

    Attributes:
        notice: Says where the comparison was saved.
    """

    entered = Signal(float)
    scale_changed = Signal(float)
    angle_chosen = Signal(object)
    word_requested = Signal()
    keep_both_requested = Signal()
    replace_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self._back = IconButton(
            "chevron-left", self.tr("Back to the document (Esc)"), name="comparison_back"
        )
        self._back.clicked.connect(self.closed)
        self._title = ElidingLabel("", "h2")
        self._title.setObjectName("comparison_title")
        self._angles = Segments(name="comparison_angle")
        self._angles.chosen.connect(self.angle_chosen)
        self._make_buttons()
        self.notice = SavedNotice(name="comparison_saved")
        self.notice.hide()
        self._area = PaperArea(name="comparison")
        self._area.scale_changed.connect(self.scale_changed)
        self._blank = Blank("files", name="comparison_problem")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._blank)
        self.changes = ChangesList(name="comparison_changes")
        self.changes.change_chosen.connect(self._area.canvas.show_unit)
        self._key = ""
        self._lay_out()

    def open(self, name: str, angles: Sequence[Angle], chosen: Angle, *, is_asked: bool) -> None:
        """Begin another comparison.

        Args:
            name: The name of the document.
            angles: What can be compared.
            chosen: Which of them is.
            is_asked: Whether it is asked what shall be done about the file.
        """
        self._title.setText(self.tr("Compare “{name}”").format(name=Path(name).stem))
        segments = [Segment(each, _brief(each), _words(each)) for each in angles]
        self._angles.offer(segments, chosen)
        self._angles.setVisible(len(segments) > 1)
        self._asked.setVisible(is_asked)
        self.notice.hide()
        self._area.forget()
        self.show_waiting()

    def show_waiting(self) -> None:
        """Say that the two are being compared."""
        self._word.setEnabled(False)
        self.changes.show_waiting()

    def show_comparison(self, shown: "ShownComparison", *, scale: float) -> None:
        """Show the page and the changes."""
        key = f"{shown.file_name} {[change.anchor for change in shown.changes]}"
        self._area.show_page(shown.html, scale=scale, key=key, width=shown.width)
        self._stack.setCurrentWidget(self._area)
        if key != self._key or not self._word.isEnabled():
            self.changes.show_changes(shown.changes)
            self.changes.begin()
        self._key = key
        self._word.setEnabled(True)
        for button in (self._previous, self._next):
            button.setEnabled(bool(shown.changes))

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the page why the two cannot be compared."""
        self._blank.say(sentence, remedy, icon="circle-alert")
        self._stack.setCurrentWidget(self._blank)
        self._word.setEnabled(False)
        self.changes.show_nothing()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell it as soon as the pane has its size."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._enter)

    def _enter(self) -> None:
        if self.isVisible():
            self.changes.setFocus(Qt.FocusReason.OtherFocusReason)
            self.entered.emit(self._area.measure())

    def _make_buttons(self) -> None:
        self._previous = IconButton(
            "arrow-up", self.tr("Change before (Shift+F8)"), name="comparison_previous"
        )
        self._next = IconButton("arrow-down", self.tr("Next change (F8)"), name="comparison_next")
        self._word = IconButton(
            "file-down",
            self.tr("Save as Word with tracked changes"),
            name="comparison_word",
            kind="primary",
            token="on_accent",
            text=self.tr("Save with tracked changes"),
        )
        self._word.clicked.connect(self.word_requested)
        self._asked = QFrame()
        self._asked.setObjectName("comparison_asked")
        keep = QPushButton(self.tr("Keep both"))
        keep.setObjectName("comparison_keep_both")
        keep.clicked.connect(self.keep_both_requested)
        replace = QPushButton(self.tr("Replace the changed file"))
        replace.setObjectName("comparison_replace")
        replace.clicked.connect(self.replace_requested)
        row = QHBoxLayout(self._asked)
        row.setContentsMargins(16, 8, 14, 8)
        row.setSpacing(8)
        told = self.tr("The file was changed by hand. What shall be done with the new one?")
        row.addWidget(ElidingLabel(told, "medium"), 1)
        row.addWidget(keep)
        row.addWidget(replace)

    def _lay_out(self) -> None:
        back, onwards = partial(self.changes.step, -1), partial(self.changes.step, 1)
        self._previous.clicked.connect(back)
        self._next.clicked.connect(onwards)
        for keys, deed in (("Esc", self.closed.emit), ("Shift+F8", back), ("F8", onwards)):
            QShortcut(keys, self, deed)
        bar = QFrame()
        bar.setObjectName("comparison_bar")
        bar.setFixedHeight(scaled(_HEIGHT))
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 0, 14, 0)
        row.setSpacing(6)
        row.addWidget(self._back)
        row.addWidget(self._title, 1)
        for words, cls in ((self.tr("added"), "inserted"), (self.tr("removed"), "removed")):
            row.addWidget(text_label(words, cls), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(8)
        row.addWidget(self._angles)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addWidget(self._word)
        self._bar = bar
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.notice)
        left.addWidget(self._stack, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(self.changes)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(bar)
        down.addWidget(self._asked)
        down.addLayout(across, 1)


def _brief(angle: Angle) -> str:
    return {
        Angle.BY_HAND: _say("Changed by hand"),
        Angle.CAME_BACK: _say("In the copy that came back"),
        Angle.SINCE: _say("Since then"),
        Angle.OVER_FILE: _say("File and new document"),
    }[angle]


def _words(angle: Angle) -> str:
    return {
        Angle.BY_HAND: _say("What somebody changed in the file after it was saved"),
        Angle.CAME_BACK: _say("What somebody changed in the copy that came back"),
        Angle.SINCE: _say("What would be otherwise if the document were made now"),
        Angle.OVER_FILE: _say("What would be otherwise in the new document than in the file"),
    }[angle]


def _say(words: str) -> str:
    return QCoreApplication.translate("ComparisonPane", words)
