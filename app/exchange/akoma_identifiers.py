"""The identifiers of Akoma Ntoso: of works and versions, and of each place in a text.

AKN4UN: an ``eId`` tells where a provision stands now and changes when it is renumbered; its
``wId`` takes the first value and never changes. Articles are counted through the whole text, so
their ``eId`` names no chapter; a paragraph below an article does name it (``art_3__para_1``).
"""

import re
import unicodedata
from collections import Counter

from app.exchange.akoma_facts import AkomaProvision, AkomaText

_NAMES = {
    "annex": "att",
    "part": "part",
    "chapter": "chp",
    "section": "sec",
    "article": "art",
    "paragraph": "para",
    "item": "point",
    "subitem": "indent",
}
_COUNTED_THROUGH = frozenset({"part", "chapter", "article", "annex"})
_WORDS = re.compile(
    r"\b(article|art|rule|chapter|title|part|section|annex|appendix|attachment)\b\.?", re.I
)
_KEPT = re.compile(r"[0-9a-z]+", re.I)
_THREE_LETTERS = {"en": "eng", "ko": "kor", "mn": "mon", "ja": "jpn", "fr": "fra", "de": "deu"}
_CLASSES = {
    "rules-of-procedure": "rulesOfProcedure",
    "rules-of-implementation": "rulesOfImplementation",
    "rule-set": "ruleSet",
    "procedure": "procedure",
    "guidelines": "guidelines",
    "form": "form",
}


def language_code(tag: str) -> str:
    """Return the three letters by which an identifier names a language."""
    return _THREE_LETTERS.get(tag.split("-")[0], "und")


def class_name(kind: str) -> str:
    """Return what the ``name`` of the document says it is."""
    return _CLASSES.get(kind, "rules")


def safe_part(text: str) -> str:
    """Return a text as a part of an identifier: “/” becomes “-”, a space becomes “_”."""
    plain = unicodedata.normalize("NFKC", text).replace("/", "-").replace(" ", "_")
    return re.sub(r"[^\w.\-]", "", plain) or "x"


def work_of(text: AkomaText) -> str:
    """Return the identifier of the rules, whatever their version and language."""
    kind = "bill" if text.is_draft else "act"
    parts = (
        text.jurisdiction,
        kind,
        class_name(text.kind),
        text.actor,
        text.first_day.isoformat(),
        text.document,
    )
    return "/akn/" + "/".join(safe_part(part) for part in parts)


def expression_of(text: AkomaText) -> str:
    """Return the identifier of this version in this language."""
    return f"{work_of(text)}/{language_code(text.language)}@{text.version_day.isoformat()}"


def place_ids(provisions: tuple[AkomaProvision, ...]) -> dict[str, str]:
    """Return the ``eId`` of every provision by its identity; no two are the same."""
    found: dict[str, str] = {}
    taken: Counter[str] = Counter()
    _place(provisions, "", found, taken)
    return found


def _place(
    provisions: tuple[AkomaProvision, ...],
    above: str,
    found: dict[str, str],
    taken: Counter[str],
) -> None:
    for position, provision in enumerate(provisions, 1):
        own = f"{_NAMES[provision.kind]}_{_number(provision, position)}"
        alone = provision.kind in _COUNTED_THROUGH and not above.startswith("att_")
        eid = own if alone or not above else f"{above}__{own}"
        taken[eid] += 1
        if taken[eid] > 1:
            eid = f"{eid}-{taken[eid]}"
            taken[eid] += 1
        found[provision.identity] = eid
        _place(provision.children, eid, found, taken)


def _number(provision: AkomaProvision, position: int) -> str:
    plain = unicodedata.normalize("NFKC", _WORDS.sub("", provision.label))
    kept = "".join(_KEPT.findall(plain)).lower()
    return kept or str(position)
