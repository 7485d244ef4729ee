"""What is wrong with a form, or not known for it yet: each with its place."""

from dataclasses import dataclass
from enum import StrEnum

from app.documents.forms.places import Place
from app.domain.errors import Misfortune


class Problem(StrEnum):
    """What kind of thing was found."""

    UNKNOWN = "unknown"
    SEVERAL = "several"
    PENDING = "pending"
    MARKUP = "markup"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found in a form.

    Attributes:
        problem: What kind of thing.
        field: The field, as it stands in the form or as it is called.
        place: Where.
        nearest: The known name that an unknown one comes nearest to; empty where none is near.
        detail: What is wrong with the way a field is written, in words.
    """

    problem: Problem
    field: str
    place: Place
    nearest: str = ""
    detail: str = ""

    @property
    def words(self) -> str:
        """The finding with its place, as part of a sentence in English."""
        return f"{self._told()}, {self.place.words}"

    def _told(self) -> str:
        match self.problem:
            case Problem.UNKNOWN:
                meant = f" (perhaps “{self.nearest}” is meant)" if self.nearest else ""
                return f"“{self.field}” is no field that JWG Desk knows{meant}"
            case Problem.SEVERAL:
                return f"“{self.field}” is not one value but several, and needs a loop"
            case Problem.PENDING:
                return f"“{self.field}” stands in a tracked change that is not accepted yet"
            case Problem.MISSING:
                return f"“{self.field}” is not known yet"
            case Problem.MARKUP:
                return f"“{self.field}” {self.detail}"


class FormRefused(Misfortune):
    """A form cannot be filled, or what was filled cannot be issued.

    Attributes:
        name: What the form is called.
        findings: Everything that stands in the way.
    """

    def __init__(self, name: str, findings: tuple[Finding, ...]) -> None:
        only_missing = all(each.problem is Problem.MISSING for each in findings)
        more = f"; and {len(findings) - 1} more" if len(findings) > 1 else ""
        super().__init__(
            f"“{name}” cannot be filled yet: {findings[0].words}{more}.",
            "Enter what is missing, or save a draft."
            if only_missing
            else "Correct the form in Word, and choose Replace to take the corrected one.",
        )
        self.name = name
        self.findings = findings


class FormRunsAway(Misfortune):
    """A form would take too long to fill, or print too much."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” takes too long to fill, or prints too much.",
            "Take loops within loops out of it, or divide it into several forms.",
        )
        self.name = name
