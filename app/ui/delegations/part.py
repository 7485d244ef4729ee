"""Joins the tab of delegations with its presenters."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.settings.options import PARTY_ORDER
from app.ui.delegations.columns import SeatRow
from app.ui.delegations.import_screen import ImportScreen
from app.ui.delegations.importing import ImportPresenter
from app.ui.delegations.presenter import DelegationsPresenter
from app.ui.delegations.screen import DelegationsScreen
from app.ui.widgets import composing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.party_order import PartyOrder
    from app.services.meetings import MeetingDetail
    from app.ui.needs import Needs
    from app.ui.services import Services


class DelegationsPart(QObject):
    """The delegations of a meeting, as a tab of its page."""

    key = "delegations"
    retitled = Signal()

    def __init__(self, needs: "Needs", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._count = 0
        self._screen = DelegationsScreen(notifier=needs.notifier, parent=self)
        self._screen.counted.connect(self._retitle)
        self._imports = ImportScreen(notifier=needs.notifier, parent=self)
        self.presenter = DelegationsPresenter(
            self._screen,
            tasks=needs.tasks,
            operations=needs.operations,
            changes=needs.changes,
            report_failure=needs.report_failure,
            order=needs.settings.value(PARTY_ORDER),
            keep_order=self._keep_order,
        )
        self.importer = ImportPresenter(
            self._imports,
            self.presenter.hand,
            tasks=needs.tasks,
            operations=needs.operations,
            report_failure=needs.report_failure,
        )
        self.widget: QWidget = self._screen.tab
        self._join_tab()
        self._join_toolbar()
        self._join_windows()

    def title(self) -> str:
        """Return the text of the tab."""
        return self.tr("Delegations  {n}").format(n=self._count)

    def open(self, services: "Services", workspace: Any, *, language: str) -> None:
        """Turn to another workspace; no meeting is shown yet."""
        self._screen.tab.forget()
        path = getattr(workspace, "path", None)
        if path is not None:
            self._screen.save_beside(path.parent)
            self._imports.look_beside(path.parent)
        self.presenter.open(services, workspace, language=language)

    def show_meeting(self, detail: "MeetingDetail | None") -> None:
        """Turn to a meeting, or show the one in hand anew; read no more than is looked at."""
        before = self.presenter.hand.detail
        if detail is None or before is None or detail.row.id != before.row.id:
            self._screen.tab.forget()
        self._retitle(detail.row.delegates if detail is not None else 0)
        self.presenter.show_meeting(detail)

    def looked_at(self, *, shown: bool) -> None:
        """Hear whether the tab is the one that is looked at."""
        if shown:
            self.presenter.enter()
        else:
            self.presenter.leave()

    def focus(self) -> None:
        """Put the keyboard where the work begins."""
        self._screen.tab.setFocus()

    def leave(self) -> None:
        """Finish what is being composed; everything else is saved when it is entered."""
        composing.commit()

    def _join_tab(self) -> None:
        tab, presenter = self._screen.tab, self.presenter
        tab.moved.connect(self._move)
        tab.edit_requested.connect(presenter.seat.start_editing)
        tab.add_requested.connect(presenter.seat.start_adding)
        tab.remove_requested.connect(self._remove)
        tab.open_requested.connect(presenter.open_delegations)
        tab.retry_requested.connect(presenter.try_again)

    def _join_toolbar(self) -> None:
        toolbar, presenter = self._screen.tab.toolbar, self.presenter
        toolbar.add.triggered.connect(self._add)
        toolbar.import_list.triggered.connect(self._import)
        toolbar.copy_last.triggered.connect(presenter.lists.start_copying)
        toolbar.edit.triggered.connect(self._edit)
        toolbar.replace.triggered.connect(self._replace)
        toolbar.remove.triggered.connect(self._remove_chosen)
        toolbar.open_all.triggered.connect(presenter.open_delegations)
        toolbar.remove_side.triggered.connect(self._remove_delegation)
        toolbar.order_chosen.connect(presenter.choose_order)
        toolbar.marked.connect(self._mark)
        toolbar.placed.connect(self._place)
        toolbar.export_requested.connect(self._export)

    def _join_windows(self) -> None:
        screen, seat = self._screen, self.presenter.seat
        screen.seat_submitted.connect(self._save_seat)
        screen.person_chosen.connect(seat.choose_person)
        screen.name_entered.connect(seat.look_for_like)
        screen.copy_submitted.connect(self._copy)
        self._imports.join(self.importer, window=self._screen.tab.window)

    def _add(self) -> None:
        row = self._screen.tab.delegation()
        self.presenter.seat.start_adding(row.id if row is not None else None)

    def _import(self) -> None:
        row = self._screen.tab.delegation()
        self.importer.start(row.party.id if row is not None else None)

    def _edit(self) -> None:
        for row in self._screen.tab.selected()[:1]:
            self.presenter.seat.start_editing(row.id)

    def _replace(self) -> None:
        for row in self._screen.tab.selected()[:1]:
            self.presenter.seat.start_replacing(row.id)

    def _remove_chosen(self) -> None:
        self._remove(self._screen.tab.selected())

    def _remove(self, rows: tuple[SeatRow, ...]) -> None:
        if rows and self._screen.agrees_to_remove(rows):
            self.presenter.remove([row.id for row in rows])

    def _remove_delegation(self) -> None:
        row = self._screen.tab.delegation()
        if row is not None and self._screen.agrees_to_remove_delegation():
            self.presenter.remove_delegation(row.id)

    def _move(self, keys: tuple[Any, ...], target: Any, above: bool) -> None:  # noqa: FBT001
        self.presenter.move(keys, target, above=above)

    def _mark(self, attendance: str) -> None:
        self.presenter.mark([row.id for row in self._screen.tab.selected()], attendance)

    def _place(self, presence: str) -> None:
        self.presenter.mark_presence([row.id for row in self._screen.tab.selected()], presence)

    def _export(self, kind: str, language: str) -> None:
        self.presenter.lists.export(as_workbook=kind == "xlsx", language=language)

    def _save_seat(self, values: Any, another: bool) -> None:  # noqa: FBT001 - a slot
        self.presenter.seat.save(values, another=another)

    def _copy(self, keys: tuple[Any, ...], with_new_posts: bool) -> None:  # noqa: FBT001 - a slot
        self.presenter.lists.copy(keys, with_new_posts=with_new_posts)

    def _keep_order(self, order: "PartyOrder") -> None:
        self._needs.settings.choose(PARTY_ORDER, order)

    def _retitle(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.retitled.emit()
