"""Who has a say in a draft: the sides of its body, and what each of them proposes."""

from collections.abc import Mapping
from uuid import UUID

from app.domain.names import in_language
from app.domain.party import Party
from app.domain.person import Person
from app.domain.provision_proposal import ProvisionProposal
from app.services.drafting.draft_records import ProposalRow, SideRow
from app.services.rule_wording import compare_words
from app.store.queries.bodies import seats_on
from app.store.queries.drafts import WordingRow
from app.store.reader import Reader


def proposal_row(
    reader: Reader,
    proposal: ProvisionProposal,
    now: Mapping[str, WordingRow],
    names: Mapping[str, Mapping[str, str]],
    language: str,
) -> ProposalRow:
    """Return a proposal, with what it would change in the words that stand."""
    is_insertion = proposal.kind.value == "insert"
    redlines = {
        tag: compare_words(
            "" if is_insertion or tag not in now else now[tag].text,
            text,
            (names.get(tag, {}), names.get(tag, {})),
        )
        for tag, text in proposal.texts.items()
    }
    return ProposalRow(
        id=proposal.id,
        kind=proposal.kind.value,
        kind_of_provision=proposal.kind_of_provision.value if proposal.kind_of_provision else "",
        status=proposal.status.value,
        party_id=proposal.party_id,
        person_id=proposal.person_id,
        who=_who(reader, proposal, language),
        label=proposal.label,
        headings=dict(proposal.headings),
        texts=dict(proposal.texts),
        reason=proposal.reason,
        proposed_on=proposal.proposed_on,
        redlines=redlines,
    )


def _who(reader: Reader, proposal: ProvisionProposal, language: str) -> str:
    parts = []
    if proposal.person_id is not None:
        parts.append(reader.get(Person, proposal.person_id).printed_name)
    if proposal.party_id is not None:
        parts.append(in_language(reader.get(Party, proposal.party_id).names, language))
    return ", ".join(parts)


def sides_of(reader: Reader, body_id: UUID | None, language: str) -> tuple[SideRow, ...]:
    """Return the parties of a body in the order of their seats, with all their names."""
    seats = seats_on(reader, body_id=body_id, day=None)
    parties = [reader.get(Party, seat.party_id) for seat in seats]
    return tuple(
        SideRow(
            party.id,
            in_language(party.names, language),
            tuple(dict.fromkeys([*party.names.values(), party.code])),
        )
        for party in parties
    )
