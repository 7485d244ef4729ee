"""Takes an agenda item out of what refers to it, before it is deleted."""

from app.domain.agenda import AgendaItem
from app.domain.decision import ADOPTED_DECISIONS, Decision
from app.domain.errors import RuleBroken
from app.domain.minutes import SEALED_MINUTES, Minutes, MinutesParagraph
from app.services.agenda_order import name_of
from app.store.unit_of_work import UnitOfWork


class SpokenOf(RuleBroken):
    """An item was to be deleted that the signed record or an adopted decision refers to."""

    def __init__(self, item: AgendaItem, by: str) -> None:
        super().__init__(
            f"Agenda item {name_of(item)} cannot be deleted: {by}.",
            "Mark it as withdrawn instead.",
        )


def let_go(work: UnitOfWork, item: AgendaItem) -> None:
    """Take an item out of the minutes and decisions that refer to it, where that is lawful.

    Raises:
        SpokenOf: if the minutes are signed or the decision is adopted.
    """
    for paragraph in work.find(MinutesParagraph, agenda_item_id=item.id):
        if work.get(Minutes, paragraph.minutes_id).status in SEALED_MINUTES:
            raise SpokenOf(item, "the signed minutes speak of it")
        paragraph.agenda_item_id = None
    for decision in work.find(Decision, agenda_item_id=item.id):
        if decision.status in ADOPTED_DECISIONS:
            raise SpokenOf(item, f"decision {decision.symbol} was taken under it")
        decision.agenda_item_id = None
    work.flush()
