"""Tells what an old paper is: minutes, an agenda, a decision, rules, a list of participants."""

import re
from collections.abc import Sequence
from enum import StrEnum

from app.texts.past.evidence import Certainty, Line, PlaceKind, Quote, Said, plain, shorten


class FileKind(StrEnum):
    """What a file is."""

    MINUTES = "minutes"
    AGENDA = "agenda"
    DECISION = "decision"
    RULES = "rules"
    PARTICIPANTS = "participants"
    OTHER = "other"


_HEAD = 12
_LONGEST_TITLE = 160
_PARTICIPANTS = (
    r"list\s+of\s+(?:participants|delegates|delegations)|participants?[_ ]list|참가자\s?명단"
    r"|참석자\s?명단|참석자\s?명부|参加者(?:名簿|リスト|一覧)|出席者(?:名簿|リスト|一覧)"
    r"|оролцогчдын\s+(?:жагсаалт|нэрс)"
)
_MINUTES = (
    r"agreed\s+minutes|(?<!adoption of the )\bminutes\b|summary\s+record"
    r"|record\s+of\s+(?:the\s+)?discussions?|meeting\s+report|회의록|합의\s?의사록|회의\s?결과"
    r"|議事録|合意議事録|議事要旨|тэмдэглэл|протокол"
)
_AGENDA = (
    r"\b(?:provisional|draft|annotated|adopted)?[_ ]?agenda\b|\bprogramme\s+of\s+the\s+meeting"
    r"|의제|의사일정|회의\s?일정|議題|議事次第|議事日程|хэлэлцэх\s+асуудал|хурлын\s+хөтөлбөр"
)
_DECISION = (
    r"^(?:draft\s+)?decisions?\s+(?:no\.?\s*)?[A-Z]{0,6}-?\d|^(?:결정|결정문)(?:\s|제|$)"
    r"|제\s?\d+\s?호\s?결정|^決定(?:\s|第|書|$)|第\s?\d+\s?号\s?決定|^(?:шийдвэр|тогтоол)\b"
    r"|\bdecision[_ ]?\d"
)
_RULES = (
    r"rules\s+of\s+(?:procedures?|implementation)|\brules\s+and\s+(?:procedures|guidelines)"
    r"|guidelines?\s+for|terms\s+of\s+reference|\bprocedure\b|common\s+specifications"
    r"|glossary\s+of\s+terms|의사규칙|운영\s?규정|시행\s?규칙|세칙|手続規則|実施規則|規則"
    r"|ガイドライン|дүрэм|журам|\bRoP\b|[_ ]ver\.?\d"
)
_WORDS = (
    (FileKind.PARTICIPANTS, _PARTICIPANTS),
    (FileKind.MINUTES, _MINUTES),
    (FileKind.AGENDA, _AGENDA),
    (FileKind.DECISION, _DECISION),
    (FileKind.RULES, _RULES),
)
_KINDS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _WORDS)
_ARTICLE = re.compile(
    r"^(?:article\s+\d+|art\.\s*\d+|제\s?\d+\s?조|第\s?[\d一二三四五六七八九十]+\s?条"
    r"|\d+\s?-?\s?(?:дугаар|дүгээр|р)\s+зүйл)",
    re.IGNORECASE,
)
_ENOUGH_ARTICLES = 3
_SENTENCE = re.compile(r"[.。]$")


def tell_kind(file: str, lines: Sequence[Line]) -> Said[FileKind]:
    """Return what a file is, by its headings, its name, and how its paragraphs begin."""
    named = [line for line in lines if line.place.kind is PlaceKind.NAME]
    head = [line for line in lines if line.place.kind is not PlaceKind.NAME][:_HEAD]
    said = _by_words(file, head, Certainty.CERTAIN) or _by_words(file, named, Certainty.LIKELY)
    rules = _by_articles(file, lines)
    if rules is not None and (said is None or said.value in _MAY_HAVE_ARTICLES):
        return rules
    first = head[0] if head else lines[0]
    quote = Quote(file, first.place, shorten(first.text))
    return said or Said(FileKind.OTHER, quote, Certainty.LIKELY)


_MAY_HAVE_ARTICLES = frozenset({FileKind.RULES, FileKind.OTHER})


def _by_words(file: str, lines: Sequence[Line], grade: Certainty) -> Said[FileKind] | None:
    for line in lines:
        told = plain(line.text)
        if len(told) > _LONGEST_TITLE or _SENTENCE.search(told):
            continue
        for kind, words in _KINDS:
            if words.search(told):
                return Said(kind, Quote(file, line.place, shorten(line.text)), grade)
    return None


def _by_articles(file: str, lines: Sequence[Line]) -> Said[FileKind] | None:
    articles = [line for line in lines if _ARTICLE.match(plain(line.text))]
    if len(articles) < _ENOUGH_ARTICLES:
        return None
    first = articles[0]
    return Said(FileKind.RULES, Quote(file, first.place, shorten(first.text)), Certainty.CERTAIN)
