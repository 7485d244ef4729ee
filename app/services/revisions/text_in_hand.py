"""The text of a draft while it is being changed: in memory first, then written all at once."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.domain.decision import TextStatus
from app.domain.errors import Mistake
from app.domain.rules import Provision, ProvisionKind, ProvisionRevision, RuleVersion
from app.services.revisions.refusals import BelowItself, NoRoom, StandsAlready, UnknownProvision
from app.services.revisions.wording import (
    GAP,
    Place,
    Wording,
    Wordings,
    add_texts,
    delete_revisions,
    open_revision,
    source_of,
    texts_of,
    wordings_around,
)
from app.store.unit_of_work import UnitOfWork
from app.texts.provision_draft import ProvisionChange, walk

_TOGETHER = 200


@dataclass
class Standing:
    """A provision as it stands in the text in hand.

    Attributes:
        ordinal: ``None`` where it came or moved and has no place in the order yet.
    """

    eid: str
    kind: ProvisionKind
    parent: str | None
    label: str
    wordings: Wordings
    ordinal: int | None = None
    depth: int = 0
    stored: ProvisionRevision | None = None
    stored_wordings: Wordings = field(default_factory=dict)

    def is_changed(self) -> bool:
        """Say whether it is not what the workspace holds."""
        stored = self.stored
        if stored is None or self.wordings != self.stored_wordings:
            return True
        held = (stored.parent_eid, stored.ordinal, stored.depth, stored.label)
        return held != (self.parent, self.ordinal, self.depth, self.label)


class TextInHand:
    """Makes changes to the text that stands, and writes what came of them as a draft."""

    def __init__(self, work: UnitOfWork, version: RuleVersion) -> None:
        self._work = work
        self._version = version
        found = work.find(Provision, document_id=version.document_id)
        self._provisions = {provision.eid: provision for provision in found}
        self._standing: dict[str, Standing] = {}
        self._children: dict[str | None, list[str]] = defaultdict(list)
        self._gone: list[ProvisionRevision] = []
        self._read({provision.id: provision for provision in found})

    def insert(self, change: ProvisionChange, statuses: Mapping[str, TextStatus]) -> None:
        """Insert a provision, with everything below it, after another or first below a parent."""
        if change.provision is None:
            raise Mistake(f"the insertion of {change.eid} brings no provision")
        parent, place = self._anchor(change)
        for draft, above, depth in walk((change.provision,), parent=parent):
            if draft.eid in self._standing:
                raise StandsAlready(draft.eid)
            self._standing[draft.eid] = Standing(
                draft.eid, draft.kind, above, draft.label, texts_of(draft, statuses)
            )
            if depth:
                self._children[above].append(draft.eid)
            else:
                self._children[parent].insert(place, draft.eid)

    def replace(self, change: ProvisionChange, statuses: Mapping[str, TextStatus]) -> None:
        """Give a provision new wording; a language or a heading that is not named stays."""
        standing = self._require(change.eid)
        wordings = dict(standing.wordings)
        changed = texts_of(change, statuses)
        for language, wording in changed.items():
            had = standing.wordings.get(language, Wording("", "", wording.status))
            wordings[language] = replace(
                wording,
                heading=change.headings.get(language, had.heading),
                text=change.texts.get(language, had.text),
                source_sha256=None,
            )
        for language in changed:
            source = source_of(wordings, language)
            wordings[language] = replace(wordings[language], source_sha256=source)
        standing.wordings = wordings
        self._relabel(standing, change.label)

    def renumber(self, change: ProvisionChange) -> None:
        """Give a provision another number."""
        self._relabel(self._require(change.eid), change.label)

    def repeal(self, change: ProvisionChange) -> None:
        """End a provision and everything below it with this version."""
        self._children[self._require(change.eid).parent].remove(change.eid)
        for eid in list(self._family(change.eid)):
            stored = self._standing.pop(eid).stored
            self._children.pop(eid, None)
            if stored is not None:
                self._gone.append(stored)

    def move(self, change: ProvisionChange) -> None:
        """Put a provision, with everything below it, elsewhere."""
        standing = self._require(change.eid)
        family = set(self._family(change.eid))
        if change.after in family or change.parent in family:
            raise BelowItself(change.eid)
        for anchor in (change.after, change.parent):
            if anchor is not None:
                self._require(anchor)
        self._children[standing.parent].remove(change.eid)
        parent, place = self._anchor(change)
        self._children[parent].insert(place, change.eid)
        standing.parent = parent
        for eid in family:
            self._standing[eid].ordinal = None
        self._relabel(standing, change.label)

    def write(self, told: Callable[[int], None] = lambda _done: None) -> None:
        """Close the revisions that ended, and open those that came; ``told`` hears how many."""
        order = [self._standing[eid] for eid in self._walk(None, 0)]
        self._give_places(order)
        changed = [each for each in order if each.is_changed()]
        self._close([*self._gone, *(each.stored for each in changed if each.stored is not None)])
        for each in changed:
            self._provisions.setdefault(each.eid, self._provision(each))
        self._work.flush()  # a provision stands in one place at a time: closed before it is opened
        for begin in range(0, len(changed), _TOGETHER):
            told(begin)
            opened = [(self._open(each), each) for each in changed[begin : begin + _TOGETHER]]
            self._work.flush()  # the texts need the numbers that the revisions are given
            for revision, each in opened:
                add_texts(self._work, revision=revision, texts=each.wordings)

    def _read(self, provisions: Mapping[int | None, Provision]) -> None:
        version = self._version
        wordings = wordings_around(
            self._work, document_id=version.document_id, number=version.number
        )
        revisions = self._work.find(ProvisionRevision, document_id=version.document_id, v_to=None)
        for revision in sorted(revisions, key=lambda each: each.ordinal):
            provision = provisions[revision.provision_id]
            said = wordings.get(revision.id or 0, {})
            self._standing[provision.eid] = Standing(
                provision.eid,
                provision.kind,
                revision.parent_eid,
                revision.label,
                said,
                ordinal=revision.ordinal,
                depth=revision.depth,
                stored=revision,
                stored_wordings=said,
            )
            self._children[revision.parent_eid].append(provision.eid)

    def _provision(self, standing: Standing) -> Provision:
        there = self._provisions.get(standing.eid)
        if there is not None:
            return there
        return self._work.add(
            Provision(document_id=self._version.document_id, eid=standing.eid, kind=standing.kind)
        )

    def _open(self, standing: Standing) -> ProvisionRevision:
        assert standing.ordinal is not None
        return open_revision(
            self._work,
            version=self._version,
            provision=self._provisions[standing.eid],
            place=Place(standing.parent, standing.depth, standing.ordinal),
            label=standing.label,
        )

    def _close(self, revisions: list[ProvisionRevision]) -> None:
        made_here = [each for each in revisions if each.v_from == self._version.number]
        delete_revisions(self._work, made_here)  # they never stood
        for revision in revisions:
            if revision.v_from != self._version.number:
                revision.v_to = self._version.number

    def _give_places(self, order: list[Standing]) -> None:
        """Spread what came or moved evenly between the neighbours that stay."""
        begin = 0
        while begin < len(order):
            if order[begin].ordinal is not None:
                begin += 1
                continue
            end = begin
            while end < len(order) and order[end].ordinal is None:
                end += 1
            self._spread(order, begin, end)
            begin = end

    def _spread(self, order: list[Standing], begin: int, end: int) -> None:
        """Give places from ``begin`` to ``end``; others of this draft make room if they must."""
        while True:
            low = (order[begin - 1].ordinal or 0) if begin else 0
            count = end - begin
            following = order[end].ordinal if end < len(order) else None
            high = low + GAP * (count + 1) if following is None else following
            step = (high - low) // (count + 1)
            if step >= 1:
                break
            if end < len(order) and self._is_of_this_draft(order[end]):
                end += 1
                while end < len(order) and order[end].ordinal is None:
                    end += 1
            elif begin and self._is_of_this_draft(order[begin - 1]):
                begin -= 1
            else:
                raise NoRoom(order[begin - 1].eid if begin else order[begin].eid)
        for number, each in enumerate(order[begin:end], 1):
            each.ordinal = low + step * number

    def _is_of_this_draft(self, standing: Standing) -> bool:
        stored = standing.stored
        return stored is None or stored.v_from == self._version.number

    def _walk(self, parent: str | None, depth: int) -> Iterator[str]:
        for eid in self._children.get(parent, ()):
            self._standing[eid].depth = depth
            yield eid
            yield from self._walk(eid, depth + 1)

    def _family(self, eid: str) -> Iterator[str]:
        yield eid
        for child in self._children.get(eid, ()):
            yield from self._family(child)

    def _anchor(self, change: ProvisionChange) -> tuple[str | None, int]:
        """Return the parent, and the place among its children."""
        if change.after is not None:
            parent = self._require(change.after).parent
            return parent, self._children[parent].index(change.after) + 1
        if change.parent is not None:
            self._require(change.parent)
        return change.parent, 0

    def _relabel(self, standing: Standing, label: str | None) -> None:
        if label is not None:
            standing.label = label

    def _require(self, eid: str) -> Standing:
        if eid not in self._standing:
            raise UnknownProvision(eid)
        return self._standing[eid]
