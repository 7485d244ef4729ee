"""What narrows the history: words, who, which kind of record, from which day to which."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app.ui.appearance import scaled
from app.ui.record_history.kind_words import FILTERS, say_kinds
from app.ui.widgets.fields import DateField, OptionField
from app.ui.widgets.filter_line import FilterLine
from app.ui.widgets.label import text_label


class Narrowing(QWidget):
    """A line of conditions, each of which must hold.

    Signals:
        narrowed: All the conditions, by name; a day that cannot be read is left out.
        left_down: The user wants to go into the list.
    """

    narrowed = Signal(dict)
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = FilterLine(self.tr("Filter the history"), name="history_words")
        self.words.setPlaceholderText(self.tr("Words of a change, a record or an old value"))
        self.actor = OptionField([(None, self.tr("Everybody"))])
        self.kind = OptionField([(None, self.tr("All records")), *_kinds()])
        self.first, self.last = DateField(), DateField()
        self._clear = QPushButton(self.tr("Clear"))
        self._clear.setObjectName("history_clear")
        self._clear.setToolTip(self.tr("Show everything again"))
        self._clear.clicked.connect(self.clear)
        self._name()
        self.words.filtered.connect(self._tell)
        self.words.left_down.connect(self.left_down)
        for choice in (self.actor, self.kind):
            choice.changed.connect(self._tell)
        for day in (self.first, self.last):
            day.finished.connect(self._tell)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._from = text_label(self.tr("From"), "muted")
        self._to = text_label(self.tr("to"), "muted")
        self._lay_out()
        self._show_clear()

    def offer_actors(self, actors: Sequence[str]) -> None:
        """Offer everybody who has ever changed something."""
        named = [(actor, actor or self.tr("Not known")) for actor in actors]
        self.actor.offer([(None, self.tr("Everybody")), *named])

    def values(self) -> dict[str, Any]:
        """Return the conditions, by name."""
        return {
            "words": self.words.text().strip(),
            "actor": self.actor.value(),
            "kinds": dict(FILTERS).get(self.kind.value(), frozenset()),
            "first": None if self.first.problem() else self.first.value(),
            "last": None if self.last.problem() else self.last.value(),
        }

    def clear(self) -> None:
        """Take every condition away."""
        with QSignalBlocker(self.words):
            self.words.clear()
        for field in (self.actor, self.kind, self.first, self.last):
            field.set_value(None)
            field.show_problem("")
        self._tell()

    def is_narrow(self) -> bool:
        """Say whether any condition is given."""
        return any(self.values().values())

    def _tell(self, *_words: object) -> None:
        for day in (self.first, self.last):
            day.show_problem(day.problem())
        self._show_clear()
        self.narrowed.emit(self.values())

    def _show_clear(self) -> None:
        self._clear.setEnabled(self.is_narrow())

    def _name(self) -> None:
        for field, name, spoken in (
            (self.actor, "history_actor", self.tr("Who")),
            (self.kind, "history_kind", self.tr("Kind of record")),
            (self.first, "history_first", self.tr("From the day")),
            (self.last, "history_last", self.tr("To the day")),
        ):
            field.editor.setObjectName(name)
            field.setAccessibleName(spoken)
        for choice in (self.actor, self.kind):
            choice.setMinimumWidth(scaled(120))
        for day in (self.first, self.last):
            day.set_placeholder(self.tr("any day"))
            day.setMinimumWidth(scaled(150))

    def _lay_out(self) -> None:
        self._grid.addWidget(self.words, 0, 0, 1, 7)
        for column, widget in enumerate(
            (self.actor, self.kind, self._from, self.first, self._to, self.last, self._clear)
        ):
            self._grid.addWidget(widget, 1, column)
        for column, share in enumerate((3, 3, 0, 3, 0, 3, 0)):
            self._grid.setColumnStretch(column, share)


def _kinds() -> list[tuple[str, str]]:
    return sorted(((kind, say_kinds(kind)) for kind, _kinds in FILTERS), key=lambda pair: pair[1])
