"""Cleans what a form's file says about itself: who made the form is not who writes the letter."""

import re

from app.documents.forms.reading import parse
from app.documents.forms.tags import EDGE
from app.documents.gate import trees

_CORE = re.compile(r"docProps/core[^/]*\.xml", re.IGNORECASE)
_PERSONAL = frozenset(
    {"creator", "lastModifiedBy", "revision", "created", "modified", "lastPrinted"}
)


def clean_properties(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return ``parts`` without the people and the hours of the form, and without fields in them.

    Word fills them anew when the letter is saved.
    """
    return {
        name: _clean(content) if _CORE.fullmatch(name) else content
        for name, content in parts.items()
    }


def _clean(content: bytes) -> bytes:
    root = parse(content)
    for element in list(root):
        personal = trees.local_name(element) in _PERSONAL
        if personal or EDGE.search(element.text or ""):
            root.remove(element)
    return trees.write(root)
