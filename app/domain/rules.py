"""Rule documents: provisions whose identity never changes, in versions that decisions adopt.

A provision's revisions are valid over an interval of versions, and each revision has one text per
language. "The text in force on a day in a language" is therefore one query, and the history of a
provision is the list of its revisions, whatever number it bore in each.
"""

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlmodel import Field

from app.domain.checked import Checked, Record
from app.domain.columns import (
    check,
    choice,
    hash_field,
    list_field,
    names_field,
    number_key,
    reference,
    table,
    text_field,
    unique,
    unique_where,
)
from app.domain.decision import TextStatus
from app.domain.lifecycle import LifeCycle
from app.domain.names import LanguageTag, Names
from app.domain.provenance import Provenance


class RuleKind(StrEnum):
    """What sort of rule document it is."""

    RULE_SET = "rule-set"
    RULES_OF_PROCEDURE = "rules-of-procedure"
    RULES_OF_IMPLEMENTATION = "rules-of-implementation"
    PROCEDURE = "procedure"
    GUIDELINES = "guidelines"
    FORM = "form"
    OTHER = "other"


class VersionStatus(StrEnum):
    """Where a version of a rule document stands."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    EFFECTIVE = "effective"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    REPEALED = "repealed"


_V = VersionStatus

VERSION_LIFE = LifeCycle(
    kind="version of the rules",
    start=(_V.DRAFT,),
    steps={
        _V.DRAFT: (_V.ADOPTED, _V.WITHDRAWN),
        _V.ADOPTED: (_V.EFFECTIVE, _V.SUPERSEDED, _V.REPEALED),
        _V.EFFECTIVE: (_V.SUPERSEDED, _V.REPEALED),
    },
)
"""DOMAIN §3: draft → adopted → effective → superseded | withdrawn."""

SEALED_VERSIONS = frozenset({_V.ADOPTED, _V.EFFECTIVE, _V.SUPERSEDED, _V.REPEALED})
"""The states in which the texts of a version can no longer change."""


class ProvisionKind(StrEnum):
    """The level of a provision."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    SUBITEM = "subitem"
    ANNEX = "annex"


class AmendmentKind(StrEnum):
    """What a decision did to a provision."""

    INSERT = "insert"
    REPLACE = "replace"
    REPEAL = "repeal"
    RENUMBER = "renumber"
    MOVE = "move"


class RuleDocument(Record, table=True):
    """A rule document, such as the detailed rules and procedures of a joint working group."""

    __tablename__ = "rule_document"
    __table_args__ = table(
        unique("code", sentence="Another rule document already has this code."),
    )
    code: str = Field(min_length=1, max_length=80)
    body_id: UUID | None = reference("body.id", default=None)
    instrument_id: UUID | None = reference("instrument.id", default=None)
    parent_id: UUID | None = reference("rule_document.id", default=None)
    kind: RuleKind = choice(RuleKind, "kind")
    titles: Names = names_field()
    scope_notes: Names = names_field()
    authentic_languages: list[LanguageTag] = list_field()
    provenance: Provenance = choice(Provenance, "provenance", default=Provenance.ORIGINAL)
    provenance_note: str = ""
    note: str = text_field()


class RuleVersion(Record, table=True):
    """A version of a rule document, sealed by its adoption.

    Attributes:
        number: Counts the versions of the document in order; intervals of revisions use it.
        label: The version as printed, for example ``ver02.0``.
        text_held: Whether the workspace holds the text; some adopted texts are not public.
        content_root: The Merkle root of its texts, in hexadecimal; empty until it is sealed.
        is_provisional: Whether it is applied before both sides have completed their procedures.
    """

    __tablename__ = "rule_version"
    __table_args__ = table(
        unique("document_id", "number", sentence="The document already has this version."),
        check(
            "ends_after_it_begins",
            "in_force_to IS NULL OR in_force_from IS NULL OR in_force_to >= in_force_from",
            "A version cannot cease before it takes effect.",
        ),
        check(
            "adopted_is_sealed",
            "status IN ('draft', 'withdrawn') OR NOT text_held OR content_root <> ''",
            "An adopted version must be sealed.",
        ),
        check(
            "adopted_has_a_day",
            "status IN ('draft', 'withdrawn') OR adopted_on IS NOT NULL",
            "An adopted version needs the day of its adoption.",
        ),
        Index(None, "document_id", "in_force_from", "in_force_to", "number"),
    )
    document_id: UUID = Field(foreign_key="rule_document.id")
    number: int = Field(ge=1)
    label: str = ""
    status: VersionStatus = choice(VersionStatus, "status", default=VersionStatus.DRAFT)
    decision_id: UUID | None = reference("decision.id", default=None)
    text_held: bool = True
    adopted_on: date | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    published_on: date | None = None
    applies_to: Names = names_field()
    change_notes: Names = names_field()
    content_root: str = ""
    provenance: Provenance = choice(Provenance, "provenance", default=Provenance.ORIGINAL)
    is_provisional: bool = False


