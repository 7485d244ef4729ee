"""Finds decisions in old papers: those with a number of their own, and sentences that decide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.texts.past.days import find_days
from app.texts.past.evidence import (
    Certainty,
    Line,
    PlaceKind,
    Quote,
    Said,
    Sentence,
    plain,
    shorten,
)
from app.texts.past.file_kinds import FileKind
from app.texts.past.section_headings import ends_a_decision

_NUMBER = r"(?P<number>[A-Z]{0,6}[-/ ]?\d[\w./-]*[\w])|(?P<figure>\d)"
_HEADINGS = (
    re.compile(
        rf"^\s*(?:draft\s+)?decision\s+(?:no\.?\s*|number\s*|n°\s*|№\s*)?(?:{_NUMBER})"
        r"(?P<rest>.*)$",
        re.IGNORECASE,
    ),
    re.compile(rf"^\s*결정(?:문|사항)?\s*제?\s*(?:{_NUMBER})\s*호?(?P<rest>.*)$"),
    re.compile(r"^\s*제\s?(?P<number>\d[\d/-]*)\s?호\s*결정(?P<figure>(?!))?(?P<rest>.*)$"),
    re.compile(rf"^\s*決定\s*第?\s*(?:{_NUMBER})\s*号?(?P<rest>.*)$"),
    re.compile(r"^\s*第\s?(?P<number>\d[\d/-]*)\s?号\s*決定(?P<figure>(?!))?(?P<rest>.*)$"),
    re.compile(
        rf"^\s*(?:шийдвэр|тогтоол)\s*(?:№|#|дугаар)?\s*(?:{_NUMBER})(?P<rest>.*)$", re.IGNORECASE
    ),
)
_CITED = re.compile(
    r"^\s*(?:[,;)]|and\b|of\s+the\s+\w+\s+meeting|on\s+|in\s+|para|annex|,)|^\s*[a-z]"
)
_OF_THE_BODY = re.compile(r"^\s*of\s+the\s+", re.IGNORECASE)
_BRACKETED = re.compile(r"^\s*[\[(<“«「『]+|[\])>”»」』]+\s*$")
_SIGNS = re.compile(r"^[\s:.–—|-]+")
_DECIDES = re.compile(
    r"\b(?:committee|group|sides|parties|countries|meeting|delegations)\s+(?:\w+\s+){0,3}?"
    r"(?:adopted|decided|approved|endorsed)\b|(?:을|를)\s?(?:채택|결정|승인|의결)(?:하였|했|함)"
    r"|を?(?:採択|決定|承認)(?:した|しました|された)|(?:баталсан|батлав|баталлаа|шийдвэрлэв"
    r"|шийдвэрлэсэн|тогтов)",
    re.IGNORECASE,
)
_LONGEST_TITLE = 300
_LONGEST_TEXT = 60_000


@dataclass(frozen=True, slots=True)
class DecisionSaid:
    """A decision as it is printed.

    Attributes:
        number: As printed; empty for a sentence that decides something.
        day: The day that stands with it; empty as a rule.
    """

    number: str
    title: str
    text: str
    day: str = ""


def find_decisions(
    file: str, lines: Sequence[Line], sentences: Sequence[Sentence], kind: FileKind
) -> tuple[Said[DecisionSaid], ...]:
    """Return the decisions in a file; a citation of one elsewhere is none."""
    headed = tuple(_headed(file, lines))
    if headed or kind in {FileKind.RULES, FileKind.AGENDA, FileKind.PARTICIPANTS}:
        return headed
    return tuple(_in_sentences(file, sentences))


def _headed(file: str, lines: Sequence[Line]) -> Iterator[Said[DecisionSaid]]:
    found = [
        (row, match)
        for row, line in enumerate(lines)
        if line.place.kind is not PlaceKind.NAME and (match := _heading(line)) is not None
    ]
    ends = [*(row for row, _match in found[1:]), len(lines)]
    seen: set[str] = set()
    for (row, match), end in zip(found, ends, strict=False):
        number = _number(match)
        if number.casefold() in seen:
            continue
        seen.add(number.casefold())
        title, first = _title(lines, row, match, end)
        text = _text(lines[first:end])
        named = lines[row].text
        beyond = "" if title in plain(named) else title
        quote = Quote(file, lines[row].place, shorten(f"{named} {beyond}"))
        grade = Certainty.CERTAIN if title else Certainty.LIKELY
        yield Said(DecisionSaid(number, title, text, _day(lines[row:first])), quote, grade)


def _text(lines: Sequence[Line]) -> str:
    """Return the text of a decision, which ends where another section begins."""
    told: list[str] = []
    for line in lines:
        if ends_a_decision(plain(line.text)):
            break
        told.append(line.text.strip())
    return "\n".join(told)[:_LONGEST_TEXT].strip()


def _heading(line: Line) -> re.Match[str] | None:
    told = plain(line.text)
    for pattern in _HEADINGS:
        found = pattern.match(told)
        if found is None:
            continue
        rest = found["rest"]
        if _OF_THE_BODY.match(rest) and len(told) <= _LONGEST_TITLE:
            return found
        if not _CITED.match(rest) and len(told) <= _LONGEST_TITLE:
            return found
    return None


def _number(found: re.Match[str]) -> str:
    return (found["number"] or found["figure"]).strip()


def _title(lines: Sequence[Line], row: int, found: re.Match[str], end: int) -> tuple[str, int]:
    """Return the title of a decision, and the row at which its text begins."""
    rest = _SIGNS.sub("", found["rest"]).strip()
    if rest and not _OF_THE_BODY.match(found["rest"]):
        return _BRACKETED.sub("", rest).strip() or rest, row + 1
    for place in range(row + 1, min(end, row + 4)):
        told = plain(lines[place].text)
        if len(told) <= _LONGEST_TITLE and not _is_date_line(told):
            return _BRACKETED.sub("", told).rstrip(".").strip(), place + 1
    return "", row + 1


def _is_date_line(told: str) -> bool:
    days = find_days(told)
    if days and len(told) - (days[0].end - days[0].start) <= 8:
        return True
    return len(told) <= 6  # such as “of …”


def _day(lines: Sequence[Line]) -> str:
    for line in lines:
        for days in find_days(plain(line.text)):
            if days.first == days.last and days.certainty is Certainty.CERTAIN:
                return days.first.isoformat()
    return ""


def _in_sentences(file: str, sentences: Sequence[Sentence]) -> Iterator[Said[DecisionSaid]]:
    seen: set[str] = set()
    for sentence in sentences:
        if sentence.place.kind is PlaceKind.NAME or not _DECIDES.search(sentence.plain):
            continue
        if sentence.plain in seen or len(sentence.plain) < 20:
            continue
        seen.add(sentence.plain)
        said = DecisionSaid("", shorten(sentence.text).rstrip(".。")[:160], sentence.text)
        yield Said(said, sentence.quoted(file), Certainty.DOUBTFUL)
