"""The left pane of the studio: which document, what it is made of, and what stands in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.appearance import scaled
from app.ui.studio.chooser import Chooser
from app.ui.studio.facts_list import FactsList
from app.ui.studio.options_box import OptionsBox
from app.ui.widgets.card import rule
from app.ui.widgets.icon_button import IconButton
from app.ui.widgets.label import ElidingLabel

if TYPE_CHECKING:
    from app.ui.studio.offer import Offer

WIDTH = 276
HEAD = 48


class FieldsPane(QFrame):
    """Lets the user choose a document and see what it is made of.

    Signals:
        record_requested: The kind of record that the user wants to see.
        kept_requested: Whether the list of what was issued and saved is wanted.

    Attributes:
        chooser: The choices at the top.
        options: What stands in the document.
    """

    record_requested = Signal(object)
    kept_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_fields")
        self.setFixedWidth(scaled(WIDTH))
        self.chooser = Chooser()
        self.options = OptionsBox()
        self._facts = FactsList()
        self._facts.record_requested.connect(self.record_requested)
        self._rule = rule()
        self._history = IconButton("history", "", name="studio_history")
        self._history.setCheckable(True)
        self._history.toggled.connect(self._tell_history)
        self._head = self._make_head()
        self.show_history(shown=False)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._head)
        down.addWidget(rule())
        down.addWidget(self._scrolling(), 1)

    def show_offer(self, offer: "Offer") -> None:
        """Show what can be chosen and what is chosen."""
        self.chooser.show_offer(offer)
        self.options.show_offer(offer)
        has_options = bool(offer.sections) or offer.can_circulate
        self.options.setVisible(has_options)
        self._rule.setVisible(bool(offer.facts) or has_options)
        self._facts.show_facts(offer.facts)

    def show_history(self, *, shown: bool) -> None:
        """Show on the button whether the list of what was issued and saved is open."""
        self._history.setChecked(shown)
        self._history.say(
            self.tr("Back to the document")
            if shown
            else self.tr("Show what was issued and saved earlier")
        )

    def focus_fields(self) -> None:
        """Put the keyboard on the first choice."""
        self.chooser.focus_fields()

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(scaled(WIDTH))
            self._head.setFixedHeight(scaled(HEAD) - 1)

    def _tell_history(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self.show_history(shown=shown)
        self.kept_requested.emit(shown)

    def _make_head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(scaled(HEAD) - 1)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 10, 0)
        row.addWidget(ElidingLabel(self.tr("Document studio"), "h2"), 1)
        row.addWidget(self._history)
        return head

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("studio_fields_inside")
        down = QVBoxLayout(inside)
        down.setContentsMargins(16, 12, 16, 16)
        down.setSpacing(5)
        down.addWidget(self.chooser)
        down.addSpacing(8)
        down.addWidget(self._rule)
        down.addWidget(self._facts)
        down.addWidget(self.options)
        down.addStretch(1)
        inside.setMinimumWidth(1)
        area = QScrollArea()
        area.setObjectName("studio_fields_scroll")
        area.setAccessibleName(self.tr("What the document is made of"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area
