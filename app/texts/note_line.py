"""Reads the lines that a minute-taker types during a meeting: ``D:``, ``A:``, ``N:``, ``+ name``.

Nothing is guessed and nothing is lost: a line that breaks its own grammar comes back as a fault
that says what is wrong, and one without a mark is a plain sentence.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.texts.due_days import DayTrouble, read_due

ALL_SIDES = ""
"""Stands where the code of a side would: what is said goes for all of them together."""

_ATTENDED = re.compile(r"\s*(?:[PpＰｐ]\s*)?[+＋](?!\d)\s*(.*)", re.DOTALL)
_HEAD = re.compile(r"\s*([^:：﹕\n]{1,60}?)\s*[:：﹕](?!//)\s*(.*)", re.DOTALL)
_COLON = re.compile(r"(?<!\d)[:：﹕](?!//)|[:：﹕](?![\d/])")
_COMMA = re.compile(r"[,，、;；]")
_LONGEST_HEADER = 120
_ARTICLE = re.compile(r"^(?:the|de)\s+")
_SIDE = re.compile(
    r"\s*(?:side|sides|delegation|측|대표단|側|代表団|тал|талууд|талын төлөөлөгчид)$"
)
_GENITIVE = re.compile(r"(?<=[а-яёөү]{3})(?:гийн|ийн|ын|ий|ы)$")
"""Mongolian says “of Mongolia” by an ending."""


class NoteKind(StrEnum):
    """What a line becomes."""

    DECISION = "decision"
    ACTION = "action"
    NOTED = "noted"
    STATED = "stated"
    ATTENDED = "attended"
    PLAIN = "plain"


class NoteProblem(StrEnum):
    """What is wrong with a line."""

    NOTHING_SAID = "nothing-said"
    SIDE_MISSING = "side-missing"
    SIDE_UNKNOWN = "side-unknown"
    NO_SUCH_DAY = "no-such-day"
    DAY_UNCLEAR = "day-unclear"
    NAME_MISSING = "name-missing"


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line that was understood.

    Attributes:
        kind: What it becomes.
        text: The words, without mark, side and due day; the name, where somebody attended.
        side: The code of the side, ``ALL_SIDES`` for all together, ``None`` where none is named.
        due_on: By which day an action item is due.
        due_words: The same where the words name no day.
    """

    kind: NoteKind
    text: str
    side: str | None = None
    due_on: date | None = None
    due_words: str = ""


@dataclass(frozen=True, slots=True)
class NoteFault:
    """A line that was not understood; ``words`` are those in question."""

    problem: NoteProblem
    words: str = ""


# The letter, the same in Cyrillic, the word itself, and what lies on the key of the letter where a
# Korean or a Mongolian keyboard is switched on.
_WRITTEN: Mapping[str, NoteKind] = {
    **dict.fromkeys(("d", "д", "결정", "шийдвэр", "決定"), NoteKind.DECISION),
    **dict.fromkeys(("a", "а", "조치", "조치사항", "үүрэг", "арга хэмжээ"), NoteKind.ACTION),
    **dict.fromkeys(("行動", "対応"), NoteKind.ACTION),
    **dict.fromkeys(("n", "н", "유의", "тэмдэглэв", "тэмдэглэл", "留意"), NoteKind.NOTED),
    **dict.fromkeys(("ㅇ", "б"), NoteKind.DECISION),
    **dict.fromkeys(("ㅁ", "й"), NoteKind.ACTION),
    **dict.fromkeys(("ㅜ", "т"), NoteKind.NOTED),
}
_MARKS = {unicodedata.normalize("NFKC", mark): kind for mark, kind in _WRITTEN.items()}
_ALL_SIDES = (
    *("both", "both sides", "two sides", "all", "all sides", "each side", "joint"),
    *("양측", "양국", "각 측", "쌍방", "공동"),
    *("хоёр тал", "талууд", "бүх тал"),
    *("双方", "両者", "各側", "全員"),
)


