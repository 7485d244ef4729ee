"""A field for a time zone, found by the name of a city."""

from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtWidgets import QWidget

from app.ui import dates
from app.ui.widgets.field import LineField
from app.ui.widgets.suggestions import SuggestingLine, fold

_REGIONS = frozenset(
    {
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    }
)


class ZoneField(LineField):
    """A zone such as Asia/Ulaanbaatar; perhaps none. The city alone may be typed."""

    def __init__(self, *, optional: bool = True, parent: QWidget | None = None) -> None:
        self._suggesting = SuggestingLine()
        super().__init__(self._suggesting, parent)
        self._optional = optional
        self.set_placeholder(self.tr("A city, such as Seoul"))
        self._suggesting.offer(zones())
        self._suggesting.picked.connect(self._take)

    def value(self) -> str:
        """Return the zone's name; nothing for an empty field; what was typed if there is none."""
        return self._found() or self.text()

    def problem(self) -> str:
        """Return in words what is wrong with what was typed; nothing if it can be read."""
        if not self.text():
            return "" if self._optional else self.tr("Choose a time zone, such as Asia/Seoul.")
        if self._found():
            return ""
        told = self.tr("There is no time zone “{name}”; choose one, such as Asia/Seoul.")
        return told.format(name=self.text())

    def reading(self) -> str:
        """Return how the field understands what was typed, where that may need saying."""
        found = self._found()
        return found if found != self.text() else ""

    def _found(self) -> str:
        """Return the one zone that what was typed stands for."""
        wanted = fold(self.text()).replace("_", " ")
        if not wanted:
            return ""
        whole = _by_name().get(wanted)
        if whole:
            return whole
        cities = [zone for zone in zones() if fold(dates.city_of(zone)) == wanted]
        return cities[0] if len(cities) == 1 else ""

    def _words(self, value: Any) -> str:
        return str(value or "")

    def _take(self, place: int) -> None:
        self._line.setText(zones()[place])
        self._finish()


@lru_cache(maxsize=1)
def zones() -> tuple[str, ...]:
    """Return the zones that are named after places, and UTC."""
    places = (zone for zone in _every() if zone.partition("/")[0] in _REGIONS)
    return (*sorted(places), "UTC")


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    """Every zone that the computer knows, older names too: a record may have one of those."""
    return {fold(zone).replace("_", " "): zone for zone in _every()}


@lru_cache(maxsize=1)
def _every() -> frozenset[str]:
    """Ask once: it looks through a folder of the computer."""
    return frozenset(available_timezones())
