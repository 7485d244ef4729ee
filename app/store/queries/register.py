"""The register of decisions as its page lists it: meetings and writing, one body or all."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.body import Body
from app.domain.decision import Decision, DecisionText
from app.domain.decision_standing import Standing, standing_on
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.provenance import Provenance
from app.domain.written_procedure import WrittenProcedure
from app.store.reader import Reader


@dataclass(frozen=True)
class RegisterRow:
    """A decision as a line of the register.

    Attributes:
        alias: The temporary number that it had before its adoption.
        procedure: How far its written procedure has come; empty if it has none.
        words: Its text, to be found by.
    """

    id: UUID
    body_id: UUID
    body: str
    symbol: str
    alias: str
    title: str
    words: str
    kind: str
    standing: Standing
    channel: str
    taken_on: date | None
    effective_on: date | None
    published_on: date | None
    meeting_id: UUID | None
    meeting: str
    procedure: str
    provenance: Provenance

    @property
    def year(self) -> int | None:
        """The year in which it was taken."""
        return self.taken_on.year if self.taken_on else None


def list_register(
    reader: Reader,
    *,
    body_id: UUID | None,
    language: str,
    today: date,
    decision_id: UUID | None = None,
) -> tuple[RegisterRow, ...]:
    """Return the decisions of a body, or of all, the latest first and drafts above them.

    With ``decision_id`` that one alone.
    """
    wanted = {"body_id": body_id} if body_id else {}
    one = {"decision_id": decision_id} if decision_id else {}
    decisions = (
        [reader.get(Decision, decision_id)] if decision_id else reader.find(Decision, **wanted)
    )
    titles: dict[UUID, dict[str, str]] = defaultdict(dict)
    words: dict[UUID, list[str]] = defaultdict(list)
    for text in reader.find(DecisionText, **one):
        titles[text.decision_id][text.language] = text.title
        words[text.decision_id].append(f"{text.title} {text.text}")
    meetings = {each.id: each for each in reader.find(Meeting, **wanted)}
    bodies = {each.id: each for each in reader.find(Body)}
    sought = {each.decision_id: each.status.value for each in reader.find(WrittenProcedure)}
    rows = []
    for decision in decisions:
        meeting = meetings.get(decision.meeting_id) if decision.meeting_id else None
        body = bodies[decision.body_id]
        rows.append(
            RegisterRow(
                id=decision.id,
                body_id=body.id,
                body=in_language(body.short_names, language) or body.code,
                symbol=decision.symbol or decision.temporary_symbol,
                alias=decision.temporary_symbol if decision.symbol else "",
                title=in_language(titles[decision.id], language),
                words=" ".join(words[decision.id]),
                kind=decision.kind.value,
                standing=standing_on(decision, today),
                channel=decision.channel.value,
                taken_on=decision.taken_on,
                effective_on=decision.effective_on,
                published_on=decision.published_on,
                meeting_id=decision.meeting_id,
                meeting=(meeting.code or in_language(meeting.titles, language)) if meeting else "",
                procedure=sought.get(decision.id, ""),
                provenance=decision.provenance,
            )
        )
    return tuple(sorted(rows, key=_place))


def _place(row: RegisterRow) -> tuple[bool, int, str]:
    return (row.taken_on is not None, -(row.taken_on or date.max).toordinal(), row.symbol)
