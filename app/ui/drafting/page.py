"""The page on which a version is drafted: the outline, and beside it the provision in hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import Misfortune
from app.ui.appearance import scaled
from app.ui.drafting import words
from app.ui.drafting.checks_pane import PlacesPane, ReferencesPane, TermsPane
from app.ui.drafting.dialogs import DraftingDialogs
from app.ui.drafting.outline import DraftOutline
from app.ui.drafting.proposals_pane import ProposalsPane
from app.ui.drafting.text_pane import TextPane
from app.ui.drafting.view import Tab, Typed
from app.ui.notify import Notifier
from app.ui.widgets import chip, composing
from app.ui.widgets.blank import Blank
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import ElidingLabel
from app.ui.widgets.menu_button import MenuButton
from app.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from app.services.drafting.draft_numbers import NumbersAhead
    from app.services.drafting.draft_sheets import (
        DraftLine,
        DraftSheet,
        ProposalRow,
        ProvisionSheet,
    )
    from app.services.drafting.draft_terms import TermRow
    from app.services.drafting.readiness import OpenPlace

_PAUSE_MILLISECONDS = 1200
_OUTLINE = 400
_NARROW_OUTLINE = 330
_NARROW_BELOW = 1000


class DraftingPage(QWidget):
    """Shows a draft.

    Signals:
        pause_made: The typing has paused, or the keyboard left a field: save.
        tab_chosen: A Tab.
        back_requested: The adopted rules shall be shown.
        adopt_requested: The draft shall be adopted.
        insert_requested: What shall be inserted is to be asked for.
        order_requested: All numbers shall be put in order.
        rename_requested: The draft shall be called otherwise.
        withdraw_requested: The draft shall be withdrawn.
    """

    pause_made = Signal()
    tab_chosen = Signal(object)
    back_requested = Signal()
    adopt_requested = Signal()
    insert_requested = Signal()
    order_requested = Signal()
    rename_requested = Signal()
    withdraw_requested = Signal()

    def __init__(self, *, notifier: Notifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drafting_page")
        self._notifier = notifier
        self._title = ElidingLabel("", "h1")
        self._title.setObjectName("drafting_title")
        self._state = chip.chip("", "violet", name="drafting_state")
        self.outline = DraftOutline()
        self.text = TextPane()
        self.proposals = ProposalsPane()
        self.references = ReferencesPane()
        self.terms = TermsPane()
        self.places = PlacesPane()
        self.dialogs = DraftingDialogs(self, notifier=notifier)
        self._panes: dict[Tab, QWidget] = {
            Tab.TEXT: self.text,
            Tab.PROPOSALS: self.proposals,
            Tab.REFERENCES: self.references,
            Tab.TERMS: self.terms,
            Tab.PLACES: self.places,
        }
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.pause_made)
        self._blank = Blank("pen-line", name="drafting_blank")
        self._go_back = self._blank.add_button(
            words.say("Go to the adopted rules"), name="drafting_go_back", primary=True
        )
        self._go_back.clicked.connect(self.back_requested)
        self._make_tabs()
        self._lay_out()
        self._join()
        self.setFocusProxy(self.outline)
        self._document_id: UUID | None = None

    def link_here(self) -> tuple[str, UUID] | None:
        """Return the kind and the key of the rules that are drafted."""
        return ("rule_document", self._document_id) if self._document_id is not None else None

    def show_draft(self, sheet: "DraftSheet", eid: str, *, can_write: bool) -> None:
        """Show a draft with its outline; one provision is in hand."""
        self._document_id = sheet.document_id
        self._title.setText(sheet.title)
        told = words.say("Draft {label}").format(label=sheet.label)
        if sheet.against:
            told = words.say("{draft} · changes version {label}").format(
                draft=told, label=sheet.against
            )
        self._state.setText(told)
        for button in (self._insert, self._order, self._more, self._adopt):
            button.setEnabled(can_write)
        self.outline.show_lines(sheet.lines, eid)
        self._stack.setCurrentWidget(self._body)

    def show_lines(self, lines: "tuple[DraftLine, ...]", eid: str) -> None:
        """Show the outline as it stands now."""
        self.outline.show_lines(lines, eid)

    def show_provision(
        self, draft: "DraftSheet", sheet: "ProvisionSheet", *, typed: Typed, can_write: bool
    ) -> None:
        """Show the provision in hand; what is being typed stays."""
        self.text.show_provision(draft, sheet, typed=typed, can_write=can_write)
        self.proposals.show_provision(draft, sheet, can_write=can_write)
        name = words.say("Proposals")
        count = len(sheet.proposals)
        self._tabs.setTabText(1, f"{name}  {count}" if count else name)

    def show_none(self, *, has_body: bool, has_rules: bool) -> None:
        """Say that nothing is being drafted."""
        detail = (
            words.say("Choose rules among the adopted rules, and “Draft a new version” there.")
            if has_body
            else words.say("Choose a body at the top left to see its rules.")
        )
        self._document_id = None
        self._blank.say(words.say("No version is being drafted"), detail)
        self._go_back.setVisible(has_rules)
        self._stack.setCurrentWidget(self._blank)

    def show_problem(self, sentence: str, remedy: str) -> None:
        """Show why there is nothing to show."""
        self._blank.say(sentence, remedy, icon="circle-alert")
        self._stack.setCurrentWidget(self._blank)

    def show_references(self, ahead: "NumbersAhead", *, can_write: bool) -> None:
        """Show the references that lead elsewhere than they say."""
        self.references.show_references(ahead, can_write=can_write)

    def show_terms(
        self, rows: "Sequence[TermRow]", languages: Sequence[str], language: str
    ) -> None:
        """Show the terms of the draft."""
        self.terms.show_terms(rows, languages, language)

    def show_places(self, places: "Sequence[OpenPlace]") -> None:
        """Show what must be settled before the version can be adopted."""
        self.places.show_places(places)
        name = words.say("To settle")
        self._tabs.setTabText(4, f"{name}  {len(places)}" if places else name)

    def show_tab(self, tab: Tab) -> None:
        """Turn to a tab."""
        self._tabs.setCurrentIndex(list(Tab).index(tab))

    def choose_line(self, eid: str) -> None:
        """Mark a provision in the outline."""
        self.outline.choose(eid)

    def focus_text(self) -> None:
        """Put the keyboard into the words of the provision in hand."""
        self.text.focus_text()

    def is_composing(self) -> bool:
        """Say whether an input method is in the middle of a syllable."""
        return self.text.is_composing()

    def ask_begin(self, title: str, label: str) -> None:
        """Ask how a new version shall be called."""
        self.dialogs.ask_begin(title, label)

    def ask_name(self, title: str, label: str) -> None:
        """Ask how the draft shall be called."""
        self.dialogs.ask_name(title, label)

    def ask_insert(self, line: "DraftLine | None") -> None:
        """Ask what shall be inserted, and where."""
        self.dialogs.ask_insert(line)

    def ask_numbers(self, line: "DraftLine | None") -> None:
        """Ask for a number."""
        self.dialogs.ask_numbers(line)

    def show_ahead(self, ahead: "NumbersAhead") -> None:
        """Show what a renumbering would do."""
        self.dialogs.show_ahead(ahead)

    def ask_proposal(
        self,
        draft: "DraftSheet",
        sheet: "ProvisionSheet",
        persons: Sequence[tuple[UUID, str]],
        row: "ProposalRow | None",
    ) -> None:
        """Ask what somebody proposes."""
        self.dialogs.ask_proposal(draft, sheet, persons, row)

    def close_dialog(self) -> None:
        """Close the dialog that is open."""
        self.dialogs.close_saved()

    def refuse(self, problem: Misfortune) -> None:
        """Say why something was not done, in the dialog if one is open."""
        if not self.dialogs.show_refused(problem):
            self._notifier.tell_misfortune(problem.sentence, problem.remedy)

    def ask_withdraw(self, label: str) -> bool:
        """Ask before the draft is withdrawn."""
        return self._notifier.ask(
            words.say("Withdraw the draft “{label}”?").format(label=label),
            words.say("What it changed is gone then; the text in force stays as it is."),
            agree=words.say("Withdraw the draft"),
        )

    def finish(self) -> None:
        """Have what is being composed written, and save what was typed."""
        composing.commit()
        self._pause.stop()
        self.pause_made.emit()

    def find_here(self) -> None:
        """Put the keyboard on the filter of the outline."""
        self.outline.table.focus_filter()

    def print_here(self) -> None:
        """Show how the outline will be printed."""
        self.outline.table.print_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the outline as much room as there is."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(_NARROW_BELOW)
        outline = scaled(_NARROW_OUTLINE if narrow else _OUTLINE)
        self._splitter.setSizes([outline, max(self.width() - outline, 100)])

    def _make_tabs(self) -> None:
        self._tabs = Tabs()
        self._tabs.setObjectName("drafting_tabs")
        self._tabs.setAccessibleName(words.say("What is shown of the draft"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._shown = QStackedWidget()
        names = (
            words.say("Text"),
            words.say("Proposals"),
            words.say("References"),
            words.say("Terms"),
            words.say("To settle"),
        )
        for name, pane in zip(names, self._panes.values(), strict=True):
            self._tabs.addTab(name)
            self._shown.addWidget(pane)
        self._tabs.currentChanged.connect(self._turn)

    def _turn(self, place: int) -> None:
        tab = list(Tab)[place]
        self._shown.setCurrentWidget(self._panes[tab])
        self.tab_chosen.emit(tab)

    def _join(self) -> None:
        self.text.text_typed.connect(lambda *_: self._pause.start())
        self.text.heading_typed.connect(lambda *_: self._pause.start())
        self.text.left.connect(self.pause_made)
        self.outline.opened.connect(self._open)

    def _open(self) -> None:
        self.show_tab(Tab.TEXT)
        self.text.focus_text()

    def _make_head(self) -> QFrame:
        head = QFrame()
        head.setProperty("cls", "toolbar")
        back = IconButton("chevron-left", words.say("Adopted rules"), name="drafting_back")
        back.clicked.connect(self.back_requested)
        self._insert = QPushButton(words.say("Insert…"))
        self._insert.setObjectName("drafting_insert_button")
        self._insert.clicked.connect(self.insert_requested)
        self._order = QPushButton(words.say("Number in order…"))
        self._order.setObjectName("drafting_order")
        self._order.clicked.connect(self.order_requested)
        self._more = MenuButton(words.say("Draft"))
        self._more.setObjectName("drafting_more")
        menu = self._more.choices
        menu.addAction(words.say("Rename the draft…"), self.rename_requested.emit)
        menu.addAction(words.say("Withdraw the draft…"), self.withdraw_requested.emit)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(back)
        row.addWidget(self._title, 1)
        self._adopt = QPushButton(words.say("Adopt…"))
        self._adopt.setObjectName("drafting_adopt")
        self._adopt.setProperty("kind", "primary")
        self._adopt.clicked.connect(self.adopt_requested)
        for widget in (self._state, self._insert, self._order, self._more, self._adopt):
            row.addWidget(widget)
        self.head = row
        return head

    def _lay_out(self) -> None:
        right = QFrame()
        right.setProperty("bg", "surface")
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 6, 0, 0)
        inside.setSpacing(0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(20, 0, 20, 0)
        tabs.addWidget(self._tabs, 1)
        inside.addLayout(tabs)
        inside.addWidget(self._shown, 1)
        left = QFrame()
        left.setProperty("bg", "pane")
        beneath = QVBoxLayout(left)
        beneath.setContentsMargins(0, 0, 0, 0)
        beneath.addWidget(self.outline)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(1, 1)
        self._body = QWidget()
        down = QVBoxLayout(self._body)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._make_head())
        down.addWidget(self._splitter, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._blank)
        self._stack.addWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
