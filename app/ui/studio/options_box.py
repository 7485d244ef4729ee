"""Chooses what stands in a document: its sections, and whether a draft goes round for comments."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.widgets.check_field import CheckBox
from app.ui.widgets.clearing import clear
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.ui.studio.offer import Offer


class OptionsBox(QWidget):
    """A box to tick for each section, and one for drafts.

    Signals:
        sections_left_out: The sections that are not ticked, as a frozenset.
        circulation_chosen: Whether the draft goes round for comments.
    """

    sections_left_out = Signal(object)
    circulation_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_options")
        self._offered: tuple[Any, ...] = ()
        self._kept_out: frozenset[Any] = frozenset()
        self._boxes: dict[Any, CheckBox] = {}
        self._can_circulate = False
        self._is_draft = False
        self._title = text_label(self.tr("Sections"), "h3")
        self._sections = QVBoxLayout()
        self._sections.setSpacing(0)
        self._drafts = text_label(self.tr("While it is a draft"), "h3")
        self._circulation = CheckBox(self.tr("Going round for comments"))
        self._circulation.setObjectName("studio_circulation")
        self._circulation.clicked.connect(self.circulation_chosen)
        self._note = wrapped_label(
            self.tr("Lines are counted, and Word marks whatever anybody changes."), "small"
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 6, 0, 0)
        down.setSpacing(2)
        down.addWidget(self._title)
        down.addLayout(self._sections)
        down.addSpacing(6)
        down.addWidget(self._drafts)
        down.addWidget(self._circulation)
        down.addWidget(self._note)

    def show_offer(self, offer: "Offer") -> None:
        """Show which sections the document has, and which of them are left out."""
        self._kept_out = offer.chosen.omitted - frozenset(offer.sections)
        if offer.sections != self._offered:
            self._offered = offer.sections
            clear(self._sections)
            self._boxes = {section: self._box(section) for section in offer.sections}
            for box in self._boxes.values():
                self._sections.addWidget(box)
        for section, box in self._boxes.items():
            box.setChecked(section not in offer.chosen.omitted)
        self._title.setVisible(bool(offer.sections))
        self._can_circulate = offer.can_circulate
        self._show_drafts()

    def show_draft(self, *, is_draft: bool, is_for_circulation: bool) -> None:
        """Show how the document came out: only a draft goes round for comments."""
        self._is_draft = is_draft
        self._circulation.setChecked(is_for_circulation)
        self._show_drafts()

    def _show_drafts(self) -> None:
        for widget in (self._drafts, self._circulation, self._note):
            widget.setVisible(self._can_circulate and self._is_draft)

    def _box(self, section: Any) -> CheckBox:
        box = CheckBox(phrases.say("section", section))
        box.setObjectName(f"studio_section_{section}")
        box.setAccessibleName(box.text())
        box.clicked.connect(self._tell)
        return box

    def _tell(self) -> None:
        left_out = {section for section, box in self._boxes.items() if not box.isChecked()}
        self.sections_left_out.emit(self._kept_out | left_out)
