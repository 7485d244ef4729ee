"""Reads a search line: words, “phrases”, -without, and conditions such as ``status:open``.

It never fails. What cannot be understood is told in a sentence; a word with a colon that is no
condition, such as a time of day, is looked for as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.texts.query.asked import Asked, Condition, Field, Problem
from app.texts.query.days import read_days
from app.texts.query.vocabulary import FIELDS, TYPES, kinds_of, status_of
from app.texts.segments import Ending, Term, fold, terms

LONGEST = 400
"""Longer than this is no search, but a text that was pasted."""
MOST_PARTS = 24

_QUOTES = '"“”„«»'
_NAME = "|".join(sorted(FIELDS, key=len, reverse=True))
_PART = re.compile(
    rf"(?P<bare>[-−]?(?:{_NAME}):[<>=]*)(?=\s|$)"
    rf"|(?P<minus>[-−]?)(?:(?P<name>{_NAME}):(?P<comparison>[<>]=?|=|))?"
    rf"(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]?|(?P<word>[^\s{_QUOTES}]+))",
    re.IGNORECASE,
)
_SHORTEST_OPEN = 2
_EXAMPLE = "For example: landfill type:decision meeting:12, or “project review” -draft."
_TOO_LONG = Problem(
    f"This is too long to look for: a search has at most {LONGEST} characters.",
    "Type a few words that stand in what you look for.",
)
_TOO_MANY = Problem(
    f"This has too many words: a search has at most {MOST_PARTS}.",
    "Leave out the words that stand everywhere.",
)
_NOTHING = Problem("There is no word here to look for.", _EXAMPLE)
_ONLY_WITHOUT = Problem(
    "This says only what to leave out.", f"Type a word that shall be there too. {_EXAMPLE}"
)
_WANTED = {
    Field.MEETING: "Type the number or the code of the meeting: meeting:12, meeting:last.",
    Field.BODY: "Type the code or a word of the name of the body: body:JC.",
    Field.PARTY: "Type the code or the name of a party: party:KR; party:us is your own side.",
    Field.TYPE: f"Type one of these: {', '.join(sorted({'type:' + key for key in TYPES}))}.",
    Field.STATUS: "Type open, late, closed, or a state such as status:adopted, status:draft.",
    Field.DUE: "Type a day: due:2026-12-01, due:<2026-12, due:today, due:<next-meeting.",
    Field.DAY: "Type a day: on:2026-12-01, on:2026, on:>last-meeting.",
    Field.OWNER: "Type the code or the name of whoever has to do it: owner:KR, owner:me.",
}


def read(text: str, *, today: date, is_typing: bool = False) -> Asked:
    """Return what a search line asks for.

    Args:
        text: What was typed.
        today: The day that “today” means.
        is_typing: The last word may not be finished, so that it also finds longer ones.
    """
    if not text.strip():
        return Asked()
    if len(text) > LONGEST:
        return Asked(problem=_TOO_LONG)
    parts = list(_PART.finditer(text))
    if len(parts) > MOST_PARTS:
        return Asked(problem=_TOO_MANY)
    found = Asked()
    for part in parts:
        found = _with(found, part, today, is_typing=is_typing)
        if found.problem is not None:
            return Asked(problem=found.problem)
    if is_typing and parts and parts[-1].end() == len(text) and parts[-1]["word"]:
        found = replace(found, words=_opened(found.words, parts[-1]))
    if found.words or found.conditions:
        return found
    return Asked(problem=_ONLY_WITHOUT if found.without else _NOTHING)


def _with(found: Asked, part: re.Match[str], today: date, *, is_typing: bool) -> Asked:
    bare = part["bare"]
    if bare is not None:
        named = FIELDS[bare.lstrip("-−").partition(":")[0].lower()]
        says_nothing = Problem(f"“{bare}” says nothing yet.", _WANTED[named])
        return found if is_typing else Asked(problem=says_nothing)
    field = FIELDS.get((part["name"] or "").lower())
    is_not = bool(part["minus"])
    if field is not None:
        condition = _condition(field, part, today, is_not=is_not)
        if isinstance(condition, Problem):
            return Asked(problem=condition)
        return replace(found, conditions=(*found.conditions, *condition))
    words = tuple(_terms_of(part))
    if is_not:
        return replace(found, without=_joined(found.without, words))
    return replace(found, words=_joined(found.words, words))


def _condition(
    field: Field, part: re.Match[str], today: date, *, is_not: bool
) -> tuple[Condition, ...] | Problem:
    told = part["phrase"] if part["phrase"] is not None else part["word"]
    value = " ".join(fold(told).split())
    if not value:
        return Problem(f"“{part.group().strip()}” says nothing yet.", _WANTED[field])
    if field in (Field.DUE, Field.DAY):
        days = read_days(f"{part['comparison']}{value}", today)
        if days is None:
            return Problem(f"“{told}” is no day.", _WANTED[field])
        return (Condition(field, value, days, is_not),)
    if field is Field.STATUS:
        value = status_of(value)
        if not value:
            return Problem(f"There is no state “{told}”.", _WANTED[field])
    if field is Field.TYPE and not kinds_of(value):
        return Problem(f"There is no kind of record called “{told}”.", _WANTED[field])
    return (Condition(field, value, None, is_not),)


def _terms_of(part: re.Match[str]) -> Iterator[Term]:
    if part["phrase"] is not None:
        yield from terms(f'"{part["phrase"]}"')
    else:
        yield from terms(part["word"])


def _joined(known: tuple[Term, ...], further: tuple[Term, ...]) -> tuple[Term, ...]:
    return known + tuple(term for term in further if term not in known)


def _opened(words: tuple[Term, ...], part: re.Match[str]) -> tuple[Term, ...]:
    """Let the last word, which may go on, find longer ones too."""
    last = next(iter(_terms_of(part)), None)
    if last is None or last not in words or last.ending is not Ending.CLOSED:
        return words
    piece = last.segments[-1]
    if not piece.isalpha() or len(piece) < _SHORTEST_OPEN:
        return words
    return tuple(replace(term, ending=Ending.WORD) if term == last else term for term in words)
