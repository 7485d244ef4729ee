"""Verbs that gather what is shown while a draft is adopted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.decision import ADOPTED_DECISIONS, Decision, DecisionKind, DecisionText
from app.domain.errors import Misfortune
from app.domain.meeting import Meeting
from app.domain.names import Names, in_language
from app.domain.rules import VERSION_LIFE, RuleDocument, RuleVersion, VersionStatus
from app.services.adoption.adopting import Adoption, NewDecision
from app.services.adoption.changes import (
    VersionChange,
    VersionChanges,
    compute,
    draft_notes,
    find_undeclared,
)
from app.services.adoption.obstacles import Obstacle, obstacles_of
from app.store.queries.rules import list_languages
from app.store.reader import Reader
from app.store.workspace import Workspace

__all__ = [
    "Adoption",
    "AdoptionSheet",
    "DecisionChoice",
    "MeetingChoice",
    "NewDecision",
    "NoDraft",
    "VersionChange",
    "find_draft",
    "look_at",
    "undeclared",
]


class NoDraft(Misfortune):
    """Rules were to be adopted of which there is no draft."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"There is no draft of “{title}” that could be adopted.",
            "Draft a new version first, or bring one in as a draft.",
        )


@dataclass(frozen=True)
class DecisionChoice:
    """A decision that may adopt the text."""

    id: UUID
    symbol: str
    title: str
    taken_on: date | None
    meeting: str
    ad_referendum: bool


@dataclass(frozen=True)
class MeetingChoice:
    """A meeting that may have taken the decision."""

    id: UUID
    title: str
    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True)
class AdoptionSheet:
    """Everything that is shown while a draft is adopted.

    Attributes:
        standing: The version that it follows, as printed; empty for the first.
        declared: The change note that the draft has.
        drafted: One that names everything that was computed.
        decisions: Those that may adopt it: adopted ones of the body, the latest first.
    """

    version_id: UUID
    document_id: UUID
    code: str
    title: str
    label: str
    standing: str
    languages: tuple[str, ...]
    applies_to: Names
    declared: Names
    drafted: Names
    computed: VersionChanges
    obstacles: tuple[Obstacle, ...]
    decisions: tuple[DecisionChoice, ...]
    meetings: tuple[MeetingChoice, ...]
    today: date


def find_draft(workspace: Workspace, *, document_id: UUID, language: str = "en") -> UUID:
    """Return the draft of rules that is open.

    Raises:
        NoDraft: if there is none.
    """
    with workspace.read() as reader:
        found = reader.first(RuleVersion, document_id=document_id, status=VersionStatus.DRAFT)
        if found is None:
            document = reader.get(RuleDocument, document_id)
            raise NoDraft(in_language(document.titles, language))
        return found.id


def look_at(workspace: Workspace, *, version_id: UUID, language: str = "en") -> AdoptionSheet:
    """Return what is shown while a draft is adopted.

    Raises:
        UnlawfulTransition: if the version is no draft.
    """
    computed = compute(workspace, version_id=version_id, language=language)
    with workspace.read() as reader:
        version = reader.get(RuleVersion, version_id)
        VERSION_LIFE.require(version.status, VersionStatus.ADOPTED)
        document = reader.get(RuleDocument, version.document_id)
        held = list_languages(reader, document_id=document.id) or (language,)
        return AdoptionSheet(
            version_id=version_id,
            document_id=document.id,
            code=document.code,
            title=in_language(document.titles, language),
            label=version.label,
            standing=_standing(reader, version),
            languages=held,
            applies_to=dict(version.applies_to),
            declared=dict(version.change_notes),
            drafted=draft_notes(computed, languages=held),
            computed=computed,
            obstacles=obstacles_of(reader, version),
            decisions=_decisions(reader, document.body_id, language),
            meetings=_meetings(reader, document.body_id, language),
            today=workspace.today(),
        )


def undeclared(sheet: AdoptionSheet, notes: Mapping[str, str]) -> tuple[VersionChange, ...]:
    """Return the computed changes that a note leaves out; all of them for an empty one."""
    return find_undeclared(sheet.computed, notes)


def _standing(reader: Reader, version: RuleVersion) -> str:
    standing = [
        row
        for row in reader.find(RuleVersion, document_id=version.document_id)
        if row.status in {VersionStatus.ADOPTED, VersionStatus.EFFECTIVE}
        and row.number < version.number
    ]
    latest = max(standing, key=lambda row: row.number, default=None)
    return (latest.label or str(latest.number)) if latest else ""


def _decisions(reader: Reader, body_id: UUID | None, language: str) -> tuple[DecisionChoice, ...]:
    if body_id is None:
        return ()
    adopted = [
        row for row in reader.find(Decision, body_id=body_id) if row.status in ADOPTED_DECISIONS
    ]
    adopted.sort(
        key=lambda row: (row.kind is DecisionKind.ADOPTION_OF_RULES, row.taken_on or date.min),
        reverse=True,
    )
    return tuple(_choice(reader, row, language) for row in adopted)


def _choice(reader: Reader, decision: Decision, language: str) -> DecisionChoice:
    texts = reader.find(DecisionText, decision_id=decision.id)
    meeting = reader.get(Meeting, decision.meeting_id) if decision.meeting_id else None
    return DecisionChoice(
        id=decision.id,
        symbol=decision.symbol or "",
        title=in_language({text.language: text.title for text in texts}, language),
        taken_on=decision.taken_on,
        meeting=in_language(meeting.titles, language) if meeting else "",
        ad_referendum=decision.ad_referendum,
    )


def _meetings(reader: Reader, body_id: UUID | None, language: str) -> tuple[MeetingChoice, ...]:
    if body_id is None:
        return ()
    rows = [
        MeetingChoice(
            row.id, in_language(row.titles, language) or row.code, row.starts_on, row.ends_on
        )
        for row in reader.find(Meeting, body_id=body_id)
    ]
    return tuple(sorted(rows, key=lambda row: row.starts_on or date.min, reverse=True))
