"""Holidays: the days on which a party's offices are closed, as its officials list them."""

from datetime import date
from uuid import UUID

from app.domain.checked import Record
from app.domain.columns import names_field, reference, table, unique
from app.domain.names import Names


class Holiday(Record, table=True):
    """A day on which the offices of a party are closed."""

    __tablename__ = "holiday"
    __table_args__ = table(
        unique(
            "party_id", "on", sentence="This day is already a holiday of this party.", field="on"
        )
    )
    party_id: UUID = reference("party.id", ondelete="CASCADE")
    on: date
    names: Names = names_field()
