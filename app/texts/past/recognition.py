"""Puts together all that one old paper says: what it is, its language, its meeting, its lists."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.texts.past.body_terms import BodyTerms, Closeness
from app.texts.past.decision_lists import DecisionSaid, find_decisions
from app.texts.past.evidence import Line, Place, PlaceKind, Said, sentences_of
from app.texts.past.file_kinds import FileKind, tell_kind
from app.texts.past.meeting_mentions import Mentions
from app.texts.past.meeting_said import MeetingSaid
from app.texts.past.plain_lists import ActionSaid, DelegateSaid, find_actions, find_delegates
from app.texts.past.rule_labels import RulesSaid, find_rules

_LETTERS = (
    ("ko", re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")),
    ("ja", re.compile("[\u3040-\u30ff\u31f0-\u31ff]")),
    ("mn", re.compile("[\u0400-\u052f]")),
    ("en", re.compile("[A-Za-z]")),
)
_SAMPLE = 20_000
_HEAD = 15
_WORD_LENGTH = 4
"""How many Latin or Cyrillic letters say about as much as one Korean or Japanese one."""
_TRANSLATION = re.compile(
    r"unofficial\s+translation|비공식\s?번역|仮訳|非公式訳|албан\s+бус\s+орчуулга", re.IGNORECASE
)
_ENDING = re.compile(r"\.\w{1,5}$")
_JOINED = re.compile(r"[_]+")


@dataclass(frozen=True)
class PaperSaid:
    """What one file says.

    Attributes:
        closeness: How surely it is about the body.
        is_translation: Whether it calls itself an unofficial translation.
    """

    kind: Said[FileKind]
    language: str
    meeting: MeetingSaid
    decisions: tuple[Said[DecisionSaid], ...] = ()
    actions: tuple[Said[ActionSaid], ...] = ()
    delegates: tuple[Said[DelegateSaid], ...] = ()
    rules: Said[RulesSaid] | None = None
    closeness: Closeness = Closeness.NOT
    is_translation: bool = False


def recognise(file: str, lines: Sequence[Line], terms: BodyTerms) -> PaperSaid:
    """Return what a file says; its name is its first line, and counts as a weak witness.

    Args:
        file: Its name, as quotations name it.
        lines: What it says, at least one line.
        terms: What the body and its sides are called.
    """
    stem = _JOINED.sub(" ", _ENDING.sub("", file.rpartition("/")[2]))
    told = (Line(stem, Place(PlaceKind.NAME)), *lines)
    kind = tell_kind(file, told)
    sentences = tuple(sentences_of(told))
    return PaperSaid(
        kind=kind,
        language=language_of(lines),
        meeting=Mentions(file, sentences, kind.value, terms).read(),
        decisions=find_decisions(file, told, sentences, kind.value),
        actions=find_actions(file, told, terms),
        delegates=find_delegates(file, told, kind.value, terms),
        rules=find_rules(file, told) if kind.value is FileKind.RULES else None,
        closeness=terms.closeness(" ".join(line.text for line in told[:_HEAD])[:_SAMPLE]),
        is_translation=any(_TRANSLATION.search(line.text) for line in lines),
    )


def language_of(lines: Sequence[Line]) -> str:
    """Return the language in which most of a file is written."""
    sample = "\n".join(line.text for line in lines)[:_SAMPLE]
    counted = Counter({tag: len(letters.findall(sample)) for tag, letters in _LETTERS})
    for tag in ("mn", "en"):
        counted[tag] //= _WORD_LENGTH
    if counted["ja"]:
        counted["ja"] *= 2  # every other letter of Japanese is a Chinese one
    tag, count = counted.most_common(1)[0]
    return tag if count else "en"
