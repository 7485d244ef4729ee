"""The words of documents in English that no record holds."""

from app.documents import dates
from app.documents.languages.wording import Wording

ENGLISH = Wording(
    tag="en",
    spell_day=dates.spell_day,
    spell_days=dates.spell_days,
    spell_period=dates.spell_days,
    spell_weekday=dates.spell_weekday,
    spell_hour=dates.spell_hour,
    spell_ordinal=dates.spell_ordinal,
    spell_count=dates.spell_count,
    gap="{what} to be confirmed",
    bare_gap="to be confirmed",
    untranslated="{given} text; {wanted} to be supplied",
    languages={"en": "English", "ko": "Korean", "mn": "Mongolian", "ja": "Japanese"},
    decision="Decision",
    roles={},
    sources={},
)
