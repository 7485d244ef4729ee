"""The Document studio: what to make at the left, the page in the middle, checks at the right."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.ui.notify import Notifier
from app.ui.studio.comparison_pane import ComparisonPane
from app.ui.studio.ways_out import WaysOut
from app.ui.studio.workbench import Workbench
from app.ui.widgets.blank import Blank

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.services.checks import Check
    from app.services.comparisons import ShownComparison
    from app.services.kept_documents import KeptDocument
    from app.services.previews import PlannedFile
    from app.ui.studio.bench import ShownPage
    from app.ui.studio.offer import Offer
    from app.ui.studio.view import Angle

_NARROWEST = 300


class StudioPage(QWidget):
    """Shows one document at a time, or the list of those that were kept, or a comparison.

    Signals:
        entered: The page is looked at now; the scale at which documents fit it.
        left: The page is not looked at any more.
        record_requested: The kind of record that the user wants to see, and its identifier.
        comparison_made: The comparison, when it is made.

    Attributes:
        bench: The panes side by side.
        fields, preview, checks: Those of the bench.
        ways_out: Asks where documents shall go.
    """

    entered = Signal(float)
    left = Signal()
    record_requested = Signal(str, str)
    comparison_made = Signal(object)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_page_whole")
        self.bench = Workbench()
        self.fields = self.bench.fields
        self.preview = self.bench.preview
        self.checks = self.bench.checks
        self._comparison: ComparisonPane | None = None
        self._aside = QStackedWidget()
        self._aside.setMinimumWidth(_NARROWEST)
        self._blank = Blank("file-pen-line", name="studio_blank")
        self._stack = QStackedWidget(self)
        for widget in (self.bench, self._aside, self._blank):
            self._stack.addWidget(widget)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.ways_out = WaysOut(
            self,
            notifier=notifier,
            notice=self.preview.notice,
            lead_to_checks=self.bench.lead_to_checks,
        )
        self.fields.record_requested.connect(self._open_kind)
        self.preview.record_requested.connect(self.record_requested)
        self.preview.notice.open_requested.connect(notifier.open_outside)

    @property
    def comparison(self) -> ComparisonPane:
        """Two texts side by side; made when it is first asked for."""
        if self._comparison is None:
            self._comparison = ComparisonPane()
            self._comparison.notice.open_requested.connect(self.ways_out.open_outside)
            self._aside.addWidget(self._comparison)
            self.comparison_made.emit(self._comparison)
        return self._comparison

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a document is saved."""
        self.ways_out.save_beside(folder)

    def show_reading(self) -> None:
        """Say that another document is being made; what is shown cannot be saved until then."""
        self._turn_to_bench()
        self.preview.toolbar.allow_saving(allowed=False)
        self.preview.notice.hide()
        self.checks.show_waiting()

    def show_offer(self, offer: "Offer", *, has_pdf: bool, can_write: bool) -> None:
        """Show what can be chosen, and what can be done with it here."""
        self.fields.show_offer(offer)
        kind = str(offer.chosen.kind or "")
        self.checks.show_kind(kind)
        is_document = not offer.is_comparison
        self.preview.toolbar.offer(pdf=is_document, issue=is_document, can_write=can_write)
        self.checks.files.offer(kind, pdf=has_pdf)
        self.bench.show_right(self.bench.changes if offer.is_comparison else self.checks)

    def show_page(self, page: "ShownPage", *, scale: float) -> None:
        """Show the page, which was made at a scale."""
        self.fields.options.show_draft(
            is_draft=page.is_draft, is_for_circulation=page.is_for_circulation
        )
        self.checks.files.show_page(page)
        self.preview.show_page(page, scale=scale)
        self.preview.toolbar.allow_saving(allowed=True)
        if page.changes is not None:
            self.bench.changes.show_changes(page.changes)
            self.bench.fold()

    def show_checks(self, found: "tuple[Check, ...]") -> None:
        """Show what is in order and what is not."""
        self.checks.show_checks(found)

    def show_files(self, files: "tuple[PlannedFile, ...]") -> None:
        """Show what will be saved, every original of it."""
        self.checks.files.show_files(files)

    def show_nothing_to_make(self) -> None:
        """Show that there are no records to make documents of."""
        self._blank.say(
            self.tr("There is nothing to make documents of yet"),
            self.tr("Choose another body at the top left, or enter a meeting of this one first."),
        )
        self._stack.setCurrentWidget(self._blank)

    def show_no_document(self) -> None:
        """Show that the record that is chosen is not enough for any document."""
        self._show_nothing(
            self.tr("The records are not enough for a document yet"),
            self.tr("Choose another one, or enter delegations, an agenda or minutes first."),
            icon="file-text",
        )

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the page why it cannot be made."""
        self._show_nothing(sentence, remedy, icon="circle-alert")

    def show_kept(self, documents: "tuple[KeptDocument, ...]") -> None:
        """Show what was issued and saved earlier."""
        self.bench.kept.show_kept(documents)

    def show_kept_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the list why it cannot be read."""
        self.bench.kept.show_problem(sentence, remedy)

    def open_comparison(
        self, name: str, angles: "Sequence[Angle]", chosen: "Angle", *, is_asked: bool
    ) -> None:
        """Turn to the comparison of a document."""
        self.comparison.open(name, angles, chosen, is_asked=is_asked)
        self._stack.setCurrentWidget(self._aside)

    def show_comparison(self, shown: "ShownComparison", *, scale: float) -> None:
        """Show the page and the list of changes."""
        self.comparison.show_comparison(shown, scale=scale)

    def show_comparison_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the page why the two cannot be compared."""
        self.comparison.show_problem(sentence, remedy)

    def close_comparison(self) -> None:
        """Turn back to the document."""
        if self._stack.currentWidget() is self._aside:
            self._stack.setCurrentWidget(self.bench)

    def show_comparison_saved(self, path: Path) -> None:
        """Show that the comparison was written."""
        self.comparison.notice.show_path(path)

    def panes(self) -> "tuple[tuple[QWidget, Callable[[], None]], ...]":
        """Return the parts that F6 goes to, and what puts the keyboard there."""
        return (*self.bench.panes(), (self._aside, self._focus_aside))

    def focus_page(self) -> None:
        """Put the keyboard where one begins."""
        self.fields.focus_fields()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell it as soon as the page has its size."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._enter)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell it."""
        super().hideEvent(event)
        self.left.emit()

    def _focus_aside(self) -> None:
        self.comparison.changes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter(self) -> None:
        if self.isVisible():
            self.entered.emit(self.preview.measure())

    def _show_nothing(self, sentence: str, remedy: str, *, icon: str) -> None:
        self._turn_to_bench()
        self.preview.show_problem(sentence, remedy, icon=icon)
        self.preview.toolbar.allow_saving(allowed=False)
        self.checks.show_nothing()
        self.bench.changes.show_nothing()

    def _turn_to_bench(self) -> None:
        if self._stack.currentWidget() is not self._aside:
            self._stack.setCurrentWidget(self.bench)

    def _open_kind(self, kind: object) -> None:
        self.record_requested.emit(str(kind), "")
