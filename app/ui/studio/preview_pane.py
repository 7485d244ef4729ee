"""The middle of the studio: the page as it will look, and how large it is shown."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.studio.sheet import GAP, PAGE_WIDTH, Canvas
from app.ui.studio.toolbar import Toolbar
from app.ui.widgets.blank import Blank
from app.ui.widgets.saved_notice import SavedNotice

if TYPE_CHECKING:
    from app.services.previews import Preview

_STEPS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_WIDEST_FIT = 1.25
_LEAST_CHANGE = 0.015
_PATIENCE_MILLISECONDS = 120


class PreviewPane(QWidget):
    """Shows the page on a canvas, or says in its place why there is none.

    Signals:
        scale_changed: The scale at which the page is wanted now.
        record_requested: The kind of record that a link leads to, and its identifier.

    Attributes:
        toolbar: The bar above the page.
        notice: Says where a document was saved.
    """

    scale_changed = Signal(float)
    record_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_preview")
        self._is_fitted = True
        self._scale = 1.0
        self._shown = ""
        self._has_fonts = False
        self.toolbar = Toolbar()
        self.toolbar.larger.connect(self._enlarge)
        self.toolbar.smaller.connect(self._reduce)
        self.toolbar.fitted.connect(self._fit)
        self.notice = SavedNotice(name="studio_saved")
        self.notice.hide()
        self.canvas = Canvas()
        self.canvas.unit_requested.connect(self._scroll_to)
        self.canvas.record_requested.connect(self.record_requested)
        self._area = self._scrolling()
        self._blank = Blank("file-text", name="studio_problem")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._blank)
        self._settling = QTimer(self, singleShot=True, interval=_PATIENCE_MILLISECONDS)
        self._settling.timeout.connect(self._follow_room)
        self._lay_out()

    def measure(self) -> float:
        """Return the scale that fits the room now, or the one that the user has chosen."""
        if self._is_fitted:
            self._scale = self._fitting()
        self._show_share()
        return self._scale

    def show_preview(self, preview: "Preview", *, scale: float) -> None:
        """Show a page; the same document stays where it was scrolled to."""
        self._load_fonts()
        bar = self._area.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self.canvas.sheet.show_html(preview.html, scale=scale)
        self._stack.setCurrentWidget(self._area)
        layout = self.canvas.layout()
        if layout is not None:
            layout.activate()
        self.canvas.resize(self.canvas.sizeHint())
        same = self._shown == preview.file_name
        bar.setValue(round(share * bar.maximum()) if same else 0)
        self._shown = preview.file_name

    def show_problem(self, sentence: str, remedy: str, *, icon: str = "circle-alert") -> None:
        """Say in the place of the page why there is none."""
        self._shown = ""
        self._blank.say(sentence, remedy, icon=icon)
        self._stack.setCurrentWidget(self._blank)

    def show_saved(self, path: Path) -> None:
        """Say that a document was saved."""
        self.notice.show_path(path)

    def focus_page(self) -> None:
        """Put the keyboard on the page, or where there is none on the bar above it."""
        reason = Qt.FocusReason.ShortcutFocusReason
        if self._stack.currentWidget() is self._area:
            self.canvas.sheet.setFocus(reason)
        else:
            self.toolbar.focus_share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new room, once it has come to rest."""
        super().resizeEvent(event)
        if self._is_fitted:
            self._settling.start()

    def _follow_room(self) -> None:
        if self._is_fitted and abs(self._fitting() - self._scale) >= _LEAST_CHANGE:
            self._take(self._fitting())

    def _fitting(self) -> float:
        bar = self._area.verticalScrollBar().sizeHint().width()
        room = self.width() - 2 * GAP - bar
        return round(min(_WIDEST_FIT, max(_STEPS[0], room / PAGE_WIDTH)), 2)

    def _fit(self) -> None:
        self._is_fitted = True
        self._take(self._fitting())

    def _enlarge(self) -> None:
        self._is_fitted = False
        self._take(next((step for step in _STEPS if step > self._scale + 0.005), _STEPS[-1]))

    def _reduce(self) -> None:
        self._is_fitted = False
        smaller = [step for step in _STEPS if step < self._scale - 0.005]
        self._take(smaller[-1] if smaller else _STEPS[0])

    def _take(self, scale: float) -> None:
        if scale != self._scale:
            self._scale = scale
            self._show_share()
            self.scale_changed.emit(scale)

    def _show_share(self) -> None:
        self.toolbar.show_share(
            round(self._scale * 100),
            can_shrink=self._scale > _STEPS[0],
            can_grow=self._scale < _STEPS[-1],
        )

    def _scroll_to(self, place: int) -> None:
        self._area.verticalScrollBar().setValue(place - GAP)

    def _load_fonts(self) -> None:
        """Load the typeface of documents, which no other page needs."""
        if not self._has_fonts:
            self._has_fonts = True
            fonts.load(fonts.TEXT_FILES)

    def _scrolling(self) -> QScrollArea:
        area = QScrollArea()
        area.setObjectName("studio_scroll")
        area.setAccessibleName(self.tr("Preview"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self.canvas)
        return area

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.toolbar)
        down.addWidget(self.notice)
        down.addWidget(self._stack, 1)
