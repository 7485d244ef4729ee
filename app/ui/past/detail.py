"""One proposal: what it would become, the form to correct it in, and the sentences that say it."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.past import fields, words
from app.ui.widgets import chip
from app.ui.widgets.card import link_button
from app.ui.widgets.clearing import clear
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.form import Form
from app.ui.widgets.label import text_label, wrapped_label
from app.ui.widgets.option_field import OptionField

if TYPE_CHECKING:
    from app.services.past.proposals import MeetingProposal, Proposal

_OUTLINE = 190
_USES = ("enter", "state", "leave")


class PastDetail(QScrollArea):
    """Shows one proposal beside its sources.

    Signals:
        use_chosen: What shall become of it.
        values_changed: The values of the form, once all of them can be read.
        file_wanted: The name of a file that shall be opened.
    """

    use_chosen = Signal(str)
    values_changed = Signal(object)
    file_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("past_detail")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sides: Mapping[Any, str] = {}
        self._forms: dict[str, Form] = {}
        self._shown: tuple[int, int] = (0, 0)
        self._is_settling = False
        self._title = wrapped_label("", "h3", name="past_detail_title")
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=6)
        self._remarks = wrapped_label("", "small", name="past_remarks")
        self._use = OptionField([(each, words.use(each)) for each in _USES])
        self._use.setAccessibleName(self.tr("What shall become of it"))
        self._use.editor.setObjectName("past_use")
        self._use.changed.connect(self._tell_use)
        self._outline = QPlainTextEdit()
        self._outline.setObjectName("past_outline")
        self._outline.setAccessibleName(self.tr("The provisions as they are read"))
        self._outline.setReadOnly(True)
        self._outline.setTabChangesFocus(True)
        self._outline.setFixedHeight(scaled(_OUTLINE))
        self._pages = QWidget()
        self._page: Form | None = None
        self._quotes = QWidget()
        self._quoted = QVBoxLayout(self._quotes)
        self._lay_out()

    def offer_sides(self, sides: Mapping[Any, str]) -> None:
        """Take the parties that can be chosen; the forms are made anew."""
        self._sides = sides
        clear(self._paged)
        self._forms = {}
        self._page = None
        self._shown = (0, 0)

    def show_group(self, group: "MeetingProposal | None") -> None:
        """Show what a meeting is, as long as none of its proposals is chosen."""
        self._shown = (0, 0)
        self._title.setText(words.group(group) if group is not None else "")
        clear(self._flow)
        told = words.state_of(group) if group is not None else ""
        if told:
            self._flow.addWidget(chip.chip(told, "info"))
        files = words.about_group(group) if group is not None else ""
        self._remarks.setText(files)
        self._remarks.setVisible(bool(files))
        for part in (self._use_box, self._pages, self._outline, self._quotes):
            part.hide()

    def show_proposal(self, group: "MeetingProposal", proposal: "Proposal") -> None:
        """Show a proposal; what is being typed is not touched."""
        is_new = (group.id, proposal.id) != self._shown
        self._shown = (group.id, proposal.id)
        self._is_settling = True
        self._title.setText(words.what(proposal))
        self._show_chips(proposal)
        told = "\n".join(words.remarks(proposal))
        self._remarks.setText(told)
        self._remarks.setVisible(bool(told))
        is_open = proposal.standing.value != "same"
        self._use_box.setVisible(is_open)
        self._offer_uses(proposal)
        self._use.set_value(proposal.use.value)
        if is_new:
            self._show_form(proposal, is_open=is_open)
            self._show_quotes(proposal)
        self._is_settling = False

    def check(self) -> bool:
        """Say whether everything in the form can be read; where not, go there."""
        is_shown = self._page is not None and self._shown[1] != 0
        return self._page.check() if is_shown and self._page is not None else True

    def _offer_uses(self, proposal: "Proposal") -> None:
        """A statement is kept of facts only; the record is never overwritten."""
        is_fact = proposal.kind.value == "fact"
        offered = ["enter", "state", "leave"] if is_fact else ["enter", "leave"]
        if is_fact and (proposal.standing.value == "differs" or proposal.field == "next"):
            offered.remove("enter")
        self._use.offer([(each, words.use(each)) for each in offered])

    def _show_chips(self, proposal: "Proposal") -> None:
        clear(self._flow)
        self._flow.addWidget(chip.chip(*words.certainty(proposal)))
        told, hue = words.standing(proposal)
        if told:
            self._flow.addWidget(chip.chip(told, hue))

    def _show_form(self, proposal: "Proposal", *, is_open: bool) -> None:
        kind = fields.kind_of(proposal)
        form = self._forms.get(kind)
        if form is None:
            form = self._forms[kind] = fields.make_form(kind, self._sides)
            form.changed.connect(partial(self._tell_values, form))
            self._paged.addWidget(form)
        form.set_values(fields.values_for(kind, proposal))
        form.set_read_only(read_only=not is_open)
        for other in self._forms.values():
            other.setVisible(other is form)
        self._page = form
        self._pages.show()
        outline = str(proposal.values.get("outline") or "")
        self._outline.setPlainText(outline)
        self._outline.setVisible(bool(outline))

    def _show_quotes(self, proposal: "Proposal") -> None:
        clear(self._quoted)
        self._quoted.addWidget(text_label(self.tr("What the papers say"), "h3"))
        for quote in proposal.quotes:
            self._quoted.addWidget(wrapped_label(f"“{quote.text}”", name="past_quote"))
            link = link_button(words.source(quote), name="past_open_file")
            link.setToolTip(self.tr("Open {file}").format(file=quote.file))
            link.clicked.connect(partial(self.file_wanted.emit, quote.file))
            self._quoted.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._quotes.show()

    def _tell_use(self) -> None:
        if not self._is_settling:
            self.use_chosen.emit(self._use.value())

    def _tell_values(self, form: Form) -> None:
        values = form.values()
        if not any(form.field(name).problem() for name in values):
            self.values_changed.emit(values)

    def _lay_out(self) -> None:
        self._use_box = QWidget()
        box = QVBoxLayout(self._use_box)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(text_label(self.tr("What shall become of it"), "small"))
        box.addWidget(self._use)
        self._paged = QVBoxLayout(self._pages)
        self._paged.setContentsMargins(0, 0, 0, 0)
        self._quoted.setContentsMargins(0, 4, 0, 0)
        self._quoted.setSpacing(6)
        inside = QWidget()
        inside.setProperty("bg", "surface")
        down = QVBoxLayout(inside)
        down.setContentsMargins(16, 4, 8, 4)
        down.setSpacing(10)
        for widget in (self._title, self._chips, self._remarks, self._use_box, self._pages):
            down.addWidget(widget)
        down.addWidget(self._outline)
        down.addWidget(self._quotes)
        down.addStretch(1)
        self.setWidget(inside)
