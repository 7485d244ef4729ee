"""Whether the decisions of a meeting are numbered in order, and all of them are in the document."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from uuid import UUID

from app.documents.kinds import DocumentKind
from app.domain.decision import Channel, Decision, DecisionStatus
from app.services.checks.case import RECORDS_OF_MEETINGS, Case
from app.services.checks.results import Check, CheckKey, Finding, Problem, judge, pass_over
from app.texts.blocks import Control, Row, Table
from app.texts.walking import blocks_of

_LISTING = RECORDS_OF_MEETINGS | {DocumentKind.DECISION_REGISTER}
_DIGITS = re.compile(r"\d+")


def check_decisions(case: Case) -> Check:
    """Return whether every decision has a number, and the numbers follow one another."""
    taken = {
        decision.id: decision
        for decision in case.reader.find(Decision, meeting_id=case.meeting_id)
        if decision.channel is Channel.MEETING and decision.status is not DecisionStatus.WITHDRAWN
    }
    if case.kind not in _LISTING or not taken:
        return pass_over(CheckKey.DECISIONS)
    printed = [taken[key] for key in _printed(case) if key in taken]
    findings = (
        *(
            Finding(Problem.NO_NUMBER, decision.temporary_symbol, subject=decision.id)
            for decision in taken.values()
            if not decision.symbol
        ),
        *_out_of_order(printed),
        *_absent(taken, printed),
    )
    symbols = [decision.symbol for decision in printed if decision.symbol]
    first, last = (symbols[0], symbols[-1]) if symbols else ("", "")
    return judge(CheckKey.DECISIONS, findings, total=len(taken), first=first, last=last)


def number_in_row(symbols: Sequence[str]) -> tuple[int, ...]:
    """Return of each symbol the number that tells them apart: 1 and 2 of JWG-1/D1 and JWG-1/D2.

    Empty if the symbols are not of one pattern.
    """
    if len({_DIGITS.sub("0", symbol) for symbol in symbols}) != 1:
        return ()
    columns = zip(*(map(int, _DIGITS.findall(symbol)) for symbol in symbols), strict=True)
    return max(columns, key=lambda column: len(set(column)), default=())


def _printed(case: Case) -> Iterator[UUID]:
    """Yield the records of decisions in the order in which they are printed."""
    for block in blocks_of(case.document):
        if isinstance(block, Control) and block.record == "decision":
            yield from _key(block.id)
        if isinstance(block, Table):
            for row in block.rows:
                yield from _key_of_row(row)


def _key_of_row(row: Row) -> Iterator[UUID]:
    if row.record == "decision":
        yield from _key(row.id)


def _key(identifier: str) -> Iterator[UUID]:
    """Yield the key in an identifier; a document that shows a record twice adds to the second."""
    found = re.search(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", identifier)
    if found:
        yield UUID(found[0])


def _out_of_order(printed: list[Decision]) -> Iterator[Finding]:
    """Yield what stands before a lower number on the page, and what leaves a number out."""
    numbered = [decision for decision in printed if decision.symbol]
    numbers = number_in_row([decision.symbol or "" for decision in numbered])
    row = list(zip(numbers, numbered, strict=False))
    for (before, one), (after, following) in pairwise(row):
        if after <= before:
            yield _finding(Problem.OUT_OF_ORDER, following, one)
    for (before, one), (after, following) in pairwise(sorted(row, key=lambda each: each[0])):
        if after > before + 1:
            yield _finding(Problem.LEAVES_A_GAP, following, one)


def _finding(problem: Problem, decision: Decision, before: Decision) -> Finding:
    return Finding(problem, decision.symbol or "", before.symbol or "", decision.id)


def _absent(taken: dict[UUID, Decision], printed: list[Decision]) -> Iterator[Finding]:
    shown = {decision.id for decision in printed}
    for decision in taken.values():
        if decision.id not in shown:
            symbol = decision.symbol or decision.temporary_symbol
            yield Finding(Problem.NOT_IN_THE_DOCUMENT, symbol, subject=decision.id)
