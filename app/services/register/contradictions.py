"""Finds which rules a decision concerns, and which live decisions concern the same ones."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.decision import Decision, DecisionRelation, DecisionText
from app.domain.decision_standing import LIVE, Standing, standing_on
from app.domain.errors import RuleBroken
from app.domain.names import in_language
from app.domain.rules import (
    Amendment,
    Provision,
    ProvisionKind,
    ProvisionLink,
    ProvisionRevision,
    RuleDocument,
    RuleVersion,
)
from app.services.register.relations import name_of
from app.store.change_set import ChangeSet
from app.store.reader import Reader
from app.store.workspace import Workspace

__all__ = ["Contradiction", "RuleTouched", "add_rule", "list_rules", "remove_rule"]

_CONCERNS = "concerns"
_TOP = frozenset(
    {ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ARTICLE}
)


@dataclass(frozen=True)
class RuleTouched:
    """A rule that a decision concerns: a version that it adopted, or one provision.

    Attributes:
        how: ``adopts``, what it does to the provision, or ``concerns``.
        link_id: The entry by hand, which can be removed.
    """

    document_id: UUID
    title: str
    label: str
    how: str
    version_id: UUID | None = None
    provision_id: int | None = None
    link_id: int | None = None


@dataclass(frozen=True)
class Contradiction:
    """A live decision on the same rule, of which this one does not say what becomes of it."""

    decision_id: UUID
    symbol: str
    title: str
    rule: str


def list_rules(workspace: Workspace, *, body_id: UUID) -> tuple[tuple[int, str], ...]:
    """Return the articles of a body's rules by key and name, to choose from."""
    with workspace.read() as reader:
        found: list[tuple[int, str]] = []
        for document in reader.find(RuleDocument, body_id=body_id):
            title = in_language(document.titles, "en") or document.code
            articles = (
                each.id
                for each in reader.find(Provision, document_id=document.id)
                if each.kind is ProvisionKind.ARTICLE
            )
            found.extend((key, f"{title}, {_label(reader, key)}") for key in articles if key)
        return tuple(found)


def add_rule(workspace: Workspace, *, decision_id: UUID, provision_id: int) -> ChangeSet:
    """Say that a decision concerns a provision.

    Raises:
        RuleBroken: if that is said already.
    """
    with workspace.write("Link decision to rule") as work:
        work.get(Decision, decision_id)
        work.get(Provision, provision_id)
        there = work.first(ProvisionLink, decision_id=decision_id, to_provision_id=provision_id)
        if there is not None:
            raise RuleBroken(
                "The decision is linked to this rule already.", "", field="provision_id"
            )
        link = ProvisionLink(
            decision_id=decision_id, to_provision_id=provision_id, relation=_CONCERNS
        )
        work.add(link)
        return work.commit(subject=decision_id)


def remove_rule(workspace: Workspace, *, link_id: int) -> ChangeSet:
    """Take back that a decision concerns a provision."""
    with workspace.write("Remove link of decision to rule") as work:
        work.delete(work.get(ProvisionLink, link_id))
        return work.commit(subject=link_id)


def rules_of(reader: Reader, decision_id: UUID, *, language: str) -> tuple[RuleTouched, ...]:
    """Return the rules that a decision concerns: adopted, amended, linked by hand."""
    found = [
        RuleTouched(
            document_id=version.document_id,
            title=_title(reader, version.document_id, language),
            label=version.label,
            how="adopts",
            version_id=version.id,
        )
        for version in reader.find(RuleVersion, decision_id=decision_id)
    ]
    adopted = {each.document_id for each in found}
    for amendment in reader.find(Amendment, decision_id=decision_id):
        provision = reader.get(Provision, amendment.provision_id)
        # What the first text of a document does is to insert everything; that is its adoption.
        if provision.document_id in adopted and amendment.kind.value == "insert":
            continue
        found.append(_touch(reader, provision, amendment.kind.value, language))
    for link in reader.find(ProvisionLink, decision_id=decision_id):
        provision = reader.get(Provision, link.to_provision_id)
        found.append(_touch(reader, provision, _CONCERNS, language, link.id))
    return tuple(found)


