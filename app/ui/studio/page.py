"""The Document studio: what to make at the left, the page in the middle, checks at the right."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.ui.appearance import scaled
from app.ui.notify import FileKind, Notifier
from app.ui.studio.checks_pane import ChecksPane
from app.ui.studio.fields_pane import FieldsPane
from app.ui.studio.preview_pane import PreviewPane
from app.ui.widgets.blank import Blank

if TYPE_CHECKING:
    from app.services.checks import Check
    from app.services.previews import Preview
    from app.ui.studio.offer import Offer

_TURNS_BELOW = 1040


class StudioPage(QWidget):
    """Shows one document at a time.

    Signals:
        entered: The page is looked at now; the scale at which documents fit it.
        left: The page is not looked at any more.
        record_requested: The kind of record that the user wants to see, and its identifier.
    """

    entered = Signal(float)
    left = Signal()
    record_requested = Signal(str, str)

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_page_whole")
        self._notifier = notifier
        self._folder = Path.home()
        self._is_turned = False
        self._to_mend = 0
        self.fields = FieldsPane()
        self.preview = PreviewPane()
        self.checks = ChecksPane()
        self._blank = Blank("file-pen-line", name="studio_blank")
        self._bench = QWidget()
        row = QHBoxLayout(self._bench)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.fields)
        row.addWidget(self.preview, 1)
        row.addWidget(self.checks)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._bench)
        self._stack.addWidget(self._blank)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.fields.record_requested.connect(self._open_kind)
        self.preview.record_requested.connect(self.record_requested)
        self.preview.notice.open_requested.connect(notifier.open_outside)
        self.preview.toolbar.turned.connect(self._turn)
        self.checks.counted.connect(self._count)

    def save_beside(self, folder: Path) -> None:
        """Offer this folder first when a document is saved."""
        self._folder = folder

    def show_reading(self) -> None:
        """Say that another document is being made; what is shown cannot be saved until then."""
        self._stack.setCurrentWidget(self._bench)
        self.preview.toolbar.allow_saving(allowed=False)
        self.preview.notice.hide()
        self.checks.show_waiting()

    def show_offer(self, offer: "Offer", *, has_pdf: bool) -> None:
        """Show what can be chosen; ``has_pdf`` says whether a PDF can be made here."""
        self.fields.show_offer(offer)
        self.checks.show_kind(str(offer.chosen.kind or ""))
        self.preview.toolbar.offer_pdf(offered=has_pdf)
        self._fold()

    def show_preview(self, preview: "Preview", *, scale: float) -> None:
        """Show the page, which was made at a scale."""
        self.preview.show_preview(preview, scale=scale)
        self.checks.show_file(preview)
        self.preview.toolbar.allow_saving(allowed=True)

    def show_checks(self, found: "tuple[Check, ...]") -> None:
        """Show what is in order and what is not."""
        self.checks.show_checks(found)

    def show_no_meeting(self) -> None:
        """Show that there is no meeting to make documents of."""
        self._blank.say(
            self.tr("There is no meeting to make documents of"),
            self.tr("Choose another body at the top left, or enter a meeting of this one first."),
        )
        self._stack.setCurrentWidget(self._blank)

    def show_no_document(self) -> None:
        """Show that the records of the meeting are not enough for any document."""
        self._show_nothing(
            self.tr("The records of this meeting are not enough for a document yet"),
            self.tr("Choose another meeting, or enter its delegations, agenda or minutes first."),
            icon="file-text",
        )

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the page why it cannot be made."""
        self._show_nothing(sentence, remedy, icon="circle-alert")

    def choose_word_file(self, name: str) -> Path | None:
        """Ask where the Word file shall be written."""
        return self._choose(FileKind.WORD, self.tr("Save as Word"), name)

    def choose_pdf_file(self, name: str) -> Path | None:
        """Ask where the PDF shall be written; ``name`` is that of the Word file."""
        return self._choose(FileKind.PDF, self.tr("Save as PDF"), f"{Path(name).stem}.pdf")

    def ask_what_to_do(self, sentence: str) -> str | None:
        """Ask whether to keep both files or to replace the one that was changed, or neither."""
        answers = ("keep-both", "replace")
        place = self._notifier.choose(
            sentence,
            self.tr("Keep both writes the new one beside it under another name."),
            answers=(self.tr("Keep both"), self.tr("Replace")),
        )
        return answers[place] if place is not None else None

    def show_saved(self, path: Path) -> None:
        """Show that the file was written."""
        self.preview.show_saved(path)

    def show_print(self, preview: "Preview") -> None:
        """Show how the document will be printed."""
        # Imported when asked for: the printing libraries would slow the start.
        from app.ui.studio.printing import PrintPreview

        PrintPreview(preview.html, title=preview.title, parent=self).open()

    def tell_misfortune(self, sentence: str, remedy: str) -> None:
        """Say what went wrong with a file and what to do next."""
        self._notifier.tell_misfortune(sentence, remedy)

    def focus_page(self) -> None:
        """Put the keyboard where one begins."""
        self.fields.focus_fields()

    def changeEvent(self, event: QEvent) -> None:
        """Fold or unfold to the new size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold to the new size."""
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell it as soon as the page has its size."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._enter)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell it."""
        super().hideEvent(event)
        self.left.emit()

    def _enter(self) -> None:
        if self.isVisible():
            self.entered.emit(self.preview.measure())

    def _show_nothing(self, sentence: str, remedy: str, *, icon: str) -> None:
        self._stack.setCurrentWidget(self._bench)
        self.preview.show_problem(sentence, remedy, icon=icon)
        self.preview.toolbar.allow_saving(allowed=False)
        self.checks.show_nothing()

    def _choose(self, kind: FileKind, title: str, name: str) -> Path | None:
        chosen = self._notifier.choose_new_file(kind, title=title, suggestion=self._folder / name)
        if chosen is not None:
            self._folder = chosen.parent
        return chosen

    def _open_kind(self, kind: object) -> None:
        self.record_requested.emit(str(kind), "")

    def _count(self, to_mend: int) -> None:
        self._to_mend = to_mend
        self._fold()

    def _turn(self) -> None:
        self._is_turned = not self._is_turned
        self._fold()

    def _fold(self) -> None:
        """Show both panes beside the page, or where there is no room one of them."""
        narrow = self.width() < scaled(_TURNS_BELOW)
        self.fields.setVisible(not (narrow and self._is_turned))
        self.checks.setVisible(not narrow or self._is_turned)
        if narrow and self._is_turned:
            self.preview.toolbar.show_turn(self.tr("Choose document"), icon="file-pen-line")
        elif narrow:
            words = self.checks.title() or self.tr("Checks")
            count = str(self._to_mend or "")
            told = f"{words} · {count}" if count else words
            self.preview.toolbar.show_turn(told, brief=count)
        else:
            self.preview.toolbar.show_turn("")
