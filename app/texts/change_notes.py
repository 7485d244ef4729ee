"""Reads what a change note declares, and drafts one that declares everything that was changed.

A note is free text, written by people: only the numbers in it are read. A change that a note does
not name is told to whoever adopts the text, because declared change notes leave changes out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.rules import ProvisionKind
from app.texts.reading.label_values import value_of

Path = tuple[str, ...]
"""``("article 4", "2", "1")`` for Article 4(2)(a)."""

_SHORT = 6
"""More renumbered provisions than this are named by the first and the last."""


class Done(StrEnum):
    """What became of a provision, in the order in which a note tells it."""

    INSERTED = "inserted"
    REWORDED = "reworded"
    MOVED = "moved"
    REPEALED = "repealed"
    RENUMBERED = "renumbered"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A provision as it stands in the order of a text."""

    eid: str
    kind: str
    label: str
    depth: int


@dataclass(frozen=True, slots=True)
class NamedChange:
    """One change, with what the provision is called in the language of the note."""

    done: Done
    name: str
    was: str = ""


def paths_of(rows: Iterable[Numbered]) -> dict[str, Path]:
    """Return the path of every provision: that of its article, and the numbers below."""
    found: dict[str, Path] = {}
    above: list[tuple[int, Path]] = []
    last: dict[tuple[Path, str], int] = {}
    for row in rows:
        while above and above[-1][0] >= row.depth:
            above.pop()
        parent = above[-1][1] if above else ()
        kind = ProvisionKind(row.kind)
        counted = (parent, row.kind)
        value, inserted = value_of(row.label, kind=kind, after=last.get(counted, 0))
        if value is not None:
            last[counted] = value
        sign = _sign(value, inserted) if value is not None else row.label.casefold().strip()
        path = (*parent, sign) if _is_within(parent, kind) else (f"{row.kind} {sign}",)
        found[row.eid] = path
        above.append((row.depth, path))
    return found


def mentions_in(note: str) -> frozenset[Path]:
    """Return what a note names, in English, Korean, Japanese or Mongolian."""
    found: set[Path] = set()
    for clause in re.split(r"[;\n]|\.\s", note):
        found.update(_english(clause))
        for pattern in _ARTICLES:
            for match in pattern.finditer(clause):
                numbers = [sign for sign in match.groups()[2:] if sign]
                found.add((f"article {_joined(match[1], match[2])}", *numbers))
    return frozenset(found)


def is_declared(path: Path, names: Sequence[str], note: str, mentions: frozenset[Path]) -> bool:
    """Say whether a note names a provision, or one that it stands in.

    Args:
        path: The provision.
        names: What it is called; a note that has one of them word for word names it.
        note: The note.
        mentions: What ``mentions_in`` found in it.
    """
    if any(path[:length] in mentions for length in range(1, len(path) + 1)):
        return True
    return any(
        not _BARE.fullmatch(name)
        and re.search(rf"(?<!\w){re.escape(name)}(?![\w(])", note) is not None
        for name in names
    )


def draft_note(changes: Sequence[NamedChange], *, language: str) -> str:
    """Return a note that names every change; without one, what a first version says."""
    words = _WORDS.get(language, _WORDS["en"])
    if not changes:
        return words["first"]
    parts = []
    for done in Done:
        told = [change for change in changes if change.done is done]
        if told:
            parts.append(f"{words[done.value]}: {_listed(done, told, words)}.")
    return " ".join(parts)


def spell_alone(path: Path, name: str, *, language: str) -> str:
    """Return a name with its kind, where it is a number that nobody would understand alone.

    A paragraph that stands in no article is “27” in the text and “paragraph 27” in a note.
    """
    kind = path[0].partition(" ")[0] if path else ""
    patterns = _ALONE.get(language, {})
    return patterns[kind].format(name=name) if kind in patterns and _BARE.fullmatch(name) else name


def _listed(done: Done, told: list[NamedChange], words: dict[str, str]) -> str:
    names = [
        f"{each.name} ({words['was'].format(name=each.was)})" if each.was else each.name
        for each in told
    ]
    if done is Done.RENUMBERED and len(names) > _SHORT:
        return f"{names[0]} – {names[-1]}"
    return ", ".join(names)


def _is_within(parent: Path, kind: ProvisionKind) -> bool:
    """Say whether a provision is counted within the one above: a chapter counts no articles."""
    if not parent:
        return False
    above = parent[0].partition(" ")[0]
    return kind in _LOWER and above in _WITH_OWN_COUNT


_LOWER = frozenset({ProvisionKind.PARAGRAPH, ProvisionKind.ITEM, ProvisionKind.SUBITEM})
_WITH_OWN_COUNT = frozenset({"article", "paragraph", "annex", "item"})


def _sign(value: int, inserted: int) -> str:
    return f"{value}.{inserted}" if inserted else str(value)


def _joined(number: str, inserted: str | None) -> str:
    return f"{number}.{inserted}" if inserted else number


_BARE = re.compile(r"|(?:\d{1,4}|[IVXLC]{1,7}|[A-Za-z])(?: (?:bis|ter|quater))?\.?(?:\(\w{1,5}\))*")
"""A number alone: it stands everywhere, and names nothing."""
_ALONE = {
    "en": {"paragraph": "paragraph {name}", "chapter": "chapter {name}", "part": "part {name}"},
    "ko": {"paragraph": "제{name}항", "chapter": "제{name}장", "part": "제{name}편"},
    "ja": {"paragraph": "第{name}項", "chapter": "第{name}章", "part": "第{name}編"},
    "mn": {"paragraph": "{name} дахь хэсэг", "chapter": "{name} бүлэг", "part": "{name} хэсэг"},
}

