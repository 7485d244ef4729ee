"""Gives provisions that were read their identities, the same in every language of one text.

``art_7__para_2__item_a`` is Article 7(2)(a), 제7조제2항 가목 and 第7条第2項ア alike: the identity
is made from what a label counts, not from how it is printed. It is given once; when a provision is
renumbered later it keeps it.
"""

from collections.abc import Iterable

from app.domain.rules import ProvisionKind
from app.texts.counting import Count, spell_number
from app.texts.provision_draft import ProvisionDraft
from app.texts.reading.outcome import Reading, ReadUnit

_K = ProvisionKind
_NAMES = {
    _K.ANNEX: "annex",
    _K.PART: "part",
    _K.CHAPTER: "chp",
    _K.SECTION: "sec",
    _K.ARTICLE: "art",
    _K.PARAGRAPH: "para",
    _K.ITEM: "item",
    _K.SUBITEM: "subitem",
}
_COUNTED_AS = {_K.ITEM: Count.LOWER_LETTER, _K.SUBITEM: Count.LOWER_ROMAN}
_INSERTED = ("", "", "bis", "ter", "quater", "quinquies", "sexies", "septies")
_STANDS_ALONE = frozenset({_K.ANNEX, _K.PART, _K.CHAPTER, _K.ARTICLE})


def to_drafts(reading: Reading, *, with_front: bool = True) -> tuple[ProvisionDraft, ...]:
    """Return what was read as provisions of a draft, with their identities.

    Args:
        reading: What was read.
        with_front: Whether the words before the first provision become provisions without number.
    """
    taken: set[str] = set()
    language = reading.language
    drafts = tuple(_draft(unit, language, taken, above="") for unit in reading.units)
    if not with_front:
        return drafts
    return (*_front(reading.front, language, taken), *drafts)


def _front(paragraphs: Iterable[str], language: str, taken: set[str]) -> tuple[ProvisionDraft, ...]:
    return tuple(
        ProvisionDraft(
            eid=_distinct(f"front_{place}", taken), kind=_K.PARAGRAPH, texts={language: words}
        )
        for place, words in enumerate(paragraphs, 1)
    )


def _draft(unit: ReadUnit, language: str, taken: set[str], *, above: str) -> ProvisionDraft:
    eid = _distinct(_eid(unit, above), taken)
    return ProvisionDraft(
        eid=eid,
        kind=unit.kind,
        label=unit.label,
        headings={language: unit.heading} if unit.heading else {},
        texts={language: unit.text} if unit.text else {},
        children=tuple(
            _draft(child, language, taken, above=_path(unit, eid, above)) for child in unit.children
        ),
    )


def _eid(unit: ReadUnit, above: str) -> str:
    own = f"{_NAMES[unit.kind]}_{_number(unit)}"
    nested = above and (unit.kind not in _STANDS_ALONE or above.startswith("annex"))
    return f"{above}__{own}" if nested else own


def _path(unit: ReadUnit, eid: str, above: str) -> str:
    """Return what the identities below a unit begin with.

    Articles are counted through the parts and chapters of a text, so these do not name them; what
    stands in an annex is counted anew and bears its name.
    """
    if unit.kind in {_K.PART, _K.CHAPTER, _K.SECTION}:
        return above if above.startswith("annex") else eid
    return eid


def _number(unit: ReadUnit) -> str:
    if unit.value is None:
        return "x" if unit.label else "text"
    count = _COUNTED_AS.get(unit.kind, Count.DECIMAL)
    counted = spell_number(unit.value, count=count)
    return f"{counted}_{_INSERTED[unit.inserted]}" if unit.inserted else counted


def _distinct(eid: str, taken: set[str]) -> str:
    """Return an identity that no other provision has: the text may bear one number twice."""
    place, distinct = 1, eid
    while distinct in taken:
        place += 1
        distinct = f"{eid}.{place}"
    taken.add(distinct)
    return distinct
