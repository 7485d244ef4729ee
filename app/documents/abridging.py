"""Leaves out of minutes what their own paragraphs say of a part that is left out."""

from dataclasses import replace

from app.documents.facts import Facts, MinutesFacts
from app.documents.optional_sections import SectionsShown

_OPENING = frozenset({"opening", "adoption-of-agenda"})
_NEXT_MEETING = frozenset({"next-meeting"})


def abridge(facts: Facts, sections: SectionsShown) -> Facts:
    """Return ``facts`` without the paragraphs that say what is left out.

    Templates put the opening and the next meeting together of the records; minutes that were
    written item by item have paragraphs for them, which no template tells from the others.
    """
    left_out: frozenset[str] = frozenset()
    if not sections.opening:
        left_out |= _OPENING
    if not sections.next_meeting:
        left_out |= _NEXT_MEETING
    if not left_out or not isinstance(facts, MinutesFacts):
        return facts
    items = (
        replace(
            item,
            paragraphs=tuple(each for each in item.paragraphs if each.standard not in left_out),
        )
        for item in facts.items
    )
    return replace(facts, items=tuple(item for item in items if item.paragraphs))
