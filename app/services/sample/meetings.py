"""Enters the meetings of all bodies, and events such as summits that belong to none."""

from uuid import UUID

from app.domain.delegation import Delegate
from app.domain.meeting import AgendaNumbering, AgendaStatus, Meeting
from app.domain.provenance import Provenance
from app.services import delegations, meetings
from app.services.sample.files import Row, SampleFiles, parents_first
from app.services.sample.keys import Keys, cite
from app.store.workspace import Workspace
from app.texts.scripts import guess_language


def enter_meetings(workspace: Workspace, files: SampleFiles, keys: Keys) -> None:
    """Enter every meeting with its planned and actual days and its delegations."""
    reconstructed = files.whole("first_meeting")
    for row in parents_first(files.rows("meetings"), "predecessor"):
        draft = Meeting(
            body_id=keys.find("bodies", row["body"]),
            ordinal=row["ordinal"],
            code=row["code"] or "",
            kind=row["kind"],
            status=row["status"],
            titles=row["titles"],
            mode=row["mode"],
            planned_starts_on=row["planned"]["starts_on"],
            planned_ends_on=row["planned"]["ends_on"],
            starts_on=row["actual"]["starts_on"],
            ends_on=row["actual"]["ends_on"],
            date_words=row["date_words"] or row["date"] or "",
            zone=row["time_zone"] or "",
            places=_english(row["place"]) | row.get("places", {}),
            venues=_english(row["venue"]),
            host_party_id=keys.find("parties", row["host"]),
            chair_words=row["chair"] or "",
            predecessor_id=keys.find("meetings", row["predecessor"]),
            outcomes=_english(row.get("outcome")),
            note=row["note"] or "",
        )
        if row["key"] == reconstructed["meeting"]:
            draft.provenance = Provenance.RECONSTRUCTED
            draft.provenance_note = reconstructed["reconstructed_note"]
            draft.languages = reconstructed["minutes"]["languages"]
            draft.agenda_status = AgendaStatus.PRELIMINARY
            draft.agenda_numbering = AgendaNumbering.AS_ENTERED
        meeting_id = keys.add("meetings", row["key"], meetings.plan(workspace, draft))
        for delegation in row["delegations"]:
            _enter_delegation(workspace, keys, meeting_id, delegation)
        cite(workspace, keys, "meetings", row)


def _english(text: str | None) -> dict[str, str]:
    return {"en": text} if text else {}


def _as_printed(text: str | None) -> dict[str, str]:
    """Return words in the language of the source that printed them; its letters tell which."""
    return {guess_language(text) or "en": text} if text else {}


def _enter_delegation(workspace: Workspace, keys: Keys, meeting_id: UUID, row: Row) -> None:
    change = delegations.open_delegation(
        workspace, meeting_id=meeting_id, party_id=keys.get("parties", row["party"])
    )
    delegation_id = keys.add("delegations", f"{meeting_id}/{row['party']}", change)
    for member in row["members"]:
        person_id = keys.find("persons", member.get("person"))
        printed = member["printed"]
        delegations.seat(
            workspace,
            Delegate(
                delegation_id=delegation_id,
                person_id=person_id,
                organisation_id=keys.find("organisations", member.get("organisation")),
                role=member["role"],
                ordinal=1,
                printed_names=_as_printed(printed["name"]) if person_id else {},
                printed_posts=_as_printed(printed["title"]),
                printed_organisations={} if person_id else _as_printed(printed["name"]),
                attendance=member["attendance"],
            ),
        )
