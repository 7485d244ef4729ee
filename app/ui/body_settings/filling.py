"""What a body and a party are filled in with, and how the fields hold it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from app.services.bodies import BodySheet
    from app.services.parties import PartySheet

Values = Mapping[str, Any]

SINCE, CORRECTS = "since", "corrects"
"""Why a name was changed: it is a new one from a day on, or it corrects a mistake."""

PartyKey = tuple[str, Any]
"""``("party", its id)``, or ``("state", its code)`` for a state that is not on record yet."""


@dataclass(frozen=True)
class PartyChoice:
    """A party that can sit in a body.

    Attributes:
        also: Other words by which it is found.
    """

    key: PartyKey
    code: str
    name: str
    also: str = ""


@dataclass(frozen=True)
class BodyFilling:
    """All that a body is filled in with.

    Attributes:
        editing: The body that is changed; ``None`` for a new one.
        usual_tasks: How many tasks the usual preparation list has.
    """

    sheet: "BodySheet"
    choices: tuple[PartyChoice, ...]
    editing: UUID | None = None
    usual_tasks: int = 0


@dataclass(frozen=True)
class PartyFilling:
    """All that a party is filled in with.

    Attributes:
        states: The parties that it may be a part of.
        editing: The party that is changed; ``None`` for a new one.
    """

    sheet: "PartySheet"
    states: tuple[PartyChoice, ...]
    editing: UUID | None = None


def values_of_body(filling: BodyFilling) -> dict[str, Any]:
    """Return a body as the fields of its form hold it."""
    sheet = filling.sheet
    told = {each.name: getattr(sheet, each.name) for each in fields(sheet)}
    told["languages"] = list(sheet.languages)
    told["seats"] = tuple((key_of(seat.party), seat.role) for seat in sheet.seats)
    told["our_side"] = key_of(sheet.our_side) if sheet.our_side is not None else None
    return told


def key_of(party: UUID | str) -> PartyKey:
    """Return how the fields hold a party."""
    return ("party", party) if isinstance(party, UUID) else ("state", party)


def since_of(values: Mapping[str, Any]) -> date | None:
    """Return from which day new names hold; ``None`` where they correct a mistake."""
    if values.get("name_change") != SINCE:
        return None
    found: date | None = values.get("since")
    return found
