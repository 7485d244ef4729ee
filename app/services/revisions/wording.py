"""The wording of a revision: what it says in each language, and how it comes into the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.domain.decision import TextStatus
from app.domain.errors import Mistake
from app.domain.rules import Provision, ProvisionRevision, ProvisionText, RuleVersion
from app.domain.sealing import text_hash
from app.store.queries.revisions import texts_around, texts_of_revisions
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.texts.provision_draft import ProvisionChange, ProvisionDraft

GAP = 1 << 40
"""The distance between neighbours at first, so that many more fit between them later."""


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


Wordings = Mapping[str, Wording]


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


def source_of(wordings: Wordings, language: str) -> str | None:
    """Return the hash of the authentic text that a wording translates, if it does."""
    authentic = [tag for tag in sorted(wordings) if wordings[tag].status is TextStatus.AUTHENTIC]
    if not authentic or language in authentic:
        return None
    return text_hash(wordings[authentic[0]].text)


def wordings_around(
    reader: Reader, *, document_id: UUID, number: int
) -> dict[int, dict[str, Wording]]:
    """Return, by revision, what stands last in a document and what a version opens or closes.

    Of several corrections of one text the highest counts.
    """
    found: dict[int, dict[str, Wording]] = {}
    for row in texts_around(reader, document_id=document_id, number=number):
        wording = Wording(row.heading, row.text, row.status, row.source_sha256)
        found.setdefault(row.revision_id, {})[row.language] = wording
    return found


def open_revision(
    work: UnitOfWork, *, version: RuleVersion, provision: Provision, place: Place, label: str
) -> ProvisionRevision:
    """Open a revision, which is given its number with the next flush."""
    return work.add(
        ProvisionRevision(
            document_id=version.document_id,
            provision_id=number_of(provision.id),
            v_from=version.number,
            parent_eid=place.parent,
            ordinal=place.ordinal,
            depth=place.depth,
            label=label,
        )
    )


def add_texts(work: UnitOfWork, *, revision: ProvisionRevision, texts: Wordings) -> None:
    """Add the texts of a revision that has its number."""
    for language, wording in texts.items():
        work.add(
            ProvisionText(
                revision_id=number_of(revision.id),
                language=language,
                status=wording.status,
                heading=wording.heading,
                text=wording.text,
                sha256=text_hash(wording.text),
                source_sha256=wording.source_sha256,
            )
        )


def delete_revisions(work: UnitOfWork, revisions: Sequence[ProvisionRevision]) -> None:
    """Delete revisions that never stood in an adopted version, with their texts."""
    keys = [number_of(revision.id) for revision in revisions]
    work.delete_together(texts_of_revisions(work, keys))
    work.delete_together(revisions)


def number_of(key: int | None) -> int:
    """Return a key that must have been given by now."""
    if key is None:
        raise Mistake("a record is referred to before it was given its number")
    return key
