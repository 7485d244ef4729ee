"""What templates may do to a fact before printing it; each leaves a missing fact missing."""

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2.runtime import Undefined
from markupsafe import Markup, escape

from app.documents.fact_marks import FIRST, LAST
from app.documents.language_marks import close_mark, mark_language, open_mark
from app.documents.languages import ENGLISH, Wording
from app.domain.names import Untranslated

_Filter = Callable[..., Any]


def filters_of(wording: Wording) -> dict[str, _Filter]:
    """Return the filters of the templates in one language."""
    own = {name: _unless_missing(spell) for name, spell in wording.filters.items()}
    spellers: dict[str, _Filter] = {
        "day": wording.spell_day,
        "days": wording.spell_days,
        "period": wording.spell_period,
        "weekday": wording.spell_weekday,
        "hour": wording.spell_hour,
        "ordinal": wording.spell_ordinal,
        "language": wording.name_language,
        "role": lambda role: wording.roles.get(role, role),
        "source_kind": lambda kind: wording.sources.get(kind, kind.replace("-", " ")),
        "cited": partial(_cite, wording=wording),
    }
    return {
        **{name: _unless_missing(spell) for name, spell in spellers.items()},
        **own,
        "fact": partial(_fact, wording=wording),
        "count": lambda values: wording.spell_count(len(values)),
        "length": len,
        "capital": _capital,
        "lines": _lines,
        "pairs": _pairs,
    }


def show_fact(value: Any, *, wording: Wording = ENGLISH) -> Any:
    """Return ``value``, an amber gap where it is missing, or its words marked with their language.

    Every value that a template prints passes through here.
    """
    if isinstance(value, Untranslated):
        return mark_language(value)
    return _gap(wording.bare_gap) if value is None else value


def mark_fact(value: Any, *, wording: Wording = ENGLISH) -> Any:
    """Return ``value`` marked as coming from a record; gaps and markup as they are."""
    shown = show_fact(value, wording=wording)
    if isinstance(shown, Markup) or shown == "":
        return shown
    return f"{FIRST}{shown}{LAST}"


def _fact(value: Any, what: str, *, wording: Wording) -> Any:
    if isinstance(value, Undefined):
        str(value)  # an unknown field is a mistake of the template, not a missing fact
    return _gap(wording.name_gap(what)) if value is None else value


def _gap(words: str) -> Markup:
    return Markup("<missing>{}</missing>").format(words)


def _unless_missing(spell: _Filter) -> _Filter:
    """Return ``spell`` as a filter that leaves a missing fact missing."""

    def spell_unless_missing(value: Any, *further: Any) -> Any:
        if isinstance(value, Undefined):
            str(value)
        if isinstance(value, Untranslated):
            value = mark_language(value)
        return None if value is None else spell(value, *further)

    return spell_unless_missing


def _cite(symbol: str, *, wording: Wording) -> str:
    """Return a decision as it is cited: with the word, where its number does not bear it."""
    return symbol if "decision" in symbol.lower() else f"{wording.decision} {symbol}"


def _capital(value: str | None) -> str | None:
    if not value:
        return value
    first = 1 if value.startswith(FIRST) else 0
    capital = value[:first] + value[first : first + 1].upper() + value[first + 1 :]
    return Untranslated(capital, value.language) if isinstance(value, Untranslated) else capital


def _pairs(values: tuple[Any, ...]) -> tuple[tuple[Any, ...], ...]:
    return tuple(values[first : first + 2] for first in range(0, len(values), 2))


def _lines(value: str | None) -> Any:
    if value is None:
        return None
    lines = value.splitlines()
    if len(lines) < 2:
        return value if isinstance(value, Untranslated) else escape(value)
    broken = Markup("<br/>").join(map(escape, lines))
    if isinstance(value, Untranslated):
        return Markup(open_mark(value)) + broken + Markup(close_mark())
    return broken
