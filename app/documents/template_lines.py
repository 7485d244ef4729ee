"""Finds the line of a template that wrote a line of markup, so that an error names what to mend.

The words of the template itself are marked with their file and line, and it is filled in once more.
"""

import re

from jinja2 import nodes

# From Unicode's private use area, so that they meet no word of a record.
_OPEN, _CLOSE = "\ue010", "\ue011"
_MARK = re.compile(f"{_OPEN}([^{_CLOSE}]*):([0-9]+){_CLOSE}")
# What stands between two marks may be nothing: the end of a line that a loop repeats.
_MARKED_WORDS = re.compile(rf"{_MARK.pattern}(?=\s*[^\s{_OPEN}])")


def mark_lines(tree: nodes.Template, *, name: str) -> None:
    """Have every line of the template's own words say where it stands in the file ``name``."""
    for data in tree.find_all(nodes.TemplateData):
        marked = (
            f"{_OPEN}{name}:{data.lineno + place}{_CLOSE}{line}"
            for place, line in enumerate(data.data.split("\n"))
        )
        data.data = "\n".join(marked)


def find_line(marked: str, line: int) -> tuple[str, int] | None:
    """Return the file and the line that wrote a line of ``marked``; nothing where none is known.

    Args:
        marked: What a template with marked lines made.
        line: The line in it, from 1.
    """
    lines = marked.split("\n")
    first = _MARKED_WORDS.search(lines[line - 1]) if line <= len(lines) else None
    if first is not None:
        return first[1], int(first[2])
    before = _MARK.findall("\n".join(lines[:line]))
    return (before[-1][0], int(before[-1][1])) if before else None
