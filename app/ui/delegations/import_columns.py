"""The columns of a list, each with its heading, an example, and what it is used for."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.delegations.import_view import ColumnShown
from app.ui.delegations.import_words import say_use
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.clearing import clear
from app.ui.widgets.label import ElidingLabel

_WIDTH = 158
_HEIGHT = 96


class ImportColumns(QScrollArea):
    """A box for every column, in a line that scrolls.

    Signals:
        use_chosen: The place of a column, and what it shall be used for.
    """

    use_chosen = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_columns")
        self.setAccessibleName(self.tr("Columns of the list"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._uses: tuple[Any, ...] = ()
        inside = QWidget()
        inside.setProperty("bg", "surface")
        self._across = QHBoxLayout(inside)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(8)
        self.setWidget(inside)
        self.setFixedHeight(scaled(_HEIGHT) + 14)

    def offer(self, uses: tuple[Any, ...]) -> None:
        """Know what a column can be used for."""
        self._uses = uses

    def show_columns(self, columns: tuple[ColumnShown, ...]) -> None:
        """Show these columns."""
        clear(self._across)
        for place, column in enumerate(columns):
            self._across.addWidget(self._box(place, column))
        self._across.addStretch(1)

    def _box(self, place: int, column: ColumnShown) -> QWidget:
        box = QFrame()
        box.setProperty("cls", "flat")
        box.setFixedWidth(scaled(_WIDTH))
        heading = column.heading or self.tr("Column {number}").format(number=place + 1)
        spoken = self.tr("Use of column “{heading}”").format(heading=heading)
        chooser = ChoiceField(name=f"import_column_{place}", spoken=spoken)
        chooser.offer([(say_use(use), use) for use in self._uses], column.use)
        chooser.chosen.connect(partial(self.use_chosen.emit, place))
        down = QVBoxLayout(box)
        down.setContentsMargins(8, 8, 8, 8)
        down.setSpacing(4)
        down.addWidget(ElidingLabel(heading.replace("\n", " "), "strong"))
        down.addWidget(ElidingLabel(column.example.replace("\n", " ") or "–", "small"))
        down.addWidget(chooser)
        return box
