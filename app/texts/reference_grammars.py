"""Finds where a text names another of its provisions by number, in four languages.

Article 7(2), 제7조제2항, 第7条第2項 and 7 дугаар зүйлийн 2 are the same reference. What names a
provision of some other text (“Article 6 of the Paris Agreement”) is found too, and told apart:
nothing in this text may change it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.rules import ProvisionKind
from app.texts.english_references import find_english
from app.texts.label_numbers import INSERTED
from app.texts.provision_index import RANKS
from app.texts.reading.numerals import Numeral, read_numeral
from app.texts.reference_parts import FoundReference, Part
from app.texts.relative_references import find_relative

_K, _N = ProvisionKind, Numeral
_MARK = re.compile(r"\{ref:([^\s{}|]{1,200})(?:\|(?:full|last))?\}")
_RAISED = "¹²³⁴⁵⁶"


@dataclass(frozen=True)
class _Grammar:
    """How a language writes references.

    Attributes:
        pattern: One reference, its numbers in groups named after the levels.
        levels: What the group numbers, with the ways its number may be written.
        foreign: What stands before a reference to some other text.
        joined: What joins two references of which the second leaves out what it shares.
    """

    pattern: re.Pattern[str]
    levels: dict[str, tuple[tuple[ProvisionKind, ...], tuple[Numeral, ...]]]
    foreign: re.Pattern[str]
    joined: re.Pattern[str]


_FIGURES = (_N.DIGITS, _N.KANJI)
_UPPER = {
    "annex": ((_K.ANNEX,), (_N.DIGITS, _N.UPPER_ROMAN, _N.KANJI)),
    "part": ((_K.PART,), _FIGURES),
    "chapter": ((_K.CHAPTER,), _FIGURES),
    "section": ((_K.SECTION,), _FIGURES),
    "article": ((_K.ARTICLE,), _FIGURES),
    "paragraph": ((_K.PARAGRAPH,), _FIGURES),
}


def _korean(name: str, unit: str) -> str:
    return rf"제 ?(?P<{name}>\d{{1,3}}) ?{unit}"


_GANADA = "[가나다라마바사아자차카타파하]"
_KOREAN = _Grammar(
    pattern=re.compile(
        r"(?:(?:부속서|별표|별지) ?제?(?P<annex>\d{1,2}|[IVX]{1,5})호?)"
        rf"|{_korean('part', '편')}|{_korean('chapter', '장')}|{_korean('section', '절')}"
        r"|(?:제 ?(?P<article>\d{1,3})(?P<tail> ?조)(?:의 ?(?P<inserted>\d{1,2}))?)"
        rf"(?: ?{_korean('paragraph', '항')})?(?: ?제 ?(?P<number>\d{{1,2}}) ?호)?"
        rf"(?: ?(?P<letter>{_GANADA}) ?목)?"
        rf"|{_korean('lone', '항')}(?: ?제 ?(?P<lone_number>\d{{1,2}}) ?호)?"
        rf"(?: ?(?P<lone_letter>{_GANADA}) ?목)?"
        r"|제 ?(?P<only_number>\d{1,2}) ?호"
        rf"(?: ?(?P<only_letter>{_GANADA}) ?목)?"
    ),
    levels={
        **_UPPER,
        "lone": ((_K.PARAGRAPH,), _FIGURES),
        "number": ((_K.ITEM,), _FIGURES),
        "lone_number": ((_K.ITEM,), _FIGURES),
        "only_number": ((_K.ITEM,), _FIGURES),
        "letter": ((_K.ITEM, _K.SUBITEM), (_N.GANADA,)),
        "lone_letter": ((_K.ITEM, _K.SUBITEM), (_N.GANADA,)),
        "only_letter": ((_K.SUBITEM, _K.ITEM), (_N.GANADA,)),
    },
    foreign=re.compile(
        r"(?<!이 )(?<!본 )(?:협정|협약|조약|의정서|각서|헌장|법률?|시행령|결정)[」』”\"]?"
        r"(?:의|상)? ?$|(?:같은|동) ?조 ?$"
    ),
    joined=re.compile(
        r"(?: 및 | 또는 |과 |와 |부터 | 내지 |, ?|·| 와 | 과 )(?:(?:같은|동) ?조 ?)?"
    ),
)

_JN = r"[0-9０-９]{1,3}|[一二三四五六七八九十百]{1,5}"
_JAPANESE = _Grammar(
    pattern=re.compile(
        rf"(?:(?:附属書|付属書|別表|別紙|別添)第?(?P<annex>{_JN}|[IVX]{{1,5}}))"
        rf"|第(?P<part>{_JN})[編部]|第(?P<chapter>{_JN})章"
        rf"|第(?P<section>{_JN})節"
        rf"|(?:第(?P<article>{_JN})(?P<tail>条)(?:の(?P<inserted>[0-9０-９]|[二三四五六七八九]))?)"
        rf"(?:第(?P<paragraph>{_JN})項)?(?:第(?P<number>{_JN})号)?"
        r"(?:[（(]?(?P<letter>[イロハニホヘトチリヌルヲア-オ])(?![ァ-ヶー])[)）]?)?"
        rf"|第(?P<lone>{_JN})項(?:第(?P<lone_number>{_JN})号)?"
        r"(?:[（(](?P<lone_letter>[ア-ン])[)）])?"
        rf"|第(?P<only_number>{_JN})号"
    ),
    levels={
        **_UPPER,
        "lone": ((_K.PARAGRAPH,), _FIGURES),
        "number": ((_K.ITEM,), _FIGURES),
        "lone_number": ((_K.ITEM,), _FIGURES),
        "only_number": ((_K.ITEM,), _FIGURES),
        "letter": ((_K.ITEM, _K.SUBITEM), (_N.AIUEO, _N.IROHA)),
        "lone_letter": ((_K.ITEM, _K.SUBITEM), (_N.AIUEO, _N.IROHA)),
    },
    foreign=re.compile(
        r"(?<!この)(?<!本)(?:協定|条約|議定書|憲章|覚書|決定|法律?)[」』]?の?$"
        r"|同条$"
    ),
    joined=re.compile(r"(?:(?:及び|並びに|又は|若しくは|から|、|・|と)(?:同条)?|同条)"),
)

_MN_UNITS = r"(?! ?(?:хоног|өдөр|сар|жил|хувь|удаа|цаг|тонн|сая|мянга))"
_MN_ORDINAL = r"[ -]?(?:дугаар|дүгээр|р)"
_MONGOLIAN = _Grammar(
    pattern=re.compile(
        r"(?:[Хх]авсралт №? ?(?P<annex>\d{1,2}|[IVX]{1,5})\b)"
        rf"|\b(?P<chapter>\d{{1,2}})(?P<chapter_tail>{_MN_ORDINAL} бүлэг|{_MN_ORDINAL} бүлг)"
        rf"|\b(?P<article>\d{{1,3}})(?P<inserted>[{_RAISED}])?(?P<tail>{_MN_ORDINAL} зүйл)"
        r"(?:[а-яөү]{0,5})"
        rf"(?: (?:(?P<link>\d{{1,3}})\.)?(?P<paragraph>\d{{1,2}})(?![\d.]*\d){_MN_UNITS}"
        r"(?:[ -]?(?:дахь|дэх) (?:хэсг?э?г?|заалт)[а-яөү]*)?| ?\((?P<round>\d{1,2})\))?"
        r"(?: ?\(?(?P<letter>[а-я])\))?"
        rf"|\b(?P<lone>\d{{1,2}})(?:[ -]?(?:дахь|дэх) хэс[а-яөү]*)"
    ),
    levels={
        **_UPPER,
        "link": ((_K.ARTICLE,), _FIGURES),
        "round": ((_K.PARAGRAPH,), _FIGURES),
        "lone": ((_K.PARAGRAPH,), _FIGURES),
        "letter": ((_K.ITEM, _K.SUBITEM), (_N.CYRILLIC,)),
    },
    foreign=re.compile(
        r"(?<!нэ )(?:хэлэлцээр|конвенц|гэрээ|протокол|хуул|санамж бичг|дүрм)[а-яөү]{0,6}[”\"»]? $"
    ),
    joined=re.compile(r"(?: ба | болон | буюу |, ?)"),
)
_GRAMMARS = {"ko": _KOREAN, "ja": _JAPANESE, "mn": _MONGOLIAN}


def find_references(text: str, *, language: str) -> tuple[FoundReference, ...]:
    """Return every reference in a text, in the order of the words."""
    grammar = _GRAMMARS.get(language.partition("-")[0])
    found = [*_find_marks(text), *find_relative(text, language=language)]
    found += _find_by(grammar, text) if grammar is not None else find_english(text)
    return tuple(_joined(sorted(found, key=lambda each: each.start), text))


def _joined(found: list[FoundReference], text: str) -> Iterator[FoundReference]:
    """Yield references, one where a unit is named inside of a neighbour: 前条第2項, 전조 제2항."""
    beside: FoundReference | None = None
    for each in found:
        if beside is not None and _is_inside(each, beside, text):
            start, end = beside.start, each.end
            whole = text[start:end]
            beside = replace(each, start=start, words=whole, neighbours=beside.neighbours)
            continue
        if beside is not None:
            yield beside
        beside = each
    if beside is not None:
        yield beside


def _is_inside(found: FoundReference, beside: FoundReference, text: str) -> bool:
    if beside.neighbours is None or beside.parts or not found.parts:
        return False
    upper = min(RANKS[kind] for kind in beside.neighbours.kinds)
    lower = min(RANKS[kind] for kind in found.parts[0].kinds)
    return upper < lower and not text[beside.end : found.start].strip(" 의の")


def _find_marks(text: str) -> Iterator[FoundReference]:
    for mark in _MARK.finditer(text):
        yield FoundReference(*mark.span(), mark[0], target=mark[1])


def _find_by(grammar: _Grammar, text: str) -> Iterator[FoundReference]:
    before: FoundReference | None = None
    for found in grammar.pattern.finditer(text):
        parts = _parts(grammar, found)
        if not parts:
            continue
        is_foreign = grammar.foreign.search(text[: found.start()]) is not None
        if before is not None and grammar.joined.fullmatch(text[before.end : found.start()]):
            shared = _shared(before.parts, parts)
            parts = (*shared, *parts)
            is_foreign = is_foreign or (bool(shared) and before.is_foreign)
        before = FoundReference(*found.span(), found[0], parts, is_foreign=is_foreign)
        yield before


def _shared(before: tuple[Part, ...], parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return what a second reference leaves out: 제7조 in 제7조제1항 및 제2항."""
    first = parts[0].kinds
    place = next((at for at, part in enumerate(before) if part.kinds == first), 0)
    return before[:place]


