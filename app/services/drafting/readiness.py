"""Finds every place in a draft that is not agreed yet: it cannot be adopted before each is."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.names import name_language
from app.domain.rules import Provision, RuleVersion
from app.services.drafting.following import index_of
from app.services.drafting.refusals import NotSettled
from app.store.queries.drafts import (
    WordingRow,
    count_open_proposals,
    list_bracketed,
    list_revisions,
    list_wordings,
)
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.brackets import has_loose_bracket

__all__ = ["OpenKind", "OpenPlace", "find_open_places", "list_open_places", "require_settled"]


class OpenKind(StrEnum):
    """Why a place is not settled."""

    PROPOSALS = "proposals"
    BRACKETS = "brackets"
    LOOSE_BRACKET = "loose-bracket"


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A place that is not settled.

    Attributes:
        name: What the provision is called.
        language: In which language its brackets are; empty for proposals.
        count: How many proposals wait.
    """

    kind: OpenKind
    eid: str
    name: str
    language: str = ""
    count: int = 0

    @property
    def sentence(self) -> str:
        """What is to be done there, naming the place."""
        if self.kind is OpenKind.PROPOSALS:
            waiting = "1 proposal waits" if self.count == 1 else f"{self.count} proposals wait"
            return f"{self.name}: {waiting} for a choice"
        tongue = name_language(self.language)
        if self.kind is OpenKind.LOOSE_BRACKET:
            return f"{self.name} ({tongue}): a square bracket has no counterpart"
        return f"{self.name} ({tongue}): an alternative in square brackets is open"


def find_open_places(workspace: Workspace, *, version_id: UUID) -> tuple[OpenPlace, ...]:
    """Return every place of a draft that is not settled, in reading order."""
    with workspace.read() as reader:
        return list_open_places(reader, reader.get(RuleVersion, version_id))


def list_open_places(reader: Reader, version: RuleVersion) -> tuple[OpenPlace, ...]:
    """Return every place of a version that is not settled, in reading order.

    Brackets that the version before has in the same words were adopted so, and are not open.
    """
    waiting = count_open_proposals(reader, version_id=version.id)
    bracketed = list_bracketed(reader, document_id=version.document_id, number=version.number)
    if not waiting and not bracketed:
        return ()
    how = {"document_id": version.document_id}
    rows = list_revisions(reader, number=version.number, with_ended=True, **how)
    now = {row.revision_id: row for row in rows if row.v_to is None or row.v_to > version.number}
    index = index_of(tuple(now.values()))
    ended = {row.provision_id: row.revision_id for row in rows if row.v_from < version.number}
    before = list_wordings(reader, revision_ids=ended.values())
    places: list[tuple[int, OpenPlace]] = []
    order = {row.provision_id: row.ordinal for row in rows}
    eids = {row.provision_id: row.eid for row in rows}
    for key, count in waiting.items():
        eid = eids.get(key) or reader.get(Provision, key).eid
        name = index.name(eid) if eid in index else eid
        kind = OpenKind.PROPOSALS
        places.append((order.get(key, 0), OpenPlace(kind, eid, name or eid, count=count)))
    for wording in bracketed:
        row = now[wording.revision_id]
        old = before.get(ended.get(row.provision_id, 0), {}).get(wording.language)
        if not _is_as_before(wording, old):
            loose = has_loose_bracket(wording.text) or has_loose_bracket(wording.heading)
            kind = OpenKind.LOOSE_BRACKET if loose else OpenKind.BRACKETS
            name = index.name(row.eid) or row.eid
            places.append((row.ordinal, OpenPlace(kind, row.eid, name, wording.language)))
    return tuple(place for _, place in sorted(places, key=lambda each: each[0]))


def require_settled(reader: Reader, version: RuleVersion) -> None:
    """Refuse a version in which something is not agreed.

    Raises:
        NotSettled: naming each place.
    """
    places = list_open_places(reader, version)
    if places:
        raise NotSettled(version.label, tuple(place.sentence for place in places))


def _is_as_before(wording: WordingRow, old: WordingRow | None) -> bool:
    return old is not None and (old.heading, old.text) == (wording.heading, wording.text)
