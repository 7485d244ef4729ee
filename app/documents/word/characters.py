"""Escapes what goes into a part: one place, so that nothing reaches Word unescaped."""

import re
from xml.sax.saxutils import escape, quoteattr

from app.texts.characters import clean

# Most texts have nothing to escape, and a long document has tens of thousands of them.
_SPECIAL = re.compile(r"""[&<>"'\s]""")


def write_text(text: str) -> str:
    """Return ``text`` as character data."""
    cleaned = clean(text)
    return escape(cleaned) if "&" in cleaned or "<" in cleaned or ">" in cleaned else cleaned


def write_attribute(text: str) -> str:
    """Return ``text`` as an attribute's value, with its quotation marks."""
    cleaned = clean(text)
    if _SPECIAL.search(cleaned) is None:
        return f'"{cleaned}"'
    return quoteattr(" ".join(cleaned.split()))
