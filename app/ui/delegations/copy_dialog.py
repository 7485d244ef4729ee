"""Shows who sat at the last meeting and whose post has changed since, and lets some be ticked."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.errors import Misfortune
from app.ui import dates, phrases
from app.ui.delegations.tick_table import TickTable
from app.ui.widgets.card import rule
from app.ui.widgets.check_field import CheckField
from app.ui.widgets.label import wrapped_label
from app.ui.widgets.problem_note import ProblemBanner
from app.ui.widgets.record_columns import Column
from app.ui.widgets.room import fit

if TYPE_CHECKING:
    from app.services.earlier_delegations import CopyPreview, CopyRow

_WIDTH, _HEIGHT = 860, 560


class CopyDialog(QDialog):
    """The delegates of an earlier meeting, to be ticked.

    Signals:
        submitted: The ids of the seats that are ticked, and whether new posts shall be printed.
    """

    submitted = Signal(tuple, bool)

    def __init__(self, preview: "CopyPreview", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copy_delegates_dialog")
        self.setWindowTitle(self.tr("Copy from the last meeting"))
        self.setModal(True)
        fit(self, _WIDTH, _HEIGHT)
        self._rows = preview.rows
        self._table = TickTable(
            self._columns(), name="copy_rows", spoken=self.tr("Delegates"), key=_id
        )
        self._table.set_rows(preview.rows, ticked=_proposed(preview.rows))
        self._table.ticks_changed.connect(self._count)
        self._new_posts = CheckField(self.tr("Print the post that is known now"))
        self._new_posts.editor.setObjectName("with_new_posts")
        self._new_posts.set_value(True)
        self._banner = ProblemBanner(name="copy_problem")
        self._copy = QPushButton()
        self._copy.setObjectName("save")
        self._copy.setProperty("kind", "primary")
        self._copy.setDefault(True)
        self._copy.clicked.connect(self._submit)
        self._lay_out(preview)
        self._count()

    def show_refused(self, problem: Misfortune) -> None:
        """Say why they were not nominated."""
        self._copy.setEnabled(True)
        self._banner.say(f"{problem.sentence} {problem.remedy}".strip())

    def close_saved(self) -> None:
        """Close, now that they are nominated."""
        self.accept()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                "side",
                self.tr("Side"),
                lambda row: row.party.code,
                chip=lambda row: phrases.party_hue(row.party.seat),
                spoken=lambda row: row.party.name,
                width=68,
            ),
            Column("name", self.tr("Name"), lambda row: row.name, width=190),
            Column(
                "role",
                self.tr("Role"),
                lambda row: phrases.say("delegate role", row.role),
                width=120,
            ),
            Column("post", self.tr("Post then"), lambda row: row.post),
            Column("new", self.tr("Post now, where it has changed"), self._say_new),
        )

    def _say_new(self, row: "CopyRow") -> str:
        return self.tr("In the delegation already") if row.is_there else row.new_post

    def _lay_out(self, preview: "CopyPreview") -> None:
        day = dates.day_and_year(preview.source_on) if preview.source_on else ""
        source = ", ".join(part for part in (preview.source, day) if part)
        told = self.tr("Those who are ticked are nominated for this meeting. They sat at {source}.")
        changed = sum(1 for row in preview.rows if row.new_post)
        lines = [told.format(source=source)]
        if changed:
            lines.append(self.tr("%n post(s) have changed since.", "", changed))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("cancel")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._new_posts, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._copy)
        self._new_posts.setVisible(bool(changed))
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 18, 20, 16)
        down.setSpacing(12)
        down.addWidget(self._banner)
        down.addWidget(wrapped_label(" ".join(lines), "muted"))
        down.addWidget(self._table, 1)
        down.addWidget(rule())
        down.addLayout(buttons)

    def _count(self) -> None:
        ticked = self._table.ticked()
        self._copy.setText(self.tr("Nominate %n", "", len(ticked)))
        self._copy.setEnabled(bool(ticked))

    def _submit(self) -> None:
        self._copy.setEnabled(False)
        self.submitted.emit(self._table.ticked(), self._new_posts.value())


def _id(row: "CopyRow") -> UUID:
    return row.delegate_id


def _proposed(rows: "tuple[CopyRow, ...]") -> set[UUID]:
    """Return whom to tick first: who came, or everybody where nobody is on record as come."""
    free = [row for row in rows if not row.is_there]
    came = {row.delegate_id for row in free if row.came}
    return came or {row.delegate_id for row in free}
