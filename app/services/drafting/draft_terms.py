"""Verbs that look up the terms of a draft: where each is defined and used, and what is amiss."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from app.domain.body import Body
from app.domain.instrument import Instrument
from app.domain.organisation import Organisation
from app.domain.party import Party
from app.domain.rules import RuleDocument, RuleVersion
from app.services.drafting.following import index_of
from app.store.queries.drafts import list_revisions, list_wordings
from app.store.reader import Reader
from app.store.workspace import Workspace
from app.texts.defined_terms import Wording, read_terms

__all__ = ["TermPlace", "TermRow", "find_terms"]


@dataclass(frozen=True, slots=True)
class TermPlace:
    """A provision that defines or uses a term."""

    eid: str
    name: str


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term of a draft.

    Attributes:
        defined_in: Where it is defined; ``None`` for a term that is used without a definition.
        uses: The provisions that use it.
    """

    term: str
    defined_in: TermPlace | None
    uses: tuple[TermPlace, ...]


def find_terms(
    workspace: Workspace, *, version_id: UUID, language: str = "en"
) -> tuple[TermRow, ...]:
    """Return the terms of a draft in one language: the defined ones, then those without one."""
    with workspace.read() as reader:
        version = reader.get(RuleVersion, version_id)
        rows = list_revisions(reader, document_id=version.document_id, number=version.number)
        index = index_of(rows)
        said = list_wordings(
            reader, revision_ids=[row.revision_id for row in rows], language=language
        )
        headings: dict[str | None, str] = {}
        wordings = []
        for row in rows:
            wording = said.get(row.revision_id, {}).get(language)
            headings[row.eid] = (wording.heading if wording else "") or headings.get(row.parent, "")
            if wording is not None:
                wordings.append(Wording(row.eid, headings[row.eid], wording.text))
        known = tuple(_names(reader, version, language))
        found = read_terms(wordings, language=language, known=known)

        def place(eid: str) -> TermPlace:
            return TermPlace(eid, index.name(eid) or eid)

        defined = (
            TermRow(each.term, place(each.eid), tuple(place(eid) for eid in each.uses))
            for each in found.defined
        )
        undefined = (
            TermRow(each.term, None, tuple(place(eid) for eid in each.uses))
            for each in found.undefined
        )
        return (*defined, *undefined)


def _names(reader: Reader, version: RuleVersion, language: str) -> Iterator[str]:
    """Yield the names that every reader knows and no text defines."""
    document = reader.get(RuleDocument, version.document_id)
    yield document.titles.get(language, "")
    for party in reader.find(Party):
        yield party.names.get(language, "")
    for organisation in reader.find(Organisation):
        yield organisation.names.get(language, "")
    for body in reader.find(Body):
        yield body.names.get(language, "")
        yield body.short_names.get(language, "")
    for instrument in reader.find(Instrument):
        yield instrument.titles.get(language, "")
