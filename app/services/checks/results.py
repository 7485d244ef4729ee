"""What a check found, as values: the window finds the words for them."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class CheckKey(StrEnum):
    """What is looked at, in the order in which it is shown."""

    FACTS = "facts"
    NAMES = "names"
    PARTY_ORDER = "party-order"
    DECISIONS = "decisions"
    ANNEXES = "annexes"
    CONFIRMED = "confirmed"
    LANGUAGES = "languages"


class Outcome(StrEnum):
    """How a check came out."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not-applicable"


class Problem(StrEnum):
    """What is wrong with one thing."""

    MISSING = "missing"
    SPELLED_OTHERWISE = "spelled-otherwise"
    NOT_ON_THE_LIST = "not-on-the-list"
    NAMED_FIRST = "named-first"
    SIGNS_FIRST = "signs-first"
    NO_NUMBER = "no-number"
    OUT_OF_ORDER = "out-of-order"
    LEAVES_A_GAP = "leaves-a-gap"
    NOT_IN_THE_DOCUMENT = "not-in-the-document"
    NOT_ATTACHED = "not-attached"
    EMPTY = "empty"
    NOT_CONFIRMED = "not-confirmed"
    NOT_TRANSLATED = "not-translated"


@dataclass(frozen=True)
class Finding:
    """One thing that is to be mended.

    Attributes:
        problem: What is wrong with it.
        what: The thing, as the document or the record calls it.
        meant: What it should be, where that is known: a spelling, a party, a language.
        subject: The record to open in order to mend it, where it is one.
    """

    problem: Problem
    what: str
    meant: str = ""
    subject: UUID | None = None


@dataclass(frozen=True)
class Check:
    """The result of one check.

    Attributes:
        key: What was looked at.
        outcome: How it came out; failed as soon as there is a finding.
        total: How many things were looked at: people, decisions, annexes, paragraphs, languages.
        first: The first of them, where they are a row: a party, a decision.
        last: The last of them.
        findings: What is to be mended.
    """

    key: CheckKey
    outcome: Outcome
    total: int = 0
    first: str = ""
    last: str = ""
    findings: tuple[Finding, ...] = ()


def judge(
    key: CheckKey,
    findings: tuple[Finding, ...],
    *,
    total: int,
    first: str = "",
    last: str = "",
) -> Check:
    """Return the result of a check that applies: it passed if nothing was found."""
    outcome = Outcome.FAILED if findings else Outcome.PASSED
    return Check(key, outcome, total, first, last, findings)


def pass_over(key: CheckKey) -> Check:
    """Return the result of a check that has nothing to look at in this document."""
    return Check(key, Outcome.NOT_APPLICABLE)
