"""Names provisions in each language by what their numbers count, gaps and all: 제11조 제3항."""

from app.domain.rules import ProvisionKind
from app.texts.blocks import Level
from app.texts.counting import spell_number
from app.texts.label_numbers import INSERTED, LabelNumber
from app.texts.labels import LABELS
from app.texts.provision_index import RANKS, ProvisionIndex

_K = ProvisionKind
_LEVELS = {
    _K.ANNEX: Level.ANNEX,
    _K.PART: Level.PART,
    _K.CHAPTER: Level.CHAPTER,
    _K.ARTICLE: Level.ARTICLE,
    _K.PARAGRAPH: Level.PARAGRAPH,
    _K.ITEM: Level.ITEM,
    _K.SUBITEM: Level.SUBITEM,
}


def name_in(index: ProvisionIndex, eid: str, *, language: str) -> str:
    """Return what a provision is called in a language.

    A number that is printed in that language's letters stays as it is printed; so does one whose
    unit the language has no form for.
    """
    tag = language.partition("-")[0]
    printed = index.name(eid)
    if tag not in LABELS or (tag == "en" and printed.isascii()):
        return printed
    named = ""
    for unit in _chain(index, eid):
        number, level = index.number(unit), _LEVELS.get(index.kind(unit))
        if number is None or level is None:
            return printed
        style = LABELS[tag][level]
        own = style.write_bare(_spelled(number, spell_number(number.value, count=style.count)))
        named = f"{named}{style.before}{own}{style.after}" if named else own
    return named or printed


def _chain(index: ProvisionIndex, eid: str) -> list[str]:
    """Return the units that a name is made of: the article with what stands in it."""
    units = list(index.ancestors(eid))
    if RANKS[index.kind(eid)] <= RANKS[_K.ARTICLE]:
        return [eid]
    inner = [unit for unit in units if RANKS[index.kind(unit)] >= RANKS[_K.ARTICLE]]
    return list(reversed(inner))


def _spelled(number: LabelNumber, counted: str) -> str:
    if not number.inserted:
        return counted
    return f"{counted} {INSERTED[min(number.inserted, len(INSERTED) - 1)]}"
