"""Finds in a text of rules what version it is, and when it was adopted and came into force."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.texts.past.days import find_days
from app.texts.past.evidence import Certainty, Line, PlaceKind, Quote, Said, plain, shorten
from app.texts.past.file_kinds import tell_kind

_LABEL = re.compile(
    r"(?<![a-z])(?P<label>ver(?:sion)?\.?\s?\d+(?:\.\d+)*|rev\.?\s?\d+|제\s?\d+\s?판|第\s?\d+\s?版"
    r"|\d+\s?-?\s?(?:дахь|дэх)\s+хувилбар)",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"\badopted\b|\bapproved\b|채택|제정|의결|採択|制定|承認|баталсан|батлагдсан", re.IGNORECASE
)
_IN_FORCE = re.compile(
    r"in(?:to)?\s+force|\beffective\b|takes?\s+effect|시행|발효|施行|発効|хүчин\s+төгөлдөр|мөрдөх",
    re.IGNORECASE,
)
_HEAD = 15
_LONGEST_TITLE = 200
_NOT_A_TITLE = re.compile(r"^(?:source|note|annex|attachment|별첨|別添|хавсралт)\b\s*[:：]?", re.I)


@dataclass(frozen=True, slots=True)
class RulesSaid:
    """What a text of rules says of itself; days are empty where it is silent."""

    title: str
    label: str = ""
    adopted_on: str = ""
    in_force_from: str = ""


def find_rules(file: str, lines: Sequence[Line]) -> Said[RulesSaid]:
    """Return what a text of rules says of itself, with the line of its title."""
    head = [line for line in lines if line.place.kind is not PlaceKind.NAME][:_HEAD]
    named = [line for line in lines if line.place.kind is PlaceKind.NAME]
    title = _title_line(head) or (head or lines)[0]
    said = RulesSaid(
        title=_LABEL.sub("", plain(title.text)).strip(" ()[]_-–,"),
        label=_label([*head, *named]),
        adopted_on=_day(lines, _ADOPTED),
        in_force_from=_day(lines, _IN_FORCE),
    )
    sure = said.label and tell_kind(file, lines).certainty is Certainty.CERTAIN
    grade = Certainty.LIKELY if sure else Certainty.DOUBTFUL
    return Said(said, Quote(file, title.place, shorten(title.text)), grade)


def _title_line(head: Sequence[Line]) -> Line | None:
    for line in head:
        told = plain(line.text)
        if told and len(told) <= _LONGEST_TITLE and not _NOT_A_TITLE.match(told):
            return line
    return None


def _label(lines: Sequence[Line]) -> str:
    for line in lines:
        found = _LABEL.search(plain(line.text))
        if found is not None:
            return found["label"].strip()
    return ""


def _day(lines: Sequence[Line], words: re.Pattern[str]) -> str:
    """Return the day in the first short line that says it was then."""
    for line in lines:
        told = plain(line.text)
        if len(told) > _LONGEST_TITLE or not words.search(told):
            continue
        for days in find_days(told):
            if days.certainty is Certainty.CERTAIN:
                return days.first.isoformat()
    return ""
