"""Enters the instruments and the bodies that rest on them."""

from app.domain.body import Body, BodyName, BodyOrganisation, OrganisationRole
from app.domain.instrument import Instrument
from app.services import bodies, instruments
from app.services.sample.files import Row, SampleFiles, parents_first
from app.services.sample.keys import Keys, cite
from app.store.workspace import Workspace


def enter_instruments(workspace: Workspace, files: SampleFiles, keys: Keys) -> None:
    """Enter every instrument with its parties and what it renews or replaces."""
    for row in parents_first(files.rows("instruments"), "parent", "renews", "replaces"):
        draft = Instrument(
            code=row["code"],
            kind=row["kind"],
            status=row["status"],
            titles=row["titles"],
            parent_id=keys.find("instruments", row.get("parent")),
            renews_id=keys.find("instruments", row.get("renews")),
            replaces_id=keys.find("instruments", row.get("replaces")),
            signed_on=row.get("signed_on") or row.get("adopted_on"),
            signed_at=row.get("place") or "",
            in_force_from=row.get("in_force_from"),
            languages=row["languages"],
            note=row.get("note", ""),
        )
        party_ids = tuple(keys.get("parties", party) for party in row["parties"])
        change = instruments.record(workspace, draft, party_ids=party_ids)
        keys.add("instruments", row["key"], change)
        cite(workspace, keys, "instruments", row)


def enter_bodies(workspace: Workspace, files: SampleFiles, keys: Keys) -> None:
    """Enter every body with its seats, its secretariats and its other names."""
    for row in parents_first(files.rows("bodies"), "parent"):
        draft = Body(
            code=row["code"],
            kind=row["kind"],
            status=row["status"],
            names=row["names"],
            short_names=row["short_names"],
            plain_names=row.get("plain_names", {}),
            call_names=row.get("call_names", {}),
            topic=row["topic"] or "",
            level=row["level"],
            founder_level=row.get("founder_level"),
            cadence=row["cadence"]["words"] or row["cadence"]["kind"],
            host_rotation=row["host_rotation"],
            parent_id=keys.find("bodies", row.get("parent")),
            instrument_id=keys.find("instruments", row.get("instrument")),
            established_on=row.get("established_on"),
            ended_on=row.get("ended_on"),
            languages=row["languages"],
            meeting_pattern=row["meeting_code_pattern"] or "",
            decision_pattern=row["decision_pattern"] or "",
            settings={
                name: row[name]
                for name in ("electronic_decision_pattern", "paper_pattern", "action_pattern")
                if row.get(name)
            },
            note=row.get("note", ""),
        )
        keys.add("bodies", row["key"], bodies.establish(workspace, draft))
        _seat(workspace, keys, row)
        cite(workspace, keys, "bodies", row)


def _seat(workspace: Workspace, keys: Keys, row: Row) -> None:
    body_id = keys.get("bodies", row["key"])
    for seat in row["parties"]:
        party_id = keys.get("parties", seat["party"])
        bodies.seat_party(workspace, body_id=body_id, party_id=party_id, role=seat["role"])
    units = [(name, OrganisationRole.MEMBER, "") for name in row["organisations"]]
    units += [
        (unit["organisation"], OrganisationRole(unit["role"]), unit.get("place") or "")
        for unit in row["secretariats"]
    ]
    for organisation, role, place in units:
        bodies.add_organisation(
            workspace,
            BodyOrganisation(
                body_id=body_id,
                organisation_id=keys.get("organisations", organisation),
                role=role,
                place=place,
            ),
        )
    for alias in row["aliases"]:
        name = BodyName(
            body_id=body_id, kind=alias["kind"], language=alias["language"], text=alias["name"]
        )
        bodies.add_name(workspace, name)
