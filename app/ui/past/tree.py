"""The list of what was found: meetings, what the papers say of each, and a box to tick at each."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.ui import icons
from app.ui.appearance import scaled
from app.ui.past import words
from app.ui.past.tick_delegate import TickDelegate

if TYPE_CHECKING:
    from app.services.past.proposals import MeetingProposal, Proposal
    from app.services.past.reading import Unread

_WHAT, _CERTAINTY, _SOURCE = range(3)
_CERTAINTY_WIDTH, _SOURCE_WIDTH, _NARROW_SOURCE, _NARROW = 110, 236, 150, 760
_PIECE = 30
_KEY = Qt.ItemDataRole.UserRole
_ICONS = {
    "fact": "info",
    "paper": "file-text",
    "decision": "gavel",
    "action": "list-checks",
    "delegate": "users",
    "rules": "scale",
}


class PastTree(QTreeWidget):
    """Shows proposals under their meetings.

    Signals:
        chosen: The group and the proposal that the keyboard is on; 0 for the meeting itself.
        ticked: A group, a proposal (0 for all of the group), and whether it is wanted.
    """

    chosen = Signal(int, int)
    ticked = Signal(int, int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("past_tree")
        self.setAccessibleName(self.tr("What was found"))
        self.setHeaderLabels([self.tr("What was found"), self.tr("Certainty"), self.tr("Source")])
        self.setUniformRowHeights(True)
        self.setItemDelegate(TickDelegate(self))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setIndentation(scaled(20))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(_CERTAINTY, scaled(_CERTAINTY_WIDTH))
        header.resizeSection(_SOURCE, scaled(_SOURCE_WIDTH))
        self._sides: Mapping[Any, str] = {}
        self._groups: dict[int, QTreeWidgetItem] = {}
        self._rows: dict[tuple[int, int], QTreeWidgetItem] = {}
        self._is_settling = False
        self._waiting: list[MeetingProposal] = []
        self._unread: tuple[Unread, ...] = ()
        self._pause = QTimer(self, interval=0, singleShot=True)
        self._pause.timeout.connect(self._add_some)
        self.itemChanged.connect(self._note_tick)
        self.currentItemChanged.connect(self._tell_chosen)

    def show_all(
        self,
        groups: "tuple[MeetingProposal, ...]",
        unread: "tuple[Unread, ...]",
        sides: Mapping[Any, str],
    ) -> None:
        """Show what was found, and the files that were not read."""
        self._sides = sides
        self.clear()
        self._groups, self._rows = {}, {}
        self._waiting, self._unread = list(groups), unread
        self._add_some()
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def show_group(self, group: "MeetingProposal") -> None:
        """Show one meeting as it is now."""
        if group.id not in self._groups:
            self._waiting = [group if each.id == group.id else each for each in self._waiting]
            return
        self._is_settling = True
        self._fill_group(self._groups[group.id], group)
        for proposal in group.proposals:
            self._fill(self._rows[group.id, proposal.id], proposal)
        self._is_settling = False

    def go_to(self, group_id: int, proposal_id: int) -> None:
        """Put the keyboard on a proposal."""
        while group_id not in self._groups and self._waiting:
            self._add_some()
        item = self._rows.get((group_id, proposal_id)) or self._groups.get(group_id)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)
            self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what was found more room than its source where there is little."""
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(_NARROW)
        self.header().resizeSection(_SOURCE, scaled(_NARROW_SOURCE if is_narrow else _SOURCE_WIDTH))

    def _add_some(self) -> None:
        """Add the next meetings; hundreds at once would hold the window up."""
        some, self._waiting = self._waiting[:_PIECE], self._waiting[_PIECE:]
        self._is_settling = True
        for group in some:
            self._add_group(group)
        if not self._waiting and self._unread:
            self._add_unread(self._unread)
            self._unread = ()
        self._is_settling = False
        if self._waiting:
            self._pause.start()

    def _add_group(self, group: "MeetingProposal") -> None:
        top = QTreeWidgetItem(self)
        top.setData(_WHAT, _KEY, (group.id, 0))
        font = top.font(_WHAT)
        font.setBold(True)
        top.setFont(_WHAT, font)
        self._groups[group.id] = top
        for proposal in group.proposals:
            row = QTreeWidgetItem(top)
            row.setData(_WHAT, _KEY, (group.id, proposal.id))
            row.setIcon(_WHAT, icons.icon(_ICONS[proposal.kind.value]))
            self._rows[group.id, proposal.id] = row
            self._fill(row, proposal)
        self._fill_group(top, group)
        top.setExpanded(any(_may_tick(each) for each in group.proposals))

    def _fill_group(self, top: QTreeWidgetItem, group: "MeetingProposal") -> None:
        top.setText(_WHAT, words.group(group))
        top.setText(_CERTAINTY, words.state_of(group))
        files = self.tr("Files: {number}").format(number=len(group.files))
        top.setText(_SOURCE, files)
        top.setToolTip(_SOURCE, "\n".join(group.files))
        offered = [each for each in group.proposals if _may_tick(each)]
        if not offered:
            return
        count = sum(1 for each in offered if each.is_wanted)
        state = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        top.setCheckState(_WHAT, Qt.CheckState.Checked if count == len(offered) else state)

    def _fill(self, row: QTreeWidgetItem, proposal: "Proposal") -> None:
        told = f"{words.what(proposal)}: {words.value(proposal, self._sides)}"
        row.setText(_WHAT, " ".join(told.split()))
        row.setToolTip(_WHAT, row.text(_WHAT))
        row.setText(_CERTAINTY, words.in_short(proposal))
        sources = [words.source(quote) for quote in proposal.quotes]
        more = f" (+{len(sources) - 1})" if len(sources) > 1 else ""
        row.setText(_SOURCE, f"{sources[0]}{more}")
        row.setToolTip(_SOURCE, "\n".join(sources))
        if _may_tick(proposal):
            wanted = Qt.CheckState.Checked if proposal.is_wanted else Qt.CheckState.Unchecked
            row.setCheckState(_WHAT, wanted)
        spoken = self.tr("{what}, {certainty}, {source}").format(
            what=row.text(_WHAT), certainty=row.text(_CERTAINTY), source=row.text(_SOURCE)
        )
        row.setData(_WHAT, Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _add_unread(self, unread: "tuple[Unread, ...]") -> None:
        top = QTreeWidgetItem(self)
        top.setText(_WHAT, self.tr("Files that were not read: {number}").format(number=len(unread)))
        top.setIcon(_WHAT, icons.icon("triangle-alert"))
        for file in unread:
            row = QTreeWidgetItem(top)
            row.setText(_WHAT, f"{file.name}: {file.sentence}")
            row.setToolTip(_WHAT, f"{file.sentence} {file.remedy}".strip())
            row.setFirstColumnSpanned(True)
        top.setFirstColumnSpanned(True)
        top.setExpanded(True)

    def _note_tick(self, item: QTreeWidgetItem, column: int) -> None:
        key = item.data(_WHAT, _KEY)
        if self._is_settling or column != _WHAT or key is None:
            return
        group_id, proposal_id = key
        self.ticked.emit(
            group_id, proposal_id, item.checkState(_WHAT) is not Qt.CheckState.Unchecked
        )

    def _tell_chosen(self, item: QTreeWidgetItem | None) -> None:
        key = item.data(_WHAT, _KEY) if item is not None else None
        self.chosen.emit(*(key or (0, 0)))


def _may_tick(proposal: "Proposal") -> bool:
    return proposal.standing.value != "same"
