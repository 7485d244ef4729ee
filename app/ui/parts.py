"""Makes the parts of a meeting, in the order of their tabs; each knows only what it is handed."""

from app.ui.agenda.part import AgendaPart
from app.ui.delegations.part import DelegationsPart
from app.ui.meetings.part import MeetingPart
from app.ui.minutes.part import MinutesPart
from app.ui.needs import Needs
from app.ui.papers.part import PapersPart
from app.ui.preparation.part import PreparationPart


def make_parts(needs: Needs) -> tuple[MeetingPart, ...]:
    """Return the parts in the order in which their tabs stand, after the overview."""
    return (
        PreparationPart(needs),
        DelegationsPart(needs),
        AgendaPart(needs),
        MinutesPart(needs),
        PapersPart(needs),
    )
