"""Finds what stands in the way of adopting a draft: what is not agreed yet, or no text at all."""

from dataclasses import dataclass

from app.domain.rules import RuleVersion
from app.services.drafting.readiness import list_open_places
from app.store.queries.rules import read_version
from app.store.reader import Reader


@dataclass(frozen=True)
class Obstacle:
    """Why a draft cannot be adopted, without a full stop, and at which provision if it is one."""

    sentence: str
    eid: str = ""


def obstacles_of(reader: Reader, version: RuleVersion) -> tuple[Obstacle, ...]:
    """Return everything that must be settled before a draft is adopted."""
    rows = read_version(
        reader, document_id=version.document_id, number=version.number, language="en"
    )
    if not rows:
        return (Obstacle("The draft has no text"),)
    return tuple(Obstacle(each.sentence, each.eid) for each in list_open_places(reader, version))
