"""Writes what a query asks for in the language of FTS5."""

from collections.abc import Mapping, Sequence

from app.texts.segments import Ending, Term

Spelt = Mapping[str, Sequence[str]]


def wide_match(terms: Sequence[Term], *, spelt: Spelt | None = None) -> str:
    """Return the expression that finds every form of the words of a query.

    Args:
        terms: The words.
        spelt: Of single characters that may begin any pair, the pairs that there are: to look for
            those is quicker than to look for whatever begins so.
    """
    return " AND ".join(_spelt(term, spelt or {}) or _wide(term) for term in terms)


def open_character(term: Term) -> str:
    """Return the single character that may begin any pair, if a term is no more than that."""
    is_open = term.ending is Ending.RUN and len(term.segments) == 1
    return term.segments[0] if is_open else ""


def _spelt(term: Term, spelt: Spelt) -> str:
    pairs = spelt.get(open_character(term), ())
    return f"({' OR '.join(_phrase((pair,), is_open=False) for pair in pairs)})" if pairs else ""


def exact_match(terms: Sequence[Term]) -> str:
    """Return the expression that finds the words as they were typed; these come first."""
    return " AND ".join(_phrase(term.segments, is_open=term.ending is Ending.RUN) for term in terms)


def _wide(term: Term) -> str:
    if term.ending is not Ending.WORD:
        return _phrase(term.segments, is_open=term.ending is Ending.RUN)
    leading = term.segments[:-1]
    # A stem that begins like another one finds everything that the other finds.
    stems = [
        stem
        for stem in term.beginnings()
        if not any(stem != other and stem.startswith(other) for other in term.beginnings())
    ]
    ways = [_phrase((*leading, stem), is_open=True) for stem in stems]
    return ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})"


def _phrase(segments: Sequence[str], *, is_open: bool) -> str:
    # Pieces are letters and digits only, so that nothing in them can end the quotation.
    return f'"{" ".join(segments)}"{"*" if is_open else ""}'
