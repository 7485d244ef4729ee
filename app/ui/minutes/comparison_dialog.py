"""Two editions on one page with what differs, or two wordings of one paragraph."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.paper.area import PaperArea
from app.ui.paper.changes_list import ChangesList
from app.ui.widgets.label import text_label
from app.ui.widgets.room import fit

if TYPE_CHECKING:
    from app.services.comparisons import ShownComparison

_SIZE = (980, 640)
_SMALL = (620, 380)


class ComparisonDialog(QDialog):
    """Shows what differs between two editions; what went is struck, what came is underlined."""

    def __init__(self, title: str, *, resized: Callable[[float], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("editions_comparison")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.area = PaperArea(name="editions")
        self.area.scale_changed.connect(resized)
        self.changes = ChangesList(name="editions_changes")
        self.changes.change_chosen.connect(self.area.canvas.show_unit)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.area, 1)
        across.addWidget(self.changes)
        room = parent.window().size()
        self.resize(
            min(scaled(_SIZE[0]), room.width() - 40), min(scaled(_SIZE[1]), room.height() - 40)
        )

    def show_comparison(self, shown: "ShownComparison", *, scale: float) -> None:
        """Show the page and the changes in words."""
        self.area.show_page(shown.html, scale=scale, key="editions", width=shown.width)
        self.changes.show_changes(shown.changes)
        self.changes.begin()


class WordingsDialog(QDialog):
    """Shows two wordings beside one another, so that one can be chosen."""

    def __init__(self, wordings: Sequence[tuple[str, str]], *, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wordings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        across = QHBoxLayout()
        across.setSpacing(14)
        for name, words in wordings:
            column = QVBoxLayout()
            column.addWidget(text_label(name, "h3"))
            shown = QTextEdit()
            shown.setObjectName("wording")
            shown.setAccessibleName(name)
            shown.setReadOnly(True)
            shown.setPlainText(words)
            column.addWidget(shown, 1)
            across.addLayout(column, 1)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("close")
        close.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(close)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 18, 20, 16)
        down.setSpacing(14)
        down.addLayout(across, 1)
        down.addLayout(below)
        fit(self, *_SMALL)
