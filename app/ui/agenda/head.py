"""The head of the agenda's tab: how far the agenda has come, and what can be done with it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import icons, phrases
from app.ui.agenda import words
from app.ui.agenda.sheet import AgendaSheet
from app.ui.appearance import scaled
from app.ui.widgets import chip
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import ElidingLabel
from app.ui.widgets.menu_button import MenuButton

_FILTER = 56


class AgendaHead(QWidget):
    """Buttons, the state of the agenda and the next step.

    Signals:
        add_requested: A new item shall be entered; whether below the current one.
        standard_requested: The standard items that shall be inserted; ``None`` for all.
        step_requested: The step that the agenda shall take.
        editions_requested: The editions shall be shown.
    """

    add_requested = Signal(bool)
    standard_requested = Signal(object)
    step_requested = Signal(str)
    editions_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_head")
        self._steps: tuple[str, ...] = ()
        self._state = chip.chip("", name="agenda_status")
        self._sentence = ElidingLabel("", "small")
        self._sentence.setObjectName("agenda_sentence")
        self._editions = QPushButton(self.tr("Editions"))
        self._editions.setObjectName("agenda_editions")
        self._editions.setIcon(icons.icon("history"))
        self._editions.clicked.connect(self.editions_requested)
        self._step = QPushButton()
        self._step.setObjectName("agenda_step")
        self._step.clicked.connect(self._ask_step)
        self.more = MenuButton(self.tr("More"))
        self.more.setObjectName("agenda_more")
        self.more.choices.setObjectName("agenda_more_menu")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(10)
        down.addLayout(self._upper())
        down.addLayout(self._lower())

    def show_sheet(self, sheet: AgendaSheet) -> None:
        """Show the state of this agenda."""
        self._show_state(sheet)
        self._offer_standards(sheet)
        self._steps = sheet.steps
        has_items = bool(sheet.outline.items)
        # From provisional an agenda may be annotated first, or go straight to the opening.
        main = sheet.steps[-1] if sheet.steps else ""
        self._step.setText(words.step(main))
        self._step.setVisible(bool(main) and sheet.can_change)
        self._step.setEnabled(sheet.can_change and has_items)
        self._add.setEnabled(sheet.can_change)
        self._add_below.setEnabled(sheet.can_change and has_items)
        self._editions.setEnabled(bool(sheet.editions))
        self._editions.setToolTip(
            "" if sheet.editions else self.tr("An edition is kept when the agenda is sent round.")
        )

    def further_steps(self) -> tuple[str, ...]:
        """Return the steps that have no button of their own."""
        return self._steps[:-1]

    def take_filter(self, line: QWidget) -> None:
        """Give the filter of the list a place beside the buttons, where it takes no row."""
        line.setMinimumWidth(scaled(_FILTER))
        self._buttons.insertWidget(self._buttons.count() - 1, line, 1)

    def _upper(self) -> QHBoxLayout:
        self._add = IconButton(
            "plus",
            self.tr("Add an item (Enter)"),
            name="agenda_add",
            kind="",
            text=self.tr("Add item"),
        )
        self._add.clicked.connect(partial(self.add_requested.emit, False))  # noqa: FBT003
        self._add_below = IconButton(
            "corner-down-right",
            self.tr("Add a sub-item (Ctrl+Enter)"),
            name="agenda_add_below",
            kind="",
            text=self.tr("Sub-item"),
        )
        self._add_below.clicked.connect(partial(self.add_requested.emit, True))  # noqa: FBT003
        self._standard = MenuButton(self.tr("Standard items"))
        self._standard.setObjectName("agenda_standard")
        self._standard.choices.setObjectName("agenda_standard_menu")
        across = QHBoxLayout()
        across.setSpacing(6)
        for button in (self._add, self._add_below, self._standard):
            across.addWidget(button)
        across.addWidget(self.more)
        self._buttons = across
        return across

    def _lower(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self._state)
        across.addWidget(self._sentence, 1)
        across.addWidget(self._editions)
        across.addWidget(self._step)
        return across

    def _show_state(self, sheet: AgendaSheet) -> None:
        status = sheet.outline.status
        self._state.setText(phrases.say("agenda status", status))
        self._state.setProperty("chip", phrases.hue("agenda status", status))
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)
        self._sentence.setText("")
        if sheet.editions:
            latest = sheet.editions[0]
            told = self.tr("Kept as {edition}").format(edition=words.edition(latest))
            self._sentence.setText(told)

    def _offer_standards(self, sheet: AgendaSheet) -> None:
        menu = self._standard.choices
        menu.clear()
        self._standard.setEnabled(sheet.can_change and bool(sheet.missing))
        self._standard.setToolTip(
            "" if sheet.missing else self.tr("The agenda has all of them already.")
        )
        if len(sheet.missing) > 1:
            menu.addAction(self._standard_action(self.tr("All of these"), None))
            menu.addSeparator()
        for kind in sheet.missing:
            menu.addAction(self._standard_action(phrases.say("standard item", kind), (kind,)))

    def _standard_action(self, text: str, kinds: tuple[str, ...] | None) -> QAction:
        action = QAction(text, self._standard.choices)
        action.setObjectName("standard_all" if kinds is None else f"standard_{kinds[0]}")
        action.triggered.connect(partial(self.standard_requested.emit, kinds))
        return action

    def _ask_step(self) -> None:
        if self._steps:
            self.step_requested.emit(self._steps[-1])
