"""Verbs that give provisions of a draft other numbers, and let the references follow them."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.domain.rules import RuleVersion
from app.services.drafting.draft_text import DraftText, require_draft
from app.services.drafting.following import LOOSE, DraftReferences
from app.services.drafting.refusals import NotThere
from app.store.change_set import ChangeSet
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.cross_references import Fate
from app.texts.provision_index import ProvisionIndex
from app.texts.provision_names import name_in
from app.texts.renumbering import number_on, put_in_order, renumber_one

__all__ = [
    "NumbersAhead",
    "ReferenceAhead",
    "Renumbered",
    "find_references",
    "let_references_follow",
    "look_ahead",
    "renumber",
]


@dataclass(frozen=True)
class Renumbered:
    """A provision that would bear another number."""

    eid: str
    was: str
    now: str


@dataclass(frozen=True)
class ReferenceAhead:
    """A reference and what becomes of it.

    Attributes:
        eid: The provision that says it.
        name: What that is called, under the numbers to come.
        words: As it stands.
        now: As it would stand.
        target: What it names, as that is called then; empty where it leads nowhere.
    """

    eid: str
    name: str
    language: str
    words: str
    now: str
    target: str
    fate: Fate


@dataclass(frozen=True)
class NumbersAhead:
    """What a renumbering would do.

    Attributes:
        following: The references that follow it.
        loose: Those that lead nowhere, or must be put right by hand.
    """

    labels: tuple[Renumbered, ...]
    following: tuple[ReferenceAhead, ...]
    loose: tuple[ReferenceAhead, ...]


def look_ahead(
    workspace: Workspace,
    *,
    version_id: UUID,
    eid: str | None = None,
    label: str = "",
    goes_on: bool = False,
) -> NumbersAhead:
    """Return what a renumbering would do, without doing it; the arguments are those of it."""
    with workspace.read() as reader:
        version = reader.get(RuleVersion, version_id)
        references = DraftReferences(reader, version)
        labels = _labels(references.present, eid, label, goes_on=goes_on)
        return _ahead(reader, version, labels)


def find_references(workspace: Workspace, *, version_id: UUID) -> NumbersAhead:
    """Return the references of a draft that do not say what its provisions are called now."""
    with workspace.read() as reader:
        return _ahead(reader, reader.get(RuleVersion, version_id), {})


def renumber(
    workspace: Workspace,
    *,
    version_id: UUID,
    eid: str | None = None,
    label: str = "",
    goes_on: bool = False,
    follows: bool = True,
) -> ChangeSet:
    """Give provisions other numbers; their texts stay, and references to them follow.

    Args:
        workspace: The workspace.
        version_id: The draft.
        eid: The provision that is renumbered; ``None`` to put all numbers in order.
        label: The number that it shall bear.
        goes_on: Whether those after it are numbered on from there.
        follows: Whether references by number are rewritten.
    """
    with workspace.write("Renumber provisions") as work:
        version = require_draft(work, version_id)
        text = DraftText(work, version)
        labels = _labels(text.index, eid, label.strip(), goes_on=goes_on)
        if follows:
            _rewrite(text, DraftReferences(work, version, labels=labels))
        text.relabel(labels)
        text.write()
        return work.commit(subject=version_id)


def let_references_follow(workspace: Workspace, *, version_id: UUID) -> ChangeSet:
    """Write every reference that can be followed with the numbers that its provision bears now."""
    with workspace.write("Let references follow") as work:
        version = require_draft(work, version_id)
        text = DraftText(work, version)
        _rewrite(text, DraftReferences(work, version))
        text.write()
        return work.commit(subject=version_id)


def _labels(index: ProvisionIndex, eid: str | None, label: str, *, goes_on: bool) -> dict[str, str]:
    if eid is None:
        return put_in_order(index)
    if eid not in index:
        raise NotThere(eid)
    return number_on(index, eid, label) if goes_on else renumber_one(index, eid, label)


def _ahead(reader: Reader, version: RuleVersion, labels: Mapping[str, str]) -> NumbersAhead:
    references = DraftReferences(reader, version, labels=labels)
    following: list[ReferenceAhead] = []
    loose: list[ReferenceAhead] = []
    for said in references.read():
        for each in said.references:
            if each.fate is not Fate.FOLLOWS and each.fate not in LOOSE:
                continue
            known = references.after if each.target in references.after else references.earlier
            target = (
                name_in(known, each.target, language=said.language) if each.target in known else ""
            )
            told = ReferenceAhead(
                eid=said.eid,
                name=references.after.name(said.eid) or said.eid,
                language=said.language,
                words=target if each.words.startswith("{") else each.words,
                now=each.now,
                target=target,
                fate=each.fate,
            )
            (following if each.fate is Fate.FOLLOWS else loose).append(told)
    old = references.present.provisions
    changed = tuple(Renumbered(eid, old[eid].label, now) for eid, now in labels.items())
    return NumbersAhead(changed, tuple(following), tuple(loose))


def _rewrite(text: DraftText, references: DraftReferences) -> None:
    """Write the references anew, in every language together."""
    changed: dict[str, dict[str, str]] = {}
    for said in references.read():
        if said.now != said.text:
            changed.setdefault(said.eid, {})[said.language] = said.now
    for eid, texts in changed.items():
        text.reword(eid, texts)
