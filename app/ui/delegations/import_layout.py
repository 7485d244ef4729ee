"""The line over a preview: which sheet, which encoding, for which side, in what role."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import phrases
from app.ui.appearance import scaled
from app.ui.delegations.import_view import ImportSetup, TableShown
from app.ui.delegations.import_words import say_encoding
from app.ui.widgets.check_field import CheckField
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import text_label, wrapped_label

_ROLES = (
    "delegate",
    "adviser",
    "expert",
    "interpreter",
    "secretariat",
    "observer",
    "alternate",
    "head",
)
_WIDTH = 190


class ImportLayout(QWidget):
    """Choices for the whole list.

    Signals:
        side_chosen: The id of the party for which everybody comes, or ``None``.
        role_chosen: The role of everybody whose row names none.
        sheet_chosen: The place of the sheet.
        heading_chosen: The place of the row that heads the columns, or ``None``.
        encoding_chosen: The encoding of the file.
        hidden_chosen: Whether rows that are hidden count.
    """

    side_chosen = Signal(object)
    role_chosen = Signal(object)
    sheet_chosen = Signal(object)
    heading_chosen = Signal(object)
    encoding_chosen = Signal(object)
    hidden_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = wrapped_label("", "small", name="import_notes")
        self._side = ChoiceField(name="import_side", spoken=self.tr("For which side"))
        self._role = ChoiceField(name="import_role", spoken=self.tr("Role, where none is named"))
        self._sheet = ChoiceField(name="import_sheet", spoken=self.tr("Sheet"))
        self._heading = ChoiceField(name="import_heading", spoken=self.tr("Row of headings"))
        self._encoding = ChoiceField(name="import_encoding", spoken=self.tr("Read as"))
        self._hidden = CheckField()
        self._hidden.editor.setObjectName("import_hidden")
        self._side.chosen.connect(self.side_chosen)
        self._role.chosen.connect(self.role_chosen)
        self._sheet.chosen.connect(self.sheet_chosen)
        self._heading.chosen.connect(self.heading_chosen)
        self._encoding.chosen.connect(self.encoding_chosen)
        self._hidden.changed.connect(self._tell_hidden)
        self._cells: dict[QWidget, QWidget] = {}
        self._lay_out()

    def offer(self, setup: ImportSetup) -> None:
        """Offer sides and roles."""
        sides: list[tuple[str, Any]] = [(name, key) for key, name in setup.sides]
        sides.append((self.tr("As each row says"), None))
        self._side.offer(sides, setup.side)
        roles = [(phrases.say("delegate role", role), role) for role in _ROLES]
        self._role.offer(roles, "delegate")

    def show_table(self, table: TableShown) -> None:
        """Show how the list was read."""
        sheets = [
            (self.tr("{name} (hidden)").format(name=name) if hidden else name, place)
            for place, (name, hidden) in enumerate(table.sheets)
        ]
        self._sheet.offer(sheets, table.sheet)
        self._show(self._sheet, shown=len(table.sheets) > 1)
        headings: list[tuple[str, Any]] = [
            (self.tr("Row {number}: {cells}").format(number=place + 1, cells=cells), place)
            for place, cells in table.headings
        ]
        headings.append((self.tr("No row of headings"), None))
        self._heading.offer(headings, table.heading)
        encodings = [table.encoding, *table.encodings]
        self._encoding.offer([(say_encoding(each), each) for each in encodings], table.encoding)
        self._show(self._encoding, shown=bool(table.encoding) and len(encodings) > 1)
        self._hidden.takes_label(self.tr("Hidden rows too (%n)", "", table.hidden))
        self._hidden.setVisible(table.hidden > 0)
        self._notes.setText(" · ".join(self._say_notes(table)))
        self._notes.setVisible(bool(self._notes.text()))

    def _say_notes(self, table: TableShown) -> list[str]:
        notes = [table.name] if table.name else []
        if table.filled_cells:
            notes.append(self.tr("%n cell(s) filled from merged cells", "", table.filled_cells))
        if table.lost_formulas:
            notes.append(
                self.tr("%n formula(s) without a stored value, not read", "", table.lost_formulas)
            )
        return notes

    def _lay_out(self) -> None:
        flow = FlowLayout(spacing=12, line_spacing=8)
        for words, field in (
            (self.tr("For which side"), self._side),
            (self.tr("Role, where none is named"), self._role),
            (self.tr("Sheet"), self._sheet),
            (self.tr("Row of headings"), self._heading),
            (self.tr("Read as"), self._encoding),
        ):
            cell = QWidget()
            down = QVBoxLayout(cell)
            down.setContentsMargins(0, 0, 0, 0)
            down.setSpacing(3)
            label = text_label(words, "small")
            label.setBuddy(field)
            down.addWidget(label)
            field.setFixedWidth(scaled(_WIDTH))
            down.addWidget(field)
            self._cells[field] = cell
            flow.addWidget(cell)
        flow.addWidget(self._hidden)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        across = QHBoxLayout()
        across.addLayout(flow, 1)
        whole.addLayout(across)
        whole.addWidget(self._notes)

    def _show(self, field: QWidget, *, shown: bool) -> None:
        self._cells[field].setVisible(shown)

    def _tell_hidden(self) -> None:
        self.hidden_chosen.emit(self._hidden.value())
