"""Reads every reference in a draft, and says what becomes of it under other numbers.

Words that stand as the version before has them are read by its numbers, for they were written when
those held; what this draft has written is read by the numbers that the draft bears.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.domain.rules import RuleVersion
from app.store.queries.drafts import RevisionRow, WordingRow, list_revisions, list_wordings
from app.store.reader import Reader
from app.texts.cross_references import Fate, FollowedReference, follow
from app.texts.provision_index import PlacedProvision, ProvisionIndex


@dataclass(frozen=True)
class Rewritten:
    """What one provision says in one language, and what it would say.

    Attributes:
        references: Every reference in it, with what becomes of each.
    """

    eid: str
    language: str
    heading: str
    text: str
    now: str
    references: tuple[FollowedReference, ...]


class DraftReferences:
    """The references of a draft."""

    def __init__(
        self, reader: Reader, version: RuleVersion, *, labels: Mapping[str, str] | None = None
    ) -> None:
        """Read the draft; ``labels`` are the numbers that shall change."""
        document_id, number = version.document_id, version.number
        self._rows = list_revisions(reader, document_id=document_id, number=number)
        self._before = list_revisions(reader, document_id=document_id, number=number - 1)
        self._number = number
        self._reader = reader
        self.present = index_of(self._rows)
        self.earlier = index_of(self._before)
        changed = labels or {}
        self.after = index_of(
            tuple(replace(row, label=changed.get(row.eid, row.label)) for row in self._rows)
        )

    def read(self) -> Iterator[Rewritten]:
        """Yield what every provision says, in every language, in reading order."""
        wordings = list_wordings(self._reader, revision_ids=[r.revision_id for r in self._rows])
        stood = self._stood()
        for row in self._rows:
            for language, wording in sorted(wordings.get(row.revision_id, {}).items()):
                yield self._follow(row, language, wording, stood)

    def _follow(
        self,
        row: RevisionRow,
        language: str,
        wording: WordingRow,
        stood: Mapping[str, Mapping[str, WordingRow]],
    ) -> Rewritten:
        old = stood.get(row.eid, {}).get(language)
        is_old = row.v_from < self._number or (old is not None and old.text == wording.text)
        before = self.earlier if is_old and row.eid in self.earlier else self.present
        now, told = follow(
            wording.text, language=language, at=row.eid, before=before, after=self.after
        )
        if any(each.fate is Fate.UNKNOWN for each in told) and before is self.present:
            told = self._by_earlier_numbers(told, row.eid, language, wording.text)
            now = _with(wording.text, told)
        return Rewritten(row.eid, language, wording.heading, wording.text, now, told)

    def _by_earlier_numbers(
        self, told: tuple[FollowedReference, ...], eid: str, language: str, text: str
    ) -> tuple[FollowedReference, ...]:
        """Read what leads nowhere under the present numbers by those of the version before."""
        before, after = self.earlier, self.after
        _, earlier = follow(text, language=language, at=eid, before=before, after=after)
        known = {each.start: each for each in earlier if each.fate is not Fate.SAME}
        return tuple(
            known.get(each.start, each) if each.fate is Fate.UNKNOWN else each for each in told
        )

    def _stood(self) -> dict[str, dict[str, WordingRow]]:
        """Return what the provisions said that this draft has touched."""
        touched = {row.eid for row in self._rows if row.v_from == self._number}
        rows = {row.revision_id: row.eid for row in self._before if row.eid in touched}
        said = list_wordings(self._reader, revision_ids=rows)
        return {rows[revision_id]: each for revision_id, each in said.items()}


def _with(text: str, references: tuple[FollowedReference, ...]) -> str:
    """Return a text with its references as they will stand."""
    written, end = [], 0
    for each in references:
        written += [text[end : each.start], each.now]
        end = each.end
    return "".join([*written, text[end:]])


def index_of(rows: tuple[RevisionRow, ...]) -> ProvisionIndex:
    """Return rows as an outline."""
    return ProvisionIndex(PlacedProvision(r.eid, r.kind, r.label, r.parent) for r in rows)


LOOSE = frozenset({Fate.GONE, Fate.UNKNOWN, Fate.BY_HAND})
"""What a person must look at: a reference that leads nowhere, or where no rule can lead it."""
