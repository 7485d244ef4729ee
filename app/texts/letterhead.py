"""The head of a letter: it stands beside the text, which nobody changes with it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, and how large it is in dots.

    Attributes:
        content: Its bytes.
        media_type: ``image/png`` or ``image/jpeg``.
        width: Its breadth.
        height: Its height.
        words: What it shows, for those who do not see it.
    """

    content: bytes = field(repr=False)
    media_type: str
    width: int
    height: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands at the head of the first page of a letter."""

    lines: tuple[str, ...] = ()
    logo: Picture | None = None
