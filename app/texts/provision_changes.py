"""Works out which changes lead from one text of rules to the next, provision by provision."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.texts.alignment import heaviest_chain
from app.texts.provision_draft import ChangeKind, ProvisionChange, ProvisionDraft, walk


def changes_between(
    before: tuple[ProvisionDraft, ...], after: tuple[ProvisionDraft, ...]
) -> tuple[ProvisionChange, ...]:
    """Return the changes that make ``before`` into ``after``, in the order to make them in.

    As few provisions move as possible: of those that changed places with others, the lighter.
    Languages that ``after`` does not have keep their texts.
    """
    return tuple(_Making(before, after).changes())


@dataclass
class _Making:
    """The text while it is being changed: the children of each provision, in order."""

    before: tuple[ProvisionDraft, ...]
    after: tuple[ProvisionDraft, ...]
    _old: dict[str, ProvisionDraft] = field(default_factory=dict)
    _children: dict[str | None, list[str]] = field(default_factory=dict)
    _parents: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for provision, parent, _ in walk(self.before):
            self._old[provision.eid] = provision
            self._children.setdefault(parent, []).append(provision.eid)
            self._parents[provision.eid] = parent

    def changes(self) -> Iterator[ProvisionChange]:
        kept = {provision.eid for provision, _, _ in walk(self.after)}
        yield from self._arrange(None, self.after, kept)
        for provision, parent, _ in walk(self.before):
            if provision.eid not in kept and (parent is None or parent in kept):
                yield ProvisionChange(ChangeKind.REPEAL, provision.eid)

    def _arrange(
        self, parent: str | None, wanted: tuple[ProvisionDraft, ...], kept: set[str]
    ) -> Iterator[ProvisionChange]:
        """Put the children of a provision in place, then those below each of them."""
        staying = self._staying(parent, wanted)
        last: str | None = None
        for provision in wanted:
            if provision.eid not in self._parents:
                yield self._insert(provision, parent, last)
            elif provision.eid not in staying:
                yield self._move(provision, parent, last)
            if provision.eid in self._old:
                yield from self._reworded(provision, moved=provision.eid not in staying)
            last = provision.eid
        for provision in wanted:
            yield from self._arrange(provision.eid, provision.children, kept)

    def _staying(self, parent: str | None, wanted: tuple[ProvisionDraft, ...]) -> frozenset[str]:
        """Return the children that keep their order, so that the others move past them."""
        places = {eid: place for place, eid in enumerate(self._children.get(parent, ()))}
        here = [(places[each.eid], at) for at, each in enumerate(wanted) if each.eid in places]
        here.sort()
        weights = [1 + _weight(wanted[at]) for _, at in here]
        chain = heaviest_chain(here, weights=weights)
        return frozenset(wanted[at].eid for _, at in chain)

    def _insert(
        self, provision: ProvisionDraft, parent: str | None, after: str | None
    ) -> ProvisionChange:
        self._put(provision.eid, parent, after)
        return ProvisionChange(
            ChangeKind.INSERT,
            provision.eid,
            after=after,
            parent=None if after else parent,
            provision=replace(provision, children=()),
        )

    def _move(
        self, provision: ProvisionDraft, parent: str | None, after: str | None
    ) -> ProvisionChange:
        self._children[self._parents[provision.eid]].remove(provision.eid)
        self._put(provision.eid, parent, after)
        return ProvisionChange(
            ChangeKind.MOVE,
            provision.eid,
            after=after,
            parent=None if after else parent,
            label=_if_other(provision.label, self._old[provision.eid].label),
        )

    def _put(self, eid: str, parent: str | None, after: str | None) -> None:
        siblings = self._children.setdefault(parent, [])
        siblings.insert(siblings.index(after) + 1 if after else 0, eid)
        self._parents[eid] = parent

    def _reworded(self, provision: ProvisionDraft, *, moved: bool) -> Iterator[ProvisionChange]:
        old = self._old[provision.eid]
        headings = _differing(old.headings, provision.headings)
        texts = _differing(old.texts, provision.texts)
        label = None if moved else _if_other(provision.label, old.label)
        if headings or texts:
            yield ProvisionChange(
                ChangeKind.REPLACE, provision.eid, label=label, headings=headings, texts=texts
            )
        elif label is not None:
            yield ProvisionChange(ChangeKind.RENUMBER, provision.eid, label=label)


def _differing(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    return {language: words for language, words in new.items() if old.get(language, "") != words}


def _if_other(label: str, before: str) -> str | None:
    return label if label != before else None


def _weight(provision: ProvisionDraft) -> int:
    return sum(len(words) for each, _, _ in walk((provision,)) for words in each.texts.values())
