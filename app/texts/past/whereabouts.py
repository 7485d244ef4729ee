"""Finds where a meeting was held: the town and the country, as a sentence names them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NAME = r"[A-ZÀ-Ý][\w’'-]+(?:\s+(?:[A-ZÀ-Ý][\w’'-]+|of|de|do|am|upon))*"
_HELD = (
    r"(?i:held|hold|take[s]?\s+place|took\s+place|taken\s+place|met|meet|meeting|committee|convened"
    r"|session|hosted)"
)
_IN = re.compile(
    rf"\b{_HELD}\b[^.;:]{{0,90}}?\b(?:in|at)\s+(?:the\s+)?(?P<town>{_NAME})"
    rf"(?:\s*,\s*(?:the\s+)?(?P<land>{_NAME}))?"
)
_LABELLED = re.compile(
    r"^\s*(?:place|venue|location|place\s+of\s+(?:the\s+)?meeting|장\s?소|회의\s?장소|場\s?所|開催地"
    r"|開催場所|газар|хаана)\s*[:\t–-]\s*(?P<town>[^,:;\t]{2,40}?)(?:\s*,\s*(?P<land>[^,:;\t]{2,40}))?"
    r"\s*$",
    re.IGNORECASE,
)
_LETTER_HEAD = re.compile(
    rf"^\s*(?P<town>{_NAME})(?:\s*,\s*(?P<land>{_NAME}))?\s*,\s*(?=(?:\d|[A-Z][a-z]+\s+\d))"
)
_KOREAN = re.compile(r"(?P<town>[가-힣]{2,10}?)\s?에서\s[^.]{0,40}?(?:개최|열|진행|가졌|가진)")
_JAPANESE = re.compile(
    r"(?:(?<=日)|(?<=[、,\s「)])|^)(?P<town>[一-鿿々ァ-ヶー]{2,12}?)(?:\s?(?:市内|市|県))?(?:において|にて|に於いて|で)"
    r"[、,]?[^。]{0,40}?(?:開催|開か|行われ|実施)"
)
_MONGOLIAN = re.compile(r"(?P<town>[А-ЯӨҮЁ][а-яөүё-]+)\s+(?:хотноо|хотод|хотын|хот\b)")
_ONLINE = re.compile(
    r"\b(?:online|videoconference|video\s+conference|virtual(?:ly)?)\b|화상|온라인|オンライン"
    r"|テレビ会議|цахим|видео",
    re.IGNORECASE,
)
_HYBRID = re.compile(r"\bhybrid\b|하이브리드|ハイブリッド|хосолсон", re.IGNORECASE)
_AND_ONLINE = re.compile(r"\w\s+and\s+online\b|및\s?온라인|及びオンライン", re.IGNORECASE)
_NO_TOWN = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Article|Annex|Parties|Party"
    r"|Ministry|Agreement|Committee|Secretariat|Conference|Secretary|Decision|Rules|English)\b",
)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A town with its country, either of which may be empty."""

    town: str
    land: str = ""


def find_place(text: str, *, countries: Iterable[str] = ()) -> Whereabouts | None:
    """Return where a meeting was held by a plain sentence about it; ``None`` if it is silent."""
    for pattern in (_LABELLED, _LETTER_HEAD, _IN, _KOREAN, _JAPANESE, _MONGOLIAN):
        found = pattern.search(text)
        if found is None or _NO_TOWN.search(found["town"]) or _ONLINE.search(found["town"]):
            continue
        land = (found.groupdict().get("land") or "").strip()
        town = found["town"].strip()
        if land and not _is_country(land, countries):
            town, land = f"{town}, {land}" if not _NO_TOWN.search(land) else town, ""
        return Whereabouts(town, land)
    return None


def is_labelled(text: str) -> bool:
    """Say whether a line is one that says “Place:” and where."""
    return _LABELLED.search(text) is not None


def find_mode(text: str) -> str:
    """Return ``hybrid`` or ``online`` where a sentence says so; else nothing."""
    if _HYBRID.search(text) or _AND_ONLINE.search(text):
        return "hybrid"
    return "online" if _ONLINE.search(text) else ""


def _is_country(name: str, countries: Iterable[str]) -> bool:
    told = name.casefold().removeprefix("the ")
    return any(told == each.casefold().removeprefix("the ") for each in countries)
