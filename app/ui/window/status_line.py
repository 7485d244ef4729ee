"""The bottom edge: that everything is saved, when it was last backed up, what time it is where."""

from datetime import datetime

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.clock import Clock
from app.ui import dates
from app.ui.appearance import scaled
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel

_HEIGHT = 26
_TICK_MILLISECONDS = 5_000
_NOTICE_MILLISECONDS = 6_000


class StatusLine(QFrame):
    """Tells the state of the workspace and the hour in each side's capital."""

    def __init__(self, *, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self._clock = clock
        self._zones: tuple[str, ...] = ()
        self._saved_icon = IconLabel("circle-check", "ok", size=14)
        self._saved = self._words("saved_state")
        self._backup_icon = IconLabel("history", "text3", size=14)
        self._backup = self._words("backup_state")
        self._notice = self._words("notice")
        self._gone = QTimer(self, singleShot=True, interval=_NOTICE_MILLISECONDS)
        self._gone.timeout.connect(self._notice.clear)
        self._clock_icon = IconLabel("globe", "text3", size=14)
        self._clocks = self._words("clocks")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        row.addWidget(self._saved_icon)
        row.addWidget(self._saved)
        row.addSpacing(12)
        row.addWidget(self._backup_icon)
        row.addWidget(self._backup)
        row.addSpacing(12)
        row.addWidget(self._notice)
        row.addStretch(1)
        row.addWidget(self._clock_icon)
        row.addWidget(self._clocks)
        self.setFixedHeight(scaled(_HEIGHT))
        self.show_nothing()
        ticking = QTimer(self, interval=_TICK_MILLISECONDS)
        ticking.timeout.connect(self._tick)
        ticking.start()

    def changeEvent(self, event: QEvent) -> None:
        """Take the sizes of the new style."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(scaled(_HEIGHT))

    def show_nothing(self) -> None:
        """Say nothing, because no workspace is open."""
        for widget in (self._saved_icon, self._backup_icon, self._clock_icon):
            widget.hide()
        for label in (self._saved, self._backup, self._clocks):
            label.setText("")

    def show_opening(self, sentence: str) -> None:
        """Say what is being got ready."""
        self.show_nothing()
        self._saved.setText(sentence)

    def show_saved(self, at: datetime | None) -> None:
        """Say that everything is saved, and when something last was."""
        self._saved_icon.show_icon("circle-check", "ok")
        self._saved_icon.show()
        if at is None:
            self._saved.setText(self.tr("Everything is saved"))
        else:
            told = self.tr("All changes saved {hour}").format(hour=_local_hour(at))
            self._saved.setText(told)

    def show_read_only(self) -> None:
        """Say that nothing can be changed."""
        self._saved_icon.show_icon("lock", "warn")
        self._saved_icon.show()
        self._saved.setText(self.tr("Read only"))

    def show_pack(self) -> None:
        """Say that a pack is read."""
        self._saved_icon.show_icon("lock", "text3")
        self._saved_icon.show()
        self._saved.setText(self.tr("Reading a pack: nothing here can change the adopted text"))

    def show_backup(self, at: datetime | None) -> None:
        """Say when the workspace was last backed up."""
        self._backup_icon.show()
        if at is None:
            self._backup.setText(self.tr("No backup yet; one is made on closing"))
        elif at.astimezone().date() == self._clock.now().astimezone().date():
            told = self.tr("Last backup today {hour}").format(hour=_local_hour(at))
            self._backup.setText(told)
        else:
            day = dates.day_and_year(at.astimezone().date())
            self._backup.setText(self.tr("Last backup {day}").format(day=day))

    def hide_backup(self) -> None:
        """Say nothing of backups: none is made of what can only be read."""
        self._backup_icon.hide()
        self._backup.clear()

    def show_notice(self, sentence: str) -> None:
        """Say for a moment what was done."""
        self._notice.setText(sentence)
        self._gone.start()

    def show_zones(self, zones: tuple[str, ...]) -> None:
        """Show the hour at these time zones from now on."""
        self._zones = zones
        self._tick()

    def _tick(self) -> None:
        now = self._clock.now()
        told = " · ".join(f"{dates.city_of(zone)} {dates.hour(now, zone)}" for zone in self._zones)
        self._clock_icon.setVisible(bool(told))
        if told != self._clocks.text():
            self._clocks.setText(told)

    def _words(self, name: str) -> ElidingLabel:
        label = ElidingLabel("", "micro")
        label.setObjectName(name)
        label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return label


def _local_hour(at: datetime) -> str:
    return f"{at.astimezone():%H:%M}"
