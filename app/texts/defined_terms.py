"""Finds the terms that a text defines, where each is used, and what is used without a definition.

A definition is recognised by how each language writes one: “term” means, “용어”란, 「用語」とは,
“нэр томьёо” гэж; and by hereinafter, 이하, 以下, цаашид.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

_OPEN, _CLOSE = '“"‘«「『', '”"’»」』'
_QUOTED = rf"[{_OPEN}](?P<term>[^{_OPEN}{_CLOSE}\n]{{1,80}})[{_CLOSE}]"
_DEFINING = {
    "en": (
        re.compile(
            rf"{_QUOTED}(?:,? or [{_OPEN}][^{_CLOSE}]+[{_CLOSE}])?,?"
            r" (?:shall mean|means?\b|refers? to|shall have the meaning|has the meaning|is defined)"
        ),
        re.compile(
            r"[Hh]erein ?after(?: ?(?:collectively|individually|jointly))?"
            rf"(?: ?(?:referred to as|called|defined as))?,? ?(?:the )?{_QUOTED}"
        ),
        re.compile(rf"\((?:the )?{_QUOTED}\)"),
    ),
    "ko": (
        re.compile(
            rf"{_QUOTED} ?(?:이?란|이?라 ?함은|(?:은|는)(?=[^.]*(?:말한다|의미한다|뜻한다)))"
        ),
        re.compile(rf"이하 ?{_QUOTED} ?(?:이?라(?:고)? ?(?:한다|함|칭한다)|로 한다)"),
    ),
    "ja": (
        re.compile(rf"{_QUOTED}とは"),
        re.compile(rf"以下、?(?:単に)?{_QUOTED}と(?:いう|総称する|呼ぶ|する)"),
    ),
    "mn": (
        re.compile(rf"{_QUOTED} (?:гэж|гэдэг нь|гэдэгт|гэдгийг|гэсэн нь)"),
        re.compile(rf"[Цц]аашид ?{_QUOTED} ?(?:гэх|гэнэ|гэж)"),
    ),
}
_PLAIN_QUOTED = re.compile(_QUOTED)
_DEFINITIONS_HEADING = re.compile(
    r"definition|use of terms|terminology|interpretation|정의|용어|定義|用語|тодорхойлолт"
    r"|нэр томь?[её]о",
    re.I,
)
_CAPITALISED = re.compile(
    r"(?<=[a-z,;)] )(?:[A-Z][a-z]+(?:[ -](?:of |and |for |on |the )?[A-Z][a-z]+)+)(?![a-z])"
)
_NO_TERM = re.compile(
    r"^(?:Article|Annex|Chapter|Section|Part|Paragraph|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Ministry|Republic|United|University)\b"
)
_USED_AT_LEAST = 2
_LAST_VOWEL = re.compile(r"(?<=\w\w)([аэиоуөүеёюяы])(?=[бвгджзклмнпрстфхцчшщ]$)")


@dataclass(frozen=True, slots=True)
class Wording:
    """What one provision says in one language, with the heading that it stands under."""

    eid: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class DefinedTerm:
    """A term and where it is defined.

    Attributes:
        uses: The provisions that use it, each once, in reading order.
    """

    term: str
    eid: str
    uses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermsOfText:
    """What one text does with its terms.

    Attributes:
        defined: Each with its uses; one without any is defined and not used.
        undefined: What is used like a term and defined nowhere, with the provisions that do.
    """

    defined: tuple[DefinedTerm, ...]
    undefined: tuple[DefinedTerm, ...]


def read_terms(
    wordings: Iterable[Wording], *, language: str, known: Collection[str] = ()
) -> TermsOfText:
    """Return the terms of a text.

    Args:
        wordings: The provisions in reading order.
        language: Their language.
        known: Names that everybody knows and no text defines: of parties, bodies, agreements.
    """
    rows = tuple(wordings)
    found: dict[str, str] = {}
    for row in rows:
        for term in find_definitions(row, language=language):
            found.setdefault(term, row.eid)
    defined = tuple(
        DefinedTerm(
            term,
            eid,
            tuple(row.eid for row in rows if _is_used(row, term, language, defined_in=eid)),
        )
        for term, eid in found.items()
    )
    return TermsOfText(defined, _undefined(rows, language, {*found, *known}))


def find_definitions(row: Wording, *, language: str) -> tuple[str, ...]:
    """Return the terms that a provision defines."""
    tag = language.partition("-")[0]
    terms = [
        _term(found["term"]) for form in _DEFINING.get(tag, ()) for found in form.finditer(row.text)
    ]
    if not terms and _DEFINITIONS_HEADING.search(row.heading):
        begun = _PLAIN_QUOTED.match(row.text.lstrip())
        terms = [_term(begun["term"])] if begun is not None else []
    return tuple(dict.fromkeys(term for term in terms if term))


def find_uses(text: str, term: str, *, language: str) -> tuple[tuple[int, int], ...]:
    """Return where a text uses a term."""
    return tuple(found.span() for found in _pattern(term, language).finditer(text))


def _is_used(row: Wording, term: str, language: str, *, defined_in: str) -> bool:
    uses = find_uses(row.text, term, language=language)
    if row.eid != defined_in:
        return bool(uses)
    quoted = [found.span() for found in _PLAIN_QUOTED.finditer(row.text)]
    return any(not any(a <= start < b for a, b in quoted) for start, _ in uses)


def _pattern(term: str, language: str) -> re.Pattern[str]:
    tag = language.partition("-")[0]
    words = r"\s?".join(re.escape(word) for word in term.split()) if tag == "ko" else ""
    if tag == "ko":
        return re.compile(words)
    if tag == "ja":
        return re.compile(re.escape(term))
    spaced = r"\s+".join(re.escape(word) for word in term.split())
    if tag == "mn":
        # The last vowel drops before an ending: төсөл, төслийн.
        stem = _LAST_VOWEL.sub(r"\1?", spaced)
        return re.compile(rf"(?<!\w){stem}\w*", re.I)
    ending = r"(?:’s|'s|e?s)?(?!\w)"
    return re.compile(rf"(?<!\w){spaced}{ending}", 0 if term[:1].isupper() else re.I)


def _undefined(
    rows: tuple[Wording, ...], language: str, known: Collection[str]
) -> tuple[DefinedTerm, ...]:
    familiar = {_key(name) for name in known}
    used: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for term in set(_like_terms(row.text, language)):
            if _key(term) not in familiar and not _is_part(term, known):
                used[term].append(row.eid)
    least = _USED_AT_LEAST if language.partition("-")[0] == "en" else 1
    return tuple(
        DefinedTerm(term, eids[0], tuple(eids))
        for term, eids in sorted(used.items())
        if len(eids) >= least
    )


def _like_terms(text: str, language: str) -> Iterator[str]:
    if language.partition("-")[0] == "en":
        for found in _CAPITALISED.finditer(text):
            if not _NO_TERM.match(found[0]):
                yield found[0]
    else:
        for found in _PLAIN_QUOTED.finditer(text):
            yield _term(found["term"])


def _is_part(term: str, known: Collection[str]) -> bool:
    folded = _key(term)
    return any(folded in _key(name) or _key(name) in folded for name in known if len(name) > 3)


def _term(words: str) -> str:
    return re.sub(r"^(?:the|The) ", "", words.strip().rstrip(","))


def _key(words: str) -> str:
    return words.casefold().rstrip("s")
