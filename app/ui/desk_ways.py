"""Finds the way to a record from anywhere in the window: its body, its page, its tab, its line."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.texts.addresses import Address, read_address
from app.ui.desk_pages import DeskPages
from app.ui.needs import Needs
from app.ui.recent_records import RecentRecords

if TYPE_CHECKING:
    from app.services.finding.search import Place
    from app.ui.bodies.presenter import BodiesPresenter
    from app.ui.services import Services

_BODY, _MEETING = "body", "meeting"
_OF_MANY_BODIES = frozenset({"instrument", "person"})


class Ways:
    """Turns the window to a record, whichever body and page it is on.

    Attributes:
        recent: What was turned to last.
    """

    def __init__(
        self,
        needs: Needs,
        pages: DeskPages,
        *,
        bodies: "Callable[[], BodiesPresenter]",
        show_meeting: Callable[[UUID], None],
        show_in_meeting: Callable[[str, UUID], None],
    ) -> None:
        self.recent = RecentRecords(needs.settings)
        self._needs = needs
        self._pages = pages
        self._bodies = bodies
        self._show_meeting = show_meeting
        self._show_in_meeting = show_in_meeting
        self._services: Services | None = None
        self._workspace: Any = None
        self._wanted: Address | None = None

    def want(self, record: Address | None) -> None:
        """Turn to a record as soon as its workspace is shown."""
        self._wanted = record

    def go_to_wanted(self) -> None:
        """Turn to the record that was wanted before the workspace was open, if there is one."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.go_to(wanted.kind, wanted.key)

    def follow(self, link: str) -> None:
        """Turn to the record of a link; that it is none is told in a sentence."""
        address = read_address(link)
        if address is not None:
            self.go_to(address.kind, address.key)
        else:
            self._needs.notifier.tell(
                QCoreApplication.translate("Ways", "This is not the link of a record."),
                QCoreApplication.translate("Ways", "Copy it again: Edit, Copy link."),
            )

    def open(self, services: "Services", workspace: Any) -> None:
        """Turn to another workspace."""
        self._services, self._workspace = services, workspace

    def go_to(self, kind: str, record_id: UUID) -> None:
        """Turn to a record; that it is no longer there is told in a sentence."""
        if self._services is None:
            return
        if kind not in _SEARCHED:
            if not self._pages.show_record(kind, record_id):
                self._show_in_meeting(kind, record_id)
            return
        work = partial(
            self._services.search.place_of, self._workspace, kind=kind, record_id=record_id
        )
        arrive = partial(self._arrive, kind, record_id)
        self._needs.tasks.run(work, arrive, self._needs.report_failure)

    def _arrive(self, kind: str, record_id: UUID, place: "Place | None") -> None:
        if place is None:
            self._needs.notifier.tell(
                QCoreApplication.translate("Ways", "This record is not in this workspace."),
                QCoreApplication.translate(
                    "Ways", "It was removed, or it belongs to another workspace: open that one."
                ),
            )
            return
        self.recent.note(kind, record_id)
        if place.body_id is not None and kind not in _OF_MANY_BODIES:
            self._bodies().choose(place.body_id)
        if self._pages.show_record(kind, record_id):
            return
        if place.meeting_id is not None:
            self._show_meeting(place.meeting_id)
        if kind not in (_BODY, _MEETING) or place.meeting_id is None:
            self._show_in_meeting(kind, record_id)


_SEARCHED = frozenset(
    {
        _BODY,
        _MEETING,
        "action_item",
        "agenda_item",
        "decision",
        "instrument",
        "issued_document",
        "minutes_paragraph",
        "paper",
        "person",
        "project",
        "provision",
        "rule_document",
    }
)
