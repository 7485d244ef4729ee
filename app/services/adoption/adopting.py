"""Verbs that adopt a draft of rules, by a decision that was taken or is taken with it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from app.domain.decision import (
    ADOPTED_DECISIONS,
    Channel,
    Decision,
    DecisionKind,
    DecisionText,
    Method,
)
from app.domain.errors import Misfortune
from app.domain.meeting import Meeting
from app.domain.names import Names
from app.domain.rules import VERSION_LIFE, RuleDocument, RuleVersion, VersionStatus
from app.services import amendments, decisions, seals
from app.services.adoption.obstacles import obstacles_of
from app.services.version_drafts import supersede_earlier
from app.store.change_set import ChangeSet
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["Adoption", "NewDecision", "NotAdoptable", "adopt"]

_STANDING = frozenset({VersionStatus.ADOPTED, VersionStatus.EFFECTIVE})


class NotAdoptable(Misfortune):
    """A draft cannot be adopted as it was asked for; ``field`` names what to change."""


@dataclass(frozen=True, kw_only=True)
class NewDecision:
    """A decision that is taken with the adoption.

    Attributes:
        meeting_id: The meeting that took it; ``None`` for one taken in writing.
        titles, texts: Per language; a language without a title is not worded.
    """

    symbol: str
    taken_on: date | None
    meeting_id: UUID | None = None
    titles: Names = field(default_factory=dict)
    texts: Names = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Adoption:
    """Everything that is said when a draft is adopted.

    Attributes:
        decision_id: The decision that adopts it, if it was taken already.
        new_decision: Else the decision that is taken now.
        is_provisional: Whether it is applied before both sides have completed their procedures.
        ad_referendum: Whether the capitals have still to consent.
        keeps_earlier: Whether the version before stays in force for old cases.
        earlier_applies_to: For which cases that one stays.
    """

    version_id: UUID
    label: str
    decision_id: UUID | None = None
    new_decision: NewDecision | None = None
    in_force_from: date | None = None
    published_on: date | None = None
    is_provisional: bool = False
    ad_referendum: bool = False
    applies_to: Names = field(default_factory=dict)
    change_notes: Names = field(default_factory=dict)
    keeps_earlier: bool = False
    earlier_applies_to: Names = field(default_factory=dict)


def adopt(workspace: Workspace, adoption: Adoption) -> ChangeSet:
    """Adopt a draft: take the decision if need be, seal the text, record what it changed.

    Raises:
        NotAdoptable: if something is missing or not lawful; ``field`` names it.
        UnlawfulTransition: if the version is no draft.
        RuleBroken: if the body already has a decision with the number of the new one.
    """
    with workspace.write("Adopt rules") as work:
        version = work.get(RuleVersion, adoption.version_id)
        VERSION_LIFE.require(version.status, VersionStatus.ADOPTED)
        _require_settled(work, version)
        if not adoption.label.strip():
            raise NotAdoptable("Enter the version as it is printed.", field="label")
        decision = _decision(workspace, work, version, adoption)
        _require_days(workspace, work, version, adoption, decision)
        _mark_earlier(work, version, adoption)
        _write(version, adoption, decision)
        amendments.record(work, version=version, decision_id=decision.id)
        version.content_root = seals.seal_version(work, version, at=workspace.clock.now())
        version.status = VersionStatus.ADOPTED
        return work.commit(subject=version.id)


def _require_settled(work: UnitOfWork, version: RuleVersion) -> None:
    found = obstacles_of(work, version)
    if found:
        more = f", and {len(found) - 1} more" if len(found) > 1 else ""
        raise NotAdoptable(f"{found[0].sentence}{more}.", "Settle it in the draft first.")


def _decision(
    workspace: Workspace, work: UnitOfWork, version: RuleVersion, adoption: Adoption
) -> Decision:
    body_id = work.get(RuleDocument, version.document_id).body_id
    key = adoption.decision_id
    if key is None and adoption.new_decision is not None:
        if body_id is None:
            raise NotAdoptable("A decision belongs to a body; these rules have none.")
        key = _take(workspace, adoption.new_decision, body_id, adoption)
    if key is None:
        raise NotAdoptable("Choose the decision that adopts the text.", field="decision_id")
    decision = work.get(Decision, key)
    name = decision.symbol or decision.temporary_symbol or "without a number"
    if decision.status not in ADOPTED_DECISIONS:
        raise NotAdoptable(
            f"Decision {name} is not adopted, so it cannot adopt rules.",
            "Adopt the decision first, or choose another one.",
            field="decision_id",
        )
    if body_id is not None and decision.body_id != body_id:
        raise NotAdoptable(
            f"Decision {name} is one of another body.",
            "Choose a decision of the body whose rules these are.",
            field="decision_id",
        )
    if adoption.ad_referendum and not decision.ad_referendum:
        decision.ad_referendum = True
    return decision


def _take(workspace: Workspace, new: NewDecision, body_id: UUID, adoption: Adoption) -> UUID:
    """Draft, word and adopt the decision, all within the adoption."""
    if not new.symbol.strip():
        raise NotAdoptable("The decision needs its number.", field="symbol")
    if new.taken_on is None:
        raise NotAdoptable("The decision needs the day on which it was taken.", field="taken_on")
    in_meeting = new.meeting_id is not None
    draft = Decision(
        body_id=body_id,
        meeting_id=new.meeting_id,
        kind=DecisionKind.ADOPTION_OF_RULES,
        channel=Channel.MEETING if in_meeting else Channel.ELECTRONIC,
        method=Method.CONSENSUS if in_meeting else Method.WRITTEN,
        effective_on=adoption.in_force_from,
        ad_referendum=adoption.ad_referendum,
    )
    key = decisions.draft_decision(workspace, draft).subject
    assert isinstance(key, UUID)
    for language, title in new.titles.items():
        text = new.texts.get(language, "")
        decisions.word(
            workspace, DecisionText(decision_id=key, language=language, title=title, text=text)
        )
    decisions.adopt(workspace, decision_id=key, symbol=new.symbol.strip(), taken_on=new.taken_on)
    return key


def _require_days(
    workspace: Workspace,
    work: UnitOfWork,
    version: RuleVersion,
    adoption: Adoption,
    decision: Decision,
) -> None:
    taken, begins = decision.taken_on, adoption.in_force_from
    if taken is not None and taken > workspace.today():
        raise NotAdoptable(
            f"The decision cannot be taken on {_spoken(taken)}: that day is still to come.",
            field="taken_on",
        )
    if begins is None:
        raise NotAdoptable("Enter the day from which the text is in force.", field="in_force_from")
    for earlier in _standing_before(work, version):
        if earlier.in_force_from is not None and begins < earlier.in_force_from:
            raise NotAdoptable(
                f"Version {earlier.label} is in force from {_spoken(earlier.in_force_from)};"
                " a later version cannot begin before it.",
                field="in_force_from",
            )
    published = adoption.published_on
    if published is not None and taken is not None and published < taken:
        raise NotAdoptable(
            f"It cannot be published before it was adopted on {_spoken(taken)}.",
            field="published_on",
        )
    if decision.meeting_id is not None and adoption.new_decision is not None and taken is not None:
        _require_within_meeting(work.get(Meeting, decision.meeting_id), taken)


def _require_within_meeting(meeting: Meeting, taken: date) -> None:
    begins = meeting.starts_on
    ends = meeting.ends_on or begins
    if begins is not None and ends is not None and not begins <= taken <= ends:
        raise NotAdoptable(
            f"The meeting was held from {_spoken(begins)} to {_spoken(ends)}.",
            "Enter a day of the meeting, or enter the decision as an electronic one.",
            field="taken_on",
        )


def _standing_before(work: UnitOfWork, version: RuleVersion) -> list[RuleVersion]:
    return [
        earlier
        for earlier in work.find(RuleVersion, document_id=version.document_id)
        if earlier.status in _STANDING and earlier.number < version.number
    ]


def _mark_earlier(work: UnitOfWork, version: RuleVersion, adoption: Adoption) -> None:
    assert adoption.in_force_from is not None
    if not adoption.keeps_earlier:
        supersede_earlier(work, version=version, from_day=adoption.in_force_from)
        return
    standing = _standing_before(work, version)
    if standing and adoption.earlier_applies_to:
        latest = max(standing, key=lambda row: row.number)
        latest.applies_to = dict(adoption.earlier_applies_to)


def _write(version: RuleVersion, adoption: Adoption, decision: Decision) -> None:
    version.label = adoption.label.strip()
    version.decision_id = decision.id
    version.adopted_on = decision.taken_on
    version.in_force_from = adoption.in_force_from
    version.published_on = adoption.published_on
    version.is_provisional = adoption.is_provisional
    version.applies_to = dict(adoption.applies_to)
    version.change_notes = dict(adoption.change_notes)


def _spoken(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
