"""What the user of the studio would like to see, whether or not it can be had now."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

FIRST_LANGUAGE = "en"
CHANGES = "changes"
"""Beside the kinds of the catalogue: two versions of rules, with what changed between them."""
IN_TWO_LANGUAGES = "bilingual-rules"


class Subject(StrEnum):
    """What a document is made of."""

    MEETING = "meeting"
    DECISION = "decision"
    PROCEDURE = "procedure"
    RULES = "rules"
    BODY = "body"


@dataclass(frozen=True)
class Wish:
    """What the user chose last; a choice that cannot be had now is kept until it can.

    Attributes:
        subject: What the document is made of; ``None`` for the first that there is.
        meeting_id: Which meeting; ``None`` for the latest.
        decision_id: Which decision; ``None`` for the latest.
        procedure_id: The decision that is sought in writing; ``None`` for the latest.
        rules_id: Which rules; ``None`` for the first.
        version: Which version of the rules; ``None`` for the latest that was adopted.
        on: The day whose text is wanted, instead of a version.
        since: The version before, where changes are wanted; ``None`` for the one just before.
        kind: Which document; ``None`` for the first.
        original_of: The party whose original; ``None`` for the first.
        language: In which language.
        beside: The second language of rules in two columns.
        omitted: The sections that are left out.
        for_circulation: Whether a draft goes round for comments; ``None`` for what is usual.
    """

    subject: Subject | None = None
    meeting_id: UUID | None = None
    decision_id: UUID | None = None
    procedure_id: UUID | None = None
    rules_id: UUID | None = None
    version: int | None = None
    on: date | None = None
    since: int | None = None
    kind: Any = None
    original_of: UUID | None = None
    language: str = FIRST_LANGUAGE
    beside: str | None = None
    omitted: frozenset[Any] = frozenset()
    for_circulation: bool | None = None

    @property
    def record_id(self) -> UUID | None:
        """The record of the subject that is chosen; none for the body as a whole."""
        return {
            Subject.MEETING: self.meeting_id,
            Subject.DECISION: self.decision_id,
            Subject.PROCEDURE: self.procedure_id,
            Subject.RULES: self.rules_id,
        }.get(self.subject or Subject.BODY)

    def with_record(self, record_id: UUID) -> "Wish":
        """Return the same wish for another record of the same subject."""
        match self.subject:
            case Subject.DECISION:
                return replace(self, decision_id=record_id)
            case Subject.PROCEDURE:
                return replace(self, procedure_id=record_id)
            case Subject.RULES:
                return replace(self, rules_id=record_id, version=None, since=None)
            case _:
                return replace(self, meeting_id=record_id)
