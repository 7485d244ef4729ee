"""One line below the list: how long the agenda takes, and whether that fits into the sitting."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.agenda import words
from app.ui.agenda.sheet import AgendaSheet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import ElidingLabel, text_label


class HoursLine(QWidget):
    """Says it in words, with a sign beside what does not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_hours")
        self._warning = IconLabel("triangle-alert", "warn")
        self._overrun = text_label("", "open", name="agenda_overrun")
        self._course = ElidingLabel("", "small")
        self._course.setObjectName("agenda_course")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(IconLabel("clock", "text3"))
        across.addWidget(self._course, 1)
        across.addWidget(self._warning)
        across.addWidget(self._overrun)

    def show_sheet(self, sheet: AgendaSheet) -> None:
        """Say how this agenda runs."""
        self.setVisible(bool(sheet.outline.items))
        outline = sheet.outline
        told = [words.course(sheet.course)]
        if opens := _hour(outline.starts_at, outline.zone):
            told.insert(0, self.tr("Begins {hour}").format(hour=opens))
        if outline.breaks:
            breaks = ", ".join(pause.replace("-", "–") for pause in outline.breaks)
            told.append(self.tr("breaks {breaks}").format(breaks=breaks))
        self._course.setText(" · ".join(told))
        overrun = words.overrun(sheet.course, _hour(outline.ends_at, outline.zone))
        self._overrun.setText(overrun)
        self._overrun.setVisible(bool(overrun))
        self._warning.setVisible(bool(overrun))


def _hour(instant: datetime | None, zone: str) -> str:
    if instant is None or not zone:
        return ""
    try:
        return f"{instant.astimezone(ZoneInfo(zone)):%H:%M}"
    except (ZoneInfoNotFoundError, ValueError):
        return ""
