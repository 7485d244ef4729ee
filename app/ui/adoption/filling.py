"""What the form of an adoption holds, and what is read from it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.services.adoption.sheets import AdoptionSheet

Values = Mapping[str, Any]


class By(StrEnum):
    """By what the text is adopted."""

    TAKEN = "taken"
    MEETING = "meeting"
    ELECTRONIC = "electronic"


class Earlier(StrEnum):
    """What becomes of the version before."""

    SUPERSEDED = "superseded"
    KEPT = "kept"


def values_of(sheet: "AdoptionSheet") -> dict[str, Any]:
    """Return what the fields hold at first."""
    return {
        "by": By.TAKEN if sheet.decisions else By.MEETING,
        "label": sheet.label,
        "applies_to": dict(sheet.applies_to),
        "earlier": Earlier.SUPERSEDED,
        "change_notes": dict(sheet.declared or sheet.drafted),
    }


def adoption_of(values: Values, sheet: "AdoptionSheet", verbs: Any) -> Any:
    """Return the adoption that the fields describe; ``verbs`` has the classes for it."""
    by = By(values["by"])
    keeps = values.get("earlier") == Earlier.KEPT and bool(sheet.standing)
    new = None
    if by is not By.TAKEN:
        new = verbs.NewDecision(
            symbol=values["symbol"],
            taken_on=values["taken_on"],
            meeting_id=values["meeting_id"] if by is By.MEETING else None,
            titles=values["titles"],
            texts=values["texts"],
        )
    return verbs.Adoption(
        version_id=sheet.version_id,
        label=values["label"],
        decision_id=values["decision_id"] if by is By.TAKEN else None,
        new_decision=new,
        in_force_from=values["in_force_from"],
        published_on=values["published_on"],
        is_provisional=values["is_provisional"],
        ad_referendum=values["ad_referendum"],
        applies_to=values["applies_to"],
        change_notes=values["change_notes"],
        keeps_earlier=keeps,
        earlier_applies_to=values["earlier_applies_to"] if keeps else {},
    )
