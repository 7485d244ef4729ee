"""Tells what a printed number counts, in whichever language it is written."""

from app.domain.rules import ProvisionKind
from app.texts.reading.profiles import PROFILES
from app.texts.reading.recognising import recognise_heading, recognise_marker

_LISTED = frozenset({ProvisionKind.PARAGRAPH, ProvisionKind.ITEM, ProvisionKind.SUBITEM})


def value_of(label: str, *, kind: ProvisionKind, after: int) -> tuple[int | None, int]:
    """Return the number that a label stands for, and 2 for ``bis``; ``None`` for no number.

    Args:
        label: As printed: ``Article 2 bis``, ``(i)``, ``제3조``.
        kind: What bears it.
        after: The number of the one before it; (i) after (h) is 9, after nothing 1.
    """
    if not label:
        return None, 0
    values: list[int] = []
    for profile in PROFILES.values():
        heading = recognise_heading(label, profile=profile) if kind not in _LISTED else None
        if heading is not None and heading.kind is kind and heading.value is not None:
            return heading.value, heading.inserted
        marker = recognise_marker(label, profile=profile)
        if marker is not None:
            values += [value for _, value in marker.values]
    if after + 1 in values:
        return after + 1, 0
    return (values[0], 0) if values else (None, 0)
