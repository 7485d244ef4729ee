"""Makes a workspace of an export: shows what is in it, then checks all of it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.ui import dates
from app.ui.whole_workspace import words
from app.ui.whole_workspace.long_dialog import LongDialog, selectable
from app.ui.widgets.label import text_label, wrapped_label

if TYPE_CHECKING:
    from app.services.whole_workspace.importing import ExportSummary


class OpeningDialog(LongDialog):
    """Says what an export holds before a workspace is made of it."""

    def __init__(self, summary: "ExportSummary", *, parent: QWidget) -> None:
        super().__init__(name="open_export", parent=parent)
        self.act.setText(self.tr("Open as…"))
        self.setWindowTitle(self.tr("Open exported workspace"))
        self.inside.addWidget(wrapped_label(self._who(summary), "h3", name="open_export_who"))
        self.inside.addWidget(
            wrapped_label(
                self.tr("It holds {contents}.").format(contents=words.contents(summary.counts)),
                name="open_export_contents",
            )
        )
        self.inside.addWidget(text_label(self.tr("Fingerprint"), "small"))
        told = wrapped_label(words.fingerprint(summary.fingerprint), name="fingerprint")
        self.inside.addWidget(selectable(told, self.tr("Fingerprint")))
        self.inside.addWidget(
            wrapped_label(
                self.tr(
                    "It becomes a new workspace. Before that all of it is checked: every file,"
                    " every record with what it refers to, and every seal."
                ),
                "muted",
            )
        )

    def _who(self, summary: "ExportSummary") -> str:
        if summary.last_change_at is None:
            return self.tr("“{name}”, written by JWG Desk {version}").format(
                name=summary.name, version=summary.program
            )
        return self.tr("“{name}”, written by JWG Desk {version}, last changed {moment}").format(
            name=summary.name,
            version=summary.program,
            moment=dates.moment(summary.last_change_at),
        )
