"""The left edge of the window: the body, the places to go, and whose workspace this is."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.widgets.card import rule
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel
from app.ui.widgets.navigation import Navigation, Place
from app.ui.window.search_line import SearchLine
from app.ui.window.switcher_button import SwitcherButton

WIDE = 216
NARROW = 56
_SEARCH = "search:"


class Sidebar(QFrame):
    """Says where one is and leads elsewhere.

    Signals:
        place_chosen: The key of the place that shall be shown.
        switch_requested: The user wants to choose another body.
        search_requested: The user wants to search.
        search_chosen: The id of the saved search that shall be made.
    """

    place_chosen = Signal(str)
    switch_requested = Signal()
    search_requested = Signal()
    search_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._narrow = False
        self.switcher = SwitcherButton()
        self.switcher.clicked.connect(self.switch_requested)
        self.navigation = Navigation()
        self.navigation.setObjectName("navigation")
        self.navigation.setAccessibleName(self.tr("Places"))
        self.navigation.place_chosen.connect(self._tell)
        self.search_line = SearchLine()
        self.search_line.clicked.connect(self.search_requested)
        self._owner = ElidingLabel("", "micro")
        self._file = ElidingLabel("", "h3")
        self._foot = self._make_foot()
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.switcher)
        self._layout.addWidget(self.search_line)
        self._layout.addWidget(self.navigation, 1)
        self._layout.addStretch(0)
        self._layout.addWidget(self._foot)
        self.fold(narrow=False)

    def add_place(self, place: Place) -> None:
        """Add a place to go to."""
        self.navigation.add(place)

    def show_searches(self, searches: Sequence[tuple[UUID, str]]) -> None:
        """Show the saved searches below the places."""
        places = [
            Place(f"{_SEARCH}{key}", name, "search", group=self.tr("Saved searches"))
            for key, name in searches
        ]
        self.navigation.replace(_SEARCH, places)

    def show_workspace(self, *, name: str, actor: str) -> None:
        """Say which workspace is open and who works in it."""
        self._file.setText(name)
        self._owner.setText(actor)
        self._owner.setVisible(bool(actor))
        self._foot.setVisible(bool(name) and not self._narrow)

    def fold(self, *, narrow: bool) -> None:
        """Show icons alone, or icons and words."""
        self._narrow = narrow
        self.setFixedWidth(scaled(NARROW if narrow else WIDE))
        side = 6 if narrow else 12
        self._layout.setContentsMargins(side, 10, side, 10)
        bars = Qt.ScrollBarPolicy
        # A bar would leave no room for the icons; wheel and keys still reach every place.
        self.navigation.setVerticalScrollBarPolicy(
            bars.ScrollBarAlwaysOff if narrow else bars.ScrollBarAsNeeded
        )
        self._foot.setVisible(not narrow and bool(self._file.text()))

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fold(narrow=self._narrow)

    def focus_places(self) -> None:
        """Put the keyboard on the places."""
        self.navigation.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell(self, key: str) -> None:
        if key.startswith(_SEARCH):
            self.search_chosen.emit(UUID(key.removeprefix(_SEARCH)))
        else:
            self.place_chosen.emit(key)

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        down = QVBoxLayout(foot)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(10)
        down.addWidget(rule())
        across = QHBoxLayout()
        across.setContentsMargins(8, 0, 4, 0)
        across.setSpacing(10)
        across.addWidget(IconLabel("folder-open", "text2", size=18))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._file)
        lines.addWidget(self._owner)
        across.addLayout(lines, 1)
        down.addLayout(across)
        return foot
