"""The order in which parties are named: a function of host, seats and alphabet, never a list."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

Named = TypeVar("Named")


class PartyOrder(StrEnum):
    """By what rule the parties of a meeting follow one another."""

    HOST_FIRST = "host-first"
    ROTATION = "rotation"
    SEATS = "seats"
    ALPHABET = "alphabet"
    ONE_FIRST = "one-first"


def order_by_rule(
    parties: Sequence[Named],
    *,
    order: PartyOrder,
    seat: Callable[[Named], int],
    name: Callable[[Named], str],
    comes_first: Callable[[Named], bool],
) -> tuple[Named, ...]:
    """Return ``parties`` in the order that a rule gives them.

    Args:
        parties: The parties, or what belongs to one each.
        order: The rule. ``ROTATION`` begins with the first one and goes round by the seats from
            there, as “Japan, Korea and China” becomes “Korea, China and Japan”.
        seat: The seat of a party in its body, counted from 1.
        name: What a party is sorted by in the language that is wanted.
        comes_first: Whether a party is the host; with ``ONE_FIRST`` the holder of the copy.
    """
    by_seat = sorted(parties, key=lambda party: (seat(party), name(party)))
    if order is PartyOrder.ALPHABET:
        return tuple(sorted(parties, key=name))
    if order is PartyOrder.SEATS:
        return tuple(by_seat)
    if order is PartyOrder.ROTATION:
        at = next((place for place, party in enumerate(by_seat) if comes_first(party)), 0)
        return (*by_seat[at:], *by_seat[:at])
    return tuple(sorted(by_seat, key=lambda party: not comes_first(party)))
