"""What a Word file has in it, in the dialog in which it becomes a form: before, not afterwards."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.templates import words
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.label import wrapped_label

if TYPE_CHECKING:
    from app.services.own_forms import FormReport

_MOST = 4


class FormSummary(QFrame):
    """Says how many fields a file has, what is wrong with them, and what is left out of it."""

    def __init__(self, report: "FormReport", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form_summary")
        self.setProperty("cls", "card")
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(14, 10, 14, 10)
        self._down.setSpacing(8)
        self._tell_fields(report)
        self._tell_removed(report)

    def _tell_fields(self, report: "FormReport") -> None:
        count = len(report.fields)
        if not report.findings:
            told = self.tr("Every field in it is known. Fields: {n}.").format(n=count)
            icon, token = "circle-check", "ok"
            if not count:
                told = self.tr("It prints no field.")
                icon, token = "circle-alert", "warn"
            self._line(icon, token, told)
            return
        told = self.tr(
            "It can be added, and cannot be filled yet. To be mended in Word first: {n}."
        )
        found = [
            f"{words.found(each)} {words.where(each.place)}" for each in report.findings[:_MOST]
        ]
        if len(report.findings) > _MOST:
            found.append(self.tr("and {n} more").format(n=len(report.findings) - _MOST))
        self._line("circle-alert", "bad", told.format(n=len(report.findings)), found)

    def _tell_removed(self, report: "FormReport") -> None:
        if not report.removed:
            return
        told = self.tr("Left out of it, because it could act on its own or fetch something:")
        self._line("shield-check", "warn", told, words.removed_in_short(report.removed))

    def _line(self, icon: str, token: str, told: str, further: list[str] | None = None) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel(icon, token), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(wrapped_label(told, "medium"))
        for each in further or ():
            lines.addWidget(wrapped_label(f"• {each}", "small"))
        row.addLayout(lines, 1)
        self._down.addLayout(row)
