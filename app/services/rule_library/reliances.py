"""Verbs for what a decision touched in rules, and for what relies on a provision."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.decision import Decision, DecisionText
from app.domain.errors import Misfortune
from app.domain.names import in_language
from app.domain.rules import (
    Amendment,
    Provision,
    ProvisionLink,
    RuleDocument,
    RuleVersion,
)
from app.services.rule_names import names_of
from app.store.change_set import ChangeSet
from app.store.queries.rules import read_version
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.change_notes import Numbered, Path, mentions_in, paths_of

__all__ = [
    "NoSuchProvision",
    "RelyingDecision",
    "TouchedProvision",
    "link_decision",
    "list_relying_decisions",
    "list_touched",
    "unlink_decision",
]

_OF_ANOTHER = re.compile(
    r"(?:Articles?|Art\.|paragraphs?|paras?\.?)[ \u00a0][\dIVXLC][\w(), ]{0,40}?\s+of (?:the )?"
    r"(?!(?:present |these |said )?(?:Rules|Detailed|Procedures?|Guidelines|Article|paragraph))"
    r"\w+",
    re.I,
)
"""“Article 6 of the Paris Agreement”: a provision of something else than these rules."""


class NoSuchProvision(Misfortune):
    """A decision was to be linked to a provision that the rules do not have."""

    def __init__(self, eid: str) -> None:
        super().__init__(
            f"These rules have no provision “{eid}”.", "Choose it in the text once more."
        )


@dataclass(frozen=True)
class TouchedProvision:
    """What a decision did to one provision.

    Attributes:
        name: What it is called in the version, or was called where it was repealed.
    """

    document_id: UUID
    document: str
    version: int
    version_label: str
    eid: str
    name: str
    kind: str


@dataclass(frozen=True)
class RelyingDecision:
    """A decision that relies on a provision.

    Attributes:
        link_id: The link that an officer made; ``None`` where its text names the provision.
    """

    decision_id: UUID
    symbol: str
    title: str
    taken_on: date | None
    relation: str
    link_id: int | None


def list_touched(
    workspace: Workspace, *, decision_id: UUID, language: str = "en"
) -> tuple[TouchedProvision, ...]:
    """Return which provisions of which rules a decision inserted, changed, moved or repealed."""
    with workspace.read() as reader:
        reader.get(Decision, decision_id)
        found: list[TouchedProvision] = []
        amendments = reader.find(Amendment, decision_id=decision_id)
        for version_id in dict.fromkeys(row.version_id for row in amendments):
            mine = [row for row in amendments if row.version_id == version_id]
            found += _touched(reader, reader.get(RuleVersion, version_id), mine, language)
        return tuple(found)


def list_relying_decisions(
    workspace: Workspace, *, document_id: UUID, number: int, eid: str, language: str = "en"
) -> tuple[RelyingDecision, ...]:
    """Return the decisions that rely on a provision: those linked to it, those that name it.

    A decision of the same body names a provision if its text has its number and does not speak of
    an article of something else.
    """
    with workspace.read() as reader:
        document = reader.get(RuleDocument, document_id)
        provision = reader.first(Provision, document_id=document_id, eid=eid)
        if provision is None:
            return ()
        linked = {
            link.decision_id: link
            for link in reader.find(ProvisionLink, to_provision_id=provision.id)
            if link.decision_id is not None
        }
        path = _path(reader, document_id, number, eid)
        rows = [
            _relying(reader, reader.get(Decision, key), link, language)
            for key, link in linked.items()
        ]
        naming = _naming(reader, path) if path and document.body_id else frozenset()
        rows += [
            _relying(reader, decision, None, language)
            for decision in reader.find(Decision, body_id=document.body_id)
            if decision.id in naming and decision.id not in linked
        ]
    return tuple(sorted(rows, key=lambda row: (row.taken_on or date.max, row.symbol)))


def link_decision(
    workspace: Workspace, *, decision_id: UUID, document_id: UUID, eid: str, relation: str = ""
) -> ChangeSet:
    """Say that a decision relies on a provision.

    Raises:
        NoSuchProvision: if the rules have no such provision.
    """
    with workspace.write("Link decision to provision") as work:
        work.get(Decision, decision_id)
        provision = work.first(Provision, document_id=document_id, eid=eid)
        if provision is None or provision.id is None:
            raise NoSuchProvision(eid)
        there = {"decision_id": decision_id, "to_provision_id": provision.id}
        link = work.first(ProvisionLink, **there) or work.add(
            ProvisionLink(
                decision_id=decision_id, to_provision_id=provision.id, relation=relation.strip()
            )
        )
        work.flush()
        return work.commit(subject=link.id)


def unlink_decision(workspace: Workspace, *, link_id: int) -> ChangeSet:
    """Take back that a decision relies on a provision."""
    with workspace.write("Unlink decision from provision") as work:
        work.delete(work.get(ProvisionLink, link_id))
        return work.commit(subject=link_id)


def _touched(
    reader: Reader, version: RuleVersion, amendments: list[Amendment], language: str
) -> list[TouchedProvision]:
    document = reader.get(RuleDocument, version.document_id)
    names: dict[str, str] = {}
    for number in (version.number - 1, version.number):
        rows = read_version(reader, document_id=document.id, number=number, language=language)
        names |= names_of(rows, language=language)
        order = {row.eid: place for place, row in enumerate(rows)}
    found = []
    for row in amendments:
        eid = reader.get(Provision, row.provision_id).eid
        found.append(
            TouchedProvision(
                document_id=document.id,
                document=in_language(document.titles, language),
                version=version.number,
                version_label=version.label,
                eid=eid,
                name=names.get(eid, eid),
                kind=row.kind.value,
            )
        )
    return sorted(found, key=lambda each: (order.get(each.eid, len(order)), each.kind))


def _path(reader: Reader, document_id: UUID, number: int, eid: str) -> Path:
    rows = read_version(reader, document_id=document_id, number=number, language="en")
    paths = paths_of(Numbered(row.eid, row.kind, row.label, row.depth) for row in rows)
    return paths.get(eid, ())


def _naming(reader: Reader, path: Path) -> frozenset[UUID]:
    """Return the decisions whose text names a provision, or one that stands in it."""
    return frozenset(
        text.decision_id
        for text in reader.find(DecisionText)
        if any(named[: len(path)] == path for named in mentions_in(_OF_ANOTHER.sub(" ", text.text)))
    )


def _relying(
    reader: Reader, decision: Decision, link: ProvisionLink | None, language: str
) -> RelyingDecision:
    texts = reader.find(DecisionText, decision_id=decision.id)
    return RelyingDecision(
        decision_id=decision.id,
        symbol=decision.symbol or decision.temporary_symbol,
        title=in_language({text.language: text.title for text in texts}, language),
        taken_on=decision.taken_on,
        relation=link.relation if link is not None else "",
        link_id=link.id if link is not None else None,
    )
