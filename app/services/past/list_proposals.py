"""Makes proposals of what an old paper lists: decisions, rules, action items, delegates, itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.meeting import Meeting
from app.services.past.on_record import OnRecord
from app.services.past.papers import PastPaper
from app.services.past.proposals import Proposal, ProposalKind, Remark, Standing
from app.services.past.uses import use_of
from app.texts.past.body_terms import Closeness, fold
from app.texts.past.evidence import Certainty, least
from app.texts.past.facts import FactField
from app.texts.past.file_kinds import FileKind
from app.texts.past.gathering import Gathered
from app.texts.reading.arranging import Rows

_INDENT = "\u2003"
_MOST_LINES, _LONGEST_LINE = 400, 80
_CATEGORIES = {
    FileKind.MINUTES: "minutes",
    FileKind.AGENDA: "agenda",
    FileKind.RULES: "rules",
    FileKind.PARTICIPANTS: "list",
}


@dataclass(frozen=True)
class Group:
    """What proposals of one meeting are made from."""

    gathered: Gathered
    papers: tuple[PastPaper, ...]
    meeting: Meeting | None
    is_certain: bool

    @property
    def only_day(self) -> date | None:
        """The day of a meeting of one day, on which everything was decided then."""
        told = [fact.value for fact in self.gathered.of(FactField.DAYS) if not fact.contested]
        if len(told) == 1 and told[0].first == told[0].last:
            return told[0].first  # type: ignore[no-any-return]
        return None


class ListProposer:
    """Makes the proposals of one reading that are no facts of a meeting."""

    def __init__(self, record: OnRecord, numbers: Iterator[int]) -> None:
        self._record = record
        self._numbers = numbers

    def propose(self, paper: PastPaper, group: Group) -> Iterator[Proposal]:
        """Yield what is proposed of one paper; some of it needs a meeting."""
        has_meeting = bool(group.gathered.facts)
        if has_meeting:
            yield self._paper(paper, group)
            yield from self._actions(paper, group)
            yield from self._delegates(paper, group)
        yield from self._decisions(paper, group)
        if paper.said.rules is not None:
            yield self._rules(paper)

    def _paper(self, paper: PastPaper, group: Group) -> Proposal:
        kind = paper.said.kind
        is_kept = (
            group.meeting is not None and (group.meeting.id, paper.sha256) in self._record.papers
        )
        return self._made(
            ProposalKind.PAPER,
            {
                "title": paper.name.rpartition("/")[2],
                "category": _CATEGORIES.get(kind.value, "other"),
                "language": paper.said.language,
                "file": paper.name,
            },
            said=kind,
            standing=Standing.SAME if is_kept else Standing.NEW,
            certain=group.is_certain,
        )

    def _decisions(self, paper: PastPaper, group: Group) -> Iterator[Proposal]:
        is_ours = bool(group.gathered.facts) or paper.said.closeness is Closeness.SURELY
        for said in paper.said.decisions:
            told = said.value
            day = date.fromisoformat(told.day) if told.day else group.only_day
            there = self._record.decisions.get(fold(told.number)) if told.number else None
            grade = said.certainty if is_ours else Certainty.DOUBTFUL
            if not told.day:
                grade = least(grade, Certainty.LIKELY)
            values = {
                "symbol": told.number,
                "title": told.title,
                "text": told.text,
                "taken_on": day,
                "language": paper.said.language,
            }
            yield self._made(
                ProposalKind.DECISION,
                values,
                said=replace(said, certainty=grade),
                standing=Standing.SAME if there else Standing.NEW,
                certain=group.is_certain or not group.gathered.facts,
                remarks=() if told.number else (Remark.NO_NUMBER,),
                record_id=there,
            )

    def _actions(self, paper: PastPaper, group: Group) -> Iterator[Proposal]:
        known = self._record.actions.get(group.meeting.id, ()) if group.meeting else ()
        for said in paper.said.actions:
            told = said.value
            grade = said.certainty if told.side else least(said.certainty, Certainty.LIKELY)
            values = {
                "words": told.words,
                "party_id": UUID(told.side) if told.side else None,
                "due_on": date.fromisoformat(told.due) if told.due else None,
                "language": paper.said.language,
            }
            yield self._made(
                ProposalKind.ACTION,
                values,
                said=replace(said, certainty=grade),
                standing=Standing.SAME if fold(told.words) in known else Standing.NEW,
                certain=group.is_certain,
                remarks=() if told.side else (Remark.NO_SIDE,),
            )

    def _delegates(self, paper: PastPaper, group: Group) -> Iterator[Proposal]:
        known = self._record.seated.get(group.meeting.id, ()) if group.meeting else ()
        for said in paper.said.delegates:
            told = said.value
            grade = said.certainty if told.side else Certainty.DOUBTFUL
            values = {
                "name": told.name,
                "post": told.post,
                "office": told.office,
                "party_id": UUID(told.side) if told.side else None,
                "is_head": told.is_head,
                "language": paper.said.language,
            }
            yield self._made(
                ProposalKind.DELEGATE,
                values,
                said=replace(said, certainty=grade),
                standing=Standing.SAME if fold(told.name) in known else Standing.NEW,
                certain=group.is_certain,
                remarks=() if told.side else (Remark.NO_SIDE,),
            )

    def _rules(self, paper: PastPaper) -> Proposal:
        said = paper.said.rules
        assert said is not None
        told = said.value
        document = self._record.rules.get(fold(told.title))
        is_there = document is not None and (document, fold(told.label)) in self._record.labels
        look = Remark.LINES_TO_LOOK_AT
        remarks = (look,) if paper.rules is not None and paper.rules.remarks else ()
        values = {
            "document_id": document,
            "code": told.title[:60] or paper.name.rpartition("/")[2][:60],
            "title": told.title,
            "label": told.label,
            "adopted_on": _day(told.adopted_on),
            "in_force_from": _day(told.in_force_from),
            "language": paper.said.language,
            "file": paper.name,
            "provisions": len(paper.rules.rows) if paper.rules else 0,
            "doubts": len(paper.rules.remarks) if paper.rules else 0,
            "outline": _outline(paper.rules.rows) if paper.rules else "",
        }
        close = paper.said.closeness is Closeness.SURELY
        grade = said.certainty if close else least(said.certainty, Certainty.DOUBTFUL)
        return self._made(
            ProposalKind.RULES,
            values,
            said=replace(said, certainty=grade),
            standing=Standing.SAME if is_there else Standing.NEW,
            certain=True,
            remarks=remarks,
        )

    def _made(
        self,
        kind: ProposalKind,
        values: dict[str, Any],
        *,
        said: Any,
        standing: Standing,
        certain: bool,
        remarks: tuple[Remark, ...] = (),
        record_id: UUID | None = None,
    ) -> Proposal:
        proposal = Proposal(
            id=next(self._numbers),
            kind=kind,
            values=values,
            quotes=(said.quote,),
            certainty=said.certainty,
            standing=standing,
            remarks=remarks,
            record_id=record_id,
        )
        return replace(proposal, use=use_of(proposal, certain=certain))


def _day(told: str) -> date | None:
    return date.fromisoformat(told) if told else None


def _outline(rows: Rows) -> str:
    """Return the provisions as they are read, a line for each, as deep as it stands."""
    told = []
    for row in rows[:_MOST_LINES]:
        words = " ".join(f"{row.heading} {row.text}".split())
        shown = words if len(words) <= _LONGEST_LINE else f"{words[: _LONGEST_LINE - 1]}…"
        told.append(_INDENT * row.depth + f"{row.label} {shown}".strip())
    return "\n".join(told)
