"""What stands at the right of a text: its versions and origin, or something else about it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.rules.facts_pane import WIDTH
from app.ui.widgets.segments import Segment, Segments


class Aside(QFrame):
    """Shows one of several panes.

    Signals:
        turned: Another pane is shown.
    """

    turned = Signal()

    def __init__(self, first: QWidget, title: str) -> None:
        super().__init__()
        self.setObjectName("rules_aside")
        self._panes: dict[str, QWidget] = {}
        self._titles: dict[str, str] = {}
        self._tabs = Segments(name="rules_aside_tabs")
        self._tabs.chosen.connect(self.show_pane)
        self._head = QFrame()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(12, 10, 12, 0)
        head.addWidget(self._tabs)
        self._stack = QStackedWidget()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._head)
        down.addWidget(self._stack, 1)
        self.setFixedWidth(scaled(WIDTH))
        self.add("facts", first, title)

    def add(self, key: str, pane: QWidget, title: str) -> None:
        """Add a pane and the name under which it is chosen."""
        self._panes[key] = pane
        self._stack.addWidget(pane)
        self.say(key, title)
        self._head.setVisible(len(self._panes) > 1)

    def say(self, key: str, title: str) -> None:
        """Call a pane something else: with how much it holds."""
        self._titles[key] = title
        self._offer()

    def show_pane(self, key: str) -> None:
        """Show a pane."""
        self._stack.setCurrentWidget(self._panes[key])
        self._offer()
        self.turned.emit()

    def shown(self) -> str:
        """Return which pane is shown."""
        here = self._stack.currentWidget()
        return next(key for key, pane in self._panes.items() if pane is here)

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))

    def _offer(self) -> None:
        offered = [Segment(key, title, title) for key, title in self._titles.items()]
        self._tabs.offer(offered, self.shown())