def contradictions_of(
    reader: Reader, decision: Decision, *, language: str, today: date
) -> tuple[Contradiction, ...]:
    """Return the live decisions on the same rules that this one passes over in silence."""
    if standing_on(decision, today) not in LIVE | {Standing.DRAFT}:
        return ()
    related = {
        *(each.other_id for each in reader.find(DecisionRelation, decision_id=decision.id)),
        *(each.decision_id for each in reader.find(DecisionRelation, other_id=decision.id)),
        decision.id,
    }
    found = []
    for other_id, rule in _on_same_rules(reader, decision.id, language).items():
        other = reader.get(Decision, other_id)
        if other_id in related or not _is_older(other, decision):
            continue
        if standing_on(other, today) in LIVE:
            found.append(Contradiction(other_id, name_of(other), _name(reader, other_id), rule))
    return tuple(sorted(found, key=lambda each: each.symbol))


def _on_same_rules(reader: Reader, decision_id: UUID, language: str) -> dict[UUID, str]:
    """Return which other decisions concern the same rules, each with one of them."""
    found: dict[UUID, str] = {}
    for rule in rules_of(reader, decision_id, language=language):
        named = rule.title if rule.provision_id is None else f"{rule.title} {rule.label}".strip()
        for other_id in _deciders(reader, rule):
            if other_id is not None:
                found.setdefault(other_id, named)
    return found


def _deciders(reader: Reader, rule: RuleTouched) -> tuple[UUID | None, ...]:
    """Return the decisions that made a rule what it is, or are linked to it."""
    versions = reader.find(RuleVersion, document_id=rule.document_id)
    if rule.provision_id is None:
        return tuple(version.decision_id for version in versions)
    numbers = _numbers(reader, rule.provision_id)
    return (
        *(version.decision_id for version in versions if version.number in numbers),
        *(each.decision_id for each in reader.find(Amendment, provision_id=rule.provision_id)),
        *(
            each.decision_id
            for each in reader.find(ProvisionLink, to_provision_id=rule.provision_id)
        ),
    )


def _numbers(reader: Reader, provision_id: int) -> tuple[int, ...]:
    """Return the versions in which a provision got a wording of its own."""
    return tuple(each.v_from for each in reader.find(ProvisionRevision, provision_id=provision_id))


def _is_older(other: Decision, decision: Decision) -> bool:
    if other.taken_on is None:
        return False
    return decision.taken_on is None or other.taken_on < decision.taken_on


def _touch(
    reader: Reader, provision: Provision, how: str, language: str, link_id: int | None = None
) -> RuleTouched:
    return RuleTouched(
        document_id=provision.document_id,
        title=_title(reader, provision.document_id, language),
        label=_label(reader, provision.id or 0) or provision.eid,
        how=how,
        provision_id=provision.id,
        link_id=link_id,
    )


def _title(reader: Reader, document_id: UUID, language: str) -> str:
    document = reader.get(RuleDocument, document_id)
    return in_language(document.titles, language) or document.code


def _label(reader: Reader, provision_id: int) -> str:
    """Return what a provision is called: its number after those of what it stands in."""
    revisions = reader.find(ProvisionRevision, provision_id=provision_id)
    if not revisions:
        return ""
    revision = max(revisions, key=lambda each: each.v_from)
    provision = reader.get(Provision, provision_id)
    if provision.kind in _TOP or revision.parent_eid is None:
        return revision.label
    parent = reader.first(Provision, document_id=provision.document_id, eid=revision.parent_eid)
    above = _label(reader, parent.id) if parent is not None and parent.id else ""
    joint = " " if "," in above else ", "
    return joint.join(part for part in (above, revision.label.rstrip(".")) if part)


def _name(reader: Reader, decision_id: UUID) -> str:
    texts = reader.find(DecisionText, decision_id=decision_id)
    return in_language({text.language: text.title for text in texts}, "en")
