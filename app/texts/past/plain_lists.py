"""Reads the sections of an old paper that are plainly lists: what is to be done, and who came."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.texts.past.body_terms import BodyTerms, SideTerms
from app.texts.past.days import find_days
from app.texts.past.evidence import Certainty, Line, PlaceKind, Quote, Said, plain, shorten
from app.texts.past.file_kinds import FileKind
from app.texts.past.section_headings import ACTIONS, PARTICIPANTS

_SIDE_HEADING = re.compile(
    r"delegation|side\b|representatives|\(?from\b|측|대표단|側|代表団|тал\b|талаас|төлөөлөгч",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"^\s*(?:\(?[\dIVXa-z]{1,3}[.)]|[-–•·*▪○●※]|[①-⑳])\s*(?P<words>.+)$")
_HEADER = re.compile(
    r"\b(?:action|task|responsible|due|deadline|no)\b|조치|담당|기한|事項|担当|期限|ажил|хариуцах|хугацаа"
    r"|\bname\b|\bposition\b|\btitle\b|성명|직위|氏名|役職|нэр|албан",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"\d|ministry|agency|department|bureau|office|division|institute|university|corporation|service"
    r"|embassy|center|centre|city|government|committee|부$|청$|원$|공사|省$|庁$|局$|大使館|яам|газар"
    r"|хороо|төв|элчин",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:H\.?E\.?\s+)?(?:Mr|Ms|Mrs|Dr|Prof|Amb)\.?\s+", re.IGNORECASE)
_HEAD = re.compile(
    r"head\s+of\s+(?:the\s+)?delegation|chief\s+delegate|co-?chair|수석\s?대표|団長|首席|ахлагч|дарга",
    re.IGNORECASE,
)
_ONLY_HEAD = re.compile(rf"^\W*(?:{_HEAD.pattern})\W*$", re.IGNORECASE)
_NAME = re.compile(
    r"^(?:[^\W\d_]+[.’'-]?(?:[^\W\d_]|[’'-])*\s+){1,4}[^\W\d_][\w’'-]*$|^[가-힣]{2,5}$"
    r"|^[一-鿿々]{2,4}[\s　]?[一-鿿々ぁ-んァ-ヶ]{1,5}$|^[А-ЯӨҮЁ]\.\s?[А-ЯӨҮЁ][\w-]+$"
)
_LONGEST_NAME = 60
_LONGEST_ENTRY = 600
_MOST_BLANK = 400


@dataclass(frozen=True, slots=True)
class ActionSaid:
    """What is to be done: by which side, and by when as it is printed."""

    words: str
    side: str = ""
    due: str = ""
    due_words: str = ""


@dataclass(frozen=True, slots=True)
class DelegateSaid:
    """Who came: for which side, with which post and office as printed."""

    name: str
    side: str
    post: str = ""
    office: str = ""
    is_head: bool = False


def find_actions(
    file: str, lines: Sequence[Line], terms: BodyTerms
) -> tuple[Said[ActionSaid], ...]:
    """Return the action items of the sections that are headed so."""
    return tuple(_actions(file, lines, terms))


def find_delegates(
    file: str, lines: Sequence[Line], kind: FileKind, terms: BodyTerms
) -> tuple[Said[DelegateSaid], ...]:
    """Return the persons of the sections that are lists of participants."""
    found: dict[tuple[str, str], Said[DelegateSaid]] = {}
    for said in _delegates(file, lines, kind, terms):
        found.setdefault((said.value.name.casefold(), said.value.side), said)
    return tuple(found.values())


def _actions(file: str, lines: Sequence[Line], terms: BodyTerms) -> Iterator[Said[ActionSaid]]:
    is_list = False
    for line in lines:
        told = plain(line.text)
        if ACTIONS.match(told):
            is_list = True
            continue
        if not is_list:
            continue
        cells = _cells(line.text)
        entry = _ENTRY.match(line.text)
        if len(cells) > 1:
            if _is_header(cells):
                continue
            yield _action(file, line, cells, terms)
        elif entry is not None:
            yield _action(file, line, (entry["words"].strip(),), terms)
        else:
            is_list = False


def _action(file: str, line: Line, cells: Sequence[str], terms: BodyTerms) -> Said[ActionSaid]:
    told = [cell for cell in cells if not cell.strip(".()").isdecimal()]
    words = max(told, key=len, default="")
    if len(told) > 1:
        sides = terms.sides_in(" ".join(cell for cell in told if cell is not words))
    else:
        sides, words = _side_before_colon(words, terms)
    due_words, due = _due([cell for cell in told if cell is not words] or [words])
    said = ActionSaid(words, sides[0].key if len(sides) == 1 else "", due, due_words)
    return Said(said, Quote(file, line.place, shorten(line.text)), Certainty.CERTAIN)


def _side_before_colon(words: str, terms: BodyTerms) -> tuple[tuple[SideTerms, ...], str]:
    """Return the side before a colon, and the words after it; all words where there is none."""
    before, colon, rest = words.partition(":")
    sides = terms.sides_in(before) if colon and len(before) <= _LONGEST_NAME else ()
    return (sides, rest.strip()) if len(sides) == 1 and rest.strip() else ((), words)


def _due(cells: Sequence[str]) -> tuple[str, str]:
    for cell in reversed(cells):
        found = find_days(plain(cell))
        if found:
            return found[-1].words, found[-1].last.isoformat()
    return "", ""


def _delegates(
    file: str, lines: Sequence[Line], kind: FileKind, terms: BodyTerms
) -> Iterator[Said[DelegateSaid]]:
    is_list = kind is FileKind.PARTICIPANTS
    side = ""
    for line in lines:
        if line.place.kind is PlaceKind.NAME:
            continue
        told = plain(line.text)
        if PARTICIPANTS.match(told):
            is_list, side = True, ""
            continue
        if not is_list:
            continue
        named = terms.sides_in(told)
        if len(named) == 1 and _is_side_heading(told, line):
            side = named[0].key
            continue
        person = _person(line, side, named)
        if person is not None:
            grade = Certainty.CERTAIN if person.side and person.post else Certainty.LIKELY
            yield Said(person, Quote(file, line.place, shorten(line.text)), grade)
        elif kind is not FileKind.PARTICIPANTS and len(told) > _MOST_BLANK:
            is_list = False


def _is_side_heading(told: str, line: Line) -> bool:
    if len(told) > 100 or "\t" in line.text.strip() or _ENTRY.match(line.text):
        return False
    return _SIDE_HEADING.search(told) is not None or len(told.split()) <= 5


def _person(line: Line, side: str, named: Sequence[SideTerms]) -> DelegateSaid | None:
    if len(line.text) > _LONGEST_ENTRY:
        return None
    entry = _ENTRY.match(line.text)
    words = entry["words"] if entry else line.text
    cells = _cells(words) if "\t" in words.strip() else _parts(words)
    cells = tuple(cell for cell in cells if not cell.strip(".()").isdecimal())
    if not cells or _is_header(cells):
        return None
    name = _TITLE.sub("", cells[0]).strip()
    if len(name) > _LONGEST_NAME or _NO_PERSON.search(name) or not _NAME.match(name):
        return None
    if len(cells) == 1 and entry is None:
        return None
    own = next((each.key for each in named if any(_is_cell(c, each) for c in cells[1:])), "")
    rest = [cell for cell in cells[1:] if cell]
    told = [cell for cell in rest if not _ONLY_HEAD.match(cell)]
    return DelegateSaid(
        name=name,
        side=own or side,
        post=told[0] if told else "",
        office=", ".join(told[1:]),
        is_head=_HEAD.search(" ".join(rest)) is not None,
    )


def _is_cell(cell: str, side: SideTerms) -> bool:
    return cell.casefold() in {name.casefold() for name in side.names}


def _cells(text: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in text.split("\t") if cell.strip())


def _parts(words: str) -> tuple[str, ...]:
    pieces = re.split(r"\s*[,;，、:]\s*|\s+[–—-]\s+", words, maxsplit=2)
    return tuple(piece.strip() for piece in pieces if piece.strip())


def _is_header(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and sum(1 for c in cells if len(c) < 30 and _HEADER.search(c)) >= 2
