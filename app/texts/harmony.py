"""Says which form of a Mongolian ending follows a number: the last word it is read with decides."""

_FRONT_UNITS = frozenset({1, 4, 9})  # нэг, дөрөв, ес
_FRONT_TENS = frozenset({4, 9})  # дөч, ер


def has_front_vowels(number: int) -> bool:
    """Return whether ``number``, read out in Mongolian, ends in a word with front vowels.

    So it is 1 дүгээр, 4 дүгээр, 40 дүгээр, but 2 дугаар, 10 дугаар, 100 дугаар.
    """
    if number == 0:
        return True  # тэг
    tens, units = divmod(number, 10)
    if units:
        return units in _FRONT_UNITS
    return tens % 10 in _FRONT_TENS  # зуу, мянга and сая, which end the others, have back vowels


def choose_ending(number: int, *, back: str, front: str) -> str:
    """Return the one of two endings that agrees with ``number``."""
    return front if has_front_vowels(number) else back
