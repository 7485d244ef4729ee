"""Enters the record of the first Korea–Mongolia meeting, reconstructed from the press release."""

from uuid import UUID

from app.domain.action import ActionItem
from app.domain.agenda import AgendaItem
from app.domain.meeting import AgendaStatus
from app.domain.minutes import Minutes, MinutesParagraph, ParagraphKind, Signature
from app.domain.paper import Paper
from app.domain.provenance import Provenance
from app.services import actions, agenda, delegations, minutes, papers, signing
from app.services.sample.decisions import enter_decision
from app.services.sample.files import Row, SampleFiles
from app.services.sample.keys import Keys, cite
from app.store.workspace import Workspace


def enter_first_meeting(workspace: Workspace, files: SampleFiles, keys: Keys) -> None:
    """Enter agenda, papers, minutes, decisions and action items, each with its sentence."""
    told = files.whole("first_meeting")
    meeting_id = keys.get("meetings", told["meeting"])
    body_key = next(row for row in files.rows("meetings") if row["key"] == told["meeting"])["body"]
    body_id = keys.get("bodies", body_key)
    _enter_agenda(workspace, keys, told, meeting_id)
    _enter_papers(workspace, keys, told, body_id, meeting_id)
    _enter_decisions(workspace, keys, told, body_id, meeting_id)
    _enter_minutes(workspace, keys, told, meeting_id)
    _enter_actions(workspace, keys, told, body_id, meeting_id)


def _enter_agenda(workspace: Workspace, keys: Keys, told: Row, meeting_id: UUID) -> None:
    for row in told["agenda"]:
        change = agenda.add_item(
            workspace,
            AgendaItem(
                meeting_id=meeting_id,
                parent_id=keys.find("agenda", row.get("parent")),
                ordinal=1,
                label=row["label"],
                titles=row["title"],
                annotations={"en": row["annotation"]} if row["annotation"] else {},
                status=row["status"],
                outcome=row["outcome_kind"],
                outcomes={"en": row["outcome"]},
                lead_party_id=keys.find("parties", row["lead"]),
            ),
        )
        keys.add("agenda", row["key"], change)
        cite(workspace, keys, "agenda", row)
    # That the agenda was adopted is not in the source, so it stays the draft before the meeting.
    # How it was sent round is not in it either, so no edition is kept.
    for status in (AgendaStatus.PROVISIONAL, AgendaStatus.DRAFT):
        agenda.change_agenda_status(
            workspace, meeting_id=meeting_id, status=status, keep_edition=False
        )


def _enter_papers(
    workspace: Workspace, keys: Keys, told: Row, body_id: UUID, meeting_id: UUID
) -> None:
    for row in told["papers"]:
        change = papers.register(
            workspace,
            Paper(
                body_id=body_id,
                meeting_id=meeting_id,
                symbol=row["symbol"],
                titles=row["title"],
                category=row["category"],
                status=row["status"],
                distribution=row["distribution"],
                submitted_by_id=keys.find("parties", row["side"]),
                note=row["note"] or "",
            ),
        )
        paper_id = keys.add("papers", row["key"], change)
        if row["agenda"]:
            item_id = keys.get("agenda", row["agenda"])
            agenda.add_paper(workspace, item_id=item_id, paper_id=paper_id)
        cite(workspace, keys, "papers", row)


def _enter_decisions(
    workspace: Workspace, keys: Keys, told: Row, body_id: UUID, meeting_id: UUID
) -> None:
    for row in told["decisions"]:
        enter_decision(
            workspace,
            keys,
            row,
            body_id=body_id,
            meeting_id=meeting_id,
            provenance=Provenance.RECONSTRUCTED,
        )
        cite(workspace, keys, "decisions", row)


def _enter_minutes(workspace: Workspace, keys: Keys, told: Row, meeting_id: UUID) -> None:
    row = told["minutes"]
    draft = Minutes(
        meeting_id=meeting_id,
        kind=row["kind"],
        provenance=Provenance.RECONSTRUCTED,
        provenance_note=told["reconstructed_note"],
    )
    minutes_id = keys.add("minutes", row["key"], minutes.open_edition(workspace, draft))
    for paragraph in told["paragraphs"]:
        concludes = paragraph["key"] in told["minutes"].get("concluding", {})
        decision = told["minutes"]["concluding"][paragraph["key"]] if concludes else None
        change = minutes.write_paragraph(
            workspace,
            MinutesParagraph(
                minutes_id=minutes_id,
                agenda_item_id=keys.find("agenda", paragraph["agenda"]),
                decision_id=keys.find("decisions", decision),
                ordinal=1,
                grade=paragraph["grade"],
                kind=ParagraphKind.CONCLUSION if decision else ParagraphKind.STATEMENT,
                party_id=keys.find("parties", paragraph["party"]),
                texts=paragraph["text"],
                confirmed=paragraph["confirmed"],
            ),
        )
        keys.add("paragraphs", paragraph["key"], change)
        cite(workspace, keys, "paragraphs", paragraph)
    _enter_signatories(workspace, minutes_id, meeting_id)
    cite(workspace, keys, "minutes", row)


def _enter_signatories(workspace: Workspace, minutes_id: UUID, meeting_id: UUID) -> None:
    """Give each head of delegation a place to sign; whether they signed is not public."""
    for delegation in delegations.list_for_meeting(workspace, meeting_id=meeting_id):
        head = next(seat for seat in delegation.delegates if seat.role == "head")
        signing.add_signatory(
            workspace,
            Signature(
                minutes_id=minutes_id,
                ordinal=1,
                party_id=delegation.party.id,
                printed_names={"en": head.name},
                capacities={"en": head.post},
            ),
        )


def _enter_actions(
    workspace: Workspace, keys: Keys, told: Row, body_id: UUID, meeting_id: UUID
) -> None:
    for row in told["actions"]:
        change = actions.assign(
            workspace,
            ActionItem(
                body_id=body_id,
                code=row["code"],
                texts=row["text"],
                origin_meeting_id=meeting_id,
                origin_agenda_id=keys.find("agenda", row["agenda"]),
                decision_id=keys.find("decisions", row["decision"]),
                party_id=keys.find("parties", row["side"]),
                organisation_id=keys.find("organisations", row["organisation"]),
                due_on=row["due"],
                due_words=row["due_words"],
                status=row["status"],
                provenance=Provenance.RECONSTRUCTED,
            ),
        )
        keys.add("actions", row["key"], change)
        cite(workspace, keys, "actions", row)
