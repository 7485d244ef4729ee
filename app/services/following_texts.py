"""Finds what a text that came anew changes in the one before, with every identity kept."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from app.domain.rules import Provision, ProvisionKind, RuleVersion
from app.store.queries.rules import ProvisionRow, list_languages, read_version
from app.store.reader import Reader
from app.texts.carrying_over import carry_identities
from app.texts.provision_changes import changes_between
from app.texts.provision_draft import ProvisionChange, ProvisionDraft, walk


def following_changes(
    reader: Reader, *, document_id: UUID, after: tuple[ProvisionDraft, ...], language: str
) -> tuple[ProvisionChange, ...]:
    """Return the changes that make the standing text of a document into ``after``.

    A text that stands in another language only is compared in its numbers alone.
    """
    versions = reader.find(RuleVersion, document_id=document_id)
    number = max(version.number for version in versions)
    before = read_drafts(reader, document_id=document_id, number=number)
    taken = {row.eid for row in reader.find(Provision, document_id=document_id)}
    carried = carry_identities(before, after, language=language, taken=taken)
    old = {each.eid: each for each, _, _ in walk(before)}
    return changes_between(before, tuple(_whole(each, old, language) for each in carried))


def read_drafts(reader: Reader, *, document_id: UUID, number: int) -> tuple[ProvisionDraft, ...]:
    """Return a version as provisions of a draft, with its texts in every language."""
    languages = list_languages(reader, document_id=document_id) or ("en",)
    texts: dict[str, dict[str, ProvisionRow]] = defaultdict(dict)
    rows: tuple[ProvisionRow, ...] = ()
    for language in languages:
        rows = read_version(reader, document_id=document_id, number=number, language=language)
        for row in rows:
            if row.language == language:
                texts[row.eid][language] = row
    below: dict[str | None, list[ProvisionRow]] = defaultdict(list)
    for row in rows:
        below[row.parent_eid].append(row)

    def grown(parent: str | None) -> tuple[ProvisionDraft, ...]:
        return tuple(
            ProvisionDraft(
                eid=row.eid,
                kind=ProvisionKind(row.kind),
                label=row.label,
                headings={tag: each.heading for tag, each in texts[row.eid].items()},
                texts={tag: each.text for tag, each in texts[row.eid].items()},
                children=grown(row.eid),
            )
            for row in below[parent]
        )

    return grown(None)


def _whole(
    draft: ProvisionDraft, old: Mapping[str, ProvisionDraft], language: str
) -> ProvisionDraft:
    """Return a provision that also says where a heading or a text is gone."""
    children = tuple(_whole(child, old, language) for child in draft.children)
    before = old.get(draft.eid)
    headings, texts = dict(draft.headings), dict(draft.texts)
    if before is not None and language in before.headings:
        headings.setdefault(language, "")
    if before is not None and language in before.texts:
        texts.setdefault(language, "")
    return replace(draft, headings=headings, texts=texts, children=children)
