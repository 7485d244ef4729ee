"""Enters the sources, parties, organisations and persons of the sample."""

from uuid import UUID

from app.domain.organisation import Organisation, OrganisationName
from app.domain.party import NameKind, Party, PartyName
from app.domain.person import Person, PersonName, Post
from app.domain.source import Source
from app.services import organisations, parties, persons, sources
from app.services.sample.files import Row, SampleFiles, parents_first
from app.services.sample.keys import Keys, cite
from app.store.workspace import Workspace


def enter_sources(workspace: Workspace, files: SampleFiles, keys: Keys) -> None:
    """Enter every source with its quality."""
    for row in files.rows("sources"):
        draft = Source(
            code=row["key"],
            title=row["title"],
            publisher=row["publisher"],
            kind=row["kind"],
            quality=row["quality"],
            language=row["language"],
            published_on=row.get("published_on"),
            reference=row["reference"],
            note=row.get("note", ""),
        )
        keys.add("sources", row["key"], sources.register(workspace, draft))


def enter_parties(workspace: Workspace, files: SampleFiles, keys: Keys) -> None:
    """Enter every party, states before their provinces and ministries."""
    for row in parents_first(files.rows("parties"), "parent"):
        draft = Party(
            code=row["code"],
            kind=row["kind"],
            parent_id=keys.find("parties", row.get("parent")),
            names=row["names"],
            formal_names=row.get("formal_names", {}),
            adjectives=row.get("adjective", {}),
            time_zone=row["time_zone"] or "",
            note=row.get("note", ""),
        )
        party_id = keys.add("parties", row["key"], parties.register(workspace, draft))
        further = [(NameKind.SHORT, tag, name) for tag, name in row.get("short_names", {}).items()]
        further += [(NameKind.ALIAS, "en", name) for name in row["aliases"]]
        for kind, language, text in further:
            name = PartyName(party_id=party_id, kind=kind, language=language, text=text)
            parties.add_name(workspace, name)
        cite(workspace, keys, "parties", row)


def enter_organisations(workspace: Workspace, files: SampleFiles, keys: Keys) -> None:
    """Enter every organisation under its name of today, with the names it bore before."""
    for row in parents_first(files.rows("organisations"), "parent"):
        draft = Organisation(
            code=row["key"],
            kind=row["kind"],
            party_id=keys.find("parties", row.get("party")),
            parent_id=keys.find("organisations", row.get("parent")),
            names=row["names"],
            note=row.get("note", ""),
        )
        organisation_id = keys.add(
            "organisations", row["key"], organisations.register(workspace, draft)
        )
        for alias in row["aliases"]:
            name = OrganisationName(
                organisation_id=organisation_id,
                kind=alias["kind"],
                language=alias["language"],
                text=alias["name"],
                valid_from=alias.get("valid_from"),
                valid_to=alias.get("valid_to"),
            )
            organisations.add_name(workspace, name)
        cite(workspace, keys, "organisations", row)


def enter_persons(workspace: Workspace, files: SampleFiles, keys: Keys) -> None:
    """Enter every person under the name as printed; name parts only where a source has them."""
    for row in files.rows("persons"):
        language = row.get("printed_language", "en")
        draft = Person(
            printed_name=row["printed"],
            names={language: row["printed"]},
            name_parts=_name_parts(row, language),
            name_parts_verified=row["name_parts_verified"],
            honorific=row.get("honorific") or "",
            note=row.get("note", ""),
        )
        person_id = keys.add("persons", row["key"], persons.register(workspace, draft))
        for alias in row["aliases"]:
            name = PersonName(
                person_id=person_id,
                kind=NameKind.AS_PRINTED,
                language=alias["language"],
                text=alias["printed"],
            )
            persons.add_name(workspace, name)
        for told in row["posts"]:
            _enter_post(workspace, keys, person_id, told)
        cite(workspace, keys, "persons", row)


def _name_parts(row: Row, language: str) -> dict[str, dict[str, str]]:
    parts = {part: row[part] for part in ("family", "given", "patronymic") if row.get(part)}
    return {language: parts} if parts else {}


def _enter_post(workspace: Workspace, keys: Keys, person_id: UUID, told: Row) -> None:
    language = "en" if told["title"].isascii() else _script_of(told["title"])
    persons.add_post(
        workspace,
        Post(
            person_id=person_id,
            titles={language: told["title"]},
            organisation_id=keys.find("organisations", told.get("organisation")),
            party_id=keys.find("parties", told.get("party")),
            valid_from=told.get("from"),
            valid_to=told.get("to"),
        ),
    )


def _script_of(title: str) -> str:
    """Return the language that the script of a title points to: Hangul, Cyrillic, Han or Latin."""
    if any("가" <= sign <= "힣" for sign in title):
        return "ko"
    if any("Ѐ" <= sign <= "ӿ" for sign in title):
        return "mn"
    return "ja" if any("一" <= sign <= "鿿" for sign in title) else "en"
