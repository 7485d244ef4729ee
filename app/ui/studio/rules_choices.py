"""Chooses which text of rules is meant: a version, the text of a day, and the version before."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui import dates
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.label import text_label

if TYPE_CHECKING:
    from app.services.rules import VersionRow
    from app.ui.studio.offer import Offer

_OF_A_DAY = "of-a-day"
_GAP = 6


class RulesChoices(QWidget):
    """The version, or a day; and for a comparison the version that it is compared with.

    Signals:
        version_chosen: The number of a version.
        day_chosen: The day whose text is wanted.
        since_chosen: The number of the version before.
    """

    version_chosen = Signal(object)
    day_chosen = Signal(object)
    since_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_rules")
        self._version = ChoiceField(name="studio_version", spoken=self.tr("Version of the rules"))
        self._version.chosen.connect(self._take_version)
        self._day = DateField(optional=True)
        self._day.setObjectName("studio_day")
        self._day.setAccessibleName(self.tr("Text as it stood on"))
        self._day.finished.connect(self._take_day)
        self._since = ChoiceField(name="studio_since", spoken=self.tr("Compared with"))
        self._since.chosen.connect(self.since_chosen)
        self._since_title = text_label(self.tr("Compared with"), "small")
        self._since_title.setBuddy(self._since)
        title = text_label(self.tr("Version"), "small")
        title.setBuddy(self._version)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(5)
        for heading in (title, self._since_title):
            heading.setContentsMargins(0, _GAP, 0, 0)
        down.addWidget(title)
        down.addWidget(self._version)
        down.addWidget(self._day)
        down.addWidget(self._since_title)
        down.addWidget(self._since)

    def show_offer(self, offer: "Offer") -> None:
        """Show the versions, and which is meant."""
        self.setVisible(bool(offer.versions))
        chosen = offer.chosen
        versions = list(reversed(offer.versions))
        pairs: list[tuple[str, Any]] = [(self._words(each), each.number) for each in versions]
        if not offer.is_comparison:
            pairs.append((self.tr("As it stood on a day…"), _OF_A_DAY))
        is_of_day = chosen.on is not None and not offer.is_comparison
        self._version.offer(pairs, _OF_A_DAY if is_of_day else chosen.version)
        self._day.set_value(chosen.on)
        self._day.setVisible(is_of_day)
        others = [each for each in versions if each.number != chosen.version]
        self._since.offer([(self._words(each), each.number) for each in others], chosen.since)
        for widget in (self._since_title, self._since):
            widget.setVisible(offer.is_comparison)

    def _words(self, version: "VersionRow") -> str:
        named = self.tr("Version {label}").format(label=version.label or version.number)
        if version.in_force_from is None:
            return named
        day = dates.days(version.in_force_from, version.in_force_from)
        return self.tr("{version}, in force from {day}").format(version=named, day=day)

    def _take_version(self, value: Any) -> None:
        is_of_day = value == _OF_A_DAY
        self._day.setVisible(is_of_day)
        if is_of_day:
            self._day.setFocus()
        else:
            self.version_chosen.emit(value)

    def _take_day(self) -> None:
        problem = self._day.problem()
        self._day.show_problem(problem)
        if not problem:
            self.day_chosen.emit(self._day.value())
