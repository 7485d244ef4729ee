"""Instruments: the agreements, memoranda and declarations on which bodies and projects rest."""

from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from app.domain.checked import Checked, Record
from app.domain.columns import (
    check,
    choice,
    list_field,
    names_field,
    reference,
    table,
    text_field,
    unique,
)
from app.domain.lifecycle import LifeCycle
from app.domain.names import LanguageTag, Names, PartialDate


class InstrumentKind(StrEnum):
    """What sort of instrument it is."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    FRAMEWORK_AGREEMENT = "framework-agreement"
    IMPLEMENTING_ARRANGEMENT = "implementing-arrangement"
    MOU = "mou"
    EXCHANGE_OF_NOTES = "exchange-of-notes"
    DECLARATION = "declaration"
    BILATERAL_DOCUMENT = "bilateral-document"
    TERMS_OF_REFERENCE = "terms-of-reference"
    ANNEX = "annex"
    PLAN = "plan"
    LAW = "law"
    RULES = "rules"
    OTHER = "other"


class InstrumentStatus(StrEnum):
    """Where an instrument stands in its life."""

    NEGOTIATED = "negotiated"
    INITIALLED = "initialled"
    ADOPTED = "adopted"
    SIGNED = "signed"
    IN_FORCE = "in-force"
    RENEWED = "renewed"
    EXPIRED = "expired"
    REPLACED = "replaced"
    TERMINATED = "terminated"
    UNKNOWN = "unknown"


_ENDS = (InstrumentStatus.EXPIRED, InstrumentStatus.REPLACED, InstrumentStatus.TERMINATED)

INSTRUMENT_LIFE = LifeCycle(
    kind="instrument",
    start=tuple(InstrumentStatus),  # most instruments are recorded long after they were signed
    steps={
        InstrumentStatus.NEGOTIATED: (InstrumentStatus.INITIALLED, InstrumentStatus.SIGNED),
        InstrumentStatus.INITIALLED: (InstrumentStatus.SIGNED,),
        InstrumentStatus.ADOPTED: (InstrumentStatus.IN_FORCE, *_ENDS),
        InstrumentStatus.SIGNED: (InstrumentStatus.IN_FORCE, InstrumentStatus.TERMINATED),
        InstrumentStatus.IN_FORCE: (InstrumentStatus.RENEWED, *_ENDS),
        InstrumentStatus.RENEWED: (InstrumentStatus.RENEWED, *_ENDS),
        InstrumentStatus.EXPIRED: (InstrumentStatus.RENEWED, InstrumentStatus.REPLACED),
        InstrumentStatus.UNKNOWN: (
            InstrumentStatus.SIGNED,
            InstrumentStatus.IN_FORCE,
            InstrumentStatus.RENEWED,
            *_ENDS,
        ),
    },
)
"""DOMAIN §3; a lapsed memorandum may be renewed after a gap (Korea–Mongolia, 2019 and 2022)."""


class Instrument(Record, table=True):
    """An agreement, memorandum, declaration or other instrument.

    Attributes:
        in_force_to: The end of its first term; tacit extensions are counted from here.
        extends_by_months: For how long it is extended each time nobody gives notice.
        notice_months: How long before the end notice must be given.
    """

    __tablename__ = "instrument"
    __table_args__ = table(
        unique("code", sentence="Another instrument already has this code.", field="code"),
        check(
            "ends_after_it_begins",
            "in_force_to IS NULL OR in_force_from IS NULL OR in_force_to > in_force_from",
            "An instrument cannot end before it entered into force.",
            field="in_force_to",
        ),
    )
    code: str = Field(min_length=1, max_length=80)
    kind: InstrumentKind = choice(InstrumentKind, "kind")
    status: InstrumentStatus = choice(InstrumentStatus, "status", default=InstrumentStatus.UNKNOWN)
    titles: Names = names_field()
    parent_id: UUID | None = reference("instrument.id", default=None)
    renews_id: UUID | None = reference("instrument.id", default=None)
    replaces_id: UUID | None = reference("instrument.id", default=None)
    signed_on: PartialDate | None = None
    signed_at: str = ""
    in_force_from: PartialDate | None = None
    in_force_to: PartialDate | None = None
    renewal_rule: str = ""
    languages: list[LanguageTag] = list_field()
    prevailing_language: LanguageTag | None = None
    note: str = text_field()
    extends_by_months: int | None = Field(default=None, ge=1, le=1200)
    notice_months: int | None = Field(default=None, ge=0, le=120)


class InstrumentParty(Checked, table=True):
    """A party to an instrument, with its own dates of signature, approval and withdrawal."""

    __tablename__ = "instrument_party"
    __table_args__ = table()
    instrument_id: UUID = reference("instrument.id", primary_key=True, ondelete="CASCADE")
    party_id: UUID = reference("party.id", primary_key=True)
    ordinal: int = Field(default=1, ge=1)
    signatory: str = ""
    signed_on: PartialDate | None = None
    approved_on: PartialDate | None = None
    withdrawn_on: PartialDate | None = None
