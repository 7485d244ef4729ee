"""The scrolling ground of a page: how large the page is shown, and where in it one is."""

from math import floor

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.ui import fonts
from app.ui.paper.canvas import GAP, Canvas
from app.ui.paper.sheet import PAGE_WIDTH

_STEPS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_WIDEST_FIT = 1.25
_LEAST_CHANGE = 0.015
_PATIENCE_MILLISECONDS = 120


class PaperArea(QScrollArea):
    """Shows one page, as wide as there is room until the user wants it otherwise.

    Signals:
        scale_changed: The scale at which the page is wanted now.
        share_changed: How large it is in percent, and whether it can shrink and grow further.
        record_requested: The kind of record that a link leads to, and its identifier.

    Attributes:
        canvas: The ground with the page on it.
    """

    scale_changed = Signal(float)
    share_changed = Signal(int, bool, bool)
    record_requested = Signal(str, str)

    def __init__(self, *, name: str = "studio", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_scroll")
        self.setAccessibleName(self.tr("Preview"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._is_fitted = True
        self._scale = 1.0
        self._shown = ""
        self._page_scale = 1.0
        self._page_width = PAGE_WIDTH
        self._held: tuple[float, int] | None = None
        self._has_fonts = False
        self.canvas = Canvas(name=name)
        self.canvas.unit_requested.connect(self._scroll_to)
        self.canvas.record_requested.connect(self.record_requested)
        self.canvas.sheet.filled.connect(self._hold_place)
        self.setWidget(self.canvas)
        self._settling = QTimer(self, singleShot=True, interval=_PATIENCE_MILLISECONDS)
        self._settling.timeout.connect(self._follow_room)

    def measure(self) -> float:
        """Return the scale that fits the room now, or the one that the user has chosen."""
        if self._is_fitted:
            self._scale = self._fitting()
        self._tell_share()
        return self._scale

    def show_page(
        self, html: str, *, scale: float, key: str, width: int = 0, watermark: str = ""
    ) -> None:
        """Show a page made at a scale; the same ``key`` again stays where it was scrolled to.

        Args:
            html: The page.
            scale: At which scale it was made.
            key: Which document it is.
            width: How wide it is at that scale; as wide as upright paper by default.
            watermark: The word across its pages.
        """
        self._load_fonts()
        bar, sheet = self.verticalScrollBar(), self.canvas.sheet
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        same = self._shown == key
        tall = sheet.height() * scale / self._page_scale if same else 0.0
        self._held = (share, -1) if same else None
        self._shown, self._page_scale = key, scale
        sheet.show_html(html, scale=scale, width=width, watermark=watermark, at_least=tall)
        self._settle_ground()
        self._take_share(share if same else 0.0)
        self._fit_width(round(width / scale) if width else PAGE_WIDTH)

    def forget(self) -> None:
        """Begin the next page at its top, whichever it is."""
        self._shown = ""

    def focus_page(self) -> None:
        """Put the keyboard on the page."""
        self.canvas.sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fit(self) -> None:
        """Show the page as wide as there is room."""
        self._is_fitted = True
        self._take(self._fitting())

    def enlarge(self) -> None:
        """Show the page one step larger."""
        self._is_fitted = False
        self._take(next((step for step in _STEPS if step > self._scale + 0.005), _STEPS[-1]))

    def reduce(self) -> None:
        """Show the page one step smaller."""
        self._is_fitted = False
        smaller = [step for step in _STEPS if step < self._scale - 0.005]
        self._take(smaller[-1] if smaller else _STEPS[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new room, once it has come to rest."""
        super().resizeEvent(event)
        if self._is_fitted:
            self._settling.start()

    def _follow_room(self) -> None:
        if self._is_fitted and abs(self._fitting() - self._scale) >= _LEAST_CHANGE:
            self._take(self._fitting())

    def _fitting(self) -> float:
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - 2 * GAP - bar
        fitting = floor(100 * room / self._page_width) / 100  # a hair more would need a scroll bar
        return min(_WIDEST_FIT, max(_STEPS[0], fitting))

    def _take(self, scale: float) -> None:
        if scale != self._scale:
            self._scale = scale
            self._tell_share()
            self.scale_changed.emit(scale)

    def _tell_share(self) -> None:
        percent = round(self._scale * 100)
        self.share_changed.emit(percent, self._scale > _STEPS[0], self._scale < _STEPS[-1])

    def _settle_ground(self) -> None:
        layout = self.canvas.layout()
        if layout is not None:
            layout.activate()
        self.canvas.resize(self.canvas.sizeHint())

    def _take_share(self, share: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))
        if self._held is not None:
            self._held = (share, bar.value())

    def _hold_place(self) -> None:
        """Stand at the same place of the whole document, unless the user has gone elsewhere."""
        held, self._held = self._held, None
        if held is not None and held[1] == self.verticalScrollBar().value():
            self._settle_ground()
            self._take_share(held[0])

    def _fit_width(self, width: int) -> None:
        """Fit pages that lie on their side to the room, and upright ones after them."""
        if width != self._page_width:
            self._page_width = width
            if self._is_fitted:
                self._settling.start()

    def _scroll_to(self, place: int) -> None:
        self.verticalScrollBar().setValue(place - GAP)

    def _load_fonts(self) -> None:
        """Load the typeface of documents, which no other page needs."""
        if not self._has_fonts:
            self._has_fonts = True
            fonts.load(fonts.TEXT_FILES)
