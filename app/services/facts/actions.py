"""The facts of one action item, whichever document prints it."""

from collections.abc import Sequence
from datetime import date

from app.documents.facts import ActionFacts, PartyFacts
from app.services.facts.meetings import party_facts
from app.services.facts.names import tell
from app.services.facts.names_of_the_day import party_on
from app.store.queries.actions import ActionRow
from app.store.reader import Reader

_TWO = 2


def action_facts(
    reader: Reader,
    row: ActionRow,
    *,
    language: str,
    day: date | None,
    parties: Sequence[PartyFacts],
) -> ActionFacts:
    """Return an action item.

    Args:
        reader: A transaction.
        row: The item.
        language: The language of the document.
        day: The day whose names the document prints.
        parties: Whose item it is where it is that of no one side.
    """
    party = party_facts(party_on(reader, row.side.id, day), language) if row.side else None
    together = "All sides" if len(parties) > _TWO else "Both sides"
    side = f"{party.adjective or party.heading} side" if party else together
    return ActionFacts(
        id=str(row.id),
        code=row.code,
        text=row.text,
        responsible=f"{side} ({row.organisation})" if row.organisation else side,
        due_on=row.due_on,
        due_words=tell(row.due_words, language),
        is_joint=row.side is None,
        side=party,
        organisation=row.organisation or None,
    )
