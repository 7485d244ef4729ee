"""Which pairs of characters an index knows that begin with one, as while somebody types ``会``.

SQLite gathers all the places of all words that begin so before it gives the first; of words that
are named it gives the newest at once.
"""

from sqlalchemy import text

from app.store.match import Spelt, open_character
from app.store.reader import Reader
from app.texts.query.asked import Asked

_MOST = 300


def spell(reader: Reader, asked: Asked, index: str) -> Spelt:
    """Return the pairs that begin with each single character that is looked for."""
    characters = {open_character(term) for term in (*asked.words, *asked.without)} - {""}
    if not characters or reader.is_within_work:  # only a reading of its own lists the words
        return {}
    words = f"words_of_{index}"
    known = text(f"SELECT term FROM {words} WHERE term >= :first AND term < :last LIMIT :most")
    spelt = {}
    for each in characters:
        bounds = {"first": each, "last": chr(ord(each) + 1), "most": _MOST + 1}
        pairs = reader.scalars(known, bounds)
        if len(pairs) <= _MOST:
            spelt[each] = tuple(pairs)
    return spelt
