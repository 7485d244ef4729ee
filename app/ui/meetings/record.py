"""Everything on record about one meeting, read in one go away from the window's thread."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from app.services.actions import ActionRow
    from app.services.agenda import AgendaRow
    from app.services.decisions import DecisionRow
    from app.services.delegations import DelegationRow
    from app.services.meetings import MeetingDetail
    from app.services.papers import PaperRow
    from app.services.parties import PartyChip
    from app.services.preparation import TaskRow
    from app.ui.services import Services


class Mark(StrEnum):
    """What the reader must know before trusting a record."""

    RECONSTRUCTED = "reconstructed"
    ILLUSTRATIVE = "illustrative"
    DISPUTED = "disputed"


@dataclass(frozen=True)
class DocumentChoice:
    """A document that can be saved, and whose original it is where there is one per side."""

    kind: Any
    party: "PartyChip | None" = None


@dataclass(frozen=True)
class MeetingRecord:
    """What the workspace knows about a meeting."""

    detail: "MeetingDetail"
    delegations: "tuple[DelegationRow, ...]"
    agenda: "tuple[AgendaRow, ...]"
    decisions: "tuple[DecisionRow, ...]"
    actions: "tuple[ActionRow, ...]"
    papers: "tuple[PaperRow, ...]"
    marks: tuple[Mark, ...]
    late_tasks: "tuple[TaskRow, ...]" = ()

    @property
    def actions_done(self) -> int:
        """How many action items are done."""
        return sum(1 for action in self.actions if _value(action.status) == "done")


def read(services: "Services", workspace: Any, *, meeting_id: UUID, language: str) -> MeetingRecord:
    """Read a meeting and all that belongs to it."""
    asked = {"meeting_id": meeting_id, "language": language}
    detail = services.meetings.show(workspace, **asked)
    return MeetingRecord(
        detail=detail,
        delegations=services.delegations.list_for_meeting(workspace, **asked),
        agenda=services.agenda.list_for_meeting(workspace, **asked),
        decisions=services.decisions.list_for_meeting(workspace, **asked),
        actions=services.actions.list_for_meeting(workspace, **asked),
        papers=services.papers.list_for_meeting(workspace, **asked),
        marks=marks(detail),
        late_tasks=_late_tasks(services, workspace, detail, language=language),
    )


def _late_tasks(
    services: "Services", workspace: Any, detail: "MeetingDetail", *, language: str
) -> "tuple[TaskRow, ...]":
    """Read what is overdue in the preparation, where anything is."""
    if not detail.row.tasks.late:
        return ()
    rows = services.preparation.list_for_meeting(
        workspace, meeting_id=detail.row.id, language=language
    )
    return tuple(row for row in rows if row.is_late)


def read_choices(
    services: "Services", workspace: Any, *, shown: MeetingRecord
) -> tuple[DocumentChoice, ...]:
    """Read which documents can be saved of a meeting: some once for each side, others once."""
    asked = {"meeting_id": shown.detail.row.id}
    parties = {row.party.id: row.party for row in shown.delegations}
    return tuple(
        DocumentChoice(kind, parties.get(party_id))
        for kind in services.documents.list_kinds(workspace, **asked)
        for party_id in services.documents.list_originals(workspace, **asked, kind=kind)
    )


def marks(detail: "MeetingDetail") -> tuple[Mark, ...]:
    """Return what the reader must know about where the record comes from."""
    trust = _value(detail.row.provenance)
    found = [mark for mark in (Mark.RECONSTRUCTED, Mark.ILLUSTRATIVE) if mark == trust]
    if any(source.disputed for source in detail.sources):
        found.append(Mark.DISPUTED)
    return tuple(found)


def _value(value: Any) -> str:
    return str(getattr(value, "value", value))
