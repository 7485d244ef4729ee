"""Verbs for what is on record about a version of rules: its days, its decision, its scope.

What was adopted is not changed here: of a sealed version only what its seal does not speak of, and
what was not known when it came into the workspace.
"""

from dataclasses import dataclass, field, fields
from datetime import date
from uuid import UUID

from app.domain.decision import ADOPTED_DECISIONS, Decision, DecisionText
from app.domain.errors import Misfortune
from app.domain.names import Names, in_language
from app.domain.rules import Amendment, RuleDocument, RuleVersion, VersionStatus
from app.services.rule_library.document_sheets import Choice
from app.services.version_drafts import next_number
from app.store.change_set import ChangeSet
from app.store.queries.rules import list_languages
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace

__all__ = ["VersionForm", "VersionRefused", "VersionSheet", "change", "record", "show"]

_ALL = frozenset({"label", "adopted_on", "in_force_from", "in_force_to", "published_on"}) | {
    "decision_id",
    "is_provisional",
    "applies_to",
    "change_notes",
}
_DRAFTED = frozenset({"label", "applies_to", "change_notes"})
_ALWAYS = frozenset({"published_on", "applies_to", "is_provisional"})
_ONCE = ("decision_id", "in_force_from", "change_notes")


class VersionRefused(Misfortune):
    """What is on record about a version cannot be changed so; ``field`` names why."""


@dataclass(frozen=True, kw_only=True)
class VersionSheet:
    """What is on record about a version.

    Attributes:
        confirmed_on: When the capitals consented to a decision that was taken ad referendum.
    """

    label: str = ""
    decision_id: UUID | None = None
    adopted_on: date | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    published_on: date | None = None
    confirmed_on: date | None = None
    is_provisional: bool = False
    applies_to: Names = field(default_factory=dict)
    change_notes: Names = field(default_factory=dict)


@dataclass(frozen=True)
class VersionForm:
    """A sheet with what may be changed in it, and what can be chosen.

    Attributes:
        version_id: Which version; ``None`` for a new one without text.
        editable: The names of what may be changed.
        content_root: Its seal, if it has one.
    """

    sheet: VersionSheet
    document_id: UUID
    title: str
    version_id: UUID | None
    status: str
    text_held: bool
    content_root: str
    editable: frozenset[str]
    languages: tuple[str, ...]
    decisions: tuple[Choice, ...]


def show(
    workspace: Workspace,
    *,
    document_id: UUID,
    version_id: UUID | None = None,
    language: str = "en",
) -> VersionForm:
    """Return what is on record about a version, or an empty sheet for one without text."""
    with workspace.read() as reader:
        document = reader.get(RuleDocument, document_id)
        sheet, status, held, root = VersionSheet(), VersionStatus.ADOPTED.value, False, ""
        editable = _ALL
        if version_id is not None:
            version = reader.get(RuleVersion, version_id)
            decision = _decision(reader, version.decision_id)
            sheet = _sheet(version, decision)
            editable = _editable(version, decision)
            status, held = version.status.value, version.text_held
            root = version.content_root
        tags = (*document.titles, *list_languages(reader, document_id=document_id))
        return VersionForm(
            sheet=sheet,
            document_id=document_id,
            title=in_language(document.titles, language),
            version_id=version_id,
            status=status,
            text_held=held,
            content_root=root,
            editable=editable,
            languages=tuple(dict.fromkeys(tags)) or (language,),
            decisions=_decisions(reader, document.body_id, language),
        )


def record(workspace: Workspace, *, document_id: UUID, sheet: VersionSheet) -> ChangeSet:
    """Record an adopted version of which the workspace holds no text, as it is not public.

    Raises:
        VersionRefused: if it has neither a day of adoption nor a decision.
    """
    with workspace.write("Record version of rules") as work:
        work.get(RuleDocument, document_id)
        version = RuleVersion(
            document_id=document_id, number=next_number(work, document_id), text_held=False
        )
        _write(work, version, sheet, _ALL)
        if version.adopted_on is None:
            raise VersionRefused(
                "An adopted version needs the day of its adoption.", field="adopted_on"
            )
        _require_order(version)
        version.status = VersionStatus.ADOPTED
        work.add(version)
        return work.commit(subject=version.id)


