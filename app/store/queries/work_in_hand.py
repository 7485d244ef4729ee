"""What is begun and not finished in a body, and what was done in the workspace of late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from app.domain.decision import Decision, DecisionStatus, DecisionText
from app.domain.journal import ChangeSetEntry
from app.domain.meeting import Meeting
from app.domain.minutes import Minutes, MinutesStatus
from app.domain.names import in_language
from app.domain.rules import RuleDocument, RuleVersion, VersionStatus
from app.store.queries.history import NOT_UNDONE
from app.store.reader import Reader

_UNSIGNED = (
    *(MinutesStatus.PRE_DRAFTED, MinutesStatus.EXCHANGED),
    *(MinutesStatus.NEGOTIATED, MinutesStatus.APPROVED),
)
_UNTAKEN = (DecisionStatus.DRAFT, DecisionStatus.BRACKETED, DecisionStatus.AGREED)


@dataclass(frozen=True)
class Unfinished:
    """Something that was begun.

    Attributes:
        record: The kind and key of the record to turn to.
        status: Where it stands.
        changed_at: When it was changed last.
    """

    kind: str
    record: tuple[str, UUID]
    title: str
    status: str
    changed_at: datetime


@dataclass(frozen=True)
class Done:
    """Something that somebody did."""

    number: int
    use_case: str
    actor: str
    at: datetime


def list_unfinished(reader: Reader, *, body_id: UUID, language: str) -> tuple[Unfinished, ...]:
    """Return the drafts of a body, the one that was changed last first."""
    found = [
        *_minutes(reader, body_id, language),
        *_decisions(reader, body_id, language),
        *_versions(reader, body_id, language),
    ]
    return tuple(sorted(found, key=lambda each: each.changed_at, reverse=True))


def list_done(reader: Reader, *, at_most: int) -> tuple[Done, ...]:
    """Return what was done last in the workspace, the newest first."""
    statement = (
        select(ChangeSetEntry)
        .where(col(ChangeSetEntry.use_case).not_in(NOT_UNDONE))
        .order_by(col(ChangeSetEntry.id).desc())
        .limit(at_most)
    )
    return tuple(
        Done(entry.id or 0, entry.use_case, entry.actor, entry.at)
        for entry in reader.scalars(statement)
    )


def _minutes(reader: Reader, body_id: UUID, language: str) -> Iterator[Unfinished]:
    statement = (
        select(Minutes, Meeting)
        .join(Meeting, col(Meeting.id) == col(Minutes.meeting_id))
        .where(col(Meeting.body_id) == body_id, col(Minutes.status).in_(_UNSIGNED))
    )
    for minutes, meeting in reader.execute(statement):
        title = " ".join(filter(None, (meeting.code, in_language(meeting.titles, language))))
        yield Unfinished(
            kind="minutes",
            record=("meeting", meeting.id),
            title=title,
            status=minutes.status.value,
            changed_at=minutes.updated_at,
        )


def _decisions(reader: Reader, body_id: UUID, language: str) -> Iterator[Unfinished]:
    statement = select(Decision).where(
        col(Decision.body_id) == body_id, col(Decision.status).in_(_UNTAKEN)
    )
    for decision in reader.scalars(statement):
        texts = {
            text.language: text.title or text.text
            for text in reader.find(DecisionText, decision_id=decision.id)
        }
        number = decision.symbol or decision.temporary_symbol
        title = " ".join(filter(None, (number, in_language(texts, language))))
        yield Unfinished(
            kind="decision",
            record=("decision", decision.id),
            title=title,
            status=decision.status.value,
            changed_at=decision.updated_at,
        )


def _versions(reader: Reader, body_id: UUID, language: str) -> Iterator[Unfinished]:
    statement = (
        select(RuleVersion, RuleDocument)
        .join(RuleDocument, col(RuleDocument.id) == col(RuleVersion.document_id))
        .where(col(RuleDocument.body_id) == body_id, col(RuleVersion.status) == VersionStatus.DRAFT)
    )
    for version, document in reader.execute(statement):
        title = " ".join(filter(None, (in_language(document.titles, language), version.label)))
        yield Unfinished(
            kind="rules",
            record=("rule_version", version.id),
            title=title,
            status=version.status.value,
            changed_at=version.updated_at,
        )
