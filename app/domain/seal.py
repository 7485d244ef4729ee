"""Seals: a chain of hashes over everything adopted, and the keys that sign it."""

from datetime import date, datetime

from sqlmodel import Field

from app.domain.checked import Checked, Record
from app.domain.columns import number_key, table, unique


class Seal(Checked, table=True):
    """One link of the chain: what was sealed, its root, and a hash over this and the last link."""

    __tablename__ = "seal"
    __table_args__ = table(
        unique("prev", sentence="The chain of seals has one next link only."),
        unique("hash", sentence="This seal is already there."),
        sqlite_autoincrement=True,
    )
    seq: int | None = number_key()
    at: datetime
    kind: str
    reference: str
    root: str
    prev: str | None = None
    hash: str
    key_id: str | None = None
    signature: str | None = None


class SigningKey(Record, table=True):
    """A public key whose signatures are trusted, from a date until it is revoked."""

    __tablename__ = "signing_key"
    __table_args__ = table(unique("key_id", sentence="This key is already known."))
    key_id: str = Field(min_length=1)
    public_key: str = Field(min_length=1)
    owner: str
    valid_from: date
    revoked_on: date | None = None
