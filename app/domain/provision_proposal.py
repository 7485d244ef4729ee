"""Proposals for the wording of a draft: who proposes what, for which provision; what came of it."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from app.domain.checked import Record
from app.domain.columns import check, choice, names_field, reference, table, text_field
from app.domain.names import Names
from app.domain.rules import ProvisionKind


class ProposalKind(StrEnum):
    """What a proposal would do."""

    REPLACE = "replace"
    REPEAL = "repeal"
    INSERT = "insert"


class ProposalStatus(StrEnum):
    """What came of a proposal."""

    OPEN = "open"
    CHOSEN = "chosen"
    NOT_CHOSEN = "not-chosen"


class ProvisionProposal(Record, table=True):
    """What a party or a person proposes for one provision of a draft.

    Attributes:
        provision_id: The provision that would change; for an insertion, the one before it.
        kind_of_provision: What would be inserted.
        label: The number that it would bear.
        headings, texts: The wording proposed, per language; one that is not named would stay.
        reason: Why, in the words of whoever proposes it.
    """

    __tablename__ = "provision_proposal"
    __table_args__ = table(
        check(
            "somebody_proposes_it",
            "party_id IS NOT NULL OR person_id IS NOT NULL",
            "Say which party or person proposes it.",
            field="party_id",
        ),
    )
    version_id: UUID = reference("rule_version.id", ondelete="CASCADE")
    provision_id: int = reference("provision.id", ondelete="CASCADE")
    kind: ProposalKind = choice(ProposalKind, "kind", default=ProposalKind.REPLACE)
    kind_of_provision: ProvisionKind | None = choice(
        ProvisionKind, "kind_of_provision", default=None
    )
    party_id: UUID | None = reference("party.id", default=None)
    person_id: UUID | None = reference("person.id", default=None)
    status: ProposalStatus = choice(ProposalStatus, "status", default=ProposalStatus.OPEN)
    label: str = Field(default="", max_length=80)
    headings: Names = names_field()
    texts: Names = names_field()
    reason: str = text_field()
    proposed_on: date | None = None
