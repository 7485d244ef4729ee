"""The choices above the register by which its lines are narrowed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.decisions import words
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.register.sheets import RegisterRow

_LIVE = "live"
_FORCE = frozenset({"in-force", "amended", "not-yet", "to-confirm"})


@dataclass(frozen=True)
class Narrowing:
    """What is shown: an empty value narrows nothing."""

    standing: str = ""
    kind: str = ""
    year: int | None = None
    channel: str = ""

    def keeps(self, row: "RegisterRow") -> bool:
        """Return whether a line is shown."""
        standing = row.standing.value
        fits = standing in _FORCE if self.standing == _LIVE else self.standing in {"", standing}
        return (
            fits
            and self.kind in {"", row.kind}
            and self.year in {None, row.year}
            and self.channel in {"", row.channel}
        )


class RegisterFilters(QWidget):
    """Four lists to choose from.

    Signals:
        narrowed: The Narrowing that holds now.
    """

    narrowed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrowing = Narrowing()
        self._standing = self._field("decisions_standing", self.tr("Standing"))
        self._kind = self._field("decisions_kind", self.tr("Kind"))
        self._year = self._field("decisions_year", self.tr("Year"))
        self._channel = self._field("decisions_channel", self.tr("Channel"))
        flow = FlowLayout(self)
        for field in (self._standing, self._kind, self._year, self._channel):
            flow.addWidget(field)
            field.chosen.connect(self._tell)

    def offer(self, rows: "Sequence[RegisterRow]") -> None:
        """Offer the years that there are; what is chosen stays chosen if it can."""
        held = self.narrowing
        years = sorted({row.year for row in rows if row.year}, reverse=True)
        live = (self.tr("All that bind"), _LIVE)
        any_year: list[tuple[str, Any]] = [(self.tr("Any year"), None)]
        self._standing.offer(
            [(self.tr("Any standing"), ""), live, *_turned("standing")], held.standing
        )
        self._kind.offer([(self.tr("Any kind"), ""), *_turned("kind")], held.kind)
        self._year.offer(any_year + [(str(year), year) for year in years], held.year)
        self._channel.offer([(self.tr("Any channel"), ""), *_turned("channel")], held.channel)

    def _field(self, name: str, spoken: str) -> ChoiceField:
        field = ChoiceField(name=name, spoken=spoken)
        field.setMinimumWidth(128)
        return field

    def _tell(self, _value: Any) -> None:
        self.narrowing = Narrowing(
            standing=self._standing.currentData() or "",
            kind=self._kind.currentData() or "",
            year=self._year.currentData(),
            channel=self._channel.currentData() or "",
        )
        self.narrowed.emit(self.narrowing)


def _turned(table: str) -> list[tuple[str, Any]]:
    return [(name, value) for value, name in words.pairs(table)]
