"""The three panes of the studio side by side; where there is no room for all, one gives way."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.ui.appearance import scaled
from app.ui.paper.changes_list import ChangesList
from app.ui.studio.checks_pane import ChecksPane
from app.ui.studio.fields_pane import FieldsPane
from app.ui.studio.kept_pane import KeptPane
from app.ui.studio.preview_pane import PreviewPane

if TYPE_CHECKING:
    from collections.abc import Callable

_TURNS_BELOW = 1100
_NARROWEST = 300


class Workbench(QWidget):
    """What can be chosen, the document or the list of those that were kept, and what was found.

    Signals:
        kept_looked_at: Whether the list of what was issued and saved is looked at.
        kept_made: That list, when it is made.

    Attributes:
        fields: What can be chosen.
        preview: The document.
        checks: What was found in it.
        changes: What changed, where two versions are shown.
    """

    kept_looked_at = Signal(bool)
    kept_made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = FieldsPane()
        self.preview = PreviewPane()
        self.checks = ChecksPane()
        self.changes = ChangesList(name="studio_changes")
        self._kept: KeptPane | None = None
        self._is_turned = False
        self._to_mend = 0
        self._middle = QStackedWidget()
        self._middle.setMinimumWidth(_NARROWEST)  # what is hidden must not hold the page open
        self._middle.addWidget(self.preview)
        self._right = QStackedWidget()
        for pane in (self.checks, self.changes):
            self._right.addWidget(pane)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.fields)
        row.addWidget(self._middle, 1)
        row.addWidget(self._right)
        self.fields.kept_requested.connect(self._show_history)
        self.preview.toolbar.turned.connect(self._turn)
        self.preview.counted.connect(self.checks.files.show_count)
        self.checks.counted.connect(self._count)
        self.changes.change_chosen.connect(self.preview.show_unit)

    @property
    def kept(self) -> KeptPane:
        """What was issued and saved earlier; made when it is first asked for."""
        if self._kept is None:
            self._kept = KeptPane()
            self._middle.addWidget(self._kept)
            self.kept_made.emit(self._kept)
        return self._kept

    def show_right(self, pane: QWidget) -> None:
        """Show the checks at the right, or the changes."""
        self._right.setCurrentWidget(pane)
        self.fold()

    def lead_to_checks(self) -> None:
        """Bring the checks forward, and say that they keep the document from being issued."""
        if self._right.isHidden():
            self._turn()
        self.checks.show_not_ready()

    def panes(self) -> "tuple[tuple[QWidget, Callable[[], None]], ...]":
        """Return the parts that F6 goes to, and what puts the keyboard there."""
        return (
            (self.fields, self.fields.focus_fields),
            (self._middle, self._focus_middle),
            (self._right, self._focus_right),
        )

    def fold(self) -> None:
        """Show both panes beside the page, or where there is no room one of them."""
        narrow = self.width() < scaled(_TURNS_BELOW)
        is_list = self._middle.currentWidget() is not self.preview
        turned = narrow and self._is_turned and not is_list
        self.fields.setVisible(not turned)
        self._right.setVisible(not is_list and (not narrow or self._is_turned))
        if turned:
            told = self.tr("Choose document")
            self.preview.toolbar.show_turn(told, brief=self.tr("Choose"), icon="file-pen-line")
        elif narrow:
            self._offer_turn()
        else:
            self.preview.toolbar.show_turn("")

    def changeEvent(self, event: QEvent) -> None:
        """Fold or unfold to the new size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self.fold()

    def _show_history(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self._middle.setCurrentWidget(self.kept if shown else self.preview)
        self.fold()
        self.kept_looked_at.emit(shown)
        if shown:
            self.kept.focus_list()

    def _focus_middle(self) -> None:
        if self._middle.currentWidget() is self.preview:
            self.preview.focus_page()
        else:
            self.kept.focus_list()

    def _focus_right(self) -> None:
        if self._right.currentWidget() is self.checks:
            self.checks.focus_checks()
        else:
            self.changes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _count(self, to_mend: int) -> None:
        self._to_mend = to_mend
        self.fold()

    def _turn(self) -> None:
        self._is_turned = not self._is_turned
        self.fold()

    def _offer_turn(self) -> None:
        if self._right.currentWidget() is self.changes:
            self.preview.toolbar.show_turn(self.changes.title())
            return
        words, count = self.checks.title() or self.tr("Checks"), str(self._to_mend or "")
        told = f"{words} · {count}" if count else words
        self.preview.toolbar.show_turn(told, brief=count)