def side_words(sides: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Return by which words each side may be named, folded; all sides together among them.

    Args:
        sides: Each side's code, with its names and adjectives in whatever language.
    """
    known = {_fold(words): ALL_SIDES for words in _ALL_SIDES}
    for code, names in sides:
        for words in (code, *names):
            if _fold(words):
                known[_fold(words)] = code
    return known


def is_marked(line: str) -> bool:
    """Return whether a line begins with one of the marks, whatever follows it."""
    if _ATTENDED.fullmatch(line) is not None:
        return True
    head = _HEAD.fullmatch(line)
    return head is not None and _kind(head[1]) is not None


def read_note_line(line: str, *, sides: Mapping[str, str]) -> NoteLine | NoteFault:
    """Return what a typed line says.

    Args:
        line: As it was typed, in whatever language and with whatever colon.
        sides: By which words each side may be named, as ``side_words`` gives them.
    """
    attended = _ATTENDED.fullmatch(line)
    if attended is not None:
        name = attended[1].strip()
        if not name:
            return NoteFault(NoteProblem.NAME_MISSING)
        return NoteLine(NoteKind.ATTENDED, name)
    head = _HEAD.fullmatch(line)
    if head is None:
        return _plain(line)
    kind = _kind(head[1])
    if kind is not None:
        return _read_marked(kind, head[2].strip(), sides)
    side = sides.get(_fold(head[1]))
    if side is None or side == ALL_SIDES:
        return _plain(line)
    return _said(NoteLine(NoteKind.STATED, head[2].strip(), side=side))


def _kind(mark: str) -> NoteKind | None:
    return _MARKS.get(unicodedata.normalize("NFKC", mark).casefold())


def _read_marked(kind: NoteKind, rest: str, sides: Mapping[str, str]) -> NoteLine | NoteFault:
    if kind is NoteKind.ACTION:
        return _read_action(rest, sides)
    if kind is NoteKind.NOTED:
        head = _HEAD.fullmatch(rest)
        side = sides.get(_fold(head[1])) if head else None
        if head is not None and side is not None:
            return _said(NoteLine(kind, head[2].strip(), side=side))
    return _said(NoteLine(kind, rest))


def _read_action(rest: str, sides: Mapping[str, str]) -> NoteLine | NoteFault:
    """Read ``side, due: text``; the due day may be left out, the side may not."""
    if not rest:
        return NoteFault(NoteProblem.NOTHING_SAID)
    colon = _COLON.search(rest)
    if colon is None or colon.start() > _LONGEST_HEADER:
        return NoteFault(NoteProblem.SIDE_MISSING)
    header, text = rest[: colon.start()], rest[colon.end() :].strip()
    comma = _COMMA.search(header)
    named = (header[: comma.start()] if comma else header).strip()
    due = read_due(header[comma.end() :]) if comma else read_due("")
    if not named:
        return NoteFault(NoteProblem.SIDE_MISSING)
    side = sides.get(_fold(named))
    if side is None:
        return NoteFault(NoteProblem.SIDE_UNKNOWN, named)
    if due.trouble is not None:
        words = header[comma.end() :].strip() if comma else ""
        is_unclear = due.trouble is DayTrouble.UNCLEAR
        return NoteFault(NoteProblem.DAY_UNCLEAR if is_unclear else NoteProblem.NO_SUCH_DAY, words)
    return _said(NoteLine(NoteKind.ACTION, text, side, due.on, due.words))


def _plain(line: str) -> NoteLine | NoteFault:
    return _said(NoteLine(NoteKind.PLAIN, line.strip()))


def _said(read: NoteLine) -> NoteLine | NoteFault:
    return read if read.text else NoteFault(NoteProblem.NOTHING_SAID)


def _fold(words: str) -> str:
    """Return words as sides are compared: without case, width, article and the word for side."""
    plain = " ".join(unicodedata.normalize("NFKC", words).casefold().split())
    bare = _SIDE.sub("", _ARTICLE.sub("", plain))
    return _GENITIVE.sub("", bare) or plain
