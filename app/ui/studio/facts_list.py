"""The list of what the records say that the document is made of."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import dates
from app.ui.studio.fact_field import FactField
from app.ui.studio.record_facts import Fact, Field, Origin
from app.ui.widgets.clearing import clear
from app.ui.widgets.label import text_label


class FactsList(QWidget):
    """Groups the values by the record that they come from.

    Signals:
        record_requested: The kind of record that the user wants to see, as an Origin.
    """

    record_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_facts")
        self._shown: tuple[Fact, ...] = ()
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(10)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these values; the same ones again stay as they are."""
        if facts == self._shown and self._down.count():
            return
        self._shown = facts
        clear(self._down)
        for origin in Origin:
            group = [fact for fact in facts if fact.origin is origin]
            if group:
                self._add_group(origin, group)

    def _add_group(self, origin: Origin, facts: list[Fact]) -> None:
        known = sum(fact.is_known for fact in facts)
        heading = QHBoxLayout()
        heading.setContentsMargins(0, 6, 0, 0)
        heading.addWidget(text_label(_heading(origin), "h3"))
        heading.addStretch(1)
        told = self.tr("{known} of {all} known").format(known=known, all=len(facts))
        heading.addWidget(text_label(told, "micro"))
        self._down.addLayout(heading)
        for fact in facts:
            self._down.addWidget(self._field(fact))

    def _field(self, fact: Fact) -> FactField:
        field = FactField(
            title=_title(fact),
            value=_value(fact) if fact.is_known else self.tr("Not known yet"),
            origin=_origin(fact) if fact.is_known else self.tr("Needs a value"),
            is_known=fact.is_known,
            leads=fact.leads,
        )
        field.opened.connect(partial(self.record_requested.emit, fact.origin))
        return field


def _heading(origin: Origin) -> str:
    return {
        Origin.MEETING: _translate("Meeting"),
        Origin.DELEGATION: _translate("Heads of delegation"),
        Origin.DECISION: _translate("Decision"),
        Origin.PROCEDURE: _translate("Written procedure"),
        Origin.RULES: _translate("Rules"),
    }[origin]


def _origin(fact: Fact) -> str:
    return {
        Origin.MEETING: _translate("from the meeting"),
        Origin.DELEGATION: _translate("from the delegation"),
        Origin.DECISION: _translate("from the decision"),
        Origin.PROCEDURE: _translate("from the procedure"),
        Origin.RULES: _translate("from the rules"),
    }[fact.origin]


def _title(fact: Fact) -> str:
    if fact.party is not None:
        return fact.party.name
    return {
        Field.TITLE: _translate("Title"),
        Field.DAYS: _translate("Date"),
        Field.PLACE: _translate("Place"),
        Field.CHAIR: _translate("In the chair"),
        Field.HEAD: _translate("Head of delegation"),
        Field.NUMBER: _translate("Number"),
        Field.TAKEN_ON: _translate("Taken on"),
        Field.DEADLINE: _translate("Objections until"),
        Field.VERSION: _translate("Version"),
        Field.ADOPTED_BY: _translate("Adopted by"),
        Field.IN_FORCE: _translate("In force from"),
    }[fact.field]


def _value(fact: Fact) -> str:
    first, last = fact.days
    return dates.days(first, last) if first is not None else fact.words


def _translate(text: str) -> str:
    return QCoreApplication.translate("FactsList", text)
