"""The line above the text: how it is read, in which languages, on which day; print and save."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from app.ui.appearance import scaled
from app.ui.rules import words
from app.ui.rules.asked import Asked
from app.ui.rules.choice import Choice, Mode
from app.ui.rules.presenter import Export
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.menu_button import MenuButton
from app.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_LANGUAGE = 112
_MENU = (
    Asked.RULE_SETTINGS,
    Asked.VERSION_SETTINGS,
    Asked.AUTHENTIC,
    Asked.DRAFT,
    Asked.ADOPT,
    None,
    Asked.NEW_RULES,
    Asked.NEW_VERSION,
    None,
    Asked.COMPARE,
)


class RulesToolbar(QFrame):
    """Offers the ways of reading.

    Attributes:
        languages: The fields for the languages, which stand nearer to the text.

    Signals:
        mode_chosen: A Mode.
        language_chosen: The tag of the first language.
        second_chosen: The tag of the second; empty for none.
        print_requested: The user wants to print.
        save_requested: An Export.
        versions_wanted: Whether the versions shall be shown, where there is no room for them.
        asked: What the user asks for, of Asked.
    """

    mode_chosen = Signal(object)
    language_chosen = Signal(object)
    second_chosen = Signal(object)
    print_requested = Signal()
    save_requested = Signal(object)
    versions_wanted = Signal(bool)
    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rules_toolbar")
        self.setProperty("cls", "toolbar")
        self._modes = Segments(name="rules_mode")
        self._modes.chosen.connect(self.mode_chosen)
        self._language = ChoiceField(name="rules_language", spoken=self.tr("Language"))
        self._language.chosen.connect(self.language_chosen)
        self._second = ChoiceField(name="rules_second", spoken=self.tr("Language beside it"))
        self._second.chosen.connect(self.second_chosen)
        for field in (self._language, self._second):
            field.setFixedWidth(scaled(_LANGUAGE))
        self.languages = QWidget()
        beside = QHBoxLayout(self.languages)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self._language)
        beside.addWidget(self._second)
        self._print = IconButton("printer", self.tr("Print"), name="rules_print")
        self._print.clicked.connect(self.print_requested)
        self._save = MenuButton(self.tr("Save as"))
        self._save.setObjectName("rules_save")
        self._versions = IconButton(
            "list-ordered", self.tr("Versions and origin"), name="rules_versions"
        )
        self._versions.setCheckable(True)
        self._versions.toggled.connect(self.versions_wanted)
        self._versions.hide()
        self._more = IconButton("ellipsis", self.tr("More"), name="rules_more")
        self._more.clicked.connect(self._drop_down)
        self._offers = QMenu(self)
        self._offered: dict[Asked, QAction] = {}
        self._actions: dict[Export, QAction] = {}
        self._fill_menu()
        self._lay_out()

    def show_choice(self, choice: Choice, *, held: Sequence[str], can_compare: bool) -> None:
        """Show what is chosen and what can be."""
        self._modes.setMinimumWidth(0)
        offered = [
            Segment(each, words.mode(each), words.mode(each))
            for each in Mode
            if each is not Mode.SIDE_BY_SIDE or len(held) > 1
        ]
        self._modes.offer(offered, choice.mode)
        self._modes.setMinimumWidth(self._modes.sizeHint().width())
        self._language.offer([(words.language_name(tag), tag) for tag in held], choice.language)
        others = [(words.language_name(tag), tag) for tag in held if tag != choice.language]
        beside = choice.mode in {Mode.SIDE_BY_SIDE, Mode.REDLINE} and bool(others)
        self._second.setVisible(beside)
        if beside:
            none = [(self.tr("One language"), "")] if choice.mode is Mode.REDLINE else []
            self._second.offer([*none, *others], choice.second)
        self._actions[Export.REDLINE].setEnabled(can_compare)
        self._actions[Export.BILINGUAL].setEnabled(bool(others))

    def offer_versions(self, *, offered: bool) -> None:
        """Offer to show the versions, where the page has no room for them."""
        self._versions.setVisible(offered)

    def want_versions(self) -> None:
        """Show what stands at the right, where the page has no room for it."""
        if not self._versions.isHidden():
            self._versions.setChecked(True)

    def versions_are_wanted(self) -> bool:
        """Say whether the user wants to see the versions instead of the contents."""
        return self._versions.isChecked() and not self._versions.isHidden()

    def allow(self, allowed: Mapping[Asked, bool]) -> None:
        """Offer what can be asked for now."""
        for which, action in self._offered.items():
            action.setEnabled(allowed.get(which, False))

    def set_usable(self, *, usable: bool) -> None:
        """Offer nothing while there is nothing to read."""
        for widget in (self._modes, self._language, self._second, self._print, self._save):
            widget.setEnabled(usable)

    def _drop_down(self) -> None:
        below = self._more.rect().bottomRight()
        width = self._offers.sizeHint().width()
        self._offers.popup(self._more.mapToGlobal(below) - QPoint(width, -4))

    def _fill_menu(self) -> None:
        for which in _MENU:
            if which is None:
                self._offers.addSeparator()
                continue
            action = self._offers.addAction(words.asked(which))
            action.setObjectName(f"rules_{which.value}")
            action.triggered.connect(partial(self.asked.emit, which))
            self._offered[which] = action
        texts = {
            Export.WORD: self.tr("Word"),
            Export.BILINGUAL: self.tr("Word in two languages"),
            Export.REDLINE: self.tr("Word with tracked changes"),
            Export.PDF: self.tr("PDF"),
            Export.PLAIN: self.tr("Plain text"),
            Export.AKOMA_NTOSO: self.tr("Akoma Ntoso (XML)"),
        }
        for form, text in texts.items():
            action = self._save.choices.addAction(text)
            action.setObjectName(f"rules_save_{form.value}")
            action.triggered.connect(partial(self.save_requested.emit, form))
            self._actions[form] = action

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._modes)
        row.addStretch(1)
        row.addWidget(self._versions)
        row.addWidget(self._print)
        row.addWidget(self._save)
        row.addWidget(self._more)
