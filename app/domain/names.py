"""Names and texts in several languages, and dates that may be no more exact than their source."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Protocol

from pydantic import AfterValidator, StringConstraints

LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP-47 tag: ``en``, ``ko``, ``mn``, ``ja``, ``mn-Cyrl``."""

Names = dict[LanguageTag, str]
"""One text per language tag."""

_PARTIAL_DATE = re.compile(r"(?P<year>\d{4})(-(?P<month>\d\d)(-(?P<day>\d\d))?)?")


def _check_partial_date(text: str) -> str:
    found = _PARTIAL_DATE.fullmatch(text)
    if found is None:
        raise ValueError("write a date as 2025, 2025-05 or 2025-05-27")
    date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    return text


PartialDate = Annotated[str, AfterValidator(_check_partial_date)]
"""A date as exactly as it is known: ``2006``, ``2025-05`` or ``2025-05-27``. Sorts as text."""


class Untranslated(str):
    """Words in another language than the one that was asked for, because there are none in that.

    Attributes:
        language: The language that they are in.
    """

    language: str

    def __new__(cls, words: str, language: str) -> "Untranslated":
        """Return ``words``, which are in ``language``."""
        made = super().__new__(cls, words)
        made.language = language
        return made

    def __reduce__(self) -> tuple[type["Untranslated"], tuple[str, str]]:
        return Untranslated, (str(self), self.language)


class Dated(Protocol):
    """Something that held from one date to another; ``valid_to`` is the first day without."""

    valid_from: str | None
    valid_to: str | None


class DatedName(Dated, Protocol):
    """A name that was in use from one date to another."""

    language: str
    text: str


def in_language(names: Mapping[str, str], language: str, fallback: str = "en") -> str:
    """Return the text in ``language``, else in ``fallback``, else in any, else the empty string.

    A text in another language than the one asked for is ``Untranslated``, and knows its own.
    """
    for tag in (language, fallback, *names):
        text = names.get(tag)
        if text:
            return text if is_same_language(tag, language) else Untranslated(text, tag)
    return ""


def is_same_language(tag: str, other: str) -> bool:
    """Return whether two tags name one language, whatever its script: ``mn`` and ``mn-Cyrl``."""
    return tag.partition("-")[0] == other.partition("-")[0]


def held_on(day: date, dated: Dated) -> bool:
    """Return whether something held on ``day``, as exactly as its dates are known."""
    wanted = day.isoformat()
    begun = dated.valid_from is None or dated.valid_from <= wanted
    over = dated.valid_to is not None and dated.valid_to <= wanted[: len(dated.valid_to)]
    return begun and not over


def name_on(day: date, *, now: Mapping[str, str], dated: Sequence[DatedName], language: str) -> str:
    """Return the name a thing bore on ``day``: a document prints the name of its day.

    Args:
        day: The day of the document.
        now: The names borne today, used where no dated name covers the day.
        dated: Former and present names with their dates; ``valid_to`` is the first day without.
        language: The wanted language tag.
    """
    covering = [
        name
        for name in dated
        if name.language == language and (name.valid_from or name.valid_to) and held_on(day, name)
    ]
    # Of two former names without a beginning the one that ended first was the first.
    found = min(covering, key=lambda name: name.valid_to or "9999", default=None)
    return found.text if found else in_language(now, language)


def sort_key(names: Mapping[str, str]) -> str:
    """Return what a thing is sorted by: its English name, else any, without regard to case."""
    return in_language(names, "en").casefold()


def name_language(tag: str) -> str:
    """Return what a language is called in English; one of another tag is called by its tag."""
    return _ENGLISH_NAMES.get(tag.partition("-")[0], tag)


_ENGLISH_NAMES = {"en": "English", "ko": "Korean", "mn": "Mongolian", "ja": "Japanese"}
