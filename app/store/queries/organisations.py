"""Organisations under all their names, and what refers to each."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from app.domain.checked import Checked, kind_of
from app.domain.names import Names, in_language
from app.domain.organisation import Organisation, OrganisationDistinction, OrganisationName
from app.domain.party import Party
from app.store.deletion import models_below
from app.store.reader import Reader

_ITSELF = frozenset({"organisation_name", "organisation_distinction"})


@dataclass(frozen=True)
class KnownOrganisation:
    """An organisation under everything by which a like name is found."""

    id: UUID
    name: str
    names: tuple[str, ...]
    party_id: UUID | None


@dataclass(frozen=True)
class OrganisationNameRow:
    """A former or further name, and when it was in use."""

    text: str
    language: str
    kind: str
    valid_from: str | None
    valid_to: str | None


@dataclass(frozen=True)
class OrganisationSheet:
    """All that is known of an organisation, to be laid beside another's.

    Attributes:
        used: How many records of which kind refer to it.
    """

    id: UUID
    code: str
    kind: str
    names: Names
    party: str
    parent: str
    note: str
    further: tuple[OrganisationNameRow, ...]
    used: Mapping[str, int]


def list_known(reader: Reader, *, language: str = "en") -> tuple[KnownOrganisation, ...]:
    """Return every organisation under every name it bears or bore."""
    further: dict[UUID, list[str]] = defaultdict(list)
    for name in reader.find(OrganisationName):
        further[name.organisation_id].append(name.text)
    return tuple(
        KnownOrganisation(
            id=each.id,
            name=in_language(each.names, language) or each.code,
            names=tuple(dict.fromkeys((*each.names.values(), *further.get(each.id, ())))),
            party_id=each.party_id,
        )
        for each in reader.find(Organisation)
    )


def list_distinctions(reader: Reader) -> frozenset[frozenset[UUID]]:
    """Return the pairs of organisations that somebody has told apart."""
    return frozenset(
        frozenset((pair.first_id, pair.second_id)) for pair in reader.find(OrganisationDistinction)
    )


def show_sheet(reader: Reader, *, organisation_id: UUID, language: str = "en") -> OrganisationSheet:
    """Return all that is known of an organisation.

    Raises:
        NotFound: if there is none.
    """
    organisation = reader.get(Organisation, organisation_id)
    party = reader.get(Party, organisation.party_id).names if organisation.party_id else {}
    parent = (
        reader.get(Organisation, organisation.parent_id).names if organisation.parent_id else {}
    )
    further = reader.find(OrganisationName, organisation_id=organisation_id)
    return OrganisationSheet(
        id=organisation.id,
        code=organisation.code,
        kind=organisation.kind.value,
        names=dict(organisation.names),
        party=in_language(party, language),
        parent=in_language(parent, language),
        note=organisation.note,
        further=tuple(
            OrganisationNameRow(
                each.text, each.language, each.kind.value, each.valid_from, each.valid_to
            )
            for each in sorted(further, key=lambda each: each.valid_from or "")
        ),
        used=_count_users(reader, organisation_id),
    )


def _count_users(reader: Reader, organisation_id: UUID) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for model in models_below(Checked):
        kind = kind_of(model)
        if kind in _ITSELF:
            continue
        for key in model.__table__.foreign_keys:
            if key.column.table.name == kind_of(Organisation):
                names_it = getattr(model, key.parent.name) == organisation_id
                count = select(func.count()).select_from(model).where(names_it)
                counts[kind] = counts.get(kind, 0) + int(reader.scalar(count))
    return {kind: count for kind, count in counts.items() if count}
