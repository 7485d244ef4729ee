"""Verbs for one search over everything: by words, phrases and conditions, in four languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID
from weakref import WeakKeyDictionary

from app.services.parties import our_today_in
from app.store.finding.cards import Card, describe
from app.store.finding.found import Answer, Record
from app.store.finding.found import find as find_records
from app.store.finding.ground import Grounds
from app.store.search import Scope
from app.store.workspace import Workspace
from app.texts.query.asked import Kind, Problem
from app.texts.query.reading import read

__all__ = [
    "Answer",
    "Card",
    "Kind",
    "Place",
    "Problem",
    "Record",
    "find",
    "place_of",
    "prepare",
    "recall",
]

_GROUNDS: WeakKeyDictionary[Workspace, Grounds] = WeakKeyDictionary()


@dataclass(frozen=True)
class Place:
    """Where a record is looked at.

    Attributes:
        document_id, eid: Of a provision, its rules and its identity there.
    """

    kind: Kind
    body_id: UUID | None
    meeting_id: UUID | None
    document_id: UUID | None = None
    eid: str = ""


def prepare(workspace: Workspace) -> None:
    """Read what conditions are about, so that the first one typed is answered like the rest."""
    with workspace.read() as reader:
        _grounds(workspace).of(reader)


def find(
    workspace: Workspace,
    *,
    query: str,
    body_id: UUID | None = None,
    language: str = "en",
    limit: int = 100,
    all_versions: bool = False,
    is_typing: bool = False,
) -> Answer:
    """Return what a search line finds; what cannot be looked for is told in a sentence.

    Args:
        workspace: The workspace.
        query: Words, “phrases”, -words to leave out, conditions such as ``status:open``.
        body_id: The body in hand, for “the last meeting”.
        language: For the names of what is found.
        limit: How many are returned.
        all_versions: Look through superseded texts of rules too.
        is_typing: The last word may not be finished; records that are called so come first.
    """
    with workspace.read() as reader:
        today = our_today_in(reader, workspace)
        return find_records(
            reader,
            read(query, today=today, is_typing=is_typing),
            body_id=body_id,
            today=today,
            language=language,
            limit=limit,
            versions=Scope.ALL_VERSIONS if all_versions else Scope.NOW,
            titles_first=is_typing,
            grounds=_grounds(workspace),
        )


def recall(
    workspace: Workspace, refs: Sequence[tuple[str, UUID]], *, language: str = "en"
) -> tuple[Record, ...]:
    """Return what is known of records that were looked at; those that are gone are left out."""
    known = {kind.value for kind in Kind}
    wanted = [(Kind(kind), key) for kind, key in refs if kind in known]
    with workspace.read() as reader:
        cards = describe(reader, wanted, language=language)
    return tuple(Record(cards[ref]) for ref in wanted if ref in cards)


def place_of(workspace: Workspace, *, kind: str, record_id: UUID) -> Place | None:
    """Return where a record is looked at; ``None`` where there is no such record any more."""
    if kind not in {each.value for each in Kind}:
        return None
    with workspace.read() as reader:
        ref = (Kind(kind), record_id)
        card = describe(reader, [ref], language="en").get(ref)
    if card is None:
        return None
    return Place(card.kind, card.body_id, card.meeting_id, card.document_id, card.eid)


def _grounds(workspace: Workspace) -> Grounds:
    return _GROUNDS.setdefault(workspace, Grounds())