def change(workspace: Workspace, *, version_id: UUID, sheet: VersionSheet) -> ChangeSet:
    """Change what is on record about a version.

    Raises:
        VersionRefused: if it would change what was adopted, or a day does not fit the others.
    """
    with workspace.write("Change version of rules") as work:
        version = work.get(RuleVersion, version_id)
        decision = _decision(work, version.decision_id)
        editable, before = _editable(version, decision), _sheet(version, decision)
        for each in fields(VersionSheet):
            differs = getattr(before, each.name) != getattr(sheet, each.name)
            if differs and each.name not in editable:
                raise VersionRefused(
                    "This is part of what was adopted and cannot be changed.",
                    "A later version can say otherwise.",
                    field=each.name,
                )
        _write(work, version, sheet, editable)
        if decision is not None and "confirmed_on" in editable:
            _confirm(decision, sheet.confirmed_on)
        _require_order(version)
        return work.commit(subject=version_id)


def _write(
    work: UnitOfWork, version: RuleVersion, sheet: VersionSheet, editable: frozenset[str]
) -> None:
    for name in editable - {"decision_id", "confirmed_on"}:
        setattr(version, name, getattr(sheet, name))
    version.label = version.label.strip()
    if "decision_id" in editable and sheet.decision_id is not None:
        _take_decision(work, version, work.get(Decision, sheet.decision_id))


def _take_decision(work: UnitOfWork, version: RuleVersion, decision: Decision) -> None:
    """Say which decision adopted a version, and with it each of the changes it made."""
    if decision.status not in ADOPTED_DECISIONS:
        raise VersionRefused(
            "This decision is not adopted, so it adopted nothing.", field="decision_id"
        )
    if version.adopted_on is not None and version.adopted_on != decision.taken_on:
        raise VersionRefused(
            f"This decision was taken on {_spoken(decision.taken_on)}, the version was adopted on"
            f" {_spoken(version.adopted_on)}.",
            "One of the two days is wrong, or it is another decision.",
            field="decision_id",
        )
    version.decision_id, version.adopted_on = decision.id, decision.taken_on
    for amendment in work.find(Amendment, version_id=version.id):
        if amendment.decision_id is None:
            amendment.decision_id = decision.id


def _confirm(decision: Decision, day: date | None) -> None:
    if day is not None and decision.taken_on is not None and day < decision.taken_on:
        raise VersionRefused(
            "The capitals cannot have consented before the decision was taken.",
            field="confirmed_on",
        )
    decision.confirmed_on = day


def _require_order(version: RuleVersion) -> None:
    begins, ends = version.in_force_from, version.in_force_to
    if begins is not None and ends is not None and ends < begins:
        raise VersionRefused(
            f"It cannot cease before it takes effect on {_spoken(begins)}.", field="in_force_to"
        )
    adopted, published = version.adopted_on, version.published_on
    if adopted is not None and published is not None and published < adopted:
        raise VersionRefused(
            f"It cannot be published before it was adopted on {_spoken(adopted)}.",
            field="published_on",
        )


def _editable(version: RuleVersion, decision: Decision | None) -> frozenset[str]:
    """Return the names of what may be changed of a version."""
    if version.status is VersionStatus.DRAFT:
        return _DRAFTED
    if version.status is VersionStatus.WITHDRAWN:
        return frozenset()
    found = set(_ALWAYS)
    if version.status is not VersionStatus.SUPERSEDED:
        found.add("in_force_to")
    if decision is None:
        found |= {"decision_id", "adopted_on"}
    elif decision.ad_referendum:
        found.add("confirmed_on")
    found |= {name for name in _ONCE if not getattr(version, name)}
    if not version.text_held:
        found |= _ALL - ({"adopted_on"} if decision is not None else set())
    return frozenset(found)


def _sheet(version: RuleVersion, decision: Decision | None) -> VersionSheet:
    names = [each.name for each in fields(VersionSheet) if each.name != "confirmed_on"]
    return VersionSheet(
        **{name: getattr(version, name) for name in names},
        confirmed_on=decision.confirmed_on if decision is not None else None,
    )


def _decision(reader: Reader, key: UUID | None) -> Decision | None:
    return reader.get(Decision, key) if key is not None else None


def _decisions(reader: Reader, body_id: UUID | None, language: str) -> tuple[Choice, ...]:
    if body_id is None:
        return ()
    adopted = [
        row for row in reader.find(Decision, body_id=body_id) if row.status in ADOPTED_DECISIONS
    ]
    adopted.sort(key=lambda row: row.taken_on or date.min, reverse=True)
    return tuple(Choice(row.id, _name(reader, row, language)) for row in adopted)


def _name(reader: Reader, decision: Decision, language: str) -> str:
    texts = reader.find(DecisionText, decision_id=decision.id)
    title = in_language({text.language: text.title for text in texts}, language)
    return " · ".join(part for part in (decision.symbol or "", title) if part)


def _spoken(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day is not None else "an unknown day"
