"""What in a Word file acts on its own or reaches out for something, and is therefore taken out."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit


class Hazard(StrEnum):
    """What was taken out of a Word file."""

    MACROS = "macros"
    CONTROLS = "controls"
    EMBEDDED_FILE = "embedded-file"
    OTHER_FILE = "other-file"
    OUTSIDE_TEMPLATE = "outside-template"
    OUTSIDE_PICTURE = "outside-picture"
    OUTSIDE_LINK = "outside-link"
    MAIL_MERGE = "mail-merge"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Removed:
    """Something that was taken out, and what it was about: an address, the name of a field."""

    hazard: Hazard
    detail: str = ""


_INSIDE = {
    "vbaproject": Hazard.MACROS,
    "wordvbadata": Hazard.MACROS,
    "attachedtoolbars": Hazard.MACROS,
    "keymapcustomizations": Hazard.MACROS,
    "extensibility": Hazard.MACROS,
    "webextension": Hazard.MACROS,
    "webextensiontaskpanes": Hazard.MACROS,
    "control": Hazard.CONTROLS,
    "activexcontrolbinary": Hazard.CONTROLS,
    "oleobject": Hazard.EMBEDDED_FILE,
    "package": Hazard.EMBEDDED_FILE,
    "afchunk": Hazard.OTHER_FILE,
    "subdocument": Hazard.OTHER_FILE,
    "frame": Hazard.OTHER_FILE,
    "attachedtemplate": Hazard.OUTSIDE_TEMPLATE,
    "mailmergesource": Hazard.MAIL_MERGE,
    "mailmergeheadersource": Hazard.MAIL_MERGE,
    "recipientdata": Hazard.MAIL_MERGE,
}
_OUTSIDE = {**_INSIDE, "image": Hazard.OUTSIDE_PICTURE, "hyperlink": Hazard.OUTSIDE_LINK}
_LAWFUL_SCHEMES = frozenset({"http", "https", "mailto"})


def hazard_of(kind: str, *, target: str, is_external: bool) -> Hazard | None:
    """Return what is dangerous in a relationship; ``None`` where nothing is.

    Args:
        kind: The type of the relationship: the last word of it says what it is.
        target: Where it leads.
        is_external: Whether that is outside the file.
    """
    word = kind.rstrip("/").rsplit("/", 1)[-1].casefold()
    if not is_external:
        return _INSIDE.get(word)
    if word == "hyperlink" and _is_lawful(target):
        return None
    return _OUTSIDE.get(word, Hazard.OUTSIDE_LINK)


def _is_lawful(target: str) -> bool:
    try:
        return urlsplit(target.strip()).scheme.lower() in _LAWFUL_SCHEMES
    except ValueError:
        return False
