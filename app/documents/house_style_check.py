"""Says which styles a house style lacks that somebody changed in Word, before it is used."""

from pathlib import Path

from app.documents.word.house import House, HouseStyleUnusable, list_styles, path_of
from app.documents.word.styles import REQUIRED, REQUIRED_OF_LETTERS
from app.texts.blocks import Level


def missing_styles(source: Path | bytes, *, name: str = "") -> tuple[str, ...]:
    """Return the names of the styles that documents need and the house style does not have.

    Args:
        source: The house style: where it is, or what is in it.
        name: What its file is called, for the error, where ``source`` is its bytes.

    Raises:
        HouseStyleUnusable: It is not a Word file.
    """
    there = list_styles(source, name=name)
    wanted = dict.fromkeys(REQUIRED + REQUIRED_OF_LETTERS)
    return tuple(name for name in wanted if name not in there)


def require_usable(source: Path | bytes, *, name: str = "") -> None:
    """Check everything that documents need: styles, numbered lists, page size and margins.

    Args:
        source: The house style.
        name: What its file is called, for the error, where ``source`` is its bytes.

    Raises:
        HouseStyleUnusable: naming everything that it lacks.
    """
    missing = missing_styles(source, name=name)
    if missing:
        raise HouseStyleUnusable.lacking(path_of(source, name=name), missing)
    house = House(source, name=name)
    for level in Level:
        house.list_of(level)
