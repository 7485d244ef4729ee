"""Verbs for organisations: register one, rename it from a day on, give it a further name."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.names import in_language, name_on, sort_key
from app.domain.organisation import Organisation, OrganisationName
from app.domain.party import NameKind
from app.store.change_set import ChangeSet
from app.store.workspace import Workspace


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation in a list."""

    id: UUID
    code: str
    name: str
    kind: str
    former_names: tuple[str, ...]


def list_all(workspace: Workspace, *, language: str = "en") -> tuple[OrganisationRow, ...]:
    """Return all organisations by name, with the names they bore before."""
    with workspace.read() as reader:
        former: dict[UUID, list[str]] = {}
        for name in reader.find(OrganisationName, kind=NameKind.FORMER):
            former.setdefault(name.organisation_id, []).append(name.text)
        rows = [
            OrganisationRow(
                id=organisation.id,
                code=organisation.code,
                name=in_language(organisation.names, language),
                kind=organisation.kind.value,
                former_names=tuple(former.get(organisation.id, ())),
            )
            for organisation in reader.find(Organisation)
        ]
    return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.code)))


def name_of_the_day(
    workspace: Workspace, *, organisation_id: UUID, day: date, language: str = "en"
) -> str:
    """Return the name that an organisation bore on a day."""
    with workspace.read() as reader:
        organisation = reader.get(Organisation, organisation_id)
        dated = reader.find(OrganisationName, organisation_id=organisation_id)
        return name_on(day, now=organisation.names, dated=dated, language=language)


def register(workspace: Workspace, draft: Organisation) -> ChangeSet:
    """Enter an organisation under the name it bears today."""
    with workspace.write("Register organisation") as work:
        organisation = draft.copied()
        organisation.sort_key = sort_key(organisation.names)
        work.add(organisation)
        return work.commit(subject=organisation.id)


def rename(
    workspace: Workspace, *, organisation_id: UUID, names: dict[str, str], on: str
) -> ChangeSet:
    """Give an organisation new names from a day on, and keep the old ones with their end.

    Args:
        workspace: The workspace.
        organisation_id: Which organisation.
        names: The new name per language.
        on: The first day of the new names, as exactly as it is known (``2025-01`` will do).
    """
    with workspace.write("Rename organisation") as work:
        organisation = work.get(Organisation, organisation_id)
        for language, text in organisation.names.items():
            work.add(
                OrganisationName(
                    organisation_id=organisation_id,
                    kind=NameKind.FORMER,
                    language=language,
                    text=text,
                    valid_to=on,
                )
            )
        organisation.names = names
        organisation.sort_key = sort_key(names)
        return work.commit(subject=organisation_id)


def add_name(workspace: Workspace, draft: OrganisationName) -> ChangeSet:
    """Give an organisation a former or further name, with the dates of its use."""
    with workspace.write("Add name of organisation") as work:
        work.get(Organisation, draft.organisation_id)
        name = work.add(draft.copied())
        return work.commit(subject=name.id)
