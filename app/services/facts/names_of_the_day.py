"""What parties and bodies were called on the day of a document: a later name is not put back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from app.domain.body import Body, BodyName
from app.domain.names import Names, held_on
from app.domain.party import NameForm, NameKind, Party, PartyName
from app.store.reader import Reader

_OF_PARTY = {
    NameForm.NAME: "names",
    NameForm.FORMAL: "formal_names",
    NameForm.ADJECTIVE: "adjectives",
}
_OF_BODY = {
    NameForm.NAME: "names",
    NameForm.SHORT: "short_names",
    NameForm.PLAIN: "plain_names",
    NameForm.CALL: "call_names",
}
_Named = TypeVar("_Named", Party, Body)


def party_on(reader: Reader, party_id: UUID, day: date | None) -> Party:
    """Return a party under the names that it bore on a day; without a day, under those of today."""
    dated = reader.find(PartyName, party_id=party_id, kind=NameKind.FORMER) if day else []
    return _as_named(reader.get(Party, party_id), dated, day, _OF_PARTY)


def body_on(reader: Reader, body_id: UUID, day: date | None) -> Body:
    """Return a body under the names that it bore on a day; without a day, under those of today."""
    dated = reader.find(BodyName, body_id=body_id, kind=NameKind.FORMER) if day else []
    return _as_named(reader.get(Body, body_id), dated, day, _OF_BODY)


def _as_named(
    record: _Named,
    dated: Sequence[PartyName] | Sequence[BodyName],
    day: date | None,
    fields: Mapping[NameForm, str],
) -> _Named:
    """Return the record itself, or a copy of it with what was printed on the day."""
    covering = [
        name
        for name in dated
        if day and name.form in fields and (name.valid_from or name.valid_to) and held_on(day, name)
    ]
    if not covering:
        return record
    named = record.copied()
    # Of two former names without a beginning the one that ended first was the first.
    for name in sorted(covering, key=lambda each: each.valid_to or "9999", reverse=True):
        field = fields[name.form]
        names: Names = getattr(named, field)
        setattr(named, field, names | {name.language: name.text})
    return named