class Provision(Checked, table=True):
    """A provision: its ``eid`` is given once, never changed and never used again."""

    __tablename__ = "provision"
    __table_args__ = table(
        unique("document_id", "eid", sentence="The document already has this provision."),
        sqlite_autoincrement=True,
    )
    id: int | None = number_key()
    document_id: UUID = Field(foreign_key="rule_document.id")
    eid: str = Field(min_length=1)
    kind: ProvisionKind = choice(ProvisionKind, "kind")


class ProvisionRevision(Checked, table=True):
    """Where a provision stood and how it was numbered, from one version up to another.

    Valid for the versions ``v_from <= number < v_to``; ``v_to`` is empty while it still stands.
    """

    __tablename__ = "provision_revision"
    __table_args__ = table(
        unique("provision_id", "v_from", sentence="The provision already has this revision."),
        unique_where(
            "uq_provision_revision_open",
            "provision_id",
            where="v_to IS NULL",
            sentence="A provision can stand in one place only.",
        ),
        check(
            "ends_after_it_begins",
            "v_to IS NULL OR v_to > v_from",
            "A revision must last a version.",
        ),
        Index(None, "document_id", "v_from", "v_to", "ordinal"),
        sqlite_autoincrement=True,
    )
    id: int | None = number_key()
    document_id: UUID = Field(foreign_key="rule_document.id")
    provision_id: int = Field(foreign_key="provision.id")
    v_from: int = Field(ge=1)
    v_to: int | None = None
    parent_eid: str | None = None
    ordinal: int
    depth: int = Field(ge=0)
    label: str = ""


class ProvisionText(Checked, table=True):
    """The text of a revision in one language; a corrected translation is a further correction.

    Attributes:
        source_sha256: The hash of the authentic text that this translates; a different hash today
            means that the translation is stale.
        sealed_from: The number of the version whose adoption sealed this text; a translation that
            was added later is not part of the seal before it.
    """

    __tablename__ = "provision_text"
    __table_args__ = table(
        unique("revision_id", "language", "correction", sentence="This text is already there."),
        sqlite_autoincrement=True,
    )
    id: int | None = number_key()
    revision_id: int = Field(foreign_key="provision_revision.id")
    language: LanguageTag
    correction: int = Field(default=0, ge=0)
    status: TextStatus = choice(TextStatus, "status", default=TextStatus.WORKING)
    heading: str = text_field()
    text: str = text_field()
    sha256: str = hash_field(default="")
    source_sha256: str | None = hash_field(default=None)
    sealed_from: int | None = None


class ProvisionLink(Checked, table=True):
    """A decision or a provision that relies on a provision."""

    __tablename__ = "provision_link"
    __table_args__ = table(
        check(
            "from_one_thing",
            "(decision_id IS NOT NULL) <> (from_provision_id IS NOT NULL)",
            "A link comes from a decision or from a provision.",
        ),
        sqlite_autoincrement=True,
    )
    id: int | None = number_key()
    decision_id: UUID | None = reference("decision.id", default=None, ondelete="CASCADE")
    from_provision_id: int | None = reference("provision.id", default=None, ondelete="CASCADE")
    to_provision_id: int = reference("provision.id")
    relation: str = ""


class Amendment(Checked, table=True):
    """What a decision did to one provision in one version; which decision may be unknown."""

    __tablename__ = "amendment"
    __table_args__ = table(
        unique(
            "version_id", "provision_id", "kind", sentence="This amendment is already recorded."
        ),
        sqlite_autoincrement=True,
    )
    id: int | None = number_key()
    decision_id: UUID | None = reference("decision.id", default=None)
    version_id: UUID = Field(foreign_key="rule_version.id")
    provision_id: int = reference("provision.id")
    kind: AmendmentKind = choice(AmendmentKind, "kind")
    instruction: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
