"""Says the kinds, roles and rules of bodies and parties in officials' words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.ui.translation import QT_TRANSLATE_NOOP

_CONTEXT = "BodySettings"

Pairs = tuple[tuple[str, str], ...]


def body_kinds() -> Pairs:
    """Return the kinds of body with their names."""
    return _pairs(_BODY_KINDS)


def rotations() -> Pairs:
    """Return the rules on who hosts, with their names."""
    return _pairs(_ROTATIONS)


def roles() -> Pairs:
    """Return the roles in which a party sits, with their names."""
    return _pairs(_ROLES)


def levels() -> Pairs:
    """Return the levels at which a body works, with their names."""
    return _pairs(_LEVELS)


def party_kinds() -> Pairs:
    """Return what a party can be in law, with their names."""
    return _pairs(_PARTY_KINDS)


def letters_of(kind: str) -> str:
    """Return the letters that such a body is usually known by."""
    return _LETTERS.get(kind, "M")


def patterns_for(kind: str) -> tuple[str, str]:
    """Return how meetings and decisions of such bodies are usually numbered."""
    letters = letters_of(kind)
    return (f"{letters}-{{ordinal}}", f"{{number}}/{letters}.{{ordinal}}")


def _pairs(table: Mapping[str, str]) -> Pairs:
    return tuple(
        (value, QCoreApplication.translate(_CONTEXT, words)) for value, words in table.items()
    )


_LETTERS = {
    "joint-working-group": "JWG",
    "joint-committee": "JC",
    "committee": "C",
    "subgroup": "SG",
    "commission": "COM",
    "consultation": "CON",
    "conference": "CONF",
    "ministerial-meeting": "MM",
    "dialogue": "D",
}
_BODY_KINDS = {
    "joint-committee": QT_TRANSLATE_NOOP("BodySettings", "Joint committee"),
    "joint-working-group": QT_TRANSLATE_NOOP("BodySettings", "Joint working group"),
    "committee": QT_TRANSLATE_NOOP("BodySettings", "Committee"),
    "subgroup": QT_TRANSLATE_NOOP("BodySettings", "Subgroup"),
    "commission": QT_TRANSLATE_NOOP("BodySettings", "Commission"),
    "consultation": QT_TRANSLATE_NOOP("BodySettings", "Consultation"),
    "ministerial-meeting": QT_TRANSLATE_NOOP("BodySettings", "Ministerial meeting"),
    "conference": QT_TRANSLATE_NOOP("BodySettings", "Conference"),
    "dialogue": QT_TRANSLATE_NOOP("BodySettings", "Dialogue"),
    "forum": QT_TRANSLATE_NOOP("BodySettings", "Forum"),
    "partnership": QT_TRANSLATE_NOOP("BodySettings", "Partnership"),
    "programme": QT_TRANSLATE_NOOP("BodySettings", "Programme"),
    "fund": QT_TRANSLATE_NOOP("BodySettings", "Fund"),
    "organisation": QT_TRANSLATE_NOOP("BodySettings", "Organisation"),
    "other": QT_TRANSLATE_NOOP("BodySettings", "Other"),
}
_ROTATIONS = {
    "alternating": QT_TRANSLATE_NOOP("BodySettings", "The parties in turn, by number of meeting"),
    "rotating": QT_TRANSLATE_NOOP("BodySettings", "The party that has waited longest"),
    "fixed": QT_TRANSLATE_NOOP("BodySettings", "Always the same party"),
    "none": QT_TRANSLATE_NOOP("BodySettings", "No rule: agreed each time"),
    "unknown": QT_TRANSLATE_NOOP("BodySettings", "Not known"),
}
_ROLES = {
    "member": QT_TRANSLATE_NOOP("BodySettings", "Member"),
    "associate": QT_TRANSLATE_NOOP("BodySettings", "Associate"),
    "observer": QT_TRANSLATE_NOOP("BodySettings", "Observer"),
    "guest": QT_TRANSLATE_NOOP("BodySettings", "Guest"),
}
_LEVELS = {
    "unknown": QT_TRANSLATE_NOOP("BodySettings", "Not known"),
    "leaders": QT_TRANSLATE_NOOP("BodySettings", "Leaders"),
    "minister": QT_TRANSLATE_NOOP("BodySettings", "Ministers"),
    "vice-minister": QT_TRANSLATE_NOOP("BodySettings", "Vice-ministers"),
    "director-general": QT_TRANSLATE_NOOP("BodySettings", "Directors-general"),
    "deputy-director-general": QT_TRANSLATE_NOOP("BodySettings", "Deputy directors-general"),
    "working": QT_TRANSLATE_NOOP("BodySettings", "Working level"),
    "expert": QT_TRANSLATE_NOOP("BodySettings", "Experts"),
}
_PARTY_KINDS = {
    "state": QT_TRANSLATE_NOOP("BodySettings", "State"),
    "government": QT_TRANSLATE_NOOP("BodySettings", "Government"),
    "ministry": QT_TRANSLATE_NOOP("BodySettings", "Ministry"),
    "agency": QT_TRANSLATE_NOOP("BodySettings", "Agency"),
    "province": QT_TRANSLATE_NOOP("BodySettings", "Province"),
    "city": QT_TRANSLATE_NOOP("BodySettings", "City"),
    "intergovernmental": QT_TRANSLATE_NOOP("BodySettings", "Intergovernmental organisation"),
    "organisation": QT_TRANSLATE_NOOP("BodySettings", "Organisation"),
    "other": QT_TRANSLATE_NOOP("BodySettings", "Other"),
}
