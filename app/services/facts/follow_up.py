"""The facts of the lists between meetings: action items by side, and the projects reviewed."""

from datetime import date
from uuid import UUID

from app.documents.facts import MeetingFacts
from app.documents.follow_up_facts import (
    ActionEntryFacts,
    ActionGroupFacts,
    ActionListFacts,
    ProjectFacts,
    ProjectReviewFacts,
    ReviewFacts,
)
from app.domain.action import UNFINISHED, ActionItem, ActionUpdate
from app.domain.body import Body
from app.domain.decision import Decision
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.organisation import Organisation
from app.domain.party import Party
from app.domain.project import Project, ProjectOrganisation, ProjectParty, ProjectReview, Quantity
from app.services.facts.decisions import seated_parties
from app.services.facts.meetings import body_facts, meeting_facts, party_facts
from app.store.queries.actions import ActionRow, list_for_body, list_for_meeting
from app.store.queries.follow_up import when
from app.store.reader import Reader


def action_list_facts(
    reader: Reader, *, body_id: UUID, meeting_id: UUID | None, language: str, today: date
) -> ActionListFacts:
    """Return the action items of a meeting, or of the whole body, side by side."""
    body = reader.get(Body, body_id)
    if meeting_id is not None:
        rows = list_for_meeting(reader, meeting_id=meeting_id, language=language, today=today)
    else:
        rows = list_for_body(reader, body_id=body_id, language=language, today=today)
    parties = seated_parties(reader, body_id=body_id, day=None, language=language)
    entries = [
        (row.side.code if row.side else None, _action(reader, row, language, today)) for row in rows
    ]
    codes = {party.code for party in parties}
    groups = [
        ActionGroupFacts(
            party=party, actions=tuple(entry for code, entry in entries if code == party.code)
        )
        for party in parties
    ]
    joint = tuple(entry for code, entry in entries if code not in codes)
    if joint:
        groups.append(ActionGroupFacts(party=None, actions=joint))
    return ActionListFacts(
        id=f"actions-{meeting_id or body_id}",
        symbol=f"{_code(reader, meeting_id) or body.code}/ACTIONS",
        body=body_facts(body, language),
        parties=parties,
        as_of=today,
        groups=tuple(groups) if rows else (),
        meeting=_meeting(reader, meeting_id, language),
        late=sum(row.is_late for row in rows),
        open=sum(row.status in UNFINISHED for row in rows),
    )


def project_review_facts(
    reader: Reader, *, body_id: UUID, meeting_id: UUID | None, language: str, today: date
) -> ProjectReviewFacts:
    """Return the projects of a body with what meetings found about them."""
    body = reader.get(Body, body_id)
    projects = sorted(reader.find(Project, body_id=body_id), key=lambda project: project.code)
    return ProjectReviewFacts(
        id=f"projects-{meeting_id or body_id}",
        symbol=f"{_code(reader, meeting_id) or body.code}/PROJECTS",
        body=body_facts(body, language),
        parties=seated_parties(reader, body_id=body_id, day=None, language=language),
        as_of=today,
        projects=tuple(_project(reader, project, language) for project in projects),
        meeting=_meeting(reader, meeting_id, language),
    )


def _meeting(reader: Reader, meeting_id: UUID | None, language: str) -> MeetingFacts | None:
    return meeting_facts(reader.get(Meeting, meeting_id), language) if meeting_id else None


def _code(reader: Reader, meeting_id: UUID | None) -> str:
    return reader.get(Meeting, meeting_id).code if meeting_id else ""


def _action(reader: Reader, row: ActionRow, language: str, today: date) -> ActionEntryFacts:
    action = reader.get(ActionItem, row.id)
    decision = reader.get(Decision, action.decision_id) if action.decision_id else None
    updates = reader.find(ActionUpdate, action_id=row.id)
    last = max(updates, key=when, default=None)
    return ActionEntryFacts(
        id=str(row.id),
        code=row.code,
        text=row.text,
        status=row.status,
        organisation=row.organisation or None,
        meeting=_code(reader, action.origin_meeting_id) or None,
        item=row.agenda_label or None,
        decision=(decision.symbol or decision.temporary_symbol or None) if decision else None,
        due_on=row.due_on,
        due_words=row.due_words or None,
        days_late=(today - row.due_on).days if row.is_late and row.due_on else None,
        reported=in_language(last.texts, language) or None if last else None,
        reported_on=last.reported_on if last else None,
    )


def _project(reader: Reader, project: Project, language: str) -> ProjectFacts:
    decision = reader.get(Decision, project.decision_id) if project.decision_id else None
    proposer = project.proposer_party_id
    parties = reader.find(ProjectParty, project_id=project.id)
    offices = reader.find(ProjectOrganisation, project_id=project.id)
    return ProjectFacts(
        id=str(project.id),
        code=project.code,
        title=in_language(project.titles, language),
        status=project.status.value,
        count=project.count,
        proposer=party_facts(reader.get(Party, proposer), language) if proposer else None,
        parties=_names(reader, Party, [each.party_id for each in parties], language),
        organisations=_names(
            reader, Organisation, [each.organisation_id for each in offices], language
        ),
        phase=project.phase or None,
        starts=project.starts_on,
        ends=project.ends_on,
        quantities=tuple(
            dict.fromkeys(
                quantity.words or f"{quantity.value} {quantity.unit}".strip()
                for quantity in reader.find(Quantity, entity="project", pk=str(project.id))
            )
        ),
        decision=decision.symbol if decision else None,
        reviews=_reviews(reader, project.id, language),
        note=project.note or None,
    )


def _names(
    reader: Reader, model: type[Party] | type[Organisation], keys: list[UUID], language: str
) -> tuple[str, ...]:
    return tuple(sorted(in_language(reader.get(model, key).names, language) for key in keys))


def _reviews(reader: Reader, project_id: UUID, language: str) -> tuple[ReviewFacts, ...]:
    found = reader.find(ProjectReview, project_id=project_id)
    return tuple(
        ReviewFacts(
            reviewed_on=review.reviewed_on,
            progress=review.progress,
            rating=review.rating.value if review.rating else None,
            text=in_language(review.texts, language) or None,
        )
        for review in sorted(found, key=lambda review: review.reviewed_on, reverse=True)
    )
