"""What a line or sentence about a meeting is: a title, a line of days, one about the next."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from app.texts.past import meeting_words as words
from app.texts.past.days import Days
from app.texts.past.evidence import Certainty, Said, Sentence, is_surer
from app.texts.past.whereabouts import Whereabouts

_LONGEST_TITLE = 200
_SIGN = re.compile(r"^[^\w(\[“「『]+")
_OF_THE = re.compile(
    r"^.*\b(?:minutes|record|agenda|programme|participants|discussions?|report|decisions?)\b.*?"
    r"\b(?:of|for|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PAPER_WORD = re.compile(
    r"\s?(?:\(안\)\s*)?(?:회의록|합의\s?의사록|의사일정|의제|참석자\s?명단|합의의사록|議事録|合意議事録"
    r"|議事次第|議題|参加者名簿|出席者名簿)$"
)
_LETTER_HEAD = re.compile(r"^[^.;]{0,60}$")


def title_in(sentence: Sentence, start: int) -> str:
    """Return the title of a meeting out of that of its paper: without “Agreed Minutes of the”."""
    told = sentence.plain
    if _OF_THE.match(told[:start]):
        told = told[start:]
    return _PAPER_WORD.sub("", _SIGN.sub("", told)).strip()


def is_about_next(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of the meeting after this one."""
    return words.NEXT.search(sentence.plain) is not None


def is_title(sentence: Sentence) -> bool:
    """Say whether a line is short and ends like a title."""
    return len(sentence.plain) <= _LONGEST_TITLE and not sentence.plain.endswith((".", "。"))


def is_line_of_days(sentence: Sentence, days: Days) -> bool:
    """Say whether a short line gives a day and hardly more: a place, a day of the week."""
    rest = f"{sentence.plain[: days.start]} {sentence.plain[days.end :]}"
    is_short = len(rest.split()) <= 5 and len(rest) <= 50
    return is_short and _LETTER_HEAD.match(rest) is not None and ":" not in rest


def in_year(day: date, year: int) -> date | None:
    """Return the same day of another year; nothing for 29 February of most."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def distinct(found: Sequence[Said[Any]]) -> tuple[Said[Any], ...]:
    """Return each value once, with its surest sentence; days by what they are, not how written."""
    kept: dict[object, Said[Any]] = {}
    for said in found:
        key = _key(said.value)
        there = kept.get(key)
        if there is None or is_surer(said.certainty, there.certainty):
            kept[key] = said
    surest = [each for each in kept.values() if each.certainty is not Certainty.DOUBTFUL]
    return tuple(surest or kept.values())


def _key(value: object) -> object:
    if isinstance(value, Days):
        return (value.first, value.last)
    return value.town.casefold() if isinstance(value, Whereabouts) else value
