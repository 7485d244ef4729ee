"""Makes proposals of what was recognised: what is certain and new is ticked, nothing else is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from app.domain.meeting import Meeting
from app.services.past import meeting_facts
from app.services.past.list_proposals import Group, ListProposer
from app.services.past.on_record import OnRecord, code_of, name_of
from app.services.past.papers import PastPaper
from app.services.past.proposals import (
    HOST,
    MeetingProposal,
    Proposal,
    ProposalKind,
    Remark,
    Standing,
)
from app.services.past.uses import order_of, use_of
from app.texts.past.body_terms import BodyTerms
from app.texts.past.days import Days
from app.texts.past.evidence import Certainty, least
from app.texts.past.facts import Fact, FactField
from app.texts.past.gathering import Gathered, gather

_IDENTIFIES = frozenset({FactField.ORDINAL, FactField.DAYS, FactField.PLANNED_DAYS})


class Proposer:
    """Makes the proposals of one reading; numbers them."""

    def __init__(self, terms: BodyTerms, record: OnRecord) -> None:
        self._terms = terms
        self._record = record
        self._numbers = count(1)
        self._lists = ListProposer(record, self._numbers)

    def propose(self, papers: Sequence[PastPaper]) -> tuple[MeetingProposal, ...]:
        """Return what is proposed, meeting by meeting; papers of none come last."""
        by_name = {paper.name: paper for paper in papers}
        groups = gather([(paper.name, paper.said) for paper in papers])
        return tuple(
            self._of_group(group, tuple(by_name[name] for name in group.files)) for group in groups
        )

    def _of_group(self, gathered: Gathered, papers: tuple[PastPaper, ...]) -> MeetingProposal:
        meeting = meeting_facts.find_meeting(gathered, self._record.meetings)
        group = Group(gathered, papers, meeting, _is_certain(gathered, meeting))
        return MeetingProposal(
            id=next(self._numbers),
            meeting_id=meeting.id if meeting else None,
            label=name_of(meeting) if meeting else "",
            is_meeting=bool(gathered.facts),
            files=gathered.files,
            proposals=tuple(sorted(self._proposals(group), key=order_of)),
        )

    def _proposals(self, group: Group) -> Iterator[Proposal]:
        for fact in group.gathered.facts:
            yield from self._facts(fact, group)
        for paper in group.papers:
            yield from self._lists.propose(paper, group)

    def _facts(self, fact: Fact, group: Group) -> Iterator[Proposal]:
        values = meeting_facts.values_of(fact, self._terms)
        yield self._fact(fact, fact.field.value, values, group)
        if fact.field is FactField.PLACE and fact.value.land:
            host = meeting_facts.host_of(fact, self._terms)
            if host is not None:
                likely = replace(fact, certainty=least(fact.certainty, Certainty.LIKELY))
                plain = replace(likely, language="")
                yield self._fact(plain, HOST, {"party_id": host}, group)

    def _fact(self, fact: Fact, field: str, values: dict[str, Any], group: Group) -> Proposal:
        meeting = group.meeting
        standing, on_record = meeting_facts.standing_of(field, values, fact.language, meeting)
        if meeting is not None and self._is_stated(fact, field, meeting, group.papers):
            standing = Standing.SAME
        remarks = tuple(self._remarks(fact, field, group))
        proposal = Proposal(
            id=next(self._numbers),
            kind=ProposalKind.FACT,
            field=field,
            values=values,
            quotes=fact.quotes,
            certainty=fact.certainty,
            language=fact.language,
            standing=standing,
            remarks=remarks,
            on_record=on_record,
        )
        return replace(proposal, use=use_of(proposal, certain=group.is_certain))

    def _remarks(self, fact: Fact, field: str, group: Group) -> Iterator[Remark]:
        if fact.contested and field != HOST:
            yield Remark.CONTESTED
        if isinstance(fact.value, Days):
            if fact.value.is_backwards:
                yield Remark.BACKWARDS
            elif fact.value.is_year_guessed:
                yield Remark.YEAR_GUESSED
        if fact.field is FactField.ORDINAL:
            other = meeting_facts.bears_number(fact.value, self._record.meetings)
            is_another = other is not None and (
                group.meeting is None or other.id != group.meeting.id
            )
            if group.gathered.is_twice or is_another:
                yield Remark.TWICE

    def _is_stated(
        self, fact: Fact, field: str, meeting: Meeting, papers: Sequence[PastPaper]
    ) -> bool:
        """Say whether the sources that the files are say this on record already."""
        codes = {paper.name: code_of(paper.sha256) for paper in papers}
        name = meeting_facts.FIELDS[field]
        return all(
            (codes.get(quote.file, ""), str(meeting.id), name, quote.text) in self._record.stated
            for quote in fact.quotes
        )


def _is_certain(gathered: Gathered, meeting: Meeting | None) -> bool:
    """Say whether it is certain which meeting papers mean; a new one needs a certain day too."""
    if gathered.is_twice:
        return False
    certain = {
        fact.field for fact in gathered.facts if fact.certainty is Certainty.CERTAIN
    } & _IDENTIFIES
    ordinals = gathered.of(FactField.ORDINAL)
    if any(fact.certainty is not Certainty.CERTAIN for fact in ordinals):
        return False
    return bool(certain if meeting is not None else certain - {FactField.ORDINAL})
