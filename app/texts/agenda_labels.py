"""Numbers the items of an agenda in the style its meeting has chosen, and says what comes next."""

import re
from collections.abc import Sequence

from app.domain.meeting import AgendaNumbering
from app.texts.counting import Count, spell_number

_ENDING = re.compile(r"(?P<before>.*?)(?P<last>\d+|(?<![A-Za-z])[A-Za-z])(?P<after>[^\dA-Za-z]*)")
_ROMAN = re.compile(r"(?i)[ivx]{2,}|[ivx](?=[^A-Za-z]*$)")


def label_items(depths: Sequence[int], *, numbering: AgendaNumbering) -> tuple[str, ...]:
    """Return the label of every item of an agenda, such as ``1``, ``1.1``, ``A``, ``II.3``.

    Args:
        depths: How deep each item lies, from 0, in the order in which the agenda is read.
        numbering: The style; one that counts, because labels as entered are nobody's to compute.
    """
    counts: list[int] = []
    labels = []
    for depth in depths:
        counts = [*counts[: depth + 1], *([0] * (depth + 1 - len(counts)))]
        counts[depth] += 1
        head = _spell(max(1, counts[0]), numbering)
        labels.append(".".join((head, *map(str, counts[1:]))))
    return tuple(labels)


def suggest_label(before: str, *, parent: str = "") -> str:
    """Return what follows a label that was entered by hand: ``8`` after ``7``, ``(c)`` after (b).

    Args:
        before: The label of the item before it on the same level; empty if there is none.
        parent: The label of the item above it.
    """
    if not before:
        return f"{parent} (a)" if parent else "1"
    found = _ENDING.fullmatch(before)
    if found is None or _ROMAN.search(before):
        return ""
    last = found["last"]
    if last.isdigit():
        following = str(int(last) + 1)
    elif last in "zZ":
        return ""
    else:
        following = chr(ord(last) + 1)
    return f"{found['before']}{following}{found['after']}"


def _spell(place: int, numbering: AgendaNumbering) -> str:
    if numbering is AgendaNumbering.LETTERS:
        return spell_number(place, count=Count.LOWER_LETTER).upper()
    if numbering is AgendaNumbering.ROMAN:
        return spell_number(place, count=Count.UPPER_ROMAN)
    return str(place)
