"""The text of a draft while it is changed: its outline in memory, and only what changed written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from app.domain.decision import TextStatus
from app.domain.rules import (
    Provision,
    ProvisionKind,
    ProvisionRevision,
    ProvisionText,
    RuleVersion,
    VersionStatus,
)
from app.domain.sealing import text_hash
from app.services.drafting.refusals import CannotStandThere, InsideItself, NotADraft, NotThere
from app.services.revisions.refusals import NoRoom
from app.services.revisions.wording import GAP
from app.store.queries.drafts import (
    RevisionRow,
    WordingRow,
    list_revisions,
    list_wordings,
)
from app.store.unit_of_work import UnitOfWork
from app.texts.provision_index import RANKS, PlacedProvision, ProvisionIndex

_NEAR = 1 << 20
"""How far apart things are put that come one after another into one gap: room for many more."""


def require_draft(work: UnitOfWork, version_id: UUID) -> RuleVersion:
    """Return a version that may be changed.

    Raises:
        NotADraft: if it is adopted, or withdrawn.
    """
    version = work.get(RuleVersion, version_id)
    if version.status is not VersionStatus.DRAFT:
        raise NotADraft(version.label)
    return version


@dataclass(frozen=True, slots=True)
class Line:
    """A provision in the outline.

    Attributes:
        ordinal: ``None`` for one that waits for its place.
        stored: What the workspace holds; ``None`` for a provision that is new.
    """

    eid: str
    kind: ProvisionKind
    parent: str | None
    label: str
    ordinal: int | None
    stored: RevisionRow | None = None


class DraftText:
    """The outline of a draft, changed in memory and then written at once."""

    def __init__(self, work: UnitOfWork, version: RuleVersion) -> None:
        self._work = work
        self._version = version
        self._lines: dict[str, Line] = {}
        self._children: dict[str | None, list[str]] = defaultdict(list)
        self._gone: list[RevisionRow] = []
        self._made: dict[str, ProvisionRevision] = {}
        self._reworded: dict[str, Mapping[str, str]] = {}
        for row in list_revisions(work, document_id=version.document_id, number=version.number):
            self._lines[row.eid] = Line(row.eid, row.kind, row.parent, row.label, row.ordinal, row)
            self._children[row.parent].append(row.eid)

    @property
    def index(self) -> ProvisionIndex:
        """The outline as it stands now."""
        order = (self._lines[eid] for eid, _ in self._walk(None, 0))
        return ProvisionIndex(
            PlacedProvision(line.eid, line.kind, line.label, line.parent) for line in order
        )

    def line(self, eid: str) -> Line:
        """Return a provision of the draft.

        Raises:
            NotThere: if it does not stand in the text.
        """
        if eid not in self._lines:
            raise NotThere(eid)
        return self._lines[eid]

    def name(self, eid: str) -> str:
        """Return what a provision is called in a sentence."""
        self.line(eid)
        return self.index.name(eid) or eid

    def children(self, eid: str | None) -> Sequence[str]:
        """Return what stands directly in a provision."""
        return tuple(self._children.get(eid, ()))

    def family(self, eid: str) -> list[str]:
        """Return a provision and everything in it."""
        self.line(eid)
        return [eid, *(each for each, _ in self._walk(eid, 0))]

    def add(self, line: Line, *, parent: str | None, place: int) -> None:
        """Let a provision stand at a place among the children of another."""
        self._require_room_for(line.kind, line.label or line.eid, parent)
        self._lines[line.eid] = replace(line, parent=parent, ordinal=None)
        self._children[parent].insert(place, line.eid)

    def put(self, eid: str, *, parent: str | None, place: int) -> None:
        """Move a provision, with everything in it, to a place among the children of another.

        Raises:
            InsideItself, CannotStandThere: if it cannot stand there.
        """
        line, family = self.line(eid), self.family(eid)
        if parent in family:
            raise InsideItself(self.name(eid))
        self._require_room_for(line.kind, self.name(eid), parent)
        here = self._children[line.parent]
        was = here.index(eid)
        if line.parent == parent and place in (was, was + 1):
            return
        here.remove(eid)
        self._children[parent].insert(
            place - 1 if line.parent == parent and was < place else place, eid
        )
        for each in family:
            self._lines[each] = replace(self._lines[each], ordinal=None)
        self._lines[eid] = replace(self._lines[eid], parent=parent)

    def remove(self, eid: str) -> None:
        """End a provision and everything in it with this version."""
        family = self.family(eid)
        self._children[self._lines[eid].parent].remove(eid)
        for each in family:
            stored = self._lines.pop(each).stored
            self._children.pop(each, None)
            if stored is not None:
                self._gone.append(stored)

    def relabel(self, labels: Mapping[str, str]) -> None:
        """Give provisions other numbers."""
        for eid, label in labels.items():
            self._lines[eid] = replace(self.line(eid), label=label)

    def reword(self, eid: str, texts: Mapping[str, str]) -> None:
        """Give a provision other words in some languages.

        A translation that kept pace with its original keeps it: both change together.
        """
        self.line(eid)
        self._reworded[eid] = texts

    def place_of(self, eid: str) -> tuple[str | None, int]:
        """Return in what a provision stands, and at which place there."""
        parent = self.line(eid).parent
        return parent, self._children[parent].index(eid)

    def write(self) -> None:
        """Write every line that is not as the workspace holds it."""
        order = list(self._walk(None, 0))
        self._spread([eid for eid, _ in order])
        self._end(self._gone)
        moved = [(self._lines[eid], depth) for eid, depth in order]
        changed = [
            (line, depth)
            for line, depth in moved
            if line.eid in self._reworded or _is_changed(line, depth)
        ]
        followed = [(line, depth) for line, depth in changed if not self._update(line, depth)]
        self._work.flush()  # a provision stands in one place at a time: closed before opened
        for line, depth in followed:
            self._made[line.eid] = self._open(line, depth)
        self._work.flush()  # the texts need the numbers that the revisions are given
        self._copy_texts([line for line, _ in followed if line.stored is not None])
        self._reword_own(line for line, _ in changed if line.eid not in self._made)

    def _open(self, line: Line, depth: int) -> ProvisionRevision:
        provision_id = line.stored.provision_id if line.stored is not None else None
        if provision_id is None:
            provision_id = self._provision(line)
        assert line.ordinal is not None
        return self._work.add(
            ProvisionRevision(
                document_id=self._version.document_id,
                provision_id=provision_id,
                v_from=self._version.number,
                parent_eid=line.parent,
                ordinal=line.ordinal,
                depth=depth,
                label=line.label,
            )
        )

    def _provision(self, line: Line) -> int:
        document_id = self._version.document_id
        there = self._work.first(Provision, document_id=document_id, eid=line.eid)
        made = there or self._work.add(
            Provision(document_id=document_id, eid=line.eid, kind=line.kind)
        )
        self._work.flush()
        assert made.id is not None
        return made.id

    def _update(self, line: Line, depth: int) -> bool:
        """Bring a revision of this draft up to date; say whether it is one."""
        stored = line.stored
        if stored is None:
            return False
        revision = self._work.get(ProvisionRevision, stored.revision_id)
        if stored.v_from != self._version.number:
            revision.v_to = self._version.number
            return False
        assert line.ordinal is not None
        revision.parent_eid, revision.depth = line.parent, depth
        revision.ordinal, revision.label = line.ordinal, line.label
        return True

    def _end(self, rows: Iterable[RevisionRow]) -> None:
        for row in rows:
            revision = self._work.get(ProvisionRevision, row.revision_id)
            if row.v_from != self._version.number:
                revision.v_to = self._version.number
                continue
            for text in self._work.find(ProvisionText, revision_id=row.revision_id):
                self._work.delete(text)
            self._work.delete(revision)
            stood = self._work.first(ProvisionRevision, provision_id=row.provision_id)
            if stood is None:  # it came with this draft and goes with it
                self._work.delete(self._work.get(Provision, row.provision_id))

    def _copy_texts(self, lines: Sequence[Line]) -> None:
        """Let what stayed as it was be said by the new revisions too."""
        rows = {line.stored.revision_id: line for line in lines if line.stored is not None}
        for revision_id, said in list_wordings(self._work, revision_ids=rows).items():
            made = self._made[rows[revision_id].eid]
            assert made.id is not None
            for wording in reworded(said, self._reworded.get(rows[revision_id].eid, {})):
                self._work.add(
                    ProvisionText(
                        revision_id=made.id,
                        language=wording.language,
                        status=TextStatus(wording.status),
                        heading=wording.heading,
                        text=wording.text,
                        sha256=wording.sha256,
                        source_sha256=wording.source_sha256,
                    )
                )
        self._work.flush()

    def _reword_own(self, lines: Iterable[Line]) -> None:
        """Let revisions that this draft has made already say something else."""
        own = {
            line.stored.revision_id: line.eid
            for line in lines
            if line.stored is not None and line.eid in self._reworded
        }
        for revision_id, said in list_wordings(self._work, revision_ids=own).items():
            for wording in reworded(said, self._reworded[own[revision_id]]):
                record = self._work.get(ProvisionText, wording.text_id)
                record.text, record.sha256 = wording.text, wording.sha256
                record.source_sha256 = wording.source_sha256
        self._work.flush()

    def _require_room_for(self, kind: ProvisionKind, name: str, parent: str | None) -> None:
        if parent is None:
            return
        above = self.line(parent).kind
        nests = kind is above is ProvisionKind.SUBITEM
        if RANKS[above] >= RANKS[kind] and not nests:
            raise CannotStandThere(name, self.name(parent))

    def _walk(self, parent: str | None, depth: int) -> Iterator[tuple[str, int]]:
        for eid in self._children.get(parent, ()):
            yield eid, depth
            yield from self._walk(eid, depth + 1)

    def _spread(self, order: list[str]) -> None:
        """Give what came or moved a place in the order, near to what it follows."""
        begin = 0
        while begin < len(order):
            if self._lines[order[begin]].ordinal is not None:
                begin += 1
                continue
            end = begin
            while end < len(order) and self._lines[order[end]].ordinal is None:
                end += 1
            begin = self._fill(order, begin, end)

    def _fill(self, order: list[str], begin: int, end: int) -> int:
        """Give places from ``begin`` to ``end``; others of this draft make room if they must."""
        while True:
            low = (self._lines[order[begin - 1]].ordinal or 0) if begin else 0
            following = self._lines[order[end]].ordinal if end < len(order) else None
            room = GAP * (end - begin + 1) if following is None else following - low
            step = room // (end - begin + 1)
            if step >= 1:
                break
            if end < len(order) and self._can_make_room(order[end]):
                end += 1
                while end < len(order) and self._lines[order[end]].ordinal is None:
                    end += 1
            elif begin and self._can_make_room(order[begin - 1]):
                begin -= 1
            else:
                raise NoRoom(self.name(order[begin]))
        step = min(step, _NEAR) if following is not None else step
        for number, eid in enumerate(order[begin:end], 1):
            self._lines[eid] = replace(self._lines[eid], ordinal=low + step * number)
        return end

    def _can_make_room(self, eid: str) -> bool:
        stored = self._lines[eid].stored
        return stored is None or stored.v_from == self._version.number


def reworded(said: Mapping[str, WordingRow], texts: Mapping[str, str]) -> tuple[WordingRow, ...]:
    """Return wordings with other words in some languages, translations in step with them."""
    if not texts:
        return tuple(said.values())
    tags = [tag for tag in sorted(said) if said[tag].status == TextStatus.AUTHENTIC.value]
    old = said[tags[0]].sha256 if tags else None
    made = []
    for tag, wording in said.items():
        text = texts.get(tag, wording.text)
        source = wording.source_sha256
        if tags and source is not None and source == old:
            source = text_hash(texts.get(tags[0], said[tags[0]].text))
        made.append(replace(wording, text=text, sha256=text_hash(text), source_sha256=source))
    return tuple(made)


def _is_changed(line: Line, depth: int) -> bool:
    stored = line.stored
    if stored is None:
        return True
    held = (stored.parent, stored.depth, stored.ordinal, stored.label)
    return held != (line.parent, depth, line.ordinal, line.label)
