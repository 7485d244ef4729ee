"""Works out the numbers that provisions bear when one is renumbered, or all are put in order."""

from collections.abc import Mapping

from app.domain.rules import ProvisionKind
from app.texts.label_numbers import CHAINS, INSERTED, read_number, write_number
from app.texts.provision_index import ProvisionIndex

_Values = dict[str, tuple[int, int]]
"""The number of each provision, and 2 for ``bis``."""

_FIRST_LABELS = {
    ProvisionKind.ANNEX: "Annex 1",
    ProvisionKind.PART: "Part I",
    ProvisionKind.CHAPTER: "Chapter I",
    ProvisionKind.SECTION: "Section 1",
    ProvisionKind.ARTICLE: "Article 1",
    ProvisionKind.PARAGRAPH: "1.",
    ProvisionKind.ITEM: "(a)",
    ProvisionKind.SUBITEM: "(i)",
}


def put_in_order(index: ProvisionIndex) -> dict[str, str]:
    """Return the labels that change when everything is numbered without gaps or doubles."""
    last: dict[tuple[str | None, ProvisionKind], int] = {}
    values: _Values = {}
    for eid in index.provisions:
        number = index.number(eid)
        if number is not None:
            key = index.sequence(eid)
            last[key] = last[key] + 1 if key in last else min(number.value, 1)
            values[eid] = (last[key], 0)
    return _labels(index, values)


def number_on(index: ProvisionIndex, eid: str, label: str) -> dict[str, str]:
    """Return the labels that change when a provision bears a label and those after it follow."""
    number = read_number(label, index.kind(eid), -2)
    if number is None or number.inserted:  # those after “7 bis” keep their numbers
        return renumber_one(index, eid, label)
    annex, kind = index.sequence(eid)
    together = index.counted(kind, annex=annex)
    values = {eid: (number.value, 0)}
    count = number.value
    for after in together[together.index(eid) + 1 :]:
        if index.number(after) is not None:
            count += 1
            values[after] = (count, 0)
    return _labels(index, values, given={eid: label})


def renumber_one(index: ProvisionIndex, eid: str, label: str) -> dict[str, str]:
    """Return the labels that change when one provision alone bears another."""
    number = read_number(label, index.kind(eid), -2)
    values = {eid: (number.value, number.inserted)} if number is not None else {}
    return _labels(index, values, given={eid: label})


def _labels(
    index: ProvisionIndex, values: _Values, *, given: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the labels that change with the numbers, those such as 7.2 with what is above too."""
    changed: dict[str, str] = {}
    others: set[str] = set()
    for eid, each in index.provisions.items():
        number = index.number(eid)
        value, inserted = values.get(eid, (number.value, number.inserted) if number else (0, 0))
        own = number is not None and (value, inserted) != (number.value, number.inserted)
        label = (given or {}).get(eid)
        if own or label is not None:
            others.add(eid)
        above = list(index.ancestors(eid))[1:]
        in_chain = number is not None and number.numeral in CHAINS and not others.isdisjoint(above)
        if label is None and number is not None and (own or in_chain):
            counted = tuple(
                values.get(up, (above_it.value, 0))[0]
                for up in reversed(above)
                if (above_it := index.number(up)) is not None
            )
            label = write_number(each.label, number, value=value, inserted=inserted, above=counted)
        if label is not None and label != each.label:
            changed[eid] = label
    return changed


def propose_label(index: ProvisionIndex, *, kind: ProvisionKind, after: str | None,
                  parent: str | None) -> str:  # fmt: skip
    """Return the number that a new provision would bear, without changing any other.

    After the last of its like it is the next number; between two it is that of the one before
    with ``bis``, as treaties and laws insert.
    """
    key = _key_of_new(index, kind, parent)
    together = list(index.counted(kind, annex=key))
    order = {eid: place for place, eid in enumerate(index.provisions)}
    at = _place_after(index, after, parent, order)
    numbered = [each for each in together if index.number(each) is not None]
    before = [each for each in numbered if order[each] <= at]
    behind = [each for each in numbered if order[each] > at]
    if not before:
        return _first_label(index, kind, behind)
    last = index.provisions[before[-1]]
    number = index.number(last.eid)
    assert number is not None
    following = index.number(behind[0]) if behind else None
    if following is None or (following.value, following.inserted) > (number.value + 1, 0):
        return write_number(last.label, number, value=number.value + 1)
    if following == number or following.value == number.value:
        return ""
    place = max(number.inserted + 1, 2)
    if place >= len(INSERTED):
        return ""
    return write_number(last.label, number, value=number.value, inserted=place)


def _first_label(index: ProvisionIndex, kind: ProvisionKind, behind: list[str]) -> str:
    """Return the number of what comes before all others of its like, or is the first of them."""
    if behind:
        return ""  # nothing stands before the first; it is numbered when all are put in order
    like = next(
        (
            each
            for each in index.provisions.values()
            if each.kind is kind and index.number(each.eid)
        ),
        None,
    )
    if like is None:
        return _FIRST_LABELS[kind]
    number = index.number(like.eid)
    assert number is not None
    return write_number(like.label, number, value=1)


def _key_of_new(index: ProvisionIndex, kind: ProvisionKind, parent: str | None) -> str | None:
    like = [each for each in index.children(parent) if index.kind(each) is kind]
    if like:
        return index.sequence(like[0])[0]
    annex = index.enclosing(parent, ProvisionKind.ANNEX) if parent is not None else None
    any_other = next((e for e in index.provisions if index.kind(e) is kind), None)
    through = any_other is not None and index.sequence(any_other)[0] != index.parent(any_other)
    return annex if through else parent


def _place_after(
    index: ProvisionIndex, after: str | None, parent: str | None, order: Mapping[str, int]
) -> int:
    if after is not None:
        return max(order[each] for each in index.family(after))
    return order[parent] if parent is not None else -1
