"""The changes between two texts in words, one after the other: what a screen reader reads out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.paper.wrapped_delegate import WrappedDelegate
from app.ui.widgets.card import rule
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.comparisons import Change

WIDTH = 276
_HEAD = 48
_LONGEST = 160


class ChangesList(QFrame):
    """Lists the changes; the one that is chosen is shown on the page.

    Signals:
        change_chosen: The mark on the page at which a change stands.
    """

    change_chosen = Signal(str)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFixedWidth(scaled(WIDTH))
        self._title = text_label("", "h2", name=f"{name}_title")
        self._title.setContentsMargins(16, 0, 16, 0)
        self._title.setFixedHeight(scaled(_HEAD) - 1)
        self._list = QListWidget()
        self._list.setObjectName(f"{name}_list")
        self._list.setProperty("cls", "changes")
        self._list.setItemDelegate(WrappedDelegate(self._list))
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.currentItemChanged.connect(self._tell)
        self._none = wrapped_label("", "muted", name=f"{name}_none")
        self._none.setContentsMargins(16, 14, 16, 14)
        self.setFocusProxy(self._list)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._title)
        down.addWidget(rule())
        down.addWidget(self._none)
        down.addWidget(self._list, 1)
        self.show_waiting()

    def title(self) -> str:
        """Return how many changes there are, in words."""
        return self._title.text()

    def show_waiting(self) -> None:
        """Say that the two are being compared."""
        self._fill(())
        self._title.setText(self.tr("Changes"))
        self._none.setText(self.tr("Comparing…"))

    def show_changes(self, changes: "tuple[Change, ...]") -> None:
        """Show the changes, in the order of the page."""
        self._fill(changes)
        self._title.setText(self.tr("%n change(s)", "", len(changes)))
        self._none.setText(self.tr("The two say the same. Layout and pictures are not compared."))

    def show_nothing(self) -> None:
        """Show that there is nothing to compare."""
        self._fill(())
        self._title.setText(self.tr("Changes"))
        self._none.setText("")

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))
            self._title.setFixedHeight(scaled(_HEAD) - 1)

    def begin(self) -> None:
        """Choose the first change, and show it."""
        with QSignalBlocker(self._list):
            self._list.setCurrentRow(0)
        self._tell(self._list.currentItem())

    def step(self, by: int) -> None:
        """Choose the next change, or the one before."""
        count = self._list.count()
        if count:
            self._list.setCurrentRow((self._list.currentRow() + by) % count)

    def _fill(self, changes: "tuple[Change, ...]") -> None:
        with QSignalBlocker(self._list):
            self._list.clear()
            for change in changes:
                item = QListWidgetItem(tell(change))
                item.setData(Qt.ItemDataRole.UserRole, change.anchor)
                item.setData(Qt.ItemDataRole.ToolTipRole, tell(change, longest=0))
                self._list.addItem(item)
        self._list.setVisible(bool(changes))
        self._none.setVisible(not changes)
        self._list.setAccessibleName(self.tr("Changes, in words"))

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.change_chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def tell(change: "Change", *, longest: int = _LONGEST) -> str:
    """Return a change in words.

    Args:
        change: The change.
        longest: How many letters of what went and of what came are told at most; 0 for all.
    """
    removed, added = _cut(change.removed, longest), _cut(change.added, longest)
    edits = _edits(removed, added)
    where = _where(change)
    if change.outcome == "moved":
        told = _say("moved; it was {was}").format(was=change.was) if change.was else _say("moved")
        edits = f"{told}; {edits}" if removed or added else told
    return f"{where}: {edits}" if where else f"{edits[:1].upper()}{edits[1:]}"


def _where(change: "Change") -> str:
    """Return the number of the unit, or how the line begins in which the change is."""
    if change.where:
        is_bare = change.where[0].isdigit()
        return _say("No. {number}").format(number=change.where) if is_bare else change.where
    return f"“{change.beginning}…”" if change.beginning else ""


def _edits(removed: str, added: str) -> str:
    if removed and added:
        told = _say("removed “{removed}”, added “{added}”")
    else:
        told = _say("removed “{removed}”") if removed else _say("added “{added}”")
    return told.format(removed=removed, added=added)


def _cut(words: str, longest: int) -> str:
    return f"{words[:longest].rstrip()}…" if longest and len(words) > longest else words


def _say(words: str) -> str:
    return QCoreApplication.translate("ChangesList", words)
