"""Lays a text in a further language beside a version: the same provision by the same number."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from app.domain.decision import TextStatus
from app.domain.errors import Misfortune
from app.domain.rules import Provision, ProvisionRevision, ProvisionText, RuleVersion
from app.domain.sealing import text_hash
from app.services.following_texts import read_drafts
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.texts.language_agreement import Warned, Wording, compare_wordings
from app.texts.provision_draft import ProvisionDraft, walk
from app.texts.reading.label_values import value_of


class NotAligned(Misfortune):
    """A text in another language has provisions for which the version has no place."""

    def __init__(self, names: tuple[str, ...], label: str) -> None:
        shown = ", ".join(f"“{name}”" for name in names[:5]) + (" …" if len(names) > 5 else "")
        super().__init__(
            f"Version {label} has no provision that corresponds to {shown}.",
            "Put the tree right: join, lift or lower what was read as a provision of its own.",
            field="rows",
        )


class LanguageThere(Misfortune):
    """A version has a text in that language already."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"Version {label} has a text in this language already.",
            "Choose another language or another version.",
            field="language",
        )


@dataclass(frozen=True)
class AlignmentWarning:
    """Where the two languages of a provision differ; ``place`` counts the rows that came."""

    eid: str
    label: str
    place: int | None
    warned: Warned


@dataclass(frozen=True)
class Alignment:
    """Which provision each one that came is.

    Attributes:
        pairs: The identity in the version, and what came for it.
        strangers: The names of those for which there is no place.
        warnings: Where the two languages differ.
    """

    pairs: tuple[tuple[str, ProvisionDraft], ...]
    strangers: tuple[str, ...]
    warnings: tuple[AlignmentWarning, ...]


def align(
    reader: Reader, *, document_id: UUID, number: int, drafts: tuple[ProvisionDraft, ...]
) -> Alignment:
    """Return which provision of a version each draft is, by the numbers that both print now."""
    standing = read_drafts(reader, document_id=document_id, number=number)
    ours = dict(_numbered(standing))
    theirs = list(_numbered(drafts))
    places = {each.eid: place for place, (each, _, _) in enumerate(walk(drafts))}
    pairs, strangers, found = [], [], {}
    for key, draft in theirs:
        there = ours.get(key)
        if there is None or there.eid in found:
            strangers.append(draft.label or _beginning(draft))
        else:
            found[there.eid] = draft
            pairs.append((there.eid, draft))
    warnings = []
    for each, _, _ in walk(standing):
        came = found.get(each.eid)
        place = places[came.eid] if came else None
        warnings += [
            AlignmentWarning(each.eid, each.label or _beginning(each), place, warned)
            for warned in _compare(each, came)
        ]
    return Alignment(tuple(pairs), tuple(strangers), tuple(warnings))


def write_beside(
    work: UnitOfWork,
    *,
    version: RuleVersion,
    alignment: Alignment,
    language: str,
    status: TextStatus,
) -> None:
    """Add the texts of an alignment to the provisions of a version.

    Raises:
        NotAligned: if there is no place for a provision.
        LanguageThere: if there is a text in that language already.
    """
    if alignment.strangers:
        raise NotAligned(alignment.strangers, version.label)
    revisions = _revisions(work, version)
    for eid, draft in alignment.pairs:
        heading, text = draft.headings.get(language, ""), draft.texts.get(language, "")
        if not heading and not text:
            continue
        revision = revisions[eid]
        texts = work.find(ProvisionText, revision_id=revision.id)
        if any(each.language == language for each in texts):
            raise LanguageThere(version.label)
        source = next((each for each in texts if each.status is TextStatus.AUTHENTIC), None)
        translates = source is not None and status is not TextStatus.AUTHENTIC
        assert revision.id is not None
        work.add(
            ProvisionText(
                revision_id=revision.id,
                language=language,
                status=status,
                heading=heading,
                text=text,
                sha256=text_hash(text),
                source_sha256=source.sha256 if source is not None and translates else None,
            )
        )


def _revisions(work: UnitOfWork, version: RuleVersion) -> dict[str, ProvisionRevision]:
    document_id, number = version.document_id, version.number
    eids = {row.id: row.eid for row in work.find(Provision, document_id=document_id)}
    return {
        eids[row.provision_id]: row
        for row in work.find(ProvisionRevision, document_id=document_id)
        if row.v_from <= number and (row.v_to is None or row.v_to > number)
    }


def _numbered(
    drafts: tuple[ProvisionDraft, ...], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], ProvisionDraft]]:
    """Yield every provision with what its number counts, and that of those above it."""
    last: dict[str, int] = {}
    taken: set[str] = set()
    for draft in drafts:
        kind = draft.kind.value
        value, inserted = value_of(draft.label, kind=draft.kind, after=last.get(kind, 0))
        if value is not None:
            last[kind] = value
        key = f"{kind} {value if draft.label else '-'} {inserted}"
        while key in taken:
            key += "+"
        taken.add(key)
        path = (*above, key)
        yield path, draft
        yield from _numbered(draft.children, path)


def _compare(first: ProvisionDraft, second: ProvisionDraft | None) -> tuple[Warned, ...]:
    languages = [tag for tag in first.languages if _words(first, tag)]
    if not languages:
        return ()
    ours = languages[0]
    one = Wording(ours, first.label, _words(first, ours))
    if second is None:
        return compare_wordings(one, None, language="")
    theirs = next(iter(second.languages), "")
    other = Wording(theirs, second.label, _words(second, theirs))
    return compare_wordings(one, other, language=theirs)


def _words(draft: ProvisionDraft, language: str) -> str:
    parts = (draft.headings.get(language, ""), draft.texts.get(language, ""))
    return "\n".join(part for part in parts if part)


def _beginning(draft: ProvisionDraft) -> str:
    words = next((_words(draft, tag) for tag in draft.languages), "") or draft.eid
    return words if len(words) <= 40 else f"{words[:39]}…"