def _parts(grammar: _Grammar, found: re.Match[str]) -> tuple[Part, ...]:
    told = found.groupdict()
    parts = []
    for name, (kinds, numerals) in grammar.levels.items():
        sign = told.get(name)
        if not sign:
            continue
        values = tuple(
            (numeral, value)
            for numeral in numerals
            if (value := read_numeral(sign, numeral=numeral)) is not None
        )
        if values:
            kept = values if numerals[0] in {_N.AIUEO} else values[:1]
            parts.append(_part(found, name, kinds, kept))
    return tuple(sorted(parts, key=lambda part: part.start))


def _part(
    found: re.Match[str],
    name: str,
    kinds: tuple[ProvisionKind, ...],
    values: tuple[tuple[Numeral, int], ...],
) -> Part:
    told = found.groupdict()
    start, end = found.span(name)
    tail = ""
    if name in {"article", "chapter"}:
        tail_group = "tail" if name == "article" else "chapter_tail"
        if told.get(tail_group):
            tail, end = told[tail_group], max(end, found.end(tail_group))
    inserted = told.get("inserted") if name == "article" else None
    if inserted:
        end = max(end, found.end("inserted"))
    return Part(kinds, values, start, end, told[name], tail, _inserted(inserted))


def _inserted(sign: str | None) -> int:
    if not sign:
        return 0
    if sign in _RAISED:
        return _RAISED.index(sign) + 2
    value = read_numeral(sign, numeral=Numeral.KANJI)
    return min(value or 0, len(INSERTED) - 1)