# English ------------------------------------------------------------------------------------------

_UNITS = {
    "article": "article",
    "art": "article",
    "rule": "article",
    "paragraph": "paragraph",
    "para": "paragraph",
    "chapter": "chapter",
    "part": "part",
    "section": "section",
    "annex": "annex",
    "appendix": "annex",
    "attachment": "annex",
}
_NUMBER = r"(?:\d{1,4}(?:\s(?:bis|ter|quater|quinquies)\b)?|[IVXLC]{1,7}\b)(?:\s?\(\w{1,5}\))*"
_LIST = rf"{_NUMBER}(?:(?:\s?(?:,\s?and|,|and|or|&|to|through|[-–—])\s?){_NUMBER})*"
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_NAMED = re.compile(rf"\b({_UNIT})(?:s|es)?\.?[ \u00a0]({_LIST})", re.I)
_ONE = re.compile(rf"({_NUMBER})(\s?(?:to|through|[-–—])\s?)?")
_INSERTED = {"bis": 2, "ter": 3, "quater": 4, "quinquies": 5}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ABOVE = re.compile(r"\s*(?:of|in|under)\s+(?:the\s+)?$", re.I)
_BELOW = re.compile(r"\s*,?\s*$")


def _english(clause: str) -> Iterator[Path]:
    """Yield what a clause names; “paragraph 2 of Article 4” is one thing and not two."""
    matches = list(_NAMED.finditer(clause))
    within: dict[int, Path] = {}
    taken: set[int] = set()
    for place, match in enumerate(matches):
        if _UNITS[match[1].lower()] != "paragraph":
            continue
        before = clause[matches[place - 1].end() : match.start()] if place else "-"
        after = (
            clause[match.end() : matches[place + 1].start()] if place + 1 < len(matches) else "-"
        )
        for other, between, pattern in ((place + 1, after, _ABOVE), (place - 1, before, _BELOW)):
            if pattern.fullmatch(between) and _is_article(matches[other]):
                (within[place], *_) = _listed_in(matches[other])
                taken.add(other)
                break
    for place, match in enumerate(matches):
        if place in within:
            below = (path[0].partition(" ")[2:] + path[1:] for path in _listed_in(match))
            yield from (within[place] + numbers for numbers in below)
        elif place not in taken:
            yield from _listed_in(match)


def _is_article(match: re.Match[str]) -> bool:
    return _UNITS[match[1].lower()] in {"article", "annex"}


def _listed_in(match: re.Match[str]) -> list[Path]:
    unit = _UNITS[match[1].lower()]
    found: list[Path] = []
    begin: int | None = None
    for one in _ONE.finditer(match[2]):
        head, *below = _numbers(one[1])
        if begin is not None and head.isdecimal():
            found += [(f"{unit} {number}",) for number in range(begin + 1, int(head))]
        found.append((f"{unit} {head}", *below))
        begin = int(head) if one[2] and head.isdecimal() else None
    return found


def _numbers(text: str) -> list[str]:
    head, *below = re.split(r"\s?[()]+", text.strip())
    number, _, inserted = head.strip().partition(" ")
    first = number if number.isdecimal() else str(_roman(number))
    return [
        _joined(first, str(_INSERTED[inserted]) if inserted in _INSERTED else None),
        *(_low(sign) for sign in below if sign),
    ]


def _low(sign: str) -> str:
    is_letter = len(sign) == 1 and sign.isalpha()
    return str(ord(sign.lower()) - 96) if is_letter and sign.isascii() else sign


def _roman(text: str) -> int:
    values = [_ROMAN.get(sign, 0) for sign in text.upper()]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


_ARTICLES = (
    re.compile(
        r"제?\s?(\d{1,4})\s?조(?:의\s?(\d+))?(?:\s?제?\s?(\d{1,3})\s?항)?(?:\s?제?(\d+)\s?호)?"
    ),
    re.compile(r"第\s?(\d{1,4})\s?条(?:の(\d+))?(?:第?\s?(\d{1,3})\s?項)?(?:第?(\d+)号)?"),
    re.compile(
        r"(\d{1,4})[- ]?(?:дугаар|дүгээр|р)(?:\s?(\d) дахь)? зүйл(?:ийн|ын)?"
        r"(?:\s?\(?(\d{1,3})\)?(?:[- ]?(?:дахь|дэх|-р) (?:хэсэг|хэсгийн|заалт))?)?()"
    ),
)
_WORDS = {
    "en": {
        "first": "First text.",
        "inserted": "Inserted",
        "reworded": "Reworded",
        "moved": "Moved",
        "repealed": "Repealed",
        "renumbered": "Renumbered",
        "was": "was {name}",
    },
    "ko": {
        "first": "제정.",
        "inserted": "신설",
        "reworded": "개정",
        "moved": "이동",
        "repealed": "삭제",
        "renumbered": "번호 변경",
        "was": "종전 {name}",
    },
    "ja": {
        "first": "制定。",
        "inserted": "新設",
        "reworded": "改正",
        "moved": "移動",
        "repealed": "削除",
        "renumbered": "番号変更",
        "was": "旧{name}",
    },
    "mn": {
        "first": "Анхны найруулга.",
        "inserted": "Шинээр нэмсэн",
        "reworded": "Өөрчлөн найруулсан",
        "moved": "Шилжүүлсэн",
        "repealed": "Хассан",
        "renumbered": "Дугаар өөрчилсөн",
        "was": "өмнө нь {name}",
    },
}
