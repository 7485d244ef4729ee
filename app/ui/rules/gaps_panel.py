"""The list of what differs between the two languages that stand side by side."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui import icons
from app.ui.appearance import scaled
from app.ui.rules import words
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import text_label

if TYPE_CHECKING:
    from app.services.rule_library.language_gaps import LanguageGap

_LINES = 4
_LINE = 20
_PLACE = Qt.ItemDataRole.UserRole


class GapsPanel(QFrame):
    """A line that counts the warnings, and below it the list, which can be folded away.

    Signals:
        provision_chosen: The identity of the provision that a warning is about.
    """

    provision_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rules_gaps")
        self.setProperty("cls", "warning")
        self._icon = IconLabel("triangle-alert", "warn")
        self._count = text_label("", "", name="rules_gaps_count")
        self._fold = IconButton("chevron-down", "", name="rules_gaps_fold", token="warn")
        self._fold.clicked.connect(self._turn)
        self._list = QListWidget()
        self._list.setObjectName("rules_gaps_list")
        self._list.setAccessibleName(self.tr("Differences between the languages"))
        self._list.setProperty("cls", "plain")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.currentItemChanged.connect(lambda item, _before: self._tell(item))
        self._list.itemClicked.connect(self._tell)
        self._list.itemActivated.connect(self._tell)
        self._is_open = True
        self._lay_out()
        self.hide()

    def show_gaps(self, gaps: "tuple[LanguageGap, ...]") -> None:
        """Show the warnings; nothing where both languages agree."""
        listening = QSignalBlocker(self._list)
        self._list.clear()
        for gap in gaps:
            self._list.addItem(words.gap(gap))
            item = self._list.item(self._list.count() - 1)
            item.setData(_PLACE, gap.eid)
            item.setToolTip(item.text())
        listening.unblock()
        self._count.setText(self.tr("%n warning(s) between the languages", "", len(gaps)))
        self.setVisible(bool(gaps))
        self._size()

    def lines(self) -> list[str]:
        """Return what is listed."""
        return [self._list.item(at).text() for at in range(self._list.count())]

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._size()

    def _size(self) -> None:
        self._list.setVisible(self._is_open)
        shown = min(max(self._list.count(), 1), _LINES)
        line = max(self._list.sizeHintForRow(0), scaled(_LINE))
        self._list.setFixedHeight(line * shown + 2)
        self._fold.setIcon(icons.icon("chevron-down" if self._is_open else "chevron-right", "warn"))
        self._fold.say(self.tr("Hide the list") if self._is_open else self.tr("Show the list"))

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.provision_chosen.emit(str(item.data(_PLACE)))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._icon)
        top.addWidget(self._count)
        top.addStretch(1)
        top.addWidget(self._fold)
        down = QVBoxLayout(self)
        down.setContentsMargins(12, 4, 6, 4)
        down.setSpacing(2)
        down.addLayout(top)
        down.addWidget(self._list)
