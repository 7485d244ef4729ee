"""What a language must bring so that documents can be written in it: the words no record holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How one language writes dates, counts and gaps in a document.

    Attributes:
        tag: Its language tag.
        spell_day: A day, as it stands in a sentence and in a table.
        spell_days: From one day to another, with only as much written twice as differs.
        spell_period: The same where the sentence says “from … to …”.
        spell_weekday: The day of the week.
        spell_hour: An hour.
        spell_ordinal: Which of a series of meetings.
        spell_count: How many.
        gap: What stands in a gap whose name is known, with ``{what}`` for the name.
        bare_gap: What stands in a gap without a name.
        untranslated: What is said after words that stand in another language, with ``{given}`` and
            ``{wanted}`` for the two languages.
        languages: What languages are called, by tag.
        decision: What a decision is called before its number.
        roles: What capacities of delegates are called.
        sources: What kinds of source are called.
        filters: Filters that only templates in this language use.
    """

    tag: str
    spell_day: Callable[[date], str]
    spell_days: Callable[[date, date | None], str]
    spell_period: Callable[[date, date | None], str]
    spell_weekday: Callable[[date], str]
    spell_hour: Callable[[time], str]
    spell_ordinal: Callable[[int], str]
    spell_count: Callable[[int], str]
    gap: str
    bare_gap: str
    untranslated: str
    languages: Mapping[str, str]
    decision: str
    roles: Mapping[str, str]
    sources: Mapping[str, str]
    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict)

    def name_gap(self, what: str) -> str:
        """Return what stands in the gap of the fact ``what``."""
        return self.gap.format(what=what)

    def name_untranslated(self, language: str) -> str:
        """Return what is said after words that stand in ``language`` instead of this one."""
        given = self.name_language(language)
        return self.untranslated.format(given=given, wanted=self.name_language(self.tag))

    def name_language(self, language: str) -> str:
        """Return what the language ``language`` is called, or its tag."""
        return self.languages.get(language, language)
