"""The middle of the studio: the page as it will look, and how large it is shown."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.paper.area import PaperArea
from app.ui.studio.toolbar import Toolbar
from app.ui.widgets.blank import Blank
from app.ui.widgets.saved_notice import SavedNotice

if TYPE_CHECKING:
    from app.ui.studio.bench import ShownPage


class PreviewPane(QWidget):
    """Shows the page on a canvas, or says in its place why there is none.

    Signals:
        scale_changed: The scale at which the page is wanted now.
        record_requested: The kind of record that a link leads to, and its identifier.
        counted: About how many pages the document has on paper.

    Attributes:
        toolbar: The bar above the page.
        notice: Says where a document was saved.
    """

    scale_changed = Signal(float)
    record_requested = Signal(str, str)
    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_preview")
        self.toolbar = Toolbar()
        self.notice = SavedNotice(name="studio_saved")
        self.notice.hide()
        self._area = PaperArea()
        self.canvas = self._area.canvas
        self.canvas.sheet.filled.connect(self._count)
        self._area.scale_changed.connect(self.scale_changed)
        self._area.record_requested.connect(self.record_requested)
        self._area.share_changed.connect(self._show_share)
        self.toolbar.larger.connect(self._area.enlarge)
        self.toolbar.smaller.connect(self._area.reduce)
        self.toolbar.fitted.connect(self._area.fit)
        self._blank = Blank("file-text", name="studio_problem")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._blank)
        self._lay_out()

    def measure(self) -> float:
        """Return the scale that fits the room now, or the one that the user has chosen."""
        return self._area.measure()

    def show_page(self, page: "ShownPage", *, scale: float) -> None:
        """Show a page; the same document stays where it was scrolled to."""
        self._stack.setCurrentWidget(self._area)
        self._area.show_page(
            page.html,
            scale=scale,
            key=page.file_name,
            width=page.width,
            watermark=page.watermark,
        )

    def show_unit(self, name: str) -> None:
        """Show a place on the page."""
        self.canvas.show_unit(name)

    def show_problem(self, sentence: str, remedy: str, *, icon: str = "circle-alert") -> None:
        """Say in the place of the page why there is none."""
        self._area.forget()
        self._blank.say(sentence, remedy, icon=icon)
        self._stack.setCurrentWidget(self._blank)

    def show_saved(self, path: Path) -> None:
        """Say that a document was saved."""
        self.notice.show_path(path)

    def focus_page(self) -> None:
        """Put the keyboard on the page, or where there is none on the bar above it."""
        if self._stack.currentWidget() is self._area:
            self._area.focus_page()
        else:
            self.toolbar.focus_share()

    def _count(self) -> None:
        self.counted.emit(self.canvas.sheet.count_pages())

    def _show_share(self, percent: int, can_shrink: bool, can_grow: bool) -> None:  # noqa: FBT001 - a slot
        self.toolbar.show_share(percent, can_shrink=can_shrink, can_grow=can_grow)

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.toolbar)
        down.addWidget(self.notice)
        down.addWidget(self._stack, 1)
