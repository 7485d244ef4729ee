"""Verbs for the numbers of decisions: what comes next, what is reserved, what is void and why."""

from uuid import UUID

from app.domain.body import Body
from app.domain.decision import Decision, DecisionNumber, NumberState
from app.domain.errors import RuleBroken
from app.domain.meeting import Meeting
from app.services.parties import our_today_in
from app.store.change_set import ChangeSet
from app.store.reader import Reader
from app.store.unit_of_work import UnitOfWork
from app.store.workspace import Workspace
from app.texts.symbol_patterns import next_symbol, number_in

__all__ = [
    "GapInNumbers",
    "NumberTaken",
    "NumberVoid",
    "propose",
    "release",
    "reserve",
    "void",
]

ELECTRONIC_PATTERN = "electronic_decision_pattern"
_ELECTRONIC = "E{number}/{year}"


class NumberVoid(RuleBroken):
    """A decision was to get a number that was left out for good."""

    def __init__(self, symbol: str, reason: str) -> None:
        super().__init__(
            f"The number {symbol} is void: {reason}.",
            "Take the next number, or take the mark away first.",
            field="symbol",
        )


class NumberTaken(RuleBroken):
    """A number was to be reserved or left out that a decision has."""

    def __init__(self, symbol: str) -> None:
        super().__init__(
            f"There is a decision {symbol} already.", "Enter another number.", field="symbol"
        )


class GapInNumbers(RuleBroken):
    """A decision would leave out a number without anybody having said why."""

    def __init__(self, symbol: str, wanted: str) -> None:
        super().__init__(
            f"After the number {symbol} the number {wanted} would be missing.",
            f"Adopt it as {wanted}, or mark {wanted} as void or reserved first, with the reason.",
            field="symbol",
        )
        self.wanted = wanted


def propose(workspace: Workspace, *, decision_id: UUID) -> str:
    """Return the number that comes next for a decision; empty if no pattern can be filled."""
    with workspace.read() as reader:
        decision = reader.get(Decision, decision_id)
        return next_number(reader, decision, year=our_today_in(reader, workspace).year)


def reserve(workspace: Workspace, *, body_id: UUID, symbol: str, reason: str) -> ChangeSet:
    """Keep a number for a decision that is still to come.

    Raises:
        NumberTaken: if a decision has it.
        RuleBroken: if it is reserved or void already.
    """
    return _note(workspace, body_id, symbol, NumberState.RESERVED, reason)


def void(workspace: Workspace, *, body_id: UUID, symbol: str, reason: str) -> ChangeSet:
    """Leave a number out for good, and say why.

    Raises:
        NumberTaken: if a decision has it.
        RuleBroken: if it is reserved or void already.
    """
    return _note(workspace, body_id, symbol, NumberState.VOID, reason)


def release(workspace: Workspace, *, number_id: UUID) -> ChangeSet:
    """Take the mark of a reserved or void number away."""
    with workspace.write("Release number of decision") as work:
        work.delete(work.get(DecisionNumber, number_id))
        return work.commit(subject=number_id)


def next_number(reader: Reader, decision: Decision, *, year: int) -> str:
    """Return the number that comes next for a decision, by the pattern of its body."""
    taken = _taken(reader, decision.body_id)
    for pattern, known in _rows_of(reader, decision, year):
        found = next_symbol(pattern, taken=taken, **known)
        if found:
            return found
    return ""


def settle_number(work: UnitOfWork, decision: Decision, symbol: str, *, year: int) -> None:
    """Refuse a void number or one that leaves a gap; what was reserved is used now.

    A number that is not of the body's pattern is taken as it is: that of past decades.

    Raises:
        NumberVoid: if it was left out for good.
        GapInNumbers: naming the number that would be missing.
    """
    noted = work.first(DecisionNumber, body_id=decision.body_id, symbol=symbol)
    if noted is not None and noted.state is NumberState.VOID:
        raise NumberVoid(symbol, noted.reason)
    if noted is not None:
        work.delete(noted)
        return
    taken = _taken(work, decision.body_id)
    for pattern, known in _rows_of(work, decision, year):
        number = number_in(pattern, symbol, **known)
        wanted = next_symbol(pattern, taken=taken, **known)
        if number is not None and number > (number_in(pattern, wanted, **known) or number):
            raise GapInNumbers(symbol, wanted)


def _rows_of(
    reader: Reader, decision: Decision, year: int
) -> tuple[tuple[str, dict[str, int | None]], ...]:
    """Return the patterns that fit a decision, with what is known to fill them with."""
    body = reader.get(Body, decision.body_id)
    meeting = reader.get(Meeting, decision.meeting_id) if decision.meeting_id else None
    if meeting is not None:
        day = decision.taken_on or meeting.first_day
        known = {"ordinal": meeting.ordinal, "year": day.year if day else year}
        return ((body.decision_pattern, known),)
    known = {"ordinal": None, "year": decision.taken_on.year if decision.taken_on else year}
    own = str(body.settings.get(ELECTRONIC_PATTERN) or "")
    return tuple((each, known) for each in (own, body.decision_pattern, _ELECTRONIC) if each)


def _taken(reader: Reader, body_id: UUID) -> list[str]:
    given = [each.symbol or "" for each in reader.find(Decision, body_id=body_id)]
    return given + [each.symbol for each in reader.find(DecisionNumber, body_id=body_id)]


def _note(
    workspace: Workspace, body_id: UUID, symbol: str, state: NumberState, reason: str
) -> ChangeSet:
    name = {NumberState.RESERVED: "Reserve number", NumberState.VOID: "Leave out number"}[state]
    with workspace.write(name) as work:
        work.get(Body, body_id)
        if not symbol.strip():
            raise RuleBroken("There is no number yet.", "Enter the number.", field="symbol")
        if not reason.strip():
            raise RuleBroken(
                "A number is reserved or left out for a reason.", "Say why.", field="reason"
            )
        if work.first(Decision, body_id=body_id, symbol=symbol.strip()) is not None:
            raise NumberTaken(symbol.strip())
        noted = DecisionNumber(
            body_id=body_id,
            symbol=symbol.strip(),
            state=state,
            reason=reason.strip(),
            noted_on=our_today_in(work, workspace),
        )
        work.add(noted)
        return work.commit(subject=noted.id)
