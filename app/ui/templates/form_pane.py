"""The middle of the Templates page for a Word form: what it asks for, and what is wrong with it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.templates import words
from app.ui.templates.entries import Entry, EntryKind
from app.ui.templates.notice import Notice
from app.ui.templates.pane_head import PaneHead
from app.ui.widgets.card import Card
from app.ui.widgets.clearing import clear
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.menu_button import MenuButton
from app.ui.widgets.saved_notice import SavedNotice

if TYPE_CHECKING:
    from app.documents.forms.findings import Finding
    from app.services.own_forms import FormReport, OwnFormRow

_MOST = 60
_EDGE = 20
_NARROWEST = 300


class FormPane(QWidget):
    """Shows one Word form.

    Signals:
        open_requested, replace_requested, change_requested, remove_requested, fill_requested,
        issue_requested:
            What the user wants done with the form.

    Attributes:
        head: The bar with the name.
        saved: Says where a letter was written.
    """

    open_requested = Signal()
    replace_requested = Signal()
    change_requested = Signal()
    remove_requested = Signal()
    fill_requested = Signal()
    issue_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form_pane")
        self.head = PaneHead()
        self.notice = Notice(name="form")
        self.saved = SavedNotice(name="form_saved")
        self.saved.hide()
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(_EDGE, 16, _EDGE, _EDGE)
        self._inside.setSpacing(14)
        self._tried = False
        self._check_card: QWidget | None = None
        self._make_buttons()
        self._make_issue()
        self._area = self._scrolling()
        self.setFocusProxy(self._open)
        self._lay_out()
        self.setMinimumWidth(_NARROWEST)  # it says less before it pushes the panes away

    def show_form(
        self, row: "OwnFormRow", report: "FormReport", *, body: str, can_edit: bool, tried: bool
    ) -> None:
        """Show what a form asks for, and what was found in it."""
        self.head.show_entry(
            Entry(EntryKind.FORM, row.id, name=row.name, language=row.language, is_own=True)
        )
        for button in (self._replace, self._more):
            button.setVisible(can_edit)
        self._issue.setVisible(can_edit)
        self._issue.setEnabled(tried)
        self._issue.setToolTip("" if tried else self._why_not(tried=tried, fillable=True))
        self._tried = tried
        self._fit()
        self._fill.setEnabled(tried and report.can_be_filled)
        self._fill.setToolTip(self._why_not(tried=tried, fillable=report.can_be_filled))
        if self._area.isAncestorOf(QApplication.focusWidget() or self):
            self._area.setFocus()  # or the keyboard would go to the head of the window
        clear(self._inside)
        self._inside.addWidget(self._particulars(row, body))
        self._check_card = self._check(report.findings, report.missing, tried=tried)
        self._inside.addWidget(self._check_card)
        self._inside.addWidget(self._fields(report))
        if report.removed:
            self._inside.addWidget(self._removed(report))
        self._inside.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Say less where larger words take more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def show_saved(self, path: Path, *, issued: bool) -> None:
        """Say that a letter was written and where, as a draft or issued for good."""
        self.notice.hide()
        told = (
            self.tr("Issued “{name}” in {folder}")
            if issued
            else self.tr("Saved “{name}” in {folder}")
        )
        self.saved.show_path(path, told.format(name=path.name, folder=path.parent))

    def show_not_ready(self, findings: "tuple[Finding, ...]") -> None:
        """Say that the form cannot be issued yet, and go to the list of what stands in the way."""
        self.saved.hide()
        missing = tuple(each for each in findings if str(each.problem.value) == "missing")
        wrong = tuple(each for each in findings if each not in missing)
        remedy = (
            self.tr("Correct the form in Word, and choose Replace to take the corrected one.")
            if wrong
            else self.tr("Enter what is missing, or save a draft.")
        )
        told = self.tr("This letter cannot be issued yet. What stands in the way is listed below.")
        self.notice.say_problem(told, remedy)
        card = self._check(wrong, missing, tried=self._tried)
        place = self._inside.indexOf(self._check_card) if self._check_card is not None else -1
        if self._check_card is not None and place >= 0:
            self._inside.removeWidget(self._check_card)
            self._check_card.hide()
            self._check_card.setParent(None)
            self._check_card.deleteLater()
            self._inside.insertWidget(place, card)
            self._check_card = card
            self._go_to(card)

    def show_done(self, told: str) -> None:
        """Show that something was done."""
        self.saved.hide()
        self.notice.say_well(words.done(told))

    def show_refused(self, sentence: str, remedy: str) -> None:
        """Show why something was not done."""
        self.saved.hide()
        self.notice.say_problem(sentence, remedy)

    def forget(self) -> None:
        """Take away what was said about another form."""
        self.notice.hide()
        self.saved.hide()

    def _why_not(self, *, tried: bool, fillable: bool) -> str:
        if not tried:
            return self.tr("There is no meeting to fill it for.")
        return "" if fillable else self.tr("Correct what is wrong with the form first.")

    def _particulars(self, row: "OwnFormRow", body: str) -> QWidget:
        card = Card(self.tr("The form"), "file-type")
        language = phrases.say("language", row.language)
        told = (
            (
                self.tr("File"),
                self.tr("{name}, {kb} KB").format(
                    name=row.file_name, kb=max(1, round(row.size / 1024))
                ),
            ),
            (self.tr("Language"), language),
            (self.tr("For"), body or self.tr("every body")),
            (self.tr("Note"), row.note),
        )
        for title, value in told:
            if value:
                card.body.addLayout(_line(title, value))
        return card

    def _go_to(self, card: QWidget) -> None:
        """Put the list in sight and the keyboard on it, where a screen reader takes it up."""
        card.show()  # what is not shown yet takes no keyboard
        self._inside.activate()
        self._area.verticalScrollBar().setValue(max(0, card.y() - _EDGE))
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(
        self,
        findings: "tuple[Finding, ...]",
        missing: "tuple[Finding, ...]",
        *,
        tried: bool,
    ) -> QWidget:
        count = len(findings) + len(missing)
        card = Card(self.tr("Check"), "list-checks", count=count or None)
        card.setObjectName("form_check")
        card.setFocusPolicy(Qt.FocusPolicy.ClickFocus if not count else Qt.FocusPolicy.StrongFocus)
        told = [words.found(each) for each in (*findings, *missing)]
        card.setAccessibleName(" ".join([self.tr("Check"), *told[:_MOST]]))
        if not findings:
            well = (
                self.tr("Every field is known and written as it should be.")
                if missing or not tried
                else self.tr("Every field is known, and the meeting has a value for each.")
            )
            card.body.addLayout(_finding("circle-check", "ok", well, ""))
        for finding in findings[:_MOST]:
            card.body.addLayout(_found(finding, "circle-alert", "bad"))
        for finding in missing[:_MOST]:
            card.body.addLayout(_found(finding, "triangle-alert", "warn"))
        more = count - min(_MOST, len(findings)) - min(_MOST, len(missing))
        if more > 0:
            further = self.tr("and {n} more").format(n=more)
            card.body.addWidget(text_label(further, "small"))
        return card

    def _fields(self, report: "FormReport") -> QWidget:
        card = Card(self.tr("Fields in it"), "braces", count=len(report.fields) or None)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=6, line_spacing=6)
        for field in report.fields[: 2 * _MOST]:
            label = text_label(field, "")
            label.setProperty("chip", "neutral")
            flow.addWidget(label)
        if not report.fields:
            card.body.addWidget(wrapped_label(self.tr("It prints nothing."), "small"))
        card.body.addWidget(holder)
        return card

    def _removed(self, report: "FormReport") -> QWidget:
        card = Card(self.tr("Left out of it"), "shield-check", count=len(report.removed))
        for each in report.removed[:_MOST]:
            card.body.addWidget(wrapped_label(words.removed(each), "small"))
        return card

    def _make_buttons(self) -> None:
        self._open = _button(
            "external-link",
            self.tr("Open in Word"),
            self.tr("Open a copy of the form in Word"),
            name="open_form",
        )
        self._open.clicked.connect(self.open_requested)
        self._replace = _button(
            "replace",
            self.tr("Replace…"),
            self.tr("Replace the form by a Word file"),
            name="replace_form",
        )
        self._replace.clicked.connect(self.replace_requested)
        self._more = MenuButton(self.tr("More"))
        self._more.setObjectName("more_form")
        self._more.setAccessibleName(self.tr("More that can be done with the form"))
        change = self._more.choices.addAction(self.tr("Name, language and body…"))
        change.triggered.connect(self.change_requested)
        remove = self._more.choices.addAction(self.tr("Remove…"))
        remove.triggered.connect(self.remove_requested)
        self._fill = IconButton(
            "file-down",
            self.tr("Fill the form for the meeting and save the letter"),
            name="fill_form",
            kind="primary",
            token="on_accent",
            text=self.tr("Fill for this meeting…"),
        )
        self._fill.clicked.connect(self.fill_requested)

    def _make_issue(self) -> None:
        self._issue = _button(
            "shield-check",
            self.tr("Issue…"),
            self.tr("Issue the letter: keep it for good and write it, once nothing is missing"),
            name="issue_form",
        )
        self._issue.clicked.connect(self.issue_requested)

    def _fit(self) -> None:
        """Say everything where there is room; else the buttons say less, the first ones first."""
        less_words = (
            (self._fill, self.tr("Fill for this meeting…"), self.tr("Fill…")),
            (self._open, self.tr("Open in Word"), ""),
            (self._replace, self.tr("Replace…"), ""),
            (self._issue, self.tr("Issue…"), ""),
        )
        for button, whole, _less in less_words:
            button.setText(whole)
        for button, _whole, less in less_words:
            if self._row.sizeHint().width() > self.width():
                button.setText(less)

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("bg", "window")
        inside.setLayout(self._inside)
        inside.setMinimumWidth(1)
        area = QScrollArea()
        area.setObjectName("form_scroll")
        area.setAccessibleName(self.tr("What was found in the form"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setObjectName("template_bar")
        self._row = row = QHBoxLayout(bar)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(6)
        for button in (self._open, self._replace, self._more):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._issue)
        row.addWidget(self._fill)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        for each in (self.head, bar, self.notice, self.saved):
            down.addWidget(each)
        down.addWidget(self._area, 1)


def _button(icon: str, text: str, spoken: str, *, name: str) -> IconButton:
    return IconButton(icon, spoken, name=name, kind="", text=text)


def _line(title: str, value: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 3, 0, 3)
    row.setSpacing(10)
    name = text_label(title, "small")
    name.setMinimumWidth(90)
    row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(wrapped_label(value), 1)
    return row


def _found(finding: "Finding", icon: str, token: str) -> QHBoxLayout:
    return _finding(icon, token, words.found(finding), words.where(finding.place))


def _finding(icon: str, token: str, told: str, place: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 5, 0, 5)
    row.setSpacing(10)
    row.addWidget(IconLabel(icon, token), 0, Qt.AlignmentFlag.AlignTop)
    lines = QVBoxLayout()
    lines.setSpacing(1)
    lines.addWidget(wrapped_label(told, "medium"))
    if place:
        lines.addWidget(wrapped_label(place, "small"))
    row.addLayout(lines, 1)
    return row
