"""What relies on a provision and what a version changed, as it is shown beside the text."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.rule_library.reliances import RelyingDecision, TouchedProvision
    from app.services.rule_reading import Reliance


@dataclass(frozen=True)
class Relying:
    """What relies on the provision in hand."""

    provisions: "tuple[Reliance, ...]" = ()
    decisions: "tuple[RelyingDecision, ...]" = ()


@dataclass(frozen=True)
class Touching:
    """What the decision of the version in hand did, in these rules and in others."""

    rows: "tuple[TouchedProvision, ...]" = field(default_factory=tuple)


class SealState(StrEnum):
    """Whether a text is what was sealed."""

    SOUND = "sound"
    BROKEN = "broken"
