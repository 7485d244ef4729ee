"""The register of decisions as its page lists it: meetings and writing, one body or all."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from app.domain.body import Body
from app.domain.decision import Decision, DecisionText
from app.domain.decision_standing import Standing, standing_on
from app.domain.meeting import Meeting
from app.domain.names import in_language
from app.domain.provenance import Provenance
from app.domain.written_procedure import WrittenProcedure
from app.store.reader import Reader

_COLUMNS = (
    *("id", "body_id", "meeting_id", "symbol", "temporary_symbol", "kind", "status", "channel"),
    *("taken_on", "effective_on", "published_on", "ad_referendum", "confirmed_on", "done_on"),
    "provenance",
)


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
    decisions = _decisions(reader, body_id=body_id, decision_id=decision_id)
    titles, words = _words(reader, decision_id=decision_id)
    bodies = {each.id: each for each in reader.find(Body)}
    named = {key: in_language(body.short_names, language) for key, body in bodies.items()}
    meetings = {
        each.id: each.code or in_language(each.titles, language)
        for each in reader.execute(select(col(Meeting.id), col(Meeting.code), col(Meeting.titles)))
    }
    sought = {each.decision_id: each.status.value for each in reader.find(WrittenProcedure)}
    rows = (
        RegisterRow(
            id=decision.id,
            body_id=decision.body_id,
            body=named[decision.body_id] or bodies[decision.body_id].code,
            symbol=decision.symbol or decision.temporary_symbol,
            alias=decision.temporary_symbol if decision.symbol else "",
            title=in_language(titles.get(decision.id, {}), language),
            words=" ".join(words.get(decision.id, ())),
            kind=decision.kind.value,
            standing=standing_on(decision, today),
            channel=decision.channel.value,
            taken_on=decision.taken_on,
            effective_on=decision.effective_on,
            published_on=decision.published_on,
            meeting_id=decision.meeting_id,
            meeting=meetings.get(decision.meeting_id, ""),
            procedure=sought.get(decision.id, ""),
            provenance=decision.provenance,
        )
        for decision in decisions
    )
    return tuple(sorted(rows, key=_place))


def _decisions(reader: Reader, *, body_id: UUID | None, decision_id: UUID | None) -> Sequence[Any]:
    """Return the columns of decisions: ten thousand records would take ten times as long."""
    wanted = select(*(col(getattr(Decision, name)) for name in _COLUMNS))
    if decision_id is not None:
        wanted = wanted.where(col(Decision.id) == decision_id)
    elif body_id is not None:
        wanted = wanted.where(col(Decision.body_id) == body_id)
    return reader.execute(wanted.order_by(col(Decision.id)))


def _words(
    reader: Reader, *, decision_id: UUID | None
) -> tuple[dict[UUID, dict[str, str]], dict[UUID, list[str]]]:
    """Return the titles of decisions per language, and all that they say."""
    columns = (DecisionText.decision_id, DecisionText.language, DecisionText.title)
    wanted = select(*(col(each) for each in (*columns, DecisionText.text)))
    if decision_id is not None:
        wanted = wanted.where(col(DecisionText.decision_id) == decision_id)
    titles: dict[UUID, dict[str, str]] = defaultdict(dict)
    words: dict[UUID, list[str]] = defaultdict(list)
    for key, language, title, text in reader.execute(wanted.order_by(col(DecisionText.id))):
        titles[key][language] = title
        words[key].append(f"{title} {text}")
    return titles, words


def _place(row: RegisterRow) -> tuple[bool, int, str]:
    return (row.taken_on is not None, -(row.taken_on or date.max).toordinal(), row.symbol)
