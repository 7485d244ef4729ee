"""Cuts the page of a long document into pieces, so that it is built without holding up the window.

A piece ends between two paragraphs, never within a table: put one after the other they give the
same page as the whole.
"""

import re
from collections.abc import Iterator

SIZE = 24_000
"""How many characters a piece has at least: a few milliseconds of work, a page or two."""
_BODY = re.compile(r"<body[^>]*>")
_END = "</body></html>"
_PLACES = re.compile(r"<table\b|</table>|</p>(?=<p\b)")


def cut(html: str, *, size: int = SIZE) -> Iterator[str]:
    """Yield the pieces of a page, each a whole page of its own.

    Args:
        html: The page, as ``app.documents.preview`` writes it.
        size: How many characters a piece has at least.
    """
    body = _BODY.search(html)
    if body is None:
        yield html
        return
    start = body.end()
    head = html[:start]
    end = html.rfind("</body>")
    end = end if end >= start else len(html)
    depth = 0
    for place in _PLACES.finditer(html, start, end):
        if place.group() == "<table":
            depth += 1
        elif place.group() == "</table>":
            depth -= 1
        elif depth == 0 and place.end() - start >= size:
            yield f"{head}{html[start : place.end()]}{_END}"
            start = place.end()
    yield f"{head}{html[start:end]}{_END}"
