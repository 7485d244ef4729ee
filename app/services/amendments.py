"""How a draft changes the rules: revisions are closed and opened, and identities are kept.

What a decision changed is computed from the revisions when the version is adopted, never taken
from what somebody declared: declared change notes leave changes out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from app.domain.decision import TextStatus
from app.domain.errors import Misfortune, Mistake
from app.domain.rules import (
    Amendment,
    AmendmentKind,
    Provision,
    ProvisionRevision,
    ProvisionText,
    RuleVersion,
)
from app.domain.sealing import text_hash
from app.store.unit_of_work import UnitOfWork
from app.texts.provision_draft import ChangeKind, ProvisionChange, ProvisionDraft, walk

GAP = 1 << 40
"""The distance between neighbours at first, so that many more fit between them later."""


class UnknownProvision(Misfortune):
    """A change names a provision that does not stand in the text."""

    def __init__(self, eid: str) -> None:
        super().__init__(
            f"The text in hand has no provision “{eid}”.",
            "It may have been repealed or not yet inserted; look at the text as it stands.",
        )
        self.eid = eid


class BelowItself(Misfortune):
    """A provision was to be put below or after itself or one of its own."""

    def __init__(self, eid: str) -> None:
        super().__init__(
            f"The provision “{eid}” cannot be put below or after itself.",
            "Choose a place outside of it.",
        )
        self.eid = eid


class NoRoom(Misfortune):
    """So much was inserted in one place that the order of provisions has no room left."""

    def __init__(self, eid: str) -> None:
        super().__init__(
            f"There is no room left for more provisions after “{eid}”.",
            "Adopt this draft first and insert the rest in the next one.",
        )


@dataclass(frozen=True)
class Place:
    """Where a provision stands: below which, how deep, and where in the order of the text."""

    parent: str | None
    depth: int
    ordinal: int


@dataclass(frozen=True)
class Wording:
    """A heading and text in one language, with its authority."""

    heading: str
    text: str
    status: TextStatus
    source_sha256: str | None = None


def texts_of(
    draft: ProvisionDraft | ProvisionChange, statuses: Mapping[str, TextStatus]
) -> dict[str, Wording]:
    """Return the wording of a draft per language; translations note what they translate."""
    languages = {*draft.headings, *draft.texts}
    authentic = [tag for tag in sorted(languages) if statuses.get(tag) is TextStatus.AUTHENTIC]
    source = text_hash(draft.texts.get(authentic[0], "")) if authentic else None
    return {
        language: Wording(
            heading=draft.headings.get(language, ""),
            text=draft.texts.get(language, ""),
            status=statuses.get(language, TextStatus.WORKING),
            source_sha256=None if language in authentic else source,
        )
        for language in sorted(languages)
    }


def write_revision(
    work: UnitOfWork,
    *,
    version: RuleVersion,
    provision: Provision,
    place: Place,
    label: str,
    texts: Mapping[str, Wording],
) -> ProvisionRevision:
    """Open a revision of a provision from this version on, with its texts."""
    revision = open_revision(work, version=version, provision=provision, place=place, label=label)
    work.flush()  # the texts need the number that the revision is given
    add_texts(work, revision=revision, texts=texts)
    return revision


def open_revision(
    work: UnitOfWork, *, version: RuleVersion, provision: Provision, place: Place, label: str
) -> ProvisionRevision:
    """Open a revision, which is given its number with the next flush."""
    return work.add(
        ProvisionRevision(
            document_id=version.document_id,
            provision_id=_number(provision.id),
            v_from=version.number,
            parent_eid=place.parent,
            ordinal=place.ordinal,
            depth=place.depth,
            label=label,
        )
    )


def add_texts(
    work: UnitOfWork, *, revision: ProvisionRevision, texts: Mapping[str, Wording]
) -> None:
    """Add the texts of a revision that has its number."""
    for language, wording in texts.items():
        work.add(
            ProvisionText(
                revision_id=_number(revision.id),
                language=language,
                status=wording.status,
                heading=wording.heading,
                text=wording.text,
                sha256=text_hash(wording.text),
                source_sha256=wording.source_sha256,
            )
        )


def apply(
    work: UnitOfWork,
    *,
    version: RuleVersion,
    changes: Sequence[ProvisionChange],
    statuses: Mapping[str, TextStatus],
) -> None:
    """Make every change, in order, in the draft ``version``.

    Raises:
        UnknownProvision: if a change names a provision that does not stand in the text.
        BelowItself: if a provision is to be put below itself.
        NoRoom: if too much is inserted in one place.
    """
    text = _TextInHand.of(work, version)
    makers: dict[ChangeKind, Callable[[_TextInHand, ProvisionChange], None]] = {
        ChangeKind.INSERT: lambda text, change: text.insert(change, statuses),
        ChangeKind.REPLACE: lambda text, change: text.replace(change, statuses),
        ChangeKind.REPEAL: lambda text, change: text.repeal(change.eid),
        ChangeKind.RENUMBER: lambda text, change: text.revise(change.eid, label=change.label),
        ChangeKind.MOVE: lambda text, change: text.move(change),
    }
    for change in changes:
        makers[change.kind](text, change)


def take_back(work: UnitOfWork, *, version: RuleVersion) -> None:
    """Undo everything that a draft did; a provision that stood in no other version goes."""
    revisions = work.find(ProvisionRevision, document_id=version.document_id)
    drafted = [row for row in revisions if row.v_from == version.number]
    for revision in drafted:
        _delete(work, revision)
    work.flush()  # a provision stands in one place at a time: close before opening again
    for revision in revisions:
        if revision.v_to == version.number:
            revision.v_to = None
    stood = {row.provision_id for row in revisions if row.v_from != version.number}
    for key in {row.provision_id for row in drafted} - stood:
        work.delete(work.get(Provision, key))


def record(work: UnitOfWork, *, version: RuleVersion, decision_id: UUID) -> None:
    """Record what a version changes in the one before, provision by provision.

    The first version changes nothing: the decision adopts it whole.
    """
    if version.number == 1:
        return
    revisions = work.find(ProvisionRevision, document_id=version.document_id)
    opened = {row.provision_id: row for row in revisions if row.v_from == version.number}
    closed = {row.provision_id: row for row in revisions if row.v_to == version.number}
    for provision_id in sorted({*opened, *closed}):
        before, after = closed.get(provision_id), opened.get(provision_id)
        for kind in _kinds(work, before, after):
            work.add(
                Amendment(
                    decision_id=decision_id,
                    version_id=version.id,
                    provision_id=provision_id,
                    kind=kind,
                    instruction=_instruction(before, after),
                )
            )


def _number(key: int | None) -> int:
    if key is None:
        raise Mistake("a record is referred to before it was given its number")
    return key


def _kinds(
    work: UnitOfWork, before: ProvisionRevision | None, after: ProvisionRevision | None
) -> list[AmendmentKind]:
    if before is None:
        return [AmendmentKind.INSERT]
    if after is None:
        return [AmendmentKind.REPEAL]
    kinds = []
    if _wordings(work, before) != _wordings(work, after):
        kinds.append(AmendmentKind.REPLACE)
    if before.label != after.label:
        kinds.append(AmendmentKind.RENUMBER)
    if (before.parent_eid, before.ordinal) != (after.parent_eid, after.ordinal):
        kinds.append(AmendmentKind.MOVE)
    return kinds


def _instruction(
    before: ProvisionRevision | None, after: ProvisionRevision | None
) -> dict[str, str]:
    labels = {"label_before": before, "label_after": after}
    return {key: revision.label for key, revision in labels.items() if revision is not None}


def _delete(work: UnitOfWork, revision: ProvisionRevision) -> None:
    for text in work.find(ProvisionText, revision_id=revision.id):
        work.delete(text)
    work.delete(revision)


def _source_of(wordings: Mapping[str, Wording], language: str) -> str | None:
    """Return the hash of the authentic text that a wording translates, if it does."""
    authentic = [tag for tag in sorted(wordings) if wordings[tag].status is TextStatus.AUTHENTIC]
    if not authentic or language in authentic:
        return None
    return text_hash(wordings[authentic[0]].text)


def _wordings(work: UnitOfWork, revision: ProvisionRevision) -> dict[str, Wording]:
    texts = work.find(ProvisionText, revision_id=revision.id)
    return {
        text.language: Wording(text.heading, text.text, text.status, text.source_sha256)
        for text in sorted(texts, key=lambda text: text.correction)
    }


@dataclass
class _TextInHand:
    """The text of a draft while it is being changed, in reading order."""

    work: UnitOfWork
    version: RuleVersion
    provisions: dict[str, Provision] = field(default_factory=dict)
    standing: dict[str, ProvisionRevision] = field(default_factory=dict)

    @classmethod
    def of(cls, work: UnitOfWork, version: RuleVersion) -> "_TextInHand":
        provisions = work.find(Provision, document_id=version.document_id)
        eids = {provision.id: provision.eid for provision in provisions}
        revisions = work.find(ProvisionRevision, document_id=version.document_id, v_to=None)
        return cls(
            work=work,
            version=version,
            provisions={provision.eid: provision for provision in provisions},
            standing={eids[revision.provision_id]: revision for revision in revisions},
        )

    def insert(self, change: ProvisionChange, statuses: Mapping[str, TextStatus]) -> None:
        """Insert a provision, with everything below it, after another or first below a parent."""
        if change.provision is None:
            raise Mistake(f"the insertion of {change.eid} brings no provision")
        parent, depth, left = self._anchor(change)
        placed = list(walk((change.provision,), parent=parent, depth=depth))
        ordinals = self._between(left, len(placed), change.eid)
        for (draft, above, deep), ordinal in zip(placed, ordinals, strict=True):
            provision = self.provisions.get(draft.eid) or self.work.add(
                Provision(document_id=self.version.document_id, eid=draft.eid, kind=draft.kind)
            )
            self.work.flush()
            self.provisions[draft.eid] = provision
            self.standing[draft.eid] = write_revision(
                self.work,
                version=self.version,
                provision=provision,
                place=Place(above, deep, ordinal),
                label=draft.label,
                texts=texts_of(draft, statuses),
            )

    def replace(self, change: ProvisionChange, statuses: Mapping[str, TextStatus]) -> None:
        """Give a provision new wording; a language or a heading that is not named stays."""
        before = _wordings(self.work, self._require(change.eid))
        texts = {}
        for language, wording in texts_of(change, statuses).items():
            had = before.get(language, Wording("", "", wording.status))
            texts[language] = replace(
                wording,
                heading=change.headings.get(language, had.heading),
                text=change.texts.get(language, had.text),
            )
        self.revise(change.eid, label=change.label, texts=texts)

    def repeal(self, eid: str) -> None:
        """End a provision and everything below it with this version."""
        for gone in [eid, *self._below(eid)]:
            self._close(gone)
            del self.standing[gone]

    def move(self, change: ProvisionChange) -> None:
        """Put a provision, with everything below it, elsewhere."""
        family = [change.eid, *self._below(change.eid)]
        if change.after in family or change.parent in family:
            raise BelowItself(change.eid)
        depth_before = self._require(change.eid).depth
        parent, depth, left = self._anchor(change)
        ordinals = self._between(left, len(family), change.eid)
        for eid, ordinal in zip(family, ordinals, strict=True):
            here = self.standing[eid]
            first = eid == change.eid
            place = Place(
                parent if first else here.parent_eid, here.depth - depth_before + depth, ordinal
            )
            self.revise(eid, place=place, label=change.label if first else None)

    def revise(
        self,
        eid: str,
        *,
        place: Place | None = None,
        label: str | None = None,
        texts: Mapping[str, Wording] | None = None,
    ) -> None:
        """Close a provision's revision and open the next, changed only where told."""
        old = self._require(eid)
        wordings = _wordings(self.work, old)
        for language, wording in (texts or {}).items():
            wordings[language] = replace(wording, source_sha256=None)
        for language in texts or {}:
            source = _source_of(wordings, language)
            wordings[language] = replace(wordings[language], source_sha256=source)
        self._close(eid)
        self.standing[eid] = write_revision(
            self.work,
            version=self.version,
            provision=self.provisions[eid],
            place=place or Place(old.parent_eid, old.depth, old.ordinal),
            label=old.label if label is None else label,
            texts=wordings,
        )

    def _close(self, eid: str) -> None:
        revision = self._require(eid)
        if revision.v_from == self.version.number:  # made in this same draft: it never stood
            _delete(self.work, revision)
        else:
            revision.v_to = self.version.number
        self.work.flush()

    def _require(self, eid: str) -> ProvisionRevision:
        if eid not in self.standing:
            raise UnknownProvision(eid)
        return self.standing[eid]

    def _below(self, eid: str) -> list[str]:
        """Return the provisions below one, in reading order."""
        self._require(eid)
        family = {eid}
        below = []
        for other, revision in sorted(self.standing.items(), key=lambda pair: pair[1].ordinal):
            if revision.parent_eid in family:
                family.add(other)
                below.append(other)
        return below

    def _anchor(self, change: ProvisionChange) -> tuple[str | None, int, str | None]:
        """Return the parent, the depth, and the provision that stands just before the place."""
        if change.after is not None:
            neighbour = self._require(change.after)
            last = [change.after, *self._below(change.after)][-1]
            return neighbour.parent_eid, neighbour.depth, last
        if change.parent is not None:
            return change.parent, self._require(change.parent).depth + 1, change.parent
        return None, 0, None

    def _between(self, left: str | None, count: int, eid: str) -> list[int]:
        """Return ``count`` ordinals, evenly spaced, between ``left`` and what follows it."""
        low = self.standing[left].ordinal if left else 0
        following = [row.ordinal for row in self.standing.values() if row.ordinal > low]
        high = min(following, default=low + GAP * (count + 1))
        step = (high - low) // (count + 1)
        if step < 1:
            raise NoRoom(left or eid)
        return [low + step * number for number in range(1, count + 1)]
