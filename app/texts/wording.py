"""Reads the one mark that a provision's stored text may carry: a reference to another provision.

Texts in the workspace are plain, so that they can be searched and shown as they are. Only numbers
of other provisions are not words, because they change when the text is renumbered: they are kept
as ``{ref:art_5}``, or ``{ref:art_5__item_a|last}`` where only the last level is to be shown.
"""

import re
from collections.abc import Iterable, Iterator

from app.domain.errors import Mistake
from app.texts.blocks import Break, Inline, Reference, ReferenceForm, Text
from app.texts.spacing import tidy

_MARK = re.compile(r"\{ref:([^\s{}|]{1,200})(?:\|(full|last))?\}")


def read_wording(text: str) -> tuple[Inline, ...]:
    """Return the inlines of a stored text; a line break in it is a new line on the page."""
    return tidy(_read(text))


def write_wording(inlines: Iterable[Inline]) -> str:
    """Return ``inlines`` as a stored text.

    Raises:
        Mistake: They hold a note or a gap, which no stored text has.
    """
    return "".join(_write(inline) for inline in inlines)


def _read(text: str) -> Iterator[Inline]:
    for position, line in enumerate(text.splitlines()):
        if position:
            yield Break()
        end = 0
        for mark in _MARK.finditer(line):
            yield Text(line[end : mark.start()])
            yield Reference(mark[1], ReferenceForm(mark[2] or ReferenceForm.FULL))
            end = mark.end()
        yield Text(line[end:])


def _write(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Reference(target, ReferenceForm.FULL):
            return f"{{ref:{target}}}"
        case Reference(target, form):
            return f"{{ref:{target}|{form.value}}}"
        case Break():
            return "\n"
        case _:
            raise Mistake(f"a stored text cannot hold {inline!r}")
