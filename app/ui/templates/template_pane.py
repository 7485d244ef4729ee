"""The middle of the Templates page for a template: its source, what is wrong, the page it makes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.paper.area import PaperArea
from app.ui.paper.zoom import Zoom
from app.ui.templates import words
from app.ui.templates.notice import Notice
from app.ui.templates.pane_head import PaneHead
from app.ui.templates.source_editor import SourceEditor
from app.ui.widgets.blank import Blank
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.menu_button import MenuButton
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from app.services.previews import Preview
    from app.ui.templates.view import TemplateShown

_BAR = 46
_NARROWEST = 300


class TemplatePane(QWidget):
    """Shows one template as it is written, or as the page that it makes.

    Signals:
        written: What stands in the editor now.
        check_requested, save_requested, discard_requested, restore_requested, copy_requested:
            What the user wants done with the template.
        page_requested: Whether the user wants to see the page.
        scale_changed: The scale at which the page is wanted now.

    Attributes:
        head: The bar with the name.
        editor: The source.
    """

    written = Signal(str)
    check_requested = Signal()
    save_requested = Signal()
    discard_requested = Signal()
    restore_requested = Signal()
    copy_requested = Signal()
    page_requested = Signal(bool)
    scale_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("template_pane")
        self._known = ""
        self.head = PaneHead()
        self._sides = Segments(name="template_side")
        self._sides.chosen.connect(self._turn)
        self.head.add(self._sides)
        self.editor = SourceEditor(name="template_source")
        self.editor.textChanged.connect(self._tell_written)
        self.notice = Notice(name="template")
        self.notice.line_requested.connect(self._go_to_line)
        self.area = PaperArea(name="template")
        self.area.scale_changed.connect(self.scale_changed)
        self.area.share_changed.connect(self._show_share)
        self._blank = Blank("file-text", name="template_page_blank")
        self._stack = QStackedWidget()
        for each in (self.editor, self.area, self._blank):
            self._stack.addWidget(each)
        self.setFocusProxy(self.editor)
        self._make_buttons()
        self._offer_sides(page=False)
        self._lay_out()
        self.setMinimumWidth(_NARROWEST)  # it says less before it pushes the panes away

    def show_template(self, shown: "TemplateShown") -> None:
        """Show a template; what is written in the one that is shown already stays as it is."""
        entry = shown.entry
        self.head.show_entry(entry)
        back = self.tr("Go back to the shipped one…")
        self._restore.setText(back if entry.is_shipped else self.tr("Remove…"))
        self._restore.setVisible(entry.is_own)
        if self.editor.toPlainText() != shown.source:
            self._known = shown.source
            self.editor.setPlainText(shown.source)
            self.editor.mark_wrong(0)
            self.notice.hide()
        self.editor.setReadOnly(not shown.can_edit)
        for button in (self._save, self._more):
            button.setVisible(shown.can_edit)
        self.allow_saving(changed=shown.is_changed)

    def allow_saving(self, *, changed: bool) -> None:
        """Enable what makes sense only where something was changed."""
        self._save.setEnabled(changed)
        self._discard.setVisible(changed and not self.editor.isReadOnly())
        self._fit()

    def show_problem(self, sentence: str, remedy: str, *, line: int) -> None:
        """Show what is wrong, and mark its line."""
        self._offer_sides(page=False)
        self._stack.setCurrentWidget(self.editor)
        self.editor.mark_wrong(line)
        self.notice.say_problem(sentence, remedy, line=self.editor.wrong_line())

    def show_checked(self, *, tried: bool) -> None:
        """Show that nothing is wrong."""
        self.editor.mark_wrong(0)
        self.notice.say_well(
            self.tr("Nothing wrong was found, and the meeting fills it.")
            if tried
            else self.tr("Nothing wrong was found. It was not tried with a meeting.")
        )

    def show_done(self, told: str) -> None:
        """Show that something was done."""
        self.editor.mark_wrong(0)
        self.notice.say_well(words.done(told))

    def show_refused(self, sentence: str, remedy: str) -> None:
        """Show why something was not done."""
        self.notice.say_problem(sentence, remedy)

    def show_page(self, preview: "Preview", *, scale: float) -> None:
        """Show the page that the template makes."""
        self.area.show_page(
            preview.html,
            scale=scale,
            key=preview.file_name,
            width=preview.width,
            watermark=preview.watermark,
        )
        self._stack.setCurrentWidget(self.area)
        self._zoom.show()

    def show_page_problem(self, sentence: str, remedy: str) -> None:
        """Show in the place of the page why there is none."""
        self.area.forget()
        self._zoom.hide()
        self._blank.say(
            sentence or self.tr("There is no meeting to try this template with"),
            remedy or ("" if sentence else self.tr("Choose another body, or enter a meeting.")),
            icon="circle-alert" if sentence else "file-text",
        )
        self._stack.setCurrentWidget(self._blank)

    def show_source(self) -> None:
        """Show the template as it is written."""
        self._offer_sides(page=False)
        self._stack.setCurrentWidget(self.editor)

    def measure(self) -> float:
        """Return the scale at which a page fits the room."""
        return self.area.measure()

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._bar.setFixedHeight(scaled(_BAR))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say everything where there is room; else the buttons say less, the first ones first."""
        less_words = (
            (self._discard, self.tr("Discard changes"), ""),
            (self._check, self.tr("Check"), ""),
            (self._save, self.tr("Save as ours"), self.tr("Save")),
        )
        for button, whole, _less in less_words:
            button.setText(whole)
        for button, _whole, less in less_words:
            if self._row.sizeHint().width() > self.width():
                button.setText(less)

    def _turn(self, side: str) -> None:
        page = side == "page"
        self._stack.setCurrentWidget(self.area if page else self.editor)
        self._zoom.setVisible(page)
        self._fit()
        self.page_requested.emit(page)

    def _show_share(self, percent: int, can_shrink: bool, can_grow: bool) -> None:  # noqa: FBT001 - a slot
        self._zoom.show_share(percent, can_shrink=can_shrink, can_grow=can_grow)

    def _offer_sides(self, *, page: bool) -> None:
        self._zoom.setVisible(page)
        self._sides.offer(
            (
                Segment("source", self.tr("Template"), self.tr("The template as it is written")),
                Segment("page", self.tr("Page"), self.tr("The page that it makes of the meeting")),
            ),
            "page" if page else "source",
        )

    def _tell_written(self) -> None:
        source = self.editor.toPlainText()
        if source != self._known:  # colours that were set count as changes too
            self._known = source
            self.editor.setExtraSelections([])
            self.allow_saving(changed=True)
            self.written.emit(source)

    def _go_to_line(self, line: int) -> None:
        self.show_source()
        self.editor.mark_wrong(line)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_buttons(self) -> None:
        self._zoom = Zoom(name="template")
        self._zoom.larger.connect(self.area.enlarge)
        self._zoom.smaller.connect(self.area.reduce)
        self._zoom.fitted.connect(self.area.fit)
        self._check = IconButton(
            "circle-check",
            self.tr("Check the template, and try it with the meeting"),
            name="check_template",
            kind="",
            text=self.tr("Check"),
        )
        self._check.clicked.connect(self.check_requested)
        self._more = MenuButton(self.tr("More"))
        self._more.setObjectName("more_template")
        self._more.setAccessibleName(self.tr("More that can be done with the template"))
        self._copy = self._more.choices.addAction(self.tr("For another language or body…"))
        self._copy.triggered.connect(self.copy_requested)
        self._restore = self._more.choices.addAction("")
        self._restore.triggered.connect(self.restore_requested)
        self._discard = IconButton(
            "x",
            self.tr("Discard what was written since it was saved"),
            name="discard_template",
            kind="ghost",
            text=self.tr("Discard changes"),
        )
        self._discard.clicked.connect(self.discard_requested)
        self._save = IconButton(
            "save",
            self.tr("Have documents made with this template from now on"),
            name="save_template",
            kind="primary",
            token="on_accent",
            text=self.tr("Save as ours"),
        )
        self._save.clicked.connect(self.save_requested)

    def _lay_out(self) -> None:
        self._bar = QFrame()
        self._bar.setObjectName("template_bar")
        self._bar.setFixedHeight(scaled(_BAR))
        self._row = row = QHBoxLayout(self._bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(self._check)
        row.addWidget(self._more)
        row.addSpacing(6)
        row.addWidget(self._zoom)
        row.addStretch(1)
        row.addWidget(self._discard)
        row.addWidget(self._save)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.head)
        down.addWidget(self._bar)
        down.addWidget(self.notice)
        down.addWidget(self._stack, 1)
